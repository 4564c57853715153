#include "report/words.h"

#include <gtest/gtest.h>
#include <limits>

namespace rashin::report {
namespace {

TEST(NumberText, KeepsAllDigitsBeforeThePoint) {
  EXPECT_EQ(number_text(1234567.8, 3), "1,234,568");
  EXPECT_EQ(number_text(12.3456, 3), "12.3");
  EXPECT_EQ(number_text(0.0012345, 2), "0.0012");
  EXPECT_EQ(number_text(0, 3), "0");
  EXPECT_EQ(number_text(999, 3), "999");
}

TEST(NumberText, MinusIsAMinusAndZeroHasNone) {
  EXPECT_EQ(number_text(-1234, 2), "−1,234");
  EXPECT_EQ(fixed_text(-0.0001, 2), "0.00");
}

TEST(NumberText, WhatIsNotFiniteIsADash) {
  EXPECT_EQ(number_text(std::numeric_limits<double>::quiet_NaN(), 3), "—");
  EXPECT_EQ(number_text(std::numeric_limits<double>::infinity(), 3), "—");
  EXPECT_EQ(number_text(1e300, 3).size(), 401u);
}

TEST(FigureTextTest, ValueAndIntervalShareTheirDecimals) {
  const FigureText text = figure_text({.value = 3.14159, .interval = Interval{0.5, 12.25}});
  EXPECT_EQ(text.value, "3.1");
  EXPECT_EQ(text.interval, "0.5–12.2");
  EXPECT_EQ(figure_text({}).value, "");
}

TEST(UnitAfter, JapaneseUnitsFollowClosely) {
  EXPECT_EQ(unit_after("日"), "日");
  EXPECT_EQ(unit_after("%"), "%");
  EXPECT_EQ(unit_after("tonnes"), "\u00a0tonnes");
  EXPECT_EQ(unit_after(""), "");
}

TEST(PercentText, SmallSharesGetADecimal) {
  EXPECT_EQ(percent_text(0.123), "12%");
  EXPECT_EQ(percent_text(0.004), "0.4%");
  EXPECT_EQ(percent_text(0), "0%");
}

} // namespace
} // namespace rashin::report

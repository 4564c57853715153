#include "report/words.h"

#include <gtest/gtest.h>
#include <limits>

namespace rashin::report {
namespace {

TEST(FixedText, GroupsThousandsAndKeepsItsDecimals) {
  EXPECT_EQ(fixed_text(1234567.8, 0), "1,234,568");
  EXPECT_EQ(fixed_text(-1234, 1), "−1,234.0");
  EXPECT_EQ(fixed_text(-0.0001, 2), "0.00");
  EXPECT_EQ(fixed_text(std::numeric_limits<double>::quiet_NaN(), 3), "—");
}

TEST(DecimalsFor, SignificantDigitsSetThem) {
  EXPECT_EQ(decimals_for(123.4, 3), 0);
  EXPECT_EQ(decimals_for(12.34, 3), 1);
  EXPECT_EQ(decimals_for(0.0012, 2), 4);
  EXPECT_EQ(decimals_for(0, 3), 0);
}

TEST(FigureTextTest, MissingAndNotFiniteStayEmpty) {
  const FigureText text = figure_text({.value = 12.34, .interval = Interval{8, 17.26}}, Language::English);
  EXPECT_EQ(text.value, "12.3");
  EXPECT_EQ(text.interval, "8–17.3");
  EXPECT_EQ(figure_text({}, Language::Japanese).value, "");
  EXPECT_EQ(figure_text({.value = std::numeric_limits<double>::infinity()}, Language::English).value, "");
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

TEST(FigureText, AnEndThatIsOnlyRoundingIsZero) {
  EXPECT_EQ(figure_text({.value = 0.739, .interval = Interval{0, 1.6e-16}}, Language::English).interval,
            figure_text({.value = 0.739, .interval = Interval{0, 0}}, Language::English).interval);
}

} // namespace
} // namespace rashin::report

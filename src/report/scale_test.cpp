#include "report/scale.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

TEST(NiceAxis, TicksAreRoundAndCoverTheRange) {
  const Axis axis = nice_axis(0, 1060, 0, 100, 6);
  EXPECT_EQ(axis.ticks, (std::vector<double>{0, 200, 400, 600, 800, 1000, 1200}));
  EXPECT_EQ(axis.label(1200), "1,200");
  EXPECT_DOUBLE_EQ(axis.scale(600), 50);
}

TEST(NiceAxis, FractionsGetTheirDecimals) {
  const Axis axis = nice_axis(0, 0.4, 0, 1, 4);
  EXPECT_EQ(axis.decimals, 1);
  EXPECT_EQ(axis.label(axis.ticks[1]), "0.1");
}

TEST(NiceAxis, ALittleBelowZeroTakesNoWholeStep) {
  const Axis axis = nice_axis(-28, 480, 0, 100, 4);
  EXPECT_DOUBLE_EQ(axis.ticks.front(), 0);
  EXPECT_LT(axis.scale.low, -28);
  EXPECT_GT(axis.scale.low, -100);
}

TEST(NiceAxis, AnEmptyRangeIsWidened) {
  EXPECT_GE(nice_axis(0, 0, 0, 100, 4).ticks.size(), 2u);
  EXPECT_GE(nice_axis(7, 7, 0, 100, 4).ticks.size(), 2u);
}

TEST(NiceAxis, UpwardsIsToLessPixels) {
  const Axis axis = nice_axis(0, 10, 100, 0, 5);
  EXPECT_DOUBLE_EQ(axis.scale(0), 100);
  EXPECT_DOUBLE_EQ(axis.scale(10), 0);
}

TEST(YearAxis, WholeYearsWithoutCommas) {
  const Axis axis = year_axis(2010, 2022, 0, 100, 8);
  EXPECT_EQ(axis.label(2012), "2012");
  for (const double tick : axis.ticks) EXPECT_EQ(tick, static_cast<int>(tick));
}

} // namespace
} // namespace rashin::report

#include "core/date.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

using namespace std::chrono;

std::string iso_of(std::string_view text) {
  const auto date = parse_date(text, {});
  return date ? to_iso(*date) : date.diagnostics().front().code;
}
std::string warning_of(std::string_view text) {
  const auto date = parse_date(text, {});
  return date.diagnostics().empty() ? "" : date.diagnostics().front().code;
}
Date date(std::string_view text) {
  return parse_date(text, {}).take();
}

struct Case {
  const char* text;
  const char* iso;
};

TEST(Date, ReadsEveryForm) {
  for (const auto& [text, iso] : std::initializer_list<Case>{{"2010-09-07", "2010-09-07"},
                                                             {"2010-09", "2010-09"},
                                                             {"2010Q3", "2010Q3"},
                                                             {"2010", "2010"},
                                                             {"undated", "undated"},
                                                             {"日付不明", "undated"},
                                                             {" 2010-09-07 ", "2010-09-07"},
                                                             {"2010/9/7", "2010-09-07"},
                                                             {"2010年9月7日", "2010-09-07"},
                                                             {"２０１０年９月７日", "2010-09-07"},
                                                             {"２０１０－０９", "2010-09"},
                                                             {"2010年第3四半期", "2010Q3"},
                                                             {"平成22年9月7日", "2010-09-07"},
                                                             {"平成２２年９月", "2010-09"},
                                                             {"令和元年", "2019"},
                                                             {"令和元年5月1日", "2019-05-01"},
                                                             {"R6.5.1", "2024-05-01"},
                                                             {"H22.9", "2010-09"},
                                                             {"㍼64年1月7日", "1989-01-07"},
                                                             {"S64/1/7", "1989-01-07"},
                                                             {"大正15年12月25日", "1926-12-25"},
                                                             {"昭和元年12月25日", "1926-12-25"},
                                                             {"明治6年1月1日", "1873-01-01"},
                                                             {"明治元年", "1868"},
                                                             {"0001-01-01", "0001-01-01"},
                                                             {"9999-12-31", "9999-12-31"}})
    EXPECT_EQ(iso_of(text), iso) << text;
}

TEST(Date, RefusesWithTheReason) {
  for (const auto& [text, code] : std::initializer_list<Case>{{"", "date-form"},
                                                              {"September 2010", "date-form"},
                                                              {"7.9.2010", "date-form"},
                                                              {"10-09-07", "date-form"},
                                                              {"2010-09-07T00:00", "date-form"},
                                                              {"2010-09/07", "date-form"},
                                                              {"2010Q5", "date-form"},
                                                              {"2010Q", "date-form"},
                                                              {"0000", "date-form"},
                                                              {"20100", "date-form"},
                                                              {"2010-", "date-form"},
                                                              {"平成0年", "date-form"},
                                                              {"平成22年9月7", "date-form"},
                                                              {"2010-13", "date-not-in-calendar"},
                                                              {"2010-00-01", "date-not-in-calendar"},
                                                              {"2010-02-30", "date-not-in-calendar"},
                                                              {"1900-02-29", "date-not-in-calendar"},
                                                              {"2010-09-00", "date-not-in-calendar"},
                                                              {"平成元年1月7日", "date-before-era"},
                                                              {"令和元年4月30日", "date-before-era"},
                                                              {"令和元年4月", "date-before-era"},
                                                              {"昭和元年12月24日", "date-before-era"},
                                                              {"明治5年12月2日", "date-lunisolar"}})
    EXPECT_EQ(iso_of(text), code) << text;
}

TEST(Date, ReadsWhatWasWrittenBeforeTheEraChangedWithAWarning) {
  EXPECT_EQ(iso_of("平成32年"), "2020");
  EXPECT_EQ(warning_of("平成32年"), "date-after-era");
  EXPECT_EQ(iso_of("平成31年5月1日"), "2019-05-01");
  EXPECT_EQ(warning_of("平成31年5月1日"), "date-after-era");
  EXPECT_EQ(warning_of("昭和64年1月8日"), "date-after-era");
  for (const char* last :
       {"平成31年4月30日", "平成31年4月", "平成31年", "昭和64年1月7日", "明治45年7月30日", "大正15年"})
    EXPECT_EQ(warning_of(last), "") << last;
}

TEST(Date, LeapDays) {
  for (const char* leap : {"2000-02-29", "2024-02-29", "1600-02-29"}) EXPECT_EQ(iso_of(leap), leap);
  EXPECT_EQ(date("2024-02").last_day(), sys_days(2024y / February / 29));
  EXPECT_EQ(date("2100-02").last_day(), sys_days(2100y / February / 28));
}

TEST(Date, FirstAndLastDayFollowThePrecision) {
  EXPECT_EQ(date("2010Q3").first_day(), sys_days(2010y / July / 1));
  EXPECT_EQ(date("2010Q3").last_day(), sys_days(2010y / September / 30));
  EXPECT_EQ(date("2010").first_day(), sys_days(2010y / January / 1));
  EXPECT_EQ(date("2010").last_day(), sys_days(2010y / December / 31));
  EXPECT_EQ(date("2010-09-07").first_day(), date("2010-09-07").last_day());
  EXPECT_EQ(date("2010Q3").month(), 0u);
  EXPECT_EQ(date("2010-09").quarter(), 3u);
}

TEST(Date, ComparisonIsHonestAboutPrecision) {
  EXPECT_TRUE(certainly_before(date("2010-09-07"), date("2010Q4")));
  EXPECT_FALSE(certainly_before(date("2010-09-07"), date("2010-09")));
  EXPECT_TRUE(possibly_before(date("2010-09-07"), date("2010-09")));
  EXPECT_TRUE(possibly_before(date("2010-09"), date("2010-09-07")));
  EXPECT_FALSE(possibly_before(date("2010-09-30"), date("2010-09")));
  EXPECT_FALSE(possibly_before(date("2010-09-07"), date("2010-09-07")));
  EXPECT_FALSE(certainly_before(Date(), date("9999")));
  EXPECT_TRUE(possibly_before(Date(), date("2010")));
}

TEST(Date, ListOrder) {
  EXPECT_LT(date("2010-01-01"), date("2010-01"));
  EXPECT_LT(date("2010-01"), date("2010"));
  EXPECT_LT(date("2010"), date("2010-02"));
  EXPECT_LT(date("9999"), Date());
  EXPECT_EQ(Date(), date("undated"));
}

TEST(Date, ForPeople) {
  EXPECT_EQ(to_text(date("2010-09-07"), Language::Japanese), "2010年9月7日");
  EXPECT_EQ(to_text(date("2010-09-07"), Language::English), "7 September 2010");
  EXPECT_EQ(to_text(date("2010-09"), Language::English), "September 2010");
  EXPECT_EQ(to_text(date("2010Q3"), Language::Japanese), "2010年第3四半期");
  EXPECT_EQ(to_text(date("2010Q3"), Language::English), "Q3 2010");
  EXPECT_EQ(to_text(date("2010"), Language::Japanese), "2010年");
  EXPECT_EQ(to_text(Date(), Language::Japanese), "日付不明");
}

// First days of the eras by law: 1912-07-30, 1926-12-25, 1989-01-08, 2019-05-01.
TEST(Date, EraTextIsExactAtTheBoundaries) {
  for (const auto& [iso, text] : std::initializer_list<Case>{{"1912-07-29", "明治45年7月29日"},
                                                             {"1912-07-30", "大正元年7月30日"},
                                                             {"1926-12-24", "大正15年12月24日"},
                                                             {"1926-12-25", "昭和元年12月25日"},
                                                             {"1989-01-07", "昭和64年1月7日"},
                                                             {"1989-01-08", "平成元年1月8日"},
                                                             {"2019-04-30", "平成31年4月30日"},
                                                             {"2019-05-01", "令和元年5月1日"},
                                                             {"2019-04", "平成31年4月"},
                                                             {"2019", "平成31年・令和元年"},
                                                             {"1989-01", "昭和64年・平成元年1月"},
                                                             {"2010", "平成22年"},
                                                             {"1872-12-31", "1872年12月31日"},
                                                             {"2010Q3", "2010年第3四半期"},
                                                             {"undated", "日付不明"}})
    EXPECT_EQ(to_era_text(date(iso)), text) << iso;
}

TEST(Date, EveryDayOfTwoCenturiesReadsBackFromEveryText) {
  for (sys_days day = sys_days(1873y / January / 1); day < sys_days(2073y / January / 1); day += days(1)) {
    const Date d = Date::on(day);
    ASSERT_EQ(date(to_iso(d)), d);
    ASSERT_EQ(date(to_text(d, Language::Japanese)), d);
    ASSERT_EQ(date(to_era_text(d)), d) << to_iso(d);
  }
}

TEST(Date, ADayThatDoesNotExistIsAFaultOfOurs) {
  EXPECT_THROW(Date::on(2010y / February / 30), Error);
  EXPECT_THROW(Date::in_month(2010, 13), Error);
  EXPECT_THROW(Date::in_quarter(2010, 0), Error);
  EXPECT_THROW(Date::in_year(0), Error);
}

} // namespace
} // namespace rashin

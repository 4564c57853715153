#include "core/period.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

using namespace std::chrono;

std::string summary(std::string_view text) {
  const auto period = parse_period(text, {});
  if (!period) return period.diagnostics().front().code;
  return period->text + " " + to_iso(Date::on(period->begin)) + " " + to_iso(Date::on(period->end)) + " " +
         std::to_string(period->days());
}
Period period(std::string_view text) {
  return parse_period(text, {}).take();
}

struct Case {
  const char* text;
  const char* wanted;
};

TEST(Period, IsAHalfOpenRangeOfDays) {
  for (const auto& [text, wanted] :
       std::initializer_list<Case>{{"2010", "2010 2010-01-01 2011-01-01 365"},
                                   {"2012", "2012 2012-01-01 2013-01-01 366"},
                                   {"2010-09", "2010-09 2010-09-01 2010-10-01 30"},
                                   {"2010-09-23", "2010-09-23 2010-09-23 2010-09-24 1"},
                                   {"2010Q4", "2010Q4 2010-10-01 2011-01-01 92"},
                                   {"2010H1", "2010H1 2010-01-01 2010-07-01 181"},
                                   {"2010H2", "2010H2 2010-07-01 2011-01-01 184"},
                                   {"FY2010", "FY2010 2010-04-01 2011-04-01 365"},
                                   {"2010年度", "FY2010 2010-04-01 2011-04-01 365"},
                                   {"平成22年度", "FY2010 2010-04-01 2011-04-01 365"},
                                   {"令和元年度", "FY2019 2019-04-01 2020-04-01 366"},
                                   {"２０１０年度", "FY2010 2010-04-01 2011-04-01 365"},
                                   {"平成22年9月", "2010-09 2010-09-01 2010-10-01 30"},
                                   {"2005..2009", "2005..2009 2005-01-01 2010-01-01 1826"},
                                   {"FY2005..FY2009", "FY2005..FY2009 2005-04-01 2010-04-01 1826"},
                                   {"2010-07..2010-07", "2010-07..2010-07 2010-07-01 2010-08-01 31"}})
    EXPECT_EQ(summary(text), wanted) << text;
}

TEST(Period, RefusesWithTheReason) {
  for (const auto& [text, code] : std::initializer_list<Case>{{"", "period-form"},
                                                              {"undated", "period-form"},
                                                              {"2010H3", "period-form"},
                                                              {"FY10", "period-form"},
                                                              {"2010..", "period-form"},
                                                              {"2005..2007..2009", "period-form"},
                                                              {"2005...2009", "period-form"},
                                                              {"2009..2005", "period-backwards"},
                                                              {"2010-02-30", "date-not-in-calendar"}})
    EXPECT_EQ(summary(text), code) << text;
}

TEST(Period, ContainsAndOverlaps) {
  EXPECT_TRUE(period("2010").contains(sys_days(2010y / December / 31)));
  EXPECT_FALSE(period("2010").contains(sys_days(2011y / January / 1)));
  EXPECT_TRUE(period("2010").contains(period("2010Q4")));
  EXPECT_FALSE(period("2010").contains(period("FY2010")));
  EXPECT_TRUE(period("2010").overlaps(period("FY2010")));
  EXPECT_FALSE(period("2010").overlaps(period("2011")));
}

TEST(Period, CanonicalTextReadsBack) {
  for (const char* text : {"2010", "2010-09", "2010Q3", "2010H2", "FY2010", "2005..2009", "0005", "9999"}) {
    const Period read = period(text);
    EXPECT_EQ(read.text, text);
    EXPECT_EQ(period(read.text), read);
  }
}

TEST(Period, ForPeople) {
  EXPECT_EQ(to_text(period("FY2010"), Language::Japanese), "2010年度");
  EXPECT_EQ(to_text(period("FY2010"), Language::English), "FY2010 (April–March)");
  EXPECT_EQ(to_text(period("2010H2"), Language::Japanese), "2010年下半期");
  EXPECT_EQ(to_text(period("2010H1"), Language::English), "first half of 2010");
  EXPECT_EQ(to_text(period("2005..2009"), Language::Japanese), "2005年–2009年");
  EXPECT_EQ(to_text(period("2010-09"), Language::English), "September 2010");
}

} // namespace
} // namespace rashin

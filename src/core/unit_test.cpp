#include "core/unit.h"

#include <cmath>
#include <gtest/gtest.h>

namespace rashin {
namespace {

Unit unit(std::string_view text) {
  return parse_unit(text, {}).take();
}
std::string code_of(std::string_view text) {
  const auto read = parse_unit(text, {});
  return read ? "" : read.diagnostics().front().code;
}
double converted(double value, std::string_view from, std::string_view to) {
  return convert(value, unit(from), unit(to), {}).value();
}

TEST(Unit, ConvertsExactlyWhereTheFactorsAreExact) {
  EXPECT_EQ(converted(7, "percent", "share"), 0.07);
  EXPECT_EQ(converted(5, "kg", "t"), 0.005);
  EXPECT_EQ(converted(1, "Mt", "kg"), 1e9);
  EXPECT_EQ(converted(1, "year", "day"), 365);
  EXPECT_EQ(converted(12, "month", "year"), 1);
  EXPECT_EQ(converted(4, "quarter", "year"), 1);
  EXPECT_EQ(converted(2, "week", "day"), 14);
  EXPECT_EQ(converted(36, "hour", "day"), 1.5);
  EXPECT_EQ(converted(2, "nm", "m"), 2e-9);
  EXPECT_EQ(converted(1, "kWh", "J"), 3.6e6);
  EXPECT_EQ(converted(1, "GWh", "GJ"), 3600);
  EXPECT_EQ(converted(1, "toe", "GJ"), 41.868);
  EXPECT_EQ(converted(1, "GW", "GWh/year"), 8760);
  EXPECT_EQ(converted(2.5, "JPY-billion", "JPY-million"), 2500);
  EXPECT_EQ(converted(1, "JPY-trillion/year", "JPY/year"), 1e12);
  EXPECT_EQ(converted(3, "million-bbl", "bbl"), 3e6);
  EXPECT_EQ(converted(2.5, "million-kL", "m3"), 2.5e6);
  EXPECT_EQ(converted(7, "kL", "L"), 7000);
  EXPECT_EQ(converted(3650, "bbl/year", "bbl/day"), 10);
  EXPECT_EQ(converted(1.5, "kg/vehicle", "g/vehicle"), 1500);
  EXPECT_EQ(converted(2, "USD/kg", "USD/t"), 2000);
  EXPECT_EQ(converted(1, "m3*day", "m3*hour"), 24);
  EXPECT_EQ(converted(3, "person-day", "person*hour"), 72);
  EXPECT_EQ(converted(5, "t/t", "percent"), 500);
}

// Exact definitions: barrel 42 gallons of 231 cubic inches, inch 25.4 mm; international knot 1852 m/h. Tolerance:
// rounding.
TEST(Unit, DefinedFactors) {
  EXPECT_DOUBLE_EQ(converted(1, "bbl", "m3"), 42 * 231 * std::pow(0.0254, 3));
  EXPECT_DOUBLE_EQ(converted(1, "knot", "km/hour"), 1.852);
  EXPECT_DOUBLE_EQ(converted(1, "bcm", "m3"), 1e9);
}

TEST(Unit, RefusesToConvertDifferentThings) {
  for (const auto& [from, to] :
       std::initializer_list<std::pair<const char*, const char*>>{{"t", "day"},
                                                                  {"JPY", "USD"},
                                                                  {"vehicle", "unit"},
                                                                  {"vehicle", "ratio"},
                                                                  {"t", "dwt"},
                                                                  {"t", "t/year"},
                                                                  {"bbl", "toe"},
                                                                  {"kg", "kg/vehicle"},
                                                                  {"t", "t-CO2e"},
                                                                  {"count:wafer2", "count:die"},
                                                                  {"USD/kg", "kg/USD"}}) {
    const auto result = convert(3, unit(from), unit(to), {});
    ASSERT_FALSE(result.ok()) << from << " " << to;
    const Diagnostic& d = result.diagnostics().front();
    EXPECT_EQ(d.code, "unit-mismatch");
    EXPECT_NE(d.message.en.find(std::string("3 ") + from), std::string::npos) << d.message.en;
    EXPECT_NE(d.message.ja.find(to), std::string::npos);
  }
}

TEST(Unit, RoundTripsWithinRounding) {
  for (const auto& [a, b] : std::initializer_list<std::pair<const char*, const char*>>{
           {"bbl/day", "m3/year"}, {"toe", "kWh"}, {"MMBtu", "J"}, {"JPY-billion/month", "JPY/day"}, {"ha", "m2"}})
    for (const double value : {0.0, 1e-9, 0.1, 1.0, 123456.789, 1e15})
      EXPECT_NEAR(converted(converted(value, a, b), b, a), value, 4e-16 * value) << a << " " << b;
}

TEST(Unit, FaultsAreNamed) {
  EXPECT_EQ(code_of(""), "unit-form");
  EXPECT_EQ(code_of("t/"), "unit-form");
  EXPECT_EQ(code_of("t//day"), "unit-form");
  EXPECT_EQ(code_of("stone"), "unit-unknown");
  EXPECT_EQ(code_of("t/year*person"), "unit-ambiguous");
  EXPECT_EQ(code_of("days"), "unit-misspelt");
  EXPECT_EQ(code_of("mt"), "unit-misspelt");
  EXPECT_EQ(code_of("jpy"), "unit-misspelt");
  EXPECT_EQ(code_of("AED AFN"), "unit-unknown");
  EXPECT_EQ(code_of("count:Wafer"), "unit-unknown");
  EXPECT_EQ(code_of("JPY-"), "unit-unknown");
  EXPECT_EQ(code_of("t-million"), "unit-unknown");
  EXPECT_EQ(code_of("-day"), "unit-unknown");
  EXPECT_NE(parse_unit("days", {}).diagnostics().front().message.en.find("\"day\""), std::string::npos);
}

TEST(Unit, NaturalRanges) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(unit("share").natural_range(), (Range{0, 1}));
  EXPECT_EQ(unit("percent").natural_range(), (Range{0, 100}));
  EXPECT_EQ(unit("percentage point").natural_range(), (Range{-100, 100}));
  for (const char* text : {"t", "day", "JPY-billion", "vehicle", "share/year", "ratio", "1/year"})
    EXPECT_EQ(unit(text).natural_range(), (Range{0, infinity})) << text;
  for (const char* text : {"1", "signed JPY-billion", "signed share"})
    EXPECT_EQ(unit(text).natural_range(), Range{}) << text;
  EXPECT_EQ(converted(-1, "signed JPY-billion", "signed JPY-million"), -1000);
  EXPECT_EQ(Unit(), unit("1"));
}

TEST(Unit, CanonicalTextReadsBackToTheSameUnit) {
  for (const char* text :
       {"t", "kg/vehicle", "t*km/year", "signed USD-million", "count:wafer/day", "person-day", "％"}) {
    const Unit read = unit(text);
    EXPECT_EQ(unit(read.text()), read) << text;
  }
  EXPECT_EQ(unit(" t / year ").text(), "t/year");
  EXPECT_EQ(unit("ｔ").text(), "t");
  EXPECT_EQ(unit("t CO2e"), unit("t-CO2e"));
}

TEST(Unit, NamesItsCurrencies) {
  EXPECT_EQ(currencies_in(unit("JPY*USD/kg")), (std::vector<std::string>{"JPY", "USD"}));
  EXPECT_TRUE(currencies_in(unit("t")).empty());
  EXPECT_TRUE(is_currency("EUR"));
  for (const char* bad : {"eur", "XXQ", "D A", "EU", ""}) EXPECT_FALSE(is_currency(bad)) << bad;
}

} // namespace
} // namespace rashin

#include "evidence/quantity.h"

#include "format/yaml.h"

#include <cmath>
#include <gtest/gtest.h>

namespace rashin {
namespace {

const QuantityContext context{Date::on(std::chrono::year(2010) / 9 / 24), "JPY"};

std::optional<Quantity> read(const std::string& text, Diagnostics& faults) {
  const auto node = format::read_yaml("x.yaml", text);
  return read_quantity(*node, "stocks", "oxide.firms", "days", context, faults);
}
std::string only_code(const std::string& text) {
  Diagnostics faults;
  EXPECT_FALSE(read(text, faults).has_value()) << text;
  return faults.size() == 1 ? faults[0].code : std::to_string(faults.size()) + " faults";
}

TEST(Quantity, ReadsTheMappingOfTheFormat) {
  Diagnostics faults;
  const auto q = read(
      "{value: 45, low: 20, high: 90, dist: triangular, unit: day, period: 2010, basis: claim:stock-2010}", faults);
  ASSERT_TRUE(q.has_value());
  EXPECT_EQ(q->id(), "stocks/oxide.firms/days");
  EXPECT_EQ(q->factor, q->id());
  EXPECT_EQ(q->claims, std::vector<std::string>{"stock-2010"});
  EXPECT_EQ(q->standing(), Standing::Cited);
  EXPECT_DOUBLE_EQ(q->distribution.quantile(1e-12), 20 + std::sqrt(1e-12 * 70 * 25));
}

TEST(Quantity, ADateBecomesDaysAfterTheAsOfDate) {
  Diagnostics faults;
  const auto q = read("{value: 2010-10-04, unit: date, by: example}", faults);
  ASSERT_TRUE(q.has_value());
  EXPECT_EQ(q->distribution.mean(), 10);
  const auto month = read("{value: 2010-10, unit: date, by: example}", faults); // the middle of October: 7 + 15 days
  EXPECT_EQ(month->distribution.mean(), 22);
}

TEST(Quantity, OutcomesAndSamplesAreRead) {
  Diagnostics faults;
  const auto discrete = read("{outcomes: [{value: 10, probability: 0.25}, {value: 20, probability: 0.75}], unit: day, "
                             "period: 2010, by: example}",
                             faults);
  ASSERT_TRUE(discrete.has_value());
  EXPECT_DOUBLE_EQ(discrete->distribution.mean(), 17.5);
  const auto samples = read("{samples: [2, 4, 9], dist: samples, unit: day, period: 2010, by: example}", faults);
  ASSERT_TRUE(samples.has_value());
  EXPECT_DOUBLE_EQ(samples->distribution.quantile(0.5), 4);
  const auto file = format::read_csv("x.csv", "quantity,unit,period,by,outcomes,samples\n"
                                              "days,day,2010,example,10:0.25; 20:0.75,\n"
                                              "days,day,2010,example,,2; 4; 9\n");
  const auto row = read_quantity(*file, 0, "stocks", "a", context, faults);
  ASSERT_TRUE(row.has_value());
  EXPECT_DOUBLE_EQ(row->distribution.mean(), 17.5);
  EXPECT_DOUBLE_EQ(read_quantity(*file, 1, "stocks", "b", context, faults)->distribution.mean(), 5);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(only_code("{outcomes: [{value: 1, probability: 0.5}], unit: day, period: 2010}"), "dist-probability-sum");
  EXPECT_EQ(only_code("{value: 3, samples: [1, 2], dist: fixed, unit: day, period: 2010}"), "dist-unused");
}

TEST(Quantity, FaultsAreNamed) {
  EXPECT_EQ(only_code("{unit: day, period: 2010}"), "quantity-without-value");
  EXPECT_EQ(only_code("{value: 3, unit: day}"), "quantity-without-period");
  EXPECT_EQ(only_code("{value: 3, unit: day, period: 2010, basis: stock-2010}"), "basis-form");
  EXPECT_EQ(only_code("{value: 3, unit: day, period: 2010, marking: top}"), "marking-unknown");
}

TEST(Quantity, WhoIsBelievedIsDrawn) {
  Diagnostics faults;
  const auto q = read(
      "{unit: day, period: 2010, judgements: [{by: a, p5: 1, p50: 2, p95: 3}, {by: b, p5: 101, p50: 102, p95: 103}]}",
      faults);
  ASSERT_TRUE(q.has_value());
  EXPECT_EQ(q->standing(), Standing::Judged);
  std::vector<double> values(4000);
  draw_values(*q, DrawPlan(5), 0, values);
  const auto low = std::count_if(values.begin(), values.end(), [](double v) { return v < 50; });
  EXPECT_NEAR(static_cast<double>(low) / 4000, 0.5, 4 * 0.5 / std::sqrt(4000.0));
}

TEST(Quantity, OnePersonTwiceOrQuantilesThatFallAreRefused) {
  EXPECT_EQ(only_code("{unit: day, period: 2010, judgements: [{by: a, p5: 3, p50: 2, p95: 1}]}"),
            "judgement-quantiles");
  Diagnostics faults;
  EXPECT_FALSE(
      read("{unit: day, period: 2010, judgements: [{by: a, p5: 1, p50: 2, p95: 3}, {by: a, p5: 1, p50: 2, p95: 3}]}",
           faults)
          .has_value());
  EXPECT_EQ(faults.front().code, "person-twice");
}

TEST(Basis, TheFutureIsRefusedAndLatePublicationCounted) {
  Diagnostics faults;
  auto past = *read("{value: 3, unit: day, period: 2009, basis: claim:late}", faults),
       future = *read("{value: 3, unit: day, period: 2011, by: example}", faults);
  Evidence evidence;
  Claim claim;
  claim.id = "late";
  claim.published = Date::in_year(2013);
  evidence.claims["late"] = claim;
  const auto report = check_basis({&past, &future}, evidence, context.as_of, faults);
  EXPECT_EQ(report.known_later, 1);
  EXPECT_EQ(report.illustrative, 1);
  ASSERT_EQ(faults.size(), 2u); // the late publication is a note
  EXPECT_EQ(faults[0].code, "known-later");
  EXPECT_EQ(faults[1].code, "after-as-of");
}

} // namespace
} // namespace rashin

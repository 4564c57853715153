#include "core/money.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

Period period(std::string_view text) {
  return parse_period(text, {}).take();
}

// Made-up round rates.
RateTable table() {
  return make_rate_table(
             {{"USD", "JPY", period("2010"), 90, "e2010", {}}, {"USD", "JPY", period("2020"), 100, "e2020", {}}},
             {{"USA", "USD", period("2010"), 80, "u2010", {}},
              {"USA", "USD", period("2020"), 100, "u2020", {}},
              {"JPN", "JPY", period("2010"), 98, "j2010", {}},
              {"JPN", "JPY", period("2020"), 100, "j2020", {}}})
      .take();
}

TEST(Money, IsDeflatedFirstInItsOwnCurrencyThenExchanged) {
  const auto converted = table().convert({8, "USD", 2010}, "JPY", 2020, {});
  EXPECT_DOUBLE_EQ(converted->amount, 8 * (100.0 / 80) * 100); // not 8 * 90 * (100.0 / 98)
  EXPECT_EQ(converted->currency, "JPY");
  EXPECT_EQ(converted->price_year, 2020);
  const auto factor = table().factor("USD", 2010, "JPY", 2020, {});
  EXPECT_EQ(factor->bases, (std::vector<std::string>{"u2010", "u2020", "e2020"}));
}

TEST(Money, SameMoneyStaysAndAPairServesBothDirections) {
  EXPECT_EQ(table().factor("USD", 2010, "USD", 2010, {})->factor, 1);
  EXPECT_EQ(RateTable().factor("EUR", 2010, "EUR", 2010, {})->factor, 1);
  EXPECT_DOUBLE_EQ(table().factor("JPY", 2020, "USD", 2020, {})->factor, 0.01);
  const double there = table().factor("USD", 2010, "JPY", 2010, {})->factor;
  EXPECT_DOUBLE_EQ(there * table().factor("JPY", 2010, "USD", 2010, {})->factor, 1);
  EXPECT_EQ(table().exchange("USD", "JPY", period("2010"), {})->factor, 90);
}

TEST(Money, WhatIsMissingIsNamed) {
  const auto eur = table().factor("EUR", 2010, "JPY", 2020, {});
  ASSERT_EQ(eur.diagnostics().size(), 3u);
  EXPECT_EQ(eur.diagnostics()[0].code, "rate-missing-deflator");
  EXPECT_EQ(eur.diagnostics()[2].code, "rate-missing-exchange");
  EXPECT_EQ(table().exchange("USD", "JPY", period("2010-09"), {}).diagnostics().front().code, "rate-missing-exchange");
}

TEST(Money, FaultsOfTheTableAreNamed) {
  const auto codes = [](const std::vector<ExchangeRate>& rates, const std::vector<Deflator>& deflators) {
    std::string text;
    for (const Diagnostic& d : make_rate_table(rates, deflators).diagnostics()) text += d.code + " ";
    return text;
  };
  EXPECT_EQ(codes({{"USD", "JPY", period("2010"), 0, "", {}}}, {}), "rate-not-positive ");
  EXPECT_EQ(codes({{"USD", "YEN", period("2010"), 90, "", {}}}, {}), "currency-unknown ");
  EXPECT_EQ(codes({{"USD", "JPY", period("2010"), 90, "", {}}, {"USD", "JPY", period("2010"), 91, "", {}}}, {}),
            "rate-duplicate ");
  EXPECT_EQ(codes({{"USD", "JPY", period("2010"), 90, "", {}}, {"JPY", "USD", period("2010"), 0.011, "", {}}}, {}),
            "rate-duplicate ");
  EXPECT_EQ(codes({}, {{"DEU", "EUR", period("2010"), 90, "", {}}, {"FRA", "EUR", period("2010"), 91, "", {}}}),
            "rate-duplicate ");
}

} // namespace
} // namespace rashin

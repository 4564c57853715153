#include "core/number_text.h"

#include "core/result.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <limits>

namespace rashin {
namespace {

std::string en(double value, int significant = 3) {
  return format_number(value, Language::English, {.significant = significant});
}
std::string words(double value, Language language) {
  return format_number(value, language, {.large_words = true});
}

TEST(NumberText, ShortestReadsBack) {
  for (const double value : {0.1, 1.0 / 3, 1e300, 5e-324, 123456789.0, -2.5})
    EXPECT_EQ(std::strtod(shortest(value).c_str(), nullptr), value);
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(2010), "2010");
}

TEST(NumberText, RoundsToSignificantDigits) {
  EXPECT_EQ(en(12345), "12,300");
  EXPECT_EQ(en(12355, 4), "12,360"); // exact half, to even
  EXPECT_EQ(en(12365, 4), "12,360");
  EXPECT_EQ(en(999.6), "1,000");
  EXPECT_EQ(en(0.045678), "0.0457");
  EXPECT_EQ(en(0.0999), "0.0999");
  EXPECT_EQ(en(0.99996), "1");
  EXPECT_EQ(en(5), "5");
  EXPECT_EQ(en(-5.25, 2), "−5.2");
  EXPECT_EQ(en(0), "0");
  EXPECT_EQ(en(-0.0), "0");
  EXPECT_EQ(en(123), "123");
  EXPECT_EQ(en(1e15), "1,000,000,000,000,000");
  EXPECT_EQ(format_number(12345, Language::English, {.significant = 5, .group_digits = false}), "12345");
}

TEST(NumberText, LargeWords) {
  EXPECT_EQ(words(123456789, Language::Japanese), "1.23億");
  EXPECT_EQ(words(45000, Language::Japanese), "4.5万");
  EXPECT_EQ(words(9999, Language::Japanese), "10,000");
  EXPECT_EQ(words(2.5e12, Language::Japanese), "2.5兆");
  EXPECT_EQ(words(123456789, Language::English), "123 million");
  EXPECT_EQ(words(-3e9, Language::English), "−3 billion");
}

TEST(NumberText, Intervals) {
  const auto interval = [](double low, double high, Language language) {
    return format_interval(low, high, language, {.significant = 2});
  };
  EXPECT_EQ(interval(12.3, 18.2, Language::English), "12–18");
  EXPECT_EQ(interval(0.31, 118, Language::English), "0–120");
  EXPECT_EQ(interval(5.14, 9.96, Language::English), "5–10"); // the place of 10, not of 9.9
  EXPECT_EQ(interval(-5, 3, Language::English), "−5 to 3");
  EXPECT_EQ(interval(-5, 3, Language::Japanese), "−5〜3");
  EXPECT_EQ(interval(12.1, 12.2, Language::English), "12");
  EXPECT_EQ(format_interval(1.2e8, 3.4e8, Language::Japanese, {.large_words = true}), "1.2–3.4億");
}

TEST(NumberText, WhatIsNotANumberIsAFaultOfOurs) {
  EXPECT_THROW(en(std::numeric_limits<double>::quiet_NaN()), Error);
  EXPECT_THROW(en(1, 0), Error);
}

} // namespace
} // namespace rashin

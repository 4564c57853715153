#include "format/scalar.h"

#include <gtest/gtest.h>

namespace rashin::format {
namespace {

template <class T> std::string code_of(const Result<T>& result) {
  return result.ok() ? "" : result.diagnostics().front().code;
}

TEST(ParseNumber, ReadsWhatPeopleType) {
  for (const auto& [text, value] : std::vector<std::pair<std::string, double>>{{"12.5", 12.5},
                                                                               {"-3", -3},
                                                                               {"+3", 3},
                                                                               {" 7 ", 7},
                                                                               {"　７　", 7},
                                                                               {"．５", 0.5},
                                                                               {"5.", 5},
                                                                               {"1e3", 1000},
                                                                               {"1Ｅ−3", 0.001},
                                                                               {"－１２．５", -12.5},
                                                                               {"0.1", 0.1},
                                                                               {"007", 7},
                                                                               {"30258", 30258}})
    EXPECT_EQ(parse_number(text, {}).value(), value) << text;
}

TEST(ParseNumber, RefusesTheRest) {
  for (const char* text : {"", " ", "abc", "1e", "e5", ".", "-", "+-1", "1 2", "0x10", "nan", "inf", "1_000", "12%",
                           "十", "1.2.3", "\xFF", "--1", "+ 1"})
    EXPECT_EQ(code_of(parse_number(text, {})), "value-not-a-number") << text;
  for (const char* text : {"1,234", "１，２３４", "1,5", "12,345.6"})
    EXPECT_EQ(code_of(parse_number(text, {})), "number-with-comma") << text;
  for (const char* text : {"1e999", "-1e999", "1e-999"})
    EXPECT_EQ(code_of(parse_number(text, {})), "number-out-of-range") << text;
  EXPECT_EQ(code_of(parse_number("1" + std::string(400, '0'), {})), "number-out-of-range");
}

TEST(ParseInteger, HoldsItsRange) {
  EXPECT_EQ(parse_integer("9223372036854775807", {}).value(), INT64_MAX);
  EXPECT_EQ(parse_integer("-9223372036854775808", {}).value(), INT64_MIN);
  EXPECT_EQ(parse_integer("＋４２", {}).value(), 42);
  EXPECT_EQ(code_of(parse_integer("9223372036854775808", {})), "number-out-of-range");
  for (const char* text : {"1.0", "", "-", "1e3", "+-1"})
    EXPECT_EQ(code_of(parse_integer(text, {})), "value-not-an-integer");
}

TEST(ParseBool, KnowsTwoWords) {
  EXPECT_TRUE(parse_bool("true", {}).value());
  EXPECT_FALSE(parse_bool(" false", {}).value());
  for (const char* text : {"True", "yes", "1", "はい", ""})
    EXPECT_EQ(code_of(parse_bool(text, {})), "value-not-a-boolean");
}

} // namespace
} // namespace rashin::format

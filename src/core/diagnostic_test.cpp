#include "core/diagnostic.h"

#include "core/messages.h"
#include "core/result.h"

#include <gtest/gtest.h>
#include <set>

namespace rashin {
namespace {

std::set<char> arguments_of(std::string_view pattern) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < pattern.size(); ++i)
    if (pattern[i] == '{' && pattern[i + 2] == '}') found.insert(pattern[i + 1]);
  return found;
}

TEST(Catalogue, CodesAreUniqueAndBothLanguagesNameTheSameArguments) {
  std::set<std::string_view> codes;
  for (const auto& group : message_groups())
    for (const MessageEntry& entry : group) {
      EXPECT_TRUE(codes.insert(entry.code).second) << entry.code;
      EXPECT_EQ(arguments_of(entry.en), arguments_of(entry.ja)) << entry.code;
      EXPECT_FALSE(entry.en.empty() || entry.ja.empty()) << entry.code;
    }
}

TEST(Diagnostic, ReadsAsFileLineColumnCodeMessage) {
  const Diagnostic d = make_diagnostic("value-not-a-number", {"supply.csv", 3, 7, 20, 22, "value"}, {"十"});
  EXPECT_TRUE(to_text(d, Language::English).starts_with("supply.csv:3:7 [value]: value-not-a-number: \"十\" is"));
  EXPECT_NE(to_text(d, Language::Japanese).find("「十」"), std::string::npos);
}

TEST(Diagnostic, UnknownCodeIsAFaultOfOurs) {
  EXPECT_THROW(make_diagnostic("no-such-code", {}), Error);
}

TEST(Diagnostic, JsonEscapesWhatJsonMustEscape) {
  const Diagnostic d = make_diagnostic("value-not-a-number", {"a\"b\\c.csv", 1, 1, 0, 1, ""}, {"\x01\n"});
  const std::string json = to_json({d});
  EXPECT_NE(json.find("a\\\"b\\\\c.csv"), std::string::npos);
  EXPECT_NE(json.find("\\u0001\\n"), std::string::npos);
}

TEST(Result, ValueOfAFailedResultThrows) {
  const Result<int> failed = make_diagnostic("value-not-a-number", {}, {"x"});
  EXPECT_FALSE(failed.ok());
  EXPECT_THROW((void)failed.value(), Error);
  EXPECT_EQ(Result<int>(3).value(), 3);
}

} // namespace
} // namespace rashin

#include "collect/json_file.h"

#include <gtest/gtest.h>

namespace rashin::collect {
namespace {

TEST(JsonFile, ValuesKnowTheirPlace) {
  const std::string bytes = "{\n  \"名前\": [1, -2.5e1 ,\"x\\\"y\"],\n  \"b\": {\"c\": true}\n}";
  JsonFile file("a.json", bytes);
  ASSERT_TRUE(file.ok());
  const JsonValue& array = file.member(file.root(), "名前");
  EXPECT_EQ(bytes.substr(array.begin_byte, array.end_byte - array.begin_byte), "[1, -2.5e1 ,\"x\\\"y\"]");
  EXPECT_EQ(bytes.substr(array.items[1].begin_byte, 6), "-2.5e1");
  EXPECT_EQ(array.items[1].end_byte - array.items[1].begin_byte, 6u);
  EXPECT_EQ(array.items[2].text, "x\"y");
  EXPECT_EQ(file.place(array.items[0]).line, 2);
  EXPECT_EQ(file.place(array.items[0]).column, 10);
  EXPECT_EQ(file.place(file.member(file.member(file.root(), "b"), "c")).column, 14);
}

struct Fault {
  const char* bytes;
  const char* code;
  int line;
  int column;
};

TEST(JsonFile, BrokenTextHasAPlace) {
  const Fault faults[] = {{"", "json-form", 1, 1},      {"{\"a\": 1,\n x}", "json-form", 2, 2},
                          {"[1, 2", "json-form", 1, 6}, {"{\"a\": 1, \"a\": 2}", "json-name-twice", 1, 10},
                          {"[1] 2", "json-form", 1, 5}, {"[1e999]", "json-form", 1, 6}};
  for (const Fault& fault : faults) {
    const JsonFile file("a.json", fault.bytes);
    ASSERT_EQ(file.faults().size(), 1u) << fault.bytes;
    EXPECT_EQ(file.faults()[0].code, fault.code) << fault.bytes;
    EXPECT_EQ(file.faults()[0].place.line, fault.line) << fault.bytes;
    EXPECT_NEAR(file.faults()[0].place.column, fault.column, 1) << fault.bytes;
  }
  EXPECT_EQ(JsonFile("a.json", std::string(100, '[')).faults()[0].code, "json-deep");
}

TEST(JsonFile, AllFaultsInOneGo) {
  JsonFile file("a.json", "{\"p\": [0.2, 1.5, \"x\"],\n \"typo\": 1, \"kind\": \"sovol\"}");
  for (const JsonValue& item : file.items(file.member(file.root(), "p"))) file.number(item, 0, 1);
  file.member(file.root(), "outcomes");
  file.word(file.member(file.root(), "kind"), {"sobol", "morris"});
  file.allow_only(file.root(), {"p", "kind", "outcomes"});
  ASSERT_EQ(file.faults().size(), 5u);
  EXPECT_EQ(file.faults()[0].code, "json-number-range");
  EXPECT_EQ(file.faults()[0].place.column, 13);
  EXPECT_EQ(file.faults()[1].code, "json-not-a-number");
  EXPECT_EQ(file.faults()[2].code, "json-name-missing");
  EXPECT_EQ(file.faults()[3].code, "json-word");
  EXPECT_EQ(file.faults()[4].code, "json-name-unknown");
  EXPECT_EQ(file.faults()[4].severity, Severity::Warning);
}

TEST(JsonFile, LengthsMustFit) {
  JsonFile file("a.json", "[[1, 2], [3]]");
  EXPECT_EQ(file.rows(file.root()).size(), 2u);
  ASSERT_EQ(file.faults().size(), 1u);
  EXPECT_EQ(file.faults()[0].code, "json-length");
  EXPECT_EQ(file.faults()[0].place.column, 10);
}

} // namespace
} // namespace rashin::collect

#include "format/edit.h"

#include "format/cp932.h"
#include "format/test_support.h"
#include "format/yaml.h"

namespace rashin::format {
namespace {

std::string code_of(const Result<std::string>& result) {
  if (result) return "";
  (void)named(result.diagnostics(), std::string(1 << 16, ' '));
  return result.diagnostics().front().code;
}

TEST(EditYaml, KeepsStyleWhereItCan) {
  const std::vector<std::array<std::string, 4>> cases = {
      // before, path, value, after
      {"a: 1 # why\nb: 2\n", "a", "12", "a: 12 # why\nb: 2\n"},
      {"a: 'x'\r\n", "a", "it's", "a: 'it''s'\r\n"},
      {"a: \"x\"\n", "a", "磁石\n\"q\"\\", "a: \"磁石\\n\\\"q\\\"\\\\\"\n"},
      {"a: x\n", "a", "b: c", "a: \"b: c\"\n"},
      {"a: x\n", "a", "# no comment", "a: \"# no comment\"\n"},
      {"a: x\n", "a", " pad ", "a: \" pad \"\n"},
      {"a: x\n", "a", "a, [b]", "a: a, [b]\n"},
      {"a: [x, y]\n", "a[0]", "b, c", "a: [\"b, c\", y]\n"},
      {"a: [x, y]\n", "a[0]", "", "a: [\"\", y]\n"},
      {"a: {b: x}\n", "a.b", "", "a: {b: }\n"},
      {"a: x # c\n", "a", "", "a:  # c\n"},
      {"a: # c\nb: 1\n", "a", "x", "a: x # c\nb: 1\n"},
      {"a:\n  -\n  - y\n", "a[0]", "x", "a:\n  - x\n  - y\n"},
      {"a: {b: , \"c\":}\n", "a.c", "1", "a: {b: , \"c\": 1}\n"},
      {"a: {\"c\":1}\n", "a.c", "x, y", "a: {\"c\":\"x, y\"}\n"},
      {"a: 'x'\n", "a", "tab\there\nline", "a: \"tab\\there\\nline\"\n"},
      {"a: 'x'\n", "a", "", "a: ''\n"},
      {"a: -3\n", "a", "-4.5", "a: -4.5\n"},
      {"a: one\n  two\nb: 1\n", "a", "three", "a: three\nb: 1\n"},
      {"a: x\n", "a", "\x07\xC2\x85\xE2\x80\xA8\xEF\xBB\xBF", "a: \"\\x07\\x85\\u2028\\uFEFF\"\n"},
      {"\xEF\xBB\xBF国: 日本\r\n", "国", "中国", "\xEF\xBB\xBF国: 中国\r\n"},
      {"x\n", "", "---", "\"---\"\n"},
  };
  for (const auto& [before, path, value, after] : cases) {
    const Result<std::string> edited = edit_yaml("x.yaml", before, path, value);
    ASSERT_TRUE(edited.ok()) << before << code_of(edited);
    EXPECT_EQ(*edited, after);
    const Place place = node_at(*read_yaml("x.yaml", before), path)->place;
    EXPECT_EQ(edit_yaml(before, place, value).value(), after) << "by its place";
  }
}

TEST(EditYaml, RefusesWhatItCannotDoSafely) {
  const std::string bytes = "a: |\n  text\nb: [1]\nc: x\n";
  EXPECT_EQ(code_of(edit_yaml("x", bytes, "a", "y")), "edit-block-text");
  EXPECT_EQ(code_of(edit_yaml("x", bytes, "b", "y")), "edit-not-one-value");
  EXPECT_EQ(code_of(edit_yaml("x", bytes, "d", "y")), "edit-no-target");
  EXPECT_EQ(code_of(edit_yaml(bytes, Place{"x", 1, 1, 0, 1, ""}, "y")), "edit-no-target");
  EXPECT_EQ(code_of(edit_yaml("x", bytes, "c", "\xFF")), "edit-not-text");
  EXPECT_EQ(code_of(edit_yaml("x", bytes, "c", std::string_view("\0", 1))), "edit-not-text");
  EXPECT_EQ(code_of(edit_yaml("x", "a: [", "a", "y")), "yaml-no-value");
  EXPECT_EQ(code_of(edit_yaml("[", Place{}, "y")), "yaml-no-value");
}

TEST(EditCsv, KeepsDialectAndQuotesOnlyWhereNeeded) {
  const std::vector<std::array<std::string, 4>> cases = {
      {"a,b\r\n1,2\r\n", "b", "３", "a,b\r\n1,３\r\n"},
      {"a,b\n1,\"x, y\"\n", "b", "z", "a,b\n1,\"z\"\n"},
      {"a,b\n1,2\n", "b", "x, \"y\"", "a,b\n1,\"x, \"\"y\"\"\"\n"},
      {"a,b\n1,\n", "b", "x\ny", "a,b\n1,\"x\ny\"\n"},
      {"a,b\n1,\n", "a", "", "a,b\n\"\",\n"},
      {"a,b\n1,2", "b", "", "a,b\n1,"},
      {"a,b\n\n1,2\n\n", "a", "\r", "a,b\n\n\"\r\",2\n\n"},
      {"\xEF\xBB\xBF"
       "a,b\n1,2\n",
       "a", "国",
       "\xEF\xBB\xBF"
       "a,b\n国,2\n"},
  };
  for (const auto& [before, column, value, after] : cases) {
    const Result<std::string> edited = edit_csv("x.csv", before, 0, column, value);
    ASSERT_TRUE(edited.ok()) << before << code_of(edited);
    EXPECT_EQ(*edited, after);
    const CsvFile table = *read_csv("x.csv", before);
    EXPECT_EQ(edit_csv(before, table.place(0, *table.column(column)), value).value(), after) << "by its place";
  }
  EXPECT_EQ(edit_csv("x", "a\tb\n1\t2\n", 0, "b", "x\ty,z", {.separator = '\t'}).value(), "a\tb\n1\t\"x\ty,z\"\n");
}

TEST(EditCsv, Cp932StaysCp932) {
  const std::string bytes = to_cp932("品目,値\r\n磁石,ソ\r\n").value();
  EXPECT_EQ(edit_csv("x", bytes, 0, "値", "表①").value(), to_cp932("品目,値\r\n磁石,表①\r\n").value());
  const Result<std::string> refused = edit_csv("x", bytes, 0, "値", "鉄😀");
  EXPECT_EQ(code_of(refused), "edit-not-in-cp932");
  EXPECT_NE(refused.diagnostics()[0].message.ja.find("😀"), std::string::npos);
}

TEST(EditCsv, RefusesWhatItCannotDoSafely) {
  EXPECT_EQ(code_of(edit_csv("x", "a\n1\n", 0, "b", "y")), "edit-no-target");
  EXPECT_EQ(code_of(edit_csv("x", "a\n1\n", 1, "a", "y")), "edit-no-target");
  EXPECT_EQ(code_of(edit_csv("a\n1\n", Place{"x", 1, 1, 0, 1, ""}, "y")), "edit-no-target");
  EXPECT_EQ(code_of(edit_csv("x", "a\n1\n", 0, "a", "\x01")), "edit-not-text");
  EXPECT_EQ(code_of(edit_csv("x", "a\n1,2\n", 0, "a", "y")), "csv-ragged-row");
  EXPECT_EQ(code_of(edit_csv(Result<std::string>("a\n1,2\n").value(), Place{}, "y")), "csv-ragged-row");
  // A file of half-width kana whose new bytes happen to be sound UTF-8 would no longer read as CP932.
  const std::string kana = to_cp932("a\nｱ\n").value();
  EXPECT_EQ(code_of(edit_csv("x", kana, 0, "a", "ﾃｱ")), "edit-refused");
}

TEST(PasteCsv, ReplacesABlockAndAddsRowsBelow) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a,b,c\r\n1,\"2\",3\r\n", "a,b,c\r\n1,\"x\",y\r\n,z,\r\n,\"u,v\",w\r\n"},
      {"a,b,c\n1,2,3", "a,b,c\n1,x,y\n,z,\n,\"u,v\",w"},
  };
  for (const auto& [before, after] : cases)
    EXPECT_EQ(paste_csv("x", before, 0, "b", {{"x", "y"}, {"z"}, {"u,v", "w"}}).value(), after);
  EXPECT_EQ(paste_csv("x", "a,b\n1,2\n", 1, "a", {{"3", "4"}}).value(), "a,b\n1,2\n3,4\n") << "below the last row";
  EXPECT_EQ(paste_csv("x", "a\n1\n\n2\n", 0, "a", {{"2"}, {"1"}}).value(), "a\n2\n\n1\n") << "the line between stays";
  const std::string cp932 = to_cp932("品目\n磁石\n").value();
  EXPECT_EQ(paste_csv("x", cp932, 1, "品目", {{"表"}}).value(), to_cp932("品目\n磁石\n表\n").value());
}

TEST(PasteCsv, RefusesWhatDoesNotFit) {
  EXPECT_EQ(code_of(paste_csv("x", "a,b\n1,2\n", 0, "b", {{"x", "y"}})), "edit-paste-too-wide");
  EXPECT_EQ(code_of(paste_csv("x", "a,b\n1,2\n", 2, "b", {{"x"}})), "edit-no-target");
  EXPECT_EQ(code_of(paste_csv("x", "a,b\n1,2\n", 0, "c", {{"x"}})), "edit-no-target");
  EXPECT_EQ(code_of(paste_csv("x", "a,b\n1,2\n", 0, "b", {{"\x01"}})), "edit-not-text");
  EXPECT_EQ(code_of(paste_csv("x", "a,b\n1,2\n", 1, "b", {{""}})), "edit-refused")
      << "a row with nothing in it is none";
  EXPECT_EQ(code_of(paste_csv("x", "a\n1,2\n", 0, "a", {{"x"}})), "csv-ragged-row");
}

} // namespace
} // namespace rashin::format

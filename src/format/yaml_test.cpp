#include "format/yaml.h"

#include "format/test_support.h"

namespace rashin::format {
namespace {

std::vector<ExpectedFault> faults_of(std::string_view bytes, const YamlLimits& limits = {}) {
  const Result<YamlNode> result = read_yaml("x.yaml", bytes, limits);
  EXPECT_FALSE(result.ok()) << bytes;
  return named(result.diagnostics(), bytes);
}

YamlNode read(std::string_view bytes) {
  Result<YamlNode> result = read_yaml("x.yaml", bytes);
  for (const Diagnostic& d : result.diagnostics()) ADD_FAILURE() << to_text(d, Language::English);
  return result.ok() ? result.take() : YamlNode{};
}

std::string covered(const YamlNode& node, std::string_view bytes) {
  return std::string(bytes.substr(node.place.begin_byte, node.place.end_byte - node.place.begin_byte));
}

TEST(Yaml, KeepsOrderStylesAndPaths) {
  const std::string bytes =
      "schema: 1\n題: {ja: \"磁石\", en: 'It''s'}\nsteps:\n  - a\n  - b: |\n      one\n      two\n    c: >-\n      x\n"
      "empty:\nlist: [1, {k: v}]\n";
  const YamlNode root = read(bytes);
  ASSERT_TRUE(root.is_mapping());
  ASSERT_EQ(root.entries.size(), 5u);
  EXPECT_EQ(root.entries[1].key, "題");
  EXPECT_EQ(root.entries[1].key_place.line, 2);
  const auto expect = [&](std::string_view path, YamlStyle style, std::string_view text, std::string_view source) {
    const YamlNode* node = node_at(root, path);
    ASSERT_NE(node, nullptr) << path;
    EXPECT_EQ(node->style, style) << path;
    EXPECT_EQ(node->text, text);
    EXPECT_EQ(covered(*node, bytes), source);
    EXPECT_EQ(node->place.field, path);
  };
  expect("schema", YamlStyle::Plain, "1", "1");
  expect("題.ja", YamlStyle::DoubleQuoted, "磁石", "\"磁石\"");
  expect("題.en", YamlStyle::SingleQuoted, "It's", "'It''s'");
  expect("題", YamlStyle::Flow, "", "{ja: \"磁石\", en: 'It''s'}");
  expect("steps[0]", YamlStyle::Plain, "a", "a");
  expect("steps[1].b", YamlStyle::Literal, "one\ntwo\n", "|\n      one\n      two");
  expect("steps[1].c", YamlStyle::Folded, "x", ">-\n      x");
  expect("steps", YamlStyle::Block, "", bytes.substr(bytes.find("- a"), bytes.find("empty") - 1 - bytes.find("- a")));
  expect("empty", YamlStyle::Plain, "", "");
  expect("list[1].k", YamlStyle::Plain, "v", "v");
  EXPECT_TRUE(root.find("empty")->is_missing());
  EXPECT_EQ(node_at(root, "list[2]"), nullptr);
  EXPECT_EQ(node_at(root, "題.fr"), nullptr);
  EXPECT_EQ(node_at(root, "schema[0]"), nullptr);
  EXPECT_EQ(node_at(root, ""), &root);
}

TEST(Yaml, PathsQuoteOddKeys) {
  const YamlNode root = read("\"a.b\": {'c\"[': 1}\n");
  const YamlNode* node = node_at(root, "\"a.b\".\"c\\\"[\"");
  ASSERT_NE(node, nullptr);
  EXPECT_EQ(node->place.field, "\"a.b\".\"c\\\"[\"");
  for (const char* bad : {"\"a.b", "[", "[x]", "[99999999999999999999999]", "a..b"})
    EXPECT_EQ(node_at(root, bad), nullptr);
}

TEST(Yaml, PlacesCountCodePointsAcrossBomCrlfTabsAndEmoji) {
  const std::string bytes = "\xEF\xBB\xBF国: 日本\r\n絵: 😀😀 \t# 注\r\nb:\t\"x\"\r\n";
  const YamlNode root = read(bytes);
  EXPECT_EQ(root.entries[0].key, "国") << "a BOM is no part of the first key";
  EXPECT_EQ(root.entries[0].key_place.column, 1);
  EXPECT_EQ(root.entries[0].key_place.begin_byte, 3u);
  EXPECT_EQ(covered(root.entries[0].value, bytes), "日本");
  EXPECT_EQ(root.entries[0].value.place.column, 4);
  EXPECT_EQ(covered(root.entries[1].value, bytes), "😀😀");
  EXPECT_EQ(root.entries[2].value.place.line, 3);
  EXPECT_EQ(root.entries[2].value.place.column, 4);
  EXPECT_EQ(covered(root.entries[2].value, bytes), "\"x\"");
}

TEST(Yaml, MissingValuesStandRightBehindTheirColonOrDash) {
  const std::string bytes = "a:   # why\nb:\n  - \n  -\nc: {d: , \"e\":}\n";
  const YamlNode root = read(bytes);
  const auto at = [&](std::string_view path) {
    const YamlNode* node = node_at(root, path);
    EXPECT_TRUE(node && node->is_missing() && node->place.begin_byte == node->place.end_byte) << path;
    return node->place.begin_byte;
  };
  EXPECT_EQ(at("a"), bytes.find(':') + 1);
  EXPECT_EQ(at("b[0]"), bytes.find("- ") + 1);
  EXPECT_EQ(at("c.d"), bytes.find("d:") + 2);
  EXPECT_EQ(at("c.e"), bytes.find("\"e\":") + 4);
}

TEST(Yaml, RefusesWhatIsNotPlainAndSaysWhere) {
  const std::vector<std::pair<std::string, ExpectedFault>> cases = {
      {"あ: !!str x\n", {"yaml-tag", 1, 4, "!!str"}},
      {"a: &b !c x\n", {"yaml-anchor", 1, 4, "&b"}},
      {"a: *b\n", {"yaml-alias", 1, 4, "*b"}},
      {"a:\n  <<: {b: 1}\n", {"yaml-merge-key", 2, 3, "<<"}},
      {"%YAML 1.2\n---\na: 1\n", {"yaml-directive", 1, 1, "%YAML 1.2\n---"}},
      {"a: 1\n---\nb: 2\n", {"yaml-several-documents", 2, 1, "---"}},
      {"a: 1\n\"a\": 2\n", {"yaml-duplicate-key", 2, 1, "\"a\""}},
      {"? a\n: b\n", {"yaml-complex-key", 1, 3, "a"}},
      {"x: {a, b: 1}\n", {"yaml-complex-key", 1, 5, "a"}},
      {"[a]: 1\n", {"yaml-complex-key", 1, 1, "[a]"}},
      {"\"\": 1\n", {"yaml-empty-key", 1, 1, "\"\""}},
      {"a: \"x\\0y\"\n", {"yaml-nul", 1, 4, "\"x\\0y\""}},
      {"# only this\n", {"yaml-empty", 0, 0, "# only this\n"}},
      {"a: b: c\n", {"yaml-colon", 1, 5, ":"}},
      {"a: - b\n", {"yaml-dash", 1, 4, "-"}},
      {"a: 1\nbcd\ne: 2\n", {"yaml-no-colon", 2, 1, "b"}},
      {"a: 1\n題：磁石\nb: 1\n", {"yaml-wide-colon", 2, 1, "題"}},
      {"a: \"bcd\n", {"yaml-unclosed-quote", 1, 4, "\""}},
      {"a: [1, 2\nb: 3\n", {"yaml-unclosed-bracket", 1, 4, "["}},
      {"a: \"C:\\data\"\n", {"yaml-escape", 1, 7, "\\"}},
      {"a: 1\n  b: 2\n", {"yaml-colon", 2, 4, ":"}},
      {"- a\nb: 1\n", {"yaml-indentation", 2, 1, "b"}},
      {"a: \"x\" y\n", {"yaml-indentation", 1, 8, "y"}},
      {"a:\n\tb: 1\n", {"yaml-tab", 2, 1, "\t"}},
      {"a: @b\n", {"yaml-character", 1, 4, "@"}},
      {"note: *強調*\n", {"yaml-character", 1, 7, "*"}},
      {"a: [1,,]\n", {"yaml-no-value", 1, 7, ","}},
      {"a: |x\n", {"yaml-syntax", 1, 5, "x"}},
      {"a: \xFF\xFE\n", {"text-not-utf8", 1, 4, "\xFF\xFE"}},
      {std::string("a: b\0", 5), {"text-control-character", 1, 5, std::string(1, '\0')}},
      {"a: b\xE2\x80\xA8", {"text-line-separator", 1, 5, "\xE2\x80\xA8"}},
      {"\xFF\xFE"
       "a",
       {"text-utf16", 1, 1, "\xFF\xFE"}},
  };
  for (const auto& [bytes, expected] : cases) {
    const auto found = faults_of(bytes);
    ASSERT_FALSE(found.empty()) << bytes;
    EXPECT_EQ(found.front(), expected) << bytes;
  }
}

TEST(Yaml, ReportsAllFaultsInOneGo) {
  const std::string bytes = "a: !t 1\na: 2\nb: &c 3\nd: *c\n<<: {}\n";
  std::vector<std::string> codes;
  for (const ExpectedFault& fault : faults_of(bytes)) codes.push_back(fault.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"yaml-tag", "yaml-duplicate-key", "yaml-anchor", "yaml-alias",
                                             "yaml-merge-key"}));
}

TEST(Yaml, SecondPropertyHasItsOwnPlace) {
  const auto found = faults_of("a: &b !c x\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1], (ExpectedFault{"yaml-tag", 1, 7, "!c"}));
}

TEST(Yaml, LimitsHold) {
  YamlLimits limits;
  limits.depth = 3;
  EXPECT_EQ(faults_of("[[[[x]]]]", limits).at(0), (ExpectedFault{"yaml-too-deep", 1, 4, "["}));
  EXPECT_TRUE(read_yaml("x", "[[x]]", limits).ok());
  limits.nodes = 3;
  EXPECT_EQ(faults_of("[a, b, c]", limits).at(0), (ExpectedFault{"yaml-too-many-values", 1, 8, "c"}));
  limits.bytes = 4;
  EXPECT_EQ(faults_of("abcde", limits).at(0).code, "file-too-large");
  EXPECT_EQ(faults_of(std::string(100'000, '['), {}).at(0).code, "yaml-too-deep");
  const auto noise = faults_of(std::string(5000, '\x01'));
  EXPECT_EQ(noise.size(), 1001u);
  EXPECT_EQ(noise.front().code, "too-many-faults");
}

TEST(Yaml, LongPathsAreCut) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += std::string(static_cast<std::size_t>(i), ' ') + "鍵鍵鍵鍵鍵鍵鍵鍵:\n";
  bytes += std::string(20, ' ') + "x: 1\n";
  const YamlNode root = read(bytes);
  const YamlNode* node = &root;
  while (!node->entries.empty()) node = &node->entries.front().value;
  EXPECT_LE(node->place.field.size(), 205u);
  EXPECT_TRUE(node->place.field.ends_with("…"));
}

TEST(Yaml, AKeyMayEndInAnEllipsis) {
  const auto root = read_yaml("a.yaml", "more…:\n  - x: 1\n");
  ASSERT_TRUE(root);
  EXPECT_EQ(root->find("more…")->items[0].find("x")->place.field, "more…[0].x");
}

TEST(YamlValues, ReadAsNumbersIntegersAndBooleans) {
  const YamlNode root = read("n: ４５．５\ni: −１２\nt: true\nq: \"3\"\ne:\nbig: 1,234\nl: [1, {a: b}, [c], d]\nyes: "
                             "yes\nw: 二\nf: 1.5\nh: 1e999\n");
  EXPECT_EQ(as_number(*root.find("n")).value(), 45.5);
  EXPECT_EQ(as_integer(*root.find("i")).value(), -12);
  EXPECT_TRUE(as_bool(*root.find("t")).value());
  EXPECT_EQ(as_number(*root.find("q")).value(), 3);
  EXPECT_EQ(as_text(*root.find("yes")).value(), "yes");
  const auto code = [](const auto& result) { return result.ok() ? "" : result.diagnostics().front().code; };
  EXPECT_EQ(code(as_number(*root.find("e"))), "missing-value");
  EXPECT_EQ(code(as_number(*root.find("big"))), "number-with-comma");
  EXPECT_NE(as_number(*root.find("big")).diagnostics()[0].message.ja.find("「1234」"), std::string::npos);
  EXPECT_EQ(code(as_integer(*root.find("big"))), "number-with-comma");
  EXPECT_EQ(code(as_number(*root.find("w"))), "value-not-a-number");
  EXPECT_EQ(code(as_integer(*root.find("f"))), "value-not-an-integer");
  EXPECT_EQ(code(as_number(*root.find("h"))), "number-out-of-range");
  EXPECT_EQ(code(as_bool(*root.find("yes"))), "value-not-a-boolean");
  EXPECT_EQ(code(as_text(*root.find("l"))), "not-a-single-value");
  EXPECT_EQ(excerpt(*root.find("l")), "[1, {…}, […], …]");
  EXPECT_EQ(as_number(*root.find("big")).diagnostics()[0].place.field, "big");
  EXPECT_EQ(as_number(*root.find("big")).diagnostics()[0].place.line, 6);
}

} // namespace
} // namespace rashin::format

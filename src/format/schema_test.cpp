#include "format/schema.h"

#include "format/nearest.h"
#include "format/test_support.h"

namespace rashin::format {
namespace {

using enum Presence;

const Schema& sample() {
  static const Schema step{"step",
                           {"手順", "A step"},
                           {{"id", type::id(), Required, {"識別子", "id"}},
                            {"cost", type::quantity(), Optional, {"費用", "cost"}},
                            {"after", type::one_or_more(type::reference("step")), Optional, {}}}};
  static const Schema schema{"plan",
                             {"計画", "A plan"},
                             {{"schema", type::integer(), Required, {}},
                              {"status", type::choice({"draft", "release", "1"}), Required, {}},
                              {"title", type::localized(), Required, {"題名", "title"}},
                              {"note", type::text(), Optional, {}},
                              {"open", type::boolean(), Optional, {}},
                              {"share", type::number(), Optional, {}},
                              {"as_of", type::date(), Optional, {}},
                              {"about", type::period(), Optional, {}},
                              {"steps", type::list_of(type::object(step)), Optional, {"手順", "steps"}},
                              {"weights", type::map_of(type::number()), Optional, {}}}};
  return schema;
}

std::vector<ExpectedFault> faults_of(const std::string& bytes) {
  const Result<YamlNode> node = read_yaml("plan.yaml", bytes);
  EXPECT_TRUE(node.ok()) << bytes;
  return node ? named(check(*node, sample()), bytes) : std::vector<ExpectedFault>{};
}

const std::string good = "schema: 1\nstatus: draft\ntitle: {ja: 計画}\n";

TEST(Schema, AcceptsWhatIsRight) {
  EXPECT_TRUE(faults_of(good).empty());
  const std::string all = "schema: １\nstatus: 1\ntitle: {ja: 計画, en: 2010}\nnote: yes\nopen: true\nshare: "
                          "０．５\nas_of: 平成22年9月7日\nabout: FY2010\n"
                          "steps:\n  - id: a\n    cost: {value: 4, low: 1, high: 9, dist: pert, unit: JPY, period: "
                          "2010, basis: [claim:a, claim:b]}\n"
                          "  - id: b-2\n    after: [a, step:a]\n    cost: {judgements: [{by: X, p5: 1, p50: 2, p95: 3, "
                          "on: 2010-09}], unit: JPY}\n"
                          "  - id: c\n    after: a\n    cost: {value: 2012-03, low: 2011, high: 2013Q1, unit: "
                          "date}\nweights: {x: 1, y: 2}\n";
  EXPECT_TRUE(faults_of(all).empty()) << faults_of(all).front();
}

TEST(Schema, NamesUnknownAndMissingKeys) {
  const std::string bytes = "schema: 1\nstauts: draft\ntitle: {ja: 計画}\nsteps:\n  - di: a\n";
  const std::vector<ExpectedFault> expected = {{"missing-key", 1, 1, bytes.substr(0, bytes.size() - 1)},
                                               {"unknown-key", 2, 1, "stauts"},
                                               {"missing-key", 5, 5, "di: a"},
                                               {"unknown-key", 5, 5, "di"}};
  EXPECT_EQ(faults_of(bytes), expected);
  const Diagnostics found = check(*read_yaml("plan.yaml", bytes), sample());
  EXPECT_NE(found[1].message.en.find("\"status\""), std::string::npos) << found[1].message.en;
  EXPECT_NE(found[3].message.ja.find("「id」"), std::string::npos) << found[3].message.ja;
}

TEST(Schema, NamesWrongTypesWithTheValueSeen) {
  const std::vector<std::pair<std::string, ExpectedFault>> cases = {
      {"note: [a, b]", {"not-a-single-value", 4, 7, "[a, b]"}},
      {"note:", {"missing-value", 4, 6, ""}},
      {"note: \"\"", {"missing-value", 4, 7, "\"\""}},
      {"open: yes", {"value-not-a-boolean", 4, 7, "yes"}},
      {"share: 十", {"value-not-a-number", 4, 8, "十"}},
      {"share: 1,000", {"number-with-comma", 4, 8, "1,000"}},
      {"steps: {a: b}", {"wrong-type-list", 4, 8, "{a: b}"}},
      {"steps: [a]", {"wrong-type-mapping", 4, 9, "a"}},
      {"steps: [{id: Ａ}]", {"value-not-an-id", 4, 14, "Ａ"}},
      {"steps: [{id: a, after: b c}]", {"value-not-a-reference", 4, 24, "b c"}},
      {"steps: [{id: a, cost: 5}]", {"wrong-type-mapping", 4, 23, "5"}},
      {"steps: [{id: a, cost: {unit: JPY}}]", {"missing-key", 4, 23, "{unit: JPY}"}},
      {"steps: [{id: a, cost: {value: 1}}]", {"missing-key", 4, 23, "{value: 1}"}},
      {"steps: [{id: a, cost: {value: x, unit: date}}]", {"date-form", 4, 31, "x"}},
      {"steps: [{id: a, cost: {value: 1, unit: t, judgements: []}}]", {"quantity-two-forms", 4, 55, "[]"}},
      {"weights: [1]", {"wrong-type-mapping", 4, 10, "[1]"}},
      {"weights: {a: b}", {"value-not-a-number", 4, 14, "b"}},
  };
  for (const auto& [line, expected] : cases) {
    const auto found = faults_of(good + line + "\n");
    ASSERT_EQ(found.size(), 1u) << line;
    EXPECT_EQ(found.front(), expected) << line;
  }
  EXPECT_EQ(faults_of("schema: x\nstatus: drafd\ntitle: 題\n"),
            (std::vector<ExpectedFault>{{"value-not-an-integer", 1, 9, "x"},
                                        {"value-not-in-list", 2, 9, "drafd"},
                                        {"localized-form", 3, 8, "題"}}));
  EXPECT_EQ(faults_of("schema: 1\nstatus: draft\ntitle: {fr: x}\n").at(0), (ExpectedFault{"unknown-key", 3, 9, "fr"}));
  EXPECT_EQ(faults_of("schema: 1\nstatus: draft\ntitle: {}\n").at(0), (ExpectedFault{"localized-form", 3, 8, "{}"}));
  EXPECT_EQ(faults_of("[a]\n").at(0).code, "wrong-type-mapping");
}

TEST(Schema, JsonSchemaIsStableAndComplete) {
  const std::string json = to_json_schema(sample(), "Plan");
  EXPECT_EQ(json, to_json_schema(sample(), "Plan"));
  EXPECT_TRUE(
      json.starts_with("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"Plan\",\n"
                       "  \"description\": \"計画\\nA plan\",\n  \"type\": \"object\",\n"));
  for (const char* part : {"\"enum\": [\"draft\", \"release\", \"1\", 1]", "\"$ref\": \"#/$defs/quantity\"",
                           "\"required\": [\"schema\", \"status\", \"title\"]", "\"additionalProperties\": false",
                           "\"judgements\"", "\"items\""})
    EXPECT_NE(json.find(part), std::string::npos) << part;
}

CsvSchema supply() {
  return {"supply.csv",
          {},
          {{"item", type::id(), Required, {"品目", "item"}},
           {"value", type::number(), Required, {"値 | 量", "value"}},
           {"basis", type::one_or_more(type::reference("claim")), Optional, {"根拠", "basis"}},
           {"note", type::text(), Optional, {}}}};
}

TEST(CsvSchemas, NameEachColumnAndCell) {
  const std::string bytes = "itme,value,basis\nA,,claim:a; b\nmagnet,1,c d\n";
  const std::vector<ExpectedFault> expected = {{"missing-column", 1, 1, ""},
                                               {"unknown-column", 1, 1, "itme"},
                                               {"missing-cell", 2, 3, ""},
                                               {"value-not-a-reference", 3, 10, "c d"}};
  const Result<CsvFile> table = read_csv("supply.csv", bytes);
  const Diagnostics found = check(*table, supply());
  EXPECT_EQ(named(found, bytes), expected);
  EXPECT_NE(found[1].message.en.find("\"item\""), std::string::npos);
  EXPECT_EQ(found[2].place.field, "value");
  EXPECT_TRUE(check(*read_csv("supply.csv", "item,value\nmagnet,１２\n"), supply()).empty());
}

TEST(CsvSchemas, BecomeATableOfTheReferencePage) {
  EXPECT_EQ(to_markdown(supply(), Language::Japanese),
            "| 列 | 必須 | 形 | 意味 |\n| --- | --- | --- | --- |\n| `item` | 必須 | 識別子 | 品目 |\n| `value` | 必須 "
            "| 数値 | 値 \\| 量 |\n"
            "| `basis` |  | 参照: claim（複数は ; 区切り） | 根拠 |\n| `note` |  | 文字列 |  |\n");
  EXPECT_TRUE(to_markdown(supply(), Language::English).starts_with("| column | required |"));
}

TEST(Nearest, CountsCodePointsAndSwaps) {
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("題名", "題"), 1u);
  EXPECT_EQ(edit_distance("itme", "item"), 1u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
  const std::vector<std::string> words{"low", "high", "value"};
  EXPECT_EQ(nearest("hihg", words), "high");
  EXPECT_EQ(nearest("x", {}), "");
}

} // namespace
} // namespace rashin::format

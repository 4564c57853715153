#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "core/json.h"
#include "core/number_text.h"
#include "need/pairwise.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using Layout = JsonWriter::Layout;

struct AhpFile {
  std::vector<std::string> criteria;
  std::vector<std::string> people;
  std::vector<std::vector<std::vector<double>>> judgements; ///< [person][row][column]
};

/// Cells below the diagonal may be left empty (null); where they stand, they must agree.
std::vector<std::vector<double>> read_matrix(JsonFile& file, const JsonValue& matrix, const AhpFile& read) {
  const std::size_t n = read.criteria.size();
  std::vector<std::vector<double>> cells(n, std::vector<double>(n, 1.0));
  std::vector<const JsonValue*> below(n * n, nullptr);
  const std::vector<JsonValue>& rows = file.items(matrix, n);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<JsonValue>& row = file.items(rows[i], n);
    for (std::size_t j = 0; j < row.size(); ++j) {
      const std::string pair = read.criteria[i] + " : " + read.criteria[j];
      if (j < i) {
        if (row[j].kind != JsonValue::Kind::Null) below[i * n + j] = &row[j];
      } else if (row[j].kind == JsonValue::Kind::Null && i != j) {
        file.fail(row[j], "ahp-skipped", {pair});
      } else if (row[j].kind != JsonValue::Kind::Null) {
        cells[i][j] = file.number(row[j], 1e-6, 1e6);
        if (i == j && cells[i][j] != 1) file.fail(row[j], "ahp-diagonal", {read.criteria[i], shortest(cells[i][j])});
      }
    }
  }
  for (std::size_t i = 0; i < n && file.ok(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      cells[i][j] = 1 / cells[j][i];
      const JsonValue* const given = below[i * n + j];
      if (!given) continue;
      const double value = file.number(*given, 1e-6, 1e6);
      if (file.ok() && std::fabs(value * cells[j][i] - 1) > 0.02) // 0.33 for a third is meant so
        file.fail(*given, "ahp-reciprocal",
                  {read.criteria[i] + " : " + read.criteria[j], shortest(value), shortest(cells[j][i])});
    }
  return cells;
}

AhpFile read_ahp(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "criteria", "matrix", "people"});
  AhpFile read;
  const JsonValue& criteria = file.member(root, "criteria");
  const bool bare = criteria.kind == JsonValue::Kind::Array && !criteria.items.empty() &&
                    criteria.items[0].kind == JsonValue::Kind::Array; // the comparisons themselves
  if (bare)
    for (std::size_t i = 0; i < criteria.items.size(); ++i) read.criteria.push_back(std::to_string(i + 1));
  else
    read.criteria = file.texts(criteria);
  const auto person = [&](const std::string& by, const JsonValue& matrix) {
    read.people.push_back(by);
    read.judgements.push_back(read_matrix(file, matrix, read));
  };
  if (bare)
    person("", criteria);
  else if (const JsonValue* matrix = root.find("matrix"))
    person("", *matrix);
  else
    for (const JsonValue& item : file.items(file.member(root, "people"))) {
      file.allow_only(item, {"by", "matrix", "reason"});
      person(file.text(file.member(item, "by")), file.member(item, "matrix"));
    }
  if (file.ok() && (read.people.empty() || read.criteria.empty())) file.fail(root, "judge-nobody");
  return read;
}

void weights_members(JsonWriter& json, const AhpFile& read, const need::PairwiseWeights& w) {
  json.key("weights").begin_array(Layout::OneLine);
  for (const double weight : w.weights) json.number(weight);
  json.end_array().key("lambda").number(w.lambda).key("consistency_index").number(w.consistency_index);
  json.key("consistency_ratio");
  w.ratio ? json.number(*w.ratio) : json.null();
  if (read.criteria.size() > 2)
    json.key("least_fitting")
        .begin_object(Layout::OneLine)
        .key("of")
        .text(read.criteria[w.row])
        .key("over")
        .text(read.criteria[w.column])
        .key("fitting")
        .number(w.fitting)
        .end_object();
}

std::string json_of(const AhpFile& read, const std::vector<need::PairwiseWeights>& people,
                    const need::PairwiseWeights& together) {
  JsonWriter json;
  json.begin_object().key("criteria").begin_array(Layout::OneLine);
  for (const std::string& name : read.criteria) json.text(name);
  json.end_array().key("people").begin_array();
  for (std::size_t e = 0; e < people.size(); ++e) {
    json.begin_object().key("by").text(read.people[e]);
    weights_members(json, read, people[e]);
    json.end_object();
  }
  json.end_array().key("together").begin_object();
  weights_members(json, read, together);
  return json.end_object().end_object().take();
}

void print(const Call& call, const AhpFile& read, const std::vector<need::PairwiseWeights>& people,
           const need::PairwiseWeights& together) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  std::vector<std::string> header{say({"人", "person"})};
  header.insert(header.end(), read.criteria.begin(), read.criteria.end());
  for (const char* name : {"lambda", "CI", "CR"}) header.emplace_back(name);
  TextTable table(header);
  const auto row = [&](const std::string& name, const need::PairwiseWeights& w) {
    std::vector<std::string> cells{name};
    for (const double weight : w.weights) cells.push_back(figure(weight));
    cells.push_back(figure(w.lambda));
    cells.push_back(figure(w.consistency_index));
    cells.push_back(w.ratio ? figure(*w.ratio) : "–");
    table.row(std::move(cells));
  };
  for (std::size_t e = 0; e < people.size(); ++e) row(read.people[e], people[e]);
  if (people.size() > 1) row(say({"まとめて（幾何平均）", "together (geometric mean)"}), together);
  table.print(call.out);
  for (std::size_t e = 0; e < people.size(); ++e) {
    if (!people[e].ratio || *people[e].ratio <= 0.1) continue;
    const std::string pair = read.criteria[people[e].row] + " : " + read.criteria[people[e].column],
                      fitting = figure(people[e].fitting), by = read.people[e].empty() ? "" : read.people[e] + ": ";
    call.out << say({by + "CR が 0.1 を超え、比べ方が食い違っています。最も合わないのは " + pair +
                         "（ほかの判断からは " + fitting + "）。もう一度尋ねてください。",
                     by + "CR is above 0.1: the judgements contradict each other. The one that fits least is " + pair +
                         " (the others would say " + fitting + "). Ask again."})
             << '\n';
  }
  call.out << say({"重みを述べるための補助です。順位は rank smaa で、人ごとの重みの幅とともに求めてください。",
                   "An aid to state weights. For ranks use rank smaa, with the spread of weights between people."})
           << '\n';
}

int ahp(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method);
  const JsonValue& root = case_in(file, *method, {"matrix", "people", "criteria"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const AhpFile read = read_ahp(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  std::vector<need::PairwiseWeights> people;
  for (const auto& judgements : read.judgements) people.push_back(need::pairwise_weights(judgements));
  const need::PairwiseWeights together = need::pairwise_weights(need::joined(read.judgements));
  if (method->json)
    call.out << json_of(read, people, together);
  else
    print(call, read, people, together);
  return Done;
}

} // namespace

std::vector<Command> ahp_commands() {
  return {{"rank ahp",
           {"FILE.json … 一対比較から重みを求める（AHP）", "FILE.json … weights from comparisons two by two (AHP)"},
           {"  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           ahp}};
}

} // namespace rashin::cli

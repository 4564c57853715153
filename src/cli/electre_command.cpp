#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "cli/rank_files.h"
#include "core/json.h"
#include "core/number_text.h"
#include "need/electre.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using need::Electre;
using Layout = JsonWriter::Layout;

/// q and p of every criterion, v where a lead may veto: nobody can do without the first two, so none is assumed.
std::vector<need::OutrankingThresholds> read_thresholds(JsonFile& file, const JsonValue& root, const RankFile& read) {
  std::vector<need::OutrankingThresholds> thresholds(read.table.criteria.size());
  const JsonValue* const criteria = root.find("criteria");
  for (std::size_t k = 0; k < thresholds.size(); ++k) {
    const JsonValue& item = criteria ? criteria->items[k] : root;
    const JsonValue* const name_of = item.find("name"); // what of a criterion stands in a table
    const JsonValue& where = name_of ? *name_of : item;
    const auto needed = [&](std::string_view name) {
      const auto value =
          criteria && item.kind == JsonValue::Kind::Object ? file.optional_number(item, name, 0, 1e300) : std::nullopt;
      if (!value && file.ok()) file.fail(where, "electre-threshold", {read.table.criteria[k].name, name});
      return value.value_or(0);
    };
    need::OutrankingThresholds& t = thresholds[k];
    t.indifference = needed("q");
    t.strict = needed("p");
    if (item.kind == JsonValue::Kind::Object) t.veto = file.optional_number(item, "v", 0, 1e300);
    if (file.ok() && (t.indifference > t.strict || t.veto.value_or(t.strict) < t.strict))
      file.fail(where, "electre-order", {read.table.criteria[k].name});
  }
  return thresholds;
}

void matrix(JsonWriter& json, std::string_view key, const std::vector<double>& cells, std::size_t n) {
  json.key(key).begin_array();
  for (std::size_t a = 0; a < n; ++a) {
    json.begin_array(Layout::OneLine);
    for (std::size_t b = 0; b < n; ++b) json.number(cells[a * n + b]);
    json.end_array();
  }
  json.end_array();
}

std::vector<std::string> incomparable_with(const RankFile& file, const Electre& result, std::size_t a) {
  std::vector<std::string> names;
  for (std::size_t b = 0; b < result.size(); ++b)
    if (result.incomparable(a, b)) names.push_back(file.alternatives[b]);
  return names;
}

std::string json_of(const RankFile& file, const Electre& result) {
  constexpr std::size_t most_in_full = 100;
  JsonWriter json;
  json.begin_object().key("alternatives").begin_array();
  for (std::size_t a = 0; a < result.size(); ++a) {
    json.begin_object(Layout::OneLine).key("name").text(file.alternatives[a]);
    json.key("rank").integer(static_cast<std::int64_t>(result.place[a]));
    json.key("descending").integer(static_cast<std::int64_t>(result.descending[a]));
    json.key("ascending").integer(static_cast<std::int64_t>(result.ascending[a]));
    json.key("incomparable_with").begin_array(Layout::OneLine);
    for (const std::string& name : incomparable_with(file, result, a)) json.text(name);
    json.end_array().end_object();
  }
  json.end_array();
  if (result.size() <= most_in_full) {
    matrix(json, "concordance", result.concordance, result.size());
    matrix(json, "credibility", result.credibility, result.size());
  }
  return json.end_object().take();
}

void print(const Call& call, const RankFile& file, const Electre& result) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({say({"順位", "place"}), say({"選択肢", "alternative"}), say({"下降", "descending"}),
                   say({"上昇", "ascending"}), say({"比較できない相手", "incomparable with"})});
  std::vector<std::size_t> order(result.size());
  for (std::size_t a = 0; a < order.size(); ++a) order[a] = a;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return result.place[a] < result.place[b]; });
  for (const std::size_t a : order) {
    std::string others;
    for (const std::string& name : incomparable_with(file, result, a)) others += (others.empty() ? "" : ", ") + name;
    table.row({std::to_string(result.place[a]), file.alternatives[a], std::to_string(result.descending[a]),
               std::to_string(result.ascending[a]), others});
  }
  table.print(call.out);
  call.out << say({"順位は二つの蒸留で共通する順序（半順序）。比較できない相手とは、資料だけでは優劣が決まりません。",
                   "Places are the order on which both distillations agree, a partial one: between incomparable "
                   "alternatives the table does not decide."})
           << '\n'
           << say({"順位はしきい値、重み、基準の選び方によります。",
                   "Ranks depend on thresholds, weights and the choice of criteria."})
           << '\n';
}

int electre(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method, ranking_tree);
  const JsonValue& root = case_in(file, *method, {"scores", "matrix", "alternatives"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const RankFile read = read_rank(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  const std::vector<need::OutrankingThresholds> thresholds = read_thresholds(file, root, read);
  if (file.ok() && read.alternatives.size() > 1000)
    file.fail(root, "electre-many", {std::to_string(read.alternatives.size())});
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const Electre result = need::electre(read.table, thresholds);
  if (method->json)
    call.out << json_of(read, result);
  else
    print(call, read, result);
  return Done;
}

} // namespace

std::vector<Command> electre_commands() {
  return {{"rank electre",
           {"FILE … 重大な欠点が埋め合わされない順位（ELECTRE III）",
            "FILE … ranks in which a grave weakness is not made up for (ELECTRE III)"},
           {"  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           electre}};
}

} // namespace rashin::cli

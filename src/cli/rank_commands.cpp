#include "cli/method_commands.h"
#include "cli/method_print.h"
#include "cli/plain_file.h"
#include "cli/rank_files.h"
#include "core/json.h"
#include "need/smaa.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using Layout = JsonWriter::Layout;

struct RankCall {
  MethodCall method;
  RankFile file;
};

Result<RankCall> rank_call(const Call& call, CommandForm form) {
  form.options.push_back("--case");
  auto method = method_call(call, std::move(form));
  if (!method) return method.diagnostics();
  JsonFile file = plain_file(*method, ranking_tree);
  const collect::JsonValue& root = case_in(file, *method, {"scores", "matrix", "alternatives"});
  if (!file.ok()) return file.faults();
  RankFile read = read_rank(file, root);
  if (!file.ok()) return file.faults();
  report_notes(call, file.faults());
  return RankCall{method.take(), std::move(read)};
}

void numbers(JsonWriter& json, std::string_view key, const std::vector<double>& values) {
  json.key(key).begin_array(Layout::OneLine);
  for (const double value : values) json.number(value);
  json.end_array();
}

std::vector<std::size_t> best_first(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return order;
}

int topsis(const Call& call) {
  auto rank = rank_call(call, {{}, {"--normalisation"}, 1, 1});
  if (!rank) return report(call, rank.diagnostics());
  const RankFile& file = rank->file;
  need::Normalisation normalisation =
      file.normalisation.value_or(file.goalposts ? need::Normalisation::Goalposts : need::Normalisation::Vector);
  if (const auto given = rank->method.arguments.option("--normalisation")) {
    static constexpr std::string_view words[] = {"goalposts", "vector", "linear"};
    const auto found = std::find(std::begin(words), std::end(words), *given);
    if (found == std::end(words))
      return report(call,
                    {make_diagnostic("usage-choice", {}, {"--normalisation", *given, "goalposts, vector, linear"})});
    normalisation = static_cast<need::Normalisation>(found - std::begin(words));
    if (normalisation == need::Normalisation::Goalposts && !file.goalposts)
      return report_in_file(call, rank->method.file, {make_diagnostic("rank-no-goalposts", {})}, rank->method.json);
  }
  if (normalisation != need::Normalisation::Goalposts)
    report_notes(call, {make_diagnostic("rank-reversal", Place{rank->method.file})});
  const std::vector<double> closeness = need::topsis(file.table, normalisation);
  const std::vector<std::size_t> places = need::places(closeness);
  static constexpr std::string_view names[] = {"goalposts", "vector", "linear"};
  const std::string name(names[static_cast<std::size_t>(normalisation)]);
  if (rank->method.json) {
    JsonWriter json;
    json.begin_object().key("normalisation").text(name).key("alternatives").begin_array();
    for (std::size_t a = 0; a < closeness.size(); ++a)
      json.begin_object(Layout::OneLine)
          .key("name")
          .text(file.alternatives[a])
          .key("closeness")
          .number(closeness[a])
          .key("rank")
          .integer(static_cast<std::int64_t>(places[a]))
          .end_object();
    call.out << json.end_array().end_object().take();
    return Done;
  }
  TextTable table({"", LocalizedText{"近さ", "closeness"}.in(call.language),
                   LocalizedText{"選択肢", "alternative"}.in(call.language)});
  for (const std::size_t a : best_first(closeness))
    table.row({std::to_string(places[a]), figure(closeness[a]), file.alternatives[a]});
  table.print(call.out);
  call.out << LocalizedText{"正規化: ", "normalisation: "}.in(call.language) << name << '\n';
  return Done;
}

int promethee(const Call& call) {
  auto rank = rank_call(call, {{}, {}, 1, 1});
  if (!rank) return report(call, rank.diagnostics());
  const RankFile& file = rank->file;
  if (file.alternatives.size() < 2)
    return report_in_file(call, rank->method.file, {make_diagnostic("rank-one", {})}, rank->method.json);
  const need::PrometheeFlows flows = need::promethee(file.table, file.preferences, 0);
  const std::vector<std::size_t> places = need::places(flows.net);
  if (rank->method.json) {
    JsonWriter json;
    json.begin_object().key("alternatives").begin_array();
    for (std::size_t a = 0; a < flows.net.size(); ++a)
      json.begin_object(Layout::OneLine)
          .key("name")
          .text(file.alternatives[a])
          .key("plus")
          .number(flows.plus[a])
          .key("minus")
          .number(flows.minus[a])
          .key("net")
          .number(flows.net[a])
          .key("rank")
          .integer(static_cast<std::int64_t>(places[a]))
          .end_object();
    json.end_array();
    if (file.alternatives.size() <= 100) {
      const std::vector<double> indices = need::preference_indices(file.table, file.preferences);
      json.key("preference_index").begin_array();
      for (std::size_t a = 0; a < flows.net.size(); ++a) {
        json.begin_array(Layout::OneLine);
        for (std::size_t b = 0; b < flows.net.size(); ++b) json.number(indices[a * flows.net.size() + b]);
        json.end_array();
      }
      json.end_array();
    }
    call.out << json.end_object().take();
    return Done;
  }
  TextTable table({"", LocalizedText{"正味", "net"}.in(call.language), "+", "-",
                   LocalizedText{"選択肢", "alternative"}.in(call.language)});
  for (const std::size_t a : best_first(flows.net))
    table.row({std::to_string(places[a]), figure(flows.net[a]), figure(flows.plus[a]), figure(flows.minus[a]),
               file.alternatives[a]});
  table.print(call.out);
  return Done;
}

void print_smaa(const Call& call, const RankFile& file, const std::vector<need::SmaaAlternative>& result) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({say({"選択肢", "alternative"}), say({"1 位の割合", "P(first)"}), say({"標準誤差", "s.e."}),
                   say({"平均順位", "mean rank"}), say({"信頼", "confidence"}),
                   say({"1 位になる重み", "central weights"})});
  std::vector<double> keys;
  for (const need::SmaaAlternative& alternative : result) keys.push_back(-alternative.expected_rank);
  for (const std::size_t a : best_first(keys)) {
    std::string central;
    for (const double weight : result[a].central_weight) central += (central.empty() ? "" : " ") + figure(weight);
    table.row({file.alternatives[a], figure(result[a].acceptability[0]), figure(result[a].standard_error[0]),
               figure(result[a].expected_rank), figure(result[a].confidence), central});
  }
  table.print(call.out);
  call.out << say({"順位は基準の選び方によります。", "Ranks depend on the choice of criteria."}) << '\n';
}

int smaa(const Call& call) {
  auto rank = rank_call(call, {{}, {"--draws", "--seed", "--threads"}, 1, 1});
  if (!rank) return report(call, rank.diagnostics());
  RankFile file = rank->file;
  if (set_goalposts_from_scores(file))
    report_notes(call, {make_diagnostic("rank-goalposts-taken", Place{rank->method.file})});
  const auto draws = integer_option(rank->method.arguments, "--draws", 1, 100'000'000);
  const auto seed = integer_option(rank->method.arguments, "--seed", 0, 1LL << 53);
  const auto threads = integer_option(rank->method.arguments, "--threads", 0, 1024);
  for (const auto* option : {&draws, &seed, &threads})
    if (!option->ok()) return report(call, option->diagnostics());
  if (*seed) file.seed = static_cast<std::uint64_t>(**seed);
  const auto weights = need::WeightDraws::make(file.table.criteria.size(), file.weights, file.seed);
  if (!weights) return report_in_file(call, rank->method.file, weights.diagnostics(), rank->method.json);
  std::vector<std::string> factors;
  for (const std::string& alternative : file.alternatives)
    for (const need::Criterion& criterion : file.table.criteria)
      factors.push_back("rank/" + alternative + "/" + criterion.name);
  need::SmaaOptions options;
  options.draws = *draws ? static_cast<std::size_t>(**draws) : file.draws;
  options.threads = static_cast<unsigned>(threads->value_or(0));
  const auto scores = need::drawn_scores(file.table.criteria, file.distributions, factors, DrawPlan(file.seed));
  const auto result = need::smaa(file.alternatives.size(), scores, *weights, options);
  if (!rank->method.json) {
    print_smaa(call, file, result);
    return Done;
  }
  JsonWriter json;
  json.begin_object().key("draws").integer(static_cast<std::int64_t>(options.draws)).key("alternatives").begin_array();
  for (std::size_t a = 0; a < result.size(); ++a) {
    json.begin_object().key("name").text(file.alternatives[a]);
    numbers(json, "rank_acceptability", result[a].acceptability);
    numbers(json, "standard_error", result[a].standard_error);
    numbers(json, "central_weight", result[a].central_weight);
    numbers(json, "pairwise_winning", result[a].winning);
    json.key("expected_rank")
        .number(result[a].expected_rank)
        .key("confidence")
        .number(result[a].confidence)
        .end_object();
  }
  call.out << json.end_array().end_object().take();
  return Done;
}

} // namespace

std::vector<Command> rank_commands() {
  const LocalizedText json{
      "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
      "  --case NAME        one of several cases in the file\n  --json             print JSON\n"};
  return {{"rank topsis", {"FILE … 理想点への近さで並べる", "FILE … rank by closeness to the ideal"}, json, topsis},
          {"rank promethee", {"FILE … 一対比較の流れで並べる", "FILE … rank by outranking flows"}, json, promethee},
          {"rank smaa",
           {"FILE … 点数と重みの不確かさの下での順位", "FILE … ranks under uncertain scores and weights"},
           {json.ja + "  --draws N --seed S --threads N\n", json.en + "  --draws N --seed S --threads N\n"},
           smaa}};
}

} // namespace rashin::cli

#include "cli/judge_files.h"
#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "core/json.h"
#include "core/table.h"

#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using Layout = JsonWriter::Layout;

void numbers(JsonWriter& json, const std::vector<double>& values) {
  json.begin_array(Layout::OneLine);
  for (const double value : values) json.number(value);
  json.end_array();
}

std::string json_of(const PoolFile& read, const panel::PooledProbability& pooled) {
  JsonWriter json;
  json.begin_object().key("mean").number(pooled.mean).key("median").number(pooled.median);
  json.key("geometric_odds").number(pooled.geometric_odds).key("extremised").number(pooled.extremised);
  json.key("neyman_roughgarden").number(pooled.neyman_roughgarden);
  json.key("extremising").number(read.options.extremising).key("neyman_factor").number(pooled.neyman_factor);
  json.key("lowest").number(pooled.lowest).key("highest").number(pooled.highest).key("dissent").begin_array();
  for (const panel::Dissent& dissent : pooled.dissent) {
    const panel::Opinion& opinion = read.opinions[dissent.person];
    json.begin_object(Layout::OneLine).key("by").text(opinion.by).key("probability").number(opinion.probability);
    json.key("distance").number(dissent.distance).key("reason").text(opinion.reason).end_object();
  }
  return json.end_array().end_object().take();
}

void print(const Call& call, const PoolFile& read, const panel::PooledProbability& pooled) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({say({"まとめ方", "pool"}), say({"確率", "probability"})});
  table.row({say({"平均", "mean"}), figure(pooled.mean)});
  table.row({say({"中央値", "median"}), figure(pooled.median)});
  table.row({say({"オッズの幾何平均", "geometric mean of odds"}), figure(pooled.geometric_odds)});
  const std::string factor = figure(read.options.extremising), neyman = figure(pooled.neyman_factor);
  table.row({say({"極端化（係数 " + factor + "）", "extremised by " + factor}), figure(pooled.extremised)});
  table.row({say({"Neyman–Roughgarden（係数 " + neyman + "）", "Neyman–Roughgarden, " + neyman}),
             figure(pooled.neyman_roughgarden)});
  table.print(call.out);
  call.out << '\n' << say({"離れている人から（対数オッズの差）", "People, the furthest first (log-odds)"}) << '\n';
  TextTable people(
      {say({"人", "person"}), say({"確率", "probability"}), say({"差", "distance"}), say({"理由", "reason"})});
  for (const panel::Dissent& dissent : pooled.dissent) {
    const panel::Opinion& opinion = read.opinions[dissent.person];
    people.row({opinion.by, figure(opinion.probability), figure(dissent.distance), opinion.reason});
  }
  people.print(call.out);
}

int pool(const Call& call) {
  const auto method = method_call(call, {{}, {"--bound", "--extremising", "--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method, opinions_tree);
  const collect::JsonValue& root = case_in(file, *method, {"opinions", "p"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  PoolFile read = read_pool(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto bound = number_option(method->arguments, "--bound", 1e-12, 0.49);
  const auto factor = number_option(method->arguments, "--extremising", 0.1, 100);
  if (!bound) return report(call, bound.diagnostics());
  if (!factor) return report(call, factor.diagnostics());
  if (*bound) read.options.bound = *bound;
  if (*factor) read.options.extremising = **factor;
  const auto pooled = panel::pool(read.opinions, read.options);
  if (!pooled) return report_in_file(call, method->file, pooled.diagnostics(), method->json);
  if (method->json)
    call.out << json_of(read, *pooled);
  else
    print(call, read, *pooled);
  return Done;
}

void score_members(JsonWriter& json, const panel::CookeScore& score) {
  json.key("bin_counts").begin_array(Layout::OneLine);
  for (const int count : score.bin_counts) json.integer(count);
  json.end_array().key("relative_information").number(score.relative_information);
  json.key("calibration").number(score.calibration).key("information").number(score.information);
  json.key("combined").number(score.combined);
}

void maker_object(JsonWriter& json, const panel::CookeDecisionMaker& maker) {
  json.begin_object().key("weights");
  numbers(json, maker.weights);
  json.key("in_sample").begin_object();
  score_members(json, maker.score);
  json.end_object().key("leave_one_out").begin_object();
  score_members(json, maker.left_out);
  json.end_object().key("quantiles").begin_array();
  for (const auto& row : maker.quantiles) numbers(json, row);
  json.end_array().end_object();
}

/// The weights as experts.csv of a study.
std::string trust_file(const CookeFile& read, const panel::CookeResult& result) {
  std::size_t seeds = 0;
  for (const panel::CookeQuestion& question : read.input.questions) seeds += question.truth.has_value();
  Column by("by", ColumnType::Text), trust("trust", ColumnType::Number), reason("reason", ColumnType::Text);
  for (std::size_t e = 0; e < result.experts.size(); ++e) {
    by.push_text(read.input.experts[e].by);
    trust.push_number(result.performance.weights[e]);
    reason.push_text("Cooke: " + std::to_string(seeds) + " seed questions, calibration " +
                     figure(result.experts[e].calibration) + ", information " + figure(result.experts[e].information));
  }
  return to_csv(Table({by, trust, reason}));
}

int cooke(const Call& call) {
  const auto method = method_call(call, {{"--trust"}, {"--alpha", "--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method, quantiles_tree);
  const collect::JsonValue& root = case_in(file, *method, {"experts", "experts_q[e][item][k]"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  CookeFile read = read_cooke(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto alpha = number_option(method->arguments, "--alpha", 0, 1);
  if (!alpha) return report(call, alpha.diagnostics());
  if (*alpha) read.options.alpha = *alpha;
  const auto result = panel::classical_model(read.input, read.options);
  if (!result) return report_in_file(call, method->file, result.diagnostics(), method->json);
  if (method->arguments.has("--trust")) {
    call.out << trust_file(read, *result);
    return Done;
  }
  if (method->json) {
    JsonWriter json;
    json.begin_object().key("alpha").number(result->alpha).key("experts").begin_array();
    for (std::size_t e = 0; e < result->experts.size(); ++e) {
      json.begin_object().key("by").text(read.input.experts[e].by);
      score_members(json, result->experts[e]);
      json.key("weight").number(result->performance.weights[e]).end_object();
    }
    json.end_array().key("performance");
    maker_object(json, result->performance);
    json.key("equal");
    maker_object(json, result->equal);
    call.out << json.end_object().take();
    return Done;
  }
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({say({"人", "person"}), say({"較正", "calibration"}), say({"情報量", "information"}),
                   say({"積", "combined"}), say({"重み", "weight"})});
  const auto row = [&](const std::string& name, const panel::CookeScore& score, const std::string& weight) {
    table.row({name, figure(score.calibration), figure(score.information), figure(score.combined), weight});
  };
  for (std::size_t e = 0; e < result->experts.size(); ++e)
    row(read.input.experts[e].by, result->experts[e], figure(result->performance.weights[e]));
  row(say({"成績で重み付け", "performance weights"}), result->performance.score, "");
  row(say({"　一問抜き", "  leave one out"}), result->performance.left_out, "");
  row(say({"等しい重み", "equal weights"}), result->equal.score, "");
  row(say({"　一問抜き", "  leave one out"}), result->equal.left_out, "");
  table.print(call.out);
  call.out << "alpha " << figure(result->alpha) << '\n';
  for (std::size_t q = 0; q < read.input.questions.size(); ++q) {
    if (read.input.questions[q].truth) continue;
    call.out << read.input.questions[q].id << ':';
    for (const double x : result->performance.quantiles[q]) call.out << "  " << figure(x);
    call.out << '\n';
  }
  return Done;
}

void forecast_members(JsonWriter& json, const panel::ForecastScore& score) {
  json.key("resolved")
      .integer(static_cast<std::int64_t>(score.resolved))
      .key("open")
      .integer(static_cast<std::int64_t>(score.open));
  json.key("brier").number(score.brier).key("low").number(score.low).key("high").number(score.high).key("log_score");
  score.log_score ? json.number(*score.log_score) : json.null();
  json.key("base_rate").number(score.base_rate).key("base_rate_brier").number(score.base_rate_brier);
  json.key("reliability").number(score.parts.reliability).key("resolution").number(score.parts.resolution);
  json.key("uncertainty").number(score.parts.uncertainty).key("within_bins").number(score.parts.within_bins);
}

int brier(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method, forecasts_tree);
  const collect::JsonValue& root = case_in(file, *method, {"forecasts"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const BrierFile read = read_brier(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto all = panel::score(read.forecasts, read.options);
  if (!all) return report_in_file(call, method->file, {make_diagnostic("judge-none-resolved", {})}, method->json);
  auto people = panel::score_people(read.forecasts, read.options);
  std::erase_if(people, [](const panel::PersonScore& person) { return person.by.empty(); });
  if (method->json) {
    JsonWriter json;
    json.begin_object().key("all").begin_object();
    forecast_members(json, *all);
    json.end_object().key("people").begin_array();
    for (const panel::PersonScore& person : people) {
      json.begin_object().key("by").text(person.by).key("ranked").boolean(person.ranked);
      forecast_members(json, person.score);
      json.end_object();
    }
    call.out << json.end_array().end_object().take();
    return Done;
  }
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({"", say({"判明", "resolved"}), say({"未定", "open"}), "Brier", "5 %", "95 %",
                   say({"基準率だけなら", "base rate alone"}), say({"信頼度", "reliability"}),
                   say({"分解度", "resolution"}), ""});
  const auto row = [&](const std::string& name, const panel::ForecastScore& s, const std::string& note) {
    table.row({name, std::to_string(s.resolved), std::to_string(s.open), figure(s.brier), figure(s.low), figure(s.high),
               figure(s.base_rate_brier), figure(s.parts.reliability), figure(s.parts.resolution), note});
  };
  row(say({"全体", "all"}), *all, "");
  for (const panel::PersonScore& person : people)
    row(person.by, person.score, person.ranked ? "" : say({"問いが少なく順位なし", "too few to rank"}));
  table.print(call.out);
  call.out << say({"Brier は 0 から 1（1950 年の二分類の式はこの 2 倍）。小さいほど良い。",
                   "Brier from 0 to 1 (the two-category form of 1950 is twice this); smaller is better."})
           << '\n';
  return Done;
}

} // namespace

std::vector<Command> judge_commands() {
  const LocalizedText json{
      "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
      "  --case NAME        one of several cases in the file\n  --json             print JSON\n"};
  return {
      {"judge pool",
       {"FILE … 何人かの確率を並べてまとめる", "FILE … pool several people's probabilities"},
       {json.ja +
            "  --bound B          0 と 1 を B と 1-B に寄せる\n  --extremising A    対数オッズに掛ける数（既定 1.5）\n",
        json.en + "  --bound B          draw 0 and 1 in to B and 1-B\n  --extremising A    factor on log-odds (default "
                  "1.5)\n"},
       pool},
      {"judge cooke",
       {"FILE … 古典モデル（Cooke）で重みを求める", "FILE … weights by Cooke's classical model"},
       {json.ja + "  --alpha A          数に入れる較正の下限（既定は最適化）\n"
                  "  --trust            調査の experts.csv として出す\n",
        json.en + "  --alpha A          least calibration that counts (default: the best)\n"
                  "  --trust            print the weights as experts.csv of a study\n"},
       cooke},
      {"judge brier", {"FILE … 予測を採点する", "FILE … score forecasts"}, json, brier}};
}

} // namespace rashin::cli

#include "cli/method_commands.h"
#include "cli/method_print.h"
#include "cli/policy_files.h"
#include "core/json.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using Layout = JsonWriter::Layout;

void optional_member(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
  json.key(key);
  value ? json.number(*value) : json.null();
}

int robustness(const Call& call) {
  const auto method = method_call(call, {{}, {}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file(method->file, method->bytes);
  const RobustnessFile read = read_robustness(file);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const policy::RobustnessTable result = policy::robustness(read.performance, read.options);
  const LocalizedText words = policy::agreement_in_words(result, read.policies);
  if (method->json) {
    JsonWriter json;
    json.begin_object().key("policies").begin_array();
    for (std::size_t p = 0; p < result.policies.size(); ++p) {
      const policy::Robustness& m = result.policies[p];
      json.begin_object()
          .key("name")
          .text(read.policies[p])
          .key("maximin")
          .number(m.maximin)
          .key("maximax")
          .number(m.maximax);
      json.key("hurwicz").number(m.hurwicz).key("laplace").number(m.laplace).key("tail_mean").number(m.tail_mean);
      json.key("max_regret").number(m.max_regret).key("regret_quantile").number(m.regret_quantile);
      optional_member(json, "satisficing", m.satisficing);
      json.key("mean_variance").number(m.mean_variance);
      optional_member(json, "percentile_skew", m.percentile_skew);
      json.key("regret").begin_array(Layout::OneLine);
      for (const double regret : result.regret[p]) json.number(regret);
      json.end_array().end_object();
    }
    json.end_array().key("choices").begin_array();
    for (const policy::Choice& choice : result.choices)
      json.begin_object(Layout::OneLine)
          .key("criterion")
          .text(choice.criterion.en)
          .key("policy")
          .text(read.policies[choice.policy])
          .key("value")
          .number(choice.value)
          .key("tied")
          .boolean(choice.tied)
          .end_object();
    json.end_array().key("words").begin_object().key("en").text(words.en).key("ja").text(words.ja).end_object();
    call.out << json.end_object().take();
    return Done;
  }
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({"", say({"最悪", "worst"}), say({"最良", "best"}), "Hurwicz", say({"平均", "mean"}), "CVaR",
                   say({"最大後悔", "max regret"}), say({"後悔の分位点", "regret quantile"}),
                   say({"満たす割合", "satisficing"}), say({"平均/変動", "mean-variance"}), say({"歪み", "skew"})});
  for (std::size_t p = 0; p < result.policies.size(); ++p) {
    const policy::Robustness& m = result.policies[p];
    const auto optional = [](const std::optional<double>& x) { return x ? figure(*x) : std::string("–"); };
    table.row({read.policies[p], figure(m.maximin), figure(m.maximax), figure(m.hurwicz), figure(m.laplace),
               figure(m.tail_mean), figure(m.max_regret), figure(m.regret_quantile), optional(m.satisficing),
               figure(m.mean_variance), optional(m.percentile_skew)});
  }
  table.print(call.out);
  call.out << say(words) << '\n';
  return Done;
}

int packages(const Call& call) {
  const auto method = method_call(call, {{}, {}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file(method->file, method->bytes);
  const PackageFile read = read_packages(file);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto answer = policy::best_packages(read.problem, read.limits);
  if (!answer) return report_in_file(call, method->file, answer.diagnostics(), method->json);
  const auto names = [&](const policy::Package& package) {
    std::vector<std::string> ids;
    for (const std::size_t o : package.options) ids.push_back(read.problem.options[o].id);
    return ids;
  };
  if (method->json) {
    JsonWriter json;
    json.begin_object().key("exact").boolean(answer->exact).key("enumerated").boolean(answer->enumerated);
    json.key("considered").integer(static_cast<std::int64_t>(answer->considered)).key("packages").begin_array();
    for (const policy::Package& package : answer->best) {
      json.begin_object(Layout::OneLine).key("options").begin_array(Layout::OneLine);
      for (const std::string& id : names(package)) json.text(id);
      json.end_array()
          .key("cost")
          .number(package.cost)
          .key("expected_loss")
          .number(package.expected_loss)
          .key("tail_loss")
          .number(package.tail_loss)
          .key("burden")
          .number(package.burden)
          .end_object();
    }
    call.out << json.end_array().end_object().take();
    return answer->exact ? Done : CheckFails;
  }
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({say({"負担", "burden"}), say({"費用", "cost"}), say({"期待損失", "expected loss"}),
                   say({"悪い側の損失", "tail loss"}), say({"組合せ", "package"})});
  for (const policy::Package& package : answer->best) {
    std::string list;
    for (const std::string& id : names(package)) list += (list.empty() ? "" : " + ") + id;
    table.row({figure(package.burden), figure(package.cost), figure(package.expected_loss), figure(package.tail_loss),
               list.empty() ? say({"（何もしない）", "(nothing)"}) : list});
  }
  table.print(call.out);
  call.out << (answer->enumerated
                   ? say({"すべての組合せ（" + std::to_string(answer->considered) + "）を調べました。",
                          "All " + std::to_string(answer->considered) + " packages within the budget were looked at."})
               : answer->exact
                   ? say({"混合整数計画で最良と証明しました。", "Proven best by a mixed-integer programme."})
                   : say({"時間切れのため、最良とは証明されていません。", "Not proven best: time ran out."}))
           << '\n';
  return answer->exact ? Done : CheckFails;
}

void box_object(JsonWriter& json, const policy::PrimCases& cases, const policy::PrimBox& box) {
  json.begin_object()
      .key("density")
      .number(box.density)
      .key("coverage")
      .number(box.coverage)
      .key("mass")
      .number(box.mass);
  json.key("cases")
      .integer(static_cast<std::int64_t>(box.cases))
      .key("of_interest")
      .integer(static_cast<std::int64_t>(box.of_interest));
  json.key("limits").begin_array();
  for (std::size_t k = 0; k < box.limits.size(); ++k) {
    const policy::PrimLimit& limit = box.limits[k];
    if (!limit.restricted()) continue;
    json.begin_object(Layout::OneLine).key("input").text(cases.names[k]);
    optional_member(json, "low", limit.low_bound ? std::optional(limit.low) : std::nullopt);
    optional_member(json, "high", limit.high_bound ? std::optional(limit.high) : std::nullopt);
    json.end_object();
  }
  json.end_array().end_object();
}

struct Discovery {
  const policy::PrimCases& cases;
  std::vector<policy::PrimBox> trajectory;
  std::size_t chosen = 0;
  std::vector<double> quasi_p;
  std::vector<policy::LimitSpread> spread;
};

std::string json_of(const Discovery& found) {
  JsonWriter json;
  const LocalizedText words = policy::in_words(found.trajectory[found.chosen], found.cases.names);
  json.begin_object().key("chosen").integer(static_cast<std::int64_t>(found.chosen));
  json.key("words").begin_object().key("en").text(words.en).key("ja").text(words.ja).end_object();
  json.key("quasi_p").begin_array(Layout::OneLine);
  for (const double p : found.quasi_p) json.number(p);
  json.end_array().key("trajectory").begin_array();
  for (const policy::PrimBox& box : found.trajectory) box_object(json, found.cases, box);
  json.end_array();
  if (!found.spread.empty()) {
    json.key("limit_spread").begin_array();
    for (std::size_t k = 0; k < found.spread.size(); ++k) {
      const policy::LimitSpread& s = found.spread[k];
      json.begin_object(Layout::OneLine).key("input").text(found.cases.names[k]);
      json.key("low")
          .begin_array(Layout::OneLine)
          .number(s.low_p5)
          .number(s.low_p95)
          .end_array()
          .key("low_share")
          .number(s.low_share);
      json.key("high")
          .begin_array(Layout::OneLine)
          .number(s.high_p5)
          .number(s.high_p95)
          .end_array()
          .key("high_share")
          .number(s.high_share)
          .end_object();
    }
    json.end_array();
  }
  return json.end_object().take();
}

void print(const Call& call, const Discovery& found) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  const policy::PrimBox& box = found.trajectory[found.chosen];
  const LocalizedText words = policy::in_words(box, found.cases.names);
  call.out << say({"該当するのは、" + words.ja + " の場合です。", "It happens when " + words.en + "."}) << '\n';
  TextTable table(
      {"", say({"密度", "density"}), say({"被覆", "coverage"}), say({"割合", "mass"}), say({"制約数", "restricted"})});
  for (std::size_t i = 0; i < found.trajectory.size(); ++i) {
    const policy::PrimBox& step = found.trajectory[i];
    table.row({(i == found.chosen ? "* " : "  ") + std::to_string(i), figure(step.density), figure(step.coverage),
               figure(step.mass), std::to_string(step.restricted)});
  }
  table.print(call.out);
  for (std::size_t k = 0; k < box.limits.size(); ++k) {
    if (!box.limits[k].restricted()) continue;
    call.out << found.cases.names[k] << ": quasi-p " << figure(found.quasi_p[k]);
    if (!found.spread.empty() && box.limits[k].low_bound)
      call.out << "  " << figure(found.spread[k].low_p5) << " … " << figure(found.spread[k].low_p95);
    if (!found.spread.empty() && box.limits[k].high_bound)
      call.out << "  " << figure(found.spread[k].high_p5) << " … " << figure(found.spread[k].high_p95);
    call.out << '\n';
  }
}

int prim(const Call& call) {
  const auto method = method_call(
      call, {{"--original"},
             {"--outcome", "--above", "--below", "--peel", "--paste", "--least-mass", "--box", "--resamples"},
             1,
             1});
  if (!method) return report(call, method.diagnostics());
  const Arguments& given = method->arguments;
  if (!given.option("--outcome")) return report(call, {make_diagnostic("prim-outcome-option", {})});
  const auto above = number_option(given, "--above", -1e300, 1e300),
             below = number_option(given, "--below", -1e300, 1e300);
  const auto peel = number_option(given, "--peel", 1e-6, 0.5), paste = number_option(given, "--paste", 1e-6, 0.5),
             mass = number_option(given, "--least-mass", 0, 1);
  const auto box = integer_option(given, "--box", 0, 1'000'000),
             resamples = integer_option(given, "--resamples", 0, 100'000);
  Diagnostics faults;
  for (const auto* option : {&above, &below, &peel, &paste, &mass})
    faults.insert(faults.end(), option->diagnostics().begin(), option->diagnostics().end());
  for (const auto* option : {&box, &resamples})
    faults.insert(faults.end(), option->diagnostics().begin(), option->diagnostics().end());
  if (!faults.empty()) return report(call, faults);
  const auto cases = read_cases(method->file, method->bytes, {*given.option("--outcome"), *above, *below});
  if (!cases) return report(call, cases.diagnostics(), method->json);
  policy::PrimOptions options;
  options.peel = peel->value_or(options.peel);
  options.paste = paste->value_or(options.paste);
  options.least_mass = mass->value_or(options.least_mass);
  if (given.has("--original")) options.objective = policy::PrimObjective::Original;
  options.threads = 0;
  Discovery found{*cases, policy::prim(*cases, options), 0, {}, {}};
  found.chosen = *box ? std::min<std::size_t>(static_cast<std::size_t>(**box), found.trajectory.size() - 1)
                      : policy::best_balanced(found.trajectory);
  found.quasi_p = policy::quasi_p(*cases, found.trajectory[found.chosen]);
  if (resamples->value_or(0) > 0)
    found.spread =
        policy::limit_spread(*cases, found.trajectory[found.chosen], options, static_cast<std::size_t>(**resamples), 1);
  if (method->json)
    call.out << json_of(found);
  else
    print(call, found);
  return Done;
}

} // namespace

std::vector<Command> policy_commands() {
  const LocalizedText json{"  --json             JSON で出す\n", "  --json             print JSON\n"};
  return {
      {"discover prim",
       {"DATA.csv --outcome COLUMN … どういう場合に起きるかを探す", "DATA.csv --outcome COLUMN … find when it happens"},
       {json.ja + "  --above X, --below X   結果が X より上（下）を対象とする（既定は 1）\n  --box N                "
                  "軌跡の N 番目の箱（既定は密度と被覆の釣合い）\n  --resamples N          限界のばらつきを調べる\n  "
                  "--peel A --paste A --least-mass M --original\n",
        json.en + "  --above X, --below X   outcomes above (below) X are of interest (default: 1)\n  --box N           "
                  "     the N-th box of the trajectory (default: best balance)\n  --resamples N          how far the "
                  "limits vary\n  --peel A --paste A --least-mass M --original\n"},
       prim},
      {"policy robustness",
       {"FILE.json … 政策を基準ごとに比べる", "FILE.json … compare policies by criteria of robustness"},
       json,
       robustness},
      {"policy packages",
       {"FILE.json … 予算と期限の中で最良の組合せ", "FILE.json … the best package within budget and time"},
       json,
       packages}};
}

} // namespace rashin::cli

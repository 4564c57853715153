#include "cli/method_commands.h"
#include "cli/method_print.h"
#include "cli/policy_files.h"
#include "core/json.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using Layout = JsonWriter::Layout;

void optional_member(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
  json.key(key);
  value ? json.number(*value) : json.null();
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

/// What `discover prim` was asked for.
struct PrimCall {
  MethodCall method;
  OutcomeRule rule;
  policy::PrimOptions options;
  std::optional<long long> box;
  std::size_t resamples = 0;
};

Result<PrimCall> prim_call(const Call& call) {
  auto method = method_call(call, {{"--original"},
                                   {"--outcome", "--inputs", "--above", "--below", "--peel", "--paste", "--least-mass",
                                    "--box", "--resamples"},
                                   1,
                                   1});
  if (!method) return method.diagnostics();
  const Arguments& given = method->arguments;
  if (!given.option("--outcome")) return make_diagnostic("prim-outcome-option", {});
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
  if (!faults.empty()) return faults;
  PrimCall prim;
  prim.rule = {*given.option("--outcome"), *above, *below, given.option("--inputs").value_or("")};
  prim.box = *box;
  prim.options.peel = peel->value_or(prim.options.peel);
  prim.options.paste = paste->value_or(prim.options.paste);
  prim.options.least_mass = mass->value_or(prim.options.least_mass);
  if (given.has("--original")) prim.options.objective = policy::PrimObjective::Original;
  prim.options.threads = 0;
  prim.resamples = static_cast<std::size_t>(resamples->value_or(0));
  prim.method = method.take();
  return prim;
}

int prim(const Call& call) {
  const auto asked = prim_call(call);
  if (!asked) return report(call, asked.diagnostics());
  const auto cases = read_cases(asked->method.file, asked->method.bytes, asked->rule);
  if (!cases) return report(call, cases.diagnostics(), asked->method.json);
  Discovery found{*cases, policy::prim(*cases, asked->options), 0, {}, {}};
  found.chosen = asked->box ? std::min(static_cast<std::size_t>(*asked->box), found.trajectory.size() - 1)
                            : policy::best_balanced(found.trajectory);
  found.quasi_p = policy::quasi_p(*cases, found.trajectory[found.chosen]);
  if (asked->resamples > 0)
    found.spread = policy::limit_spread(*cases, found.trajectory[found.chosen], asked->options, asked->resamples, 1);
  if (asked->method.json)
    call.out << json_of(found);
  else
    print(call, found);
  return Done;
}

} // namespace

std::vector<Command> discover_commands() {
  return {
      {"discover prim",
       {"DATA.csv --outcome COLUMN … どういう場合に起きるかを探す", "DATA.csv --outcome COLUMN … find when it happens"},
       {"  --inputs A,B,…         入力とする列（既定はほかのすべての列）\n"
        "  --above X, --below X   結果が X より上（下）を対象とする（既定は 1）\n"
        "  --box N                軌跡の N 番目の箱（既定は密度と被覆の釣合い）\n"
        "  --resamples N          限界のばらつきを調べる\n"
        "  --peel A --paste A --least-mass M --original\n  --json                 JSON で出す\n",
        "  --inputs A,B,…         the columns to take as inputs (default: all others)\n"
        "  --above X, --below X   outcomes above (below) X are of interest (default: 1)\n"
        "  --box N                the N-th box of the trajectory (default: best balance)\n"
        "  --resamples N          how far the limits vary\n"
        "  --peel A --paste A --least-mass M --original\n  --json                 print JSON\n"},
       prim}};
}

} // namespace rashin::cli

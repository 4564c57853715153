#include "cli/method_commands.h"
#include "cli/plain_file.h"
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

struct Compared {
  const RobustnessFile& file;
  policy::RobustnessTable table;
  LocalizedText words;

  /// What a policy brings on average beyond the baseline, costs taken off; nothing where no costs are given.
  std::optional<double> net_benefit(std::size_t p) const {
    if (file.costs.empty()) return std::nullopt;
    return table.policies[p].laplace - table.policies[file.baseline].laplace;
  }
};

void policy_object(JsonWriter& json, const Compared& compared, std::size_t p) {
  const policy::Robustness& m = compared.table.policies[p];
  json.begin_object().key("name").text(compared.file.policies[p]);
  json.key("maximin").number(m.maximin).key("maximax").number(m.maximax).key("hurwicz").number(m.hurwicz);
  json.key("laplace").number(m.laplace).key("tail_mean").number(m.tail_mean);
  json.key("max_regret").number(m.max_regret).key("regret_quantile").number(m.regret_quantile);
  optional_member(json, "satisficing", m.satisficing);
  json.key("mean_variance").number(m.mean_variance);
  optional_member(json, "percentile_skew", m.percentile_skew);
  optional_member(json, "net_benefit", compared.net_benefit(p));
  json.key("regret").begin_array(Layout::OneLine);
  for (const double regret : compared.table.regret[p]) json.number(regret);
  json.end_array().end_object();
}

std::string json_of(const Compared& compared) {
  JsonWriter json;
  json.begin_object().key("policies").begin_array();
  for (std::size_t p = 0; p < compared.table.policies.size(); ++p) policy_object(json, compared, p);
  json.end_array().key("choices").begin_array();
  for (const policy::Choice& choice : compared.table.choices) {
    json.begin_object(Layout::OneLine).key("criterion").text(choice.criterion.en);
    json.key("policy").text(compared.file.policies[choice.policy]).key("value").number(choice.value);
    json.key("tied").boolean(choice.tied).end_object();
  }
  json.end_array().key("words").begin_object().key("en").text(compared.words.en);
  return json.key("ja").text(compared.words.ja).end_object().end_object().take();
}

void print(const Call& call, const Compared& compared) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({"", say({"最悪", "worst"}), say({"最良", "best"}), "Hurwicz", say({"平均", "mean"}), "CVaR",
                   say({"最大後悔", "max regret"}), say({"後悔の分位点", "regret quantile"}),
                   say({"満たす割合", "satisficing"}), say({"平均/変動", "mean-variance"}), say({"歪み", "skew"}),
                   say({"正味便益", "net benefit"})});
  const auto optional = [](const std::optional<double>& x) { return x ? figure(*x) : std::string("–"); };
  for (std::size_t p = 0; p < compared.table.policies.size(); ++p) {
    const policy::Robustness& m = compared.table.policies[p];
    table.row({compared.file.policies[p], figure(m.maximin), figure(m.maximax), figure(m.hurwicz), figure(m.laplace),
               figure(m.tail_mean), figure(m.max_regret), figure(m.regret_quantile), optional(m.satisficing),
               figure(m.mean_variance), optional(m.percentile_skew), optional(compared.net_benefit(p))});
  }
  table.print(call.out);
  call.out << say(compared.words) << '\n';
}

int robustness(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method, performance_tree);
  const collect::JsonValue& root = case_in(file, *method, {"performance", "performance_max", "loss"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const RobustnessFile read = read_robustness(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  Compared compared{read, policy::robustness(read.performance, read.options), {}};
  compared.words = policy::agreement_in_words(compared.table, read.policies);
  if (method->json)
    call.out << json_of(compared);
  else
    print(call, compared);
  return Done;
}

std::vector<std::string> names_of(const policy::PackageProblem& problem, const policy::Package& package) {
  std::vector<std::string> ids;
  for (const std::size_t o : package.options) ids.push_back(problem.options[o].id);
  return ids;
}

std::string json_of(const policy::PackageProblem& problem, const policy::PackageAnswer& answer) {
  JsonWriter json;
  json.begin_object().key("exact").boolean(answer.exact).key("enumerated").boolean(answer.enumerated);
  json.key("considered").integer(static_cast<std::int64_t>(answer.considered)).key("packages").begin_array();
  for (const policy::Package& package : answer.best) {
    json.begin_object(Layout::OneLine).key("options").begin_array(Layout::OneLine);
    for (const std::string& id : names_of(problem, package)) json.text(id);
    json.end_array().key("cost").number(package.cost).key("expected_loss").number(package.expected_loss);
    json.key("tail_loss").number(package.tail_loss).key("burden").number(package.burden).end_object();
  }
  return json.end_array().end_object().take();
}

void print(const Call& call, const policy::PackageProblem& problem, const policy::PackageAnswer& answer) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  TextTable table({say({"負担", "burden"}), say({"費用", "cost"}), say({"期待損失", "expected loss"}),
                   say({"悪い側の損失", "tail loss"}), say({"組合せ", "package"})});
  for (const policy::Package& package : answer.best) {
    std::string list;
    for (const std::string& id : names_of(problem, package)) list += (list.empty() ? "" : " + ") + id;
    table.row({figure(package.burden), figure(package.cost), figure(package.expected_loss), figure(package.tail_loss),
               list.empty() ? say({"（何もしない）", "(nothing)"}) : list});
  }
  table.print(call.out);
  const std::string considered = std::to_string(answer.considered);
  call.out << (answer.enumerated ? say({"予算内のすべての組合せ（" + considered + "）を調べました。",
                                        "All " + considered + " packages within the budget were looked at."})
               : answer.exact ? say({"混合整数計画で最良と証明しました。", "Proven best by a mixed-integer programme."})
                              : say({"時間切れのため、最良とは証明されていません。", "Not proven best: time ran out."}))
           << '\n';
}

int packages(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method);
  const collect::JsonValue& root = case_in(file, *method, {"options"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const PackageFile read = read_packages(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto answer = policy::best_packages(read.problem, read.limits);
  if (!answer) return report_in_file(call, method->file, answer.diagnostics(), method->json);
  if (method->json)
    call.out << json_of(read.problem, *answer);
  else
    print(call, read.problem, *answer);
  return answer->exact ? Done : CheckFails;
}

} // namespace

std::vector<Command> policy_commands() {
  const LocalizedText json{
      "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
      "  --case NAME        one of several cases in the file\n  --json             print JSON\n"};
  return {{"policy robustness",
           {"FILE … 政策を基準ごとに比べる", "FILE … compare policies by criteria of robustness"},
           json,
           robustness},
          {"policy packages",
           {"FILE.json … 予算と期限の中で最良の組合せ", "FILE.json … the best package within budget and time"},
           json,
           packages}};
}

} // namespace rashin::cli

#include "cli/policy_files.h"

#include "format/csv.h"

#include <algorithm>

namespace rashin::cli {

using collect::JsonFile;
using collect::JsonValue;

RobustnessFile read_robustness(JsonFile& file) {
  const JsonValue& root = file.root();
  file.allow_only(root,
                  {"schema", "policies", "scenarios", "performance", "threshold", "optimism", "tail", "regret_level"});
  RobustnessFile read;
  read.policies = file.texts(file.member(root, "policies"));
  std::optional<std::size_t> scenarios;
  if (const JsonValue* given = root.find("scenarios")) {
    read.scenarios = file.texts(*given);
    scenarios = read.scenarios.size();
  }
  const JsonValue& table = file.member(root, "performance");
  file.items(table, read.policies.size());
  if (file.ok()) read.performance = file.rows(table, scenarios);
  if (file.ok() && (read.performance.empty() || read.performance[0].empty())) file.fail(table, "policy-empty");
  read.options.threshold = file.optional_number(root, "threshold", -1e300, 1e300);
  read.options.optimism = file.optional_number(root, "optimism", 0, 1).value_or(read.options.optimism);
  read.options.tail = file.optional_number(root, "tail", 1e-9, 1).value_or(read.options.tail);
  read.options.regret_level = file.optional_number(root, "regret_level", 0, 1).value_or(read.options.regret_level);
  return read;
}

namespace {

std::vector<std::size_t> others(JsonFile& file, const JsonValue& item, std::string_view key,
                                const std::vector<std::string>& ids) {
  std::vector<std::size_t> result;
  const JsonValue* const list = item.find(key);
  if (!list) return result;
  for (const JsonValue& name : file.items(*list)) {
    const auto found = std::find(ids.begin(), ids.end(), file.text(name));
    if (found == ids.end())
      file.fail(name, "package-unknown", {name.text});
    else
      result.push_back(static_cast<std::size_t>(found - ids.begin()));
  }
  return result;
}

} // namespace

PackageFile read_packages(JsonFile& file) {
  const JsonValue& root = file.root();
  file.allow_only(root, {"schema", "options", "scenarios", "loss", "probabilities", "budget", "deadline_days", "tail",
                         "tail_weight", "keep", "enumerate", "seconds"});
  PackageFile read;
  policy::PackageProblem& problem = read.problem;
  problem.loss = file.numbers(file.member(root, "loss"));
  if (const JsonValue* p = root.find("probabilities")) problem.probabilities = file.numbers(*p, problem.loss.size());
  const std::vector<JsonValue>& options = file.items(file.member(root, "options"));
  std::vector<std::string> ids;
  for (const JsonValue& item : options) ids.push_back(file.text(file.member(item, "id")));
  for (std::size_t i = 0; i < options.size(); ++i) {
    file.allow_only(options[i], {"id", "cost", "lead_days", "avoided", "needs", "excludes"});
    problem.options.push_back({ids[i], file.number(file.member(options[i], "cost"), 0, 1e300),
                               file.optional_number(options[i], "lead_days", 0, 1e9).value_or(0),
                               file.numbers(file.member(options[i], "avoided"), problem.loss.size()),
                               others(file, options[i], "needs", ids), others(file, options[i], "excludes", ids)});
  }
  if (const auto budget = file.optional_number(root, "budget", 0, 1e300)) problem.budget = *budget;
  if (const auto deadline = file.optional_number(root, "deadline_days", 0, 1e9)) problem.deadline_days = *deadline;
  problem.tail = file.optional_number(root, "tail", 1e-9, 1).value_or(problem.tail);
  problem.tail_weight = file.optional_number(root, "tail_weight", 0, 1).value_or(problem.tail_weight);
  read.limits.keep = file.count(root, "keep", read.limits.keep, 1, 1000);
  read.limits.most_enumerated = file.count(root, "enumerate", read.limits.most_enumerated, 0, 24);
  read.limits.seconds = static_cast<int>(file.count(root, "seconds", 60, 1, 1'000'000));
  return read;
}

Result<policy::PrimCases> read_cases(std::string_view file, std::string_view bytes, const OutcomeRule& rule) {
  const auto table = format::read_csv(file, bytes);
  if (!table) return table.diagnostics();
  Diagnostics faults;
  const auto outcome = table->column(rule.column);
  if (!outcome) {
    Place place;
    place.file = file;
    return make_diagnostic("prim-no-column", place, {rule.column});
  }
  policy::PrimCases cases;
  for (std::size_t c = 0; c < table->columns.size(); ++c) {
    std::vector<double> column;
    for (std::size_t row = 0; row < table->rows(); ++row) {
      const auto value = number_at(*table, row, c);
      if (!value)
        faults.insert(faults.end(), value.diagnostics().begin(), value.diagnostics().end());
      else if (!*value)
        faults.push_back(make_diagnostic("prim-empty-cell", table->place(row, c)));
      column.push_back(value && *value ? **value : 0);
      if (c != *outcome) continue;
      const double y = column.back();
      if (!rule.above && !rule.below && y != 0 && y != 1 && value && *value)
        faults.push_back(make_diagnostic("prim-outcome", table->place(row, c), {table->at(row, c).text}));
      cases.of_interest.push_back(rule.above ? y > *rule.above : rule.below ? y < *rule.below : y == 1);
    }
    if (c == *outcome) continue;
    cases.names.push_back(table->columns[c].name);
    cases.columns.push_back(std::move(column));
  }
  Place place;
  place.file = file;
  if (faults.empty() && cases.names.empty()) faults.push_back(make_diagnostic("prim-no-input", place));
  if (faults.empty() && std::find(cases.of_interest.begin(), cases.of_interest.end(), 1) == cases.of_interest.end())
    faults.push_back(make_diagnostic("prim-none-of-interest", place, {rule.column}));
  if (!faults.empty()) return faults;
  return cases;
}

} // namespace rashin::cli

#include "cli/policy_files.h"

#include "collect/line_reader.h"
#include "format/csv.h"

#include <algorithm>
#include <sstream>

namespace rashin::cli {

using collect::JsonFile;
using collect::JsonValue;

namespace {

/// Costs come off the performance, so that every criterion sees what is left.
void read_costs(JsonFile& file, const JsonValue& root, RobustnessFile& read) {
  const JsonValue* const costs = root.find("costs");
  if (!costs) return;
  read.costs = file.numbers(*costs, read.policies.size());
  for (std::size_t p = 0; p < read.costs.size() && p < read.performance.size(); ++p)
    for (double& figure : read.performance[p]) figure -= read.costs[p];
  if (const JsonValue* baseline = root.find("baseline")) {
    const auto found = std::find(read.policies.begin(), read.policies.end(), file.text(*baseline));
    if (found == read.policies.end())
      file.fail(*baseline, "policy-unknown", {baseline->text});
    else
      read.baseline = static_cast<std::size_t>(found - read.policies.begin());
  }
}

} // namespace

RobustnessFile read_robustness(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "policies", "scenarios", "performance", "performance_max", "loss", "costs",
                         "baseline", "threshold", "optimism", "tail", "regret_level"});
  RobustnessFile read;
  const bool loss = root.find("loss") && !root.find({"performance", "performance_max"});
  const JsonValue& table = loss ? *root.find("loss") : file.member(root, {"performance", "performance_max"});
  if (const JsonValue* policies = root.find("policies"))
    read.policies = file.texts(*policies);
  else
    for (std::size_t p = 0; p < table.items.size(); ++p) read.policies.push_back("P" + std::to_string(p + 1));
  std::optional<std::size_t> scenarios;
  if (const JsonValue* given = root.find("scenarios")) {
    read.scenarios = file.texts(*given);
    scenarios = read.scenarios.size();
  }
  file.items(table, read.policies.size());
  if (file.ok()) read.performance = file.rows(table, scenarios);
  if (file.ok() && (read.performance.empty() || read.performance[0].empty())) file.fail(table, "policy-empty");
  if (loss)
    for (std::vector<double>& row : read.performance)
      for (double& figure : row) figure = -figure;
  read_costs(file, root, read);
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

PackageFile read_packages(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "options", "scenarios", "loss", "probabilities", "budget", "deadline_days", "tail",
                         "tail_weight", "keep", "enumerate", "seconds", "objectives"});
  PackageFile read;
  policy::PackageProblem& problem = read.problem;
  problem.loss = file.numbers(file.member(root, "loss"));
  if (const JsonValue* p = root.find("probabilities")) problem.probabilities = file.numbers(*p, problem.loss.size());
  const std::vector<JsonValue>& options = file.items(file.member(root, "options"));
  std::vector<std::string> ids;
  for (const JsonValue& item : options) ids.push_back(file.text(file.member(item, "id")));
  for (std::size_t i = 0; i < options.size(); ++i) {
    file.allow_only(options[i], {"id", "cost", "lead_days", "avoided", "needs", "excludes", "marks"});
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

namespace {

/// The columns named in a list with commas between; a diagnostic for each that the table has not.
std::vector<std::size_t> input_columns(const format::CsvFile& table, const OutcomeRule& rule, std::size_t outcome,
                                       Diagnostics& faults) {
  std::vector<std::size_t> columns;
  if (rule.inputs.empty()) {
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (c != outcome) columns.push_back(c);
    return columns;
  }
  std::istringstream names(rule.inputs);
  for (std::string name; std::getline(names, name, ',');) {
    const auto column = table.column(collect::trimmed(name));
    Place place;
    place.file = table.file;
    if (!column)
      faults.push_back(make_diagnostic("prim-no-column", place, {name}));
    else if (*column != outcome)
      columns.push_back(*column);
  }
  return columns;
}

/// The numbers of a column; each cell without one is a fault.
std::vector<double> numbers_of(const format::CsvFile& table, std::size_t column, Diagnostics& all_faults) {
  std::vector<double> values;
  Diagnostics faults;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto value = number_at(table, row, column);
    if (!value)
      faults.insert(faults.end(), value.diagnostics().begin(), value.diagnostics().end());
    else if (!*value)
      faults.push_back(make_diagnostic("prim-empty-cell", table.place(row, column)));
    values.push_back(value && *value ? **value : 0);
  }
  if (!faults.empty() && faults.size() == table.rows() && table.rows() > 1) // names, say: told once
    faults = {make_diagnostic("prim-text-column", table.columns[column].place, {table.columns[column].name})};
  all_faults.insert(all_faults.end(), faults.begin(), faults.end());
  return values;
}

} // namespace

Result<policy::PrimCases> read_cases(std::string_view file, std::string_view bytes, const OutcomeRule& rule) {
  const auto table = format::read_csv(file, bytes);
  if (!table) return table.diagnostics();
  Diagnostics faults;
  Place place;
  place.file = file;
  const auto outcome = table->column(rule.column);
  if (!outcome) return make_diagnostic("prim-no-column", place, {rule.column});
  policy::PrimCases cases;
  for (const std::size_t c : input_columns(*table, rule, *outcome, faults)) {
    cases.names.push_back(table->columns[c].name);
    cases.columns.push_back(numbers_of(*table, c, faults));
  }
  const std::vector<double> outcomes = numbers_of(*table, *outcome, faults);
  for (std::size_t row = 0; row < outcomes.size(); ++row) {
    const double y = outcomes[row];
    if (!rule.above && !rule.below && y != 0 && y != 1)
      faults.push_back(make_diagnostic("prim-outcome", table->place(row, *outcome), {table->at(row, *outcome).text}));
    cases.of_interest.push_back(rule.above ? y > *rule.above : rule.below ? y < *rule.below : y == 1);
  }
  if (faults.empty() && cases.names.empty()) faults.push_back(make_diagnostic("prim-no-input", place));
  if (faults.empty() && std::find(cases.of_interest.begin(), cases.of_interest.end(), 1) == cases.of_interest.end())
    faults.push_back(make_diagnostic("prim-none-of-interest", place, {rule.column}));
  if (!faults.empty()) return faults;
  return cases;
}

} // namespace rashin::cli

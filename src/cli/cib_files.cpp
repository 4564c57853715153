#include "cli/cib_files.h"

#include "collect/line_reader.h"

namespace rashin::cli {

using collect::parsed;
using collect::trimmed;
using pathway::CrossImpactMatrix;

std::optional<std::size_t> state_named(const CrossImpactMatrix& matrix, std::string_view text) {
  for (std::size_t s = 0; s < matrix.states(); ++s) {
    const std::size_t d = matrix.descriptor_of(s), state = s - matrix.first_state(d);
    if (text == state_name(matrix, s)) return s;
    if (text == std::to_string(d + 1) + "." + std::to_string(state + 1)) return s;
  }
  return std::nullopt;
}

namespace {

std::optional<pathway::CellChange> change_of(const CrossImpactMatrix& matrix, std::string_view text) {
  const std::size_t arrow = text.find('>'), equals = text.rfind('=');
  if (arrow == std::string_view::npos || equals == std::string_view::npos || equals < arrow) return std::nullopt;
  const auto row = state_named(matrix, trimmed(text.substr(0, arrow)));
  const auto column = state_named(matrix, trimmed(text.substr(arrow + 1, equals - arrow - 1)));
  const auto value = parsed<int>(trimmed(text.substr(equals + 1)));
  if (!row || !column || !value || std::abs(*value) > CrossImpactMatrix::largest_cell) return std::nullopt;
  return pathway::CellChange{*row, *column, *value};
}

} // namespace

CrossImpactMatrix matrix_of(const collect::ScwProject& project) {
  std::vector<pathway::Descriptor> descriptors;
  for (const collect::ScwDescriptor& descriptor : project.descriptors)
    descriptors.push_back({descriptor.name, descriptor.states});
  return {std::move(descriptors), project.cells};
}

pathway::ExpertMatrix expert_of(const collect::ScwProject& project, std::string by) {
  return {std::move(by), {project.cells.begin(), project.cells.end()}, {}};
}

Result<std::vector<pathway::CellChange>> parse_changes(const CrossImpactMatrix& matrix, std::string_view text) {
  std::vector<pathway::CellChange> changes;
  Diagnostics faults;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (part.empty()) continue;
    if (const auto change = change_of(matrix, part))
      changes.push_back(*change);
    else
      faults.push_back(make_diagnostic("cib-change-form", {}, {part}));
  }
  if (!faults.empty()) return faults;
  return changes;
}

Result<pathway::Scenario> parse_scenario(const CrossImpactMatrix& matrix, std::string_view text) {
  pathway::Scenario scenario;
  std::string_view rest = trimmed(text);
  bool fits = true;
  while (fits && !rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" ,"), rest.size());
    const auto state = parsed<int>(rest.substr(0, end));
    fits = state && scenario.size() < matrix.size() && *state >= 1 &&
           *state <= static_cast<int>(matrix.states_of(scenario.size()));
    if (fits) scenario.push_back(*state - 1);
    rest = trimmed(rest.substr(std::min(end + 1, rest.size())));
  }
  if (!fits || scenario.size() != matrix.size())
    return make_diagnostic("cib-scenario-form", {}, {text, std::to_string(matrix.size())});
  return scenario;
}

std::string state_name(const CrossImpactMatrix& matrix, std::size_t state) {
  const std::size_t d = matrix.descriptor_of(state);
  return matrix.descriptors()[d].name + "." + matrix.descriptors()[d].states[state - matrix.first_state(d)];
}

std::string scenario_numbers(const pathway::Scenario& scenario) {
  std::string result;
  for (const int state : scenario) result += (result.empty() ? "" : " ") + std::to_string(state + 1);
  return result;
}

std::string scenario_names(const CrossImpactMatrix& matrix, const pathway::Scenario& scenario) {
  std::string result;
  for (std::size_t d = 0; d < scenario.size(); ++d)
    result += (d == 0 ? "" : " · ") + matrix.descriptors()[d].states[static_cast<std::size_t>(scenario[d])];
  return result;
}

} // namespace rashin::cli

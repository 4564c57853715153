#include "collect/line_reader.h"
#include "collect/scw.h"

#include "core/number_text.h"

#include <cmath>

namespace rashin::collect {
namespace {

/// `" 2 3 2",4,0,0,15,""`: the fields between commas outside quotes.
std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"') quoted = !quoted;
    if (i < line.size() && (line[i] != ',' || quoted)) continue;
    fields.push_back(trimmed(line.substr(begin, i - begin)));
    begin = i + 1;
  }
  return fields;
}

std::string_view unquoted(std::string_view text) {
  if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"')) return text.substr(1, text.size() - 2);
  return text;
}

std::optional<std::vector<int>> states_of(std::string_view text) {
  std::vector<int> states;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const auto number = parsed<int>(text.substr(0, blank));
    if (!number || *number < 1 || *number > 64) return std::nullopt;
    states.push_back(*number - 1);
    text.remove_prefix(blank);
  }
  if (states.empty()) return std::nullopt;
  return states;
}

std::optional<SlScenario> scenario_of(const std::vector<std::string_view>& fields, bool latin1) {
  if (fields.size() != 6) return std::nullopt;
  const bool quoted = fields[5].size() >= 2 && fields[5].starts_with('"') && fields[5].ends_with('"');
  if (!quoted && fields[5].find('"') != std::string_view::npos) return std::nullopt; // a quote without its end
  const auto states = states_of(unquoted(fields[0]));
  const auto weight = parsed<double>(fields[1]);
  const auto margin = parsed<int>(fields[2]), flag = parsed<int>(fields[3]);
  const auto score = parsed<std::int64_t>(fields[4]);
  if (!states || !weight || !(*weight >= 0 && std::isfinite(*weight)) || !margin || !flag || !score)
    return std::nullopt;
  const std::string_view note = unquoted(fields[5]);
  return SlScenario{*states, *weight, *margin, *flag, *score, latin1 ? latin1_to_utf8(note) : std::string(note)};
}

} // namespace

Result<std::vector<SlScenario>> read_sl(std::string_view file, std::string_view bytes) {
  const std::vector<Line> lines = split_lines(bytes);
  const bool latin1 = !is_utf8(bytes);
  Diagnostics faults;
  const auto fail = [&](std::string_view code, const Line& line, std::initializer_list<std::string_view> arguments) {
    faults.push_back(make_diagnostic(code, place_in(file, line, line.text, latin1), arguments));
  };
  const Line start{{}, 1, 0};
  if (lines.size() < 3 || !lines[0].text.starts_with("$ ScenarioWizard") || trimmed(lines[1].text) != "Solution set") {
    fail("sl-not-a-solution", lines.empty() ? start : lines[0], {});
    return faults;
  }
  const auto count = parsed<std::size_t>(trimmed(lines[2].text));
  if (!count) fail("sl-count", lines[2], {latin1_to_utf8(lines[2].text.substr(0, 40)), "?"});
  std::vector<SlScenario> scenarios;
  for (std::size_t i = 3; i < lines.size(); ++i) {
    if (trimmed(lines[i].text).empty()) continue;
    auto scenario = scenario_of(fields_of(lines[i].text), latin1);
    if (!scenario)
      fail("sl-line", lines[i], {latin1 ? latin1_to_utf8(lines[i].text.substr(0, 60)) : lines[i].text.substr(0, 60)});
    else if (!scenarios.empty() && scenario->states.size() != scenarios[0].states.size())
      fail("sl-length", lines[i],
           {std::to_string(scenario->states.size()), std::to_string(scenarios[0].states.size())});
    else
      scenarios.push_back(std::move(*scenario));
  }
  if (faults.empty() && *count != scenarios.size())
    fail("sl-count", lines[2], {std::to_string(*count), std::to_string(scenarios.size())});
  if (!faults.empty()) return faults;
  return scenarios;
}

std::string write_sl(const std::vector<SlScenario>& scenarios) {
  std::string result = "$ ScenarioWizard 3.0\nSolution set\n " + std::to_string(scenarios.size()) + " \n\n";
  for (const SlScenario& scenario : scenarios) {
    result += '"';
    for (const int state : scenario.states) result += " " + std::to_string(state + 1);
    result += "\"," + shortest(scenario.weight) + "," + std::to_string(scenario.margin) + "," +
              std::to_string(scenario.flag) + "," + std::to_string(scenario.total_impact_score) + ",\"" +
              scenario.note + "\"\n";
  }
  return result;
}

} // namespace rashin::collect

#include "study/diff.h"

#include "format/yaml.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace rashin::study {
namespace {

using Rows = std::vector<std::vector<std::string>>;

bool same(const std::string& a, const std::string& b, double tolerance) {
  if (a == b) return true;
  double x = 0, y = 0;
  const auto whole = [](const std::string& text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
  };
  return whole(a, x) && whole(b, y) && std::abs(x - y) <= tolerance * std::max(std::abs(x), std::abs(y));
}

std::map<std::string, std::map<std::string, std::string>> cells_by_row(const Rows& rows) {
  std::map<std::string, std::map<std::string, std::string>> cells;
  for (std::size_t r = 1; r < rows.size(); ++r)
    for (std::size_t c = 1; c < rows[0].size(); ++c) cells[rows[r][0]][rows[0][c]] = rows[r][c];
  return cells;
}

void compare_tables(const std::string& name, const Rows& a, const Rows& b, double tolerance,
                    std::vector<Difference>& found) {
  const auto left = cells_by_row(a), right = cells_by_row(b);
  const auto add_row = [&](const std::string& row, bool added) {
    found.push_back({name + "/" + row, added ? "" : "row", added ? "row" : ""});
  };
  for (const auto& [row, cells] : left) {
    const auto other = right.find(row);
    if (other == right.end()) {
      add_row(row, false);
      continue;
    }
    for (const auto& [column, value] : cells) {
      const auto cell = other->second.find(column);
      const std::string now = cell == other->second.end() ? "" : cell->second;
      if (!same(value, now, tolerance)) found.push_back({name + "/" + row + "/" + column, value, now});
    }
  }
  for (const auto& [row, cells] : right)
    if (!left.contains(row)) add_row(row, true);
}

} // namespace

std::vector<Difference> differences(const FinishedRun& a, const FinishedRun& b, double tolerance) {
  std::vector<Difference> found;
  std::set<std::string> names;
  for (const auto& [name, bytes] : a.inputs) names.insert(name);
  for (const auto& [name, bytes] : b.inputs) names.insert(name);
  for (const std::string& name : names) {
    const auto x = a.inputs.find(name), y = b.inputs.find(name);
    if (x == a.inputs.end())
      found.push_back({"inputs/" + name, "", "added"});
    else if (y == b.inputs.end())
      found.push_back({"inputs/" + name, "removed", ""});
    else if (x->second != y->second)
      found.push_back({"inputs/" + name, "changed", "changed"});
  }
  std::set<std::string> tables;
  for (const auto& [name, rows] : a.results) tables.insert(name);
  for (const auto& [name, rows] : b.results) tables.insert(name);
  static const Rows none(1);
  for (const std::string& name : tables) {
    if (name == "trace") continue;
    const auto x = a.results.find(name), y = b.results.find(name);
    compare_tables(name, x == a.results.end() ? none : x->second, y == b.results.end() ? none : y->second, tolerance,
                   found);
  }
  return found;
}

Result<Manifest> read_manifest(std::string_view bytes) {
  const auto root = format::read_yaml("run.json", bytes); // JSON is YAML in flow style
  if (!root) return root.diagnostics();
  Manifest manifest;
  const auto number = [&](const char* key) -> std::int64_t {
    const auto* node = root->find(key);
    const auto value =
        node ? format::as_integer(*node) : Result<std::int64_t>(make_diagnostic("not-a-run", {}, {"run.json"}));
    return value ? *value : -1;
  };
  const std::int64_t seed = number("seed"), draws = number("draws");
  if (seed < 0 || draws < 1 || !root->find("id")) return make_diagnostic("not-a-run", {}, {"run.json"});
  manifest.seed = static_cast<std::uint64_t>(seed), manifest.draws = static_cast<int>(draws);
  manifest.id = root->find("id")->text;
  if (const auto* version = root->find("version")) manifest.version = version->text;
  if (const auto* as_of = root->find("as_of")) manifest.as_of = as_of->text;
  return manifest;
}

} // namespace rashin::study

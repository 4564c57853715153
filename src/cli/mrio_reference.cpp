#include "cli/mrio_reference.h"

#include "cli/mrio_source.h"
#include "collect/mrio_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rashin::cli {
namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
}

Result<ReferenceTable> read_reference_table(const std::filesystem::path& file) {
  const auto bytes = read_unpacked(file);
  if (!bytes) return bytes.diagnostics();
  collect::DelimitedText text(*bytes, ',', file.string());
  ReferenceTable table;
  if (text.next()) table.columns.assign(text.fields().begin() + 1, text.fields().end());
  while (text.next()) {
    if (!text.expect(table.columns.size() + 1)) continue;
    table.rows.emplace_back(text.fields()[0]);
    for (std::size_t field = 1; field <= table.columns.size(); ++field)
      table.value.push_back(text.fields()[field] == "inf" ? infinity : text.number(field).value_or(0));
  }
  if (text.failed()) return text.take_faults();
  return table;
}

Deviation compare(const std::string& name, const ReferenceTable& reference, double tolerance, const Ours& ours) {
  Deviation worst{name, 0, "", 0, 0, 0, tolerance};
  for (std::size_t row = 0; row < reference.rows.size(); ++row)
    for (std::size_t column = 0; column < reference.columns.size(); ++column) {
      const double theirs = reference.value[row * reference.columns.size() + column];
      const auto mine = ours(row, column);
      ++worst.values;
      double difference = infinity;
      if (mine && mine->value == theirs)
        difference = 0;
      else if (mine)
        difference = std::abs(mine->value - theirs) / std::max(std::abs(theirs), std::abs(mine->floor));
      if (std::isnan(difference)) difference = infinity;
      if (difference > worst.largest) {
        worst.largest = difference;
        worst.where = reference.rows[row] + " / " + reference.columns[column];
        worst.ours = mine ? mine->value : std::nan("");
        worst.reference = theirs;
      }
    }
  return worst;
}

std::vector<std::optional<std::size_t>> places(const std::vector<std::string>& labels,
                                               const std::vector<std::string>& names) {
  std::map<std::string, std::size_t> known;
  for (std::size_t k = 0; k < names.size(); ++k) known.emplace(names[k], k);
  std::vector<std::optional<std::size_t>> found;
  for (const std::string& label : labels) {
    const auto place = known.find(label);
    found.push_back(place == known.end() ? std::nullopt : std::optional(place->second));
  }
  return found;
}

std::vector<std::string> industry_names(const supply::Mrio& table) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.size(); ++i) names.push_back(supply::industry_name(table, i));
  return names;
}

std::vector<std::string> final_demand_names(const supply::Mrio& table) {
  std::vector<std::string> names;
  for (std::size_t f = 0; f < table.final_demands.size(); ++f) names.push_back(supply::final_demand_name(table, f));
  return names;
}

bool within(const std::vector<Deviation>& deviations) {
  return std::all_of(deviations.begin(), deviations.end(), [](const Deviation& d) { return d.largest <= d.tolerance; });
}

} // namespace rashin::cli

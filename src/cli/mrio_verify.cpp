#include "cli/mrio_reference.h"
#include "cli/mrio_source.h"
#include "supply/mrio_static.h"

#include <numeric>

namespace rashin::cli {
namespace fs = std::filesystem;
namespace {

using supply::Dense;
using supply::Indicators;
using supply::Mrio;
using Vector = std::vector<double>;

constexpr double tolerance = 1e-10, extraction_floor = 1e-5;

double total(const Vector& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

struct Column {
  const char* name;
  Vector Indicators::*values;
};
constexpr Column indicator_columns[] = {{"x", &Indicators::output},
                                        {"y", &Indicators::final_demand},
                                        {"va", &Indicators::value_added},
                                        {"va_coef", &Indicators::value_added_share},
                                        {"mult_output_backward", &Indicators::output_multiplier},
                                        {"mult_va", &Indicators::value_added_multiplier},
                                        {"mult_forward_ghosh", &Indicators::forward_multiplier},
                                        {"hirschman_bl_norm", &Indicators::backward_linkage},
                                        {"rasmussen_fl_norm", &Indicators::forward_linkage},
                                        {"fir_lookthrough", &Indicators::foreign_reliance},
                                        {"fir_facevalue", &Indicators::foreign_reliance_face},
                                        {"fva_share", &Indicators::foreign_value_added},
                                        {"hhi_source_country_lookthrough", &Indicators::source_concentration},
                                        {"hem_total_loss", &Indicators::extraction_loss},
                                        {"hem_total_loss_excl_own", &Indicators::extraction_loss_others},
                                        {"hem_backward_loss", &Indicators::backward_extraction_loss},
                                        {"hem_forward_ghosh_loss", &Indicators::forward_extraction_loss}};

/// One deviation per column, so that a fault names the measure.
void compare_indicators(const ReferenceTable& reference, const Mrio& table, const Indicators& ours,
                        std::vector<Deviation>& found) {
  const auto rows = places(reference.rows, industry_names(table));
  for (std::size_t c = 0; c < reference.columns.size(); ++c) {
    const Vector* values = nullptr;
    for (const Column& column : indicator_columns)
      if (reference.columns[c] == column.name) values = &(ours.*column.values);
    const double floor = reference.columns[c].starts_with("hem_") ? extraction_floor * total(table.output) : 0;
    ReferenceTable one{reference.rows, {reference.columns[c]}, {}};
    for (std::size_t row = 0; row < reference.rows.size(); ++row)
      one.value.push_back(reference.value[row * reference.columns.size() + c]);
    found.push_back(compare(reference.columns[c], one, tolerance, [&](std::size_t row, std::size_t) {
      return values && rows[row] ? std::optional(OurValue{(*values)[*rows[row]], floor}) : std::nullopt;
    }));
  }
}

Ours matrix(const ReferenceTable& reference, const std::vector<std::string>& row_names,
            const std::vector<std::string>& column_names, const Dense& ours) {
  return [rows = places(reference.rows, row_names), columns = places(reference.columns, column_names),
          &ours](std::size_t row, std::size_t column) -> std::optional<OurValue> {
    if (!rows[row] || !columns[column]) return std::nullopt;
    return OurValue{ours(*rows[row], *columns[column]), 0};
  };
}

Ours bilateral(const ReferenceTable& reference, const Mrio& table, const Dense& leontief) {
  auto losses = std::make_shared<std::vector<Vector>>();
  for (std::size_t row = 0; row < reference.rows.size(); ++row) {
    const auto exporter =
        supply::find_name(table.regions, reference.rows[row].substr(0, reference.rows[row].find('>')));
    const auto importer =
        supply::find_name(table.regions, reference.rows[row].substr(reference.rows[row].find('>') + 1));
    losses->emplace_back();
    if (exporter && importer)
      losses->back() = supply::value_added_loss(
          table, supply::bilateral_extraction(table, leontief, static_cast<std::uint32_t>(*exporter),
                                              static_cast<std::uint32_t>(*importer)));
  }
  const double floor = extraction_floor * total(supply::value_added(table));
  return [losses, floor, &table, columns = reference.columns](std::size_t row,
                                                              std::size_t column) -> std::optional<OurValue> {
    const Vector& loss = (*losses)[row];
    if (loss.empty()) return std::nullopt;
    double world = 0;
    for (const double part : loss) world += part;
    if (columns[column] == "world_va_loss") return OurValue{world, floor};
    const auto region = supply::find_name(table.regions, columns[column].substr(8)); // va_loss_REGION
    return region ? std::optional(OurValue{loss[*region], floor}) : std::nullopt;
  };
}

/// The bilateral file has two label columns; they become "exporter>importer".
Result<ReferenceTable> read_bilateral(const fs::path& file) {
  auto text = read_whole_file(file);
  if (!text) return text.diagnostics();
  ReferenceTable table;
  std::size_t at = 0;
  for (int line = 0; at < text->size(); ++line) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    std::string row = text->substr(at, end - at);
    at = end + 1;
    if (!row.empty() && row.back() == '\r') row.pop_back();
    std::vector<std::string> fields;
    for (std::size_t from = 0; from <= row.size();) {
      const std::size_t comma = std::min(row.find(',', from), row.size());
      fields.push_back(row.substr(from, comma - from));
      from = comma + 1;
    }
    if (fields.size() < 3) continue;
    if (line == 0) {
      table.columns.assign(fields.begin() + 2, fields.end());
      continue;
    }
    table.rows.push_back(fields[0] + ">" + fields[1]);
    for (std::size_t k = 2; k < fields.size(); ++k) table.value.push_back(std::strtod(fields[k].c_str(), nullptr));
  }
  if (table.value.size() != table.rows.size() * table.columns.size())
    return make_diagnostic("mrio-ragged-row", {file.string()}, {"?", std::to_string(table.columns.size() + 2)});
  return table;
}

Dense dense_coefficients(const Mrio& table) {
  Dense coefficients(table.size(), table.size());
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k)
      if (const double output = table.output[table.flows.column[k]]; output != 0)
        coefficients(i, table.flows.column[k]) = table.flows.value[k] / output;
  return coefficients;
}

/// Vectors of the full WIOD table hold no cells; under another name they are known by their size.
bool renamed_release(const fs::path& folder) {
  const auto meta = read_whole_file(folder / "meta.json");
  return meta && meta->find("\"n\": 1435") != std::string::npos;
}

} // namespace

Result<std::vector<Deviation>> verify(const fs::path& folder, const std::vector<fs::path>& tables) {
  const fs::path whole = fs::weakly_canonical(folder);
  auto source = find_table(whole.filename().string(), tables, folders_above(whole));
  if (is_table(whole)) source = TableSource{whole, "", year_in(whole.filename().string())};
  if (!source && renamed_release(whole)) source = find_table("wiod1435_2011", tables, folders_above(whole));
  if (!source) return source.diagnostics();
  const auto built = load_table(*source);
  if (!built) return built.diagnostics();
  const Mrio& table = built->table;
  const auto inverse = supply::inverses(table);
  if (!inverse) return inverse.diagnostics();
  std::vector<Deviation> found;
  Diagnostics faults;
  const auto each = [&](const char* name, auto read, auto use) {
    if (!fs::exists(folder / name)) return;
    const auto reference = read(folder / name);
    if (reference)
      use(*reference);
    else
      faults.insert(faults.end(), reference.diagnostics().begin(), reference.diagnostics().end());
  };
  const auto industries = industry_names(table);
  const auto square = [&](const char* name, const Dense& ours) {
    each(name, read_reference_table, [&](const ReferenceTable& reference) {
      found.push_back(compare(name, reference, tolerance, matrix(reference, industries, industries, ours)));
    });
  };
  each("industry_indicators.csv", read_reference_table, [&](const ReferenceTable& reference) {
    compare_indicators(reference, table, supply::indicators(table, *inverse), found);
  });
  square("A.csv", dense_coefficients(table));
  square("L.csv", inverse->leontief);
  square("G_ghosh.csv", inverse->ghosh);
  each("va_by_source_and_final_demand_region.csv", read_reference_table, [&](const ReferenceTable& reference) {
    const Dense trade = supply::value_added_in_trade(table, inverse->leontief);
    found.push_back(compare("va_by_source_and_final_demand_region.csv", reference, tolerance,
                            matrix(reference, table.regions, table.regions, trade)));
  });
  each("hem_bilateral_full.csv", read_bilateral, [&](const ReferenceTable& reference) {
    found.push_back(
        compare("hem_bilateral_full.csv", reference, tolerance, bilateral(reference, table, inverse->leontief)));
  });
  if (!faults.empty()) return faults;
  return found;
}

} // namespace rashin::cli

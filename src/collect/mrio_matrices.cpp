#include "collect/mrio_labels.h"
#include "collect/mrio_readers.h"

#include <algorithm>
#include <array>

namespace rashin::collect {
namespace {

/// A matrix with its labels still as text pairs.
struct LabelledMatrix {
  std::vector<IndustryCode> rows;
  std::vector<IndustryCode> columns;
  std::vector<Place> places; ///< of the row labels
  bool has_columns = false;  ///< the header is whole: rows can be compared with it
  std::vector<IoEntry> cells;
};

void add_label(DelimitedText& text, std::size_t field, const std::string& region, const std::string& code,
               PairNumbers& seen, std::vector<IndustryCode>& labels) {
  if (!seen.number(region, code).second) text.fault("mrio-duplicate-code", field, {region + "|" + code});
  labels.push_back({region, code});
}

void read_cells(DelimitedText& text, std::size_t first, std::size_t row, std::vector<IoEntry>& cells) {
  for (std::size_t field = first; field < text.fields().size(); ++field) {
    const auto value = text.number(field);
    if (value && *value != 0)
      cells.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(field - first), *value});
  }
}

/// One header line and one label field a row, each "region|code".
LabelledMatrix read_bar_matrix(const NamedText& file, std::string_view code_name, Diagnostics& faults) {
  DelimitedText text(file.text, ',', file.name);
  LabelledMatrix matrix;
  PairNumbers rows, columns;
  std::string region, code;
  const std::string form = "region|" + std::string(code_name);
  if (text.next())
    for (std::size_t field = 1; field < text.fields().size(); ++field) {
      if (!split_label(text.fields()[field], '|', region, code))
        text.fault("mrio-bad-label", field, {text.fields()[field], form});
      else
        add_label(text, field, region, code, columns, matrix.columns);
    }
  const std::size_t width = text.fields().size();
  matrix.has_columns = !text.failed();
  while (text.next()) {
    if (!split_label(text.fields()[0], '|', region, code)) {
      text.fault("mrio-bad-label", 0, {text.fields()[0], "region|sector"});
      region = text.fields()[0], code = ""; // keeps its place in the order
    }
    add_label(text, 0, region, code, rows, matrix.rows);
    matrix.places.push_back(text.place(0));
    if (text.expect(width)) read_cells(text, 1, matrix.rows.size() - 1, matrix.cells);
  }
  append(faults, text.take_faults());
  return matrix;
}

/// Two header lines (regions, codes), perhaps a line with index names only, and two label fields a row.
LabelledMatrix read_tab_matrix(const NamedText& file, Diagnostics& faults) {
  DelimitedText text(file.text, '\t', file.name);
  LabelledMatrix matrix;
  PairNumbers rows, columns;
  std::vector<std::string> regions;
  if (text.next()) regions.assign(text.fields().begin(), text.fields().end());
  const std::size_t width = regions.size();
  if (width < 3) text.fault("mrio-ragged-row", 0, {std::to_string(width), "3"});
  if (text.next() && text.expect(width))
    for (std::size_t field = 2; field < width; ++field)
      add_label(text, field, regions[field], std::string(text.fields()[field]), columns, matrix.columns);
  matrix.has_columns = !text.failed();
  while (matrix.has_columns && text.next()) {
    const auto& fields = text.fields();
    const bool names_only = matrix.rows.empty() && fields.size() <= width && fields.size() >= 2 &&
                            std::all_of(fields.begin() + 2, fields.end(), [](auto field) { return field.empty(); });
    if (names_only) continue;
    const bool whole = text.expect(width);
    if (fields.size() < 2) continue;
    add_label(text, 0, std::string(fields[0]), std::string(fields[1]), rows, matrix.rows);
    matrix.places.push_back(text.place(0));
    if (whole) read_cells(text, 2, matrix.rows.size() - 1, matrix.cells);
  }
  append(faults, text.take_faults());
  return matrix;
}

void expect_same(const std::vector<IndustryCode>& wanted, const LabelledMatrix& matrix, const std::string& file,
                 Diagnostics& faults) {
  const std::vector<IndustryCode>& seen = matrix.rows;
  const auto name = [](const std::vector<IndustryCode>& list, std::size_t k) {
    return k < list.size() ? list[k].region + "|" + list[k].sector : std::string();
  };
  for (std::size_t k = 0; k < std::max(wanted.size(), seen.size()); ++k)
    if (k >= wanted.size() || k >= seen.size() || !(wanted[k] == seen[k])) {
      Place place{.file = file, .line = 1, .column = 1};
      if (!matrix.places.empty()) place = matrix.places[std::min(k, matrix.places.size() - 1)];
      faults.push_back(
          make_diagnostic("mrio-label-order", place, {std::to_string(k + 1), name(seen, k), name(wanted, k)}));
      return;
    }
}

Result<IoEntries> join(LabelledMatrix flows, LabelledMatrix demand, const NamedText& flows_file,
                       const NamedText& demand_file, Diagnostics faults) {
  if (flows.has_columns && demand.has_columns) {
    expect_same(flows.columns, flows, flows_file.name, faults);
    expect_same(flows.columns, demand, demand_file.name, faults);
    if (flows.rows.empty()) faults.push_back(make_diagnostic("mrio-empty", {flows_file.name}));
  }
  if (!faults.empty()) return faults;
  IoEntries entries;
  entries.name = flows_file.name;
  entries.industries = std::move(flows.rows);
  for (const IndustryCode& code : demand.columns) entries.final_demands.push_back({code.region, code.sector});
  entries.flows = std::move(flows.cells);
  entries.final_demand_flows = std::move(demand.cells);
  return entries;
}

} // namespace

Result<IoEntries> read_labelled_matrices(const NamedText& flows, const NamedText& final_demand) {
  Diagnostics faults;
  LabelledMatrix z = read_bar_matrix(flows, "sector", faults);
  LabelledMatrix y = read_bar_matrix(final_demand, "category", faults);
  return join(std::move(z), std::move(y), flows, final_demand, std::move(faults));
}

Result<IoEntries> read_pymrio_folder(const NamedText& flows, const NamedText& final_demand) {
  Diagnostics faults;
  LabelledMatrix z = read_tab_matrix(flows, faults);
  LabelledMatrix y = read_tab_matrix(final_demand, faults);
  return join(std::move(z), std::move(y), flows, final_demand, std::move(faults));
}

} // namespace rashin::collect

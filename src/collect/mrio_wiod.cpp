#include "collect/mrio_labels.h"
#include "collect/mrio_readers.h"
#include "collect/mrio_totals.h"

namespace rashin::collect {
namespace {

/// Labels listed as number, region, code: the numbers must run 0, 1, 2, …
template <class Code>
std::vector<Code> read_labels(const NamedText& file, std::size_t least_fields, Diagnostics& faults) {
  DelimitedText text(file.text, ',', file.name);
  std::vector<Code> labels;
  PairNumbers seen;
  text.next();
  while (text.next()) {
    const auto& fields = text.fields();
    if (fields.size() < least_fields) {
      text.expect(least_fields);
      continue;
    }
    const std::string region(fields[1]), code(fields[2]);
    if (fields[0] != std::to_string(labels.size()))
      text.fault("mrio-label-order", 0, {std::to_string(labels.size()), fields[0], std::to_string(labels.size())});
    if (region.empty() || code.empty()) text.fault("mrio-bad-label", 1, {region + "|" + code, "region, code"});
    if (!seen.number(region, code).second) text.fault("mrio-duplicate-code", 1, {region + "|" + code});
    labels.push_back({region, code});
  }
  append(faults, text.take_faults());
  return labels;
}

std::vector<IoEntry> read_cells(const NamedText& file, std::size_t rows, std::size_t columns, Diagnostics& faults) {
  DelimitedText text(file.text, ',', file.name);
  std::vector<IoEntry> cells;
  std::map<std::uint64_t, int> seen;
  text.next();
  std::uint64_t last = 0;
  bool ascending = true; // as exported; only a file that is not needs the map
  while (text.next()) {
    if (!text.expect(3)) continue;
    const auto row = text.index(0, rows), column = text.index(1, columns);
    const auto value = text.number(2);
    if (!row || !column || !value) continue;
    const std::uint64_t key = std::uint64_t{*row} * columns + *column;
    if (ascending && !cells.empty() && key <= last) {
      ascending = false;
      for (std::size_t k = 0; k < cells.size(); ++k)
        seen.emplace(std::uint64_t{cells[k].row} * columns + cells[k].column, static_cast<int>(k) + 2);
    }
    last = key;
    if (!ascending) {
      const auto [place, added] = seen.emplace(key, text.line());
      if (!added)
        text.fault("mrio-duplicate-cell", 0,
                   {std::to_string(*row), std::to_string(*column), std::to_string(place->second)});
    }
    cells.push_back({*row, *column, *value});
  }
  append(faults, text.take_faults());
  return cells;
}

std::vector<double> read_output(const NamedText& file, std::size_t rows, std::vector<Place>& places,
                                Diagnostics& faults) {
  DelimitedText text(file.text, ',', file.name);
  std::vector<double> output;
  text.next();
  while (text.next()) {
    if (!text.expect(2)) continue;
    if (text.fields()[0] != std::to_string(output.size()))
      text.fault("mrio-label-order", 0,
                 {std::to_string(output.size()), text.fields()[0], std::to_string(output.size())});
    output.push_back(text.number(1).value_or(0));
    places.push_back(text.place(1));
  }
  append(faults, text.take_faults());
  if (output.size() != rows)
    faults.push_back(
        make_diagnostic("mrio-output-count", {file.name}, {std::to_string(output.size()), std::to_string(rows)}));
  return output;
}

} // namespace

Result<IoEntries> read_wiod_release(const WiodFiles& files) {
  Diagnostics faults;
  IoEntries entries;
  entries.name = files.flows.name;
  entries.unit = "million current USD";
  entries.industries = read_labels<IndustryCode>(files.rows, 3, faults);
  entries.final_demands = read_labels<FinalDemandCode>(files.final_demands, 3, faults);
  if (!faults.empty()) return faults;
  const std::size_t n = entries.industries.size();
  entries.flows = read_cells(files.flows, n, n, faults);
  entries.final_demand_flows = read_cells(files.final_demand, n, entries.final_demands.size(), faults);
  std::vector<Place> places;
  entries.stated_output = read_output(files.output, n, places, faults);
  if (n == 0) faults.push_back(make_diagnostic("mrio-empty", {files.rows.name}));
  if (faults.empty()) faults = check_totals(entries, places);
  if (!faults.empty()) return faults;
  return entries;
}

} // namespace rashin::collect

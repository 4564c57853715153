#include "collect/mrio_labels.h"
#include "collect/mrio_readers.h"
#include "collect/mrio_totals.h"

#include <algorithm>
#include <array>

namespace rashin::collect {
namespace {

constexpr std::array<std::string_view, 10> demand_codes{"HFCE",  "NPISH", "GGFC",   "GFCF", "INVNT",
                                                        "DPABR", "DIRP",  "NONRES", "P33",  "CONS_NONRES"};
/// Rows and columns that are neither industries nor final demand, alone or after the region's code.
constexpr std::array<std::string_view, 9> other_codes{"OUT", "TOTAL", "OUTPUT", "TLS",   "TAXSUB",
                                                      "VA",  "VALU",  "TXS",    "VA_TLS"};

template <std::size_t n> bool listed(const std::array<std::string_view, n>& list, std::string_view code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

enum class Part { Industry, FinalDemand, Output, Other, Unknown };

struct Label {
  Part part;
  std::string region, code;
};

Label parse(std::string_view text) {
  Label label{Part::Unknown, "", ""};
  if (text == "OUT" || text == "TOTAL" || text == "OUTPUT") return {Part::Output, "", ""};
  if (listed(other_codes, text)) return {Part::Other, "", ""};
  if (!split_label(text, '_', label.region, label.code)) return label;
  label.part = listed(demand_codes, label.code)  ? Part::FinalDemand
               : listed(other_codes, label.code) ? Part::Other
                                                 : Part::Industry;
  return label;
}

struct Columns {
  std::vector<Label> labels; ///< per field
  std::vector<std::uint32_t> number;
};

Columns read_header(DelimitedText& text, IoEntries& entries) {
  Columns columns;
  PairNumbers industries, demands;
  for (std::size_t field = 0; field < text.fields().size(); ++field) {
    Label label = field == 0 ? Label{Part::Other, "", ""} : parse(text.fields()[field]);
    std::uint32_t number = 0;
    if (label.part == Part::Unknown) text.fault("mrio-bad-label", field, {text.fields()[field], "REGION_CODE"});
    if (label.part == Part::Industry || label.part == Part::FinalDemand) {
      const bool industry = label.part == Part::Industry;
      const auto [place, added] = (industry ? industries : demands).number(label.region, label.code);
      if (!added) text.fault("mrio-duplicate-code", field, {text.fields()[field]});
      number = place;
      if (added && industry) entries.industries.push_back({label.region, label.code});
      if (added && !industry) entries.final_demands.push_back({label.region, label.code});
    }
    columns.labels.push_back(std::move(label));
    columns.number.push_back(number);
  }
  return columns;
}

void read_row(DelimitedText& text, const Columns& columns, std::uint32_t row, IoEntries& entries,
              std::vector<Place>& places) {
  for (std::size_t field = 1; field < columns.labels.size(); ++field) {
    const Part part = columns.labels[field].part;
    if (part == Part::Other) continue;
    const auto value = text.number(field);
    if (!value) continue;
    if (part == Part::Output) entries.stated_output.push_back(*value), places.push_back(text.place(field));
    if (*value == 0 || part == Part::Output) continue;
    (part == Part::Industry ? entries.flows : entries.final_demand_flows)
        .push_back({row, columns.number[field], *value});
  }
}

} // namespace

Result<IoEntries> read_oecd_icio(const NamedText& file) {
  DelimitedText text(file.text, ',', file.name);
  IoEntries entries;
  entries.name = file.name;
  entries.unit = "million USD";
  if (!text.next()) return make_diagnostic("mrio-empty", {file.name});
  const Columns columns = read_header(text, entries);
  if (text.failed()) return text.take_faults(); // without its columns no row can be judged
  std::uint32_t row = 0;
  std::vector<Place> places;
  while (text.next()) {
    const Label label = parse(text.fields()[0]);
    if (label.part == Part::Other || label.part == Part::Output) continue;
    const bool right = row < entries.industries.size() && label.part == Part::Industry &&
                       entries.industries[row] == IndustryCode{label.region, label.code};
    if (!right) {
      const std::string wanted = row < entries.industries.size()
                                     ? entries.industries[row].region + "_" + entries.industries[row].sector
                                     : "OUT";
      text.fault("mrio-label-order", 0, {std::to_string(row + 1), text.fields()[0], wanted});
    }
    if (text.expect(columns.labels.size())) read_row(text, columns, row, entries, places);
    ++row;
  }
  Diagnostics faults = text.take_faults();
  if (faults.empty() && row != entries.industries.size())
    faults.push_back(make_diagnostic(
        "mrio-label-order", {file.name},
        {std::to_string(row + 1), "", entries.industries[row].region + "_" + entries.industries[row].sector}));
  if (faults.empty() && entries.industries.empty()) faults.push_back(make_diagnostic("mrio-empty", {file.name}));
  if (faults.empty()) faults = check_totals(entries, places);
  if (!faults.empty()) return faults;
  return {std::move(entries), {make_diagnostic("mrio-untried-layout", {file.name}, {"OECD ICIO"})}};
}

} // namespace rashin::collect

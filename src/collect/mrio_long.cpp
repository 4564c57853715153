#include "collect/mrio_labels.h"
#include "collect/mrio_readers.h"

#include <algorithm>
#include <array>
#include <set>

namespace rashin::collect {
namespace {

enum Column { OriginRegion, OriginSector, DestinationRegion, Destination, Value, Kind, column_count };
constexpr std::array<std::string_view, column_count> column_names{
    "origin_region", "origin_sector", "destination_region", "destination", "value", "kind"};

struct Row {
  std::uint32_t origin_region, origin_sector, destination_region, destination;
  double value;
  char kind; ///< 'i', 'f' or ' '
  int line;
};

/// Spellings of the header: spaces for underscores, capitals, and the long names of the destination.
std::string normal(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = c == ' ' || c == '-' ? '_' : (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  if (text == "destination_sector" || text == "destination_sector_or_final_demand_category" ||
      text == "destination_category")
    return "destination";
  return text;
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char c : {',', '\t', ';'})
    if (header.find(c) != std::string_view::npos) return c;
  return ',';
}

std::array<std::size_t, column_count> find_columns(DelimitedText& text) {
  std::array<std::size_t, column_count> places;
  places.fill(std::string_view::npos);
  for (std::size_t field = 0; field < text.fields().size(); ++field)
    for (std::size_t c = 0; c < column_count; ++c)
      if (normal(text.fields()[field]) == column_names[c]) places[c] = field;
  for (std::size_t c = 0; c < Kind; ++c)
    if (places[c] == std::string_view::npos) text.fault("mrio-missing-column", 0, {column_names[c]});
  return places;
}

class Codes {
 public:
  std::uint32_t number(std::string_view code) {
    const auto [place, added] = numbers_.try_emplace(std::string(code), static_cast<std::uint32_t>(list_.size()));
    if (added) list_.push_back(place->first);
    return place->second;
  }
  const std::string& operator[](std::uint32_t number) const { return list_[number]; }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> list_;
};

std::vector<Row> read_rows(DelimitedText& text, Codes& codes) {
  std::vector<Row> rows;
  if (!text.next()) return rows;
  const auto place = find_columns(text);
  const std::size_t width = text.fields().size();
  if (text.failed()) return rows;
  while (text.next()) {
    if (!text.expect(width)) continue;
    Row row{0, 0, 0, 0, 0, ' ', text.line()};
    bool complete = true;
    for (const std::size_t c : {OriginRegion, OriginSector, DestinationRegion, Destination})
      if (text.fields()[place[c]].empty()) {
        text.fault("mrio-bad-label", place[c], {"", column_names[c]});
        complete = false;
      }
    if (place[Kind] != std::string_view::npos) {
      const std::string_view kind = text.fields()[place[Kind]];
      if (kind != "intermediate" && kind != "final")
        text.fault("mrio-bad-label", place[Kind], {kind, "intermediate / final"}), complete = false;
      else
        row.kind = kind.front();
    }
    const auto value = text.number(place[Value]);
    if (!value || !complete) continue;
    row.value = *value;
    row.origin_region = codes.number(text.fields()[place[OriginRegion]]);
    row.origin_sector = codes.number(text.fields()[place[OriginSector]]);
    row.destination_region = codes.number(text.fields()[place[DestinationRegion]]);
    row.destination = codes.number(text.fields()[place[Destination]]);
    rows.push_back(row);
  }
  return rows;
}

/// Industries by region in the order of first appearance; within a region by sector likewise.
class Axis {
 public:
  void add(std::uint32_t region, std::uint32_t code) {
    if (places_.try_emplace({region, code}, 0).second) order_.emplace_back(region, code);
  }
  void settle() {
    std::map<std::uint32_t, std::size_t> first;
    for (const auto& [region, code] : order_) first.try_emplace(region, first.size());
    std::stable_sort(order_.begin(), order_.end(),
                     [&](const auto& a, const auto& b) { return first.at(a.first) < first.at(b.first); });
    for (std::size_t k = 0; k < order_.size(); ++k) places_[order_[k]] = static_cast<std::uint32_t>(k);
  }
  std::uint32_t at(std::uint32_t region, std::uint32_t code) const { return places_.at({region, code}); }
  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& order() const { return order_; }

 private:
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> places_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order_;
};

std::string name(const IndustryCode& code) {
  return code.region + "|" + code.sector;
}
std::string name(const FinalDemandCode& code) {
  return code.region + "|" + code.category;
}

template <class Buyer>
void refuse_duplicates(const std::vector<IoEntry>& cells, const std::vector<int>& lines, const IoEntries& entries,
                       const std::vector<Buyer>& buyers, Diagnostics& faults) {
  std::vector<std::size_t> order(cells.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(cells[a].row, cells[a].column) < std::pair(cells[b].row, cells[b].column);
  });
  for (std::size_t k = 1; k < order.size() && faults.size() < DelimitedText::listed_faults; ++k) {
    const IoEntry& before = cells[order[k - 1]];
    const IoEntry& now = cells[order[k]];
    if (before.row == now.row && before.column == now.column)
      faults.push_back(make_diagnostic(
          "mrio-duplicate-cell", {entries.name, lines[order[k]], 1, 0, 0, ""},
          {name(entries.industries[now.row]), name(buyers[now.column]), std::to_string(lines[order[k - 1]])}));
  }
}

} // namespace

Result<IoEntries> read_long_csv(const NamedText& file) {
  DelimitedText text(file.text, separator_of(file.text), file.name);
  Codes codes;
  const std::vector<Row> rows = read_rows(text, codes);
  Diagnostics faults = text.take_faults(); // what the other rows repeat is told with them
  std::set<std::uint32_t> sectors;
  for (const Row& row : rows) sectors.insert(row.origin_sector);
  const auto is_final = [&](const Row& row) {
    return row.kind == 'f' || (row.kind == ' ' && !sectors.contains(row.destination));
  };
  Axis industries, demands;
  for (const Row& row : rows) industries.add(row.origin_region, row.origin_sector);
  for (const Row& row : rows) (is_final(row) ? demands : industries).add(row.destination_region, row.destination);
  industries.settle();
  demands.settle();

  IoEntries entries;
  entries.name = file.name;
  for (const auto& [region, sector] : industries.order()) entries.industries.push_back({codes[region], codes[sector]});
  for (const auto& [region, category] : demands.order())
    entries.final_demands.push_back({codes[region], codes[category]});
  std::vector<int> flow_lines, demand_lines;
  for (const Row& row : rows) {
    const bool final = is_final(row);
    const std::uint32_t column = (final ? demands : industries).at(row.destination_region, row.destination);
    (final ? entries.final_demand_flows : entries.flows)
        .push_back({industries.at(row.origin_region, row.origin_sector), column, row.value});
    (final ? demand_lines : flow_lines).push_back(row.line);
  }
  refuse_duplicates(entries.flows, flow_lines, entries, entries.industries, faults);
  refuse_duplicates(entries.final_demand_flows, demand_lines, entries, entries.final_demands, faults);
  if (faults.empty() && entries.industries.empty()) faults.push_back(make_diagnostic("mrio-empty", {file.name}));
  if (!faults.empty()) return faults;
  return entries;
}

} // namespace rashin::collect

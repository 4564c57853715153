#include "supply/item_network.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace rashin::supply {
namespace {

constexpr int last_priority = 1000; // an empty priority comes after every stated one

template <class T> using Names = std::map<std::string, T, std::less<>>;

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    std::string_view part = text.substr(0, end);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// `free|reserved` as a message shows it: `free, reserved`.
std::string comma_separated(std::string_view words) {
  std::string text;
  for (const std::string& word : split(words, '|')) text += (text.empty() ? "" : ", ") + word;
  return text;
}

class Builder {
 public:
  explicit Builder(const NetworkRows& rows) : rows_(rows) {}
  Result<ItemNetwork> build();

 private:
  void read(Table table, void (Builder::*one)(const Row&));
  void add_item(const Row& row);
  void add_route(const Row& row);
  void add_supplier(const Row& row);
  void add_input(const Row& row);
  void add_end_use(const Row& row);
  void add_demand(const Row& row);
  void add_stock(const Row& row);
  void add_substitute(const Row& row);
  void set_user(Substitute& substitute, const Cell& cell);
  void check_supply();
  void sort_items();
  void report_cycle(const std::vector<std::vector<Index>>& needs, const std::vector<bool>& placed);

  void fault(std::string_view code, const Place& place, std::initializer_list<std::string_view> arguments = {}) {
    diagnostics_.push_back(make_diagnostic(code, place, arguments));
  }
  /// The position of the cell's word among the words its column allows; an empty cell means the first.
  int word(const Cell& cell, std::size_t column);
  int priority(const Cell& cell, int otherwise);
  std::optional<Index> known(const Names<Index>& names, const Cell& cell, std::string_view table);
  std::vector<Index> passages(const Cell& cell);
  SlotIndex slot(const Row& row, std::string_view quantity, std::string_view item_unit,
                 std::string_view other_unit = {});

  const NetworkRows& rows_;
  ItemNetwork network_;
  Diagnostics diagnostics_;
  Table table_ = Table::Items;
  std::string row_key_;
  Names<Index> items_, routes_, end_uses_, passages_;
  std::vector<int> end_use_priority_;
  std::set<std::string> doubled_; // `table:row` seen
  std::set<std::string> faulty_;  // first words of rows that were left out
  bool lost_ = false;             // a row is missing, so what is left may look unsupplied or unused
};

void Builder::read(Table table, void (Builder::*one)(const Row&)) {
  table_ = table;
  const TableSpec& spec = table_spec(table);
  const std::size_t columns = spec.keys.size() + spec.attributes.size();
  for (Row row : rows_[table]) {
    row.resize(columns, Cell{{}, row.empty() ? Place{} : row.front().place});
    bool whole = true;
    row_key_.clear();
    for (std::size_t c = 0; c < columns; ++c) {
      const ColumnSpec& column = c < spec.keys.size() ? spec.keys[c] : spec.attributes[c - spec.keys.size()];
      if (column.required && row[c].text.empty()) {
        fault("network-cell-empty", row[c].place, {column.name, spec.name});
        whole = false;
      }
      if (c >= spec.keys.size() || row[c].text.empty()) continue;
      std::vector<std::string> names = column.name == "closed" ? split(row[c].text, ';') : std::vector{row[c].text};
      std::sort(names.begin(), names.end());
      for (std::size_t n = 0; n < names.size(); ++n) {
        if (!is_name(names[n])) fault("network-name-form", row[c].place, {names[n]}), whole = false;
        row_key_ += (n > 0 ? "+" : row_key_.empty() ? "" : ".") + names[n];
      }
    }
    if (!whole) {
      faulty_.insert(row[0].text);
      lost_ = true;
      continue;
    }
    if (!doubled_.insert(std::string(spec.name) + ':' + row_key_).second)
      fault("network-row-doubled", row[0].place, {row_key_, spec.name});
    else
      (this->*one)(row);
  }
}

int Builder::word(const Cell& cell, std::size_t column) {
  const std::string_view words = table_spec(table_).attributes[column].words;
  if (cell.text.empty()) return 0;
  const std::vector<std::string> allowed = split(words, '|');
  const auto found = std::find(allowed.begin(), allowed.end(), cell.text);
  if (found == allowed.end()) fault("network-word", cell.place, {cell.text, comma_separated(words)});
  return found == allowed.end() ? 0 : static_cast<int>(found - allowed.begin());
}

int Builder::priority(const Cell& cell, int otherwise) {
  if (cell.text.empty()) return otherwise;
  int number = 0;
  const char* end = cell.text.data() + cell.text.size();
  const auto [stop, error] = std::from_chars(cell.text.data(), end, number);
  if (error != std::errc{} || stop != end || number < 1 || number >= last_priority)
    fault("network-priority", cell.place, {cell.text});
  return number;
}

std::optional<Index> Builder::known(const Names<Index>& names, const Cell& cell, std::string_view table) {
  const auto found = names.find(cell.text);
  if (found != names.end()) return found->second;
  lost_ = true;
  if (faulty_.contains(cell.text)) return std::nullopt; // its own row has been told of
  fault("network-unknown-name", cell.place, {cell.text, table});
  return std::nullopt;
}

std::vector<Index> Builder::passages(const Cell& cell) {
  std::vector<Index> list;
  for (const std::string& name : split(cell.text, ';')) {
    const auto [entry, added] = passages_.try_emplace(name, static_cast<Index>(network_.passages.size()));
    if (added) network_.passages.push_back(name);
    list.push_back(entry->second);
  }
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

std::string unit_text(UnitForm form, std::string_view item, std::string_view other) {
  const std::string unit(item);
  switch (form) {
  case UnitForm::Share:
    return "share";
  case UnitForm::Day:
    return "day";
  case UnitForm::Amount:
    return unit;
  case UnitForm::AmountPerYear:
    return unit + "/year";
  case UnitForm::AmountPerDay:
    return unit + "/day";
  case UnitForm::InputPerUnit:
  case UnitForm::ItemPerUnit:
    return unit + "/" + std::string(other);
  case UnitForm::MoneyPerYear:
    return "money/year";
  case UnitForm::MoneyPerAmount:
    return "money/" + unit;
  }
  return {};
}

SlotIndex Builder::slot(const Row& row, std::string_view quantity, std::string_view item_unit,
                        std::string_view other_unit) {
  const TableSpec& spec = table_spec(table_);
  const auto found = std::find_if(spec.quantities.begin(), spec.quantities.end(),
                                  [&](const QuantitySpec& q) { return q.name == quantity; });
  if (found == spec.quantities.end()) throw Error("no quantity " + std::string(quantity));
  Slot made{std::string(spec.name) + ':' + row_key_ + ':' + std::string(quantity),
            unit_text(found->unit, item_unit, other_unit),
            &*found,
            found->required,
            found->absent.value_or(0),
            row[0].place};
  network_.slots.push_back(std::move(made));
  return static_cast<SlotIndex>(network_.slots.size() - 1);
}

void Builder::add_item(const Row& row) {
  const std::string& unit = row[4].text;
  items_.emplace(row[0].text, static_cast<Index>(network_.items.size()));
  network_.items.push_back({row[0].text,
                            {row[1].text, row[2].text},
                            static_cast<ItemKind>(word(row[3], 2)),
                            unit,
                            row[5].text,
                            static_cast<Allocation>(word(row[6], 5)),
                            slot(row, "price", unit)});
}

void Builder::add_route(const Row& row) {
  if (row[1].text.empty()) {
    routes_.emplace(row[0].text, static_cast<Index>(network_.routes.size()));
    std::vector<Index> list = passages(row[2]);
    network_.routes.push_back({row[0].text, std::move(list), {}, slot(row, "days", {})});
  } else if (const auto route = known(routes_, row[0], "routes.csv")) {
    std::vector<Index> closed = passages(row[1]);
    network_.routes[*route].detours.push_back({std::move(closed), slot(row, "detour_days", {})});
  }
}

void Builder::add_supplier(const Row& row) {
  const auto item = known(items_, row[0], "items.csv");
  std::optional<Index> route;
  if (!row[3].text.empty()) route = known(routes_, row[3], "routes.csv");
  if (!is_name(row[2].text)) fault("network-name-form", row[2].place, {row[2].text});
  const bool makes = word(row[4], 2) == 1;
  if (!item) return;
  const std::string& unit = network_.items[*item].unit;
  Supplier supplier{row[1].text, *item, row[2].text, route, makes, {row[5].text, row[6].text}};
  supplier.supply = slot(row, "supply", unit);
  supplier.share = slot(row, "share", unit);
  supplier.spare = slot(row, "spare", unit);
  supplier.spare_share = slot(row, "spare_share", unit);
  supplier.spare_from = slot(row, "spare_from", unit);
  supplier.ramp = slot(row, "ramp", unit);
  supplier.lead_time = slot(row, "lead_time", unit);
  network_.suppliers.push_back(std::move(supplier));
}

void Builder::add_input(const Row& row) {
  const auto item = known(items_, row[0], "items.csv"), input = known(items_, row[1], "items.csv");
  const auto input_class = static_cast<InputClass>(word(row[2], 0));
  const int rank = priority(row[3], last_priority);
  if (!item || !input) return;
  network_.inputs.push_back({*item, *input, input_class, rank,
                             slot(row, "per_unit", network_.items[*input].unit, network_.items[*item].unit)});
}

void Builder::add_end_use(const Row& row) {
  if (items_.contains(row[0].text)) fault("network-name-clash", row[0].place, {row[0].text});
  end_uses_.emplace(row[0].text, static_cast<Index>(network_.end_uses.size()));
  end_use_priority_.push_back(priority(row[3], last_priority));
  network_.end_uses.push_back({row[0].text, {row[1].text, row[2].text}, slot(row, "value_added", {})});
}

void Builder::add_demand(const Row& row) {
  const auto end_use = known(end_uses_, row[0], "end_uses.csv");
  const auto item = known(items_, row[1], "items.csv");
  const auto input_class = static_cast<InputClass>(word(row[2], 0));
  const int rank = priority(row[3], end_use ? end_use_priority_[*end_use] : last_priority);
  if (!item || !end_use) return;
  network_.demands.push_back({*end_use, *item, input_class, rank, slot(row, "use", network_.items[*item].unit)});
}

void Builder::add_stock(const Row& row) {
  const auto item = known(items_, row[0], "items.csv");
  const auto access = static_cast<StockAccess>(word(row[2], 0));
  if (!item) return;
  const std::string& unit = network_.items[*item].unit;
  Stock stock{row[1].text, *item, access};
  stock.days = slot(row, "days", unit);
  stock.amount = slot(row, "amount", unit);
  stock.open = slot(row, "open", unit);
  network_.slots[stock.open].absent = access == StockAccess::Free ? 1 : 0;
  stock.open_from = slot(row, "open_from", unit);
  stock.release = slot(row, "release", unit);
  stock.refill = slot(row, "refill", unit);
  network_.stocks.push_back(std::move(stock));
}

void Builder::set_user(Substitute& substitute, const Cell& cell) {
  if (cell.text.empty()) return;
  if (const auto item = items_.find(cell.text); item != items_.end())
    substitute.product = item->second;
  else
    substitute.end_use = known(end_uses_, cell, "items.csv, end_uses.csv");
  const bool needs =
      std::any_of(network_.inputs.begin(), network_.inputs.end(),
                  [&](const Input& i) { return i.input == substitute.item && substitute.product == i.item; }) ||
      std::any_of(network_.demands.begin(), network_.demands.end(),
                  [&](const Demand& d) { return d.item == substitute.item && substitute.end_use == d.end_use; });
  if (!needs && (substitute.product || substitute.end_use))
    fault("network-substitute-unused", cell.place, {cell.text, network_.items[substitute.item].id});
}

void Builder::add_substitute(const Row& row) {
  const auto item = known(items_, row[0], "items.csv");
  const bool saving = row[1].text == "saving";
  const auto other = saving ? std::nullopt : known(items_, row[1], "items.csv");
  if (!item || (!other && !saving)) return;
  if (other == item) return fault("network-substitute-itself", row[1].place, {row[1].text});
  Substitute substitute;
  substitute.item = *item;
  substitute.substitute = other;
  set_user(substitute, row[2]);
  const std::string& unit = network_.items[*item].unit;
  substitute.share = slot(row, "share", unit);
  if (!saving) substitute.yield = slot(row, "yield", unit, network_.items[*other].unit);
  substitute.delay = slot(row, "delay", unit);
  substitute.from = slot(row, "from", unit);
  network_.substitutes.push_back(substitute);
}

void Builder::check_supply() {
  std::vector<bool> supplied(network_.items.size()), made(network_.items.size()), recipe(network_.items.size());
  for (const Supplier& s : network_.suppliers) {
    supplied[s.item] = true;
    if (s.makes) made[s.item] = true;
  }
  for (const Input& i : network_.inputs) recipe[i.item] = true;
  for (const auto& [id, i] : items_) {
    const Place& place = network_.slots[network_.items[i].price].place;
    if (!supplied[i]) fault("network-item-unsupplied", place, {id});
    if (made[i] && !recipe[i]) fault("network-maker-without-inputs", place, {id});
    if (supplied[i] && recipe[i] && !made[i]) fault("network-inputs-without-maker", place, {id});
  }
}

/// Kahn's order, always taking the earliest item whose needs are placed, so that the order depends on the rows' order
/// only.
void Builder::sort_items() {
  const std::size_t count = network_.items.size();
  std::vector<std::vector<Index>> needs(count); // what an item needs placed before it
  for (const Input& i : network_.inputs) {
    needs[i.item].push_back(i.input);
    for (const Substitute& s : network_.substitutes)
      if (s.item == i.input && s.substitute && !s.end_use && (!s.product || *s.product == i.item))
        needs[i.item].push_back(*s.substitute);
  }
  std::vector<bool> placed(count);
  for (bool found = true; found;) {
    found = false;
    for (Index i = 0; i < count && !found; ++i) {
      if (placed[i] || !std::all_of(needs[i].begin(), needs[i].end(), [&](Index n) { return placed[n]; })) continue;
      placed[i] = found = true;
      network_.order.push_back(i);
    }
  }
  if (network_.order.size() < count) report_cycle(needs, placed);
}

void Builder::report_cycle(const std::vector<std::vector<Index>>& needs, const std::vector<bool>& placed) {
  const auto next = [&](Index i) {
    return *std::find_if(needs[i].begin(), needs[i].end(), [&](Index n) { return !placed[n]; });
  };
  Index at = static_cast<Index>(std::find(placed.begin(), placed.end(), false) - placed.begin());
  for (std::size_t step = 0; step < placed.size(); ++step) at = next(at); // now surely on a cycle
  const Index first = at;
  std::string path = network_.items[first].id;
  do path += " <- " + network_.items[at = next(at)].id;
  while (at != first);
  fault("network-cycle", network_.slots[network_.items[first].price].place, {path});
}

Result<ItemNetwork> Builder::build() {
  read(Table::Items, &Builder::add_item);
  read(Table::Routes, &Builder::add_route);
  read(Table::Supply, &Builder::add_supplier);
  read(Table::Inputs, &Builder::add_input);
  read(Table::EndUses, &Builder::add_end_use);
  read(Table::Demand, &Builder::add_demand);
  read(Table::Stocks, &Builder::add_stock);
  read(Table::Substitutes, &Builder::add_substitute);
  if (!lost_) check_supply();
  sort_items();
  std::set<std::string> countries;
  for (const Supplier& s : network_.suppliers) countries.insert(s.country);
  network_.countries.assign(countries.begin(), countries.end());
  network_.by_name.resize(network_.slots.size());
  for (SlotIndex s = 0; s < network_.slots.size(); ++s) network_.by_name[s] = s;
  std::sort(network_.by_name.begin(), network_.by_name.end(),
            [&](SlotIndex a, SlotIndex b) { return network_.slots[a].name < network_.slots[b].name; });
  if (has_errors(diagnostics_)) return diagnostics_;
  return {std::move(network_), std::move(diagnostics_)};
}

} // namespace

Result<ItemNetwork> build_network(const NetworkRows& rows) {
  return Builder(rows).build();
}

} // namespace rashin::supply

#include "store/mrio_file_text.h"

#include <cstring>

namespace rashin::store {
namespace {

struct Writer {
  std::string out;
  template <class Value> void plain(Value value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void number(std::size_t value) { plain(static_cast<std::uint32_t>(value)); }
  void text(const std::string& value) {
    number(value.size());
    out += value;
  }
};

/// Reads back what Writer wrote; anything that does not fit makes `ok` false.
class Reader {
 public:
  explicit Reader(Bytes bytes) : bytes_(bytes) {}
  bool ok = true;

  template <class Value> Value plain() {
    Value value{};
    if (bytes_.size() < sizeof value) return ok = false, value;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_ = bytes_.subspan(sizeof value);
    return value;
  }
  std::uint32_t number() { return plain<std::uint32_t>(); }
  std::string text() {
    const std::uint32_t size = number();
    if (!ok || bytes_.size() < size) return ok = false, std::string();
    std::string value(reinterpret_cast<const char*>(bytes_.data()), size);
    bytes_ = bytes_.subspan(size);
    return value;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> list(count(sizeof(std::uint32_t)));
    for (std::string& value : list) value = text();
    return list;
  }
  /// A count of things that take at least `least` bytes each.
  std::size_t count(std::size_t least) {
    const std::size_t wanted = number();
    if (wanted > bytes_.size() / least) return ok = false, 0;
    return wanted;
  }
  template <class Pair> std::vector<Pair> pairs(std::size_t first, std::size_t second) {
    std::vector<Pair> list(count(2 * sizeof(std::uint32_t)));
    for (Pair& pair : list) {
      pair = {number(), number()};
      ok = ok && [&, pair] {
        const auto& [a, b] = pair;
        return a < first && b < second;
      }();
    }
    return list;
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  Bytes bytes_;
};

} // namespace

std::string labels_of(const supply::Mrio& table) {
  Writer writer;
  for (const std::string* name : {&table.name, &table.unit, &table.year}) writer.text(*name);
  for (const auto* names : {&table.regions, &table.sectors, &table.categories}) {
    writer.number(names->size());
    for (const std::string& name : *names) writer.text(name);
  }
  writer.number(table.industries.size());
  for (const auto& [region, sector] : table.industries) writer.number(region), writer.number(sector);
  writer.number(table.final_demands.size());
  for (const auto& [region, category] : table.final_demands) writer.number(region), writer.number(category);
  return std::move(writer.out);
}

std::string checks_of(const supply::TableChecks& checks) {
  Writer writer;
  writer.number(static_cast<std::size_t>(checks.rule));
  writer.number(checks.negative_flows), writer.number(checks.negative_final_demands);
  writer.plain(checks.negative_mass), writer.plain(checks.largest_imbalance);
  for (const auto* list : {&checks.worst_balance, &checks.worst_negative}) {
    writer.number(list->size());
    for (const auto& [what, amount] : *list) writer.text(what), writer.plain(amount);
  }
  return std::move(writer.out);
}

bool read_labels(Bytes bytes, supply::Mrio& table) {
  Reader reader(bytes);
  for (std::string* name : {&table.name, &table.unit, &table.year}) *name = reader.text();
  for (auto* names : {&table.regions, &table.sectors, &table.categories}) *names = reader.texts();
  table.industries = reader.pairs<supply::Mrio::Industry>(table.regions.size(), table.sectors.size());
  table.final_demands = reader.pairs<supply::Mrio::FinalDemand>(table.regions.size(), table.categories.size());
  return reader.ok && reader.at_end();
}

bool read_checks(Bytes bytes, supply::TableChecks& checks) {
  Reader reader(bytes);
  const std::uint32_t rule = reader.number();
  checks.rule = static_cast<supply::NegativeRule>(rule);
  checks.negative_flows = reader.number(), checks.negative_final_demands = reader.number();
  checks.negative_mass = reader.plain<double>(), checks.largest_imbalance = reader.plain<double>();
  for (auto* list : {&checks.worst_balance, &checks.worst_negative}) {
    list->resize(reader.count(sizeof(std::uint32_t) + sizeof(double)));
    for (auto& [what, amount] : *list) what = reader.text(), amount = reader.plain<double>();
  }
  return reader.ok && reader.at_end() && rule <= static_cast<std::uint32_t>(supply::NegativeRule::Refuse);
}

} // namespace rashin::store

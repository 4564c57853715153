#include "core/id.h"
#include "evidence/fields.h"
#include "study/reader.h"

#include <algorithm>
#include <map>
#include <set>

namespace rashin::study {

std::string slot_unit(const Study& study, const supply::Slot& slot) {
  std::string unit = slot.unit;
  if (unit.starts_with("money") && !study.header.currency.empty()) unit.replace(0, 5, study.header.currency);
  return unit;
}

namespace {

format::CsvSchema schema_of(const supply::TableSpec& table) {
  format::CsvSchema schema{std::string(table.name) + ".csv", {}, {}};
  const auto add = [&](std::string_view name, bool required) {
    schema.columns.push_back({std::string(name),
                              format::type::text(),
                              required ? format::Presence::Required : format::Presence::Optional,
                              {}});
  };
  for (const auto& key : table.keys) add(key.name, key.required);
  for (const auto& attribute : table.attributes)
    add(attribute.name, false); // a row of a further number need not repeat them
  for (const std::string& word : quantity_columns()) add(word, false);
  return schema;
}

supply::Cell cell_of(const format::CsvFile& file, std::size_t row, std::string_view column) {
  const auto index = file.column(column);
  if (!index) return {{}, file.place(row, 0)};
  return {file.at(row, *index).text, file.place(row, *index)};
}

std::string row_key(const format::CsvFile& file, std::size_t row, const supply::TableSpec& table) {
  std::string key;
  for (const auto& column : table.keys) {
    const std::string text = cell_of(file, row, column.name).text;
    if (text.empty() && !column.required) continue;
    if (!key.empty()) key += '.';
    key += text;
  }
  for (char& c : key)
    if (c == ';') c = '+'; // several passages avoided together, as the network names their row
  return key;
}

/// Rows of one key become one row of the structure; what a later row says of an attribute must agree with the first.
void merge_row(Reading& reading, const format::CsvFile& file, std::size_t r, const supply::TableSpec& table,
               const std::string& key, std::map<std::string, std::size_t>& known, std::vector<supply::Row>& rows) {
  supply::Row row;
  for (const auto& column : table.keys) row.push_back(cell_of(file, r, column.name));
  for (const auto& column : table.attributes) row.push_back(cell_of(file, r, column.name));
  const auto [place, added] = known.emplace(key, rows.size());
  if (added) {
    rows.push_back(std::move(row));
    return;
  }
  supply::Row& first = rows[place->second];
  for (std::size_t c = table.keys.size(); c < row.size(); ++c) {
    if (row[c].text.empty() || row[c].text == first[c].text) continue;
    if (first[c].text.empty())
      first[c] = std::move(row[c]);
    else
      reading.fault("attribute-differs", row[c].place,
                    {table.attributes[c - table.keys.size()].name, row[c].text, first[c].text});
  }
}

std::string word_list(std::span<const supply::QuantitySpec> quantities) {
  std::string words;
  for (const auto& q : quantities) words += (words.empty() ? "" : ", ") + std::string(q.name);
  return words;
}

void read_table(Reading& reading, supply::Table which, supply::NetworkRows& rows) {
  const supply::TableSpec& table = supply::table_spec(which);
  const auto file = reading.table("network/" + std::string(table.name), schema_of(table));
  if (!file) return;
  std::map<std::string, std::size_t> known;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const std::string key = row_key(*file, r, table);
    merge_row(reading, *file, r, table, key, known, rows[which]);
    const supply::Cell quantity = cell_of(*file, r, "quantity");
    if (quantity.text.empty()) {
      if (const supply::Cell value = cell_of(*file, r, "value"); !value.text.empty())
        reading.fault("value-without-quantity", value.place, {value.text});
      continue;
    }
    const bool fits = std::any_of(table.quantities.begin(), table.quantities.end(),
                                  [&](const auto& q) { return q.name == quantity.text; });
    reading.stated.insert(std::string(table.name) + '/' + key + '/' + quantity.text);
    if (!fits) {
      reading.fault("quantity-unknown", quantity.place, {quantity.text, table.name, word_list(table.quantities)});
      continue;
    }
    reading.keep(read_quantity(*file, r, table.name, key, reading.context, reading.faults), Link::Network);
  }
}

/// Connects slots of the network with the study's parameters, and checks that their units convert.
void connect(Reading& reading) {
  Study& study = reading.study;
  study.slot_parameter.resize(study.network.slots.size());
  study.slot_factor.assign(study.network.slots.size(), 1.0);
  std::vector<supply::SlotIndex> given;
  for (supply::SlotIndex s = 0; s < study.network.slots.size(); ++s) {
    supply::Slot& slot = study.network.slots[s];
    slot.unit = slot_unit(study, slot);
    std::string id = slot.name;
    std::replace(id.begin(), id.end(), ':', '/');
    if (reading.stated.contains(id)) given.push_back(s);
    const auto found = study.parameter_index.find(id);
    if (found == study.parameter_index.end() || slot.unit.starts_with("money")) continue;
    const Quantity& q = study.parameters[found->second];
    const auto unit = parse_unit(slot.unit, slot.place);
    if (!take_faults(unit, reading.faults)) continue;
    if (!is_convertible(q.unit, *unit)) {
      reading.fault("unit-does-not-fit", q.unit_place, {q.id(), q.unit.text(), unit->text()});
      continue;
    }
    study.slot_parameter[s] = found->second;
    study.slot_factor[s] = convert(1, q.unit, *unit, q.place).value();
  }
  const Diagnostics missing = supply::check_given(study.network, given);
  reading.faults.insert(reading.faults.end(), missing.begin(), missing.end());
}

/// With a table unread, what seems to be missing may stand there.
bool follows_from_unread(const Reading& reading, const Diagnostic& diagnostic) {
  static const std::set<std::string_view> missing{"network-unknown-name", "network-item-unsupplied",
                                                  "network-maker-without-inputs", "network-inputs-without-maker",
                                                  "network-substitute-unused"};
  const auto table = reading.unread.lower_bound("network/");
  return table != reading.unread.end() && table->starts_with("network/") && missing.contains(diagnostic.code);
}

} // namespace

void read_network(Reading& reading) {
  supply::NetworkRows rows;
  for (int t = 0; t < supply::table_count; ++t) read_table(reading, static_cast<supply::Table>(t), rows);
  if (rows[supply::Table::Items].empty()) {
    if (!reading.unread.contains("network/items"))
      reading.fault("file-missing", {.file = "network/items.csv"}, {"network/items.csv"});
    return;
  }
  auto network = supply::build_network(rows);
  for (const Diagnostic& d : network.diagnostics())
    if (!follows_from_unread(reading, d)) reading.faults.push_back(d);
  if (!network) return;
  reading.study.network = network.take();
  reading.study.network_rows = std::move(rows);
  connect(reading);
}

} // namespace rashin::study

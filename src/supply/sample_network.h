#pragma once
#include "supply/item_network.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace rashin::supply {

/// Networks for tests, written as an analyst writes tables: each row is its keys and attributes, then its numbers.
struct SampleNetwork {
  NetworkRows rows;
  std::vector<std::pair<std::string, double>> numbers; ///< slot name, value

  SampleNetwork& add(Table table, std::initializer_list<const char*> cells,
                     std::initializer_list<std::pair<const char*, double>> quantities = {}) {
    return add_row(table, {cells.begin(), cells.end()}, {quantities.begin(), quantities.end()});
  }
  SampleNetwork& add_row(Table table, const std::vector<std::string>& cells,
                         const std::vector<std::pair<const char*, double>>& quantities) {
    Row row;
    const int line = static_cast<int>(rows[table].size()) + 2;
    for (const std::string& cell : cells) row.push_back({cell, {"sample", line, 1, 0, 0, ""}});
    std::string key;
    for (std::size_t k = 0; k < table_spec(table).keys.size() && k < row.size(); ++k) {
      if (row[k].text.empty()) continue;
      std::string name = row[k].text; // of several passages, joined by ;
      for (char& c : name) c = c == ';' ? '+' : c;
      key += (key.empty() ? "" : ".") + name;
    }
    for (const auto& [quantity, value] : quantities)
      numbers.emplace_back(std::string(table_spec(table).name) + ':' + key + ':' + quantity, value);
    rows[table].push_back(std::move(row));
    return *this;
  }
  SampleNetwork& item(const char* id, const char* allocation = "") {
    return add(Table::Items, {id, "", "", "", "t", "", allocation});
  }

  ItemNetwork network() const { return build_network(rows).take(); }
  std::vector<double> values(const ItemNetwork& network) const {
    std::vector<double> list = absent_values(network);
    for (const auto& [name, value] : numbers) {
      const auto slot = find_slot(network, name);
      if (!slot) throw Error("sample network: no slot " + name);
      list[*slot] = value;
    }
    return list;
  }
};

} // namespace rashin::supply

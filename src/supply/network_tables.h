#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace rashin::supply {

/// The unit a quantity must be given in, before the item's own unit is put in its place.
enum class UnitForm {
  Share,          ///< `share`: a number from 0 to 1
  Day,            ///< `day`
  Amount,         ///< unit of the item
  AmountPerYear,  ///< unit of the item per year
  AmountPerDay,   ///< unit of the item per day
  InputPerUnit,   ///< unit of the input per unit of the product
  ItemPerUnit,    ///< unit of the item replaced per unit of its substitute
  MoneyPerYear,   ///< the study's currency per year
  MoneyPerAmount, ///< the study's currency per unit of the item
};

/// One number of a row. `absent` is the model's rule for a row that does not state it (an absent stock is no stock,
/// never a guess); none = the number is required, or (`price`) nothing in the simulation reads it.
struct QuantitySpec {
  std::string_view name;
  UnitForm unit;
  bool required;
  std::optional<double> absent;
  std::string_view en; ///< what it means, and what its absence means
  std::string_view ja;
};

struct ColumnSpec {
  std::string_view name;
  bool required;
  std::string_view words; ///< `|`-separated words allowed, the first is meant by an empty cell; empty = free text
};

/// One table of the folder `network/` in the long form: key columns and attributes describe the row, each quantity is a
/// line of its own.
struct TableSpec {
  std::string_view name;
  std::span<const ColumnSpec> keys; ///< joined by '.' they are the row of the slot name `table:row:quantity`
  std::span<const ColumnSpec> attributes;
  std::span<const QuantitySpec> quantities;
};

enum class Table { Items, Routes, Supply, Inputs, EndUses, Demand, Stocks, Substitutes };
inline constexpr int table_count = 8;

/// The tables in the order of `Table`; readers, templates and the reference page are made from this list.
std::span<const TableSpec> network_tables();
inline const TableSpec& table_spec(Table table) {
  return network_tables()[static_cast<std::size_t>(table)];
}

} // namespace rashin::supply

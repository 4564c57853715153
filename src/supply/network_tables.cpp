#include "supply/network_tables.h"

#include <array>
#include <limits>

namespace rashin::supply {
namespace {

constexpr double without_limit = std::numeric_limits<double>::infinity();

constexpr ColumnSpec item_key[] = {{"item", true, ""}};
constexpr ColumnSpec item_attributes[] = {
    {"name_ja", false, ""}, {"name_en", false, ""}, {"kind", false, "material|part|product|service"},
    {"unit", true, ""},     {"hs", false, ""},      {"allocation", false, "proportional|priority"}};
constexpr QuantitySpec item_quantities[] = {{"price",
                                             UnitForm::MoneyPerAmount,
                                             false,
                                             {},
                                             "price; the simulation does not read it, reports value quantities with it",
                                             "価格。シミュレーションでは使わず、報告で数量を金額に直すために使う"}};

constexpr ColumnSpec route_key[] = {{"route", true, ""}, {"closed", false, ""}};
constexpr ColumnSpec route_attributes[] = {{"passages", false, ""}};
constexpr QuantitySpec route_quantities[] = {
    {"days",
     UnitForm::Day,
     true,
     {},
     "voyage with every passage open (row with empty `closed`)",
     "すべての海峡が通れるときの日数(closed が空の行)"},
    {"detour_days",
     UnitForm::Day,
     true,
     {},
     "extra days while the passages named in `closed` (joined by ;) are avoided; a passage of the route without such a "
     "row cannot be avoided",
     "closed の海峡(;区切り)を避けるときに増える日数。この行のない海峡は避けられない"}};

constexpr ColumnSpec supply_key[] = {{"item", true, ""}, {"supplier", true, ""}};
constexpr ColumnSpec supply_attributes[] = {{"country", true, ""},
                                            {"route", false, ""},
                                            {"makes", false, "no|yes"},
                                            {"name_ja", false, ""},
                                            {"name_en", false, ""}};
constexpr QuantitySpec supply_quantities[] = {
    {"supply", UnitForm::AmountPerYear, false, 0, "normal yearly supply; absent: none",
     "通常の年間供給量。ないときは 0"},
    {"share", UnitForm::Share, false, 0,
     "share of what the item's stated amounts leave open, in place of `supply`; absent: none",
     "量で示された供給を除いた残りに占める割合(supply の代わり)。ないときは 0"},
    {"spare", UnitForm::AmountPerYear, false, 0, "extra yearly supply on call; absent: none",
     "求めに応じて増やせる年間供給量。ないときは 0"},
    {"spare_share", UnitForm::Share, false, 0, "extra supply as a share of `supply`, added to `spare`; absent: none",
     "supply に対する増産余力の割合(spare に加える)。ないときは 0"},
    {"spare_from", UnitForm::Day, false, 0, "first day of the run on which spare can be called; absent: day 0",
     "余力を使える最初の日。ないときは 0 日目"},
    {"ramp", UnitForm::Day, false, 0, "days from the item's alarm until all spare runs; absent: at once",
     "警報から余力が出そろうまでの日数。ないときは即日"},
    {"lead_time", UnitForm::Day, false, 0, "days from order to delivery, without the route's days; absent: same day",
     "注文から納入までの日数(航路の日数を除く)。ないときは当日"}};

constexpr ColumnSpec input_key[] = {{"item", true, ""}, {"input", true, ""}};
constexpr ColumnSpec use_attributes[] = {{"class", false, "essential|important|non-essential"},
                                         {"priority", false, ""}};
constexpr QuantitySpec input_quantities[] = {
    {"per_unit", UnitForm::InputPerUnit, true, {}, "input needed per unit of the item", "品目 1 単位に要る投入量"}};

constexpr ColumnSpec end_use_key[] = {{"end_use", true, ""}};
constexpr ColumnSpec end_use_attributes[] = {{"name_ja", false, ""}, {"name_en", false, ""}, {"priority", false, ""}};
constexpr QuantitySpec end_use_quantities[] = {{"value_added",
                                                UnitForm::MoneyPerYear,
                                                true,
                                                {},
                                                "yearly value added that stops with this use",
                                                "この用途が止まると失われる年間付加価値"}};

constexpr ColumnSpec demand_key[] = {{"end_use", true, ""}, {"item", true, ""}};
constexpr QuantitySpec demand_quantities[] = {
    {"use", UnitForm::AmountPerYear, true, {}, "normal yearly use", "通常の年間使用量"}};

constexpr ColumnSpec stock_key[] = {{"item", true, ""}, {"holder", true, ""}};
constexpr ColumnSpec stock_attributes[] = {{"access", false, "free|reserved"}};
constexpr QuantitySpec stock_quantities[] = {
    {"days", UnitForm::Day, false, 0, "stock in days of the item's normal use; absent: none",
     "通常使用量の何日分か。ないときは 0"},
    {"amount", UnitForm::Amount, false, 0, "stock as an amount, added to `days`; absent: none",
     "量で示した在庫(days に加える)。ないときは 0"},
    {"open",
     UnitForm::Share,
     false,
     {},
     "share that may be drawn; absent: all of a free stock, nothing of a reserved one",
     "取り崩せる割合。ないときは free は全部、reserved は 0"},
    {"open_from", UnitForm::Day, false, 0, "first day of the run on which it may be drawn; absent: day 0",
     "取り崩せる最初の日。ないときは 0 日目"},
    {"release", UnitForm::AmountPerDay, false, without_limit, "most that can be drawn in a day; absent: no limit",
     "1 日に取り崩せる上限。ないときは上限なし"},
    {"refill", UnitForm::Day, false, without_limit, "days over which a gap is ordered again; absent: never refilled",
     "不足分を埋め戻す日数。ないときは埋め戻さない"}};

constexpr ColumnSpec substitute_key[] = {{"item", true, ""}, {"substitute", true, ""}, {"user", false, ""}};
constexpr QuantitySpec substitute_quantities[] = {
    {"share", UnitForm::Share, true, {}, "most of the need that can be covered so", "需要のうち代替できる上限"},
    {"yield",
     UnitForm::ItemPerUnit,
     true,
     {},
     "units of the item replaced by one unit of the substitute (not for `saving`)",
     "代替品 1 単位で置き換わる量(saving では不要)"},
    {"delay", UnitForm::Day, false, 0, "days from the item's alarm until it can be used; absent: none",
     "警報から使えるまでの日数。ないときは 0"},
    {"from", UnitForm::Day, false, 0, "first day of the run on which it can be used; absent: day 0",
     "使える最初の日。ないときは 0 日目"}};

constexpr std::array<TableSpec, table_count> tables{{
    {"items", item_key, item_attributes, item_quantities},
    {"routes", route_key, route_attributes, route_quantities},
    {"supply", supply_key, supply_attributes, supply_quantities},
    {"inputs", input_key, use_attributes, input_quantities},
    {"end_uses", end_use_key, end_use_attributes, end_use_quantities},
    {"demand", demand_key, use_attributes, demand_quantities},
    {"stocks", stock_key, stock_attributes, stock_quantities},
    {"substitutes", substitute_key, {}, substitute_quantities},
}};

} // namespace

std::span<const TableSpec> network_tables() {
  return tables;
}

} // namespace rashin::supply

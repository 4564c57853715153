#pragma once
#include "core/diagnostic.h"
#include "supply/item_network.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace rashin::study {

/// A word of mrio.yaml that only the table can tell right or wrong, and where it stands.
struct TableWord {
  std::string text;
  Place place;
};

/// A part of an industry stands still while an end use lacks its inputs, or an item is short.
struct EconomyJoin {
  std::string id;                             ///< `end-use.REGION.sector` or `item.REGION.sector`
  std::optional<supply::Index> end_use, item; ///< exactly one
  std::string region, sector;
  std::size_t share = 0; ///< parameter: the part of the industry that it stands for
  Place place;
};

/// The part of some flows of the table that takes a passage and has no other way.
struct EconomyPassage {
  std::string id; ///< `passage.number`
  supply::Index passage = 0;
  std::vector<TableWord> from, to; ///< selectors: `JPN`, `RoW|c2`, `*|c2`
  bool final_demand = true;        ///< whole regions in `to` include what their final demand buys
  std::size_t share = 0;           ///< parameter
};

/// Numbers of the daily engine that a study may set; left out: the engine's defaults.
enum class EngineNumber {
  InputDays,
  RestockingDays,
  StockNeed,
  OverproductionMost,
  OverproductionDays,
  PostponedShare
};
inline constexpr std::size_t engine_number_count = 6;

/// How the item network joins a multi-regional input–output table: mrio.yaml.
struct Economy {
  std::string table; ///< `wiod1435_2009`: found by the edge, never part of the study
  LocalizedText title, concordance;
  std::vector<LocalizedText> limits;
  int draws = 0;                  ///< K: the economy is played on draws 1 … K
  std::string region;             ///< of the table: the one the report looks at first
  std::vector<TableWord> compare; ///< options and packages that are played too
  std::vector<EconomyJoin> joins;
  std::vector<EconomyPassage> passages;
  std::array<std::optional<std::size_t>, engine_number_count> engine; ///< parameters
  std::vector<TableWord> important, non_essential, never_short;       ///< sectors
};

} // namespace rashin::study

#pragma once
#include "supply/mrio_propagation.h"

namespace rashin::supply {

/// What the default engine needs of a table and of the shocks that will act on it, per day. Links and final-demand
/// cells that a shock may touch are "watched": they are taken out of the stream and carried one by one.
template <class Value> struct EnginePlan {
  struct Link {
    std::uint32_t seller, buyer;
    double flow;
    std::uint64_t cell;
  };
  struct FinalCell {
    std::uint32_t seller, column;
    double demand;
    std::uint64_t cell;
  };
  struct Streams {
    SparseRows structure;     ///< row offsets and columns of the table's flows
    std::vector<Value> value; ///< per day, watched links 0
  };

  std::size_t industries = 0, sectors = 0;
  Streams streams;
  std::vector<double> output, value_added_share, capital, final_demand; ///< per industry; watched final cells left out
  std::vector<double> coefficient, limiting; ///< sector × industry: input per output, and 0 where it never limits
  std::vector<std::vector<std::uint32_t>> sector_rows;
  std::vector<Link> links;               ///< by sector of the seller, then cell
  std::vector<std::size_t> sector_links; ///< offsets into links per sector, one more than sectors
  std::vector<FinalCell> final_cells;    ///< by cell
};

/// The watched places of one shock: indices into links and final_cells.
struct WatchedPlaces {
  std::vector<std::uint32_t> links, final_cells;
};

template <class Value>
EnginePlan<Value> make_plan(const Mrio& table, std::span<const std::span<const TableShock>> members,
                            const PropagationOptions& options);

template <class Value>
WatchedPlaces watched_places(const Mrio& table, const EnginePlan<Value>& plan, const TableShock& shock);

} // namespace rashin::supply

#pragma once
#include "supply/mrio_engine.h"
#include "supply/mrio_kernels.h"
#include "supply/mrio_plan.h"

#include <array>

namespace rashin::supply {

template <std::size_t width> struct Kernels;
template <> struct Kernels<1> {
  using Value = double;
  static constexpr auto scatter = scatter_1;
  static constexpr auto gather = gather_1;
  static constexpr auto limit = limit_1;
  static constexpr auto update = update_1;
};
template <> struct Kernels<batch_lanes> {
  using Value = float;
  static constexpr auto scatter = scatter_8;
  static constexpr auto gather = gather_8;
  static constexpr auto limit = limit_8;
  static constexpr auto update = update_8;
};

/// Money still to be rebuilt from one supplier for one user.
struct RebuildCell {
  std::uint32_t supplier, user;
  double left;
  double asked; ///< today
  double least; ///< below this it counts as done
};

struct Event {
  const TableShock* shock;
  std::size_t lane;
  WatchedPlaces places;
  std::vector<RebuildCell> rebuild;
};

/// State of the default engine for `width` draws side by side; see mrio_engine.cpp for the day.
template <std::size_t width> struct Days {
  using Value = typename Kernels<width>::Value;
  using Vector = std::vector<double>;
  using Lanes = std::array<double, width>;
  struct Scratch {
    Vector sums, extra;
  };

  const Mrio& table;
  std::vector<Member> members; ///< `width` of them; the last repeats where fewer were given
  std::size_t given;
  const PropagationOptions& options; ///< of the first member, for what all share
  EnginePlan<Value> plan;
  std::size_t industries;
  std::vector<Event> events;

  // Per industry × lane.
  Vector alpha;                                    ///< overproduction
  Vector capacity_loss, capital_lost;              ///< today's: share, money
  Vector ordered, rebuild_demand, backlog, demand; ///< by industries, to rebuild, postponed, all together
  Vector received;                                 ///< orders of industries that could pass
  Vector given_up, unmet_streamed;                 ///< final demand lost today and so far, watched cells left out
  Vector capacity, wanted, share, output, last_output, served;
  Vector weight, old_weight;           ///< of suppliers when orders are placed: today's, yesterday's
  std::vector<std::uint16_t> limiting; ///< the input that lowers `share`
  // Per input sector × industry × lane; per sector × sector × lane; per sector × lane.
  Vector stock, scale, strength, days_held, need, gap_share;
  // Per watched link or final-demand cell × lane.
  Vector passage, link_order, final_passage, final_factor, final_backlog, final_demand, final_lost;
  Lanes final_delivered{}, lost{};
  std::vector<Lanes> sector_delivered;
  std::vector<Scratch> scratch;
  std::vector<PropagationResult> results;

  Days(const Mrio& of_table, std::span<const Member> of_members);
  std::size_t at(std::size_t index, std::size_t lane) const { return index * width + lane; }
  const PropagationOptions& of(std::size_t lane) const { return *members[lane].options; }
};

/// Losses, passages and demand changes of day t (mrio_events.cpp).
template <std::size_t width> void losses_of_day(Days<width>& day, int t);
/// Takes delivered rebuilding off what is left.
template <std::size_t width> void take_off_rebuilt(Days<width>& day);
/// Appends the day to the results (mrio_record.cpp).
template <std::size_t width> void record(Days<width>& day, int t);

} // namespace rashin::supply

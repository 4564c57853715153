#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace rashin::supply {

/// How a loss fades after its duration. T = recovery_days, e = days since the end.
enum class Recovery {
  None,           ///< ends at once
  Linear,         ///< 1 − e/T
  Convex,         ///< (1 − 1/T)^(4e)
  ConvexUnscaled, ///< (1 − 1/T)^e
  Concave,        ///< half recovered at T/2, slow at first
  Profile,        ///< `profile` says it day by day from the start; duration is ignored
};

enum class TableShockKind {
  Capacity,    ///< a share of productive capacity is out
  Capital,     ///< capital is destroyed (money), and recovers or is rebuilt
  FinalDemand, ///< a share of final demand for the products goes; negative: it rises
  Link,        ///< sellers deliver only a part to buyers (pair ban, closed strait)
};

struct IndustryImpact {
  std::uint32_t industry = 0;
  double amount = 0;
};

struct SectorShare {
  std::uint32_t sector = 0;
  double share = 0;
};

/// One disturbance of the daily engine. Days count from 0; in the default mode it acts on days
/// start … start + duration − 1 and then fades.
struct TableShock {
  std::string name;
  TableShockKind kind = TableShockKind::Capacity;
  int start = 0;
  int duration = 1;
  Recovery recovery = Recovery::None;
  double recovery_days = 0;
  std::vector<double> profile; ///< share of the impact on day start + d; nothing after its end

  /// Capacity: share in 0..1 per industry. Capital: money in the table's unit. FinalDemand: share of the demand for the
  /// products of the industry that goes.
  std::vector<IndustryImpact> impacts;
  /// FinalDemand: only in these regions (all if empty).
  std::vector<std::uint32_t> demand_regions;

  /// Link: from each seller to each buyer industry and to final demand of each buyer region.
  std::vector<std::uint32_t> sellers;
  std::vector<std::uint32_t> buyers;
  std::vector<std::uint32_t> buyer_regions;
  double passage = 0;     ///< fraction that still passes on the route: 0 closed, 1 open
  double route_share = 1; ///< share of the flow that takes the route

  /// Capital with rebuilding: demand for `factor` × damage, spread over rebuild_days, on these sectors (shares sum to
  /// 1). Without sectors the capital comes back by `recovery`.
  std::vector<SectorShare> rebuilding;
  double rebuild_days = 60;
  double rebuild_factor = 1;
};

/// Share of the impact left `e` days after the end of the duration (e ≥ 0), for every kind but Profile.
double remaining_share(Recovery recovery, double recovery_days, int e);

/// Share of the impact on `day` in the default mode: 0 before the start, 1 for the duration, then fading; the first day
/// of recovery already shows its first step.
double share_on_day(const TableShock& shock, int day);

} // namespace rashin::supply

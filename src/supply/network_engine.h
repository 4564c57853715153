#pragma once
#include "supply/network_shock.h"

#include <limits>
#include <memory>

namespace rashin::supply {

/// What can be followed day by day.
enum class SeriesKind {
  ValueAddedLost, ///< of an end use, money per day
  OutputShare,    ///< of an end use, 0…1 of what it wants to make
  Unmet,          ///< of an item: need that neither it nor a substitute covers, per day
  Shipped,        ///< of an item: what its suppliers send off, per day
  ShippedBy,      ///< one supplier, by its row: what it sends off, per day
  Stock,          ///< of an item: all holders and the working stock, in the evening
};
struct Series {
  SeriesKind kind = SeriesKind::ValueAddedLost;
  Index of = 0; ///< end use, item or supplier
};

inline constexpr int no_day = std::numeric_limits<int>::max();

struct Mornings;
/// A run that was kept, so that other runs of the same network may go along with it (first_day_apart): of an arm that
/// changes a few numbers only that costs something which goes otherwise than in the kept run.
class Course {
 public:
  Course();
  ~Course();
  Course(Course&&) noexcept;
  Course& operator=(Course&&) noexcept;
  Mornings& mornings() const { return *mornings_; }

 private:
  std::unique_ptr<Mornings> mornings_;
};

struct RunOptions {
  int days = 365;
  std::vector<Series> series;
  bool check_balance = false;   ///< keep the books of every item and day (slower; worst_balance_error)
  Course* keep = nullptr;       ///< filled with this run
  const Course* from = nullptr; ///< of a run with the same shocks and days; not with series or check_balance
  int apart = 0;                ///< the first day on which this run may differ from it
};

/// Totals over the run. Times count from the start of the draw's first shock; infinity = not within the run.
struct EndUseTotals {
  Lanes value_added_lost;
  Lanes time_to_survive; ///< until the first day with less output than wanted (Simchi-Levi et al. 2015)
  Lanes time_to_recover; ///< until output is whole and stays so; 0 if never short
};
struct ItemTotals {
  Lanes lost_output;    ///< sum over days of what its suppliers sent less than normal
  Lanes unmet;          ///< need of the network's uses left uncovered
  Lanes first_shortage; ///< days until some need of it is first left uncovered
};
/// What a run took notice of: by item, the first day on which it did in any lane, or no_day.
struct Footprint {
  std::vector<int> alarmed; ///< less could be sent than was wanted: spare and substitutes were thought of
  std::vector<int> drew;    ///< a stock was asked for
};
struct BlockResult {
  std::vector<EndUseTotals> end_uses;
  std::vector<ItemTotals> items;
  std::vector<Lanes> series; ///< series s on day t at [s * days + t]
  Footprint footprint;
};

/// Simulates sixteen draws of one network day by day (equations: README of this room). Keeps its memory between runs;
/// one engine per thread. Results do not depend on what ran before, on the other lanes, or on the processor's vector
/// width.
class NetworkEngine {
 public:
  explicit NetworkEngine(const ItemNetwork& network); ///< keeps a reference
  ~NetworkEngine();
  NetworkEngine(NetworkEngine&&) noexcept;

  /// `values` by slot, balanced first (`balance.h`: it turns `share` into `supply`; throws Error where a share is
  /// left), then with the effects of options and technologies. Finds the state at rest that every run starts from.
  void set_values(std::span<const Lanes> values);
  /// Throws Error if the numbers of a shock are missing or not finite. The reference stays valid until the next run.
  const BlockResult& run(std::span<const Shock> shocks, std::span<const ShockLanes> numbers, const RunOptions& options);
  /// Greatest gap in an item's book of a day (opening + shipped - used - closing) over the day's throughput, in the
  /// last run.
  double worst_balance_error() const;

 private:
  std::unique_ptr<struct NetworkState> state_;
};

/// One draw: every lane the same, read off lane 0. For tests, quick looks and explanations.
struct DrawShock {
  double share = 1, start = 0, duration = 0, recovery = 0;
};
ShockLanes to_lanes(const DrawShock& numbers);
BlockResult run_draw(const ItemNetwork& network, std::span<const double> values, std::span<const Shock> shocks,
                     std::span<const DrawShock> numbers, const RunOptions& options);

} // namespace rashin::supply

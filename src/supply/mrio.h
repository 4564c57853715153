#pragma once
#include "core/io_entries.h"
#include "core/result.h"
#include "supply/sparse_rows.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::supply {

/// A multi-regional input–output table, ready for calculation. Yearly flows in `unit`; row i sells to column j.
/// Regions need not have the same sectors. `output` is always the row sum of flows and final demand, so the table is
/// balanced by construction; what the source stated is compared once, in `TableChecks`. Immutable, thread-safe.
struct Mrio {
  struct Industry {
    std::uint32_t region = 0;
    std::uint32_t sector = 0;
  };
  struct FinalDemand {
    std::uint32_t region = 0;
    std::uint32_t category = 0;
  };
  std::string name;
  std::string unit;
  std::string year;
  std::vector<std::string> regions;
  std::vector<std::string> sectors;
  std::vector<std::string> categories;
  std::vector<Industry> industries;
  std::vector<FinalDemand> final_demands;
  SparseRows flows;        ///< industries × industries
  SparseRows final_demand; ///< industries × final demands
  std::vector<double> output;

  std::size_t size() const { return industries.size(); }
};

/// What happens to cells below zero (mostly changes in inventories).
enum class NegativeRule {
  Clip,   ///< set to 0; output is recomputed, so totals rise by the mass removed
  Keep,   ///< left as they are: static measures only, the daily engine refuses such a table
  Refuse, ///< an error that names the worst cells
};

/// Checks made while a table was built. Money in the table's unit per year.
struct TableChecks {
  struct NamedAmount {
    std::string what;
    double amount = 0;
  };
  bool recorded = true; ///< false: a table file of the first version, which kept none of what follows but the last two
  NegativeRule rule = NegativeRule::Clip;
  std::size_t negative_flows = 0;
  std::size_t negative_final_demands = 0;
  double negative_mass = 0;                ///< sum of the absolute values of the negative cells
  double largest_imbalance = 0;            ///< max |row sum − stated output| before the rule, 0 if nothing was stated
  std::vector<NamedAmount> worst_balance;  ///< up to ten: row sum − stated output, largest first
  std::vector<NamedAmount> worst_negative; ///< up to ten cells
  std::vector<std::string> without_output; ///< industries whose output is 0 after the rule
  std::vector<NamedAmount> negative_value_added;
};

struct CheckedMrio {
  Mrio table;
  TableChecks checks;
};

/// Builds the table. Errors: no industries, too many columns, a label twice, cells outside, negative cells if refused.
/// Warnings: stated output off by more than `balance_tolerance` (relative to output + 1), negative value added.
struct MrioOptions {
  NegativeRule negatives = NegativeRule::Clip;
  double balance_tolerance = 1e-3;
};
Result<CheckedMrio> make_mrio(const IoEntries& entries, const MrioOptions& options = {});

/// Fills in `without_output` and `negative_value_added` from the table.
void check_industries(CheckedMrio& built);

/// The cells and labels of a table, for another round of make_mrio.
IoEntries to_entries(const Mrio& table);

/// "region|sector" and "region|category".
std::string industry_name(const Mrio& table, std::size_t industry);
std::string final_demand_name(const Mrio& table, std::size_t column);
std::optional<std::size_t> find_industry(const Mrio& table, std::string_view name);
/// Industries meant by "TWN|c14", "TWN" (all of a region) or "*|c14" (a sector everywhere); empty: none is.
std::vector<std::uint32_t> matching_industries(const Mrio& table, std::string_view selector);
std::optional<std::size_t> find_name(const std::vector<std::string>& names, std::string_view name);

/// Output minus intermediate inputs, per industry and year.
std::vector<double> value_added(const Mrio& table);
/// Row sums of final demand.
std::vector<double> final_demand_totals(const Mrio& table);

/// Adds up regions and sectors. Both maps give the new name of each old region and sector by index.
struct Aggregation {
  std::vector<IndustryCode> of_industry; ///< new region and sector of each industry
  std::vector<std::string> of_region;    ///< new region of each region (for final demand)
};
IoEntries aggregated(const Mrio& table, const Aggregation& map);
IoEntries aggregated(const IoEntries& entries, const std::vector<IndustryCode>& of_industry,
                     const std::vector<FinalDemandCode>& of_final_demand);

} // namespace rashin::supply

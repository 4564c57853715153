#pragma once
#include "study/economy.h"

namespace rashin::study {

/// mrio.yaml bound to a table: numbers instead of names.
struct EconomyPlan {
  struct Link {
    std::vector<std::uint32_t> sellers, buyers, buyer_regions;
  };
  std::vector<std::uint32_t> industries;  ///< joined ones, each once
  std::vector<std::size_t> join_industry; ///< per join: index into `industries`
  std::vector<Link> links;                ///< per passage entry
  supply::PropagationOptions options;     ///< but for what is drawn
  std::vector<std::size_t> arms;          ///< of RunResult::arms
  std::size_t focal = 0;
  int draws = 0;
};
Result<EconomyPlan> plan_economy(const Study& study, const RunResult& run, const supply::Mrio& table, int draws);

/// What one arm, pathway and draw does to the table. No shocks: nothing is lost.
struct EconomyMember {
  std::size_t arm = 0, pathway = 0, draw = 0; ///< arm: index into EconomyPlan::arms
  std::vector<supply::TableShock> shocks;
  supply::PropagationOptions options;
};
/// Plays the item network and returns the members that are hit, in the order arm, pathway, draw. The same on any number
/// of threads.
std::vector<EconomyMember> economy_members(const Study& study, const RunResult& run, const EconomyPlan& plan,
                                           const EconomyOptions& options);

} // namespace rashin::study

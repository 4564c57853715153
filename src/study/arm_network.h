#pragma once
#include "study/run.h"
#include "supply/network_engine.h"

#include <deque>
#include <mutex>
#include <string_view>

namespace rashin::study {

/// The use that `demand:USE.ITEM:priority` or `inputs:PRODUCT.ITEM:priority` names; its rank is left 0.
std::optional<PriorityRule> find_priority(const supply::ItemNetwork& network, std::string_view target);

/// The network with the ranks of these rules, in their order. An item that was shared alike goes by priority from then
/// on, all uses that no rule names last and alike. Slots stay what they were.
supply::ItemNetwork with_priorities(const supply::ItemNetwork& network, const std::vector<PriorityRule>& rules);

/// The networks that the arms of a run are played on: the study's own first, then one for every other set of ranks.
class ArmNetworks {
 public:
  ArmNetworks(const Study& study, const std::vector<ArmPlan>& arms);
  std::size_t of(std::size_t arm) const { return of_arm_[arm]; }
  std::size_t size() const { return changed_.size() + 1; }
  const supply::ItemNetwork& at(std::size_t network) const { return network == 0 ? own_ : changed_[network - 1]; }

 private:
  const supply::ItemNetwork& own_;
  std::vector<supply::ItemNetwork> changed_;
  std::vector<std::size_t> of_arm_;
};

/// One engine for each network that arms are played on, made when it is first asked for, and what they keep of runs
/// that others start from.
class ArmEngines {
 public:
  explicit ArmEngines(const ArmNetworks& networks) : networks_(networks), engines_(networks.size()) {}
  supply::NetworkEngine& at(std::size_t network) {
    if (!engines_[network]) engines_[network].emplace(networks_.at(network));
    return *engines_[network];
  }
  supply::Course& course(std::size_t number) {
    while (courses_.size() <= number) courses_.emplace_back();
    return courses_[number];
  }

 private:
  const ArmNetworks& networks_;
  std::vector<std::optional<supply::NetworkEngine>> engines_;
  std::deque<supply::Course> courses_;
};

/// Engines for as many threads as ask for them. Synchronised.
class EnginePool {
 public:
  explicit EnginePool(const ArmNetworks& networks) : networks_(networks) {}
  std::unique_ptr<ArmEngines> take();
  void give_back(std::unique_ptr<ArmEngines> engines);

 private:
  const ArmNetworks& networks_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<ArmEngines>> free_;
};

} // namespace rashin::study

#include "study/arm_network.h"

#include <map>
#include <tuple>

namespace rashin::study {
namespace {

constexpr int unnamed = 1000; ///< rank of the uses that nobody gave one: after every stated one

using Key = std::vector<std::tuple<bool, std::size_t, int>>;

Key key_of(const std::vector<PriorityRule>& rules) {
  Key key;
  for (const PriorityRule& rule : rules) key.emplace_back(rule.of_demand, rule.row, rule.rank);
  return key;
}

std::vector<PriorityRule> rules_of(const Study& study, const ArmPlan& arm) {
  std::vector<PriorityRule> rules;
  for (const std::size_t o : arm.options)
    rules.insert(rules.end(), study.options[o].priorities.begin(), study.options[o].priorities.end());
  return rules;
}

void go_by_priority(supply::ItemNetwork& network, supply::Index item) {
  if (network.items[item].allocation == supply::Allocation::Priority) return;
  network.items[item].allocation = supply::Allocation::Priority;
  for (supply::Demand& demand : network.demands)
    if (demand.item == item) demand.priority = unnamed;
  for (supply::Input& input : network.inputs)
    if (input.input == item) input.priority = unnamed;
}

} // namespace

std::optional<PriorityRule> find_priority(const supply::ItemNetwork& network, std::string_view target) {
  constexpr std::string_view demand = "demand:", inputs = "inputs:", ending = ":priority";
  if (!target.ends_with(ending)) return std::nullopt;
  const std::string_view name = target.substr(0, target.size() - ending.size());
  for (std::size_t r = 0; r < network.demands.size() && name.starts_with(demand); ++r) {
    const supply::Demand& row = network.demands[r];
    if (name.substr(demand.size()) == network.end_uses[row.end_use].id + '.' + network.items[row.item].id)
      return PriorityRule{true, r, 0};
  }
  for (std::size_t r = 0; r < network.inputs.size() && name.starts_with(inputs); ++r) {
    const supply::Input& row = network.inputs[r];
    if (name.substr(inputs.size()) == network.items[row.item].id + '.' + network.items[row.input].id)
      return PriorityRule{false, r, 0};
  }
  return std::nullopt;
}

supply::ItemNetwork with_priorities(const supply::ItemNetwork& network, const std::vector<PriorityRule>& rules) {
  supply::ItemNetwork changed = network;
  for (const PriorityRule& rule : rules) {
    go_by_priority(changed, rule.of_demand ? changed.demands[rule.row].item : changed.inputs[rule.row].input);
    (rule.of_demand ? changed.demands[rule.row].priority : changed.inputs[rule.row].priority) = rule.rank;
  }
  return changed;
}

std::unique_ptr<ArmEngines> EnginePool::take() {
  const std::lock_guard lock(mutex_);
  if (free_.empty()) return std::make_unique<ArmEngines>(networks_);
  std::unique_ptr<ArmEngines> engines = std::move(free_.back());
  free_.pop_back();
  return engines;
}

void EnginePool::give_back(std::unique_ptr<ArmEngines> engines) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(engines));
}

ArmNetworks::ArmNetworks(const Study& study, const std::vector<ArmPlan>& arms) : own_(study.network) {
  std::map<Key, std::size_t> known{{Key{}, 0}};
  for (const ArmPlan& arm : arms) {
    const std::vector<PriorityRule> rules = rules_of(study, arm);
    const auto [found, is_new] = known.try_emplace(key_of(rules), changed_.size() + 1);
    if (is_new) changed_.push_back(with_priorities(study.network, rules));
    of_arm_.push_back(found->second);
  }
}

} // namespace rashin::study

#include "study/effects.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace rashin::study {
namespace {

using supply::lane_count;
using supply::Lanes;

Lanes scaled(Lanes lanes, double factor) {
  for (double& lane : lanes.at) lane *= factor;
  return lanes;
}

void apply(Operation operation, Lanes& target, const Lanes& amount) {
  for (int lane = 0; lane < lane_count; ++lane) switch (operation) {
    case Operation::Set:
      target[lane] = amount[lane];
      break;
    case Operation::Add:
      target[lane] += amount[lane];
      break;
    case Operation::Scale:
      target[lane] *= amount[lane];
      break;
    }
}

/// The numbers of options as a support technology leaves them.
class Overrides {
 public:
  Overrides(const Study& study, const DrawBlock& block) : study_(study), block_(block) {}

  Lanes value(ParameterIndex index) const {
    const auto found = changed_.find(index);
    return found == changed_.end() ? block_.parameter(index) : found->second;
  }
  Lanes value_in(ParameterIndex index, const std::string& unit) const {
    return scaled(value(index), convert(1, study_.parameters[index].unit, parse_unit(unit, {}).value(), {}).value());
  }
  void change(const Effect& effect) {
    std::string id = effect.target;
    std::replace(id.begin(), id.end(), ':', '/');
    const ParameterIndex index = study_.parameter_index.find(id)->second;
    Lanes value_now = value(index);
    const Unit& to = effect.operation == Operation::Scale ? Unit() : study_.parameters[index].unit;
    apply(effect.operation, value_now,
          scaled(value(effect.amount), convert(1, study_.parameters[effect.amount].unit, to, {}).value()));
    changed_[index] = value_now;
  }

 private:
  const Study& study_;
  const DrawBlock& block_;
  std::map<ParameterIndex, Lanes> changed_;
};

void change_network(const Study& study, const Effect& effect, const Overrides& numbers, const Lanes* lead_time,
                    std::vector<Lanes>& slots) {
  const supply::SlotIndex slot = supply::find_slot(study.network, effect.target).value();
  const Unit to = effect.operation == Operation::Scale
                      ? Unit()
                      : parse_unit(slot_unit(study, study.network.slots[slot]), {}).value();
  const double factor = convert(1, study.parameters[effect.amount].unit, to, {}).value();
  apply(effect.operation, slots[slot], scaled(numbers.value(effect.amount), factor));
  if (!lead_time) return;
  const auto start = start_slot(study.network, effect.target);
  if (!start) return;
  for (int lane = 0; lane < lane_count; ++lane) slots[*start][lane] = std::max(slots[*start][lane], (*lead_time)[lane]);
}

ParameterIndex cost_in(const PolicyOption& option, const PathwayLanes* pathway) {
  for (const PathwayCost& own : option.pathway_costs)
    if (pathway && own.pathway == pathway->pathway) return own.cost;
  return option.cost;
}

/// The day from which an option works. Nothing is done before the as-of date, nor waits for a shock that never comes.
Lanes begins_after(const PolicyOption& option, Lanes lead_time, const PathwayLanes* pathway) {
  if (!option.lead_from_shock || !pathway) return lead_time;
  for (int lane = 0; lane < lane_count; ++lane)
    if (const double shock = pathway->first_shock[lane]; std::isfinite(shock)) lead_time[lane] += std::max(0.0, shock);
  return lead_time;
}

} // namespace

std::optional<supply::SlotIndex> start_slot(const supply::ItemNetwork& network, std::string_view target) {
  const std::size_t colon = target.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view table = target.substr(0, target.find(':')), quantity = target.substr(colon + 1);
  std::string_view partner;
  if (table == "supply" && (quantity == "spare" || quantity == "spare_share"))
    partner = "spare_from";
  else if (table == "stocks" && quantity == "open")
    partner = "open_from";
  else if (table == "substitutes" && quantity == "share")
    partner = "from";
  else
    return std::nullopt;
  return supply::find_slot(network, std::string(target.substr(0, colon + 1)) + std::string(partner));
}

DrawBlock::DrawBlock(const std::vector<std::vector<double>>& parameters, int draws, int first)
    : parameters_(parameters), first_(first), lanes_(std::min(lane_count, draws - first)) {}

Lanes DrawBlock::parameter(ParameterIndex index) const {
  Lanes lanes;
  for (int lane = 0; lane < lane_count; ++lane)
    lanes[lane] = parameters_[index][static_cast<std::size_t>(first_ + std::min(lane, lanes_ - 1))];
  return lanes;
}

supply::ShockLanes shock_lanes(const Study& study, const ShockRecord& record, const DrawBlock& block) {
  const auto in = [&](ParameterIndex index, const char* unit) {
    Lanes lanes = block.parameter(index);
    const double factor = convert(1, study.parameters[index].unit, parse_unit(unit, {}).value(), {}).value();
    for (double& lane : lanes.at) lane *= factor;
    return lanes;
  };
  return {in(record.magnitude, "share"), in(record.start, "day"), in(record.duration, "day"),
          record.recovery ? in(*record.recovery, "day") : supply::all_lanes(0)};
}

std::vector<Lanes> base_values(const Study& study, const DrawBlock& block) {
  std::vector<Lanes> slots(study.network.slots.size());
  for (std::size_t s = 0; s < slots.size(); ++s)
    slots[s] = study.slot_parameter[s] ? scaled(block.parameter(*study.slot_parameter[s]), study.slot_factor[s])
                                       : supply::all_lanes(study.network.slots[s].absent);
  return slots;
}

Lanes first_shock(const Study& study, std::size_t pathway, const DrawBlock& block) {
  Lanes first = supply::all_lanes(std::numeric_limits<double>::infinity());
  for (const std::size_t s : study.pathways[pathway].shocks) {
    const Lanes start = shock_lanes(study, study.shocks[s], block).start;
    for (int lane = 0; lane < lane_count; ++lane) first[lane] = std::min(first[lane], start[lane]);
  }
  return first;
}

bool depends_on_pathway(const Study& study, const ArmPlan& arm) {
  return std::any_of(arm.options.begin(), arm.options.end(), [&](std::size_t o) {
    return study.options[o].lead_from_shock || !study.options[o].pathway_costs.empty();
  });
}

ArmValues apply_arm(const Study& study, const ArmPlan& arm, const DrawBlock& block, const std::vector<Lanes>& base,
                    const PathwayLanes* pathway) {
  ArmValues result{base, {}};
  Overrides numbers(study, block);
  const Technology* technology = arm.technology ? &study.technologies[*arm.technology] : nullptr;
  if (technology && technology->role == need::Role::Support)
    for (const Effect& effect : technology->effects) numbers.change(effect);
  for (const std::size_t index : arm.options) {
    const PolicyOption& option = study.options[index];
    const Lanes cost = numbers.value_in(cost_in(option, pathway), study.header.currency);
    for (int lane = 0; lane < lane_count; ++lane) result.cost[lane] += cost[lane];
    std::optional<Lanes> lead_time;
    if (option.lead_time) lead_time = begins_after(option, numbers.value_in(*option.lead_time, "day"), pathway);
    for (const Effect& effect : option.effects)
      change_network(study, effect, numbers, lead_time ? &*lead_time : nullptr, result.slots);
  }
  if (technology && technology->role == need::Role::Substitute)
    for (const Effect& effect : technology->effects) change_network(study, effect, numbers, nullptr, result.slots);
  return result;
}

} // namespace rashin::study

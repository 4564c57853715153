#include "study/check_numbers.h"

#include "study/effects.h"
#include "study/further_runs.h"
#include "supply/balance.h"

#include <algorithm>

namespace rashin::study {
namespace {

using supply::Lanes;

std::vector<double> first_lane(const std::vector<Lanes>& slots) {
  std::vector<double> values;
  values.reserve(slots.size());
  for (const Lanes& lanes : slots) values.push_back(lanes[0]);
  return values;
}

/// The effects of an arm's options and technology, last first: the last one has the say.
std::vector<const Effect*> effects_of(const Study& study, const ArmPlan& arm) {
  std::vector<const Effect*> effects;
  for (const std::size_t o : arm.options)
    for (const Effect& effect : study.options[o].effects) effects.push_back(&effect);
  if (arm.technology)
    for (const Effect& effect : study.technologies[*arm.technology].effects) effects.push_back(&effect);
  std::reverse(effects.begin(), effects.end());
  return effects;
}

/// Numbers that leave their range with this arm, told of where the effect stands that brings it about.
void check_arm(const Study& study, const ArmPlan& arm, const std::vector<Lanes>& slots, Diagnostics& found) {
  const std::vector<const Effect*> effects = effects_of(study, arm);
  for (Diagnostic& fault : supply::check_values(study.network, first_lane(slots))) {
    const auto cause = std::find_if(effects.begin(), effects.end(), [&](const Effect* effect) {
      return fault.message.en.starts_with(effect->target + ' ');
    });
    if (cause != effects.end()) fault.place = (*cause)->place;
    const bool told = std::any_of(found.begin(), found.end(), [&](const Diagnostic& other) {
      return other.code == fault.code && other.message == fault.message;
    });
    if (!told) found.push_back(std::move(fault));
  }
}

} // namespace

Diagnostics check_numbers(const Study& study) {
  std::vector<std::vector<double>> middles;
  for (const Quantity& quantity : study.parameters) middles.push_back({median_of(quantity)});
  const DrawBlock block(middles, 1, 0);
  std::vector<Lanes> base = base_values(study, block);
  Diagnostics found = supply::check_values(study.network, first_lane(base));
  if (!found.empty()) return found;
  const auto balanced = supply::balance(study.network, first_lane(base));
  found = balanced.diagnostics();
  if (!balanced) return found;
  supply::balance_lanes(study.network, base);
  for (const ArmPlan& arm : plan_arms(study)) check_arm(study, arm, apply_arm(study, arm, block, base).slots, found);
  sort_by_place(found);
  return found;
}

} // namespace rashin::study

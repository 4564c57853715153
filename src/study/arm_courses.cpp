#include "study/arm_courses.h"

#include <algorithm>

namespace rashin::study {

/// `index`: of the arm `before`.
int ArmCourses::apart(const PlayedArm& before, PlayedArm& arm, std::size_t index, std::size_t pathway,
                      const supply::Footprint& footprint) const {
  const std::vector<supply::Lanes>&earlier = before.slots[before.of(pathway)], &now = arm.slots[arm.of(pathway)];
  if (arm.changed.size() <= index) arm.changed.resize(index + 1);
  auto& changed = arm.changed[index];
  if (!changed || before.slots.size() > 1 || arm.slots.size() > 1) changed = supply::changed_slots(earlier, now);
  return supply::first_day_apart(network_, uses_, {earlier, now, *changed}, footprint);
}

std::optional<std::size_t> ArmCourses::same_course(std::vector<PlayedArm>& arms, std::size_t arm,
                                                   std::size_t pathway) const {
  for (std::size_t before = 0; before < arm; ++before) {
    const supply::Footprint& footprint = arms[before].footprints[pathway];
    if (footprint.alarmed.empty() || arms[before].network != arms[arm].network) continue;
    if (apart(arms[before], arms[arm], before, pathway, footprint) >= days_) return before;
  }
  return std::nullopt;
}

int ArmCourses::apart(std::vector<PlayedArm>& arms, std::size_t arm, std::size_t pathway) const {
  if (arms[arm].network != arms[0].network) return 0;
  return apart(arms[0], arms[arm], 0, pathway, arms[0].footprints[pathway]);
}

std::vector<int> ArmCourses::days_apart(std::vector<PlayedArm>& arms, std::size_t pathway) const {
  // as if the first arm took notice of every item at once
  const std::vector<int> at_once(network_.items.size(), 0);
  const supply::Footprint footprint{at_once, at_once};
  std::vector<int> days;
  for (std::size_t arm = 1; arm < arms.size(); ++arm) {
    if (arms[arm].network != arms[0].network) continue;
    const int day = apart(arms[0], arms[arm], 0, pathway, footprint);
    if (day > 0 && day < days_) days.push_back(day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

} // namespace rashin::study

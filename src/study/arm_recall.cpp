#include "study/arm_runs.h"

#include <algorithm>
#include <set>

namespace rashin::study {

std::vector<ArmRuns::Source> ArmRuns::sources() const {
  std::vector<Source> list;
  for (const CourseBook* book : options_.earlier)
    for (const std::string& part : std::set<std::string>{options_.part, arms_part}) {
      const auto found = book->find(part);
      if (found == book->end() || found->second->days != courses_.days) continue;
      const Courses& theirs = *found->second;
      Source source{found->second, {}, std::vector<bool>(courses_.pathways.size())};
      for (const std::string& arm : courses_.arms) {
        const auto same = std::find(theirs.arms.begin(), theirs.arms.end(), arm);
        source.arms.emplace_back();
        if (same != theirs.arms.end()) source.arms.back() = static_cast<std::size_t>(same - theirs.arms.begin());
      }
      for (std::size_t p = 0; p < std::min(courses_.pathways.size(), theirs.pathways.size()); ++p)
        source.pathways[p] = courses_.pathways[p] == theirs.pathways[p];
      list.push_back(std::move(source));
    }
  return list;
}

std::vector<ArmRuns::Earlier> ArmRuns::earlier_of(std::size_t block) const {
  const BlockCourses& own = courses_.blocks[block];
  std::vector<Earlier> list;
  for (const Source& source : sources_) {
    if (block >= source.courses->blocks.size()) continue;
    const BlockCourses& theirs = source.courses->blocks[block];
    if (theirs.base.size() != own.base.size()) continue;
    Earlier earlier{&source, &theirs, supply::changed_slots(theirs.base, own.base), source.pathways};
    for (std::size_t p = 0; p < own.shocks.size(); ++p)
      earlier.pathways[p] = earlier.pathways[p] && same_shocks(theirs.shocks[p], own.shocks[p]);
    list.push_back(std::move(earlier));
  }
  return list;
}

const std::vector<supply::Lanes>& ArmRuns::OpenBlock::slots_in(std::size_t arm, std::size_t pathway) {
  const ArmCourse& course = own.arms[arm];
  slots[arm].resize(course.changes.size());
  auto& whole = slots[arm][course.changes.size() == 1 ? 0 : pathway];
  if (whole.empty()) whole = with_changes(own.base, course.changes_in(pathway));
  return whole;
}

/// The arm goes as in an earlier run, where it changes only numbers which that one never read.
void ArmRuns::recall(const std::vector<Earlier>& earlier, BlockCourses& own, std::size_t arm,
                     std::size_t pathway) const {
  for (const Earlier& e : earlier) {
    const auto theirs = e.source->arms[arm];
    if (!theirs || !e.pathways[pathway]) continue;
    const ArmCourse& before = e.block->arms[*theirs];
    const auto& course = before.pathways[pathway];
    if (!course) continue;
    const auto changed =
        differing_slots(*e.block, before.changes_in(pathway), own, own.arms[arm].changes_in(pathway), e.between);
    if (!changed.empty()) {
      if (course->footprint.alarmed.empty()) continue;
      const auto slots = with_changes(e.block->base, before.changes_in(pathway));
      const auto now = with_changes(own.base, own.arms[arm].changes_in(pathway));
      if (supply::first_day_apart(study_.network, uses_, {slots, now, changed}, course->footprint) < courses_.days)
        continue;
    }
    if (arm == 0) {
      const auto& details = e.block->details[pathway];
      // Books count what lies in stocks, to its last digits, even where nobody draws on it.
      const auto in_books = [&](supply::SlotIndex slot) { return uses_[slot].when == supply::SlotUse::Stock; };
      if (*theirs != 0 || !details || (!options_.totals_only && details->lost_so_far.empty())) continue;
      if (!options_.totals_only && std::any_of(changed.begin(), changed.end(), in_books)) continue;
      own.details[pathway] = details;
    }
    own.arms[arm].pathways[pathway] = course;
    return;
  }
}

/// The arm goes as another of this run, where it changes only numbers which that one never read.
bool ArmRuns::repeat(OpenBlock& block, std::size_t arm, std::size_t pathway) const {
  BlockCourses& own = block.own;
  for (std::size_t before = 0; before < own.arms.size() && arm != 0; ++before) {
    const auto& course = own.arms[before].pathways[pathway];
    if (!course || course->footprint.alarmed.empty() || networks_.of(before) != networks_.of(arm)) continue;
    if (first_day_apart(block, before, arm, pathway, course->footprint) < courses_.days) continue;
    own.arms[arm].pathways[pathway] = PathwayCourse{course->loss, {}};
    return true;
  }
  return false;
}

/// The first day on which an arm may differ from another that was played.
int ArmRuns::first_day_apart(OpenBlock& block, std::size_t before, std::size_t arm, std::size_t pathway,
                             const supply::Footprint& footprint) const {
  const std::vector<ArmCourse>& arms = block.own.arms;
  const auto changed =
      differing_slots(block.own, arms[before].changes_in(pathway), block.own, arms[arm].changes_in(pathway), {});
  return supply::first_day_apart(study_.network, uses_,
                                 {block.slots_in(before, pathway), block.slots_in(arm, pathway), changed}, footprint);
}

} // namespace rashin::study

#include "study/arm_runs.h"

#include <algorithm>

namespace rashin::study {
namespace {

/// Room for the mornings of one block, and roughly what one takes: every number of the network is there several times.
constexpr std::size_t most_of_mornings = std::size_t{48} << 20, lanes_by_slot = 3;

} // namespace

/// Arms often go alike for a long time: an arm starts from the one before it from which it may part last, and that one
/// keeps the morning. Most arms part from "none"; a package of a late option and an early one parts from the early one.
void ArmRuns::plan_starts(OpenBlock& block, const std::vector<std::size_t>& arms) const {
  const std::vector<int> at_once(study_.network.items.size(), 0); // as if they took notice of every item at once
  const std::vector<ArmCourse>& courses = block.own.arms;
  const std::size_t count = courses.size();
  std::size_t room = most_of_mornings / (lanes_by_slot * sizeof(supply::Lanes) * block.own.base.size() + 1), number = 0;
  std::vector<std::optional<int>> known(count * count); // of pairs that set the same in every pathway
  block.starts.assign(study_.pathways.size(), std::vector<Start>(count));
  const auto apart = [&](std::size_t before, std::size_t arm, std::size_t pathway) {
    auto& day = known[before * count + arm];
    if (day) return *day;
    const int found = first_day_apart(block, before, arm, pathway, {at_once, at_once});
    if (courses[before].changes.size() == 1 && courses[arm].changes.size() == 1) day = found;
    return found;
  };
  for (std::size_t p = 0; p < study_.pathways.size(); ++p) {
    std::vector<Start>& starts = block.starts[p];
    std::vector<std::size_t> made;
    for (const std::size_t arm : arms) {
      if (courses[arm].pathways[p]) continue;
      int latest = 0;
      for (const std::size_t before : made) {
        if (networks_.of(before) != networks_.of(arm)) continue;
        if (const int day = apart(before, arm, p); day > latest) latest = day, starts[arm].from = before;
      }
      made.push_back(arm);
      if (latest == 0 || latest >= courses_.days) continue;
      std::vector<int>& days = starts[*starts[arm].from].keep_on;
      if (const auto at = std::lower_bound(days.begin(), days.end(), latest); at == days.end() || *at != latest)
        days.insert(at, latest);
    }
    for (const std::size_t arm : made) {
      if (starts[arm].keep_on.empty() || starts[arm].keep_on.size() > room) continue;
      room -= starts[arm].keep_on.size();
      starts[arm].course = number++;
    }
  }
}

std::optional<int> ArmRuns::Start::morning_by(int day) const {
  if (!begun || !course) return std::nullopt;
  const auto after = std::upper_bound(keep_on.begin(), keep_on.end(), day);
  if (after == keep_on.begin() || *(after - 1) < *begun) return std::nullopt;
  return *(after - 1);
}

/// How an arm is played: from the last morning that it shares with one of those which it was planned to start from.
supply::RunOptions ArmRuns::options_of(OpenBlock& block, std::size_t arm, std::size_t pathway) const {
  std::vector<Start>& starts = block.starts[pathway];
  Start& own = starts[arm];
  const bool whole = arm == 0 && !options_.totals_only;
  supply::RunOptions options = whole ? daily_options_ : total_options_;
  if (own.course) options.keep = &block.engines.course(*own.course), options.keep_on = own.keep_on;
  own.begun = 0;
  for (auto from = own.from; from && !whole; from = starts[*from].from) {
    const auto& course = block.own.arms[*from].pathways[pathway];
    if (!starts[*from].begun || !course) continue;
    const int apart = first_day_apart(block, *from, arm, pathway, course->footprint);
    const auto morning = starts[*from].morning_by(apart);
    if (!morning || *morning <= *own.begun) continue;
    options.from = &block.engines.course(*starts[*from].course), options.apart = apart;
    own.begun = *morning;
  }
  return options;
}

} // namespace rashin::study

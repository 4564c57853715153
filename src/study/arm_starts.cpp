#include "study/arm_runs.h"

#include <algorithm>

namespace rashin::study {
namespace {

/// Room for the runs that are kept of one block and pathway, and roughly what a day of one takes by item and end use.
constexpr std::size_t most_of_kept = std::size_t{64} << 20, lanes_by_day = 6;

} // namespace

/// The day from which an arm must be played where it goes beside another; nothing where that would spare nothing.
std::optional<int> ArmRuns::beside(OpenBlock& block, std::size_t kept, std::size_t arm, std::size_t pathway) const {
  if (networks_.of(kept) != networks_.of(arm)) return std::nullopt;
  const std::vector<ArmCourse>& arms = block.own.arms;
  const supply::ItemNetwork& network = study_.network;
  std::vector<bool> reached(network.items.size());
  for (const supply::SlotIndex slot :
       differing_slots(block.own, arms[kept].changes_in(pathway), block.own, arms[arm].changes_in(pathway), {})) {
    const supply::SlotUse& use = uses_[slot];
    if (use.when == supply::SlotUse::Always) return std::nullopt;
    if (use.when == supply::SlotUse::Spare) reached[network.suppliers[use.row].item] = true;
    if (use.when == supply::SlotUse::Stock) reached[network.stocks[use.row].item] = true;
    if (use.when == supply::SlotUse::Substitute) reached[network.substitutes[use.row].item] = true;
  }
  const std::vector<int> at_once(network.items.size(), 0); // as if it took notice of every item at once
  const int day = first_day_apart(block, kept, arm, pathway, {at_once, at_once});
  const bool few = 4 * std::count(reached.begin(), reached.end(), true) <= std::ssize(reached);
  return day > 0 || few ? std::optional(day) : std::nullopt;
}

/// Arms often go alike for a long time, or in most of the network. One is kept, mostly "none", and others are played
/// beside it. Who cannot is kept too, where a later arm can be played beside that one: a package of an early option and
/// a late one goes like another with the same early option.
void ArmRuns::plan_starts(OpenBlock& block, const std::vector<std::size_t>& arms, std::size_t pathway) const {
  const std::size_t entities = study_.network.items.size() + study_.network.end_uses.size();
  const std::size_t room =
      most_of_kept / (lanes_by_day * sizeof(supply::Lanes) * static_cast<std::size_t>(courses_.days) * entities + 1);
  block.starts.assign(block.own.arms.size(), {});
  std::vector<std::size_t> made, kept;
  for (const std::size_t arm : arms)
    if (!block.own.arms[arm].pathways[pathway]) made.push_back(arm);
  for (auto arm = made.begin(); arm != made.end(); ++arm) {
    Start& own = block.starts[*arm];
    int latest = -1;
    for (const std::size_t other : kept)
      if (const auto day = beside(block, other, *arm, pathway); day && *day > latest) latest = *day, own.from = other;
    if (own.from || kept.size() == room) continue;
    const auto goes_beside = [&](std::size_t later) { return beside(block, *arm, later, pathway).has_value(); };
    if (!std::any_of(arm + 1, made.end(), goes_beside)) continue;
    own.course = kept.size();
    kept.push_back(*arm);
  }
}

/// How an arm is played: whole and kept, or beside one that is.
supply::RunOptions ArmRuns::options_of(OpenBlock& block, std::size_t arm, std::size_t pathway) const {
  Start& own = block.starts[arm];
  const bool whole = arm == 0 && !options_.totals_only;
  supply::RunOptions options = whole ? daily_options_ : total_options_;
  if (own.course) {
    options.keep = &block.engines.course(*own.course);
    own.kept = true;
  } else if (own.from && block.starts[*own.from].kept && !whole) {
    options.from = &block.engines.course(*block.starts[*own.from].course);
    options.apart =
        first_day_apart(block, *own.from, arm, pathway, block.own.arms[*own.from].pathways[pathway]->footprint);
  }
  return options;
}

} // namespace rashin::study

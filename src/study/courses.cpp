#include "study/courses.h"

#include "core/sha256.h"

#include <algorithm>

namespace rashin::study {
namespace {

using supply::Lanes;
using supply::SlotIndex;

bool same(const Lanes& a, const Lanes& b) {
  return std::equal(a.at, a.at + supply::lane_count, b.at);
}

/// The rows that the network is built from, and the ranks that the options of an arm give.
std::string network_text(const Study& study, const ArmPlan& arm) {
  std::string text;
  for (const auto& table : study.network_rows.tables) {
    for (const supply::Row& row : table)
      for (const supply::Cell& cell : row) text += cell.text + '\x1f';
    text += '\x1e';
  }
  for (const std::size_t o : arm.options)
    for (const PriorityRule& rule : study.options[o].priorities)
      text += (rule.of_demand ? "d" : "i") + std::to_string(rule.row) + "=" + std::to_string(rule.rank) + ";";
  return text;
}

std::string shock_text(const supply::Shock& shock) {
  std::string text = std::to_string(static_cast<int>(shock.kind));
  for (const supply::Index supplier : shock.suppliers) text += "," + std::to_string(supplier);
  for (const auto& target : {shock.passage, shock.item, shock.end_use})
    text += ":" + (target ? std::to_string(*target) : "");
  return text + ";";
}

const Lanes& value_of(const BlockCourses& block, const SlotChanges& changes, SlotIndex slot) {
  const auto found = std::lower_bound(changes.begin(), changes.end(), slot,
                                      [](const auto& change, SlotIndex wanted) { return change.first < wanted; });
  return found != changes.end() && found->first == slot ? found->second : block.base[slot];
}

} // namespace

SlotChanges slot_changes(const std::vector<Lanes>& base, const std::vector<Lanes>& slots) {
  SlotChanges changes;
  for (std::size_t s = 0; s < base.size(); ++s)
    if (!same(base[s], slots[s])) changes.emplace_back(static_cast<SlotIndex>(s), slots[s]);
  return changes;
}

std::vector<Lanes> with_changes(std::vector<Lanes> base, const SlotChanges& changes) {
  for (const auto& [slot, lanes] : changes) base[slot] = lanes;
  return base;
}

Courses courses_of(const Study& study, const std::vector<ArmPlan>& arms) {
  Courses courses;
  courses.days = study.header.horizon_days;
  for (const ArmPlan& arm : arms) courses.arms.push_back(arm.id + " " + sha256_hex(network_text(study, arm)));
  for (const PathwayRecord& pathway : study.pathways) {
    courses.pathways.emplace_back();
    for (const std::size_t s : pathway.shocks) courses.pathways.back() += shock_text(study.shocks[s].shock);
  }
  return courses;
}

std::size_t kept_blocks(const Study& study, std::size_t arms, std::size_t blocks, std::size_t most_bytes) {
  const supply::ItemNetwork& network = study.network;
  const std::size_t pathways = study.pathways.size();
  const std::size_t details = network.end_uses.size() + network.items.size() + network.suppliers.size() + 2 +
                              static_cast<std::size_t>(study.header.horizon_days);
  constexpr std::size_t changes = 16; // slots that an arm sets: a usual number
  const std::size_t footprint = 128 + 2 * sizeof(int) * network.items.size();
  const std::size_t block = (network.slots.size() + pathways * details + arms * changes) * sizeof(Lanes) +
                            arms * pathways * (sizeof(PathwayCourse) + footprint);
  return std::min(blocks, most_bytes / block);
}

std::vector<SlotIndex> differing_slots(const BlockCourses& a, const SlotChanges& in_a, const BlockCourses& b,
                                       const SlotChanges& in_b, std::span<const SlotIndex> between) {
  std::vector<SlotIndex> slots(between.begin(), between.end());
  for (const SlotChanges* changes : {&in_a, &in_b})
    for (const auto& change : *changes) slots.push_back(change.first);
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  std::erase_if(slots, [&](SlotIndex slot) { return same(value_of(a, in_a, slot), value_of(b, in_b, slot)); });
  return slots;
}

bool same_shocks(const std::vector<supply::ShockLanes>& a, const std::vector<supply::ShockLanes>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return same(x.share, y.share) && same(x.start, y.start) && same(x.duration, y.duration) &&
           same(x.recovery, y.recovery);
  });
}

} // namespace rashin::study

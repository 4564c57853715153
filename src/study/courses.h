#pragma once
#include "study/run.h"
#include "supply/network_course.h"

namespace rashin::study {

// What a run's blocks of sixteen draws left behind, so that a run of the study with a few numbers changed makes again
// only what the change can reach. A course taken from here equals, bit by bit, the one that a new run would make.

/// How an arm went in one pathway of a block.
struct PathwayCourse {
  supply::Lanes loss;
  supply::Footprint footprint; ///< empty where the course was another arm's
};
/// What is kept of arm "none" beside its loss.
struct CourseDetails {
  supply::Lanes survive, recover; ///< days from the first shock until the first loss, and until output is whole
  /// By end use, item, supplier and day; empty where only totals were asked for.
  std::vector<supply::Lanes> end_use_loss, unmet, shipped, lost_so_far;
  double balance_error = 0;
};

/// Slots that an arm leaves otherwise than the block's base, ascending.
using SlotChanges = std::vector<std::pair<supply::SlotIndex, supply::Lanes>>;
SlotChanges slot_changes(const std::vector<supply::Lanes>& base, const std::vector<supply::Lanes>& slots);
/// The slots of the whole network.
std::vector<supply::Lanes> with_changes(std::vector<supply::Lanes> base, const SlotChanges& changes);

struct ArmCourse {
  std::vector<SlotChanges> changes; ///< one for all pathways, or one of each
  std::vector<std::optional<PathwayCourse>> pathways;
  const SlotChanges& changes_in(std::size_t pathway) const { return changes[changes.size() == 1 ? 0 : pathway]; }
};
struct BlockCourses {
  std::vector<supply::Lanes> base;                     ///< by slot, balanced, before any option
  std::vector<std::vector<supply::ShockLanes>> shocks; ///< by pathway
  std::vector<ArmCourse> arms;                         ///< as in Courses
  std::vector<std::optional<CourseDetails>> details;   ///< of the first arm, by pathway
};
struct Courses {
  int days = 0;
  std::vector<std::string> arms;     ///< their ids, each with the hash of the network it is played on
  std::vector<std::string> pathways; ///< what their shocks hit
  std::vector<BlockCourses> blocks;  ///< from the first draw on; not all, where they would take too much room
};

/// The frame of a run's courses: all but the blocks.
Courses courses_of(const Study& study, const std::vector<ArmPlan>& arms);
/// Of so many blocks, how many are kept: no more than `most_bytes` in all.
std::size_t kept_blocks(const Study& study, std::size_t arms, std::size_t blocks, std::size_t most_bytes);

/// Slots that differ between an arm of one block and an arm of another; `between`: those in which the bases differ.
std::vector<supply::SlotIndex> differing_slots(const BlockCourses& a, const SlotChanges& in_a, const BlockCourses& b,
                                               const SlotChanges& in_b, std::span<const supply::SlotIndex> between);
bool same_shocks(const std::vector<supply::ShockLanes>& a, const std::vector<supply::ShockLanes>& b);

} // namespace rashin::study

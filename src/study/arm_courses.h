#pragma once
#include "supply/network_course.h"

#include <optional>
#include <vector>

namespace rashin::study {

/// An arm as it is played in a block of draws: what it reads, and what its runs took notice of, by pathway (nothing
/// where it ended as another arm).
struct PlayedArm {
  std::vector<std::vector<supply::Lanes>> slots; ///< one for all pathways, or one of each
  std::vector<supply::Footprint> footprints;
  std::size_t network = 0;
  std::vector<std::optional<std::vector<supply::SlotIndex>>> changed{}; ///< [earlier arm], where slots are one for all
  std::size_t of(std::size_t pathway) const { return slots.size() == 1 ? 0 : pathway; }
};

/// What the arms of one block have in common: an arm that differs from an earlier one only in numbers which that one
/// read late or never starts on the day on which they part, or ends as it did. Same bytes either way.
class ArmCourses {
 public:
  ArmCourses(const supply::ItemNetwork& network, int days)
      : network_(network), uses_(slot_uses(network)), days_(days) {}

  /// The earlier arm as which this one ends in a pathway, if there is one.
  std::optional<std::size_t> same_course(std::vector<PlayedArm>& arms, std::size_t arm, std::size_t pathway) const;
  /// The first day on which the arm may differ from the first one; 0 if that is played on another network.
  int apart(std::vector<PlayedArm>& arms, std::size_t arm, std::size_t pathway) const;
  /// The days on which other arms may part from the first one at the earliest, ascending.
  std::vector<int> days_apart(std::vector<PlayedArm>& arms, std::size_t pathway) const;

 private:
  int apart(const PlayedArm& before, PlayedArm& arm, std::size_t index, std::size_t pathway,
            const supply::Footprint& footprint) const;

  const supply::ItemNetwork& network_;
  const std::vector<supply::SlotUse> uses_;
  const int days_;
};

} // namespace rashin::study

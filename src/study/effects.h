#pragma once
#include "study/run.h"
#include "supply/lanes.h"

namespace rashin::study {

/// The slot that says from which day on `target` holds (`spare_from` of `spare`, `open_from` of `open`, `from` of a
/// substitute's `share`); nothing for quantities that hold from day 0.
std::optional<supply::SlotIndex> start_slot(const supply::ItemNetwork& network, std::string_view target);

/// Sixteen draws of the study's parameters, beginning at `first`; past the last draw it is repeated.
class DrawBlock {
 public:
  DrawBlock(const std::vector<std::vector<double>>& parameters, int draws, int first);
  supply::Lanes parameter(ParameterIndex index) const;
  int lanes() const { return lanes_; } ///< how many of the sixteen are draws of their own

 private:
  const std::vector<std::vector<double>>& parameters_;
  int first_;
  int lanes_;
};

/// The numbers of one shock in a block of draws.
supply::ShockLanes shock_lanes(const Study& study, const ShockRecord& record, const DrawBlock& block);

/// What an arm sets in a block of draws.
struct ArmValues {
  std::vector<supply::Lanes> slots; ///< of the network, with all effects
  supply::Lanes cost;               ///< of its options
};
/// The pathway that an arm is played in, where some of what it sets depends on it.
struct PathwayLanes {
  std::size_t pathway = 0;
  supply::Lanes first_shock; ///< day on which its first shock begins
};

/// When the first shock of a pathway begins; infinity where it has none.
supply::Lanes first_shock(const Study& study, std::size_t pathway, const DrawBlock& block);
/// Some option of the arm costs otherwise by pathway, or counts its lead time from the first shock.
bool depends_on_pathway(const Study& study, const ArmPlan& arm);

/// Every slot's number before any option: the drawn parameter in the slot's unit, or what the model rules for an absent
/// one.
std::vector<supply::Lanes> base_values(const Study& study, const DrawBlock& block);

/// Applies an arm to balanced base values: a support technology first changes its option's numbers, then options change
/// the network in their order, then a substitute does. What an option with a lead time opens begins on that day (of
/// two, the later counts). Without `pathway`: costs as in pathways that are not named, and lead times from the as-of
/// date.
ArmValues apply_arm(const Study& study, const ArmPlan& arm, const DrawBlock& block,
                    const std::vector<supply::Lanes>& base, const PathwayLanes* pathway = nullptr);

} // namespace rashin::study

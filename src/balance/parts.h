#pragma once
#include "core/result.h"

#include <span>
#include <string>
#include <vector>

namespace rashin::balance {

/// System → subsystem → technology → element technology (要素技術).
enum class PartLevel { System, Subsystem, Technology, Element };

struct Part {
  std::string id;
  PartLevel level = PartLevel::System;
  Place place{};
};

/// `whole` needs `part`. Of the parts that share a `group` in one whole any one is enough; without a group each is
/// needed.
struct PartOf {
  std::size_t whole = 0, part = 0;
  std::string group;
  Place place{};
};

struct Decomposition {
  std::vector<Part> parts;
  std::vector<PartOf> relations;
};

/// All faults at once, `parts-…`: ids and relations given twice, a part not of a lower level than its whole, a part of
/// nothing, a system without parts.
Diagnostics check_decomposition(const Decomposition& decomposition);

/// One way down from a system to a part.
struct PartWay {
  std::vector<std::size_t> parts; ///< from the system on
};
/// Reverse look-up: every way on which `part` is used, by system in the order given; the part itself if it is a system.
std::vector<PartWay> used_in(const Decomposition& decomposition, std::size_t part);

/// Which parts no longer work when those in `denied` are not to be had: per part, true = still works. A part works if
/// it is not denied, each part it needs works, and of each group one.
std::vector<bool> works_without(const Decomposition& decomposition, std::span<const std::size_t> denied);

} // namespace rashin::balance

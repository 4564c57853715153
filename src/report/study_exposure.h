#pragma once
#include "report/study_parts.h"

namespace rashin::report {

/// Which links of the network matter most: a supplier whose loss halves some end use (or more), and the essential links
/// from there upwards.
struct CriticalLinks {
  std::vector<bool> suppliers, items, inputs, demands; ///< by rows of the network
};
CriticalLinks critical_links(const supply::ItemNetwork& network, const std::vector<double>& values);

/// Concentration, exposure of end uses to countries, and what stops them.
std::vector<Block> exposure_blocks(const StudyView& view);
/// Why the end uses were short, in words and as one picture.
std::vector<Block> explanation_blocks(const StudyView& view);

} // namespace rashin::report

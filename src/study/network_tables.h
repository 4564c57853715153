#pragma once
#include "study/tables.h"
#include "supply/network_explain.h"
#include "supply/network_static.h"

namespace rashin::study {

/// The network's numbers at the medians of their draws, balanced; without draws of its own kind: `check_given` holds.
std::vector<double> median_network(const Study& study, const RunResult& result);

/// Why an end use was short in one draw of a pathway without any option: from the first short day back to the shock.
struct Explanation {
  std::size_t pathway = 0;
  bool worst = false; ///< the draw with the greatest loss of the pathway; else that with the median loss
  std::size_t draw = 0;
  double loss = 0;           ///< of that draw and pathway
  supply::Index end_use = 0; ///< which loses most in it
  int day = 0;
  std::vector<supply::NetworkCause> chain{};
  std::vector<LocalizedText> sentences{}; ///< one for each cause
};
/// For every pathway with a loss: its median and its worst draw.
std::vector<Explanation> explanations(const Study& study, const RunResult& result);

ResultTable concentration_table(const Study& study, const RunResult& result);
ResultTable exposure_table(const Study& study, const RunResult& result);
ResultTable critical_nodes_table(const Study& study, const RunResult& result);
ResultTable explanation_table(const Study& study, const RunResult& result);

} // namespace rashin::study

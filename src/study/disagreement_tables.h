#pragma once
#include "study/tables.h"

namespace rashin::study {

/// One branch of the tree: what people say, and what pools would make of it. None of them is the truth.
struct BranchOpinions {
  std::size_t node = 0, branch = 0;
  std::vector<double> stated; ///< by judgement of the node
  policy::Summary drawn;      ///< as the run draws it: one person is believed in each draw
  double linear = 0;          ///< mean over people
  double log_odds = 0;        ///< normalised geometric mean of odds; certainties count as 99.5 %
};
std::vector<BranchOpinions> branch_opinions(const Study& study, const RunResult& result);

/// What the result would be if one person alone were believed about one thing, on the same draws.
struct Voice {
  std::string by;
  double loss = 0;        ///< expected loss without any option
  double error = 0;       ///< standard error; 0 for judgements of the tree, where the draws are the same
  std::size_t choice = 0; ///< of the choices ("none", options, packages): least expected loss + cost
};
/// A question on which people differ: a node of the tree, or a number with several people's values.
struct Disagreement {
  std::string id;
  bool of_tree = true;
  std::vector<Voice> voices;
  std::size_t low = 0, high = 0; ///< voices with the least and the largest loss
  double spread = 0;             ///< between them
  bool changes_choice = false;   ///< not all voices lead to one choice
};
/// All questions with two or more people, the widest spread first.
std::vector<Disagreement> disagreements(const Study& study, const RunResult& result);

/// The result under each way of making one probability of several.
struct PooledResult {
  std::string id; ///< drawn, linear, log-odds
  double loss = 0;
  std::size_t choice = 0;
};
std::vector<PooledResult> pooled_results(const Study& study, const RunResult& result);

/// The choices in the order that Voice::choice counts: ids of the arms without a technology.
std::vector<std::string> choice_ids(const RunResult& result);

ResultTable judgements_table(const Study& study, const RunResult& result);
ResultTable disagreement_table(const Study& study, const RunResult& result);

} // namespace rashin::study

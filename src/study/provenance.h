#pragma once
#include "study/run.h"

#include <string>
#include <vector>

namespace rashin::study {

/// One step back from a figure: the row `id` (`table/row`, a parameter, a node of the tree, `claim:…`) rests on `on`.
struct Basis {
  std::string id;
  std::string on;
};

/// What every row of every result table rests on, down to claims. Claims rest on `source#span` as claims.yaml says.
std::vector<Basis> provenance(const Study& study, const RunResult& result);

} // namespace rashin::study

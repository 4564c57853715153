#pragma once
#include "study/run.h"
#include "study/tables.h"

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

/// The same for the tables `economy_…`, where there are any.
std::vector<Basis> economy_provenance(const Study& study, const RunResult& result,
                                      const std::vector<ResultTable>& tables);

} // namespace rashin::study

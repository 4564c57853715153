#include "study/tables.h"

#include "math/parallel.h"
#include "study/disagreement_tables.h"
#include "study/discovery_tables.h"
#include "study/loss_tables.h"
#include "study/matrix_tables.h"
#include "study/need_tables.h"
#include "study/network_tables.h"
#include "study/outcome_tables.h"
#include "study/package_tables.h"
#include "study/policy_tables.h"
#include "study/ranking.h"
#include "study/robustness_tables.h"
#include "study/shared.h"
#include "study/table_parts.h"

#include <iterator>

namespace rashin::study {

ResultTable parameters_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "table/row/quantity")
      .text("factor", "what its draws are keyed by")
      .text("link", "link of the chain")
      .text("unit", "as in the file")
      .summary("value", "", "draws");
  b.text("period", "what time it is about")
      .text("standing", "cited, judged, illustrative or missing")
      .text("basis", "claims")
      .text("by", "who judged")
      .text("known_later", "first published after the as-of date")
      .text("note", "how it follows from its basis");
  for (std::size_t p = 0; p < study.parameters.size(); ++p) {
    const Quantity& q = study.parameters[p];
    b.begin_row();
    b.put(q.id()), b.put(q.factor), b.put(link_word(q.link)), b.put(q.unit.text()),
        b.put(policy::summarize(result.parameters[p]));
    b.put(q.period ? q.period->text : ""), b.put(standing_word(q.standing())), b.put(joined(q.claims, "claim:"));
    std::vector<std::string> people;
    for (const PersonValue& person : q.people) people.push_back(person.by);
    b.put(q.people.empty() ? q.by : joined(people));
    b.put(is_known_later(q, study.evidence, study.header.as_of) ? "yes" : "no"),
        b.put(q.note.en.empty() ? q.note.ja : q.note.en);
  }
  return b.finish("parameters", {"すべての入力値", "Every input value"});
}

namespace {

/// One or several tables of a run, which read nothing but the run.
using Maker = std::vector<ResultTable> (*)(const Study&, const RunResult&);
template <ResultTable (*make)(const Study&, const RunResult&)>
std::vector<ResultTable> one(const Study& study, const RunResult& result) {
  return {make(study, result)};
}

/// Each maker's tables in their order, made side by side.
std::vector<ResultTable> made(const std::vector<Maker>& makers, const Study& study, const RunResult& result,
                              int threads) {
  std::vector<std::vector<ResultTable>> parts(makers.size());
  const math::ParallelOptions parallel{
      .threads = static_cast<unsigned>(threads), .chunk = 1, .stop = {}, .first_free = true};
  (void)math::parallel_for(parts.size(), parallel,
                           [&](std::size_t k, std::size_t) { parts[k] = makers[k](study, result); });
  std::vector<ResultTable> tables;
  for (auto& part : parts)
    tables.insert(tables.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
  return tables;
}

} // namespace

std::vector<ResultTable> result_tables(const Study& study, const RunResult& result, int threads) {
  // clang-format off
  const std::vector<Maker> makers{
      one<parameters_table>, one<tree_table>, one<pathways_table>, one<end_use_table>, one<unmet_table>,
      one<flows_table>, one<private_table>, one<daily_table>, one<concentration_table>, one<exposure_table>,
      one<critical_nodes_table>, one<explanation_table>, one<policy_table>, one<regret_table>, one<robustness_table>,
      one<packages_table>, one<marginal_table>, one<discovery_table>, one<judgements_table>, one<disagreement_table>,
      one<cross_impacts_table>, one<scenarios_table>, one<readiness_table>, one<needs_table>, one<sensitivity_table>,
      one<advantages_table>, ranking_tables, one<need_draws_table>, one<draws_table>};
  // clang-format on
  std::vector<ResultTable> tables = made(makers, study, result, threads);
  tables.insert(tables.end() - 2, outcomes_table(study, tables));
  return tables;
}

std::vector<ResultTable> needs_result_tables(const Study& study, const RunResult& result, int threads) {
  return made({one<pathways_table>, one<end_use_table>, one<unmet_table>, one<readiness_table>, one<needs_table>,
               ranking_tables},
              study, result, threads);
}

} // namespace rashin::study

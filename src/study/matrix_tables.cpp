#include "study/matrix_tables.h"

#include "math/statistics.h"
#include "study/table_builder.h"

namespace rashin::study {

ResultTable scenarios_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "numbers of the states, from 1")
      .text("states", "descriptor: state, as the matrix names them")
      .number("inconsistency", "1", "largest shortfall of a chosen state's balance")
      .number("margin", "1", "least lead of a chosen state over its rivals")
      .number("total_impact_score", "1", "sum of the balances of the chosen states")
      .number("structural_weight", "share",
              "of the starts of succession that settle, those that end here: never a probability");
  b.text("shocks", "of its states")
      .text("pathway", "pathway of the study with the same shocks")
      .number("loss_mean", study.header.currency, "of that pathway, without any option");
  if (study.matrix)
    for (const MatrixScenario& scenario : study.matrix->scenarios) {
      std::string states, shocks;
      for (std::size_t d = 0; d < scenario.states.size(); ++d) {
        const pathway::Descriptor& descriptor = study.matrix->descriptors[d];
        states +=
            (d ? "; " : "") + descriptor.name + ": " + descriptor.states[static_cast<std::size_t>(scenario.states[d])];
      }
      for (const std::size_t s : scenario.shocks) shocks += (shocks.empty() ? "" : ";") + study.shocks[s].id;
      b.begin_row();
      b.put(scenario.id), b.put(states), b.put(static_cast<double>(scenario.figures.inconsistency));
      scenario.figures.margin ? b.put(static_cast<double>(*scenario.figures.margin)) : b.skip();
      b.put(static_cast<double>(scenario.figures.total_impact_score)), b.put(scenario.weight), b.put(shocks);
      b.put(scenario.pathway ? study.pathways[*scenario.pathway].id : "");
      scenario.pathway ? b.put(math::mean(result.losses[0].loss[*scenario.pathway])) : b.skip();
    }
  return b.finish("scenarios", {"相互影響の行列の整合的なシナリオ", "Consistent scenarios of the cross-impact matrix"});
}

} // namespace rashin::study

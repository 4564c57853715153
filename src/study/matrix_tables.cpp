#include "study/matrix_tables.h"

#include "core/id.h"
#include "math/statistics.h"
#include "study/table_builder.h"

#include <set>

namespace rashin::study {

ResultTable scenarios_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "numbers of the states, from 1")
      .text("states", "descriptor: state, as the matrix names them")
      .number("inconsistency", "1", "largest shortfall of a chosen state's balance, per person")
      .number("margin", "1", "least lead of a chosen state over its rivals, per person")
      .number("total_impact_score", "1", "sum of the balances of the chosen states, per person")
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
      b.put(scenario.id), b.put(states), b.put(study.matrix->in_units(scenario.figures.inconsistency));
      scenario.figures.margin ? b.put(study.matrix->in_units(*scenario.figures.margin)) : b.skip();
      b.put(study.matrix->in_units(scenario.figures.total_impact_score)), b.put(scenario.weight), b.put(shocks);
      b.put(scenario.pathway ? study.pathways[*scenario.pathway].id : "");
      scenario.pathway ? b.put(math::mean(result.losses[0].loss[*scenario.pathway])) : b.skip();
    }
  return b.finish("scenarios", {"相互影響の行列の整合的なシナリオ", "Consistent scenarios of the cross-impact matrix"});
}

ResultTable cross_impacts_table(const Study& study, const RunResult& result) {
  static_cast<void>(result);
  TableBuilder b;
  b.text("id", "the two states, descriptor.state")
      .text("from", "the state that acts")
      .text("to", "the state acted upon")
      .number("pooled", "1", "mean of the people's judgements: promotes above 0, restrains below")
      .number("low", "1", "least judgement")
      .number("high", "1", "greatest judgement")
      .text("disputed", "yes: the judgements differ in sign, or by 3 or more")
      .text("judgements", "of each person");
  const MatrixPathways* const matrix = study.matrix ? &*study.matrix : nullptr;
  const std::vector<std::string> names =
      matrix && !matrix->people.empty() ? matrix->state_names() : std::vector<std::string>{};
  std::set<std::size_t> disputed;
  if (!names.empty())
    for (const pathway::DivergingCell& cell : matrix->diverging())
      if (is_disputed(cell)) disputed.insert(cell.row * names.size() + cell.column);
  for (std::size_t cell = 0; cell < names.size() * names.size(); ++cell) {
    if (!matrix->people.front().judged.cells[cell]) continue; // of a descriptor on itself
    int low = *matrix->people.front().judged.cells[cell], high = low;
    std::string judgements;
    for (const MatrixPerson& person : matrix->people) {
      const int value = *person.judged.cells[cell];
      low = std::min(low, value), high = std::max(high, value);
      judgements += (judgements.empty() ? "" : "; ") + person.by + ": " + std::to_string(value);
    }
    const std::string &from = names[cell / names.size()], &to = names[cell % names.size()];
    b.begin_row();
    b.put(join_key({from, to})), b.put(from), b.put(to), b.put(matrix->in_units(matrix->cells[cell]));
    b.put(static_cast<double>(low)), b.put(static_cast<double>(high));
    b.put(disputed.contains(cell) ? "yes" : ""), b.put(judgements);
  }
  return b.finish("impact_judgements", {"相互影響の判断（人ごと）", "Cross-impact judgements, person by person"});
}

} // namespace rashin::study

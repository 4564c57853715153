#include "pathway/cib_explain.h"

#include "pathway/cib_experts.h"
#include "pathway/cib_test_cases.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rashin::pathway {
namespace {

ExpertMatrix expert_of(const CrossImpactMatrix& matrix, const std::string& by) {
  return {by, {matrix.cells().begin(), matrix.cells().end()}, {}};
}

TEST(CibExplain, DecisivePillarsAreThoseWithoutWhichTheScenarioFalls) {
  for (std::uint64_t number = 0; number < 60; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 5, 3);
    for (const Scenario& scenario : consistent_scenarios(matrix).scenarios)
      for (const Pillar& pillar : pillars(matrix, scenario)) {
        CrossImpactMatrix without = matrix; // the judgements of this source on this target, taken back
        for (std::size_t s = 0; s < 3; ++s)
          without.set_cell(matrix.state(scenario, pillar.source), matrix.first_state(pillar.target) + s, 0);
        EXPECT_EQ(scenario_figures(without, scenario).inconsistency > 0, pillar.decisive);
      }
  }
}

TEST(CibExplain, TheBreakingChangeIsTheSmallestOne) {
  for (std::uint64_t number = 0; number < 60; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 5, 3);
    for (const Scenario& scenario : consistent_scenarios(matrix).scenarios)
      for (const BreakingChange& change : breaking_changes(matrix, scenario)) {
        const std::size_t row = matrix.state(scenario, (change.target + 1) % 5);
        const std::size_t column = matrix.first_state(change.target) + static_cast<std::size_t>(change.rival);
        const int value = matrix.cell(row, column);
        EXPECT_GT(scenario_figures(changed(matrix, {{row, column, value + change.change}}), scenario).inconsistency, 0);
        EXPECT_EQ(scenario_figures(changed(matrix, {{row, column, value + change.change - 1}}), scenario).inconsistency,
                  0);
      }
  }
}

TEST(CibExperts, DivergingCellsStandWidestFirst) {
  const CrossImpactMatrix base = random_matrix(2, 3, 2);
  ExpertMatrix a = expert_of(base, "A"), b = expert_of(base, "B");
  a.cells[2] = -1;
  b.cells[2] = 1;
  a.cells[3] = 0;
  b.cells[3] = 3;
  const auto cells = diverging_cells(base.descriptors(), {a, b});
  ASSERT_EQ(cells.size(), 2u);
  EXPECT_EQ(cells[0].column, 3u);
  EXPECT_EQ(cells[0].spread, 3);
  EXPECT_FALSE(cells[0].opposed);
  EXPECT_TRUE(cells[1].opposed);
}

TEST(CibExperts, ASkippedCellIsNamed) {
  const CrossImpactMatrix base = random_matrix(2, 3, 2);
  ExpertMatrix expert = expert_of(base, "Sato");
  expert.cells[3] = std::nullopt;
  const auto sum = summed_matrix(base.descriptors(), {expert});
  ASSERT_FALSE(sum.ok());
  EXPECT_EQ(sum.diagnostics()[0].code, "cib-cell-skipped");
  EXPECT_EQ(sum.diagnostics()[0].place.field, "D0.s0 -> D1.s1");
}

TEST(CibExperts, SumsDoNotDependOnTheOrderOfPeople) {
  const CrossImpactMatrix base = random_matrix(5, 4, 3), other = random_matrix(6, 4, 3);
  const auto ab = summed_matrix(base.descriptors(), {expert_of(base, "A"), expert_of(other, "B")});
  const auto ba = summed_matrix(base.descriptors(), {expert_of(other, "B"), expert_of(base, "A")});
  EXPECT_EQ(ab->cells(), ba->cells());
}

TEST(CibEnsemble, WithoutNoiseTheScenariosAreThoseOfTheMatrix) {
  const CrossImpactMatrix matrix = random_matrix(21, 5, 3);
  EnsembleOptions options;
  options.draws = 20;
  options.half_width = {0, 0, 0, 0, 0};
  const auto ensemble = judgement_ensemble(matrix.descriptors(), {expert_of(matrix, "A")}, options);
  std::vector<Scenario> found;
  for (const ScenarioShare& share : ensemble->scenarios) {
    EXPECT_EQ(share.share, 1);
    EXPECT_EQ(share.standard_error, 0);
    found.push_back(share.scenario);
  }
  EXPECT_EQ(found, consistent_scenarios(matrix).scenarios);
}

TEST(CibEnsemble, ThreadsAndStretchesOfDrawsDoNotMatter) {
  const CrossImpactMatrix matrix = random_matrix(21, 5, 3), other = random_matrix(22, 5, 3);
  const std::vector<ExpertMatrix> people{expert_of(matrix, "A"), expert_of(other, "B")};
  EnsembleOptions options;
  options.draws = 200;
  const auto one = judgement_ensemble(matrix.descriptors(), people, options).take();
  options.threads = 3;
  const auto three = judgement_ensemble(matrix.descriptors(), people, options).take();
  ASSERT_EQ(one.scenarios.size(), three.scenarios.size());
  for (std::size_t i = 0; i < one.scenarios.size(); ++i) {
    EXPECT_EQ(one.scenarios[i].scenario, three.scenarios[i].scenario);
    EXPECT_EQ(one.scenarios[i].draws, three.scenarios[i].draws);
  }
  options.draws = 100;
  const auto first = judgement_ensemble(matrix.descriptors(), people, options).take();
  options.first_draw = 100;
  const auto second = judgement_ensemble(matrix.descriptors(), people, options).take();
  std::map<Scenario, std::uint64_t> counts;
  for (const auto& part : {first, second})
    for (const ScenarioShare& share : part.scenarios) counts[share.scenario] += share.draws;
  for (const ScenarioShare& share : one.scenarios) EXPECT_EQ(counts[share.scenario], share.draws);
}

} // namespace
} // namespace rashin::pathway

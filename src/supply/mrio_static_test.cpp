#include "supply/mrio_static.h"

#include "supply/mrio_exposure.h"
#include "supply/mrio_extraction.h"
#include "supply/mrio_paths.h"
#include "supply/mrio_solve.h"

#include <gtest/gtest.h>
#include <numeric>

namespace rashin::supply {
namespace {

/// The two-industry economy of Miller and Blair (2009), table 2.3: x = (1000, 2000), A = [.15 .25; .20 .05],
/// L = [1.2541 .3300; .2640 1.1221]. Here industry 1 lies in region A, industry 2 in region B.
Mrio miller_blair() {
  IoEntries entries;
  entries.industries = {{"A", "one"}, {"B", "two"}};
  entries.final_demands = {{"A", "all"}, {"B", "all"}};
  entries.flows = {{0, 0, 150}, {0, 1, 500}, {1, 0, 200}, {1, 1, 100}};
  entries.final_demand_flows = {{0, 0, 350}, {1, 0, 1000}, {1, 1, 700}};
  return make_mrio(entries)->table;
}

/// A dense table without pattern; `idle`: industry 2 sells nothing.
Mrio arbitrary(std::size_t regions, std::size_t sectors, bool idle = false) {
  IoEntries entries;
  std::uint32_t state = 7;
  const auto next = [&] { return state = state * 1664525u + 1013904223u, (state >> 16) % 100; };
  const std::size_t n = regions * sectors;
  for (std::size_t r = 0; r < regions; ++r) {
    entries.final_demands.push_back({"r" + std::to_string(r), "all"});
    for (std::size_t s = 0; s < sectors; ++s)
      entries.industries.push_back({"r" + std::to_string(r), "s" + std::to_string(s)});
  }
  for (std::uint32_t i = 0; i < n; ++i)
    for (std::uint32_t j = 0; !(idle && i == 2) && j < n; ++j)
      if (const double v = next(); v > 60) entries.flows.push_back({i, j, v});
  for (std::uint32_t i = 0; i < n; ++i)
    for (std::uint32_t f = 0; !(idle && i == 2) && f < regions; ++f)
      entries.final_demand_flows.push_back({i, f, 30.0 * static_cast<double>(n) + next()});
  return make_mrio(entries)->table;
}

/// Output of the table whose cells pass `keep` (intermediate) and `keep_final`, coefficients unchanged.
template <class Keep, class KeepFinal>
std::vector<double> brute_force(const Mrio& table, Keep keep, KeepFinal keep_final) {
  const std::size_t n = table.size();
  Dense system(n, n), demand(n, 1);
  for (std::size_t i = 0; i < n; ++i) {
    system(i, i) = 1;
    for (std::size_t j = 0; j < n; ++j)
      if (keep(i, j) && table.output[j] != 0) system(i, j) -= table.flows.at(i, j) / table.output[j];
    for (std::size_t f = 0; f < table.final_demands.size(); ++f)
      if (keep_final(i, f)) demand(i, 0) += table.final_demand.at(i, f);
  }
  const Dense x = *solve(system, demand);
  std::vector<double> loss = table.output;
  for (std::size_t i = 0; i < n; ++i) loss[i] -= x(i, 0);
  return loss;
}

void expect_close(const std::vector<double>& a, const std::vector<double>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-9 * (1 + std::abs(b[i]))) << i;
}

TEST(Inverses, MatchMillerAndBlair) {
  const auto inverse = inverses(miller_blair());
  ASSERT_TRUE(inverse.ok());
  EXPECT_NEAR(inverse->leontief(0, 0), 1.2541, 5e-5);
  EXPECT_NEAR(inverse->leontief(0, 1), 0.3300, 5e-5);
  EXPECT_NEAR(inverse->leontief(1, 0), 0.2640, 5e-5);
  EXPECT_NEAR(inverse->leontief(1, 1), 1.1221, 5e-5);
  EXPECT_NEAR(inverse->ghosh(0, 1), inverse->leontief(0, 1) * 2, 1e-12);
}

TEST(Inverses, GhoshIsTheInverseEvenWithAnIndustryThatSellsNothing) {
  const Mrio table = arbitrary(3, 3, true);
  ASSERT_EQ(table.output[2], 0);
  const Dense ghosh = inverses(table)->ghosh;
  Dense system(9, 9);
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t j = 0; j < 9; ++j)
      system(i, j) = (i == j ? 1 : 0) - (table.output[i] != 0 ? table.flows.at(i, j) / table.output[i] : 0);
  const Dense identity = product(system, ghosh);
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t j = 0; j < 9; ++j) EXPECT_NEAR(identity(i, j), i == j ? 1 : 0, 1e-12);
}

TEST(Inverses, RefuseAnEconomyThatUsesUpAllItMakes) {
  IoEntries entries;
  entries.industries = {{"A", "one"}};
  entries.flows = {{0, 0, 5}};
  EXPECT_EQ(inverses(make_mrio(entries)->table).diagnostics().at(0).code, "mrio-singular");
}

TEST(Indicators, AreWhatTheirDefinitionsSay) {
  const Mrio table = miller_blair();
  const auto inverse = inverses(table);
  const Indicators out = indicators(table, *inverse);
  EXPECT_NEAR(out.output_multiplier[0], 1.5182, 1e-4);
  EXPECT_NEAR(out.value_added_multiplier[1], 1, 1e-14);
  EXPECT_NEAR(out.foreign_reliance_face[0], 200.0 / 350, 1e-15);
  EXPECT_NEAR(out.foreign_reliance[0], 0.2640 / 0.5182, 2e-4);
  // Key-sector classes follow the normalised linkages.
  EXPECT_EQ(linkage_classes(out)[0], Linkage::Key);
  EXPECT_EQ(linkage_classes(out)[1], Linkage::Weak);
  // Value added in trade adds up to value added and to final demand.
  const Dense trade = value_added_in_trade(table, inverse->leontief);
  EXPECT_NEAR(trade(0, 0) + trade(0, 1), 650, 1e-9);
  EXPECT_NEAR(trade(0, 0) + trade(1, 0), 1350, 1e-9);
}

TEST(Extraction, EqualsBruteForce) {
  const Mrio table = arbitrary(4, 3);
  const auto inverse = inverses(table);
  const auto always = [](std::size_t, std::size_t) { return true; };
  for (const std::vector<std::size_t>& set : {std::vector<std::size_t>{4}, {3, 4, 5}, {0, 7, 11}}) {
    const auto in = [&](std::size_t i) { return std::find(set.begin(), set.end(), i) != set.end(); };
    expect_close(full_extraction(table, inverse->leontief, set),
                 brute_force(
                     table, [&](std::size_t i, std::size_t j) { return !in(i) && !in(j); },
                     [&](std::size_t i, std::size_t) { return !in(i); }));
    expect_close(backward_extraction(table, inverse->leontief, set),
                 brute_force(
                     table, [&](std::size_t, std::size_t j) { return !in(j); }, always));
  }
  const auto banned = brute_force(
      table,
      [&](std::size_t i, std::size_t j) {
        return !(table.industries[i].region == 1 && table.industries[j].region == 3);
      },
      [&](std::size_t i, std::size_t f) {
        return !(table.industries[i].region == 1 && table.final_demands[f].region == 3);
      });
  expect_close(bilateral_extraction(table, inverse->leontief, 1, 3), banned);
  expect_close(bilateral_extraction(table, 1, 3)->output, banned);
  const Indicators out = indicators(table, *inverse);
  const auto total = [](const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
  EXPECT_NEAR(out.extraction_loss[4], total(full_extraction(table, inverse->leontief, {4})), 1e-8);
  EXPECT_NEAR(out.backward_extraction_loss[4], total(backward_extraction(table, inverse->leontief, {4})), 1e-8);
  EXPECT_NEAR(out.forward_extraction_loss[4], total(forward_extraction(table, inverse->ghosh, {4})), 1e-8);
}

TEST(Extraction, MatrixFreeEqualsTheClosedForms) {
  const Mrio table = arbitrary(4, 3);
  const auto inverse = inverses(table);
  for (const std::vector<std::size_t>& set : {std::vector<std::size_t>{4}, {0, 7, 11}}) {
    expect_close(extract(table, Extraction::Full, set)->output, full_extraction(table, inverse->leontief, set));
    expect_close(extract(table, Extraction::Backward, set)->output, backward_extraction(table, inverse->leontief, set));
    expect_close(extract(table, Extraction::Forward, set)->output, forward_extraction(table, inverse->ghosh, set));
  }
}

TEST(DemandChange, IsTheInverseTimesTheChange) {
  const Mrio table = arbitrary(4, 3);
  const auto inverse = inverses(table);
  const auto everywhere = demand_change(table, {2, 5}, -0.3, std::nullopt);
  ASSERT_TRUE(everywhere.ok());
  EXPECT_LE(everywhere->residual, 1e-12);
  const std::vector<double> demand = final_demand_totals(table);
  std::vector<double> by_hand(table.size(), 0), by_region(table.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i)
    for (const std::size_t k : std::vector<std::size_t>{2, 5}) by_hand[i] += inverse->leontief(i, k) * 0.3 * demand[k];
  expect_close(everywhere->output, by_hand);
  for (std::uint32_t r = 0; r < table.regions.size(); ++r) {
    const auto one = demand_change(table, {2, 5}, -0.3, r);
    for (std::size_t i = 0; i < table.size(); ++i) by_region[i] += one->output[i];
  }
  expect_close(by_region, by_hand);
}

TEST(ValueAddedTrade, IsARowAndAColumnOfTheWhole) {
  const Mrio table = arbitrary(4, 3);
  const Dense whole = value_added_in_trade(table, inverses(table)->leontief);
  const auto trade = value_added_trade(table, 2);
  ASSERT_TRUE(trade.ok());
  for (std::size_t r = 0; r < 4; ++r) {
    EXPECT_NEAR(trade->earned_from[r], whole(2, r), 1e-9);
    EXPECT_NEAR(trade->paid_to[r], whole(r, 2), 1e-9);
  }
}

TEST(Exposure, EqualsTheIndicators) {
  const Mrio table = arbitrary(4, 3);
  const Indicators out = indicators(table, *inverses(table));
  const auto rows = exposures(table, 2);
  ASSERT_EQ(rows->size(), 3u);
  for (const Exposure& row : *rows) EXPECT_LE(row.residual, 1e-12);
  for (const Exposure& row : *rows) {
    EXPECT_NEAR(row.look_through, out.foreign_reliance[row.industry], 1e-10);
    EXPECT_NEAR(row.face_value, out.foreign_reliance_face[row.industry], 1e-12);
    EXPECT_NEAR(row.concentration, out.source_concentration[row.industry], 1e-10);
  }
  EXPECT_GE((*rows)[0].look_through, (*rows)[2].look_through);
}

TEST(Solve, ReachesItsResidualBothWays) {
  const Mrio table = arbitrary(5, 4);
  const SparseRows coefficients = technical_coefficients(table);
  const auto x = solve_leontief(coefficients, final_demand_totals(table));
  ASSERT_TRUE(x.ok());
  EXPECT_LE(x->residual, 1e-12);
  expect_close(x->x, table.output);
  const auto inverse = inverses(table);
  const auto multipliers = solve_multipliers(coefficients, std::vector<double>(table.size(), 1));
  expect_close(multipliers->x, indicators(table, *inverse).output_multiplier);
}

TEST(Paths, AddUpToTheSeriesAndRespectTheCutOff) {
  const Mrio table = miller_blair();
  PathOptions options;
  options.smallest_share = 0;
  options.most_paths = 100000;
  options.depth = 12;
  const auto all = structural_paths(table, 0, 100, options);
  ASSERT_TRUE(all.ok());
  double sum = 0;
  for (const StructuralPath& path : all->paths) sum += path.value;
  EXPECT_NEAR(sum + all->beyond, 100, 1e-9) << "value added in 100 of final demand is 100";
  EXPECT_NEAR(all->paths.front().value, 100 * 0.65, 1e-12) << "its own value added comes first";
  EXPECT_NEAR(all->paths[1].value, 100 * 0.2 * 0.7, 1e-12);
  EXPECT_EQ(all->paths[1].industries, (std::vector<std::uint32_t>{1, 0}));
  options.smallest_share = 0.05;
  const auto few = structural_paths(table, 0, 100, options);
  for (const StructuralPath& path : few->paths) EXPECT_GE(path.value, 5);
}

} // namespace
} // namespace rashin::supply

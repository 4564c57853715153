#include "math/morris.h"
#include "math/sobol.h"

#include "core/result.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace rashin::math {
namespace {

double ishigami(const double* u) {
  const auto x = [&](int i) { return (2 * u[i] - 1) * std::numbers::pi; };
  return std::sin(x(0)) + 7 * std::sin(x(1)) * std::sin(x(1)) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

std::vector<double> run(const std::vector<double>& rows, std::size_t inputs) {
  std::vector<double> outputs;
  for (std::size_t n = 0; n < rows.size() / inputs; ++n) outputs.push_back(ishigami(rows.data() + n * inputs));
  return outputs;
}

// Closed forms in Saltelli et al. (2008), "Global Sensitivity Analysis: The Primer".
const double first[] = {0.31390519114781146, 0.4424111447900409, 0.0};
const double total[] = {0.5575888552099592, 0.4424111447900409, 0.24368366406214773};

TEST(Sobol, IshigamiWithinOneHundredthAtTwoToTheFourteen) {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    SobolOptions options;
    options.second_order = true;
    const auto indices = sobol_indices(run(saltelli_design(3, 1 << 14, true, seed), 3), 3, options);
    EXPECT_NEAR(indices.variance, 13.844587940719254, 0.05);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_NEAR(indices.first[i].value, first[i], 0.01);
      EXPECT_NEAR(indices.total[i].value, total[i], 0.01);
    }
    EXPECT_NEAR(indices.second[1].value, 0.24368366406214773, 0.02); // the pair (x1, x3)
    EXPECT_NEAR(indices.second[0].value, 0, 0.02);
  }
}

TEST(Sobol, SaysWhenItHasNotConverged) {
  SobolOptions options;
  const auto few = sobol_indices(run(saltelli_design(3, 64, false, 1), 3), 3, options);
  EXPECT_FALSE(few.converged);
  EXPECT_GT(few.suggested_base, 64u);
  const auto many = sobol_indices(run(saltelli_design(3, 1 << 14, false, 1), 3), 3, options);
  EXPECT_TRUE(many.converged);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_LE(many.first[i].low, many.first[i].high);
}

TEST(Sobol, ThreadsDoNotMatterAndRunsApartGiveTheSame) {
  const std::vector<double> outputs = run(saltelli_design(3, 256, false, 5), 3);
  SobolOptions options;
  const auto one = sobol_indices(outputs, 3, options);
  options.threads = 3;
  const auto three = sobol_indices(outputs, 3, options);
  std::vector<double> a, b;
  std::vector<std::vector<double>> ab(3);
  for (std::size_t n = 0; n < 256; ++n) {
    a.push_back(outputs[5 * n]);
    for (std::size_t i = 0; i < 3; ++i) ab[i].push_back(outputs[5 * n + 1 + i]);
    b.push_back(outputs[5 * n + 4]);
  }
  const auto apart = pick_freeze_indices(a, b, ab);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(one.total[i].low, three.total[i].low);
    EXPECT_NEAR(one.first[i].value, apart.first[i].value, 0.02); // centred by another mean
    EXPECT_NEAR(one.total[i].value, apart.total[i].value, 1e-9);
  }
}

TEST(Sobol, AConstantModelHasNoIndices) {
  const auto indices = sobol_indices(std::vector<double>(40, 3.0), 3);
  EXPECT_EQ(indices.first[0].value, 0);
  EXPECT_TRUE(indices.converged);
  EXPECT_THROW(sobol_indices(std::vector<double>(41, 3.0), 3), Error);
}

TEST(Sobol, PointsFillTheCubeEvenly) {
  const std::vector<double> points = sobol_points(4, 256, 9);
  for (std::size_t d = 0; d < 4; ++d) {
    std::vector<int> cells(16, 0);
    for (std::size_t n = 0; n < 256; ++n) {
      ASSERT_GT(points[4 * n + d], 0);
      ASSERT_LT(points[4 * n + d], 1);
      ++cells[static_cast<std::size_t>(points[4 * n + d] * 16)];
    }
    for (const int cell : cells) EXPECT_EQ(cell, 16);
  }
}

TEST(Morris, IshigamiOnFourLevels) {
  MorrisOptions options;
  options.trajectories = 1000;
  const std::vector<double> rows = morris_design(3, options);
  const auto effects = morris_effects(rows, run(rows, 3), 3);
  EXPECT_NEAR(effects[1].mean_absolute, 7.875, 1e-12); // exact on this grid
  EXPECT_NEAR(effects[0].mean_absolute, 7.53, 4 * effects[0].standard_error + 0.1);
  EXPECT_NEAR(effects[2].mean_absolute, 5.96, 4 * effects[2].standard_error + 0.6);
  EXPECT_NEAR(effects[1].sd, 7.8777, 0.02);
}

TEST(Morris, RowsThatAreNoDesignAreRefused) {
  EXPECT_THROW(morris_effects(std::vector<double>{0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1}, std::vector<double>(6, 0), 2),
               Error);
}

} // namespace
} // namespace rashin::math

#include "pathway/micmac.h"

#include "core/draws.h"
#include "core/result.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::pathway {
namespace {

using Matrix = std::vector<std::vector<std::uint32_t>>;
using Kind = MicmacCourse::Kind;

// Matrix and powers 2 to 7 computed apart from this program (SOURCE.md of the test data, crossimpact_micmac).
const Matrix five{{0, 3, 0, 1, 0}, {1, 0, 2, 0, 0}, {0, 2, 0, 3, 1}, {0, 0, 1, 0, 2}, {2, 0, 0, 0, 0}};

Matrix random_matrix(std::uint64_t number, std::size_t n) {
  Matrix matrix(n, std::vector<std::uint32_t>(n, 0));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (const double u = uniform(number, "micmac", Stream::A, i * n + j); i != j && u > 0.5)
        matrix[i][j] = static_cast<std::uint32_t>(1 + 6 * (u - 0.5));
  return matrix;
}

TEST(Micmac, SumsOfPowersAsComputedElsewhere) {
  const Micmac result = micmac(five);
  EXPECT_EQ(result.powers[0].influence, (std::vector<double>{4, 3, 6, 3, 2}));
  EXPECT_EQ(result.powers[0].dependence, (std::vector<double>{3, 5, 3, 4, 3}));
  EXPECT_EQ(result.powers[1].influence, (std::vector<double>{12, 16, 17, 10, 8}));
  EXPECT_EQ(result.powers[6].influence, (std::vector<double>{8882, 8020, 10962, 5733, 4500}));
  EXPECT_EQ(result.powers[6].dependence, (std::vector<double>{6333, 9657, 7308, 8315, 6484}));
  EXPECT_EQ(result.powers[6].influence_place, (std::vector<std::size_t>{2, 3, 1, 4, 5}));
}

TEST(Micmac, AnOrderThatHoldsOnceHasNotSettled) {
  const Micmac result = micmac(five); // two orders in turn up to the tenth power, then third, first, second, …
  EXPECT_EQ(result.influence, (MicmacCourse{Kind::Settled, 11, 1}));
  EXPECT_EQ(result.powers[10].influence_place, (std::vector<std::size_t>{2, 3, 1, 4, 5}));
  EXPECT_NE(result.powers[9].influence_place, result.powers[10].influence_place);
}

TEST(Micmac, APeriodicStructureNeverSettles) {
  const Micmac result = micmac({{0, 2, 0}, {1, 0, 0}, {0, 1, 0}}); // first and second pass on to each other for ever
  EXPECT_EQ(result.influence.kind, Kind::Cycle);
  EXPECT_EQ(result.influence.period, 2u);
  EXPECT_NE(result.powers[20].influence_place, result.powers[21].influence_place);
  EXPECT_EQ(result.powers[20].influence_place, result.powers[22].influence_place);
}

TEST(Micmac, WithoutALoopItDiesOut) {
  const Micmac result = micmac({{0, 3, 1}, {0, 0, 2}, {0, 0, 0}});
  EXPECT_EQ(result.influence, (MicmacCourse{Kind::DiesOut, 3, 1}));
  EXPECT_EQ(result.powers.size(), 2u);
  EXPECT_EQ(result.powers[1].influence, (std::vector<double>{6, 0, 0}));
}

TEST(Micmac, SectorsAreThoseOfTheMeans) {
  // Sums by row 5, 3, 0, 0 and by column 0, 2, 4, 2; means 2.
  const Micmac result = micmac({{0, 2, 2, 1}, {0, 0, 2, 1}, {0, 0, 0, 0}, {0, 0, 0, 0}});
  EXPECT_EQ(result.powers[0].sector, (std::vector<MicmacSector>{MicmacSector::Driver, MicmacSector::Driver,
                                                                MicmacSector::Result, MicmacSector::Autonomous}));
}

TEST(Micmac, EqualsPowersMultipliedOut) {
  for (std::uint64_t number = 0; number < 50; ++number) {
    const Matrix matrix = random_matrix(number, 6);
    const Micmac result = micmac(matrix, {8, 3});
    std::vector<std::vector<double>> power(6, std::vector<double>(6, 0.0));
    for (std::size_t i = 0; i < 6; ++i) power[i][i] = 1;
    for (std::size_t k = 0; k < result.powers.size(); ++k) {
      std::vector<std::vector<double>> product(6, std::vector<double>(6, 0.0));
      for (std::size_t i = 0; i < 6; ++i)
        for (std::size_t j = 0; j < 6; ++j)
          for (std::size_t m = 0; m < 6; ++m) product[i][j] += power[i][m] * matrix[m][j];
      power = product;
      double all = 0;
      for (const auto& row : power) all = std::accumulate(row.begin(), row.end(), all);
      for (std::size_t i = 0; i < 6; ++i) {
        const double row = std::accumulate(power[i].begin(), power[i].end(), 0.0);
        EXPECT_EQ(result.powers[k].influence[i], row);
        EXPECT_NEAR(result.powers[k].influence_share[i], row / all, 1e-15);
      }
    }
  }
}

TEST(Micmac, NamesAndScaleDoNotMatter) {
  for (std::uint64_t number = 0; number < 20; ++number) {
    const Matrix matrix = random_matrix(number, 5);
    Matrix turned = matrix, scaled = matrix;
    for (std::size_t i = 0; i < 5; ++i)
      for (std::size_t j = 0; j < 5; ++j) {
        turned[4 - i][4 - j] = matrix[i][j];
        scaled[i][j] = 1'000'000 * matrix[i][j];
      }
    const Micmac one = micmac(matrix), other = micmac(turned), larger = micmac(scaled);
    ASSERT_EQ(one.influence, other.influence);
    ASSERT_EQ(one.influence, larger.influence);
    for (std::size_t k = 0; k < one.powers.size(); ++k) {
      std::vector<std::size_t> places = other.powers[k].influence_place;
      std::reverse(places.begin(), places.end());
      EXPECT_EQ(one.powers[k].influence_place, places);
      EXPECT_EQ(one.powers[k].sector, larger.powers[k].sector);
    }
    // Influence and dependence change places with rows and columns.
    Matrix across(5, std::vector<std::uint32_t>(5));
    for (std::size_t i = 0; i < 5; ++i)
      for (std::size_t j = 0; j < 5; ++j) across[i][j] = matrix[j][i];
    const Micmac crossed = micmac(across);
    EXPECT_EQ(crossed.influence, one.dependence);
    if (!one.powers.empty()) {
      EXPECT_EQ(crossed.powers.back().influence_place, one.powers.back().dependence_place);
    }
  }
}

TEST(Micmac, LargeSumsStayFinite) {
  const Matrix full(30, std::vector<std::uint32_t>(30, 4'000'000'000u));
  const Micmac result = micmac(full);
  EXPECT_TRUE(std::isinf(result.powers.back().influence[0]));
  EXPECT_NEAR(result.powers.back().influence_share[7], 1.0 / 30, 1e-15);
  EXPECT_EQ(result.influence, (MicmacCourse{Kind::Settled, 2, 1}));
}

TEST(Micmac, AMatrixMustBeSquare) {
  EXPECT_THROW((void)micmac({{0, 1}}), Error);
}

} // namespace
} // namespace rashin::pathway

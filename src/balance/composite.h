#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rashin::balance {

/// Units × indicators, row by row. Values are finite; at least two units. After the handbook of OECD and JRC (2008).
struct Indicators {
  std::size_t units = 0, indicators = 0;
  std::vector<double> values;
  double at(std::size_t unit, std::size_t indicator) const { return values[unit * indicators + indicator]; }
};

/// `directions`: +1 where more is better, -1 where less is. Between the least and the largest of the units, put onto
/// [low, high]; an indicator that does not vary is put in the middle. Adding a unit can change every score.
Indicators min_max(const Indicators& raw, std::span<const int> directions, double low = 0, double high = 1);
/// (x - mean) / s with the divisor n - 1, no direction; 0 for an indicator that does not vary.
Indicators z_scores(const Indicators& raw);

enum class Aggregation {
  Arithmetic, ///< a bad value is made up for by a good one
  Geometric,  ///< less so; values must be positive
  Harmonic    ///< hardly; values must be positive
};
/// One number per unit. Weights >= 0 with a positive sum; scaled to sum 1. Throws Error otherwise.
std::vector<double> aggregate(const Indicators& scaled, std::span<const double> weights, Aggregation how);

/// Places from 1, the largest first; ties share the mean of their places.
std::vector<double> places_of(std::span<const double> values);

/// What the places become when one indicator is left out (its weight 0).
struct WithoutIndicator {
  std::size_t indicator = 0;
  std::vector<double> places;
  double largest_move = 0; ///< of any unit
};
/// Of the weighted arithmetic mean. Not for an indicator that carries all the weight.
std::vector<WithoutIndicator> without_each(const Indicators& scaled, std::span<const double> weights);

/// Skewness and kurtosis (excess, both adjusted for n) and whether the rule of thumb asks for treatment: |skewness| > 2
/// and kurtosis > 3.5. Nothing below four values or without variation.
struct Shape {
  double skewness = 0, kurtosis = 0;
  bool wants_treatment = false;
};
std::optional<Shape> shape_of(std::span<const double> values);

/// Whether enough indicators of a unit are known to compare it at all: at least 65 % by the rule of the handbook.
bool known_enough(std::size_t known, std::size_t all, double least = 0.65);

} // namespace rashin::balance

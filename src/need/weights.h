#pragma once
#include "core/draws.h"

#include <span>
#include <string>
#include <vector>

namespace rashin::need {

/// What one person says about the weights of the criteria.
struct WeightStatement {
  enum class Kind {
    Free,     ///< nothing: uniform on the simplex
    Ordinal,  ///< an order of importance: uniform on the part of the simplex that keeps it
    Interval, ///< weights between bounds: uniform on that part of the simplex
    Swing,    ///< swing of each criterion from worst to best, 0 to 100, between bounds; scaled to sum 1
  };
  Kind kind = Kind::Free;
  std::string by;
  double trust = 1;               ///< how often this person is believed, relative to the others
  std::vector<std::size_t> order; ///< Ordinal: criteria, the most important first
  std::vector<double> low, high;  ///< Interval, Swing: per criterion
};

/// Draws of weights: who is believed is itself drawn (factor `weights/believed`), then that person's weights (factors
/// `weights/<number of the criterion>`). A draw is a pure function of its number. Thread-safe.
class WeightDraws {
 public:
  /// Diagnostics `weights-…` for orders that are none, bounds that leave no weights, a swing of nothing.
  static Result<WeightDraws> make(std::size_t criteria, std::vector<WeightStatement> statements, std::uint64_t seed);

  std::size_t criteria() const { return criteria_; }
  /// Weights of draws first, first + 1, …: out[criterion × count + draw], count = out.size() / criteria().
  void fill(std::uint64_t first, std::span<double> out) const;

 private:
  WeightDraws() = default;
  void draw_one(std::uint64_t draw, std::span<double> weights) const;
  void within_bounds(const WeightStatement& statement, std::uint64_t draw, std::span<double> weights) const;
  void on_simplex(std::size_t attempt, std::uint64_t draw, std::span<double> weights) const;

  std::size_t criteria_ = 0;
  std::vector<WeightStatement> statements_;
  std::vector<double> trust_; ///< cumulative
  std::uint64_t seed_ = 0;
  FactorKey believed_;
  std::vector<FactorKey> keys_; ///< [attempt][criterion]
};

} // namespace rashin::need

#pragma once
#include "core/unit.h"

#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace rashin {

/// The shapes of uncertainty. `clip`: mass beyond the natural range of the unit is moved onto its ends.
namespace shape {
struct Fixed {
  double value;
};
struct Uniform {
  double low, high;
};
struct Triangular {
  double low, mode, high;
};
struct Pert {
  double low, mode, high;
}; ///< beta on [low, high] with lambda = 4
struct Normal {
  double mean, sd;
  Range clip;
};
struct Lognormal {
  double log_median, log_sd;
  Range clip;
};
struct Piecewise {
  std::vector<double> edges, cumulative;
}; ///< uniform between edges; cumulative from 0 to 1, as many as edges
struct Discrete {
  std::vector<double> values, cumulative;
}; ///< values ascending; cumulative ends in 1
} // namespace shape

/// What is known about one uncertain number. Immutable, thread-safe; equal inputs give equal bits on one CPU class.
class Distribution {
 public:
  using Shape = std::variant<shape::Fixed, shape::Uniform, shape::Triangular, shape::Pert, shape::Normal,
                             shape::Lognormal, shape::Piecewise, shape::Discrete>;
  explicit Distribution(Shape shape) : shape_(std::move(shape)) {}
  static Distribution fixed(double value) { return Distribution(shape::Fixed{value}); }

  const Shape& shape() const { return shape_; }
  bool is_fixed() const { return std::holds_alternative<shape::Fixed>(shape_); }
  /// The smallest x with cdf(x) >= u, rising in u; 0 < u < 1, else Error.
  double quantile(double u) const;
  /// Replaces uniforms by values, in place.
  void to_values(std::span<double> uniforms) const;
  double mean() const;
  double variance() const;
  /// P(X <= x).
  double cdf(double x) const;

 private:
  Shape shape_;
};

struct Outcome {
  double value = 0;
  double probability = 0;
};

/// The numbers as the user wrote them.
struct DistributionFigures {
  std::optional<double> value, low, high;
  std::vector<Outcome> outcomes; ///< discrete
  std::vector<double> samples;   ///< samples: equally likely values
};

/// Makes a distribution from what a row or a mapping holds; all faults at once.
///
/// | kind         | value    | low, high           |
/// |--------------|----------|---------------------|
/// | `fixed`      | itself   | none (also where no kind is written and low and high are missing) |
/// | `uniform`    | optional | ends; a value off the middle is a warning |
/// | `triangular` | mode     | ends                |
/// | `pert`       | mode     | ends; beta with lambda 4 (Malcolm et al. 1959): mean (low + 4 value + high) / 6 |
/// | `normal`     | mean     | 5 % and 95 % quantile; symmetric within 5 % of high - low |
/// | `lognormal`  | median   | 5 % and 95 % quantile, > 0; the same on logarithms |
/// | `quantiles`  | median   | 5 % and 95 % quantile: uniform between them and out to 10 % of high - low beyond (Cooke
/// 1991) | | `discrete`   | –        | –; outcomes with probabilities that sum to 1 within 1e-6 | | `samples`    | – |
/// –; samples          |
///
/// Figures must lie in `natural` (the range of the unit); what normal, lognormal and quantiles put beyond it is clipped
/// to its ends. low = value = high is fixed whatever the kind.
Result<Distribution> make_distribution(std::string_view kind, const DistributionFigures& figures, const Range& natural,
                                       const Place& place);

/// One draw of branch probabilities from a Dirichlet distribution with the given mean and concentration (the sum of its
/// parameters; infinite = always the mean), by stick-breaking in the order of the branches: branch i takes the Beta(c
/// m_i, c (m_{i+1} + … + m_n)) quantile of uniforms[i] from what is left (Connor & Mosimann 1969), the last branch the
/// rest. `mean` must be >= 0 and sum to 1 within 1e-6 (else Error; it is rescaled to 1); uniforms: one per branch, the
/// last is not used.
std::vector<double> dirichlet_weights(std::span<const double> mean, double concentration,
                                      std::span<const double> uniforms);

} // namespace rashin

#pragma once
#include "balance/curve.h"

namespace rashin::balance {

/// Inner parameters: logarithm of the ceiling, then two more. Logistic and Gompertz: z = position + exp(log rate) (t -
/// centre); Bass: log p, log q.
using InnerParameters = std::array<double, 3>;

struct InnerValue {
  double value = 0;
  std::array<double, 3> slope{}; ///< by inner parameter
};
InnerValue inner_value(CurveKind kind, const InnerParameters& inner, double time_from_centre);

Curve to_curve(const CurveOptions& options, double centre, const InnerParameters& inner);
InnerParameters to_inner(const Curve& curve, double centre);
/// Mean time of the points; of Bass its origin.
double centre_of(std::span<const CurvePoint> points, const CurveOptions& options);
Diagnostics check_points(std::span<const CurvePoint> points, const CurveOptions& options);

struct InnerFit {
  InnerParameters inner{};
  double squares = 0;
  std::array<std::array<double, 3>, 3> normal{}; ///< J'J at the end
  bool converged = false;
};
/// Damped least squares; the first `fixed` parameters (0 or 1) stay where they are.
InnerFit fit_inner(std::span<const CurvePoint> points, const CurveOptions& options, double centre,
                   const InnerParameters& start, std::size_t fixed);
/// Starts for a given ceiling: from the straight line of the transformed values; for Bass a small grid.
std::vector<InnerParameters> starts_for(std::span<const CurvePoint> points, const CurveOptions& options, double centre,
                                        double ceiling);

} // namespace rashin::balance

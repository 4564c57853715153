#include "core/special_functions.h"

#include <utility> // before Boost 1.74 under C++20

#include <boost/math/distributions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>

namespace rashin {
namespace {

// double throughout (no detour over long double); over- and underflow give the limit instead of an exception.
using Policy =
    boost::math::policies::policy<boost::math::policies::promote_double<false>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

constexpr double root_two = 1.41421356237309504880;
constexpr double root_two_pi = 2.50662827463100050242;

} // namespace

double normal_quantile(double u) {
  return -root_two * boost::math::erfc_inv(2 * u, Policy());
}
double normal_cdf(double z) {
  return 0.5 * boost::math::erfc(-z / root_two, Policy());
}
double normal_density(double z) {
  return std::exp(-0.5 * z * z) / root_two_pi;
}

double beta_quantile(double a, double b, double u) {
  return boost::math::ibeta_inv(a, b, u, Policy());
}
double beta_cdf(double a, double b, double x) {
  return boost::math::ibeta(a, b, x, Policy());
}

double gamma_quantile(double shape, double u) {
  return boost::math::gamma_p_inv(shape, u, Policy());
}

} // namespace rashin

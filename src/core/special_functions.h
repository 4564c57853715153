#pragma once

namespace rashin {

/// The standard normal distribution. `u` strictly between 0 and 1.
double normal_quantile(double u);
double normal_cdf(double z);
double normal_density(double z);

/// The beta distribution on [0, 1] with shapes a, b > 0.
double beta_quantile(double a, double b, double u);
double beta_cdf(double a, double b, double x);

/// The gamma distribution with the given shape > 0 and scale 1; half a chi-square with 2 shape degrees of freedom.
double gamma_quantile(double shape, double u);

} // namespace rashin

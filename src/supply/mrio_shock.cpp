#include "supply/mrio_shock.h"

#include <algorithm>
#include <cmath>

namespace rashin::supply {

double remaining_share(Recovery recovery, double recovery_days, int e) {
  const double t = recovery_days, days = e;
  switch (recovery) {
  case Recovery::None:
  case Recovery::Profile:
    return 0;
  case Recovery::Linear:
    return t > 0 ? std::max(0.0, 1 - days / t) : 0;
  case Recovery::Convex:
    return t > 1 ? std::pow(1 - 1 / t, 4 * days) : 0;
  case Recovery::ConvexUnscaled:
    return t > 1 ? std::pow(1 - 1 / t, days) : 0;
  case Recovery::Concave: {
    if (!(t > 2)) return 0;
    constexpr double slow = 1e-6;
    const double power = (std::log(t) - std::log(slow)) / (std::log(t) - std::log(2.0));
    return t / (t + slow * std::pow(days, power));
  }
  }
  return 0;
}

double share_on_day(const TableShock& shock, int day) {
  const int since = day - shock.start;
  if (since < 0) return 0;
  if (shock.recovery == Recovery::Profile)
    return static_cast<std::size_t>(since) < shock.profile.size() ? shock.profile[static_cast<std::size_t>(since)] : 0;
  if (since < shock.duration) return 1;
  return remaining_share(shock.recovery, shock.recovery_days, since - shock.duration + 1);
}

} // namespace rashin::supply

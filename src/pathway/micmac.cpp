#include "pathway/micmac.h"

#include "core/result.h"

#include <algorithm>
#include <cmath>

namespace rashin::pathway {
namespace {

/// A natural number of any size, lowest digit first, no zero on top.
class Natural {
 public:
  Natural() = default;
  explicit Natural(std::uint32_t value) {
    if (value != 0) digits_.push_back(value);
  }
  bool is_zero() const { return digits_.empty(); }

  void add_multiple(const Natural& other, std::uint32_t times) {
    if (times == 0 || other.is_zero()) return;
    if (digits_.size() < other.digits_.size()) digits_.resize(other.digits_.size(), 0);
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < digits_.size() || carry != 0; ++i) {
      if (i == digits_.size()) digits_.push_back(0);
      carry += digits_[i];
      if (i < other.digits_.size()) carry += std::uint64_t{other.digits_[i]} * times;
      digits_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
      if (carry == 0 && i >= other.digits_.size()) break;
    }
  }

  bool operator==(const Natural&) const = default;
  bool operator<(const Natural& other) const {
    if (digits_.size() != other.digits_.size()) return digits_.size() < other.digits_.size();
    return std::lexicographical_compare(digits_.rbegin(), digits_.rend(), other.digits_.rbegin(), other.digits_.rend());
  }

  double value() const { return scaled(0); }
  double over(const Natural& other) const {
    const std::size_t top = std::max(digits_.size(), other.digits_.size()), drop = top > 16 ? top - 16 : 0;
    return scaled(drop) / other.scaled(drop);
  }

 private:
  /// Without the `drop` lowest digits.
  double scaled(std::size_t drop) const {
    double result = 0;
    for (std::size_t i = digits_.size(); i > drop; --i) result = result * 4294967296.0 + digits_[i - 1];
    return result;
  }
  std::vector<std::uint32_t> digits_;
};

using Sums = std::vector<Natural>;

/// One step further along chains of influences: rows times the sums of one step less, or columns.
Sums next(const std::vector<std::vector<std::uint32_t>>& matrix, const Sums& sums, bool columns) {
  Sums result(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (std::size_t j = 0; j < sums.size(); ++j)
      result[i].add_multiple(sums[j], columns ? matrix[j][i] : matrix[i][j]);
  return result;
}

Natural total(const Sums& sums) {
  Natural result;
  for (const Natural& one : sums) result.add_multiple(one, 1);
  return result;
}

std::vector<std::size_t> places(const Sums& sums) {
  std::vector<std::size_t> result(sums.size(), 1);
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (const Natural& other : sums)
      if (sums[i] < other) ++result[i];
  return result;
}

/// Above the mean: n times the sum above the total.
std::vector<bool> above_mean(const Sums& sums, const Natural& all) {
  std::vector<bool> result;
  for (const Natural& one : sums) {
    Natural times;
    times.add_multiple(one, static_cast<std::uint32_t>(sums.size()));
    result.push_back(all < times);
  }
  return result;
}

MicmacPower power_of(std::size_t k, const Sums& influence, const Sums& dependence, const Natural& all) {
  MicmacPower power;
  power.k = k;
  for (const Natural& one : influence) {
    power.influence.push_back(one.value());
    power.influence_share.push_back(one.over(all));
  }
  for (const Natural& one : dependence) {
    power.dependence.push_back(one.value());
    power.dependence_share.push_back(one.over(all));
  }
  power.influence_place = places(influence);
  power.dependence_place = places(dependence);
  const std::vector<bool> moves = above_mean(influence, all), is_moved = above_mean(dependence, all);
  for (std::size_t i = 0; i < influence.size(); ++i)
    power.sector.push_back(moves[i] ? (is_moved[i] ? MicmacSector::Relay : MicmacSector::Driver)
                                    : (is_moved[i] ? MicmacSector::Result : MicmacSector::Autonomous));
  return power;
}

/// The least power from which each order equals that `period` powers on, up to the last.
std::size_t repeats_from(const std::vector<MicmacPower>& powers, std::vector<std::size_t> MicmacPower::*place,
                         std::size_t period) {
  std::size_t at = powers.size() - period;
  while (at > 1 && powers[at - 1].*place == powers[at - 1 + period].*place) --at;
  return powers[at].k;
}

MicmacCourse course_of(const std::vector<MicmacPower>& powers, std::vector<std::size_t> MicmacPower::*place,
                       const MicmacOptions& options) {
  constexpr std::size_t longest_period = 12;
  for (std::size_t period = 1; period <= longest_period && period + 1 < powers.size(); ++period) {
    const std::size_t from = repeats_from(powers, place, period);
    if (powers.back().k - from < std::max(options.steady, 2 * period)) continue;
    return {period == 1 ? MicmacCourse::Kind::Settled : MicmacCourse::Kind::Cycle, from, period};
  }
  return {};
}

} // namespace

Micmac micmac(const std::vector<std::vector<std::uint32_t>>& matrix, const MicmacOptions& options) {
  for (const auto& row : matrix)
    if (row.size() != matrix.size()) throw Error("a MICMAC matrix is not square");
  Micmac result;
  Sums influence(matrix.size(), Natural(1)), dependence = influence;
  for (std::size_t k = 1; k <= std::max<std::size_t>(options.powers, 1); ++k) {
    influence = next(matrix, influence, false);
    dependence = next(matrix, dependence, true);
    const Natural all = total(influence);
    if (all.is_zero()) {
      result.influence = result.dependence = {MicmacCourse::Kind::DiesOut, k, 1};
      return result;
    }
    result.powers.push_back(power_of(k, influence, dependence, all));
  }
  result.influence = course_of(result.powers, &MicmacPower::influence_place, options);
  result.dependence = course_of(result.powers, &MicmacPower::dependence_place, options);
  return result;
}

} // namespace rashin::pathway

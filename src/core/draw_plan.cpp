#include "core/draws.h"

#include "core/number_text.h"
#include "core/special_functions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rashin {
namespace {

constexpr double smallest_pivot = 1e-10;
constexpr double symmetry_tolerance = 1e-12;

/// Spearman's correlation of two normal scores to Pearson's.
double pearson_of(double spearman) {
  return 2 * std::sin(std::numbers::pi * spearman / 6);
}

Diagnostic not_a_correlation(const CorrelatedGroup& group, std::size_t row, std::size_t column) {
  return make_diagnostic("group-not-a-correlation", group.place,
                         {group.name, std::to_string(row + 1), std::to_string(column + 1),
                          shortest(group.rank_correlation[row * group.factors.size() + column])});
}

/// The first fault of the matrix, if there is one.
std::optional<Diagnostic> judge_matrix(const CorrelatedGroup& group) {
  const std::size_t n = group.factors.size();
  const auto& matrix = group.rank_correlation;
  if (n == 0 || matrix.size() != n * n)
    return make_diagnostic("group-shape", group.place,
                           {group.name, std::to_string(n), std::to_string(matrix.size()), std::to_string(n * n)});
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      const double value = matrix[i * n + j];
      const bool valid =
          i == j ? value == 1 : std::fabs(value) <= 1 && std::fabs(value - matrix[j * n + i]) <= symmetry_tolerance;
      if (!valid) return not_a_correlation(group, i, j);
    }
  return std::nullopt;
}

/// The lower Cholesky factor of the Pearson matrix; a diagnostic where a pivot is not positive.
Result<std::vector<double>> cholesky_of(const CorrelatedGroup& group) {
  const std::size_t n = group.factors.size();
  std::vector<double> lower(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = i == j ? 1.0 : pearson_of(group.rank_correlation[i * n + j]);
      for (std::size_t k = 0; k < j; ++k) sum -= lower[i * n + k] * lower[j * n + k];
      if (i == j && sum < smallest_pivot)
        return make_diagnostic("group-not-positive-definite", group.place, {group.name, group.factors[i]});
      lower[i * n + j] = i == j ? std::sqrt(sum) : sum / lower[j * n + j];
    }
  }
  return lower;
}

} // namespace

Result<DrawPlan> make_draw_plan(std::uint64_t seed, std::vector<CorrelatedGroup> groups) {
  DrawPlan plan(seed);
  Diagnostics found;
  for (CorrelatedGroup& group : groups) {
    for (std::size_t row = 0; row < group.factors.size(); ++row) {
      const auto [at, is_new] = plan.members_.emplace(group.factors[row], DrawPlan::Member{plan.groups_.size(), row});
      if (is_new) continue;
      const std::string& other =
          at->second.group == plan.groups_.size() ? group.name : plan.groups_[at->second.group].name;
      found.push_back(make_diagnostic("group-factor-twice", group.place, {group.factors[row], other, group.name}));
    }
    std::vector<double> cholesky;
    if (auto fault = judge_matrix(group)) {
      found.push_back(std::move(*fault));
    } else if (auto lower = cholesky_of(group)) {
      cholesky = lower.take();
    } else {
      found.push_back(lower.diagnostics().front());
    }
    plan.groups_.push_back({std::move(group.name), std::move(group.factors), std::move(cholesky)});
  }
  if (!found.empty()) return found;
  return plan;
}

DrawPlan DrawPlan::picked(Stream base, const std::set<std::string>& names) const {
  DrawPlan plan = *this;
  plan.base_ = base;
  plan.picked_ = {names.begin(), names.end()};
  return plan;
}

bool DrawPlan::is_named(std::string_view factor) const {
  if (picked_.contains(factor)) return true;
  for (auto slash = factor.find('/'); slash != std::string_view::npos; slash = factor.find('/', slash + 1))
    if (picked_.contains(factor.substr(0, slash + 1))) return true;
  return false;
}

bool DrawPlan::is_picked(std::string_view factor) const {
  if (picked_.empty()) return false;
  const auto member = members_.find(factor);
  if (member == members_.end()) return is_named(factor);
  const Group& group = groups_[member->second.group];
  return picked_.contains(group.name) ||
         std::any_of(group.factors.begin(), group.factors.end(), [this](const auto& f) { return is_named(f); });
}

Stream DrawPlan::stream_of(std::string_view factor) const {
  if (!is_picked(factor)) return base_;
  return base_ == Stream::A ? Stream::B : Stream::A;
}

void DrawPlan::uniforms(std::string_view factor, std::uint64_t first, std::span<double> out) const {
  const Stream stream = stream_of(factor);
  const auto member = members_.find(factor);
  if (member == members_.end() || member->second.row == 0)
    return fill_uniforms(seed_, FactorKey(factor), stream, first, out);
  const Group& group = groups_[member->second.group];
  const std::size_t row = member->second.row;
  const std::span<const double> weights = std::span(group.cholesky).subspan(row * group.factors.size(), row + 1);
  std::fill(out.begin(), out.end(), 0.0);
  std::vector<double> own(out.size());
  for (std::size_t j = 0; j <= row; ++j) {
    fill_uniforms(seed_, FactorKey(group.factors[j]), stream, first, own);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += weights[j] * normal_quantile(own[i]);
  }
  for (double& score : out) score = std::clamp(normal_cdf(score), 0x1p-53, 1 - 0x1p-53);
}

} // namespace rashin

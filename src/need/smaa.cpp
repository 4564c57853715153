#include "need/smaa.h"

#include "math/parallel.h"
#include "need/smaa_kernel.h"

#include <algorithm>
#include <cmath>

namespace rashin::need {
namespace {

constexpr std::size_t task_draws = 16 * smaa_lanes;

/// What one stretch of draws adds.
struct Part {
  std::vector<double> ranks;         ///< [alternative][rank]
  std::vector<double> first_weights; ///< [alternative][criterion]: sum of weights where first
  std::vector<std::int64_t> half_wins;
};

class Stretch {
 public:
  Stretch(std::size_t alternatives, const ScoreDraws& scores, const WeightDraws& weights)
      : n_(alternatives), m_(weights.criteria()), draw_scores_(scores), draw_weights_(weights),
        scores_(n_ * m_ * smaa_lanes), weights_(m_ * smaa_lanes), values_(n_ * smaa_lanes) {
    counts_.better.resize(n_ * smaa_lanes);
    counts_.half_wins.assign(n_ * n_, 0);
  }

  Part run(std::uint64_t first, std::size_t count) {
    Part part{std::vector<double>(n_ * n_, 0.0), std::vector<double>(n_ * m_, 0.0), {}};
    for (std::size_t done = 0; done < count; done += smaa_lanes) {
      const std::size_t used = std::min(smaa_lanes, count - done);
      draw_scores_(first + done, smaa_lanes, scores_);
      draw_weights_.fill(first + done, weights_);
      weighted_sums(n_, m_, scores_.data(), weights_.data(), values_.data());
      compare_pairs(n_, values_.data(), used, counts_);
      add(used, part);
    }
    part.half_wins = counts_.half_wins;
    return part;
  }

 private:
  /// How many others have exactly the value of `a`; only asked where some values are equal.
  std::size_t equal_to(std::size_t a, std::size_t lane) const {
    std::size_t count = 0;
    for (std::size_t b = 0; b < n_; ++b)
      count += b != a && values_[b * smaa_lanes + lane] == values_[a * smaa_lanes + lane];
    return count;
  }

  void add(std::size_t used, Part& part) const {
    for (std::size_t lane = 0; lane < used; ++lane) {
      std::int64_t pairs = 0;
      for (std::size_t a = 0; a < n_; ++a) pairs += counts_.better[a * smaa_lanes + lane];
      const bool ties = pairs != static_cast<std::int64_t>(n_ * (n_ - 1) / 2);
      for (std::size_t a = 0; a < n_; ++a) {
        const auto better = static_cast<std::size_t>(counts_.better[a * smaa_lanes + lane]);
        const std::size_t equal = ties ? equal_to(a, lane) : 0;
        const double share = 1.0 / static_cast<double>(equal + 1);
        for (std::size_t rank = better; rank <= better + equal; ++rank) part.ranks[a * n_ + rank] += share;
        if (better != 0) continue;
        for (std::size_t k = 0; k < m_; ++k) part.first_weights[a * m_ + k] += share * weights_[k * smaa_lanes + lane];
      }
    }
  }

  std::size_t n_, m_;
  const ScoreDraws& draw_scores_;
  const WeightDraws& draw_weights_;
  std::vector<double> scores_, weights_, values_;
  PairCounts counts_;
};

std::vector<SmaaAlternative> summarise(const std::vector<Part>& parts, std::size_t n, std::size_t m, double draws) {
  std::vector<SmaaAlternative> result(n);
  for (std::size_t a = 0; a < n; ++a) {
    SmaaAlternative& alternative = result[a];
    for (std::size_t rank = 0; rank < n; ++rank) {
      double count = 0;
      for (const Part& part : parts) count += part.ranks[a * n + rank];
      const double b = std::min(1.0, count / draws);
      alternative.acceptability.push_back(b);
      alternative.standard_error.push_back(std::sqrt(b * (1 - b) / draws));
      alternative.expected_rank += b * static_cast<double>(rank + 1);
    }
    std::vector<double> central(m, 0.0);
    double total = 0;
    for (std::size_t k = 0; k < m; ++k) {
      for (const Part& part : parts) central[k] += part.first_weights[a * m + k];
      total += central[k];
    }
    if (total > 0) {
      for (double& weight : central) weight /= total;
      alternative.central_weight = std::move(central);
    }
    for (std::size_t b = 0; b < n; ++b) {
      std::int64_t halves = 0;
      for (const Part& part : parts) halves += part.half_wins[a * n + b];
      alternative.winning.push_back(a == b ? 0.5 : static_cast<double>(halves) / (2 * draws));
    }
  }
  return result;
}

void add_confidence(std::vector<SmaaAlternative>& result, std::size_t m, const ScoreDraws& scores,
                    const SmaaOptions& options) {
  const std::size_t n = result.size(), draws = std::min(options.confidence_draws, options.draws);
  if (draws == 0) return;
  std::vector<double> drawn(n * m * smaa_lanes), weights(m * smaa_lanes), values(n * smaa_lanes);
  for (std::size_t done = 0; done < draws; done += smaa_lanes) {
    scores(options.first_draw + done, smaa_lanes, drawn);
    for (std::size_t a = 0; a < n; ++a) {
      if (result[a].central_weight.empty()) continue;
      for (std::size_t k = 0; k < m; ++k)
        std::fill_n(weights.begin() + static_cast<std::ptrdiff_t>(k * smaa_lanes), smaa_lanes,
                    result[a].central_weight[k]);
      weighted_sums(n, m, drawn.data(), weights.data(), values.data());
      for (std::size_t lane = 0; lane < std::min(smaa_lanes, draws - done); ++lane) {
        bool is_first = true;
        for (std::size_t b = 0; b < n && is_first; ++b)
          is_first = values[b * smaa_lanes + lane] <= values[a * smaa_lanes + lane];
        result[a].confidence += is_first ? 1 : 0;
      }
    }
  }
  for (SmaaAlternative& alternative : result) alternative.confidence /= static_cast<double>(draws);
}

} // namespace

ScoreDraws drawn_scores(std::vector<Criterion> criteria, std::vector<Distribution> scores,
                        std::vector<std::string> factors, DrawPlan plan) {
  if (criteria.empty() || scores.size() != factors.size() || scores.size() % criteria.size() != 0)
    throw Error("scores are not alternatives times criteria");
  for (const Criterion& criterion : criteria) between_goalposts(criterion, 0); // throws where there are none
  return [criteria = std::move(criteria), scores = std::move(scores), factors = std::move(factors),
          plan = std::move(plan)](std::uint64_t first, std::size_t count, std::span<double> out) {
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const std::span<double> lanes = out.subspan(i * count, count);
      plan.uniforms(factors[i], first, lanes);
      scores[i].to_values(lanes);
      const Criterion& criterion = criteria[i % criteria.size()];
      const double worst = *criterion.worst, range = *criterion.best - worst;
      for (double& x : lanes) x = std::min(std::max((x - worst) / range, 0.0), 1.0);
    }
  };
}

std::vector<SmaaAlternative> smaa(std::size_t alternatives, const ScoreDraws& scores, const WeightDraws& weights,
                                  const SmaaOptions& options) {
  if (alternatives == 0 || options.draws == 0) throw Error("SMAA needs alternatives and draws");
  std::vector<Part> parts((options.draws + task_draws - 1) / task_draws);
  const bool done = math::parallel_for(parts.size(), {options.threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t from = i * task_draws;
      parts[i] = Stretch(alternatives, scores, weights)
                     .run(options.first_draw + from, std::min(task_draws, options.draws - from));
    }
  });
  if (!done) throw Error("SMAA was stopped without a request");
  auto result = summarise(parts, alternatives, weights.criteria(), static_cast<double>(options.draws));
  add_confidence(result, weights.criteria(), scores, options);
  return result;
}

} // namespace rashin::need

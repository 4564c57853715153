#include "policy/nsga2.h"

#include "core/draws.h"
#include "core/result.h"
#include "policy/pareto.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rashin::policy {
namespace {

/// Points with what was found of them, side by side.
struct Population {
  std::vector<double> variables, objectives, violation;
};

class Search {
 public:
  Search(const SearchProblem& problem, const Nsga2Options& options)
      : problem_(problem), options_(options), n_(problem.variables), m_(problem.objectives),
        size_(std::max<std::size_t>(4, options.population + options.population % 2)), key_("nsga2") {}

  std::vector<SearchPoint> run() {
    begin();
    for (std::size_t g = 1; g <= options_.generations && !options_.stop.stop_requested(); ++g) {
      const std::size_t per_pair = 6 + 4 * n_; // tournaments and mixing, then per variable mixing and mutation
      draws_.resize(size_ / 2 * per_pair);
      fill_uniforms(options_.seed, key_, Stream::B, std::uint64_t{g} * draws_.size(), draws_);
      Population children;
      for (std::size_t pair = 0; pair < size_ / 2; ++pair)
        breed(std::span(draws_).subspan(pair * per_pair, per_pair), children);
      evaluate(children);
      append(children);
      select();
    }
    std::vector<SearchPoint> front;
    for (std::size_t i = 0; i < size_; ++i)
      if (front_[i] == 0)
        front.push_back({part(now_.variables, i, n_), part(now_.objectives, i, m_), now_.violation[i]});
    return front;
  }

 private:
  static std::vector<double> part(const std::vector<double>& values, std::size_t i, std::size_t width) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(i * width);
    return {begin, begin + static_cast<std::ptrdiff_t>(width)};
  }

  void begin() {
    now_.variables.resize(size_ * n_);
    fill_uniforms(options_.seed, key_, Stream::A, 0, now_.variables);
    if (problem_.yes_or_no)
      for (double& x : now_.variables) x = x < 0.5 ? 0 : 1;
    for (std::size_t i = 0; i < std::min(problem_.first.size(), size_); ++i)
      std::copy(problem_.first[i].begin(), problem_.first[i].end(),
                now_.variables.begin() + static_cast<std::ptrdiff_t>(i * n_));
    evaluate(now_);
    select();
  }

  void evaluate(Population& of) const {
    const std::size_t count = of.variables.size() / n_;
    of.objectives.resize(count * m_);
    of.violation.resize(count);
    for (std::size_t i = 0; i < count; ++i)
      of.violation[i] = problem_.evaluate(std::span<const double>(of.variables).subspan(i * n_, n_),
                                          std::span(of.objectives).subspan(i * m_, m_));
  }

  void append(const Population& children) {
    now_.variables.insert(now_.variables.end(), children.variables.begin(), children.variables.end());
    now_.objectives.insert(now_.objectives.end(), children.objectives.begin(), children.objectives.end());
    now_.violation.insert(now_.violation.end(), children.violation.begin(), children.violation.end());
  }

  /// Fronts of those that keep the rules; behind them those that do not, each violation a front of its own.
  std::vector<std::size_t> fronts() const {
    const std::size_t count = now_.violation.size();
    std::vector<std::size_t> kept, numbers(count, 0);
    std::vector<double> values, violations;
    for (std::size_t i = 0; i < count; ++i) {
      if (now_.violation[i] > 0) {
        violations.push_back(now_.violation[i]);
        continue;
      }
      kept.push_back(i);
      const auto row = now_.objectives.begin() + static_cast<std::ptrdiff_t>(i * m_);
      values.insert(values.end(), row, row + static_cast<std::ptrdiff_t>(m_));
    }
    const std::vector<std::size_t> inner = front_numbers(values, m_);
    std::size_t next = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      numbers[kept[i]] = inner[i];
      next = std::max(next, inner[i] + 1);
    }
    std::sort(violations.begin(), violations.end());
    violations.erase(std::unique(violations.begin(), violations.end()), violations.end());
    for (std::size_t i = 0; i < count; ++i)
      if (now_.violation[i] > 0)
        numbers[i] =
            next + static_cast<std::size_t>(std::lower_bound(violations.begin(), violations.end(), now_.violation[i]) -
                                            violations.begin());
    return numbers;
  }

  /// Keeps whole fronts while they fit; of the last one those with most room around them, thinned one by one.
  void select() {
    const std::vector<std::size_t> numbers = fronts();
    std::vector<std::vector<std::size_t>> members(*std::max_element(numbers.begin(), numbers.end()) + 1);
    for (std::size_t i = 0; i < numbers.size(); ++i) members[numbers[i]].push_back(i);
    Population kept;
    front_.clear();
    room_.clear();
    for (std::size_t f = 0; f < members.size() && front_.size() < size_; ++f) {
      std::vector<std::size_t>& front = members[f];
      const std::size_t places = size_ - front_.size();
      if (front.size() > places) thin(front, places);
      const std::vector<double> room = crowding_distances(now_.objectives, m_, front);
      for (std::size_t i = 0; i < front.size(); ++i) {
        front_.push_back(f);
        room_.push_back(room[i]);
        for (std::size_t k = 0; k < n_; ++k) kept.variables.push_back(now_.variables[front[i] * n_ + k]);
        for (std::size_t k = 0; k < m_; ++k) kept.objectives.push_back(now_.objectives[front[i] * m_ + k]);
        kept.violation.push_back(now_.violation[front[i]]);
      }
    }
    now_ = std::move(kept);
  }

  /// Takes the most crowded out in rounds, so that neighbours do not leave together (Kukkonen and Deb 2006).
  void thin(std::vector<std::size_t>& front, std::size_t places) const {
    constexpr std::size_t rounds = 8;
    while (front.size() > places) {
      const std::size_t out = std::max<std::size_t>(1, (front.size() - places) / rounds);
      const std::vector<double> room = crowding_distances(now_.objectives, m_, front);
      std::vector<std::size_t> order(front.size());
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::sort(order.begin(), order.end(),
                [&](std::size_t a, std::size_t b) { return room[a] != room[b] ? room[a] < room[b] : a > b; });
      order.resize(out);
      std::sort(order.begin(), order.end(), std::greater<>());
      for (const std::size_t i : order) front.erase(front.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  std::size_t tournament(double u, double v) const {
    const auto a = static_cast<std::size_t>(u * static_cast<double>(size_)),
               b = static_cast<std::size_t>(v * static_cast<double>(size_));
    if (front_[a] != front_[b]) return front_[a] < front_[b] ? a : b;
    return room_[a] >= room_[b] ? a : b;
  }

  void breed(std::span<const double> u, Population& children) const {
    const std::size_t a = tournament(u[0], u[1]), b = tournament(u[2], u[3]);
    const bool mixes = u[4] < options_.crossover;
    std::vector<double> one = part(now_.variables, a, n_), other = part(now_.variables, b, n_);
    for (std::size_t k = 0; k < n_; ++k) {
      const std::span<const double> v = u.subspan(6 + 4 * k, 4);
      if (mixes && v[0] < 0.5) {
        if (problem_.yes_or_no)
          std::swap(one[k], other[k]);
        else
          mix(v[1], one[k], other[k]);
      }
      one[k] = mutated(v[2], one[k]);
      other[k] = mutated(v[3], other[k]);
    }
    children.variables.insert(children.variables.end(), one.begin(), one.end());
    children.variables.insert(children.variables.end(), other.begin(), other.end());
  }

  /// Simulated binary crossover within [0, 1] (Deb and Agrawal 1995); which child takes which side is the draw's
  /// parity.
  void mix(double u, double& one, double& other) const {
    if (std::fabs(one - other) < 1e-14) return;
    const bool turned = u >= 0.5;
    const double at = turned ? 2 * u - 1 : 2 * u; // the draw serves twice
    const double low = std::min(one, other), high = std::max(one, other), power = options_.crossover_index + 1;
    const auto spread = [&](double room) {
      const double alpha = 2 - std::pow(1 + 2 * room / (high - low), -power);
      return at <= 1 / alpha ? std::pow(at * alpha, 1 / power) : std::pow(1 / (2 - at * alpha), 1 / power);
    };
    const double left = std::clamp(0.5 * (low + high - spread(low) * (high - low)), 0.0, 1.0),
                 right = std::clamp(0.5 * (low + high + spread(1 - high) * (high - low)), 0.0, 1.0);
    one = turned ? right : left;
    other = turned ? left : right;
  }

  /// With probability 1/n; the draw below it, scaled up, says where to (Deb and Goyal 1996).
  double mutated(double u, double x) const {
    const double probability = 1 / static_cast<double>(n_);
    if (u >= probability) return x;
    if (problem_.yes_or_no) return 1 - x;
    const double at = u / probability, power = options_.mutation_index + 1;
    const double move = at < 0.5 ? std::pow(2 * at + (1 - 2 * at) * std::pow(1 - x, power), 1 / power) - 1
                                 : 1 - std::pow(2 * (1 - at) + (2 * at - 1) * std::pow(x, power), 1 / power);
    return std::clamp(x + move, 0.0, 1.0);
  }

  const SearchProblem& problem_;
  const Nsga2Options& options_;
  std::size_t n_, m_, size_;
  FactorKey key_;
  Population now_;
  std::vector<std::size_t> front_; ///< of the population
  std::vector<double> room_;
  std::vector<double> draws_;
};

} // namespace

std::vector<SearchPoint> nsga2(const SearchProblem& problem, const Nsga2Options& options) {
  if (problem.variables == 0 || problem.objectives == 0 || !problem.evaluate) throw Error("nothing to search");
  for (const auto& point : problem.first)
    if (point.size() != problem.variables) throw Error("a point to begin with does not fit the problem");
  return Search(problem, options).run();
}

} // namespace rashin::policy

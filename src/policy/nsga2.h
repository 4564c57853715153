#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace rashin::policy {

/// What is searched: points in [0, 1]ⁿ, or ways to say yes (1) or no (0) n times.
struct SearchProblem {
  std::size_t variables = 1;
  std::size_t objectives = 2; ///< made small
  bool yes_or_no = false;
  /// Fills the objectives and returns how far the point breaks its rules (0 = not at all).
  std::function<double(std::span<const double> point, std::span<double> objectives)> evaluate;
  std::vector<std::vector<double>> first; ///< points to begin with; the rest of the population is drawn
};

struct Nsga2Options {
  std::size_t population = 100; ///< made even
  std::size_t generations = 250;
  std::uint64_t seed = 1;
  double crossover = 0.9;      ///< share of pairs that mix
  double crossover_index = 15; ///< of the simulated binary crossover: larger stays closer to the parents
  double mutation_index = 20;  ///< of the polynomial mutation; each variable with probability 1/n
  std::stop_token stop{};      ///< ends after a generation
};

struct SearchPoint {
  std::vector<double> variables, objectives;
  double violation = 0;
};

/// NSGA-II (Deb, Pratap, Agarwal, Meyarivan 2002) with constrained domination: the first front of the last population.
/// A heuristic: nothing proves that the front is whole. Draws are keyed by generation and place, so a seed gives the
/// same bytes everywhere. `evaluate` is called one point after the other.
std::vector<SearchPoint> nsga2(const SearchProblem& problem, const Nsga2Options& options = {});

} // namespace rashin::policy

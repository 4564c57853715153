#include "policy/package_solver.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <glpk.h>

namespace rashin::policy {
namespace {

struct DeleteProblem {
  void operator()(glp_prob* problem) const { glp_delete_prob(problem); }
};

/// Columns: x per option, then loss left per scenario, then (with a tail) the threshold and the excess per scenario.
class Programme {
 public:
  Programme(const PackageProblem& problem, const std::vector<std::size_t>& options)
      : problem_(problem), options_(options), lp_(glp_create_prob()) {
    glp_term_out(GLP_OFF);
    glp_set_obj_dir(lp_.get(), GLP_MIN);
    const int n = static_cast<int>(options.size()), scenarios = static_cast<int>(problem.loss.size());
    left_ = n;
    threshold_ = n + scenarios;
    excess_ = threshold_ + 1;
    const bool tail = problem.tail_weight > 0;
    glp_add_cols(lp_.get(), tail ? excess_ + scenarios : threshold_);
    for (int i = 0; i < n; ++i) {
      glp_set_col_kind(lp_.get(), i + 1, GLP_BV);
      glp_set_obj_coef(lp_.get(), i + 1, option(i).cost);
    }
    for (int s = 0; s < scenarios; ++s) add_scenario(s, tail);
    if (tail) {
      glp_set_col_bnds(lp_.get(), threshold_ + 1, GLP_LO, 0, 0);
      glp_set_obj_coef(lp_.get(), threshold_ + 1, problem.tail_weight);
    }
    add_rules();
  }

  PackageAnswer solve(int seconds) {
    glp_iocp control;
    glp_init_iocp(&control);
    control.presolve = GLP_ON;
    control.tm_lim = seconds * 1000;
    control.mip_gap = 0;
    const int code = glp_intopt(lp_.get(), &control);
    const int status = glp_mip_status(lp_.get());
    PackageAnswer answer;
    answer.exact = code == 0 && status == GLP_OPT;
    if (status != GLP_OPT && status != GLP_FEAS) return answer;
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < options_.size(); ++i)
      if (glp_mip_col_val(lp_.get(), static_cast<int>(i) + 1) > 0.5) chosen.push_back(options_[i]);
    answer.best.push_back(evaluate_package(problem_, std::move(chosen)));
    return answer;
  }

 private:
  using Terms = std::vector<std::pair<int, double>>; // column from 0, coefficient

  const PackageOption& option(int i) const { return problem_.options[options_[static_cast<std::size_t>(i)]]; }
  double probability(int s) const {
    if (problem_.probabilities.empty()) return 1.0 / static_cast<double>(problem_.loss.size());
    return problem_.probabilities[static_cast<std::size_t>(s)];
  }

  void add_row(const Terms& terms, int kind, double bound) {
    const int row = glp_add_rows(lp_.get(), 1);
    glp_set_row_bnds(lp_.get(), row, kind, bound, bound);
    std::vector<int> columns{0};
    std::vector<double> values{0};
    for (const auto& [column, value] : terms) {
      columns.push_back(column + 1);
      values.push_back(value);
    }
    glp_set_mat_row(lp_.get(), row, static_cast<int>(terms.size()), columns.data(), values.data());
  }

  /// left >= loss - sum of what is avoided; tail: excess >= left - threshold.
  void add_scenario(int s, bool tail) {
    glp_set_col_bnds(lp_.get(), left_ + s + 1, GLP_LO, 0, 0);
    glp_set_obj_coef(lp_.get(), left_ + s + 1, (1 - problem_.tail_weight) * probability(s));
    Terms terms{{left_ + s, 1}};
    for (int i = 0; i < left_; ++i) terms.emplace_back(i, option(i).avoided[static_cast<std::size_t>(s)]);
    add_row(terms, GLP_LO, problem_.loss[static_cast<std::size_t>(s)]);
    if (!tail) return;
    glp_set_col_bnds(lp_.get(), excess_ + s + 1, GLP_LO, 0, 0);
    glp_set_obj_coef(lp_.get(), excess_ + s + 1, problem_.tail_weight * probability(s) / problem_.tail);
    add_row({{excess_ + s, 1}, {left_ + s, -1}, {threshold_, 1}}, GLP_LO, 0);
  }

  void add_rules() {
    Terms costs;
    for (int i = 0; i < left_; ++i) {
      costs.emplace_back(i, option(i).cost);
      for (const std::size_t other : option(i).needs) {
        const auto found = std::find(options_.begin(), options_.end(), other);
        if (found == options_.end())
          add_row({{i, 1}}, GLP_UP, 0);
        else
          add_row({{i, 1}, {static_cast<int>(found - options_.begin()), -1}}, GLP_UP, 0);
      }
      for (const std::size_t other : option(i).excludes) {
        const auto found = std::find(options_.begin(), options_.end(), other);
        if (found != options_.end()) add_row({{i, 1}, {static_cast<int>(found - options_.begin()), 1}}, GLP_UP, 1);
      }
    }
    if (std::isfinite(problem_.budget)) add_row(costs, GLP_UP, problem_.budget);
  }

  const PackageProblem& problem_;
  const std::vector<std::size_t>& options_;
  std::unique_ptr<glp_prob, DeleteProblem> lp_;
  int left_ = 0, threshold_ = 0, excess_ = 0; ///< first columns, from 0
};

} // namespace

PackageAnswer solve_programme(const PackageProblem& problem, const std::vector<std::size_t>& options, int seconds) {
  return Programme(problem, options).solve(seconds);
}

} // namespace rashin::policy

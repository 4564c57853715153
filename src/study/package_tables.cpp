#include "study/package_tables.h"

#include "math/statistics.h"
#include "policy/robustness.h"
#include "study/further_runs.h"
#include "study/table_builder.h"

#include <algorithm>

namespace rashin::study {
namespace {

policy::PathwayProbabilities prefix(const RunResult& result, int draws) {
  policy::PathwayProbabilities probabilities = result.probabilities.pathways;
  for (auto& pathway : probabilities) pathway.resize(static_cast<std::size_t>(draws));
  return probabilities;
}

std::string name_of(const Study& study, const ArmPlan& arm) {
  if (arm.options.empty()) return "none";
  if (arm.options.size() == 1) return study.options[arm.options[0]].id;
  for (const Package& package : study.packages) {
    std::vector<std::size_t> members = package.options;
    std::sort(members.begin(), members.end());
    if (members == arm.options) return package.id;
  }
  return {};
}

PackageRow row_of(const Study& study, const RunResult& result, const policy::PathwayProbabilities& probabilities,
                  std::size_t arm) {
  const policy::Arm& played = result.packages.losses[arm];
  PackageRow row;
  row.arm = arm;
  row.named = name_of(study, result.packages.arms[arm]);
  row.cost = math::mean(played.cost);
  row.loss = math::mean(policy::expected_loss(played, probabilities));
  row.burden = row.loss + row.cost;
  for (const std::size_t o : result.packages.arms[arm].options)
    row.lead_days = std::max(row.lead_days, lead_days(study, study.options[o]));
  policy::Arm burdens = played;
  for (std::size_t p = 0; p < burdens.loss.size(); ++p)
    for (std::size_t d = 0; d < played.cost.size(); ++d) burdens.loss[p][d] = played.burden(p, d);
  row.tail_burden = policy::summarize_mixture(burdens, probabilities, nullptr).tail_mean;
  if (const auto& threshold = study.header.failure_threshold)
    row.failure_share = policy::summarize_mixture(played, probabilities, &*threshold).failure_share;
  if (study.budget) {
    row.permitted = row.cost <= study.budget->amount;
    const auto over =
        std::count_if(played.cost.begin(), played.cost.end(), [&](double cost) { return cost > study.budget->amount; });
    row.over_budget = static_cast<double>(over) / static_cast<double>(played.cost.size());
  }
  return row;
}

void mark_frontier(std::vector<PackageRow>& rows) {
  for (PackageRow& row : rows)
    row.frontier = std::none_of(rows.begin(), rows.end(), [&](const PackageRow& other) {
      return other.cost <= row.cost && other.loss <= row.loss && (other.cost < row.cost || other.loss < row.loss);
    });
}

std::string_view yes_no(bool value) {
  return value ? "yes" : "no";
}

std::vector<double> readiness_gain(const Study& study, const RunResult& result, const Technology& technology,
                                   std::size_t index, std::size_t option) {
  const bool substitute = technology.role == need::Role::Substitute;
  const std::string without = substitute ? "none" : study.options[option].id;
  const auto arm = [&](const std::string& id) -> const policy::Arm& {
    for (std::size_t a = 0; a < result.arms.size(); ++a)
      if (result.arms[a].id == id) return result.losses[a];
    throw Error("no arm " + id);
  };
  const policy::Arm &before = arm(without), &after = arm(without + "+" + study.technologies[index].id);
  const std::vector<double>& ready = result.parameters[technology.ready];
  std::vector<double> gain(ready.size(), 0.0);
  for (std::size_t p = 0; p < before.loss.size(); ++p)
    for (std::size_t d = 0; d < gain.size(); ++d) {
      const double first_loss = result.first_loss_day[p][d];
      if (!(ready[d] - 30 <= first_loss && first_loss < ready[d])) continue;
      gain[d] += result.probabilities.pathways[p][d] * (before.burden(p, d) - after.burden(p, d));
    }
  return gain;
}

MarginalRow row_of(std::string kind, std::string of, const std::vector<double>& saved) {
  MarginalRow row{std::move(kind),
                  std::move(of),
                  policy::summarize(saved),
                  saved.size() > 1 ? math::standard_error(saved) : 0,
                  0,
                  static_cast<int>(saved.size())};
  const auto helps = std::count_if(saved.begin(), saved.end(), [](double x) { return x > 0; });
  row.helps = static_cast<double>(helps) / static_cast<double>(saved.size());
  return row;
}

/// A technology thirty days sooner: worth its value of readiness where that brings it in time.
std::optional<MarginalRow> readiness_row(const Study& study, const RunResult& result, std::size_t index) {
  const Technology& technology = study.technologies[index];
  std::optional<MarginalRow> best;
  std::vector<std::size_t> options = technology.options;
  if (technology.role == need::Role::Substitute) options = {0};
  for (const std::size_t o : options) {
    MarginalRow row = row_of("readiness", technology.id, readiness_gain(study, result, technology, index, o));
    if (!best || row.value.mean > best->value.mean) best = std::move(row);
  }
  return best;
}

} // namespace

std::vector<PackageRow> package_rows(const Study& study, const RunResult& result) {
  const PackageRuns& runs = result.packages;
  const auto probabilities = prefix(result, runs.draws);
  std::vector<PackageRow> rows;
  for (std::size_t a = 0; a < runs.arms.size(); ++a) rows.push_back(row_of(study, result, probabilities, a));
  mark_frontier(rows);
  std::stable_sort(rows.begin(), rows.end(), [&](const PackageRow& a, const PackageRow& b) {
    if (a.permitted != b.permitted) return a.permitted;
    if (a.burden != b.burden) return a.burden < b.burden;
    const auto &x = runs.arms[a.arm].options, &y = runs.arms[b.arm].options;
    return x.size() != y.size() ? x.size() < y.size() : x < y;
  });
  if (rows.empty()) return rows;
  const std::vector<double> best = policy::expected_burden(runs.losses[rows[0].arm], probabilities);
  for (PackageRow& row : rows) {
    std::vector<double> behind = policy::expected_burden(runs.losses[row.arm], probabilities);
    for (std::size_t d = 0; d < behind.size(); ++d) behind[d] -= best[d];
    row.behind = math::mean(behind);
    row.behind_error = behind.size() > 1 ? math::standard_error(behind) : 0;
  }
  return rows;
}

ResultTable packages_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  const std::string money = study.header.currency;
  b.text("id", "options joined by +; none")
      .text("named", "package or option of the study with the same members")
      .number("rank", "1", "among those permitted, by loss + cost")
      .number("cost", money, "mean over the draws played")
      .number("over_budget_share", "share", "draws in which it costs more than the budget")
      .number("lead_days", "day", "longest of its options, medians")
      .number("loss", money, "expectation over pathways, mean over the draws played");
  b.number("burden", money, "loss + cost")
      .number("tail_burden", money, "mean of the worst 5 % of loss + cost")
      .number("failure_share", "share", "weight of outcomes with a loss above failure_threshold")
      .text("permitted", "mean cost within the budget")
      .text("frontier", "no other package costs no more and loses less")
      .number("behind", money, "burden above that of the best one permitted")
      .number("behind_error", money, "standard error of sampling, same draws")
      .number("draws", "1", "first draws of the run that packages were played on");
  double rank = 0;
  for (const PackageRow& row : package_rows(study, result)) {
    b.begin_row();
    b.put(result.packages.arms[row.arm].id), b.put(row.named);
    row.permitted ? b.put(++rank) : b.skip();
    b.put(row.cost);
    study.budget ? b.put(row.over_budget) : b.skip();
    b.put(row.lead_days), b.put(row.loss), b.put(row.burden), b.put(row.tail_burden);
    row.failure_share ? b.put(*row.failure_share) : b.skip();
    b.put(yes_no(row.permitted)), b.put(yes_no(row.frontier)), b.put(row.behind), b.put(row.behind_error),
        b.put(static_cast<double>(result.packages.draws));
  }
  return b.finish("packages", {"オプションの組み合わせ", "Packages of options"});
}

std::vector<MarginalRow> marginal_rows(const Study& study, const RunResult& result) {
  std::vector<MarginalRow> rows;
  for (const MarginalRun& run : result.marginal) {
    std::vector<double> saved(run.before.size());
    std::transform(run.before.begin(), run.before.end(), run.after.begin(), saved.begin(), std::minus<>());
    rows.push_back(row_of(run.kind, run.id, saved));
  }
  if (!result.first_loss_day.empty())
    for (std::size_t t = 0; t < study.technologies.size(); ++t)
      if (const auto row = readiness_row(study, result, t)) rows.push_back(*row);
  const auto place = [](const std::string& kind) {
    return kind == "stock-day" ? 0 : kind == "supplier" ? 1 : kind == "lead-time" ? 2 : 3;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const MarginalRow& a, const MarginalRow& b) {
    return place(a.kind) != place(b.kind) ? place(a.kind) < place(b.kind) : a.value.mean > b.value.mean;
  });
  return rows;
}

ResultTable marginal_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "kind.item, kind.option or kind.technology")
      .text("kind", "stock-day, supplier, lead-time or readiness")
      .summary("value", study.header.currency, "loss + cost saved, expectation over pathways")
      .number("value_error", study.header.currency, "standard error of sampling")
      .number("helps_share", "share", "draws in which it saves something")
      .number("draws", "1", "first draws of the run that it was played on");
  for (const MarginalRow& row : marginal_rows(study, result)) {
    b.begin_row();
    b.put(row.kind + "." + row.of), b.put(row.kind), b.put(row.value), b.put(row.error), b.put(row.helps),
        b.put(static_cast<double>(row.draws));
  }
  return b.finish("marginal", {"少しの上積みの価値", "Values of a little more"});
}

} // namespace rashin::study

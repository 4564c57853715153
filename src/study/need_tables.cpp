#include "study/need_tables.h"

#include "math/weighted.h"
#include "study/table_builder.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace rashin::study {
namespace {

/// Loss + cost of an arm per draw, expectation over pathways.
std::vector<double> burden(const RunResult& result, std::size_t arm) {
  return policy::expected_burden(result.losses[arm], result.probabilities.pathways);
}

std::size_t arm_index(const RunResult& result, std::string_view id) {
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    if (result.arms[a].id == id) return a;
  throw Error("no arm " + std::string(id));
}

std::vector<need::Contribution> contributions(const Study& study, const RunResult& result, std::size_t technology) {
  std::vector<need::Contribution> list;
  const Technology& t = study.technologies[technology];
  if (t.role == need::Role::Substitute)
    list.push_back({"", burden(result, 0), burden(result, arm_index(result, "none+" + t.id))});
  for (const std::size_t o : t.options) {
    const std::string& option = study.options[o].id;
    list.push_back(
        {option, burden(result, arm_index(result, option)), burden(result, arm_index(result, option + "+" + t.id))});
  }
  return list;
}

/// By how much an arm's loss and cost exceed another's, by pathway, summed over those that `counts(pathway, draw)`.
template <class Counts>
std::vector<double> difference(const RunResult& result, std::size_t without, std::size_t with, std::size_t draws,
                               Counts counts) {
  const policy::Arm &a = result.losses[without], &b = result.losses[with];
  std::vector<double> sum(draws, 0.0);
  for (std::size_t p = 0; p < a.loss.size(); ++p)
    for (std::size_t d = 0; d < draws; ++d)
      if (counts(p, d)) sum[d] += result.probabilities.pathways[p][d] * (a.burden(p, d) - b.burden(p, d));
  return sum;
}

std::string_view timing_word(Timing timing) {
  switch (timing) {
  case Timing::InTime:
    return "in-time";
  case Timing::AtRisk:
    return "at-risk";
  case Timing::TooLate:
    return "too-late";
  }
  throw Error("unknown timing");
}

} // namespace

std::string iso_day(const Study& study, double day) {
  const auto days = std::chrono::days(static_cast<long>(std::floor(day)));
  return to_iso(Date::on(study.header.as_of.first_day() + days));
}

Timing NeedRow::timing() const {
  return late_share > 0.5 ? Timing::TooLate : late_share > 0.05 ? Timing::AtRisk : Timing::InTime;
}

std::pair<std::vector<double>, std::vector<double>> value_in_time(const Study& study, const RunResult& result,
                                                                  std::size_t technology, const std::string& option,
                                                                  const std::vector<double>& ready) {
  const std::string base = option.empty() ? "none" : option;
  const std::size_t without = arm_index(result, base),
                    with = arm_index(result, base + "+" + study.technologies[technology].id);
  return {difference(result, without, with, ready.size(), [](std::size_t, std::size_t) { return true; }),
          difference(result, without, with, ready.size(),
                     [&](std::size_t p, std::size_t d) { return ready[d] <= result.first_loss_day[p][d]; })};
}

ResultTable readiness_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "technology.option, or technology for a substitute")
      .summary("without", study.header.currency, "loss + cost without it")
      .summary("with", study.header.currency, "loss + cost with it ready in time")
      .summary("value", study.header.currency, "without - with");
  for (std::size_t t = 0; t < study.technologies.size(); ++t)
    for (const auto& c : contributions(study, result, t)) {
      const auto value = need::value_of_readiness(std::span(&c, 1));
      b.begin_row();
      b.put(study.technologies[t].id + (c.option.empty() ? "" : "." + c.option)),
          b.put(policy::summarize(c.without_draws)), b.put(policy::summarize(c.with_draws)),
          b.put(policy::summarize(value.draws));
    }
  return b.finish("readiness", {"間に合った場合の価値", "Value of being ready in time"});
}

ResultTable needs_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "technology")
      .text("technology", "technologies.yaml")
      .text("origin", "supply-chain, asymmetry, framework or domestic")
      .text("role", "support or substitute")
      .text("option", "the option that it serves best");
  b.text("title_ja", "technologies.yaml")
      .text("title_en", "technologies.yaml")
      .text("function_ja", "technologies.yaml")
      .text("function_en", "technologies.yaml")
      .text("reason_ja", "technologies.yaml")
      .text("reason_en", "technologies.yaml");
  b.summary("value", study.header.currency, "value of readiness")
      .number("top_share", "share", "draws among the first top_k")
      .number("top_error", "share", "standard error of sampling");
  for (const char* name : {"needed_p5", "needed_p50", "needed_p95"})
    b.text(name, "first day with a loss, without any option");
  for (const char* name : {"ready_p5", "ready_p50", "ready_p95"}) b.text(name, "usable at the needed capacity");
  b.number("late_share", "share", "outcomes with a loss in which it is ready only after the first loss");
  b.summary("realised", study.header.currency, "value of readiness, counted only where it is ready by the first loss");
  b.text("timing", "in-time, at-risk, or too-late: comes too late unless developed beforehand");
  for (const NeedRow& row : need_rows(study, result)) {
    const Technology& t = study.technologies[row.technology];
    b.begin_row();
    b.put(t.id), b.put(t.id), b.put("supply-chain"), b.put(t.role == need::Role::Support ? "support" : "substitute"),
        b.put(row.option);
    b.put(t.title.ja), b.put(t.title.en), b.put(t.function.ja), b.put(t.function.en), b.put(t.reason.ja),
        b.put(t.reason.en);
    b.put(row.value), b.put(row.top_share), b.put(row.top_error);
    if (row.needed_day)
      b.put(iso_day(study, row.needed_day->p5)), b.put(iso_day(study, row.needed_day->p50)),
          b.put(iso_day(study, row.needed_day->p95));
    else
      b.skip(3);
    b.put(iso_day(study, row.ready_day.p5)), b.put(iso_day(study, row.ready_day.p50)),
        b.put(iso_day(study, row.ready_day.p95)), b.put(row.late_share);
    b.put(row.realised), b.put(timing_word(row.timing()));
  }
  return b.finish("needs", {"技術ニーズ", "Technology needs"});
}

ResultTable need_draws_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "draw, from 0");
  for (const Technology& t : study.technologies) b.number("value_" + t.id, study.header.currency, "value of readiness");
  const auto values = readiness_values(study, result);
  for (std::size_t d = 0; d < static_cast<std::size_t>(result.draws); ++d) {
    b.begin_row();
    b.put(std::to_string(d));
    for (const auto& technology : values) b.put(technology[d]);
  }
  return b.finish("need_draws", {"技術ニーズの標本ごとの値", "Every draw of every need"});
}

std::vector<std::vector<double>> readiness_values(const Study& study, const RunResult& result) {
  std::vector<std::vector<double>> values;
  for (std::size_t t = 0; t < study.technologies.size(); ++t)
    values.push_back(need::value_of_readiness(contributions(study, result, t)).draws);
  return values;
}

std::vector<NeedRow> need_rows(const Study& study, const RunResult& result) {
  std::vector<NeedRow> rows;
  std::vector<std::vector<double>> values;
  constexpr std::array<double, 3> levels{0.05, 0.5, 0.95};
  for (std::size_t t = 0; t < study.technologies.size(); ++t) {
    NeedRow row;
    row.technology = t;
    const auto value = need::value_of_readiness(contributions(study, result, t));
    row.option = value.option;
    row.value = policy::summarize(value.draws);
    values.push_back(value.draws);
    const auto& ready = result.parameters[study.technologies[t].ready];
    row.ready_day = policy::summarize(ready);
    row.realised = policy::summarize(value_in_time(study, result, t, row.option, ready).second);
    std::vector<double> days, weights;
    double late = 0, loss = 0, all = 0;
    for (std::size_t p = 0; p < study.pathways.size(); ++p)
      for (std::size_t d = 0; d < ready.size(); ++d) {
        const double weight = result.probabilities.pathways[p][d], day = result.first_loss_day[p][d];
        all += weight;
        if (!std::isfinite(day) || weight <= 0) continue;
        days.push_back(day), weights.push_back(weight);
        loss += weight;
        if (ready[d] > day) late += weight;
      }
    if (!days.empty()) {
      const auto q = math::weighted_quantiles(days, weights, levels);
      double mean = 0;
      for (std::size_t i = 0; i < days.size(); ++i) mean += days[i] * weights[i] / loss;
      row.needed_day = policy::Summary{mean, q[0], q[1], q[2]};
      row.late_share = late / loss;
    }
    row.loss_share = loss / all;
    rows.push_back(row);
  }
  const auto top = need::share_in_top(values, static_cast<std::size_t>(study.header.top_k));
  for (std::size_t t = 0; t < rows.size(); ++t)
    rows[t].top_share = top[t].share, rows[t].top_error = top[t].standard_error;
  std::stable_sort(rows.begin(), rows.end(), [](const NeedRow& a, const NeedRow& b) {
    return a.top_share != b.top_share ? a.top_share > b.top_share : a.value.mean > b.value.mean;
  });
  return rows;
}

} // namespace rashin::study

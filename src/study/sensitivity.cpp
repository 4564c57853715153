#include "study/sensitivity.h"

#include "study/need_tables.h"
#include "study/table_builder.h"

#include <algorithm>

namespace rashin::study {
namespace {

/// What one run of the pick-freeze design gives: [technology][draw].
struct Values {
  std::vector<std::vector<double>> readiness, realised;
};

/// The value of readiness per draw, and the part of it that falls to outcomes in which the technology is ready by the
/// first loss. `ready` in days, [technology][draw].
Values values_of(const Study& study, const RunResult& result, const std::vector<std::string>& served,
                 const std::vector<std::vector<double>>& ready, std::size_t draws) {
  Values values;
  for (std::size_t t = 0; t < study.technologies.size(); ++t) {
    auto [whole, in_time] = value_in_time(study, result, t, served[t], ready[t]);
    whole.resize(draws), in_time.resize(draws);
    values.readiness.push_back(std::move(whole));
    values.realised.push_back(std::move(in_time));
  }
  return values;
}

std::vector<std::vector<double>> ready_days(const Study& study, const std::vector<std::vector<double>>& parameters) {
  std::vector<std::vector<double>> days;
  for (const Technology& t : study.technologies) days.push_back(parameters[t.ready]);
  return days;
}

/// Of the run's arms those that the value of a technology for the option it serves is made of.
std::vector<ArmPlan> arms_of_values(const Study& study, const RunResult& result,
                                    const std::vector<std::string>& served) {
  std::set<std::string> wanted{result.arms[0].id};
  for (std::size_t t = 0; t < served.size(); ++t) {
    const std::string& option = served[t].empty() ? result.arms[0].id : served[t];
    wanted.insert(option), wanted.insert(option + "+" + study.technologies[t].id);
  }
  std::vector<ArmPlan> arms;
  for (const ArmPlan& arm : result.arms)
    if (wanted.contains(arm.id)) arms.push_back(arm);
  return arms;
}

/// One study, split by link on its first draws.
class Splitter {
 public:
  Splitter(const Study& study, const RunResult& result, const RunOptions& options)
      : study_(study), result_(result), options_(options),
        draws_(static_cast<std::size_t>(std::min(options.sensitivity_draws, result.draws))) {
    for (const NeedRow& row : need_rows(study, result)) served_[row.technology] = row.option;
    for (std::size_t t = 0; t < study.technologies.size(); ++t) options_by_technology_.push_back(served_[t]);
    arms_ = arms_of_values(study, result, options_by_technology_);
    base_ = values_of(study, result, options_by_technology_, ready_days(study, result.parameters), draws_);
  }

  Result<Sensitivity> split() {
    const auto plan = make_draw_plan(result_.seed, study_.correlations);
    if (!plan) return plan.diagnostics();
    const auto other = play(plan->picked(Stream::B, {}), 0);
    if (!other) return other.diagnostics();
    std::vector<Values> mixed;
    for (const Link link : chain_links) {
      const auto values = play(plan->picked(Stream::A, factors_of(study_, link)), 1 + mixed.size());
      if (!values) return values.diagnostics();
      mixed.push_back(*values);
    }
    Sensitivity found{static_cast<int>(draws_), {}, std::move(courses_)};
    const auto indices = [&](auto part, std::size_t t) {
      std::vector<std::vector<double>> ab;
      for (const Values& values : mixed) ab.push_back((values.*part)[t]);
      return math::pick_freeze_indices((base_.*part)[t], ((*other).*part)[t], ab,
                                       {.confidence = 0.9, .seed = result_.seed});
    };
    for (std::size_t t = 0; t < study_.technologies.size(); ++t)
      found.needs.push_back({indices(&Values::readiness, t), indices(&Values::realised, t)});
    return found;
  }

 private:
  /// Whether nothing that an arm, a shock or a probability reads differs from the study's own draws.
  bool is_felt(const std::vector<std::vector<double>>& drawn, const pathway::TreeProbabilities& tree) const {
    std::set<ParameterIndex> unread; // judged values are never added to anything
    for (const Technology& t : study_.technologies) unread.insert(t.ready);
    for (ParameterIndex p = 0; p < drawn.size(); ++p)
      if (study_.parameters[p].link == Link::Judged) unread.insert(p);
    const auto differs = [&](const std::vector<double>& values, const std::vector<double>& own) {
      return !std::equal(values.begin(), values.end(), own.begin());
    };
    for (std::size_t p = 0; p < drawn.size(); ++p)
      if (!unread.contains(p) && differs(drawn[p], result_.parameters[p])) return true;
    for (std::size_t p = 0; p < tree.pathways.size(); ++p)
      if (differs(tree.pathways[p], result_.probabilities.pathways[p])) return true;
    return false;
  }

  /// One run of the design, the `number`th of them.
  Result<Values> play(const DrawPlan& plan, std::size_t number) {
    std::vector<std::vector<double>> drawn(study_.parameters.size(), std::vector<double>(draws_));
    for (std::size_t p = 0; p < drawn.size(); ++p) draw_values(study_.parameters[p], plan, 0, drawn[p]);
    const auto ready = ready_days(study_, drawn);
    if (!is_felt(drawn, pathway::draw_probabilities(study_.tree, plan, 0, draws_)))
      return values_of(study_, result_, options_by_technology_, ready, draws_);
    RunOptions own = options_;
    own.plan = &plan;
    own.draws = static_cast<int>(draws_);
    own.arms = &arms_;
    own.totals_only = true;
    own.sensitivity_draws = 0;
    own.needs_played = own.arms_played = nullptr;
    own.part = "split-" + std::to_string(number);
    own.earlier.push_back(&result_.courses);
    constexpr double runs = 1 + chain_links.size();
    const auto at = static_cast<double>(number);
    own.progress = part_of(options_.progress, at / runs, (at + 1) / runs);
    const auto result = run(study_, own);
    if (!result) return result.diagnostics();
    courses_.insert(result->courses.begin(), result->courses.end());
    return values_of(study_, *result, options_by_technology_, ready, draws_);
  }

  const Study& study_;
  const RunResult& result_;
  const RunOptions& options_;
  std::size_t draws_;
  std::map<std::size_t, std::string> served_;
  std::vector<std::string> options_by_technology_;
  std::vector<ArmPlan> arms_;
  Values base_;
  CourseBook courses_;
};

} // namespace

std::set<std::string> factors_of(const Study& study, Link link) {
  std::set<std::string> names;
  if (link == Link::Tree) names.insert("tree/");
  for (const Quantity& q : study.parameters) {
    if (q.link != link) continue;
    names.insert(q.factor);
    if (!q.people.empty()) names.insert(q.factor + "/believed");
  }
  return names;
}

Result<Sensitivity> sensitivity(const Study& study, const RunResult& result, const RunOptions& options) {
  return Splitter(study, result, options).split();
}

bool is_told(const math::SobolIndices& indices, const math::SensitivityIndex& index) {
  return indices.variance > 0 && index.high - index.low <= 1;
}

std::optional<LeadingLink> leading_link(const Sensitivity& split, const std::vector<std::size_t>& technologies,
                                        bool realised) {
  const auto of = [&](std::size_t t) -> const math::SobolIndices& {
    return realised ? split.needs[t].realised : split.needs[t].readiness;
  };
  LeadingLink lead;
  for (const std::size_t t : technologies) {
    const math::SobolIndices& indices = of(t);
    const auto told = [&](const math::SensitivityIndex& index) { return is_told(indices, index); };
    if (std::all_of(indices.total.begin(), indices.total.end(), told)) lead.technologies.push_back(t);
  }
  if (lead.technologies.empty()) return std::nullopt;
  std::array<math::SensitivityIndex, chain_links.size()> mean{};
  std::array<std::size_t, chain_links.size()> order{};
  const double part = 1.0 / static_cast<double>(lead.technologies.size());
  for (std::size_t k = 0; k < mean.size(); ++k) {
    order[k] = k;
    for (const std::size_t t : lead.technologies) {
      const auto& total = of(t).total[k];
      mean[k].value += part * total.value, mean[k].low += part * total.low, mean[k].high += part * total.high;
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return mean[a].value > mean[b].value; });
  const auto &first = mean[order[0]], &second = mean[order[1]];
  lead.link = chain_links[order[0]], lead.total = first.value;
  lead.second = chain_links[order[1]], lead.second_total = second.value;
  lead.told_apart = first.low > second.high;
  return lead;
}

std::string_view link_word(Link link) {
  switch (link) {
  case Link::Tree:
    return "tree";
  case Link::Network:
    return "network";
  case Link::OptionEffects:
    return "option-effects";
  case Link::TechnologyDates:
    return "technology-dates";
  case Link::Judged:
    return "judged";
  }
  throw Error("unknown link");
}

LocalizedText link_title(Link link) {
  switch (link) {
  case Link::Tree:
    return {"事態の展開（経路の確率と衝撃）", "how the event unfolds (probabilities, shocks)"};
  case Link::Network:
    return {"供給網の数値", "figures of the supply network"};
  case Link::OptionEffects:
    return {"政策と技術の効果", "effects of options and technologies"};
  case Link::TechnologyDates:
    return {"技術の実用化時期", "dates of the technologies"};
  case Link::Judged:
    return {"判断による影響", "judged impacts"};
  }
  throw Error("unknown link");
}

ResultTable sensitivity_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "technology.measure.link")
      .text("technology", "technologies.yaml")
      .text("measure", "readiness: value of readiness; realised: only where it is ready by the first loss")
      .text("link", "link of the chain");
  for (const char* index : {"first", "total"})
    for (const char* part : {"", "_low", "_high"})
      b.number(std::string(index) + part, "share",
               std::string(index) == "first"
                   ? "of the variance, by this link alone; missing: hardly any draw has a value"
                   : "of the variance, by this link and what it has with others");
  b.number("draws", "1", "K: the first draws, on which it was computed; intervals hold 90 % of their sampling error");
  for (std::size_t t = 0; result.sensitivity && t < study.technologies.size(); ++t)
    for (const bool realised : {false, true}) {
      const LinkVariance& variance = result.sensitivity->needs[t];
      const math::SobolIndices& indices = realised ? variance.realised : variance.readiness;
      const std::string measure = realised ? "realised" : "readiness";
      for (std::size_t k = 0; k < chain_links.size(); ++k) {
        const std::string link(link_word(chain_links[k]));
        b.begin_row();
        b.put(study.technologies[t].id + "." + measure + "." + link), b.put(study.technologies[t].id), b.put(measure),
            b.put(link);
        for (const auto& index : {indices.first[k], indices.total[k]})
          if (is_told(indices, index))
            b.put(index.value), b.put(index.low), b.put(index.high);
          else
            b.skip(3);
        b.put(static_cast<double>(result.sensitivity->draws));
      }
    }
  return b.finish("sensitivity", {"分散への寄与（連鎖の環ごと）", "Share of the variance by link of the chain"});
}

} // namespace rashin::study

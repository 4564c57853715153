#include "study/ranking.h"

#include "study/need_tables.h"
#include "study/table_builder.h"

#include <algorithm>
#include <numeric>

namespace rashin::study {
namespace {

/// Scores of one criterion, [technology][draw], in its unit.
using Scores = std::vector<std::vector<double>>;

std::vector<double> shares_in_time(const RunResult& result, const std::vector<double>& ready) {
  std::vector<double> share(ready.size(), 1.0); // where nothing is lost, nothing comes too late
  for (std::size_t d = 0; d < ready.size(); ++d) {
    double lost = 0, in_time = 0;
    for (std::size_t p = 0; p < result.first_loss_day.size(); ++p) {
      if (!std::isfinite(result.first_loss_day[p][d])) continue;
      const double weight = result.probabilities.pathways[p][d];
      lost += weight;
      if (ready[d] <= result.first_loss_day[p][d]) in_time += weight;
    }
    if (lost > 0) share[d] = in_time / lost;
  }
  return share;
}

std::vector<double> option_cost(const RunResult& result, const std::string& option) {
  for (const policy::Arm& arm : result.losses)
    if (!option.empty() && arm.id == option) return arm.cost;
  return std::vector<double>(static_cast<std::size_t>(result.draws), 0.0);
}

std::vector<double> judged(const Study& study, const RunResult& result, ParameterIndex index) {
  std::vector<double> values = result.parameters[index];
  const double factor = convert(1, study.parameters[index].unit, parse_unit("1", {}).value(), {}).value();
  for (double& value : values) value *= factor;
  return values;
}

Scores scores_of(const Study& study, const RunResult& result, const RankCriterion& criterion,
                 const std::vector<std::string>& served, const Scores& readiness) {
  Scores scores;
  for (std::size_t t = 0; t < study.technologies.size(); ++t) switch (criterion.measure) {
    case CriterionMeasure::Readiness:
      scores.push_back(readiness[t]);
      break;
    case CriterionMeasure::InTime:
      scores.push_back(shares_in_time(result, result.parameters[study.technologies[t].ready]));
      break;
    case CriterionMeasure::OptionCost:
      scores.push_back(option_cost(result, served[t]));
      break;
    case CriterionMeasure::Judged:
      scores.push_back(judged(study, result, criterion.scores[t].value()));
      break;
    }
  return scores;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Both methods on the mean scores, with the mean weights.
void cross_check(Ranking& ranking, const std::vector<need::Criterion>& criteria) {
  need::ScoreTable table{ranking.technologies.size(), criteria, {}};
  for (std::size_t k = 0; k < criteria.size(); ++k) table.criteria[k].weight = ranking.weights[k];
  for (std::size_t t = 0; t < table.alternatives; ++t)
    for (std::size_t k = 0; k < criteria.size(); ++k) table.scores.push_back(ranking.means[k][t]);
  ranking.topsis = need::topsis(table, need::Normalisation::Goalposts);
  ranking.promethee = need::promethee(table, std::vector<need::Preference>(criteria.size())).net;
  const auto first = [](const std::vector<double>& values) {
    return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
  };
  ranking.topsis_first = first(ranking.topsis);
  ranking.promethee_first = first(ranking.promethee);
}

std::vector<double> mean_weights(const need::WeightDraws& weights, std::size_t draws) {
  std::vector<double> drawn(weights.criteria() * draws), means;
  weights.fill(0, drawn);
  for (std::size_t k = 0; k < weights.criteria(); ++k)
    means.push_back(mean_of({drawn.begin() + static_cast<std::ptrdiff_t>(k * draws),
                             drawn.begin() + static_cast<std::ptrdiff_t>((k + 1) * draws)}));
  return means;
}

} // namespace

std::optional<Ranking> rank_technologies(const Study& study, const RunResult& result) {
  const std::size_t n = study.technologies.size(), draws = static_cast<std::size_t>(result.draws);
  if (study.criteria.empty() || n < 2) return std::nullopt;
  std::vector<std::string> served(n);
  for (const NeedRow& row : need_rows(study, result)) served[row.technology] = row.option;
  const Scores readiness = readiness_values(study, result);
  std::vector<need::Criterion> criteria;
  std::vector<Scores> scores;
  Ranking ranking;
  for (const RankCriterion& c : study.criteria) {
    criteria.push_back({c.id, c.best > c.worst, 1, c.worst, c.best});
    scores.push_back(scores_of(study, result, c, served, readiness));
    ranking.means.emplace_back();
    for (const auto& values : scores.back()) ranking.means.back().push_back(mean_of(values));
  }
  std::vector<need::WeightStatement> statements;
  for (const RankWeights& weights : study.weights) statements.push_back(weights.statement);
  const auto weights = need::WeightDraws::make(criteria.size(), statements, result.seed).value();
  // The last lanes may lie beyond the draws: they are filled like the last draw and not counted.
  const need::ScoreDraws fill = [&](std::uint64_t first, std::size_t count, std::span<double> out) {
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t k = 0; k < criteria.size(); ++k)
        for (std::size_t d = 0; d < count; ++d)
          out[(t * criteria.size() + k) * count + d] =
              need::between_goalposts(criteria[k], scores[k][t][std::min<std::size_t>(first + d, draws - 1)]);
  };
  ranking.technologies =
      need::smaa(n, fill, weights, {.draws = draws, .confidence_draws = std::min<std::size_t>(draws, 1000)});
  ranking.weights = mean_weights(weights, draws);
  ranking.order.resize(n);
  std::iota(ranking.order.begin(), ranking.order.end(), std::size_t{0});
  std::stable_sort(ranking.order.begin(), ranking.order.end(), [&](std::size_t a, std::size_t b) {
    return ranking.technologies[a].expected_rank < ranking.technologies[b].expected_rank;
  });
  cross_check(ranking, criteria);
  return ranking;
}

std::vector<ResultTable> ranking_tables(const Study& study, const RunResult& result) {
  TableBuilder all, ranks, central, pairs;
  all.text("id", "technology").number("expected_rank", "1", "mean over draws, from 1");
  all.number("confidence", "share", "draws in which it is first under its central weights")
      .number("topsis", "1", "closeness to the best goalposts at mean scores and weights")
      .number("promethee", "1", "net flow of PROMETHEE II, usual preference, at mean scores and weights");
  ranks.text("id", "technology.rank").text("technology", "technologies.yaml").number("rank", "1", "1 is best");
  ranks.number("acceptability", "share", "draws in which it holds the rank")
      .number("standard_error", "share", "of the sampling");
  central.text("id", "technology.criterion").text("technology", "technologies.yaml").text("criterion", "study.yaml");
  central.number("weight", "share", "mean weights of the draws in which it is first; missing: it never is");
  pairs.text("id", "technology.other").text("technology", "technologies.yaml").text("other", "technologies.yaml");
  pairs.number("winning", "share", "draws in which it ranks before the other; ties count half");
  if (const auto ranking = rank_technologies(study, result))
    for (const std::size_t t : ranking->order) {
      const std::string& id = study.technologies[t].id;
      const need::SmaaAlternative& a = ranking->technologies[t];
      all.begin_row();
      all.put(id), all.put(a.expected_rank), all.put(a.confidence), all.put(ranking->topsis[t]),
          all.put(ranking->promethee[t]);
      for (std::size_t r = 0; r < a.acceptability.size(); ++r) {
        ranks.begin_row();
        ranks.put(id + "." + std::to_string(r + 1)), ranks.put(id), ranks.put(static_cast<double>(r + 1));
        ranks.put(a.acceptability[r]), ranks.put(a.standard_error[r]);
      }
      for (std::size_t k = 0; k < study.criteria.size(); ++k) {
        central.begin_row();
        central.put(id + "." + study.criteria[k].id), central.put(id), central.put(study.criteria[k].id);
        if (a.central_weight.empty())
          central.skip();
        else
          central.put(a.central_weight[k]);
      }
      for (std::size_t other = 0; other < study.technologies.size(); ++other) {
        if (other == t) continue;
        pairs.begin_row();
        pairs.put(id + "." + study.technologies[other].id), pairs.put(id), pairs.put(study.technologies[other].id);
        pairs.put(a.winning[other]);
      }
    }
  return {all.finish("ranking", {"多基準の順位", "Ranking by several criteria"}),
          ranks.finish("rank_acceptability", {"順位ごとの受容度", "Acceptability of each rank"}),
          central.finish("rank_weights", {"首位となる重みの中心", "Weights under which each comes first"}),
          pairs.finish("rank_pairs", {"一対の勝率", "Pairwise winning"})};
}

} // namespace rashin::study

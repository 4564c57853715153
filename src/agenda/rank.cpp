// Columns are ranked each for itself; only then do their places meet, under weights between origins that are drawn.
#include "agenda/join.h"

#include <algorithm>
#include <numeric>

namespace rashin::agenda {
namespace {

/// 1 for the first, 1 − (rank − 1)/n for the others, ties in the middle of their ranks; 0 where the value is no value.
void set_places(Column& column, std::size_t draws) {
  const double n = static_cast<double>(column.entries.size());
  for (Entry& entry : column.entries) entry.places.assign(draws, 0.0);
  for (std::size_t d = 0; d < draws; ++d)
    for (Entry& entry : column.entries) {
      if (entry.values[d] <= 0) continue;
      double better = 0, equal = 0;
      for (const Entry& other : column.entries) {
        better += other.values[d] > entry.values[d];
        equal += &other != &entry && other.values[d] == entry.values[d];
      }
      entry.places[d] = 1 - (better + equal / 2) / n;
    }
}

std::vector<need::WeightStatement> statements_of(const Agenda& agenda, std::optional<std::size_t> person) {
  std::vector<need::WeightStatement> statements;
  for (std::size_t w = 0; w < agenda.weights.size(); ++w)
    if (w != person) statements.push_back(agenda.weights[w].statement);
  return statements;
}

/// [origin][row][draw]: the best place in a column of the origin.
std::vector<double> scores_of(const AgendaResult& result, std::optional<std::size_t> left_out) {
  const std::size_t n = result.rows.size(), draws = static_cast<std::size_t>(result.draws);
  std::vector<double> scores(all_origins.size() * n * draws, 0.0);
  for (std::size_t c = 0; c < result.columns.size(); ++c) {
    if (c == left_out) continue;
    const auto origin = static_cast<std::size_t>(result.columns[c].origin);
    for (const Entry& entry : result.columns[c].entries) {
      double* best = &scores[(origin * n + entry.row) * draws];
      for (std::size_t d = 0; d < draws; ++d) best[d] = std::max(best[d], entry.places[d]);
    }
  }
  return scores;
}

std::vector<std::size_t> first_of(const Ranking& ranking) {
  return {ranking.order.begin(),
          ranking.order.begin() + static_cast<std::ptrdiff_t>(std::min(first_places, ranking.order.size()))};
}

std::vector<std::size_t> missing_in(const std::vector<std::size_t>& list, const std::vector<std::size_t>& other) {
  std::vector<std::size_t> missing;
  for (const std::size_t each : list)
    if (std::find(other.begin(), other.end(), each) == other.end()) missing.push_back(each);
  return missing;
}

} // namespace

void rank_columns(const Agenda& agenda, AgendaResult& result) {
  for (Column& column : result.columns) {
    std::vector<std::vector<double>> values;
    for (const Entry& entry : column.entries) values.push_back(entry.values);
    const auto top = need::share_in_top(values, static_cast<std::size_t>(agenda.top_k));
    for (std::size_t e = 0; e < column.entries.size(); ++e) {
      column.entries[e].top = top[e];
      // That a list names a field says too little of each technology in it.
      const bool named = !column.list || column.entries[e].values.front() == value_of_name;
      column.entries[e].acceptable = named && top[e].share >= agenda.threshold;
    }
    set_places(column, static_cast<std::size_t>(result.draws));
  }
}

Ranking rank_rows(const Agenda& agenda, const AgendaResult& result, std::optional<std::size_t> left_out,
                  std::optional<std::size_t> person) {
  const std::size_t n = result.rows.size(), origins = all_origins.size();
  const std::size_t draws = static_cast<std::size_t>(result.draws);
  const std::vector<double> scores = scores_of(result, left_out);
  const auto weights = need::WeightDraws::make(origins, statements_of(agenda, person), agenda.seed).value();
  // The last lanes may lie beyond the draws: they are filled like the last draw and not counted.
  const need::ScoreDraws fill = [&](std::uint64_t first, std::size_t count, std::span<double> out) {
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t k = 0; k < origins; ++k)
        for (std::size_t d = 0; d < count; ++d)
          out[(t * origins + k) * count + d] =
              scores[(k * n + t) * draws + std::min<std::size_t>(first + d, draws - 1)];
  };
  Ranking ranking{need::smaa(n, fill, weights, {.draws = draws, .confidence_draws = 0}), {}, {}};
  for (const need::SmaaAlternative& row : ranking.rows)
    ranking.top.push_back(std::accumulate(
        row.acceptability.begin(),
        row.acceptability.begin() + static_cast<std::ptrdiff_t>(std::min(first_places, row.acceptability.size())),
        0.0));
  ranking.order.resize(n);
  std::iota(ranking.order.begin(), ranking.order.end(), std::size_t{0});
  std::stable_sort(ranking.order.begin(), ranking.order.end(), [&](std::size_t a, std::size_t b) {
    return ranking.rows[a].expected_rank < ranking.rows[b].expected_rank;
  });
  return ranking;
}

std::vector<WithoutOne> leave_out(const Agenda& agenda, const AgendaResult& result) {
  const auto before = first_of(result.ranking);
  std::vector<WithoutOne> all;
  const auto add = [&](WithoutOne one, const Ranking& ranking) {
    one.first = first_of(ranking);
    one.out = missing_in(before, one.first), one.in = missing_in(one.first, before);
    one.new_first = !before.empty() && before.front() != one.first.front();
    all.push_back(std::move(one));
  };
  for (std::size_t c = 0; c < result.columns.size(); ++c) {
    const Column& column = result.columns[c];
    const std::string kind = column.run ? "run" : std::string(origin_word(column.origin));
    add({kind, column.id, column.title, {}, {}, {}, false}, rank_rows(agenda, result, c, std::nullopt));
  }
  if (agenda.weights.size() > 1)
    for (std::size_t w = 0; w < agenda.weights.size(); ++w) {
      const std::string& by = agenda.weights[w].statement.by;
      add({"person", by, {by, by}, {}, {}, {}, false}, rank_rows(agenda, result, std::nullopt, w));
    }
  return all;
}

std::vector<WithinRun> within_runs(const Agenda& agenda, const std::vector<FinishedRun>& runs,
                                   const AgendaResult& result) {
  const auto first = first_of(result.ranking);
  std::vector<WithinRun> list;
  for (std::size_t r = 0; r < runs.size(); ++r)
    for (std::size_t c = 0; c < runs[r].changes.size(); ++c) {
      WithinRun within{r, c, {}};
      for (const std::string& id : runs[r].changes[c].out)
        for (const RunNeed& need : runs[r].needs) {
          if (need.id != id) continue;
          const std::size_t row = row_of(agenda, result, runs[r].id, need.technology);
          const bool listed = std::find(first.begin(), first.end(), row) != first.end();
          if (listed && std::find(within.rows.begin(), within.rows.end(), row) == within.rows.end())
            within.rows.push_back(row);
        }
      if (!within.rows.empty()) list.push_back(std::move(within));
    }
  return list;
}

} // namespace rashin::agenda

#include "assessment/changes.h"

#include "balance/composite.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

namespace rashin::assessment {
namespace {

using Rows = std::map<std::pair<std::size_t, std::size_t>, const AsymmetryRow*>; ///< by technology and axis

Rows compared(const RunResult& result) {
  Rows rows;
  for (const AsymmetryRow& row : result.asymmetries)
    if (row.versus == "all" && row.result) rows[{row.part, row.axis}] = &row;
  return rows;
}

/// The technologies and axes of the largest table without a gap: of the sets of axes that some technology has, the one
/// with most cells; of two alike the one with more axes.
std::pair<std::vector<std::size_t>, std::vector<std::size_t>> whole_block(const Rows& rows) {
  std::map<std::size_t, std::set<std::size_t>> axes_of;
  for (const auto& [key, row] : rows) axes_of[key.first].insert(key.second);
  std::set<std::set<std::size_t>> candidates;
  for (const auto& [part, own] : axes_of)
    for (const auto& [other, theirs] : axes_of) {
      std::set<std::size_t> both;
      std::set_intersection(own.begin(), own.end(), theirs.begin(), theirs.end(), std::inserter(both, both.end()));
      candidates.insert(both);
    }
  std::pair<std::vector<std::size_t>, std::vector<std::size_t>> best;
  for (const std::set<std::size_t>& axes : candidates) {
    std::vector<std::size_t> parts;
    for (const auto& [part, own] : axes_of)
      if (std::includes(own.begin(), own.end(), axes.begin(), axes.end())) parts.push_back(part);
    const std::size_t cells = parts.size() * axes.size(), most = best.first.size() * best.second.size();
    if (parts.size() < 2 || axes.empty() || cells < most || (cells == most && axes.size() <= best.second.size()))
      continue;
    best = {std::move(parts), {axes.begin(), axes.end()}};
  }
  return best;
}

/// People's statements on the axes of the block; nothing said of an axis is as the statement leaves it.
std::vector<need::WeightStatement> statements_on(const Assessment& assessment, const std::vector<std::size_t>& axes) {
  std::vector<need::WeightStatement> statements;
  for (const study::RankWeights& weights : assessment.common.weights) {
    need::WeightStatement s = weights.statement, cut = s;
    cut.order.clear(), cut.low.clear(), cut.high.clear();
    for (const std::size_t axis : s.order)
      if (const auto at = std::find(axes.begin(), axes.end(), axis); at != axes.end())
        cut.order.push_back(static_cast<std::size_t>(at - axes.begin()));
    double lows = 0, highs = 0;
    for (const std::size_t axis : axes)
      if (!s.low.empty()) {
        cut.low.push_back(s.low[axis]), cut.high.push_back(s.high[axis]);
        lows += s.low[axis], highs += s.high[axis];
      }
    // Bounds on all axes may leave no weights on some of them: they then say nothing there.
    const bool no_room = cut.kind == need::WeightStatement::Kind::Interval && !(lows <= 1 && highs >= 1);
    if (no_room || (cut.kind == need::WeightStatement::Kind::Swing && !(lows > 0)))
      cut.kind = need::WeightStatement::Kind::Free;
    statements.push_back(std::move(cut));
  }
  return statements;
}

std::vector<std::size_t> first_needs(const std::vector<NeedRow>& rows, std::size_t k) {
  std::vector<std::size_t> first;
  for (std::size_t n = 0; n < std::min(k, rows.size()); ++n) first.push_back(rows[n].need);
  return first;
}

std::vector<std::size_t> parts_in_order(const std::optional<AxisRanking>& ranking) {
  std::vector<std::size_t> parts;
  if (ranking)
    for (const std::size_t at : ranking->order) parts.push_back(ranking->parts[at]);
  return parts;
}

Turn turn_of(std::vector<std::size_t> before, std::vector<std::size_t> after, std::size_t k) {
  before.resize(std::min(k, before.size())), after.resize(std::min(k, after.size()));
  if (before == after) return Turn::Same;
  std::sort(before.begin(), before.end()), std::sort(after.begin(), after.end());
  return before == after ? Turn::Order : Turn::Members;
}

void compare(const Assessment& assessment, const RunResult& before, const std::vector<NeedRow>& needs,
             const std::optional<AxisRanking>& ranking, ChangeRow& row) {
  const auto k = static_cast<std::size_t>(assessment.common.header.top_k);
  const auto first = first_needs(before.needs, k), now = first_needs(needs, k);
  row.needs = turn_of(first, now, k);
  for (const std::size_t need : first)
    if (std::find(now.begin(), now.end(), need) == now.end()) row.out.push_back(need);
  for (const std::size_t need : now)
    if (std::find(first.begin(), first.end(), need) == first.end()) row.in.push_back(need);
  row.order = parts_in_order(ranking);
  row.technologies = turn_of(parts_in_order(before.ranking), row.order, k);
}

/// Needs that have no other asymmetry behind them.
std::vector<bool> needs_on(const Assessment& assessment, const std::set<std::size_t>& axes) {
  std::vector<bool> gone;
  for (const Need& need : assessment.needs)
    gone.push_back(std::all_of(need.behind.begin(), need.behind.end(),
                               [&](const Behind& behind) { return axes.contains(behind.axis); }));
  return gone;
}

ChangeRow without_axis(const Assessment& assessment, const RunResult& result, std::size_t axis) {
  ChangeRow row;
  row.id = assessment.axes[axis].id;
  for (const AsymmetryRow& each : result.asymmetries)
    row.left_out += each.axis == axis && each.versus == "all" && each.result ? 1 : 0;
  const WithoutAxes without = without_axes(assessment, result, {axis});
  compare(assessment, result, without.needs, without.ranking, row);
  return row;
}

std::vector<std::string> people(const Assessment& assessment) {
  std::set<std::string> names;
  for (const Quantity& q : assessment.common.parameters) {
    for (const PersonValue& person : q.people) names.insert(person.by);
    if (q.people.empty() && q.claims.empty()) names.insert(q.by);
  }
  for (const study::RankWeights& weights : assessment.common.weights) names.insert(weights.statement.by);
  names.erase("");
  names.erase("example"); // nobody: counted as illustrative elsewhere
  return {names.begin(), names.end()};
}

} // namespace

std::optional<AxisRanking> rank_by_axes(const Assessment& assessment, const RunResult& result,
                                        const std::set<std::size_t>& left_out) {
  const Rows rows = compared(result);
  AxisRanking ranking;
  std::tie(ranking.parts, ranking.axes) = whole_block(rows);
  const std::size_t n = ranking.parts.size(), axes = ranking.axes.size();
  const bool none =
      std::all_of(ranking.axes.begin(), ranking.axes.end(), [&](std::size_t axis) { return left_out.contains(axis); });
  if (n < 2 || none) return std::nullopt;
  const auto draws = static_cast<std::size_t>(result.draws);
  const auto weights = need::WeightDraws::make(axes, statements_on(assessment, ranking.axes), result.seed).value();
  // The last lanes may lie beyond the draws: they are filled like the last draw and not counted.
  const need::ScoreDraws fill = [&](std::uint64_t first, std::size_t count, std::span<double> out) {
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t k = 0; k < axes; ++k) {
        const AsymmetryRow& row = *rows.at({ranking.parts[t], ranking.axes[k]});
        const auto scale = static_cast<balance::AxisScale>(assessment.axes[ranking.axes[k]].scale);
        const bool out_of_it = left_out.contains(ranking.axes[k]);
        for (std::size_t d = 0; d < count; ++d) {
          const double draw = row.result->draws[std::min<std::size_t>(first + d, draws - 1)];
          // An axis left out tells no technology from another, whatever its weight.
          out[(t * axes + k) * count + d] = out_of_it ? 0.5 : (balance::on_common_scale(draw, scale) + 1) / 2;
        }
      }
  };
  ranking.places =
      need::smaa(n, fill, weights, {.draws = draws, .confidence_draws = std::min<std::size_t>(draws, 1000)});
  ranking.order.resize(n);
  std::iota(ranking.order.begin(), ranking.order.end(), std::size_t{0});
  std::stable_sort(ranking.order.begin(), ranking.order.end(), [&](std::size_t a, std::size_t b) {
    return ranking.places[a].expected_rank < ranking.places[b].expected_rank;
  });
  return ranking;
}

WithoutAxes without_axes(const Assessment& assessment, const RunResult& result, const std::set<std::size_t>& axes) {
  return {need_rows(assessment, result, needs_on(assessment, axes)), rank_by_axes(assessment, result, axes)};
}

WithoutPerson without_person(const Assessment& assessment, const std::string& by) {
  WithoutPerson result{assessment, 0, 0};
  for (Quantity& q : result.assessment.common.parameters) {
    if (q.people.empty()) {
      result.alone += q.claims.empty() && q.by == by ? 1 : 0;
      continue;
    }
    const auto said = static_cast<std::size_t>(
        std::count_if(q.people.begin(), q.people.end(), [&](const PersonValue& p) { return p.by == by; }));
    if (said == 0) continue;
    if (said == q.people.size()) {
      ++result.alone;
      continue;
    }
    std::erase_if(q.people, [&](const PersonValue& p) { return p.by == by; });
    ++result.left_out;
  }
  auto& weights = result.assessment.common.weights;
  const auto mine = [&](const study::RankWeights& w) { return w.statement.by == by; };
  const auto count = std::count_if(weights.begin(), weights.end(), mine);
  if (count > 0 && static_cast<std::size_t>(count) == weights.size()) ++result.alone;
  if (count > 0 && static_cast<std::size_t>(count) < weights.size()) std::erase_if(weights, mine), ++result.left_out;
  return result;
}

std::vector<ChangeRow> leave_each_out(const Assessment& assessment, const RunResult& result,
                                      const RunOptions& options) {
  std::vector<ChangeRow> rows;
  for (std::size_t a = 0; a < assessment.axes.size(); ++a) rows.push_back(without_axis(assessment, result, a));
  for (const std::string& by : people(assessment)) {
    const WithoutPerson other = without_person(assessment, by);
    ChangeRow row;
    row.person = true, row.id = by, row.left_out = other.left_out, row.alone = other.alone;
    if (other.left_out > 0) {
      const auto computed = compute(other.assessment, options);
      if (!computed) return rows; // stopped
      compare(assessment, result, computed->needs, computed->ranking, row);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace rashin::assessment

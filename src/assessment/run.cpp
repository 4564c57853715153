#include "assessment/changes.h"
#include "math/parallel.h"
#include "math/statistics.h"

#include <algorithm>
#include <chrono>

namespace rashin::assessment {
namespace {

using Draws = std::vector<std::vector<double>>;

double share_of(const Assessment& assessment, ParameterIndex index, double value) {
  return convert(value, assessment.common.parameters[index].unit, parse_unit("share", {}).value(), {}).value();
}

std::vector<double> in_unit(const Assessment& assessment, const Draws& values, ParameterIndex index,
                            std::string_view unit) {
  const double factor = convert(1, assessment.common.parameters[index].unit, parse_unit(unit, {}).value(), {}).value();
  std::vector<double> result = values[index];
  for (double& value : result) value *= factor;
  return result;
}

/// A year with its fraction.
double year_of(const Date& date) {
  const std::chrono::year_month_day day(date.first_day());
  const auto begin = std::chrono::sys_days(day.year() / 1 / 1);
  return static_cast<int>(day.year()) + static_cast<double>((date.first_day() - begin).count()) / 365.25;
}

balance::CellStanding standing_of(const Assessment& assessment, ParameterIndex index) {
  switch (assessment.common.parameters[index].standing()) {
  case Standing::Cited:
    return balance::CellStanding::Cited;
  case Standing::Judged:
    return balance::CellStanding::Judged;
  default:
    return balance::CellStanding::Illustrative;
  }
}

/// The draws of one comparison, or nothing where a cell holds no number.
AsymmetryRow compare(const Assessment& assessment, const Draws& values, std::size_t part, std::size_t axis_index,
                     const std::string& versus) {
  const Axis& axis = assessment.axes[axis_index];
  AsymmetryRow row{part, axis_index, versus, {}, true};
  balance::AxisDraws draws;
  draws.scale = axis.scale == AxisScale::Ratio    ? balance::AxisScale::Ratio
                : axis.scale == AxisScale::Robust ? balance::AxisScale::Robust
                                                  : balance::AxisScale::Anchored;
  draws.side = axis.side, draws.more_is_better = axis.more_is_better;
  if (!axis.anchors.empty())
    draws.lowest_grade = axis.anchors.front().grade, draws.highest_grade = axis.anchors.back().grade;
  auto standing = balance::CellStanding::Cited;
  for (std::size_t p = 0; p < assessment.parties.size(); ++p) {
    const Party& party = assessment.parties[p];
    if (!party.own && versus != "all" && party.id != versus) continue;
    const Cell* cell = assessment.find_cell(part, axis_index, p);
    if (!cell || !cell->value) return row.known = false, row;
    standing = std::max(standing, standing_of(assessment, *cell->value));
    draws.values.push_back(axis.scale == AxisScale::Anchored ? values[*cell->value]
                                                             : in_unit(assessment, values, *cell->value, axis.unit));
    draws.own.push_back(party.own);
  }
  row.result = balance::asymmetry(draws, standing);
  return row;
}

void compare_all(const Assessment& assessment, RunResult& result) {
  std::vector<std::string> versus{"all"};
  for (const Party& party : assessment.parties)
    if (!party.own) versus.push_back(party.id);
  if (versus.size() == 2) versus.pop_back(); // one competitor is all
  for (const std::size_t part : assessment.dossier_parts())
    for (std::size_t axis = 0; axis < assessment.axes.size(); ++axis) {
      if (assessment.axes[axis].scale == AxisScale::Text) continue;
      for (const std::string& other : versus)
        result.asymmetries.push_back(compare(assessment, result.values.parameters, part, axis, other));
    }
}

Diagnostics play_graph(const Assessment& assessment, std::size_t index, const RunOptions& options, RunResult& result) {
  const SystemsGraph& graph = assessment.graphs[index];
  balance::SystemGraph middle = graph.graph;
  GraphRow row;
  for (std::size_t v = 0; v < middle.nodes.size(); ++v)
    if (graph.availability[v])
      middle.nodes[v].availability =
          share_of(assessment, *graph.availability[v], math::mean(result.values.parameters[*graph.availability[v]]));
  const auto sure = balance::reliability(middle);
  if (!sure) return sure.diagnostics();
  row.middle = *sure, row.paths = balance::path_count(middle), row.cut = balance::minimum_node_cut(middle);
  row.works.resize(static_cast<std::size_t>(options.draws));
  const math::ParallelOptions parallel{
      .threads = static_cast<unsigned>(options.threads), .chunk = 32, .stop = options.stop};
  const bool whole = math::parallel_for(row.works.size(), parallel, [&](std::size_t begin, std::size_t end) {
    for (std::size_t d = begin; d < end; ++d) {
      std::vector<double> availability(middle.nodes.size(), 1.0);
      for (std::size_t v = 0; v < availability.size(); ++v)
        if (graph.availability[v])
          availability[v] =
              share_of(assessment, *graph.availability[v], result.values.parameters[*graph.availability[v]][d]);
      row.works[d] = balance::works(graph.graph, availability).value();
    }
  });
  if (!whole) return {make_diagnostic("stopped", {})};
  for (const std::size_t part : deniable_parts(assessment, graph)) {
    auto failing = failing_nodes(assessment, graph, std::vector<std::size_t>{part});
    if (failing.empty()) continue;
    auto denied = balance::denial(middle, std::move(failing));
    if (!denied) return denied.diagnostics();
    result.denials.push_back({index, part, denied.take()});
  }
  result.graphs.push_back(std::move(row));
  return {};
}

Diagnostics cross(const Assessment& assessment, const CurvePair& pair, const RunOptions& options, RunResult& result) {
  auto leader = balance::profile_curve(pair.leader_points, pair.options);
  auto follower = balance::profile_curve(pair.follower_points, pair.options);
  if (!leader) return leader.diagnostics();
  if (!follower) return follower.diagnostics();
  const study::Header& header = assessment.common.header;
  CrossingRow row{{}, leader.take(), follower.take(), year_of(header.as_of), 0};
  row.until = row.from + header.horizon_days / 365.25;
  const auto count = static_cast<std::size_t>(options.draws);
  row.crossover =
      balance::crossover(balance::draw_curves(row.leader, options.seed, "curves/" + pair.id + "/leader", 0, count),
                         balance::draw_curves(row.follower, options.seed, "curves/" + pair.id + "/follower", 0, count),
                         row.from, row.until);
  result.crossings.push_back(std::move(row));
  return {};
}

/// How long, how much, how hard to copy, per draw.
Result<balance::ConceptDraws> concept_draws(const Assessment& assessment, const Concept& each, const RunResult& result,
                                            double horizon) {
  const Draws& values = result.values.parameters;
  balance::ConceptDraws draws;
  if (each.duration) {
    draws.duration = in_unit(assessment, values, *each.duration, "year");
  } else {
    const CrossingRow& row = result.crossings[*each.curve];
    for (const auto& at : row.crossover.draws) draws.duration.push_back(at ? *at - row.from : horizon);
  }
  if (each.effect) {
    draws.effect = in_unit(assessment, values, *each.effect, "share");
  } else {
    const SystemsGraph& graph = assessment.graphs[*each.graph];
    const auto failing = failing_nodes(assessment, graph, each.denies);
    for (std::size_t d = 0; d < draws.duration.size(); ++d) {
      std::vector<double> availability(graph.graph.nodes.size(), 1.0);
      for (std::size_t v = 0; v < availability.size(); ++v)
        if (graph.availability[v])
          availability[v] = share_of(assessment, *graph.availability[v], values[*graph.availability[v]][d]);
      const double before = balance::works(graph.graph, availability).value();
      for (const std::size_t v : failing) availability[v] = 0;
      draws.effect.push_back(std::max(0.0, before - balance::works(graph.graph, availability).value()));
    }
  }
  draws.difficulty = in_unit(assessment, values, each.difficulty, "share");
  return draws;
}

} // namespace

std::vector<NeedRow> need_rows(const Assessment& assessment, const RunResult& result,
                               const std::vector<bool>& skipped) {
  std::vector<NeedRow> rows;
  Draws worth;
  for (std::size_t n = 0; n < assessment.needs.size(); ++n) {
    if (n < skipped.size() && skipped[n]) continue;
    const Need& need = assessment.needs[n];
    worth.push_back(result.concepts[need.concept_index].worth);
    NeedRow row;
    row.need = n, row.worth = policy::summarize(worth.back());
    row.ready_day = policy::summarize(result.values.parameters[need.ready]);
    rows.push_back(row);
  }
  if (rows.empty()) return rows;
  const auto top = need::share_in_top(worth, static_cast<std::size_t>(assessment.common.header.top_k));
  for (std::size_t n = 0; n < rows.size(); ++n)
    rows[n].top_share = top[n].share, rows[n].top_error = top[n].standard_error;
  std::stable_sort(rows.begin(), rows.end(), [](const NeedRow& a, const NeedRow& b) {
    return a.top_share != b.top_share ? a.top_share > b.top_share : a.worth.mean > b.worth.mean;
  });
  return rows;
}

std::vector<std::size_t> deniable_parts(const Assessment& assessment, const SystemsGraph& graph) {
  std::vector<bool> needed(assessment.decomposition.parts.size(), false);
  std::vector<std::size_t> open;
  for (const auto& parts : graph.parts) open.insert(open.end(), parts.begin(), parts.end());
  while (!open.empty()) {
    const std::size_t part = open.back();
    open.pop_back();
    if (needed[part]) continue;
    needed[part] = true;
    for (const balance::PartOf& relation : assessment.decomposition.relations)
      if (relation.whole == part) open.push_back(relation.part);
  }
  std::vector<std::size_t> result;
  for (std::size_t p = 0; p < needed.size(); ++p)
    if (needed[p] && assessment.decomposition.parts[p].level != balance::PartLevel::System) result.push_back(p);
  return result;
}

std::vector<std::size_t> failing_nodes(const Assessment& assessment, const SystemsGraph& graph,
                                       std::span<const std::size_t> denied) {
  const auto works = balance::works_without(assessment.decomposition, denied);
  std::vector<std::size_t> result;
  for (std::size_t v = 0; v < graph.parts.size(); ++v)
    if (std::any_of(graph.parts[v].begin(), graph.parts[v].end(), [&](std::size_t part) { return !works[part]; }))
      result.push_back(v);
  return result;
}

Result<RunResult> compute(const Assessment& assessment, const RunOptions& options) {
  const auto plan = make_draw_plan(options.seed, assessment.common.correlations);
  if (!plan) return plan.diagnostics();
  RunResult result;
  result.seed = result.values.seed = options.seed;
  result.draws = result.values.draws = options.draws;
  for (const Quantity& q : assessment.common.parameters) {
    result.values.parameters.emplace_back(static_cast<std::size_t>(options.draws));
    draw_values(q, *plan, 0, result.values.parameters.back());
  }
  compare_all(assessment, result);
  for (std::size_t g = 0; g < assessment.graphs.size(); ++g)
    if (Diagnostics faults = play_graph(assessment, g, options, result); has_errors(faults)) return faults;
  for (const CurvePair& pair : assessment.curves)
    if (Diagnostics faults = cross(assessment, pair, options, result); has_errors(faults)) return faults;
  const double horizon = assessment.common.header.horizon_days / 365.25;
  std::vector<balance::ConceptDraws> draws;
  for (const Concept& each : assessment.concepts) {
    auto made = concept_draws(assessment, each, result, horizon);
    if (!made) return made.diagnostics();
    draws.push_back(made.take());
  }
  result.concepts = balance::concept_table(draws, horizon);
  result.needs = need_rows(assessment, result);
  result.ranking = rank_by_axes(assessment, result);
  if (options.stop.stop_requested()) return make_diagnostic("stopped", {});
  return result;
}

Result<RunResult> run(const Assessment& assessment, const RunOptions& options) {
  auto computed = compute(assessment, options);
  if (!computed) return computed.diagnostics();
  RunResult result = computed.take();
  for (const PaperSet& set : assessment.papers) {
    const balance::BootstrapOptions bootstrap{.seed = options.seed, .threads = static_cast<unsigned>(options.threads)};
    result.leadership.push_back(
        set.corpus.papers.empty()
            ? balance::bootstrap_leadership(set.corpus.countries, set.corpus.institutions, set.credits, bootstrap)
            : balance::bootstrap_leadership(set.corpus, bootstrap));
  }
  result.changes = leave_each_out(assessment, result, options);
  if (options.stop.stop_requested()) return make_diagnostic("stopped", {});
  return result;
}

} // namespace rashin::assessment

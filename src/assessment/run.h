#pragma once
#include "assessment/model.h"
#include "balance/concept_table.h"
#include "balance/crossover.h"
#include "balance/leadership.h"
#include "need/smaa.h"
#include "study/provenance.h"
#include "study/tables.h"

#include <stop_token>

namespace rashin::assessment {

struct RunOptions {
  std::uint64_t seed = 1;
  int draws = 1000;
  int threads = 1; ///< results do not depend on it
  std::stop_token stop{};
};

/// One technology on one axis, own side against `versus` (a competitor, or `all`).
struct AsymmetryRow {
  std::size_t part = 0, axis = 0;
  std::string versus;
  std::optional<balance::Asymmetry> result; ///< nothing: a cell is unknown, or the scale says nothing
  bool known = false;                       ///< every cell that it needs holds a number
};

struct GraphRow {
  std::vector<double> works;   ///< P(some way works), per draw
  balance::Reliability middle; ///< at the mean availabilities
  double paths = 0;
  std::optional<std::vector<std::size_t>> cut;
};
/// A part that some node of a graph needs, denied to that side.
struct DenialRow {
  std::size_t graph = 0, part = 0;
  balance::Denial denial;
};

struct CrossingRow {
  balance::Crossover crossover; ///< years
  balance::CurveProfile leader, follower;
  double from = 0, until = 0;
};

struct NeedRow {
  std::size_t need = 0;
  policy::Summary worth;
  double top_share = 0, top_error = 0;
  policy::Summary ready_day;
};

/// Technologies in the order of their asymmetries over all axes that nothing is missing of.
struct AxisRanking {
  std::vector<std::size_t> parts, axes;      ///< the block compared
  std::vector<need::SmaaAlternative> places; ///< by `parts`
  std::vector<std::size_t> order;            ///< positions in `parts`, by expected rank
};

/// What a list of first ones becomes.
enum class Turn { Same, Order, Members };
/// One axis or one person left out.
struct ChangeRow {
  bool person = false;
  std::string id;          ///< axis, or name
  int left_out = 0;        ///< judgements of the person that others stand in for; of an axis: asymmetries compared
  int alone = 0;           ///< values that rest on the person alone: taking them away leaves nothing to compute
  Turn needs = Turn::Same; ///< of the first top_k
  std::vector<std::size_t> out, in; ///< needs that leave or enter the first
  Turn technologies = Turn::Same;   ///< of the ranking over axes
  std::vector<std::size_t> order;   ///< parts, without it
};

struct RunResult {
  std::uint64_t seed = 0;
  int draws = 0;
  study::RunResult values; ///< drawn parameters only
  std::vector<AsymmetryRow> asymmetries;
  std::vector<GraphRow> graphs;
  std::vector<DenialRow> denials;
  std::vector<CrossingRow> crossings;
  std::vector<balance::ConceptRow> concepts;
  std::vector<NeedRow> needs; ///< most often among the first on top
  std::optional<AxisRanking> ranking;
  std::vector<ChangeRow> changes;
  std::vector<balance::LeadershipIntervals> leadership; ///< by corpus
};

Result<RunResult> run(const Assessment& assessment, const RunOptions& options);
/// Without leadership, and without leaving anything out: what `run` computes again for each person left out.
Result<RunResult> compute(const Assessment& assessment, const RunOptions& options);
/// The needs in order; those in `skipped` take no part.
std::vector<NeedRow> need_rows(const Assessment& assessment, const RunResult& result,
                               const std::vector<bool>& skipped = {});

/// Parts that a graph's nodes need, directly or through the decomposition, without the systems themselves.
std::vector<std::size_t> deniable_parts(const Assessment& assessment, const SystemsGraph& graph);
/// Nodes of the graph that fail when `denied` are not to be had.
std::vector<std::size_t> failing_nodes(const Assessment& assessment, const SystemsGraph& graph,
                                       std::span<const std::size_t> denied);

/// All tables of a run in a fixed order: parameters, dossiers, coverage, gravity, systems, denials, uses, asymmetries,
/// leadership, leadership_risk, axis_ranks, axes_left_out, crossings, concepts, needs, need_draws, changes.
/// `needs` and `need_draws` have the columns that an agenda joins by.
std::vector<study::ResultTable> result_tables(const Assessment& assessment, const RunResult& result);
/// What every row rests on, down to claims.
std::vector<study::Basis> provenance(const Assessment& assessment);
/// What a finished run leaves, apart from its reports and its timing.
FileSet run_files(const Assessment& assessment, const RunResult& result, const std::vector<study::ResultTable>& tables,
                  const FileSet& inputs);
/// The files of a new assessment from the shipped template.
FileSet new_assessment(std::string_view id);

} // namespace rashin::assessment

#pragma once
#include "assessment/model.h"
#include "balance/concept_table.h"
#include "balance/crossover.h"
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
};

Result<RunResult> run(const Assessment& assessment, const RunOptions& options);

/// Parts that a graph's nodes need, directly or through the decomposition, without the systems themselves.
std::vector<std::size_t> deniable_parts(const Assessment& assessment, const SystemsGraph& graph);
/// Nodes of the graph that fail when `denied` are not to be had.
std::vector<std::size_t> failing_nodes(const Assessment& assessment, const SystemsGraph& graph,
                                       std::span<const std::size_t> denied);

/// All tables of a run in a fixed order: parameters, dossiers, coverage, gravity, systems, denials, uses, asymmetries,
/// axes_left_out, crossings, concepts, needs.
std::vector<study::ResultTable> result_tables(const Assessment& assessment, const RunResult& result);
/// What every row rests on, down to claims.
std::vector<study::Basis> provenance(const Assessment& assessment);
/// What a finished run leaves, apart from its reports and its timing.
FileSet run_files(const Assessment& assessment, const RunResult& result, const std::vector<study::ResultTable>& tables,
                  const FileSet& inputs);
/// The files of a new assessment from the shipped template.
FileSet new_assessment(std::string_view id);

} // namespace rashin::assessment

#pragma once
#include "core/draws.h"
#include "pathway/cib_solve.h"

#include <map>
#include <string>

namespace rashin::pathway {

/// What stands behind one cell.
struct CellNote {
  std::string reason;
  int confidence = 0; ///< 1 (guess) to 5 (sure); 0 = not stated
};

/// One person's judgements over the cells of a matrix, row by row; a cell may be skipped.
struct ExpertMatrix {
  std::string by;
  std::vector<std::optional<int>> cells;
  std::map<std::size_t, CellNote> notes; ///< by cell number, row * states + column
};

/// A cell on which people differ.
struct DivergingCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::vector<std::optional<int>> values; ///< in the order of the people
  int spread = 0;                         ///< largest minus smallest
  bool opposed = false;                   ///< some promote what others restrain
};
/// Widest spread first, opposed before not, then in the order of the matrix.
std::vector<DivergingCell> diverging_cells(const std::vector<Descriptor>& descriptors,
                                           const std::vector<ExpertMatrix>& experts);

/// The cells (row * states + column) that `expert` skipped, blocks of a descriptor on itself aside.
std::vector<std::size_t> skipped_cells(const std::vector<Descriptor>& descriptors, const ExpertMatrix& expert);

/// The people's matrices added up: as good as their mean, since a factor changes no scenario, and exact in integers.
/// Inconsistencies and tolerances of the sum count in units of 1/people. Skipped cells off the diagonal: diagnostic
/// `cib-cell-skipped` each; people beyond the first must have the same number of cells, else Error.
Result<CrossImpactMatrix> summed_matrix(const std::vector<Descriptor>& descriptors,
                                        const std::vector<ExpertMatrix>& experts);

/// How judgements vary between draws.
struct EnsembleOptions {
  std::uint64_t seed = 1;
  std::uint64_t first_draw = 0;
  std::size_t draws = 1000;
  int tolerance = 0;
  /// Noise of a cell with confidence 1 … 5, as the half-width w of a discrete triangle: P(k) = (w + 1 - |k|) /
  /// (w + 1)^2 for k = -w … w. All 0: only the choice of the person varies. Cells without a stated confidence take
  /// that of `default_confidence`; blocks of a descriptor on itself have no noise where they are empty.
  std::vector<int> half_width{3, 2, 2, 1, 0};
  int default_confidence = 4;
  std::size_t most_scenarios = 100'000; ///< per draw
  unsigned threads = 1;
  std::stop_token stop{}; ///< a stopped ensemble throws Error
};

struct ScenarioShare {
  Scenario scenario;
  std::uint64_t draws = 0; ///< in which it is consistent
  double share = 0;
  double standard_error = 0; ///< sqrt(p (1 - p) / draws)
};

struct Ensemble {
  std::vector<ScenarioShare> scenarios; ///< the most frequent first, then ascending
  std::size_t draws = 0;
  std::size_t empty_draws = 0;      ///< draws without any consistent scenario
  std::size_t incomplete_draws = 0; ///< draws stopped at most_scenarios
};

/// In each draw one person is believed (factor `cib/believed`, everyone alike), that person's matrix gets noise by
/// confidence (factors `cib/<source>.<state>/<target>.<state>`), and is solved exactly. The share of draws in which a
/// scenario is consistent measures how far it hangs on single judgements; it is not its probability. Skipped cells are
/// an error as in summed_matrix. Same bytes on any number of threads.
Result<Ensemble> judgement_ensemble(const std::vector<Descriptor>& descriptors,
                                    const std::vector<ExpertMatrix>& experts, const EnsembleOptions& options);

} // namespace rashin::pathway

#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rashin::math {

struct MorrisOptions {
  std::size_t trajectories = 100;
  std::size_t levels = 4; ///< even; inputs stand at 0, 1 / (levels - 1), …, 1; the step is levels / (2 (levels - 1))
  std::uint64_t seed = 1;
};

/// Rows to run in the unit cube (Morris 1991): trajectories of inputs + 1 rows, each row one step of one input from the
/// row before, in a drawn order and direction.
std::vector<double> morris_design(std::size_t inputs, const MorrisOptions& options = {});

struct MorrisEffect {
  double mean = 0;           ///< of elementary effects
  double mean_absolute = 0;  ///< mu*: how much the input matters (Campolongo et al. 2007)
  double sd = 0;             ///< sigma: large beside mu* where the input interacts or acts non-linearly
  double standard_error = 0; ///< of mu*
};

/// Elementary effects per input from the outputs of `rows` (a design as above, or any in which each row of a trajectory
/// changes exactly one input). Throws Error for rows that are no such design. At least two trajectories.
std::vector<MorrisEffect> morris_effects(std::span<const double> rows, std::span<const double> outputs,
                                         std::size_t inputs);

} // namespace rashin::math

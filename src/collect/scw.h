#pragma once
#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::collect {

struct ScwDescriptor {
  std::string name;
  std::vector<std::string> states;
  bool operator==(const ScwDescriptor&) const = default;
};

/// A project of ScenarioWizard (`.scw`, seen up to version 4): descriptors with their states and the cross-impact
/// matrix, row = source state, column = target state, in declared order, blocks of a descriptor on itself included.
/// What Rashin does not read (descriptions, colours, comments) is kept verbatim.
struct ScwProject {
  std::string head;    ///< the first line
  std::string project; ///< the second line
  std::vector<ScwDescriptor> descriptors;
  std::vector<std::string> between; ///< bytes of the sections between the descriptors and the matrix
  std::vector<int> cells;           ///< row by row
  std::string tail;                 ///< bytes behind the matrix
  bool latin1 = false;              ///< names were Latin-1 in the file
  bool crlf = false;

  std::size_t states() const;
};

/// Reads Latin-1, or UTF-8 where the bytes are UTF-8. Faults, each with its place: no ScenarioWizard file, a section or
/// descriptor missing, a matrix that is not square, cells that are no whole numbers or too large, more than 64 states
/// of a descriptor or 1,024 in all. A block of a descriptor on itself is read, with the warning `scw-self-impact`.
Result<ScwProject> read_scw(std::string_view file, std::string_view bytes);
/// The same bytes that were read, unless something was changed.
std::string write_scw(const ScwProject& project);

/// One line of a solution file (`.sl`).
struct SlScenario {
  std::vector<int> states; ///< from 0
  double weight = 0;       ///< starts that end here; older versions write it in single precision (1.677722E+07)
  int margin = 0;
  int flag = 0; ///< 0 in all files seen; meaning unknown
  std::int64_t total_impact_score = 0;
  std::string note;
};
Result<std::vector<SlScenario>> read_sl(std::string_view file, std::string_view bytes);
std::string write_sl(const std::vector<SlScenario>& scenarios);

} // namespace rashin::collect

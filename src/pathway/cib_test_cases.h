#pragma once
#include "core/draws.h"
#include "pathway/cib_matrix.h"

namespace rashin::pathway {

/// Random matrices for property tests: `descriptors` of 1 to 4 states, cells from -3 to 3, sometimes with blocks of a
/// descriptor on itself.
inline CrossImpactMatrix random_matrix(std::uint64_t number, std::size_t descriptors, std::size_t fixed_states = 0) {
  const auto pick = [&](const char* what, std::size_t index, int least, int most) {
    const double u = uniform(number, what, Stream::A, index);
    return least + static_cast<int>(u * (most - least + 1));
  };
  std::vector<Descriptor> made;
  for (std::size_t d = 0; d < descriptors; ++d) {
    Descriptor descriptor{"D" + std::to_string(d), {}};
    const std::size_t states = fixed_states != 0 ? fixed_states : static_cast<std::size_t>(pick("states", d, 1, 4));
    for (std::size_t s = 0; s < states; ++s) descriptor.states.push_back("s" + std::to_string(s));
    made.push_back(std::move(descriptor));
  }
  std::size_t states = 0;
  for (const Descriptor& descriptor : made) states += descriptor.states.size();
  CrossImpactMatrix matrix(made, std::vector<int>(states * states, 0));
  const bool self = fixed_states == 0 && number % 3 == 0;
  for (std::size_t row = 0; row < states; ++row)
    for (std::size_t column = 0; column < states; ++column)
      if (self || matrix.descriptor_of(row) != matrix.descriptor_of(column))
        matrix.set_cell(row, column, pick("cell", row * states + column, -3, 3));
  return matrix;
}

/// All scenarios that can be formed, ascending.
inline std::vector<Scenario> all_scenarios(const CrossImpactMatrix& matrix) {
  std::vector<Scenario> result;
  Scenario scenario(matrix.size(), 0);
  while (true) {
    result.push_back(scenario);
    std::size_t d = matrix.size();
    while (d > 0 && scenario[d - 1] + 1 == static_cast<int>(matrix.states_of(d - 1))) scenario[--d] = 0;
    if (d == 0) return result;
    ++scenario[d - 1];
  }
}

} // namespace rashin::pathway

#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rashin::pathway {

/// One thing that may turn out in several ways.
struct Descriptor {
  std::string name;
  std::vector<std::string> states;
  bool operator==(const Descriptor&) const = default;
};

/// The chosen state of each descriptor, from 0.
using Scenario = std::vector<int>;

/// Cross-impact judgements (Weimer-Jehle 2006): cell (row, column) says how strongly the source state `row` promotes
/// (positive) or restrains (negative) the target state `column`. States of all descriptors are numbered through in
/// declared order. Blocks of a descriptor on itself (self-impact) are allowed. The judgements are ordinal: nothing
/// computed from them is a probability.
class CrossImpactMatrix {
 public:
  static constexpr int largest_cell = 1'000'000;

  /// `cells` row by row. Throws Error unless each descriptor has 1 to 64 states, the cells are square and none is
  /// larger than `largest_cell`.
  CrossImpactMatrix(std::vector<Descriptor> descriptors, std::vector<int> cells);

  const std::vector<Descriptor>& descriptors() const { return descriptors_; }
  std::size_t size() const { return descriptors_.size(); }
  std::size_t states() const { return owner_.size(); }
  std::size_t states_of(std::size_t descriptor) const { return descriptors_[descriptor].states.size(); }
  std::size_t first_state(std::size_t descriptor) const { return first_[descriptor]; }
  std::size_t descriptor_of(std::size_t state) const { return owner_[state]; }
  /// The number of the chosen state of `descriptor` among all states.
  std::size_t state(const Scenario& scenario, std::size_t descriptor) const {
    return first_[descriptor] + static_cast<std::size_t>(scenario[descriptor]);
  }

  int cell(std::size_t row, std::size_t column) const { return cells_[row * states() + column]; }
  void set_cell(std::size_t row, std::size_t column, int value);
  const std::vector<int>& cells() const { return cells_; }

  /// The descriptors with a non-zero block on themselves.
  std::vector<std::size_t> self_impacts() const;
  CrossImpactMatrix without_self_impacts() const;
  /// How many scenarios can be formed; nothing where that exceeds 64 bits.
  std::optional<std::uint64_t> configurations() const;

 private:
  std::vector<Descriptor> descriptors_;
  std::vector<int> cells_;
  std::vector<std::size_t> first_;
  std::vector<std::size_t> owner_;
};

/// Impact balance of every state: the sum of what the chosen states of all descriptors say about it.
std::vector<int> impact_balances(const CrossImpactMatrix& matrix, const Scenario& scenario);

struct ScenarioFigures {
  std::vector<int> inconsistency_of; ///< per descriptor: the largest balance minus the balance of the chosen state
  int inconsistency = 0;             ///< the largest of these; 0 = consistent
  std::int64_t total_impact_score = 0;
  /// The least lead of a chosen state over its strongest rival; negative where inconsistent; nothing where no
  /// descriptor has two states.
  std::optional<int> margin;
};
ScenarioFigures scenario_figures(const CrossImpactMatrix& matrix, const Scenario& scenario);

} // namespace rashin::pathway

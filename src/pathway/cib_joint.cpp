#include "pathway/cib_joint.h"

#include "pathway/cib_wider.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace rashin::pathway {
namespace {

/// Searches below this size are over before the tables are filled.
constexpr std::size_t fewest_descriptors = 16;

/// Weighted sums stay within this; a state that is lost lies below all others, and differences of two fit 16 bits.
constexpr int widest_sum = 7'000;
constexpr std::int16_t lost = -15'000;

using Block = CibJointBound::Block;
using Demand = CibJointBound::Demand;
using Vector = Block::Vector;
constexpr std::size_t lanes = CibJointBound::lanes;

[[gnu::always_inline]] inline int sum_of(const Block& block) {
  std::array<std::int16_t, lanes> values;
  std::memcpy(values.data(), &block, sizeof values);
  int result = 0;
  for (std::size_t i = 0; i < lanes; ++i) result += values[i];
  return result;
}

/// One block of descriptors: the scores of their states, the largest of each descriptor, and the sum of these. Sums,
/// shifts and masks only, as in cib_step.cpp.
RASHIN_WIDER int sum_block(std::span<const Demand> demands, std::size_t states, std::size_t offset, std::size_t stride,
                           const Block& alive, Block& best, Block* score) {
  for (std::size_t u = 0; u < states; ++u) {
    Vector sum{};
    const std::size_t at = offset + u * stride;
    for (const Demand& demand : demands) sum += demand.table[at].v * static_cast<std::int16_t>(demand.bound);
    const auto bit = static_cast<std::int16_t>(15 - u);
    sum += ~((alive.v << bit) >> 15) & lost;
    const Vector more = sum - best.v;
    best.v = u == 0 ? sum : best.v + (more & ~(more >> 15));
    score[u].v = sum;
  }
  return sum_of(best);
}

/// Takes out the states that fall short of the best by more than `slack`; true where there is one.
RASHIN_WIDER bool narrow_block(Block& alive, const Block& best, const Block* score, std::size_t states,
                               std::int16_t slack) {
  Vector out{};
  for (std::size_t u = 0; u < states; ++u)
    out |= ((score[u].v - best.v + slack) >> 15) & static_cast<std::int16_t>(1 << u);
  const Vector gone = alive.v & out;
  alive.v &= ~out;
  std::array<std::uint64_t, sizeof(Vector) / 8> words;
  std::memcpy(words.data(), &gone, sizeof gone);
  std::uint64_t joined = 0;
  for (const std::uint64_t word : words) joined |= word;
  return joined != 0;
}

} // namespace

CibJointBound::CibJointBound(const CrossImpactMatrix& matrix, int tolerance) {
  if (matrix.size() < fewest_descriptors || matrix.size() > most_blocks * lanes) return;
  for (std::size_t d = 0; d < matrix.size(); ++d) states_ = std::max(states_, matrix.states_of(d));
  for (const int cell : matrix.cells()) largest_ = std::max(largest_, 2 * std::abs(cell));
  if (states_ < 2 || states_ > most_states || largest_ > widest_sum / 100 || tolerance > widest_sum / 100) return;
  largest_ += tolerance;
  rows_ = states_ - 1;
  blocks_ = (matrix.size() + lanes - 1) / lanes;
  tables_.assign(matrix.states() * rows_ * states_ * blocks_, Block{});
  for (std::size_t state = 0; state < matrix.states(); ++state) {
    const std::size_t own = matrix.descriptor_of(state), first = matrix.first_state(own);
    std::size_t row = 0;
    for (std::size_t rival = first; rival < first + matrix.states_of(own); ++rival)
      if (rival != state) fill_table(matrix, state, row++, rival, tolerance);
  }
  usable_ = true;
}

/// A demand is made only where its state is chosen: of its own descriptor no other state matters.
void CibJointBound::fill_table(const CrossImpactMatrix& matrix, std::size_t state, std::size_t row, std::size_t rival,
                               int tolerance) {
  Block* const to = tables_.data() + (state * rows_ + row) * states_ * blocks_;
  const std::size_t own = matrix.descriptor_of(state);
  for (std::size_t source = 0; source < matrix.states(); ++source) {
    const std::size_t d = matrix.descriptor_of(source), u = source - matrix.first_state(d);
    if (d == own && source != state) continue;
    const int lead = matrix.cell(source, state) - matrix.cell(source, rival) + (d == own ? tolerance : 0);
    to[u * blocks_ + d / lanes].v[d % lanes] = static_cast<std::int16_t>(lead);
  }
}

/// The nearer a demand is to failing, the heavier; above three quarters of the mean bound it has no weight.
void CibJointBound::weigh(Scratch& scratch) const {
  const auto count = static_cast<std::int64_t>(scratch.count);
  const std::int64_t from = scratch.total * 3 / (4 * count) + 1, most = widest_sum / largest_;
  std::int64_t sum = 0;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < scratch.count; ++i) {
    const Demand demand = scratch.demands[i];
    scratch.demands[kept] = {demand.table, from - demand.bound};
    kept += demand.bound < from;
    sum += std::max<std::int64_t>(0, from - demand.bound);
  }
  scratch.count = kept;
  if (sum <= most) return;
  for (std::size_t i = 0; i < kept; ++i) scratch.demands[i].bound = scratch.demands[i].bound * most / sum;
}

CibJointBound::Verdict CibJointBound::narrow(Scratch& scratch, std::span<const std::uint64_t> domains) const {
  std::array<Block, most_blocks> best;
  std::array<Block, most_states * most_blocks> score;
  std::array<std::int16_t, most_blocks * lanes> alive;
  for (std::size_t d = 0; d < domains.size(); ++d) alive[d] = static_cast<std::int16_t>(domains[d]);
  for (std::size_t d = domains.size(); d < blocks_ * lanes; ++d) alive[d] = 1; // nobody's lane adds nothing
  scratch.alive.resize(blocks_);
  std::memcpy(scratch.alive.data(), alive.data(), blocks_ * sizeof(Block));
  weigh(scratch);
  int total = 0;
  for (std::size_t b = 0; b < blocks_; ++b) {
    best[b].v = Vector{};
    total += sum_block({scratch.demands.data(), scratch.count}, states_, b, blocks_, scratch.alive[b], best[b],
                       score.data() + b * states_);
  }
  if (total < 0) return Verdict::Refuted;
  if (total > 2 * widest_sum) return Verdict::Unchanged;
  bool narrower = false;
  for (std::size_t b = 0; b < blocks_; ++b)
    narrower |=
        narrow_block(scratch.alive[b], best[b], score.data() + b * states_, states_, static_cast<std::int16_t>(total));
  return narrower ? Verdict::Narrower : Verdict::Unchanged;
}

} // namespace rashin::pathway

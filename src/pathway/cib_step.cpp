#include "pathway/cib_step.h"

#include "pathway/cib_wider.h"

#include <cstring>
#include <limits>

namespace rashin::pathway {
namespace {

template <class T> [[gnu::always_inline]] inline bool any(const CibBlock<T>& block) {
  std::uint64_t words[8], joined = 0;
  std::memcpy(words, &block, sizeof words);
  for (const std::uint64_t word : words) joined |= word;
  return joined != 0;
}

/// Sums and masks only: comparisons of vectors wider than the machine's would be taken apart lane by lane. A state is
/// refuted where the sign bit of one of its bounds is set. Nothing overflows (cib_solve.cpp).
template <class T> [[gnu::always_inline]] inline CibVerdict step_of(const CibStep<T>& step) {
  using Vector = typename CibBlock<T>::Vector;
  const std::size_t masks = step.blocks * step.rows;
  CibBlock<T> refuted{Vector{}}, dead{Vector{}};
  const Vector sign = Vector{} + std::numeric_limits<T>::min();
  for (std::size_t b = 0, i = 0; b < step.blocks; ++b) {
    Vector joined{};
    for (; i < (b + 1) * step.rows; ++i) {
      const Vector bound = step.parent[i].v + (step.after[i].v - step.before[i].v);
      step.child[i].v = bound;
      joined |= bound;
    }
    const std::size_t a = masks + b, o = masks + step.blocks + b;
    const Vector alive = step.parent[a].v & step.after[a].v, only = step.parent[o].v | step.after[o].v;
    const Vector below = joined & sign & alive;
    step.child[a].v = alive;
    step.child[o].v = only;
    step.refuted[b].v = below;
    refuted.v |= below;
    dead.v |= below & only;
  }
  return any(dead) ? CibVerdict::Dead : any(refuted) ? CibVerdict::Refuted : CibVerdict::Open;
}

} // namespace

RASHIN_WIDER CibVerdict take_step(const CibStep<std::int8_t>& step) {
  return step_of(step);
}

RASHIN_WIDER CibVerdict take_step(const CibStep<std::int16_t>& step) {
  return step_of(step);
}

RASHIN_WIDER CibVerdict take_step(const CibStep<std::int32_t>& step) {
  return step_of(step);
}

} // namespace rashin::pathway

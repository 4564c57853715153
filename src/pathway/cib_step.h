#pragma once
#include <cstddef>
#include <cstdint>

namespace rashin::pathway {

/// Lanes that are worked on together, one per state; 64 bytes, which the compiler splits on machines with less.
template <class T> struct alignas(64) CibBlock {
  typedef T Vector __attribute__((vector_size(64)));
  Vector v;
};

/// One step of the cross-impact search: a descriptor's table of largest differences is replaced in the bounds. Arrays
/// of nodes and tables have one layout: `blocks` × `rows` of bounds (differences), then `blocks` of alive (states the
/// table leaves), then `blocks` of only (the one state it leaves). Masks are all bits set or none.
template <class T> struct CibStep {
  const CibBlock<T>* parent = nullptr;
  const CibBlock<T>* before = nullptr; ///< tables
  const CibBlock<T>* after = nullptr;
  CibBlock<T>* child = nullptr;   ///< may be the parent
  CibBlock<T>* refuted = nullptr; ///< `blocks`: sign bits of states alive with a bound below 0
  std::size_t blocks = 0;
  std::size_t rows = 0;
};

enum class CibVerdict {
  Open,    ///< nothing refuted
  Refuted, ///< some state is
  Dead,    ///< the last state of a descriptor is
};

CibVerdict take_step(const CibStep<std::int8_t>& step);
CibVerdict take_step(const CibStep<std::int16_t>& step);
CibVerdict take_step(const CibStep<std::int32_t>& step);

} // namespace rashin::pathway

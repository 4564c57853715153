#include "pathway/cib_successors.h"

#include <algorithm>
#include <limits>

namespace rashin::pathway {
namespace {

constexpr std::size_t most_inner = 4096;
constexpr std::size_t chunk_configurations = std::size_t{1} << 16;

template <class T, class Block> T& lane(Block* blocks, std::size_t index) {
  return reinterpret_cast<T*>(blocks)[index];
}

} // namespace

template <class T> bool CibSuccessors<T>::fits(const CrossImpactMatrix& matrix) {
  std::int64_t sum = 2;
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    int largest = 0;
    for (std::size_t s = 0; s < matrix.states_of(d); ++s)
      for (std::size_t column = 0; column < matrix.states(); ++column)
        largest = std::max(largest, std::abs(matrix.cell(matrix.first_state(d) + s, column)));
    sum += 2 * std::int64_t{largest};
  }
  return sum < std::numeric_limits<T>::max() / 2;
}

template <class T>
CibSuccessors<T>::CibSuccessors(const CrossImpactMatrix& matrix, Succession rule)
    : matrix_(matrix), rule_(rule), split_(matrix.size()), blocks_((matrix.size() + lanes - 1) / lanes),
      stride_(matrix.size()) {
  while (split_ > 0 && inner_ * matrix.states_of(split_ - 1) <= most_inner) inner_ *= matrix.states_of(--split_);
  for (std::size_t d = 0; d < split_; ++d) outer_ *= matrix.states_of(d);
  std::uint32_t stride = 1;
  for (std::size_t d = matrix.size(); d-- > 0; stride *= static_cast<std::uint32_t>(matrix.states_of(d))) {
    stride_[d] = stride;
    ranks_ = std::max(ranks_, matrix.states_of(d));
  }
  inner_balances_.assign(inner_ * ranks_ * blocks_, Block{});
  inner_current_.assign(inner_ * blocks_, Block{});
  for (std::size_t c = 0; c < inner_; ++c)
    for (std::size_t d = split_; d < matrix.size(); ++d)
      add(d, c / stride_[d] % matrix.states_of(d), &inner_balances_[c * ranks_ * blocks_],
          &inner_current_[c * blocks_]);
}

template <class T> void CibSuccessors<T>::add(std::size_t d, std::size_t state, Block* balances, Block* current) const {
  const std::size_t row = matrix_.first_state(d) + state;
  for (std::size_t s = 0; s < matrix_.states(); ++s) {
    const std::size_t target = matrix_.descriptor_of(s), rank = s - matrix_.first_state(target);
    T& balance = lane<T>(balances + rank * blocks_, target);
    balance = static_cast<T>(balance + 2 * matrix_.cell(row, s) + (row == s ? 1 : 0));
  }
  lane<T>(current, d) = static_cast<T>(state);
}

template <class T> std::size_t CibSuccessors<T>::chunks() const {
  const std::size_t per_chunk = std::max<std::size_t>(1, chunk_configurations / inner_);
  return (outer_ + per_chunk - 1) / per_chunk;
}

template <class T> void CibSuccessors<T>::fill(std::size_t chunk, std::vector<std::uint32_t>& next) const {
  const std::size_t per_chunk = std::max<std::size_t>(1, chunk_configurations / inner_), size = ranks_ * blocks_;
  std::vector<Block> outer_balances(size), outer_current(blocks_), balances(size), current(blocks_);
  for (std::size_t o = chunk * per_chunk; o < std::min(outer_, (chunk + 1) * per_chunk); ++o) {
    std::fill(outer_current.begin(), outer_current.end(), Block{});
    for (std::size_t rank = 0; rank < ranks_; ++rank)
      for (std::size_t d = 0; d < blocks_ * lanes; ++d) {
        const bool exists = d < matrix_.size() && rank < matrix_.states_of(d);
        lane<T>(&outer_balances[rank * blocks_], d) =
            exists ? T{0} : static_cast<T>(std::numeric_limits<T>::min() / 2 - 1);
      }
    for (std::size_t d = 0; d < split_; ++d)
      add(d, o * inner_ / stride_[d] % matrix_.states_of(d), outer_balances.data(), outer_current.data());
    for (std::size_t c = 0; c < inner_; ++c) {
      for (std::size_t b = 0; b < size; ++b) balances[b].v = outer_balances[b].v + inner_balances_[c * size + b].v;
      for (std::size_t b = 0; b < blocks_; ++b) current[b].v = outer_current[b].v + inner_current_[c * blocks_ + b].v;
      next[o * inner_ + c] = choose(balances.data(), current.data(), o * inner_ + c);
    }
  }
}

template <class T>
std::uint32_t CibSuccessors<T>::choose(const Block* balances, const Block* current, std::size_t index) const {
  std::uint32_t next = 0;
  T largest_gap = 0;
  std::size_t mover = 0;
  T mover_state = 0;
  for (std::size_t b = 0; b < blocks_; ++b) {
    Vector best = balances[b].v, choice{}, held = best;
    for (std::size_t rank = 1; rank < ranks_; ++rank) {
      const Vector balance = balances[rank * blocks_ + b].v, number = Vector{} + static_cast<T>(rank);
      const Vector better = balance > best;
      best = better ? balance : best;
      choice = better ? number : choice;
      held = current[b].v == number ? balance : held;
    }
    const std::size_t end = std::min(lanes, matrix_.size() - b * lanes);
    if (rule_ == Succession::Global) {
      for (std::size_t l = 0; l < end; ++l) next += static_cast<std::uint32_t>(choice[l]) * stride_[b * lanes + l];
      continue;
    }
    const Vector gap = best - held;
    for (std::size_t l = 0; l < end; ++l) {
      if (gap[l] <= largest_gap) continue;
      largest_gap = gap[l];
      mover = b * lanes + l;
      mover_state = static_cast<T>(choice[l] - current[b].v[l]);
    }
  }
  if (rule_ == Succession::Global) return next;
  return static_cast<std::uint32_t>(index) +
         (largest_gap > 0 ? static_cast<std::uint32_t>(mover_state) * stride_[mover] : 0u);
}

template class CibSuccessors<std::int16_t>;
template class CibSuccessors<std::int32_t>;

} // namespace rashin::pathway

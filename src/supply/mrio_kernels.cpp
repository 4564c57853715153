#include "supply/mrio_kernels.h"

#include <algorithm>

// Clones for wider vectors are chosen when the program starts. The sanitizers cannot run that choice.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define RASHIN_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define RASHIN_WIDE
#endif
#define RASHIN_INLINE [[gnu::always_inline]] inline

namespace rashin::supply {
namespace {

template <int lanes, class Value>
RASHIN_INLINE void scatter(StreamRow<Value> row, const double* old_weight, const double* new_weight, double* sums) {
  double weight[2 * lanes];
  for (int l = 0; l < lanes; ++l) weight[l] = old_weight[l], weight[lanes + l] = new_weight[l];
  for (std::size_t k = 0; k < row.cells; ++k) {
    const double value = row.value[k];
    double* sum = sums + std::size_t{row.column[k]} * 2 * lanes;
    for (int l = 0; l < 2 * lanes; ++l) sum[l] += value * weight[l];
  }
}

template <int lanes> RASHIN_INLINE void limit(const InputLimit& in, std::size_t industries) {
  double need[lanes];
  for (int l = 0; l < lanes; ++l) need[l] = in.need[l];
  for (std::size_t j = 0; j < industries; ++j) {
    const double coefficient = in.coefficient[j];
    for (int l = 0; l < lanes; ++l) {
      const std::size_t c = j * lanes + static_cast<std::size_t>(l);
      const double wants = need[l] * coefficient * in.wanted[c];
      const double there = wants > 0 ? in.stock[c] / wants : 1;
      const double possible = 1 - in.strength[c] * (1 - std::min(1.0, there));
      // For an essential input the division itself, not 1 − (1 − share): a share near 0 keeps its digits.
      const double share = in.strength[c] == 1 ? std::min(1.0, there) : possible;
      in.share[c] = std::min(in.share[c], share);
    }
  }
}

template <int lanes> RASHIN_INLINE void update(const StockUpdate& in, std::size_t industries) {
  double total[lanes] = {};
  for (std::size_t j = 0; j < industries; ++j) {
    const double coefficient = in.coefficient[j];
    const double* sums = in.sums + j * 2 * lanes;
    for (int l = 0; l < lanes; ++l) {
      const std::size_t c = j * lanes + static_cast<std::size_t>(l);
      const double add = in.scale[c] * sums[l] + in.extra[c];
      const double use = coefficient * in.output[c];
      const double stock = std::max(0.0, in.stock[c] + (add - use));
      const double gap = std::max(0.0, in.days[l] * coefficient * in.expected[c] - stock);
      const double want = gap * in.gap_share[l] + use;
      const double weights = sums[lanes + l];
      in.stock[c] = stock;
      in.scale[c] = weights > 0 ? want / weights : 0;
      total[l] += add;
    }
  }
  for (int l = 0; l < lanes; ++l) in.delivered[l] += total[l];
}

} // namespace

void scatter_1(StreamRow<double> row, const double* old_weight, const double* new_weight, double* sums) {
  scatter<1>(row, old_weight, new_weight, sums);
}

RASHIN_WIDE void scatter_8(StreamRow<float> row, const double* old_weight, const double* new_weight, double* sums) {
  scatter<8>(row, old_weight, new_weight, sums);
}

void gather_1(StreamRow<double> row, const double* scale, double* sum) {
  double lane[4] = {0, 0, 0, 0};
  std::size_t k = 0;
  for (; k + 4 <= row.cells; k += 4)
    for (std::size_t l = 0; l < 4; ++l) lane[l] += row.value[k + l] * scale[row.column[k + l]];
  for (; k < row.cells; ++k) lane[0] += row.value[k] * scale[row.column[k]];
  *sum = (lane[0] + lane[1]) + (lane[2] + lane[3]);
}

RASHIN_WIDE void gather_8(StreamRow<float> row, const double* scale, double* sum) {
  double even[8] = {}, odd[8] = {};
  std::size_t k = 0;
  for (; k + 2 <= row.cells; k += 2) {
    const double first = row.value[k], second = row.value[k + 1];
    const double* a = scale + std::size_t{row.column[k]} * 8;
    const double* b = scale + std::size_t{row.column[k + 1]} * 8;
    for (int l = 0; l < 8; ++l) even[l] += first * a[l];
    for (int l = 0; l < 8; ++l) odd[l] += second * b[l];
  }
  if (k < row.cells) {
    const double last = row.value[k];
    const double* a = scale + std::size_t{row.column[k]} * 8;
    for (int l = 0; l < 8; ++l) even[l] += last * a[l];
  }
  for (int l = 0; l < 8; ++l) sum[l] = even[l] + odd[l];
}

void limit_1(const InputLimit& in, std::size_t industries) {
  limit<1>(in, industries);
}
RASHIN_WIDE void limit_8(const InputLimit& in, std::size_t industries) {
  limit<8>(in, industries);
}
void update_1(const StockUpdate& in, std::size_t industries) {
  update<1>(in, industries);
}
RASHIN_WIDE void update_8(const StockUpdate& in, std::size_t industries) {
  update<8>(in, industries);
}

} // namespace rashin::supply

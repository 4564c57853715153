#pragma once
#include "core/io_entries.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rashin::supply {

/// A non-negative or signed matrix by compressed rows: 10 bytes a cell (16-bit column, double value).
/// The arrays live in `owner`, which is a set of vectors or a mapped file; copies share it. Immutable, thread-safe.
struct SparseRows {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::span<const std::uint64_t> row_begin; ///< rows + 1 offsets
  std::span<const std::uint16_t> column;    ///< ascending within a row
  std::span<const double> value;
  std::shared_ptr<const void> owner;

  std::size_t cells() const { return value.size(); }
  /// The value at (row, column), 0 where no cell is stored. Cost: a binary search in the row.
  double at(std::size_t row, std::size_t col) const;
  /// Index of the stored cell, or cells() where there is none.
  std::size_t find(std::size_t row, std::size_t col) const;
};

/// 16-bit columns: no table may have more columns than this.
inline constexpr std::size_t max_sparse_columns = 65'535;

/// Sorts the cells and adds up those that meet in one place (in the order given). Zeros are dropped. Entries must lie
/// inside rows × columns; columns ≤ max_sparse_columns (Error otherwise).
SparseRows make_sparse_rows(std::size_t rows, std::size_t columns, std::span<const IoEntry> entries);

/// The same sparsity with other values (as many as cells()).
SparseRows with_values(const SparseRows& matrix, std::vector<double> values);

SparseRows transposed(const SparseRows& matrix);

std::vector<double> row_sums(const SparseRows& matrix);
std::vector<double> column_sums(const SparseRows& matrix);

} // namespace rashin::supply

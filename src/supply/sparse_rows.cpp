#include "supply/sparse_rows.h"

#include "core/result.h"

#include <algorithm>

namespace rashin::supply {
namespace {

struct Arrays {
  std::vector<std::uint64_t> row_begin;
  std::vector<std::uint16_t> column;
  std::vector<double> value;
};

SparseRows share(std::size_t rows, std::size_t columns, std::shared_ptr<const Arrays> arrays) {
  SparseRows matrix;
  matrix.rows = rows;
  matrix.columns = columns;
  matrix.row_begin = arrays->row_begin;
  matrix.column = arrays->column;
  matrix.value = arrays->value;
  matrix.owner = std::move(arrays);
  return matrix;
}

/// Orders the cells of one row by column and merges equal ones; returns how many are left.
std::size_t tidy_row(std::span<std::pair<std::uint16_t, double>> row) {
  std::stable_sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < row.size();) {
    std::pair<std::uint16_t, double> cell = row[k++];
    while (k < row.size() && row[k].first == cell.first) cell.second += row[k++].second;
    if (cell.second != 0) row[kept++] = cell;
  }
  return kept;
}

} // namespace

std::size_t SparseRows::find(std::size_t row, std::size_t col) const {
  const auto begin = column.begin() + static_cast<std::ptrdiff_t>(row_begin[row]);
  const auto end = column.begin() + static_cast<std::ptrdiff_t>(row_begin[row + 1]);
  const auto found = std::lower_bound(begin, end, static_cast<std::uint16_t>(col));
  return found != end && *found == col ? static_cast<std::size_t>(found - column.begin()) : cells();
}

double SparseRows::at(std::size_t row, std::size_t col) const {
  const std::size_t cell = find(row, col);
  return cell == cells() ? 0 : value[cell];
}

SparseRows make_sparse_rows(std::size_t rows, std::size_t columns, std::span<const IoEntry> entries) {
  if (columns > max_sparse_columns) throw Error("a sparse matrix with more than 65535 columns");
  std::vector<std::uint64_t> begin(rows + 1, 0);
  for (const IoEntry& entry : entries) {
    if (entry.row >= rows || entry.column >= columns) throw Error("a cell outside its matrix");
    ++begin[entry.row + 1];
  }
  for (std::size_t row = 0; row < rows; ++row) begin[row + 1] += begin[row];
  std::vector<std::pair<std::uint16_t, double>> cells(entries.size());
  std::vector<std::uint64_t> next(begin.begin(), begin.end() - 1);
  for (const IoEntry& entry : entries)
    cells[next[entry.row]++] = {static_cast<std::uint16_t>(entry.column), entry.value};

  auto arrays = std::make_shared<Arrays>();
  arrays->row_begin.assign(rows + 1, 0);
  arrays->column.reserve(cells.size());
  arrays->value.reserve(cells.size());
  for (std::size_t row = 0; row < rows; ++row) {
    const std::span<std::pair<std::uint16_t, double>> raw(cells.data() + begin[row], begin[row + 1] - begin[row]);
    for (const auto& [col, value] : raw.first(tidy_row(raw))) {
      arrays->column.push_back(col);
      arrays->value.push_back(value);
    }
    arrays->row_begin[row + 1] = arrays->value.size();
  }
  return share(rows, columns, std::move(arrays));
}

SparseRows with_values(const SparseRows& matrix, std::vector<double> values) {
  if (values.size() != matrix.cells()) throw Error("other values than cells");
  struct Pair {
    std::shared_ptr<const void> structure;
    std::vector<double> values;
  };
  auto pair = std::make_shared<Pair>(Pair{matrix.owner, std::move(values)});
  SparseRows result = matrix;
  result.value = pair->values;
  result.owner = std::move(pair);
  return result;
}

SparseRows transposed(const SparseRows& matrix) {
  auto arrays = std::make_shared<Arrays>();
  arrays->row_begin.assign(matrix.columns + 1, 0);
  for (const std::uint16_t col : matrix.column) ++arrays->row_begin[std::size_t{col} + 1];
  for (std::size_t col = 0; col < matrix.columns; ++col) arrays->row_begin[col + 1] += arrays->row_begin[col];
  arrays->column.resize(matrix.cells());
  arrays->value.resize(matrix.cells());
  std::vector<std::uint64_t> next(arrays->row_begin.begin(), arrays->row_begin.end() - 1);
  for (std::size_t row = 0; row < matrix.rows; ++row)
    for (std::uint64_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k) {
      const std::uint64_t place = next[matrix.column[k]]++;
      arrays->column[place] = static_cast<std::uint16_t>(row);
      arrays->value[place] = matrix.value[k];
    }
  return share(matrix.columns, matrix.rows, std::move(arrays));
}

std::vector<double> row_sums(const SparseRows& matrix) {
  std::vector<double> sums(matrix.rows, 0);
  for (std::size_t row = 0; row < matrix.rows; ++row)
    for (std::uint64_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k) sums[row] += matrix.value[k];
  return sums;
}

std::vector<double> column_sums(const SparseRows& matrix) {
  std::vector<double> sums(matrix.columns, 0);
  for (std::size_t k = 0; k < matrix.cells(); ++k) sums[matrix.column[k]] += matrix.value[k];
  return sums;
}

} // namespace rashin::supply

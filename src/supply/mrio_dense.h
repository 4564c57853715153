#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rashin::supply {

/// A dense matrix by columns.
struct Dense {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> value;

  Dense() = default;
  Dense(std::size_t row_count, std::size_t column_count)
      : rows(row_count), columns(column_count), value(row_count * column_count, 0) {}
  double& operator()(std::size_t row, std::size_t col) { return value[col * rows + row]; }
  double operator()(std::size_t row, std::size_t col) const { return value[col * rows + row]; }
  std::span<const double> column(std::size_t col) const { return {value.data() + col * rows, rows}; }
};

/// LAPACK on one thread, so that results do not depend on the machine's load or core count. Thread-safe.
/// The inverse, or nullopt if the matrix is singular to working precision.
std::optional<Dense> inverse(Dense matrix);
/// matrix⁻¹ · right, or nullopt if singular.
std::optional<Dense> solve(Dense matrix, Dense right);
Dense product(const Dense& left, const Dense& right);

} // namespace rashin::supply

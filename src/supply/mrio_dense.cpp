#include "supply/mrio_dense.h"

#include "core/result.h"

#include <cblas.h>

extern "C" {
void dgetrf_(const int* rows, const int* columns, double* a, const int* leading, int* pivots, int* info);
void dgetri_(const int* n, double* a, const int* leading, const int* pivots, double* work, const int* size, int* info);
void dgetrs_(const char* transpose, const int* n, const int* right, const double* a, const int* leading,
             const int* pivots, double* b, const int* b_leading, int* info, std::size_t transpose_length);
}

namespace rashin::supply {
namespace {

/// LU factors in place; false if a pivot is zero.
bool factor(Dense& matrix, std::vector<int>& pivots) {
  if (matrix.rows != matrix.columns) throw Error("a matrix to invert is not square");
  openblas_set_num_threads(1);
  const int n = static_cast<int>(matrix.rows);
  int info = 0;
  pivots.resize(matrix.rows);
  dgetrf_(&n, &n, matrix.value.data(), &n, pivots.data(), &info);
  return info == 0;
}

} // namespace

std::optional<Dense> inverse(Dense matrix) {
  std::vector<int> pivots;
  if (matrix.rows == 0) return matrix;
  if (!factor(matrix, pivots)) return std::nullopt;
  const int n = static_cast<int>(matrix.rows);
  int info = 0, query = -1;
  double wanted = 0;
  dgetri_(&n, matrix.value.data(), &n, pivots.data(), &wanted, &query, &info);
  std::vector<double> work(static_cast<std::size_t>(wanted));
  const int size = static_cast<int>(work.size());
  dgetri_(&n, matrix.value.data(), &n, pivots.data(), work.data(), &size, &info);
  if (info != 0) return std::nullopt;
  return matrix;
}

std::optional<Dense> solve(Dense matrix, Dense right) {
  std::vector<int> pivots;
  if (matrix.rows == 0) return right;
  if (!factor(matrix, pivots)) return std::nullopt;
  const int n = static_cast<int>(matrix.rows), columns = static_cast<int>(right.columns);
  int info = 0;
  dgetrs_("N", &n, &columns, matrix.value.data(), &n, pivots.data(), right.value.data(), &n, &info, 1);
  return right;
}

Dense product(const Dense& left, const Dense& right) {
  if (left.columns != right.rows) throw Error("matrices that do not fit are multiplied");
  openblas_set_num_threads(1);
  Dense result(left.rows, right.columns);
  if (result.value.empty() || left.columns == 0) return result;
  const auto dim = [](std::size_t size) { return static_cast<int>(size); };
  cblas_dgemm(CblasColMajor, CblasNoTrans, CblasNoTrans, dim(left.rows), dim(right.columns), dim(left.columns), 1.0,
              left.value.data(), dim(left.rows), right.value.data(), dim(right.rows), 0.0, result.value.data(),
              dim(result.rows));
  return result;
}

} // namespace rashin::supply

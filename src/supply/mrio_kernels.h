#pragma once
#include <cstddef>
#include <cstdint>

namespace rashin::supply {

/// Rows of the streamed table: the cells of one supplier. Values are flows per day.
template <class Value> struct StreamRow {
  const std::uint16_t* column;
  const Value* value;
  std::size_t cells;
};

/// The loops over the table, the only ones that touch every cell. Arrays hold `lanes` draws side by side for each
/// industry, lane fastest; lanes never mix, so a draw has the same bytes whatever runs beside it. Wider vector units
/// are used where the processor has them; without fused operations the bytes are the same.

/// sums[2·(column·lanes + lane)] += value · old_weight[lane] for one lane; for eight lanes the two sums of a column lie
/// one after the other: sums[column·2·lanes + lane] with old weights, then new ones.
void scatter_1(StreamRow<double> row, const double* old_weight, const double* new_weight, double* sums);
void scatter_8(StreamRow<float> row, const double* old_weight, const double* new_weight, double* sums);

/// sum[lane] = Σ value · scale[column·lanes + lane].
void gather_1(StreamRow<double> row, const double* scale, double* sum);
void gather_8(StreamRow<float> row, const double* scale, double* sum);

/// What one input sector does to its users on a day; arrays over industries × lanes.
struct InputLimit {
  const double* coefficient; ///< per industry: input per unit of output, 0 where it never limits
  const double* need;        ///< per lane: days of stock needed to produce in full
  const double* stock;
  const double* wanted;   ///< output wanted
  const double* strength; ///< per industry × lane: 1 essential, ½ important, 0 not
  double* share;          ///< output possible over wanted: lowered here
};
void limit_1(const InputLimit& limit, std::size_t industries);
void limit_8(const InputLimit& limit, std::size_t industries);

struct StockUpdate {
  const double* coefficient; ///< per industry
  const double* days;        ///< per lane: days of use to hold
  const double* gap_share;   ///< per lane: share of a gap ordered each day
  const double* output;
  const double* expected; ///< output expected, for the target
  const double* sums;     ///< of scatter: deliveries over old scale, then new weights
  const double* extra;    ///< deliveries over watched links
  double* stock;
  double* scale;     ///< orders per unit of weighted flow: old in, new out
  double* delivered; ///< per lane: sum of deliveries, added to
};
void update_1(const StockUpdate& update, std::size_t industries);
void update_8(const StockUpdate& update, std::size_t industries);

} // namespace rashin::supply

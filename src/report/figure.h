#pragma once
#include "core/localized_text.h"

#include <optional>
#include <string>
#include <vector>

namespace rashin::report {

/// low <= high, same unit as the value it belongs to. 5–95 % unless the text beside it says otherwise.
struct Interval {
  double low = 0;
  double high = 0;
  bool operator==(const Interval&) const = default;
};

/// Five quantiles of one quantity, in ascending order.
struct Band {
  double p5 = 0;
  double p25 = 0;
  double p50 = 0;
  double p75 = 0;
  double p95 = 0;
  bool operator==(const Band&) const = default;
};

/// A number as a reader meets it. `id` is `table/row/column`, the word of `rashin trace` and the anchor in the HTML:
/// the first table cell that carries it is the anchor; where no table shows it, its first mention is.
struct Figure {
  std::optional<double> value{}; ///< empty = missing: shown as "—", read aloud as 欠測 / missing
  std::optional<Interval> interval{};
  LocalizedText unit{};             ///< empty in cells whose column names the unit
  int digits = 3;                   ///< significant digits, at the least all before the decimal point
  std::string id{};                 ///< may be empty
  std::vector<std::string> basis{}; ///< ids of sources or quotes in the document's source list
  bool operator==(const Figure&) const = default;
};

} // namespace rashin::report

#pragma once
#include "report/chart.h"

namespace rashin::report {

/// The picture of a chart as a file for programs that know no style sheets (office programs, rasterisers): every class
/// is resolved, in the colours of paper, into attributes of its shape. White ground. Same chart, same bytes.
std::string to_plain_svg(const ChartSpec& chart, Language language);

struct PictureSize {
  double width = 0;
  double height = 0;
};
/// Width and height in pixels as the root of a picture of ours names them.
PictureSize size_of_svg(std::string_view svg);

} // namespace rashin::report

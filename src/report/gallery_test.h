#pragma once
#include "report/document.h"

namespace rashin::report {

/// Made-up examples, labelled as such, that show every chart and every block; only for tests.
struct NamedChart {
  std::string name;
  ChartSpec chart;
};
std::vector<NamedChart> sample_charts();
Document sample_document();

} // namespace rashin::report

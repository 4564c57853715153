#pragma once
#include "report/figure.h"

namespace rashin::report {

/// What every chart says in words: `title` names it, `description` tells someone who cannot see it what it shows.
struct ChartText {
  LocalizedText title{};
  LocalizedText description{};
};

struct NetworkNode {
  std::string id{};
  LocalizedText name{};
  int tier = 0;          ///< 0 = left-most (raw material), towards end uses
  LocalizedText badge{}; ///< such as stock: "60 days"; may be empty
  bool critical = false; ///< marked: the chart's description says for what
};
struct NetworkArc {
  std::string from{};
  std::string to{};
  std::optional<double> share{}; ///< 0…1 of what `to` takes in, sets the width; empty: none is known, a thin line
  bool critical = false;
};
struct NetworkChart {
  ChartText text{};
  std::vector<LocalizedText> tiers{};
  std::vector<NetworkNode> nodes{}; ///< up to about 60
  std::vector<NetworkArc> arcs{};   ///< from a lower tier to a higher one
};

} // namespace rashin::report

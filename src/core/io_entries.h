#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace rashin {

/// Who sells and buys in an input–output table: an industry is a sector of a region, a final demand a category of one.
struct IndustryCode {
  std::string region;
  std::string sector;
  bool operator==(const IndustryCode&) const = default;
};
struct FinalDemandCode {
  std::string region;
  std::string category;
  bool operator==(const FinalDemandCode&) const = default;
};

/// One cell: the industry `row` sells `value` to the industry or final demand `column` (both 0-based).
struct IoEntry {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  double value = 0;
};

/// An input–output table as its source states it: labels and cells, before any rule has touched a number.
/// Plain data that readers hand to the engine; units are those of the source (`unit`, per year).
struct IoEntries {
  std::string name;
  std::string unit;
  std::string year;
  std::vector<IndustryCode> industries;
  std::vector<FinalDemandCode> final_demands;
  std::vector<IoEntry> flows;              ///< industry to industry
  std::vector<IoEntry> final_demand_flows; ///< industry to final demand
  std::vector<double> stated_output;       ///< output per industry where the source states it, else empty
};

} // namespace rashin

#include "supply/mrio_select.h"

namespace rashin::supply {

std::vector<std::uint32_t> matching_industries(const Mrio& table, std::string_view selector) {
  std::vector<std::uint32_t> list;
  const std::size_t bar = selector.find('|');
  const std::string_view region = selector.substr(0, bar);
  const std::string_view sector = bar == std::string_view::npos ? "*" : selector.substr(bar + 1);
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const auto& [its_region, its_sector] = table.industries[i];
    if ((region == "*" || table.regions[its_region] == region) &&
        (sector == "*" || table.sectors[its_sector] == sector))
      list.push_back(i);
  }
  return list;
}

} // namespace rashin::supply

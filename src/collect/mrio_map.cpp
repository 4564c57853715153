#include "collect/mrio_labels.h"
#include "collect/mrio_readers.h"

#include <algorithm>

namespace rashin::collect {

Result<std::vector<IndustryCode>> read_aggregation_map(const NamedText& file,
                                                       const std::vector<IndustryCode>& industries) {
  DelimitedText text(file.text, ',', file.name);
  text.next();
  const bool by_number = !text.fields().empty() && text.fields()[0] == "row";
  if (text.fields().size() < 3) text.fault("mrio-missing-column", 0, {"row, region, sector"});
  PairNumbers numbers;
  for (const IndustryCode& code : industries) numbers.number(code.region, code.sector);
  std::vector<IndustryCode> map(industries.size());
  while (!text.failed() && text.next()) {
    if (!text.expect(3)) continue;
    const std::string_view key = text.fields()[0];
    std::optional<std::uint32_t> place;
    std::string region, sector;
    if (by_number)
      place = text.index(0, industries.size());
    else if (split_label(key, '|', region, sector) && numbers.known(region, sector))
      place = numbers.number(region, sector).first;
    else
      text.fault("mrio-unknown-industry", 0, {key});
    if (!place) continue;
    if (text.fields()[1].empty() || text.fields()[2].empty())
      text.fault("mrio-bad-label", 1, {text.fields()[1], "region, sector"});
    else if (!map[*place].region.empty())
      text.fault("mrio-duplicate-code", 0, {key});
    else
      map[*place] = {std::string(text.fields()[1]), std::string(text.fields()[2])};
  }
  Diagnostics faults = text.take_faults();
  for (std::size_t i = 0; faults.empty() && i < map.size(); ++i)
    if (map[i].region.empty())
      faults.push_back(
          make_diagnostic("mrio-aggregation-map", {file.name}, {industries[i].region + "|" + industries[i].sector}));
  if (!faults.empty()) return faults;
  return map;
}

} // namespace rashin::collect

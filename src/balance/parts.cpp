#include "balance/parts.h"

#include <algorithm>
#include <map>
#include <set>

namespace rashin::balance {
namespace {

void ways_up(const Decomposition& d, std::vector<std::size_t>& way, std::vector<PartWay>& ways) {
  if (d.parts.at(way.back()).level == PartLevel::System)
    ways.push_back({std::vector<std::size_t>(way.rbegin(), way.rend())});
  for (const PartOf& relation : d.relations)
    if (relation.part == way.back()) {
      way.push_back(relation.whole);
      ways_up(d, way, ways);
      way.pop_back();
    }
}

} // namespace

Diagnostics check_decomposition(const Decomposition& d) {
  Diagnostics faults;
  std::set<std::string, std::less<>> ids;
  std::set<std::pair<std::size_t, std::size_t>> seen;
  std::vector<bool> has_part(d.parts.size(), false), has_whole(d.parts.size(), false);
  for (const Part& part : d.parts)
    if (!ids.insert(part.id).second) faults.push_back(make_diagnostic("id-twice", part.place, {part.id}));
  for (const PartOf& relation : d.relations) {
    const Part &whole = d.parts.at(relation.whole), &part = d.parts.at(relation.part);
    has_part[relation.whole] = has_whole[relation.part] = true;
    if (!seen.emplace(relation.whole, relation.part).second)
      faults.push_back(make_diagnostic("parts-twice", relation.place, {whole.id, part.id}));
    if (part.level <= whole.level)
      faults.push_back(make_diagnostic("parts-level", relation.place, {part.id, whole.id}));
  }
  for (std::size_t p = 0; p < d.parts.size(); ++p) {
    if (d.parts[p].level == PartLevel::System && !has_part[p])
      faults.push_back(make_diagnostic("parts-system-bare", d.parts[p].place, {d.parts[p].id}));
    if (d.parts[p].level != PartLevel::System && !has_whole[p])
      faults.push_back(make_diagnostic("parts-of-nothing", d.parts[p].place, {d.parts[p].id}));
  }
  return faults;
}

std::vector<PartWay> used_in(const Decomposition& decomposition, std::size_t part) {
  std::vector<PartWay> ways;
  std::vector<std::size_t> way{part};
  ways_up(decomposition, way, ways);
  std::stable_sort(ways.begin(), ways.end(),
                   [](const PartWay& a, const PartWay& b) { return a.parts.front() < b.parts.front(); });
  return ways;
}

std::vector<bool> works_without(const Decomposition& d, std::span<const std::size_t> denied) {
  std::vector<bool> works(d.parts.size(), true);
  for (const std::size_t part : denied) works.at(part) = false;
  std::vector<std::size_t> order(d.parts.size());
  for (std::size_t p = 0; p < order.size(); ++p) order[p] = p;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return d.parts[a].level > d.parts[b].level; });
  for (const std::size_t whole : order) {
    std::map<std::string, bool, std::less<>> groups;
    for (const PartOf& relation : d.relations) {
      if (relation.whole != whole) continue;
      if (relation.group.empty())
        works[whole] = works[whole] && works[relation.part];
      else
        groups[relation.group] = groups[relation.group] || works[relation.part];
    }
    for (const auto& [group, any] : groups) works[whole] = works[whole] && any;
  }
  return works;
}

} // namespace rashin::balance

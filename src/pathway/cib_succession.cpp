#include "pathway/cib_succession.h"

#include "core/draws.h"
#include "math/parallel.h"
#include "pathway/cib_successors.h"

#include <algorithm>
#include <map>

namespace rashin::pathway {
namespace {

/// In the table of successors the upper bits tell that a node is settled (its attractor) or on the path now walked.
constexpr std::uint32_t settled = 0x80000000u, walking = 0x40000000u, low_bits = 0x3fffffffu;

Scenario scenario_of(const CrossImpactMatrix& matrix, std::uint64_t index) {
  Scenario scenario(matrix.size());
  for (std::size_t d = matrix.size(); d-- > 0; index /= matrix.states_of(d))
    scenario[d] = static_cast<int>(index % matrix.states_of(d));
  return scenario;
}

void rotate_to_least(std::vector<Scenario>& members) {
  std::rotate(members.begin(), std::min_element(members.begin(), members.end()), members.end());
}

void sort_attractors(std::vector<Attractor>& attractors) {
  std::sort(attractors.begin(), attractors.end(),
            [](const Attractor& a, const Attractor& b) { return a.members < b.members; });
}

/// Walks the graph of successors once: each node is visited, then settled, so the whole costs two visits per node.
SuccessionMap settle(const CrossImpactMatrix& matrix, std::vector<std::uint32_t> next) {
  SuccessionMap map{{}, next.size(), false};
  std::vector<std::uint32_t> path;
  for (std::uint32_t start = 0; start < next.size(); ++start) {
    path.clear();
    std::uint32_t at = start;
    while (!(next[at] & (settled | walking))) {
      const std::uint32_t onward = next[at];
      next[at] = walking | static_cast<std::uint32_t>(path.size());
      path.push_back(at);
      at = onward;
    }
    std::uint32_t label = next[at];
    if (label & walking) { // the path ran into itself: a new attractor
      Attractor attractor;
      for (std::size_t i = label & low_bits; i < path.size(); ++i)
        attractor.members.push_back(scenario_of(matrix, path[i]));
      rotate_to_least(attractor.members);
      label = settled | static_cast<std::uint32_t>(map.attractors.size());
      map.attractors.push_back(std::move(attractor));
    }
    for (const std::uint32_t node : path) next[node] = label;
    map.attractors[label & low_bits].basin += path.size();
  }
  sort_attractors(map.attractors);
  return map;
}

SuccessionMap from_drawn_starts(const CrossImpactMatrix& matrix, const SuccessionOptions& options) {
  SuccessionMap map{{}, options.sampled_starts, true};
  std::vector<FactorKey> keys;
  for (const Descriptor& descriptor : matrix.descriptors()) keys.emplace_back("cib/start/" + descriptor.name);
  std::map<Scenario, std::size_t> known; // every scenario met -> its attractor
  for (std::uint64_t draw = 0; draw < options.sampled_starts; ++draw) {
    Scenario at(matrix.size());
    for (std::size_t d = 0; d < matrix.size(); ++d)
      at[d] =
          static_cast<int>(uniform(options.seed, keys[d], Stream::A, draw) * static_cast<double>(matrix.states_of(d)));
    std::vector<Scenario> path;
    std::map<Scenario, std::size_t> on_path;
    while (!known.contains(at) && !on_path.contains(at)) {
      on_path[at] = path.size();
      path.push_back(at);
      at = successor(matrix, at, options.rule);
    }
    std::size_t label = map.attractors.size();
    if (const auto found = known.find(at); found != known.end()) {
      label = found->second;
    } else {
      Attractor attractor{{path.begin() + static_cast<std::ptrdiff_t>(on_path[at]), path.end()}, 0};
      rotate_to_least(attractor.members);
      map.attractors.push_back(std::move(attractor));
    }
    for (Scenario& scenario : path) known.emplace(std::move(scenario), label);
    ++map.attractors[label].basin;
  }
  sort_attractors(map.attractors);
  return map;
}

template <class T>
std::vector<std::uint32_t> all_successors(const CrossImpactMatrix& matrix, Succession rule, unsigned threads) {
  const CibSuccessors<T> successors(matrix, rule);
  std::vector<std::uint32_t> next(successors.configurations());
  const bool done = math::parallel_for(successors.chunks(), {threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t chunk = begin; chunk < end; ++chunk) successors.fill(chunk, next);
  });
  if (!done) throw Error("succession was stopped without a request");
  return next;
}

} // namespace

Scenario successor(const CrossImpactMatrix& matrix, const Scenario& scenario, Succession rule) {
  const std::vector<int> balances = impact_balances(matrix, scenario);
  Scenario next = scenario;
  int largest_gap = 0;
  std::size_t mover = 0;
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    const int* const own = balances.data() + matrix.first_state(d);
    const int* const best = std::max_element(own, own + matrix.states_of(d));
    const int gap = *best - own[scenario[d]];
    if (gap > 0) next[d] = static_cast<int>(best - own);
    if (gap > largest_gap) {
      largest_gap = gap;
      mover = d;
    }
  }
  if (rule == Succession::Global || largest_gap == 0) return next;
  Scenario moved = scenario;
  moved[mover] = next[mover];
  return moved;
}

SuccessionMap succession_map(const CrossImpactMatrix& matrix, const SuccessionOptions& options) {
  const auto configurations = matrix.configurations();
  const std::uint64_t most = std::min<std::uint64_t>(options.most_configurations, low_bits);
  if (!configurations || *configurations > most) return from_drawn_starts(matrix, options);
  if (CibSuccessors<std::int16_t>::fits(matrix))
    return settle(matrix, all_successors<std::int16_t>(matrix, options.rule, options.threads));
  return settle(matrix, all_successors<std::int32_t>(matrix, options.rule, options.threads));
}

} // namespace rashin::pathway

#include "pathway/bayes.h"

#include <algorithm>

namespace rashin::pathway {

std::vector<std::vector<double>> noisy_or(const std::vector<NoisyCause>& causes, double leak, std::size_t effect) {
  if (effect > 1) throw Error("noisy-OR needs a node of two values");
  std::size_t rows = 1;
  for (const NoisyCause& cause : causes) rows *= cause.alone.size();
  std::vector<std::vector<double>> table;
  for (std::size_t row = 0; row < rows; ++row) {
    double fails = 1 - leak;
    std::size_t rest = row;
    for (std::size_t i = causes.size(); i-- > 0;) {
      fails *= 1 - causes[i].alone[rest % causes[i].alone.size()];
      rest /= causes[i].alone.size();
    }
    table.push_back(effect == 1 ? std::vector<double>{fails, 1 - fails} : std::vector<double>{1 - fails, fails});
  }
  return table;
}

std::vector<std::size_t> cycle_of(const BayesNetwork& network) {
  std::vector<bool> clear(network.size(), false); // reaches no cycle through its parents
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t n = 0; n < network.size(); ++n) {
      const auto& parents = network[n].parents;
      if (clear[n] || !std::all_of(parents.begin(), parents.end(), [&](std::size_t p) { return bool{clear[p]}; }))
        continue;
      clear[n] = grew = true;
    }
  }
  const auto first = std::find(clear.begin(), clear.end(), false);
  if (first == clear.end()) return {};
  std::vector<std::size_t> walk{static_cast<std::size_t>(first - clear.begin())};
  for (;;) { // each node that is not clear hangs on another that is not
    const auto& parents = network[walk.back()].parents;
    const std::size_t next = *std::find_if(parents.begin(), parents.end(), [&](std::size_t p) { return !clear[p]; });
    if (const auto met = std::find(walk.begin(), walk.end(), next); met != walk.end()) {
      std::vector<std::size_t> cycle(met, walk.end());
      std::reverse(cycle.begin(), cycle.end()); // along the arrows
      std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
      return cycle;
    }
    walk.push_back(next);
  }
}

} // namespace rashin::pathway

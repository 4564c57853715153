#include "pathway/morphology.h"

#include "core/result.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace rashin::pathway {
namespace {

/// Values that may be tried: all of a parameter of which none is asked for.
std::vector<bool> tried_values(const MorphologicalField& field, const std::vector<std::size_t>& with) {
  std::vector<bool> tried(field.values(), true);
  for (std::size_t p = 0; p < field.parameters.size(); ++p) {
    const auto begin = field.first[p], end = field.first[p + 1];
    const auto own = [&](std::size_t value) { return value >= begin && value < end; };
    if (std::none_of(with.begin(), with.end(), own)) continue;
    for (std::size_t value = begin; value < end; ++value)
      tried[value] = std::find(with.begin(), with.end(), value) != with.end();
  }
  return tried;
}

std::optional<std::uint64_t> combinations(const MorphologicalField& field, const std::vector<bool>& tried) {
  std::uint64_t product = 1;
  for (std::size_t p = 0; p < field.parameters.size(); ++p) {
    std::uint64_t count = 0;
    for (std::size_t value = field.first[p]; value < field.first[p + 1]; ++value) count += tried[value] ? 1 : 0;
    if (__builtin_mul_overflow(product, count, &product)) return std::nullopt;
  }
  return product;
}

/// Calls what for each pair of chosen values.
template <class What> void each_pair(const MorphologicalField& field, const Scenario& values, const What& what) {
  for (std::size_t p = 0; p < values.size(); ++p)
    for (std::size_t q = p + 1; q < values.size(); ++q)
      what(field.first[p] + static_cast<std::size_t>(values[p]), field.first[q] + static_cast<std::size_t>(values[q]));
}

void find_obstacles(const MorphologicalField& field, const CrossImpactMatrix& matrix, const SolveOptions& options,
                    MorphologyAnswer& answer) {
  SolveOptions wider = options;
  wider.tolerance = 1; // one impossible pair per value at most; those with one in all are picked out
  const Solution solution = consistent_scenarios(matrix, wider);
  answer.obstacles_complete = solution.complete;
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> opens;
  for (const Scenario& values : solution.scenarios) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    each_pair(field, values, [&](std::size_t a, std::size_t b) {
      if (field.pair(a, b) == PairJudgement::Impossible) found.emplace_back(a, b);
    });
    if (found.size() == 1) ++opens[found[0]];
  }
  for (const auto& [pair, count] : opens) answer.obstacles.push_back({pair.first, pair.second, count});
  std::stable_sort(answer.obstacles.begin(), answer.obstacles.end(),
                   [](const LoneObstacle& a, const LoneObstacle& b) { return a.opens > b.opens; });
}

} // namespace

MorphologicalField::MorphologicalField(std::vector<Descriptor> of, std::vector<PairJudgement> judged)
    : parameters(std::move(of)), pairs(std::move(judged)), first{0} {
  for (const Descriptor& parameter : parameters) {
    if (parameter.states.empty() || parameter.states.size() > most_values)
      throw Error("a parameter of a morphological field without values, or with too many");
    first.push_back(first.back() + parameter.states.size());
  }
  if (pairs.size() != values() * values()) throw Error("pairs of a morphological field do not fit its values");
  for (std::size_t a = 0; a < values(); ++a)
    for (std::size_t b = 0; b < a; ++b)
      if (pair(a, b) != pair(b, a)) throw Error("pairs of a morphological field are not symmetric");
}

CrossImpactMatrix as_cross_impacts(const MorphologicalField& field, const std::vector<std::size_t>& with) {
  const std::size_t n = field.parameters.size(), states = field.values() + n;
  const std::vector<bool> tried = tried_values(field, with);
  const int refuted = static_cast<int>(n) + 8; // more than tolerance and all other parameters can make up for
  std::vector<Descriptor> descriptors = field.parameters;
  std::vector<int> cells(states * states, 0);
  const auto state = [&](std::size_t parameter, std::size_t value) { return value + parameter; };
  for (std::size_t p = 0; p < n; ++p) {
    descriptors[p].states.emplace_back("");
    const std::size_t none = state(p, field.first[p + 1]);
    for (std::size_t a = field.first[p]; a < field.first[p + 1]; ++a) {
      cells[none * states + state(p, a)] = refuted;
      if (!tried[a]) cells[state(p, a) * states + state(p, a)] = -refuted;
      for (std::size_t q = 0; q < n; ++q)
        for (std::size_t b = field.first[q]; q != p && b < field.first[q + 1]; ++b)
          if (field.pair(a, b) == PairJudgement::Impossible) cells[state(p, a) * states + state(q, b)] = -1;
    }
  }
  return {std::move(descriptors), std::move(cells)};
}

MorphologyAnswer configurations(const MorphologicalField& field, const MorphologyOptions& options) {
  const CrossImpactMatrix matrix = as_cross_impacts(field, options.with);
  const SolveOptions search{0, options.most_scenarios, 0, options.stop};
  Solution solution = consistent_scenarios(matrix, search);
  MorphologyAnswer answer;
  answer.complete = solution.complete;
  answer.tried = tried_values(field, options.with);
  answer.combinations = combinations(field, answer.tried);
  answer.appears.assign(field.values(), 0);
  for (Scenario& values : solution.scenarios) {
    Configuration one{std::move(values), 0, 0};
    each_pair(field, one.values, [&](std::size_t a, std::size_t b) {
      one.constrained += field.pair(a, b) == PairJudgement::Constrained ? 1 : 0;
      one.unjudged += field.pair(a, b) == PairJudgement::Unjudged ? 1 : 0;
    });
    for (std::size_t p = 0; p < one.values.size(); ++p)
      ++answer.appears[field.first[p] + static_cast<std::size_t>(one.values[p])];
    answer.configurations.push_back(std::move(one));
  }
  std::sort(answer.configurations.begin(), answer.configurations.end(),
            [](const Configuration& a, const Configuration& b) {
              return std::tie(a.constrained, a.unjudged, a.values) < std::tie(b.constrained, b.unjudged, b.values);
            });
  if (options.obstacles) find_obstacles(field, matrix, search, answer);
  return answer;
}

} // namespace rashin::pathway

#include "pathway/bayes.h"

#include "core/draws.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace rashin::pathway {
namespace {

// Murphy's sprinkler network (Murphy 2001, The Bayes net toolbox for Matlab): cloudy, sprinkler, rain, wet.
BayesNetwork sprinkler() {
  return {{"C", {"0", "1"}, {}, {{0.5, 0.5}}},
          {"S", {"0", "1"}, {0}, {{0.5, 0.5}, {0.9, 0.1}}},
          {"R", {"0", "1"}, {0}, {{0.8, 0.2}, {0.2, 0.8}}},
          {"W", {"0", "1"}, {1, 2}, {{1, 0}, {0.1, 0.9}, {0.1, 0.9}, {0.01, 0.99}}}};
}

TEST(Bayes, SprinklerAsPublished) {
  EXPECT_NEAR(bayes_marginals(sprinkler(), Evidence(4))->posterior[3][1], 0.6471, 1e-15);
  const auto wet = bayes_marginals(sprinkler(), {{}, {}, {}, 1});
  EXPECT_NEAR(wet->evidence, 0.6471, 1e-15);
  EXPECT_NEAR(wet->posterior[1][1], 0.42976356050069553, 1e-15);
  EXPECT_NEAR(wet->posterior[2][1], 0.7079276773296247, 1e-15);
  const auto explained = bayes_marginals(sprinkler(), {{}, {}, 1, 1}); // rain explains the wet grass away
  EXPECT_NEAR(explained->posterior[1][1], 0.1945, 5e-5);
  EXPECT_EQ(explained->posterior[2], (std::vector<double>{0, 1}));
}

/// Nodes hang on up to three nodes with a smaller number; shuffled, so that order does not matter.
BayesNetwork random_network(std::uint64_t number, std::size_t n) {
  const auto pick = [&](const char* what, std::size_t i) { return uniform(number, what, Stream::A, i); };
  BayesNetwork network(n);
  for (std::size_t i = 0; i < n; ++i) {
    BayesNode& node = network[n - 1 - i]; // parents stand behind their children
    node.name = "n" + std::to_string(i);
    const std::size_t values = 1 + static_cast<std::size_t>(3 * pick("values", i));
    for (std::size_t v = 0; v < values; ++v) node.values.push_back(std::to_string(v));
    std::size_t rows = 1;
    for (std::size_t j = 0; j < i && node.parents.size() < 3; ++j)
      if (pick("parent", i * n + j) < 0.4) {
        node.parents.push_back(n - 1 - j);
        rows *= network[n - 1 - j].values.size();
      }
    for (std::size_t row = 0; row < rows; ++row) {
      std::vector<double>& line = node.table.emplace_back();
      double sum = 0;
      for (std::size_t v = 0; v < values; ++v) {
        const double u = pick("p", (i * 1000 + row) * 10 + v);
        sum += line.emplace_back(u < 0.1 ? 0 : u);
      }
      if (sum == 0)
        line.assign(values, 1.0 / static_cast<double>(values));
      else
        for (double& p : line) p /= sum;
    }
  }
  return network;
}

/// P(all nodes at these values).
double joint_of(const BayesNetwork& network, const std::vector<std::size_t>& values) {
  double p = 1;
  for (std::size_t n = 0; n < network.size(); ++n) {
    std::size_t row = 0;
    for (const std::size_t parent : network[n].parents) row = row * network[parent].values.size() + values[parent];
    p *= network[n].table[row][values[n]];
  }
  return p;
}

template <class What> void each_state(const BayesNetwork& network, const Evidence& evidence, const What& what) {
  std::vector<std::size_t> values(network.size(), 0);
  for (;;) {
    bool fits = true;
    for (std::size_t n = 0; n < network.size(); ++n) fits = fits && (!evidence[n] || *evidence[n] == values[n]);
    if (fits) what(values, joint_of(network, values));
    std::size_t n = 0;
    while (n < network.size() && ++values[n] == network[n].values.size()) values[n++] = 0;
    if (n == network.size()) return;
  }
}

TEST(Bayes, EqualsEnumeration) {
  std::size_t impossible = 0;
  for (std::uint64_t number = 0; number < 200; ++number) {
    const BayesNetwork network = random_network(number, 7);
    Evidence evidence(7);
    for (std::size_t n = 0; n < 7; ++n)
      if (uniform(number, "seen", Stream::A, n) < 0.3) evidence[n] = network[n].values.size() - 1;
    double all = 0;
    std::vector<std::vector<double>> sums;
    for (const BayesNode& node : network) sums.emplace_back(node.values.size(), 0.0);
    const std::size_t last = network[2].values.size();
    std::vector<double> pair(network[5].values.size() * last, 0.0);
    each_state(network, evidence, [&](const std::vector<std::size_t>& values, double p) {
      all += p;
      for (std::size_t n = 0; n < 7; ++n) sums[n][values[n]] += p;
      pair[values[5] * last + values[2]] += p;
    });
    const auto answer = bayes_marginals(network, evidence);
    if (all == 0) {
      ASSERT_FALSE(answer.ok());
      EXPECT_EQ(answer.diagnostics()[0].code, "bayes-impossible");
      ++impossible;
      continue;
    }
    EXPECT_NEAR(answer->evidence, all, 1e-13);
    for (std::size_t n = 0; n < 7; ++n)
      for (std::size_t v = 0; v < sums[n].size(); ++v)
        EXPECT_NEAR(answer->posterior[n][v], sums[n][v] / all, 1e-12) << number;
    const auto joint = bayes_joint(network, evidence, {5, 2});
    for (std::size_t i = 0; i < pair.size(); ++i) EXPECT_NEAR((*joint)[i], pair[i] / all, 1e-12) << number;
  }
  EXPECT_LT(impossible, 100u);
}

TEST(Bayes, TheOrderOfNodesDoesNotMatter) {
  const BayesNetwork one = sprinkler();
  const BayesNetwork other{{"W", one[3].values, {2, 1}, {{1, 0}, {0.1, 0.9}, {0.1, 0.9}, {0.01, 0.99}}},
                           {"R", one[2].values, {3}, one[2].table},
                           {"S", one[1].values, {3}, one[1].table},
                           {"C", one[0].values, {}, one[0].table}};
  const auto a = bayes_marginals(one, {{}, 1, {}, 1}), b = bayes_marginals(other, {1, {}, 1, {}});
  for (std::size_t n = 0; n < 4; ++n) EXPECT_NEAR(a->posterior[n][1], b->posterior[3 - n][1], 1e-15);
}

TEST(Bayes, ALongChainNeedsSmallTables) {
  BayesNetwork chain{{"0", {"a", "b"}, {}, {{0.3, 0.7}}}};
  for (std::size_t n = 1; n < 60; ++n)
    chain.push_back({std::to_string(n), {"a", "b"}, {n - 1}, {{0.9, 0.1}, {0.2, 0.8}}});
  BayesOptions small;
  small.largest_factor = 8;
  const auto answer = bayes_marginals(chain, Evidence(60), small);
  ASSERT_TRUE(answer.ok());
  EXPECT_NEAR(answer->posterior[59][0], 2.0 / 3, 1e-9); // near the chain's stationary share: 0.2 / (0.1 + 0.2)
  small.largest_factor = 3;
  const auto refused = bayes_marginals(chain, Evidence(60), small);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.diagnostics()[0].code, "bayes-too-large");
}

TEST(Bayes, NoisyOrMultipliesFailures) {
  const auto table = noisy_or({{{0, 0.8}}, {{0, 0.3, 0.5}}}, 0.1, 1);
  ASSERT_EQ(table.size(), 6u);
  EXPECT_NEAR(table[0][1], 0.1, 1e-15);
  EXPECT_NEAR(table[1][1], 1 - 0.9 * 0.7, 1e-15);
  EXPECT_NEAR(table[5][0], 0.9 * 0.2 * 0.5, 1e-15);
  EXPECT_NEAR(noisy_or({{{0, 0.8}}}, 0, 0)[1][0], 0.8, 1e-15);
}

TEST(Bayes, InformationIsWhatIsLearnt) {
  // A copy tells everything, an unconnected node nothing, a node seen no more.
  const BayesNetwork network{{"X", {"0", "1"}, {}, {{0.5, 0.5}}},
                             {"copy", {"0", "1"}, {0}, {{1, 0}, {0, 1}}},
                             {"apart", {"0", "1"}, {}, {{0.3, 0.7}}},
                             {"half", {"0", "1"}, {0}, {{0.9, 0.1}, {0.4, 0.6}}}};
  const auto open = bayes_information(network, Evidence(4), 0);
  EXPECT_EQ((*open)[0], 0);
  EXPECT_NEAR((*open)[1], 1, 1e-15);
  EXPECT_NEAR((*open)[2], 0, 1e-15);
  const auto entropy = [](double p) { return -p * std::log2(p) - (1 - p) * std::log2(1 - p); };
  EXPECT_NEAR((*open)[3], entropy(0.35) - (entropy(0.1) + entropy(0.4)) / 2, 1e-15);
  EXPECT_EQ((*bayes_information(network, {{}, 1, {}, {}}, 0))[3], 0); // X is known by then
}

TEST(Bayes, CyclesAreFound) {
  BayesNetwork network = sprinkler();
  EXPECT_TRUE(cycle_of(network).empty());
  network[0].parents = {3};
  EXPECT_EQ(cycle_of(network), (std::vector<std::size_t>{0, 1, 3}));
  network[0].parents = {0};
  EXPECT_EQ(cycle_of(network), (std::vector<std::size_t>{0}));
}

TEST(Bayes, BrokenShapesThrow) {
  BayesNetwork network = sprinkler();
  EXPECT_THROW((void)bayes_marginals(network, Evidence(3)), Error);
  EXPECT_THROW((void)bayes_marginals(network, {2, {}, {}, {}}), Error);
  network[1].table[0] = {0.5, 0.6};
  EXPECT_THROW((void)bayes_marginals(network, Evidence(4)), Error);
  network = sprinkler();
  network[3].table.pop_back();
  EXPECT_THROW((void)bayes_marginals(network, Evidence(4)), Error);
}

} // namespace
} // namespace rashin::pathway

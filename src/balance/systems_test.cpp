#include "balance/systems.h"
#include "core/draws.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace rashin::balance {
namespace {

SystemGraph kill_chain() { // vector netassess/killchain_graph: eight ways, everything passes c2
  SystemGraph graph;
  for (const auto& [id, layer] : std::vector<std::pair<const char*, int>>{{"sat1", 0},
                                                                          {"sat2", 0},
                                                                          {"radar", 0},
                                                                          {"link1", 1},
                                                                          {"link2", 1},
                                                                          {"c2", 2},
                                                                          {"shooterA", 3},
                                                                          {"shooterB", 3},
                                                                          {"target", 4}})
    graph.nodes.push_back({id, layer, 0.9});
  for (const auto& [from, to] : std::vector<std::pair<std::size_t, std::size_t>>{
           {0, 3}, {1, 3}, {1, 4}, {2, 4}, {3, 5}, {4, 5}, {5, 6}, {5, 7}, {6, 8}, {7, 8}})
    graph.edges.push_back({from, to});
  graph.sources = {0, 1, 2};
  graph.sink = 8;
  return graph;
}

TEST(Systems, KillChainVector) {
  const SystemGraph graph = kill_chain();
  EXPECT_TRUE(check_systems(graph).empty());
  EXPECT_EQ(path_count(graph), 8);
  EXPECT_EQ(simple_paths(graph).size(), 8u);
  EXPECT_EQ(simple_paths(graph).front(), (std::vector<std::size_t>{0, 3, 5, 6, 8}));
  EXPECT_EQ(minimum_node_cut(graph), (std::vector<std::size_t>{5}));
  const std::vector<double> lost{2, 4, 2, 4, 4, 8, 4, 4};
  for (std::size_t v = 0; v < lost.size(); ++v)
    EXPECT_EQ(8 - path_count(graph, std::vector<std::size_t>{v}), lost[v]) << graph.nodes[v].id;
  const std::vector<double> between{1.5, 3, 1.5, 8, 8, 18, 3.5, 3.5, 0};
  const auto found = betweenness(graph);
  for (std::size_t v = 0; v < between.size(); ++v) EXPECT_NEAR(found[v], between[v], 1e-12) << graph.nodes[v].id;
}

TEST(Systems, SerialAndParallelByHand) {
  SystemGraph graph; // two sensors beside each other, then one link: (1 - 0.5 × 0.4) × 0.9 = 0.72
  graph.nodes = {{"a", 0, 0.5}, {"b", 0, 0.6}, {"link", 1, 0.9}, {"effect", 2, 1}};
  graph.edges = {{0, 2}, {1, 2}, {2, 3}};
  graph.sources = {0, 1};
  graph.sink = 3;
  const auto result = reliability(graph);
  EXPECT_NEAR(result->works, 0.72, 1e-15);
  EXPECT_NEAR(result->birnbaum[0], 0.4 * 0.9, 1e-15);
  EXPECT_NEAR(result->birnbaum[1], 0.5 * 0.9, 1e-15);
  EXPECT_NEAR(result->birnbaum[2], 0.8, 1e-15);
  const auto denied = denial(graph, {1});
  EXPECT_NEAR(denied->works_after, 0.45, 1e-15);
  EXPECT_EQ(denied->paths_after, 1);
  EXPECT_EQ(denied->cut_before, 1u);
}

/// Up to 12 nodes in layers; edges upwards at random; the last node is the sink.
SystemGraph random_graph(std::uint64_t number) {
  const auto pick = [&](const char* what, std::uint64_t i) { return uniform(number, what, Stream::A, i); };
  SystemGraph graph;
  const auto n = 3 + static_cast<std::size_t>(pick("n", 0) * 10);
  for (std::size_t v = 0; v < n; ++v)
    graph.nodes.push_back({std::to_string(v), v + 1 == n ? 99 : static_cast<int>(pick("layer", v) * 4), pick("a", v)});
  graph.sink = n - 1;
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t w = 0; w < n; ++w)
      if (graph.nodes[v].layer < graph.nodes[w].layer && pick("edge", v * n + w) < 0.4) graph.edges.push_back({v, w});
  for (std::size_t v = 0; v + 1 < n; ++v)
    if (graph.nodes[v].layer == 0 || pick("source", v) < 0.1) graph.sources.push_back(v);
  if (graph.sources.empty()) graph.sources.push_back(0);
  return graph;
}

bool reaches(const SystemGraph& graph, unsigned working) {
  std::vector<bool> at(graph.nodes.size(), false);
  for (const std::size_t v : graph.sources) at[v] = ((working >> v) & 1) != 0;
  for (int layer = 0; layer <= 99; layer += 1)
    for (const SystemEdge& edge : graph.edges)
      if (graph.nodes[edge.from].layer == layer && at[edge.from] && (((working >> edge.to) & 1) != 0))
        at[edge.to] = true;
  return at[graph.sink];
}

TEST(Systems, EqualToEnumerationOnAThousandRandomGraphs) {
  std::size_t cuts = 0;
  for (std::uint64_t number = 0; number < 1000; ++number) {
    const SystemGraph graph = random_graph(number);
    const std::size_t n = graph.nodes.size();
    const unsigned sink = 1u << graph.sink, all = (1u << n) - 1;
    double works = 0;
    std::vector<double> with(n, 0.0), without(n, 0.0);
    std::size_t smallest = n + 1, smallest_inner = n + 1;
    unsigned sources = 0;
    for (const std::size_t v : graph.sources) sources |= 1u << v;
    for (unsigned state = 0; state <= all; ++state) {
      if ((state & sink) == 0) continue;
      const bool here = reaches(graph, state);
      if (!here) {
        const unsigned gone = all & ~state;
        smallest = std::min<std::size_t>(smallest, static_cast<std::size_t>(std::popcount(gone)));
        if ((gone & sources) == 0)
          smallest_inner = std::min<std::size_t>(smallest_inner, static_cast<std::size_t>(std::popcount(gone)));
        continue;
      }
      double p = 1;
      for (std::size_t v = 0; v + 1 < n; ++v)
        p *= ((state >> v) & 1) != 0 ? graph.nodes[v].availability : 1 - graph.nodes[v].availability;
      works += p;
      for (std::size_t v = 0; v + 1 < n; ++v) {
        const double a = graph.nodes[v].availability;
        if (((state >> v) & 1) != 0)
          with[v] += p / a;
        else
          without[v] += p / (1 - a);
      }
    }
    const auto result = reliability(graph);
    ASSERT_NEAR(result->works, works, 1e-12) << number;
    for (std::size_t v = 0; v + 1 < n; ++v) ASSERT_NEAR(result->birnbaum[v], with[v] - without[v], 1e-10) << number;
    const auto cut = minimum_node_cut(graph, Cut::SourcesToo), inner = minimum_node_cut(graph);
    ASSERT_EQ(cut->size(), smallest) << number;
    ASSERT_EQ(inner.has_value(), smallest_inner <= n) << number;
    if (inner) {
      ASSERT_EQ(inner->size(), smallest_inner) << number;
      unsigned left = all;
      for (const std::size_t v : *inner) left &= ~(1u << v);
      ASSERT_FALSE(reaches(graph, left)) << number;
      ++cuts;
    }
    ASSERT_EQ(path_count(graph), static_cast<double>(simple_paths(graph, 1u << 20).size())) << number;
  }
  EXPECT_GT(cuts, 300u); // the comparison is about something
}

TEST(Systems, FaultsAreToldAllAtOnce) {
  SystemGraph graph = kill_chain();
  graph.nodes[0].availability = 1.2;
  graph.edges.push_back({8, 3});
  graph.edges.push_back({0, 3});
  graph.nodes.push_back({"aside", 1, 0.5});
  std::vector<std::string> codes;
  for (const Diagnostic& d : check_systems(graph)) codes.push_back(d.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"systems-availability", "systems-layer", "systems-edge-twice",
                                             "systems-node-aside"}));
}

TEST(Systems, TooWideIsSaid) {
  SystemGraph graph;
  for (int v = 0; v < 24; ++v) graph.nodes.push_back({"s" + std::to_string(v), 0, 0.5});
  for (int v = 0; v < 24; ++v) graph.nodes.push_back({"t" + std::to_string(v), 1, 0.5});
  graph.nodes.push_back({"sink", 2, 1});
  graph.sink = 48;
  for (std::size_t v = 0; v < 24; ++v) {
    graph.sources.push_back(v);
    graph.edges.push_back({24 + v, 48});
    for (std::size_t w = 0; w < 24; ++w)
      if (v != w) graph.edges.push_back({v, 24 + w});
  }
  EXPECT_EQ(reliability(graph).diagnostics().front().code, "systems-too-wide");
}

} // namespace
} // namespace rashin::balance

#include "study/discovery_tables.h"

#include "core/draws.h"
#include "study/read.h"
#include "study/work.h"

#include <gtest/gtest.h>

namespace rashin::study {
namespace {

/// The template's numbers with losses planted by hand: one choice, the same in every pathway.
struct Planted {
  Study study;
  RunResult result;
};
template <class Fails> Planted planted(Fails fails) {
  FileSet files = new_study("x");
  files.erase("README.md");
  Planted made{read_study(files).take(), {}};
  made.study.header.failure_threshold = 1;
  RunOptions options;
  options.seed = 3, options.draws = 400, options.totals_only = true;
  made.result = run(made.study, options).take();
  for (auto& arm : made.result.losses)
    for (std::size_t p = 0; p < arm.loss.size(); ++p)
      for (std::size_t d = 0; d < 400; ++d) arm.loss[p][d] = fails(made, p, d) ? 2 : 0;
  return made;
}

double days_of(const Planted& made, std::size_t p, std::size_t d) {
  return made.result.parameters[made.study.shocks[made.study.pathways[p].shocks[0]].duration][d];
}

TEST(Discovery, FindsThePlantedBox) {
  const Planted made = planted([](const Planted& m, std::size_t p, std::size_t d) {
    const bool stop = m.study.shocks[m.study.pathways[p].shocks[0]].shock.kind == supply::ShockKind::PairBan;
    return stop && days_of(m, p, d) > 100;
  });
  const auto found = discoveries(made.study, made.result);
  ASSERT_EQ(found.size(), 1u); // nothing pays, so "none" is the choice
  ASSERT_EQ(found[0].verdict, DiscoveryVerdict::Found);
  ASSERT_FALSE(found[0].limits.empty());
  const Futures futures = futures_of(made.study, made.result, 0);
  const FutureInput& input = futures.inputs[found[0].limits[0].input];
  EXPECT_TRUE(input.id.ends_with(".days")) << input.id; // stops of both lengths are one input
  ASSERT_TRUE(found[0].limits[0].low);
  EXPECT_NEAR(*found[0].limits[0].low, 100, 12);
  EXPECT_GT(found[0].density, 0.9);
  EXPECT_GT(found[0].coverage, 0.9);
  const ResultTable table = discovery_table(made.study, made.result);
  EXPECT_EQ(table.table.column("verdict").text(0), "found");
  EXPECT_EQ(table.table.column("unit").text(1), "day");
}

TEST(Discovery, FindsNothingInNoise) {
  const Planted made = planted([](const Planted&, std::size_t p, std::size_t d) {
    return uniform(11, "noise/" + std::to_string(p), Stream::A, d) < 0.3;
  });
  EXPECT_EQ(discoveries(made.study, made.result)[0].verdict, DiscoveryVerdict::NothingFound);
}

TEST(Discovery, SaysWhenThereIsNothingToFind) {
  Planted made = planted([](const Planted&, std::size_t p, std::size_t d) { return p == 0 && d < 12; });
  EXPECT_EQ(discoveries(made.study, made.result)[0].verdict, DiscoveryVerdict::TooFewFailures);
  made = planted([](const Planted&, std::size_t, std::size_t d) { return d > 3; });
  EXPECT_EQ(discoveries(made.study, made.result)[0].verdict, DiscoveryVerdict::FailsAlmostAlways);
  made.study.header.failure_threshold.reset();
  EXPECT_EQ(discoveries(made.study, made.result)[0].verdict, DiscoveryVerdict::NoThreshold);
  EXPECT_EQ(discovery_table(made.study, made.result).table.rows(), 1u);
}

} // namespace
} // namespace rashin::study

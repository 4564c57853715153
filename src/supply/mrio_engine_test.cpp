#include "supply/mrio_ensemble.h"
#include "supply/mrio_explain.h"
#include "supply/mrio_test_tables.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace rashin::supply {
namespace {

PropagationResult run(const Mrio& table, const std::vector<TableShock>& shocks, const PropagationOptions& options) {
  auto result = propagate(table, shocks, options);
  if (!result) throw Error(to_text(result.diagnostics()[0], Language::English));
  return result.take();
}

double largest_difference(const DayTable& a, const DayTable& b) {
  double worst = 0;
  for (std::size_t k = 0; k < a.value.size(); ++k)
    worst = std::max(worst, std::abs(a.value[k] - b.value[k]) / (1e-9 + std::abs(b.value[k])));
  return a.value.size() == b.value.size() ? worst : 1e9;
}

TableShock capacity(std::uint32_t industry, double share, int start, int duration) {
  TableShock shock;
  shock.name = "capacity";
  shock.impacts = {{industry, share}};
  shock.start = start;
  shock.duration = duration;
  return shock;
}

TEST(DefaultEngine, StandsStillForTenYearsWithoutAShock) {
  const Mrio table = patchy_table(6, 12);
  PropagationOptions options;
  options.days = 3650;
  const PropagationResult result = run(table, {}, options);
  for (std::size_t t = 0; t < 3650; t += 73)
    for (std::size_t i = 0; i < table.size(); ++i)
      ASSERT_NEAR(result.production(t, i), table.output[i] / 365, 1e-12 * table.output[i] / 365) << t << " " << i;
  EXPECT_LE(result.worst_balance, 1e-12);
  EXPECT_LE(std::accumulate(result.total_unmet.begin(), result.total_unmet.end(), 0.0), 1e-9);
}

/// Where no corrected feature is used, the default engine is the compatible one but for the lag: an arbitrary event of
/// the peer acts one day late, and its full loss holds two days longer than asked.
class SameAsCompatible : public testing::TestWithParam<bool> {};
TEST_P(SameAsCompatible, ApartFromTheLag) {
  const Mrio table = patchy_table(6, 8);
  PropagationOptions options;
  options.input_days = 20;
  options.base_model = GetParam();
  // The base model orders whole gaps, so its demand stands still now and then; whether exactly is decided by rounding
  // in the peer and by a tolerance here. Up to day 40 that has not come up.
  options.days = GetParam() ? 40 : 200;
  TableShock peer = capacity(3, 0.8, 5, 30);
  peer.impacts.push_back({17, 0.5});
  peer.recovery = Recovery::Linear;
  peer.recovery_days = 50; // 0.8/50 and 0.5/50 have no digit beyond the sixth, which the peer rounds away
  TableShock ours = peer;
  ours.start = 6;
  ours.duration = 32;
  const PropagationResult mine = run(table, {ours}, options);
  options.engine = Engine::Compatible;
  const PropagationResult theirs = run(table, {peer}, options);
  EXPECT_LE(largest_difference(mine.production, theirs.production), 1e-9);
  EXPECT_LE(largest_difference(mine.capacity, theirs.capacity), 1e-9);
  EXPECT_GT(mine.production_loss[3], 10 * 0.5 * table.output[3] / 365) << "the shock did something";
  EXPECT_NEAR(std::accumulate(mine.total_unmet.begin(), mine.total_unmet.end(), 0.0),
              std::accumulate(theirs.total_unmet.begin(), theirs.total_unmet.end(), 0.0), 1e-5);
}
INSTANTIATE_TEST_SUITE_P(Models, SameAsCompatible, testing::Bool());

TEST(DefaultEngine, CapitalThatRecoversIsTheCompatibleOne) {
  const Mrio table = patchy_table(6, 8);
  PropagationOptions options;
  options.days = 120;
  TableShock peer;
  peer.kind = TableShockKind::Capital;
  peer.impacts = {{5, 2 * table.output[5]}};
  peer.start = 4;
  peer.duration = 10;
  peer.recovery = Recovery::Convex;
  peer.recovery_days = 40;
  TableShock ours = peer;
  ours.duration = 12; // capital acts at once, but stays out two days longer than asked
  const PropagationResult mine = run(table, {ours}, options);
  options.engine = Engine::Compatible;
  EXPECT_LE(largest_difference(mine.production, run(table, {peer}, options).production), 1e-9);
}

TEST(DefaultEngine, BalancesEveryDayUnderEveryKindOfShock) {
  const Mrio table = patchy_table(5, 6);
  TableShock link;
  link.kind = TableShockKind::Link;
  link.sellers = {0, 1, 2, 3, 4, 5};
  link.buyers = {6, 7, 8, 9, 10, 11};
  link.buyer_regions = {1};
  link.passage = 0.1;
  link.start = 3;
  link.duration = 40;
  TableShock capital;
  capital.kind = TableShockKind::Capital;
  capital.impacts = {{9, table.output[9]}};
  capital.start = 8;
  capital.duration = 5;
  capital.rebuilding = {{2, 0.7}, {4, 0.3}};
  TableShock demand;
  demand.kind = TableShockKind::FinalDemand;
  demand.impacts = {{20, 0.6}, {21, -0.3}};
  demand.start = 10;
  demand.duration = 20;
  PropagationOptions options;
  options.input_days = 10;
  options.postponed_share = 0.5;
  options.input_rules = {{0, no_sector, InputClass::NonEssential}, {1, no_sector, InputClass::Important}};
  const PropagationResult result = run(table, {link, capital, demand, capacity(14, 1, 2, 15)}, options);
  EXPECT_LE(result.worst_balance, 1e-12);
  for (const double made : result.production.value) ASSERT_GE(made, 0);
  EXPECT_GT(result.unmet_by_region[1], 0);
}

TEST(DefaultEngine, GivesTheSameBytesOnOneAndTwoThreads) {
  const Mrio table = patchy_table(6, 12);
  PropagationOptions options;
  options.days = 60;
  const std::vector<TableShock> shocks{capacity(7, 0.9, 2, 30)};
  const PropagationResult one = run(table, shocks, options);
  options.threads = 2;
  const PropagationResult two = run(table, shocks, options);
  EXPECT_EQ(one.production.value, two.production.value);
  EXPECT_EQ(one.total_unmet, two.total_unmet);
  EXPECT_EQ(one.worst_balance, two.worst_balance);
}

TEST(DefaultEngine, RemovingAShockRestoresTheBaseline) {
  const Mrio table = patchy_table(4, 5);
  PropagationOptions options;
  options.days = 50;
  const PropagationResult none = run(table, {}, options);
  EXPECT_EQ(run(table, {capacity(3, 0, 5, 10)}, options).production.value, none.production.value);
  TableShock open;
  open.kind = TableShockKind::Link;
  open.sellers = {1, 2};
  open.buyers = {7, 8};
  open.passage = 1;
  EXPECT_LE(largest_difference(run(table, {open}, options).production, none.production), 1e-13);
}

TEST(DefaultEngine, OrderOfShocksDoesNotMatter) {
  const Mrio table = patchy_table(5, 6);
  PropagationOptions options;
  options.days = 90;
  TableShock link;
  link.kind = TableShockKind::Link;
  link.sellers = {3};
  link.buyers = {12, 13};
  link.start = 2;
  link.duration = 30;
  const TableShock a = capacity(3, 0.7, 5, 20), b = capacity(20, 0.4, 9, 30);
  EXPECT_EQ(run(table, {a, b, link}, options).production.value, run(table, {link, b, a}, options).production.value);
}

TEST(DefaultEngine, UnmetDemandAddsUpHoweverItIsCut) {
  const Mrio table = patchy_table(5, 6);
  PropagationOptions options;
  options.days = 100;
  options.input_days = 5;
  TableShock ban;
  ban.kind = TableShockKind::Link;
  ban.sellers = {3, 4};
  ban.buyer_regions = {0, 2};
  ban.buyers = {1};
  ban.start = 5;
  ban.duration = 50;
  const PropagationResult result = run(table, {capacity(8, 1, 5, 60), ban}, options);
  const auto sum = [](const std::vector<double>& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
  const double total = sum(result.total_unmet);
  EXPECT_GT(total, 0);
  EXPECT_NEAR(sum(result.unmet), total, 1e-9 * total);
  EXPECT_NEAR(sum(result.unmet_by_region), total, 1e-9 * total);
  EXPECT_NEAR(sum(result.unmet_final_demand.value), total, 1e-9 * total);
}

TEST(Batch, IsTheSingleRunInFloatStorage) {
  const Mrio table = patchy_table(6, 8);
  PropagationOptions options;
  options.days = 150;
  options.input_days = 15;
  std::vector<std::vector<TableShock>> shocks;
  std::vector<PropagationOptions> each;
  for (std::uint32_t draw = 0; draw < 5; ++draw) {
    shocks.push_back({capacity(draw, 0.3 + 0.1 * draw, static_cast<int>(draw), 40)});
    each.push_back(options);
    each.back().stock_need = 0.5 + 0.1 * draw;
    each.back().input_days = 10 + draw;
  }
  std::vector<Member> members;
  for (std::size_t draw = 0; draw < 5; ++draw) members.push_back({shocks[draw], &each[draw]});
  const auto batch = propagate_batch(table, members, {});
  ASSERT_EQ(batch.size(), 5u);
  for (std::size_t draw = 0; draw < 5; ++draw) {
    const PropagationResult single = run(table, shocks[draw], each[draw]);
    const double loss = std::accumulate(single.production_loss.begin(), single.production_loss.end(), 0.0);
    EXPECT_NEAR(std::accumulate(batch[draw].production_loss.begin(), batch[draw].production_loss.end(), 0.0), loss,
                1e-4 * loss);
    EXPECT_LE(largest_difference(batch[draw].production, single.production), 1e-6);
  }
  // Beside other draws, or alone: the same bytes (links that any draw of a batch touches aside).
  const auto alone = propagate_batch(table, {&members[3], 1}, {});
  EXPECT_EQ(alone[0].production.value, batch[3].production.value);
}

TEST(Ensemble, IsTheSameOnOneAndTwoThreadsAndAfterAStop) {
  const Mrio table = patchy_table(4, 5);
  PropagationOptions options;
  options.days = 40;
  options.record_industries = options.record_causes = false;
  std::vector<std::vector<TableShock>> shocks;
  for (std::uint32_t draw = 0; draw < 20; ++draw) shocks.push_back({capacity(draw, 0.5, 1, 10)});
  std::vector<Member> members;
  for (const auto& list : shocks) members.push_back({list, &options});
  const auto collect = [&](EnsembleOptions ensemble, std::vector<std::vector<double>>& losses) {
    losses.resize(20);
    ensemble.on_batch = [&](std::size_t batch, std::span<const PropagationResult> results) {
      for (std::size_t k = 0; k < results.size(); ++k) losses[batch * batch_lanes + k] = results[k].production_loss;
    };
    return *run_ensemble(table, members, ensemble);
  };
  std::vector<std::vector<double>> one, two, resumed;
  EnsembleOptions ensemble;
  EXPECT_TRUE(collect(ensemble, one));
  ensemble.threads = 2;
  EXPECT_TRUE(collect(ensemble, two));
  EXPECT_EQ(one, two);
  ensemble.done = {true, false, false};
  EXPECT_TRUE(collect(ensemble, resumed));
  EXPECT_TRUE(resumed[7].empty());
  EXPECT_EQ(resumed[8], one[8]);
  std::stop_source source;
  source.request_stop();
  ensemble.stop = source.get_token();
  EXPECT_FALSE(collect(ensemble, resumed));
}

TEST(Explain, FollowsTheShortageBackToItsShock) {
  // a makes what b needs, b makes what c needs; a is hit.
  const Mrio table = small_table({{"A|a", "B|b", 10}, {"B|b", "C|c", 20}, {"C|c", "C", 40}, {"A|a", "A", 5}});
  PropagationOptions options;
  options.days = 60;
  options.input_days = 5;
  const std::vector<TableShock> shocks{capacity(static_cast<std::uint32_t>(*find_industry(table, "A|a")), 1, 3, 40)};
  const PropagationResult result = run(table, shocks, options);
  const auto chain = explain(table, shocks, options, result, *find_industry(table, "C|c"));
  ASSERT_EQ(chain.size(), 3u);
  EXPECT_EQ(industry_name(table, chain[0].industry), "C|c");
  EXPECT_EQ(chain[0].kind, CauseKind::Input);
  EXPECT_EQ(industry_name(table, *chain[0].supplier), "B|b");
  EXPECT_EQ(industry_name(table, *chain[1].supplier), "A|a");
  EXPECT_EQ(chain[2].kind, CauseKind::Shock);
  EXPECT_EQ(chain[2].shock, 0u);
  EXPECT_GE(chain[0].day, chain[1].day);
  EXPECT_GE(chain[1].day, chain[2].day);
  TableShock ban;
  ban.kind = TableShockKind::Link;
  ban.sellers = shocks[0].impacts.empty() ? std::vector<std::uint32_t>{} : std::vector{shocks[0].impacts[0].industry};
  ban.buyers = {static_cast<std::uint32_t>(*find_industry(table, "B|b"))};
  ban.duration = 50;
  const std::vector<TableShock> banned{ban};
  const auto by_link = explain(table, banned, options, run(table, banned, options), *find_industry(table, "C|c"));
  ASSERT_EQ(by_link.size(), 2u);
  EXPECT_EQ(by_link[1].kind, CauseKind::LinkShock);
  EXPECT_EQ(by_link[1].shock, 0u);
}

TEST(Explain, NamesABuilderThatIsOverloadedThoughItMakesMoreThanUsual) {
  const Mrio table = small_table({{"B|build", "B|home", 10},
                                  {"B|build", "B|build", 1},
                                  {"B|home", "B", 30},
                                  {"B|build", "B", 10},
                                  {"B|plant", "B", 40},
                                  {"B|build", "B|plant", 1}});
  const auto build = *find_industry(table, "B|build"), home = *find_industry(table, "B|home");
  TableShock quake;
  quake.kind = TableShockKind::Capital;
  quake.impacts = {{static_cast<std::uint32_t>(*find_industry(table, "B|plant")), 80}};
  quake.start = 2;
  quake.rebuilding = {{static_cast<std::uint32_t>(*find_name(table.sectors, "build")), 1}};
  PropagationOptions options;
  options.days = 90;
  options.input_days = 5;
  const std::vector<TableShock> shocks{quake};
  const PropagationResult result = run(table, shocks, options);
  const auto chain = explain(table, shocks, options, result, home);
  ASSERT_GE(chain.size(), 2u);
  EXPECT_EQ(chain[0].kind, CauseKind::Input);
  EXPECT_EQ(chain[0].supplier, build);
  EXPECT_EQ(chain.back().industry, build);
  EXPECT_EQ(chain.back().kind, CauseKind::Overload);
  // What it needs of its own kind is short for the same reason.
  const auto own = explain(table, shocks, options, result, build);
  ASSERT_FALSE(own.empty());
  EXPECT_EQ(own.back().kind, CauseKind::Overload);
}

TEST(Propagate, NamesEveryValueOutOfRange) {
  const Mrio table = patchy_table(2, 2);
  PropagationOptions options;
  options.stock_need = 1.5;
  options.days = 0;
  const auto result = propagate(table, std::vector<TableShock>{capacity(99, 2, -1, 3)}, options);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.diagnostics().size(), 5u);
  options = {};
  options.engine = Engine::Compatible;
  EXPECT_EQ(propagate(table, std::vector<TableShock>{capacity(0, 1, 1, 1), capacity(1, 1, 1, 1)}, options)
                .diagnostics()
                .at(0)
                .code,
            "mrio-compat-events");
}

TEST(Propagate, StopsWhenAsked) {
  const Mrio table = patchy_table(2, 2);
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW((void)propagate(table, {}, {}, source.get_token()), Stopped);
}

} // namespace
} // namespace rashin::supply

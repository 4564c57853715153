#include "cli/mrio_replay.h"
#include "cli/mrio_scenario.h"
#include "cli/mrio_source.h"
#include "collect/mrio_readers.h"
#include "supply/mrio_ensemble.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <unistd.h>

namespace rashin::cli {
namespace {
namespace fs = std::filesystem;

fs::path data() {
  const char* from = std::getenv("RASHIN_DATA");
  return fs::path(from ? from : RASHIN_SOURCE_DIR "/../shared/data") / "mrio";
}

std::string listed(const std::vector<Deviation>& deviations) {
  std::string text;
  for (const Deviation& d : deviations)
    if (d.largest > d.tolerance) text += d.output + " " + std::to_string(d.largest) + " at " + d.where + "\n";
  return text;
}

/// A scratch folder that is gone afterwards.
struct Scratch {
  fs::path path = fs::temp_directory_path() / ("rashin-tables-" + std::to_string(::getpid()));
  Scratch() { fs::create_directories(path); }
  ~Scratch() { fs::remove_all(path); }
  void write(const fs::path& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << text;
  }
};

TEST(FindTable, AFolderOfVectorsWithoutCellsIsNotTheTable) {
  const Scratch scratch;
  scratch.write("copy/wiod1435_2011/meta.json", "{}");
  for (const char* name : {"rows.csv", "fdcols.csv", "wiot2011_Z.csv.gz", "wiot2010_Z.csv"})
    scratch.write(fs::path("data/wiod2013_release") / name, "");
  const auto found = find_table("wiod1435_2011", {scratch.path / "data"}, {scratch.path / "copy"});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->path.filename(), "wiod2013_release");
  EXPECT_EQ(found->year, "2011");
  EXPECT_TRUE(find_table("wiod1435_2010", {scratch.path / "data/wiod2013_release"}, {}).ok());
  EXPECT_EQ(find_table("wiod1435_2012", {}, {scratch.path / "data"}).diagnostics()[0].code, "mrio-table-not-found");
  EXPECT_EQ(load_entries({scratch.path / "data/wiod2013_release", "", ""}).diagnostics()[0].code, "mrio-year-needed");
}

TEST(FindTable, TheOnlyTableGivenServesUnderAnyName) {
  const Scratch scratch;
  for (const char* name : {"Z.csv", "Y.csv"}) scratch.write(fs::path("mine") / name, "");
  EXPECT_TRUE(find_table("wiod72_2011", {scratch.path / "mine"}, {}).ok());
  EXPECT_FALSE(find_table("nobody-has-this", {}, {scratch.path / "mine"}).ok());
}

class ReferenceRun : public testing::TestWithParam<const char*> {};
TEST_P(ReferenceRun, IsReproduced) {
  const fs::path folder = data() / "boario" / GetParam();
  if (!fs::exists(folder)) GTEST_SKIP() << "no reference runs";
  const auto found = replay(folder, {});
  ASSERT_TRUE(found.ok()) << to_text(found.diagnostics()[0], Language::English);
  EXPECT_GE(found->size(), 4u);
  EXPECT_TRUE(within(*found)) << listed(*found);
}
INSTANTIATE_TEST_SUITE_P(All, ReferenceRun,
                         testing::Values("t48_rebuild", "t48_recover_linear", "w1435_twn_c14_embargo", "w72_base_nopsi",
                                         "w72_elec_embargo", "w72_elec_embargo_hetinv", "w72_fuel_mining_cut",
                                         "w72_jpn_rebuild"));

class StaticVectors : public testing::TestWithParam<const char*> {};
TEST_P(StaticVectors, AreReproduced) {
  const fs::path folder = data() / GetParam();
  if (!fs::exists(folder)) GTEST_SKIP() << "no static vectors";
  const auto found = verify(folder, {});
  ASSERT_TRUE(found.ok()) << to_text(found.diagnostics()[0], Language::English);
  EXPECT_GE(found->size(), 18u);
  EXPECT_TRUE(within(*found)) << listed(*found);
}
INSTANTIATE_TEST_SUITE_P(All, StaticVectors, testing::Values("test48", "wiod72_2011", "wiod1435_2011"));

TEST(WiodRelease, HasTheTotalsItsSourceStates) {
  if (!fs::exists(data() / "wiod2013_release")) GTEST_SKIP() << "no release";
  const auto entries = load_entries({data() / "wiod2013_release", "", "2011"});
  ASSERT_TRUE(entries.ok());
  double z = 0, y = 0, x = 0;
  for (const IoEntry& cell : entries->flows) z += cell.value;
  for (const IoEntry& cell : entries->final_demand_flows) y += cell.value;
  for (const double output : entries->stated_output) x += output;
  EXPECT_EQ(entries->flows.size(), 413525u);
  EXPECT_EQ(z, 72440092);
  EXPECT_EQ(y, 69268600);
  EXPECT_EQ(x, 141767904);
  const auto built = supply::make_mrio(*entries);
  ASSERT_TRUE(built.ok());
  EXPECT_EQ(built->checks.largest_imbalance, 108);
}

/// Every total that an ensemble reports, in single and in double precision on a real table.
TEST(Ensemble, InFloatStorageIsTheDoubleRunOnARealTable) {
  if (!fs::exists(data() / "wiod2013_release")) GTEST_SKIP() << "no release";
  const auto built = load_table({data() / "wiod2013_release", "", "2011"});
  ASSERT_TRUE(built.ok());
  const supply::Mrio& table = built->table;
  std::vector<Scenario> scenarios;
  for (int draw = 0; draw < 8; ++draw) {
    const std::string json =
        R"({"days": 365, "options": {"input_days": )" + std::to_string(10 + 6 * draw) + R"(, "postponed_share": 0.2},
        "shocks": [{"name": "ban", "kind": "link", "from": "TWN|c14", "to": ["JPN", "KOR"], "passage": 0.)" +
        std::to_string(draw) + R"(, "start": 3, "duration": 120},
        {"name": "quake", "kind": "capital", "impact": {"JPN|c15": )" +
        std::to_string(20000 * draw) + R"(}, "start": 20, "duration": 5, "rebuilding": {"c18": 0.7, "c13": 0.3},
        "rebuild_days": 180},
        {"name": "strike", "kind": "capacity", "impact": {"*|c24": 0.3}, "start": 60, "duration": )" +
        std::to_string(10 + draw) + "}]}";
    scenarios.push_back(read_scenario(json, "draw", table).take());
    scenarios.back().options.record_industries = scenarios.back().options.record_causes = false;
  }
  std::vector<supply::Member> members;
  for (const Scenario& scenario : scenarios) members.push_back({scenario.shocks, &scenario.options});
  const auto batch = supply::propagate_batch(table, members, {});
  double worst = 0;
  const auto compare = [&](double single, double twice) {
    if (twice != 0) worst = std::max(worst, std::abs(single - twice) / std::abs(twice));
  };
  const auto sum = [](const std::vector<double>& list) { return std::accumulate(list.begin(), list.end(), 0.0); };
  for (std::size_t k = 0; k < members.size(); ++k) {
    const auto exact = supply::propagate(table, scenarios[k].shocks, scenarios[k].options);
    ASSERT_TRUE(exact.ok());
    compare(sum(batch[k].production_loss), sum(exact->production_loss));
    compare(sum(batch[k].value_added_loss), sum(exact->value_added_loss));
    compare(sum(batch[k].total_unmet), sum(exact->total_unmet));
    std::vector<double> single(table.regions.size(), 0), twice(table.regions.size(), 0);
    for (std::size_t i = 0; i < table.size(); ++i) {
      single[table.industries[i].region] += batch[k].value_added_loss[i];
      twice[table.industries[i].region] += exact->value_added_loss[i];
    }
    for (std::size_t r = 0; r < single.size(); ++r) compare(single[r], twice[r]);
  }
  RecordProperty("largest_relative_difference", std::to_string(worst * 1e9) + "e-9");
  EXPECT_LE(worst, 1e-4);
}

/// Aggregating the release by the published map, before negative cells are cut, gives the published 72-industry table.
TEST(WiodRelease, AggregatesToTheSmallTable) {
  if (!fs::exists(data() / "wiod2013_release")) GTEST_SKIP() << "no release";
  const auto small = load_table({data() / "wiod72_2011", "", ""});
  const auto entries = load_entries({data() / "wiod2013_release", "", "2011"});
  const auto text = read_whole_file(data() / "wiod72_aggregation.csv");
  ASSERT_TRUE(small.ok() && entries.ok() && text.ok());
  const auto map = collect::read_aggregation_map({"wiod72_aggregation.csv", *text}, entries->industries);
  ASSERT_TRUE(map.ok());
  std::map<std::string, std::string> region;
  for (std::size_t i = 0; i < map->size(); ++i) region[entries->industries[i].region] = (*map)[i].region;
  std::vector<FinalDemandCode> demands;
  for (const FinalDemandCode& code : entries->final_demands) demands.push_back({region[code.region], code.category});
  const auto built = supply::make_mrio(supply::aggregated(*entries, *map, demands));
  ASSERT_TRUE(built.ok());
  const supply::Mrio& table = built->table;
  ASSERT_EQ(table.size(), small->table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto same = supply::find_industry(small->table, supply::industry_name(table, i));
    ASSERT_TRUE(same.has_value());
    EXPECT_EQ(table.output[i], small->table.output[*same]);
  }
}

} // namespace
} // namespace rashin::cli

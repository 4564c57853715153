#include "format/xlsx.h"
#include "study/need_tables.h"
#include "study/ranking.h"
#include "study/read.h"
#include "study/work.h"
#include "study/worked_files.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace rashin::study {
namespace {

/// One run for all tests: sixteen draws are a block.
struct Worked {
  FileSet inputs = worked_files("rare-earth-2010");
  Study study = read_study(inputs).take();
  RunResult result;
  std::vector<ResultTable> tables;
  Worked() {
    result = run(study, options(1)).take();
    tables = result_tables(study, result);
  }
  static RunOptions options(int threads) {
    RunOptions options;
    options.seed = 3, options.draws = 32, options.threads = threads, options.sensitivity_draws = 16;
    return options;
  }
  const Table& table(std::string_view name) const {
    for (const ResultTable& t : tables)
      if (t.name == name) return t.table;
    throw Error("no table " + std::string(name));
  }
};
const Worked& worked() {
  static const Worked run;
  return run;
}

TEST(Sensitivity, WhatCannotMatterHasNoShare) {
  const Sensitivity& split = worked().result.sensitivity.value();
  EXPECT_EQ(split.draws, 16);
  ASSERT_EQ(split.needs.size(), worked().study.technologies.size());
  constexpr std::size_t dates = 3, judged = 4;
  for (const LinkVariance& need : split.needs) {
    EXPECT_EQ(need.readiness.total[dates].value, 0); // being in time is what the value asks about
    EXPECT_EQ(need.readiness.total[judged].value, 0);
    EXPECT_EQ(need.realised.total[judged].value, 0); // never added to money
  }
}

TEST(Sensitivity, DatesMatterToWhatIsRealised) {
  const Sensitivity& split = worked().result.sensitivity.value();
  double most = 0;
  for (const LinkVariance& need : split.needs) most = std::max(most, need.realised.total[3].value);
  EXPECT_GT(most, 0);
}

TEST(Sensitivity, SameOnTwoThreads) {
  FileSet files = new_study("x");
  files.erase("README.md");
  const Study study = read_study(files).take();
  const auto split = [&](int threads) {
    return to_csv(sensitivity_table(study, run(study, Worked::options(threads)).take()).table);
  };
  const std::string one = split(1);
  EXPECT_GT(std::count(one.begin(), one.end(), '\n'), 10);
  EXPECT_EQ(one, split(2));
}

TEST(Sensitivity, IsLeftOutWhereItIsNotAskedFor) {
  RunOptions options = Worked::options(1);
  options.sensitivity_draws = 0, options.draws = 1, options.totals_only = true;
  EXPECT_FALSE(run(worked().study, options)->sensitivity.has_value());
}

TEST(Needs, RealisedIsPartOfTheValueAndLatenessIsTold) {
  const Table& needs = worked().table("needs");
  for (std::size_t r = 0; r < needs.rows(); ++r) {
    const double late = *needs.column("late_share").number(r);
    const std::string verdict(*needs.column("timing").text(r));
    EXPECT_EQ(verdict, late > 0.5 ? "too-late" : late > 0.05 ? "at-risk" : "in-time");
    EXPECT_GE(*needs.column("top_error").number(r), 0);
    if (late == 1) { // counted only where nothing is lost: a cost of the option at most
      EXPECT_NEAR(*needs.column("realised_p95").number(r), 0, 1e9);
    }
  }
}

TEST(Ranking, AcceptabilitiesSumToOneByRankAndByTechnology) {
  const auto ranking = rank_technologies(worked().study, worked().result);
  ASSERT_TRUE(ranking.has_value());
  const std::size_t n = ranking->technologies.size();
  for (std::size_t r = 0; r < n; ++r) {
    double by_rank = 0, by_technology = 0;
    for (std::size_t t = 0; t < n; ++t) {
      by_rank += ranking->technologies[t].acceptability[r];
      by_technology += ranking->technologies[r].acceptability[t];
    }
    EXPECT_NEAR(by_rank, 1, 1e-12);
    EXPECT_NEAR(by_technology, 1, 1e-12);
  }
}

TEST(Ranking, NoCriteriaNoRanking) {
  Study study = read_study(worked().inputs).take();
  study.criteria.clear();
  EXPECT_FALSE(rank_technologies(study, worked().result).has_value());
  for (const ResultTable& table : ranking_tables(study, worked().result)) EXPECT_EQ(table.table.rows(), 0u);
}

TEST(Advantages, EveryOneRestsOnAClaim) {
  EXPECT_GE(worked().study.advantages.size(), 3u);
  const Table& table = worked().table("advantages");
  for (std::size_t r = 0; r < table.rows(); ++r) EXPECT_TRUE(table.column("basis").text(r)->starts_with("claim:"));
}

TEST(Workbook, HoldsTheSameCellsAsTheTables) {
  const FileSet files = run_files(worked().study, worked().result, worked().tables, worked().inputs);
  EXPECT_EQ(files, run_files(worked().study, worked().result, worked().tables, worked().inputs));
  const auto sheets = format::read_workbook("results.xlsx", files.at("results.xlsx"));
  ASSERT_TRUE(sheets.ok());
  std::size_t compared = 0;
  for (const format::CsvFile& sheet : *sheets) {
    const auto csv = format::read_csv(sheet.sheet, files.at("results/" + sheet.sheet + ".csv"));
    ASSERT_TRUE(csv.ok()) << sheet.sheet;
    ASSERT_EQ(sheet.rows(), csv->rows()) << sheet.sheet;
    for (std::size_t r = 0; r < csv->rows(); ++r)
      for (std::size_t c = 0; c < csv->columns.size(); ++c)
        ASSERT_EQ(sheet.at(r, c).text, csv->at(r, c).text) << sheet.sheet << " row " << r << " column " << c;
    ++compared;
  }
  EXPECT_GE(compared, worked().tables.size() - 2); // tables without rows may be left out
}

} // namespace
} // namespace rashin::study

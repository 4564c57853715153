#include "study/work.h"

#include "core/embedded.h"
#include "format/csv.h"
#include "study/diff.h"
#include "study/read.h"
#include "study/trace.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>

namespace rashin::study {
namespace {

struct Ran {
  Study study;
  RunResult result;
  std::vector<ResultTable> tables;
  FileSet files;
};

Study read(const FileSet& files) {
  auto study = read_study(files);
  for (const Diagnostic& d : study.diagnostics())
    EXPECT_NE(d.severity, Severity::Error) << to_text(d, Language::English);
  return study.take();
}

FileSet sample() {
  FileSet files = new_study("x");
  files.erase("README.md"); // the edge reads tables and YAML only
  return files;
}

Ran run_files_of(const FileSet& inputs, int threads = 1, int draws = 64) {
  Study study = read(inputs);
  RunOptions options;
  options.seed = 7, options.draws = draws, options.threads = threads;
  RunResult result = run(study, options).take();
  auto tables = result_tables(study, result);
  FileSet files = run_files(study, result, tables, inputs);
  return {std::move(study), std::move(result), std::move(tables), std::move(files)};
}

/// The summary of every drawn value, by its id.
std::map<std::string, std::string> drawn(const Ran& ran) {
  std::map<std::string, std::string> rows;
  const auto table = format::read_csv("parameters.csv", ran.files.at("results/parameters.csv"));
  for (std::size_t r = 0; r < table->rows(); ++r)
    rows[table->at(r, 0).text] =
        table->at(r, *table->column("value_mean")).text + " " + table->at(r, *table->column("value_p95")).text;
  return rows;
}

TEST(Template, RunsAtOnce) {
  const Ran ran = run_files_of(sample());
  EXPECT_EQ(ran.study.header.id, "x");
  EXPECT_GE(ran.study.pathways.size(), 3u);
  EXPECT_LT(ran.result.worst_balance_error, 1e-9);
  EXPECT_TRUE(ran.files.contains("results/needs.csv"));
}

TEST(Run, SameBytesOnOneAndTwoThreads) {
  const FileSet inputs = sample();
  EXPECT_EQ(run_files_of(inputs, 1).files, run_files_of(inputs, 2).files);
}

TEST(Run, AShorterRunIsThePrefixOfALongerOne) {
  const FileSet inputs = sample();
  const Ran few = run_files_of(inputs, 1, 20), many = run_files_of(inputs, 1, 50);
  for (std::size_t a = 0; a < few.result.losses.size(); ++a)
    for (std::size_t p = 0; p < few.study.pathways.size(); ++p)
      for (std::size_t d = 0; d < 20; ++d) EXPECT_EQ(few.result.losses[a].loss[p][d], many.result.losses[a].loss[p][d]);
}

TEST(Run, AnInsertedRowAndAnotherOrderChangeNoOtherDraw) {
  FileSet inputs = sample();
  const auto before = drawn(run_files_of(inputs));
  const auto table = format::read_csv("network/supply.csv", inputs.at("network/supply.csv"));
  ASSERT_TRUE(table.ok());
  std::vector<std::string> header;
  for (const auto& column : table->columns) header.push_back(column.name);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t r = table->rows(); r-- > 0;) {
    rows.emplace_back();
    for (const auto& cell : table->row(r)) rows.back().push_back(cell.text);
  }
  const std::size_t item = *table->column("item");
  std::vector<std::string> extra(header.size());
  const std::size_t quantity = *table->column("quantity"), unit = *table->column("unit");
  const auto amount =
      *std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row[quantity] == "supply"; });
  extra[item] = amount[item], extra[*table->column("supplier")] = "newcomer", extra[*table->column("country")] = "CAN";
  extra[*table->column("quantity")] = "spare", extra[*table->column("value")] = "0", extra[unit] = amount[unit],
  extra[*table->column("period")] = "2010", extra[*table->column("by")] = "example";
  rows.insert(rows.begin(), extra);
  inputs["network/supply.csv"] = format::write_csv(format::make_table("supply", header, rows));
  const auto after = drawn(run_files_of(inputs));
  EXPECT_EQ(after.size(), before.size() + 1);
  for (const auto& [id, values] : before) EXPECT_EQ(after.at(id), values) << id;
}

TEST(Trace, EveryNeedReachesAQuoteOrSaysWhoJudged) {
  const Ran ran = run_files_of(sample());
  const auto finished = read_finished_run(ran.files);
  ASSERT_TRUE(finished.ok());
  for (const Technology& technology : ran.study.technologies) {
    const auto lines = trace_back(*finished, technology.id);
    ASSERT_TRUE(lines.ok()) << technology.id;
    EXPECT_GT(lines->size(), 5u);
  }
  EXPECT_EQ(trace_back(*finished, "no/such/figure").diagnostics().front().code, "unknown-figure");
}

TEST(Diff, EqualRunsDoNotDifferAndAnotherSeedDoes) {
  const Ran ran = run_files_of(sample());
  const auto a = read_finished_run(ran.files);
  EXPECT_TRUE(differences(*a, *a, 0).empty());
  FileSet changed = ran.files;
  std::string& csv = changed["results/policy.csv"];
  const std::size_t last = csv.find_last_of("0123456789");
  csv[last] = csv[last] == '9' ? '1' : '9';
  EXPECT_EQ(differences(*a, *read_finished_run(changed), 0).size(), 1u);
}

TEST(Release, AsksABasisForEveryValue) {
  Study study = read(sample());
  study.header.status = Status::Release;
  const auto faults = check_release(study);
  ASSERT_FALSE(faults.empty());
  for (const Diagnostic& d : faults)
    EXPECT_TRUE(d.code == "release-illustrative" || d.code == "release-without-basis") << d.code;
}

std::string private_cells(const std::string& pathway, int contributors) {
  std::string csv = "pathway,indicator,quantity,value,unit,period,by\n";
  for (int k = 0; k < contributors; ++k)
    csv += pathway + ",value-added-lost,amount," + std::to_string(1234567 + 1000 * k) + ",JPY,2026-01,firm-" +
           std::to_string(k) + "\n";
  return csv;
}

TEST(Private, ConfidentialCellsAreNeverCopiedAndLeaveAsMeansOfThree) {
  FileSet inputs = sample();
  const std::string pathway = read(inputs).pathways.front().id;
  for (const int contributors : {2, 3}) {
    inputs["impacts.private.csv"] = private_cells(pathway, contributors);
    const Ran ran = run_files_of(inputs);
    for (const auto& [name, bytes] : ran.files) {
      EXPECT_EQ(name.find("private.csv"), std::string::npos) << name;
      EXPECT_EQ(bytes.find("1234567"), std::string::npos) << name;
      EXPECT_EQ(bytes.find("firm-0"), std::string::npos) << name;
    }
    const bool shown =
        ran.files.at("results/private_impacts.csv").find("1235567") != std::string::npos; // the mean of three
    EXPECT_EQ(shown, contributors == 3);
  }
}

} // namespace
} // namespace rashin::study

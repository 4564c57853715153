#include "study/courses.h"

#include "core/draws.h"
#include "study/read.h"
#include "study/work.h"
#include "study/worked_files.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace rashin::study {
namespace {

Study template_study() {
  FileSet files = new_study("x");
  files.erase("README.md");
  auto study = read_study(files);
  EXPECT_TRUE(study);
  return study.take();
}

RunOptions options_of(const CourseBook* earlier, int draws = 32) {
  RunOptions options;
  options.seed = 7, options.draws = draws, options.sensitivity_draws = 16, options.keep_courses = true;
  if (earlier) options.earlier.push_back(earlier);
  return options;
}

FileSet files_of(const Study& study, const RunResult& result) {
  return run_files(study, result, result_tables(study, result), {});
}

/// A source of numbers for edits.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : seed_(seed) {}
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() * static_cast<double>(count)); }
  double next() { return uniform(seed_, "dice", Stream::A, number_++); }

 private:
  std::uint64_t seed_, number_ = 0;
};

/// One edit as an analyst makes it: a figure, a probability, what a shock hits, the order of pathways, who is served
/// first. Tells what it was.
std::string edit(Study& study, Dice& dice) {
  const double kind = dice.next();
  if (kind < 0.15) {
    auto& judged = study.tree.nodes[dice.below(study.tree.nodes.size())].judgements[0].probabilities;
    const double moved = 0.5 * judged[0];
    judged[0] -= moved, judged[1] += moved;
    return "a probability";
  }
  if (kind < 0.2) {
    std::swap(study.pathways[0].shocks, study.pathways[dice.below(study.pathways.size())].shocks);
    return "shocks of two pathways";
  }
  if (kind < 0.25) {
    study.header.horizon_days -= 1;
    return "the horizon";
  }
  if (kind < 0.3) {
    std::swap(study.options[0].effects, study.options[dice.below(study.options.size())].effects);
    return "effects of two options";
  }
  Quantity& quantity = study.parameters[dice.below(study.parameters.size())];
  quantity.scale *= 0.9 + 0.08 * dice.next();
  return quantity.id();
}

TEST(Courses, ARunThatTakesWhatItCanFromTheLastOneIsTheSameToTheByte) {
  Study study = template_study();
  Dice dice(3);
  CourseBook book = run(study, options_of(nullptr))->courses;
  std::size_t saved = 0;
  for (int k = 0; k < 16; ++k) {
    const std::string what = edit(study, dice);
    const auto anew = run(study, options_of(nullptr)), again = run(study, options_of(&book));
    ASSERT_EQ(anew.ok(), again.ok()) << what;
    if (!anew) continue;
    const FileSet expected = files_of(study, *anew), found = files_of(study, *again);
    for (const auto& [name, bytes] : expected) ASSERT_TRUE(bytes == found.at(name)) << what << ": " << name;
    EXPECT_LE(again->courses_made, anew->courses_made) << what;
    saved += anew->courses_made - again->courses_made;
    book = again->courses;
  }
  EXPECT_GT(saved, 100u);
}

TEST(Courses, ProbabilitiesCostsAndDatesMakeNoCourseAnew) {
  Study study = template_study();
  const CourseBook book = run(study, options_of(nullptr))->courses;
  study.tree.nodes[0].judgements[0].probabilities = {0.5, 0.5};
  study.parameters[study.options[0].cost].scale *= 2;
  study.parameters[study.technologies[0].ready].scale *= 2;
  EXPECT_EQ(run(study, options_of(&book))->courses_made, 0u);
}

TEST(Courses, ALongerRunMakesItsFurtherBlocksOnly) {
  const Study study = template_study();
  const auto few = run(study, options_of(nullptr, 32)), many = run(study, options_of(nullptr, 48));
  EXPECT_EQ(run(study, options_of(&few->courses, 48))->courses_made, many->courses_made - few->courses_made);
}

TEST(Courses, NeedsComeFirstAndTheRunIsTheSame) {
  const Study study = template_study();
  RunOptions options = options_of(nullptr);
  const auto plain = run(study, options);
  std::vector<ResultTable> first;
  options.needs_played = [&](const RunResult& played) { first = needs_result_tables(study, played); };
  const auto staged = run(study, options);
  EXPECT_EQ(files_of(study, *plain), files_of(study, *staged));
  ASSERT_FALSE(first.empty());
  std::map<std::string, std::string> whole;
  for (const ResultTable& table : result_tables(study, *plain)) whole[table.name] = to_csv(table.table);
  for (const ResultTable& table : first) EXPECT_EQ(to_csv(table.table), whole.at(table.name)) << table.name;
}

/// Every option and every two or three of them, as packages are played, in the order of their numbers.
std::vector<ArmPlan> subsets(const Study& study) {
  std::vector<ArmPlan> arms;
  for (std::size_t mask = 0; mask < std::size_t{1} << study.options.size(); ++mask) {
    ArmPlan arm{"mask-" + std::to_string(mask), {}, {}};
    for (std::size_t o = 0; o < study.options.size(); ++o)
      if (mask >> o & 1) arm.options.push_back(o);
    if (arm.options.size() <= 3) arms.push_back(std::move(arm));
  }
  return arms;
}

TEST(Courses, AnArmGoesAmongOthersAsItGoesAlone) {
  std::vector<Study> studies{template_study()};
  for (const std::string& name : worked_studies()) {
    auto study = read_study(worked_files(name));
    ASSERT_TRUE(study) << name;
    studies.push_back(study.take());
  }
  for (const Study& study : studies)
    for (const std::vector<ArmPlan>& arms : {plan_arms(study), subsets(study)}) {
      RunOptions options;
      options.seed = 7, options.draws = 16, options.totals_only = true, options.arms = &arms;
      const auto together = run(study, options);
      ASSERT_TRUE(together);
      for (std::size_t a = 0; a < arms.size(); a += 1 + arms.size() / 16) {
        const std::vector<ArmPlan> alone{arms[a]};
        options.arms = &alone;
        const auto single = run(study, options);
        ASSERT_TRUE(single);
        EXPECT_EQ(single->losses[0].loss, together->losses[a].loss) << study.header.id << ": " << arms[a].id;
      }
    }
}

TEST(Courses, TheSplitPlaysTheArmsOfNeedsOnly) {
  const Study study = template_study();
  const auto result = run(study, options_of(nullptr));
  std::set<std::string> served;
  for (const NeedRow& row : need_rows(study, *result)) served.insert(row.option.empty() ? "none" : row.option);
  served.insert("none");
  const Courses& split = *result->courses.at("split-0");
  EXPECT_EQ(split.arms.size(), served.size() + study.technologies.size());
  for (const std::string& arm : split.arms) {
    const std::string id = arm.substr(0, arm.find(' '));
    EXPECT_TRUE(served.contains(id) || id.find('+') != std::string::npos) << id;
  }
}

TEST(Courses, TablesAreTheSameOnAnyNumberOfThreads) {
  const Study study = template_study();
  const auto result = run(study, options_of(nullptr));
  const auto one = result_tables(study, *result, 1), four = result_tables(study, *result, 4);
  ASSERT_EQ(one.size(), four.size());
  for (std::size_t k = 0; k < one.size(); ++k) {
    EXPECT_EQ(one[k].name, four[k].name);
    EXPECT_EQ(to_csv(one[k].table), to_csv(four[k].table)) << one[k].name;
  }
}

TEST(Courses, TakeNoMoreRoomThanGiven) {
  const Study study = template_study();
  EXPECT_EQ(kept_blocks(study, 10, 63, 0), 0u);
  EXPECT_EQ(kept_blocks(study, 10, 63, std::size_t{1} << 40), 63u);
  const std::size_t some = kept_blocks(study, 10, 1000, std::size_t{20} << 20);
  EXPECT_GT(some, 0u);
  EXPECT_LT(some, 1000u);
}

} // namespace
} // namespace rashin::study

#include "report/assessment_report.h"

#include "assessment/planted_test.h"
#include "report/html.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

struct Pages {
  Document document;
  std::string ja, en;
};

Pages pages(const FileSet& files) {
  const auto read = assessment::read_assessment(files);
  if (!read) throw Error(to_json(read.diagnostics()));
  assessment::RunOptions options;
  options.draws = 300;
  const auto result = assessment::run(*read, options);
  const auto tables = assessment::result_tables(*read, *result);
  return {assessment_document(*read, *result, tables, Language::English),
          to_html(assessment_document(*read, *result, tables, Language::Japanese), Language::Japanese),
          to_html(assessment_document(*read, *result, tables, Language::English), Language::English)};
}

TEST(AssessmentReport, NamesTheAxisAndThePersonThatTurnTheFirstNeeds) {
  const Pages page = pages(assessment::planted_files());
  for (const char* words : {"the axis “Research sites”", "the judgements of Anna"})
    EXPECT_NE(page.en.find(words), std::string::npos) << words;
  for (const char* words : {"比較軸「研究拠点数」", "Anna の判断"})
    EXPECT_NE(page.ja.find(words), std::string::npos) << words;
  EXPECT_EQ(page.en.find("the judgements of Ben"), std::string::npos);
  EXPECT_EQ(page.en.find("the axis “Satellites”"), std::string::npos);
}

TEST(AssessmentReport, HasNoFaultsOfItsOwn) {
  for (const FileSet& files : {assessment::new_assessment("example"), assessment::planted_files()})
    for (const std::string& fault : faults(pages(files).document)) ADD_FAILURE() << fault;
}

TEST(AssessmentReport, SaysWhatItCannotShowAndEveryCounterArgument) {
  const Pages page = pages(assessment::new_assessment("example"));
  EXPECT_NE(page.en.find("What this cannot show"), std::string::npos);
  EXPECT_NE(page.en.find("Once launches catch up, the advantage is gone."), std::string::npos);
  EXPECT_NE(page.ja.find("打ち上げ数で追いつかれれば優位は続かない。"), std::string::npos);
}

} // namespace
} // namespace rashin::report

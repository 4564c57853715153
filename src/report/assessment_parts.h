#pragma once
#include "assessment/changes.h"
#include "report/study_parts.h"

namespace rashin::report {

/// What every part of the report of a net assessment reads.
struct AssessmentView {
  StudyView view;
  const assessment::Assessment& assessment;
  const assessment::RunResult& result;
};

/// A column of a table of the run: `title` stands for title_ja and title_en; a share shown in percent has scale 0.01.
struct Shown {
  std::string column;
  LocalizedText title;
  double scale = 1;
};
/// A table of the run with some of its columns, words of the run in the reader's words.
TableBlock shown_table(const StudyView& view, const std::string& name, LocalizedText caption,
                       const std::vector<Shown>& columns);

LocalizedText country_words(const std::string& code);
LocalizedText listed(const std::vector<LocalizedText>& words);
LocalizedText side_words(const assessment::Assessment& assessment, bool own);
LocalizedText number_words(long long value);
/// Who said it: a name, "illustrative" for an example, nothing where claims stand instead.
LocalizedText by_words(const std::string& by);

Section dossiers_section(const AssessmentView& view);
/// Operational concepts of both sides, aspect by aspect.
Section operations_section(const AssessmentView& view);
Section gravity_section(const AssessmentView& view);
Section technologies_section(const AssessmentView& view);
Section asymmetries_section(const AssessmentView& view);
Section time_section(const AssessmentView& view);
Section concepts_section(const AssessmentView& view);

} // namespace rashin::report

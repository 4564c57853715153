#pragma once
#include "report/study_report.h"

#include <string>
#include <string_view>
#include <vector>

namespace rashin::report {

/// What every part of the report reads.
struct StudyView {
  const study::Study& study;
  const study::RunResult& result;
  const std::vector<study::ResultTable>& tables;
  Language language = Language::English;         ///< money is given in the magnitudes of this language
  const study::EconomyResult* economy = nullptr; ///< null: the economy was not played
};

/// The magnitude in which a language gives money, and its word: 1e8 and `億円`, 1e9 and `billion yen`.
double money_scale(const StudyView& view);
LocalizedText money_unit(const StudyView& view);

/// A unit as a reader meets it, and what its numbers are divided by: money in the study's currency in the magnitudes of
/// the language, shares and ratios in %, all else as written.
LocalizedText unit_words(const StudyView& view, const Unit& unit);
/// A unit in words for numbers that stand as they are in the files: money unscaled.
LocalizedText written_unit(const std::string& unit);
double unit_scale(const StudyView& view, const Unit& unit);
/// The register's title of an indicator.
LocalizedText indicator_title(const StudyView& view, std::string_view id);

/// A table of the run by its name. Throws Error if there is none.
const Table& table_of(const StudyView& view, std::string_view name);
/// The row of an id; throws Error if there is none.
std::size_t row_of(const Table& table, std::string_view id);

/// The mean of `stem` with its 5–95 % interval, in the unit of the table; `scale` divides.
Figure figure_of(const StudyView& view, std::string_view table, std::string_view row, std::string_view stem,
                 double scale = 1, LocalizedText unit = {});
Figure money_figure(const StudyView& view, std::string_view table, std::string_view row, std::string_view stem,
                    bool with_unit = false);
/// One column without an interval.
Figure plain_figure(const StudyView& view, std::string_view table, std::string_view row, std::string_view column,
                    double scale = 1, LocalizedText unit = {});

/// A country or supplier in words: the short name of its country, or its id where it is a firm.
LocalizedText supplier_words(std::string_view id);
LocalizedText supplier_words(const supply::Supplier& supplier); ///< its own name where it has one
/// Whose judgement it is, as `日本語 / English` in each language; one that nobody stands for (`example`) is called
/// illustrative.
LocalizedText judge_words(std::string_view by);
/// The title of an arm: no option, an option, a package.
LocalizedText arm_title(const StudyView& view, std::string_view id);
LocalizedText need_title(const study::Technology& technology);
/// Words of a judged criterion and its grade.
LocalizedText criterion_text(const std::string& criterion);
LocalizedText grade_text(const std::string& grade);

Prose words(LocalizedText text);
Cell text_cell(LocalizedText text);
Cell prose_cell(Prose prose);
Cell number_cell(Figure figure);
Paragraph paragraph(LocalizedText text, std::vector<Inline> parts = {});
Plain plain(LocalizedText text);
Plain percent_words(double share); ///< "12%", below 1 % with one decimal
Cite cite(const StudyView& view, const std::vector<std::string>& claims);

/// Quantiles of one list of draws for a chart, divided by `scale`.
Band band_of(const std::vector<double>& draws, double scale = 1);

/// The link that matters most for the first `top_k` needs; nothing where the run did not split the variance.
std::optional<study::LeadingLink> leading_link_of_first(const StudyView& view, const std::vector<study::NeedRow>& rows,
                                                        bool realised);

/// "comes too late unless developed beforehand", and the milder verdicts.
LocalizedText timing_words(study::Timing timing);

Section summary_section(const StudyView& view);
/// What stands around the pages: title, question, as-of date, watermark, and the strictest marking of the inputs.
void set_frame(Document& document, const study::Study& study);
Section main_part(); ///< the heading that the main part begins with
Section event_section(const StudyView& view);
Section losses_section(const StudyView& view);
Section economy_section(const StudyView& view); ///< of a study with mrio.yaml
Section policy_section(const StudyView& view);
Section robustness_section(const StudyView& view);
Section packages_section(const StudyView& view);
Section marginal_section(const StudyView& view);
Section needs_section(const StudyView& view);
Section links_section(const StudyView& view);
Section advantages_section(const StudyView& view);
/// Nothing where the study names no criteria.
std::optional<Section> ranking_section(const StudyView& view);
Section tasks_section(const StudyView& view);
Section outcomes_section(const StudyView& view);
Section limits_section(const StudyView& view);
Section network_section(const StudyView& view);
Section annex_section(const StudyView& view);
std::vector<SourceEntry> source_entries(const StudyView& view);

} // namespace rashin::report

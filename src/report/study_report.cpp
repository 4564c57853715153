#include "math/parallel.h"
#include "report/html.h"
#include "report/study_judgement.h"
#include "study/work.h"

#include <algorithm>
#include <array>

namespace rashin::report {

void set_frame(Document& document, const study::Study& study) {
  const study::Header& header = study.header;
  document.title = header.title, document.subtitle = header.question;
  document.as_of = {"基準日 " + to_text(header.as_of, Language::Japanese) + "（" + to_era_text(header.as_of) + "）",
                    "Seen as of " + to_text(header.as_of, Language::English)};
  if (header.status == study::Status::Draft)
    document.watermark = draft_watermark(study.basis.missing, study.basis.illustrative);
  Marking marking = header.marking;
  for (const Quantity& q : study.parameters) marking = combined(marking, q.marking);
  document.marking = title_of(marking);
}

Document study_document(const study::Study& study, const study::RunResult& result,
                        const std::vector<study::ResultTable>& tables, Language language,
                        const study::EconomyResult* economy) {
  const StudyView view{study, result, tables, language, economy};
  Document document;
  set_frame(document, study);
  const auto number = [](auto value) { return LocalizedText{std::to_string(value), std::to_string(value)}; };
  document.facts = {
      {{"標本数", "Draws"}, number(result.draws)},
      {{"乱数の種", "Seed"}, number(result.seed)},
      {{"期間", "Horizon"},
       {std::to_string(study.header.horizon_days) + " 日", std::to_string(study.header.horizon_days) + " days"}},
      {{"状態", "Status"},
       study.header.status == study::Status::Draft ? LocalizedText{"草稿", "draft"}
                                                   : LocalizedText{"確定版", "release"}}};
  document.sections = {summary_section(view), main_part(),          event_section(view),      network_section(view),
                       losses_section(view),  policy_section(view), robustness_section(view), needs_section(view)};
  if (study.economy) document.sections.insert(document.sections.begin() + 5, economy_section(view));
  if (result.sensitivity && !study.technologies.empty()) document.sections.push_back(links_section(view));
  if (auto ranking = ranking_section(view)) document.sections.push_back(std::move(*ranking));
  if (!study.advantages.empty()) document.sections.push_back(advantages_section(view));
  Section& event = *std::find_if(document.sections.begin(), document.sections.end(),
                                 [](const Section& section) { return section.id == "event"; });
  if (study.matrix) event.children.push_back(matrix_section(view));
  event.children.push_back(disagreement_section(view));
  if (!study.outcomes.empty()) document.sections.push_back(outcomes_section(view));
  document.sections.push_back(limits_section(view));
  if (study.header.status == study::Status::Draft && !study.tasks.empty())
    document.sections.push_back(tasks_section(view));
  document.sections.push_back(annex_section(view));
  document.sources = source_entries(view);
  return document;
}

namespace {

constexpr std::array reports{std::pair{"report.ja.html", Language::Japanese},
                             std::pair{"report.en.html", Language::English}};

} // namespace

FileSet finished_files(const study::Study& study, const study::RunResult& result,
                       const std::vector<study::ResultTable>& tables, const FileSet& inputs, int threads,
                       const study::EconomyResult* economy) {
  FileSet files;
  std::array<std::string, reports.size()> pages;
  const math::ParallelOptions parallel{
      .threads = static_cast<unsigned>(threads), .chunk = 1, .stop = {}, .first_free = true};
  (void)math::parallel_for(1 + pages.size(), parallel, [&](std::size_t k, std::size_t) {
    if (k == 0) // the workbook takes as long as both reports
      files = study::run_files(study, result, tables, inputs, economy);
    else
      pages[k - 1] =
          to_html(study_document(study, result, tables, reports[k - 1].second, economy), reports[k - 1].second);
  });
  for (std::size_t k = 0; k < pages.size(); ++k) files[reports[k].first] = std::move(pages[k]);
  return files;
}

} // namespace rashin::report

#include "handover/export.h"

#include "agenda/read.h"
#include "agenda/work.h"
#include "assessment/read.h"
#include "assessment/run.h"
#include "format/xlsx.h"
#include "handover/tools.h"
#include "report/agenda_report.h"
#include "report/assessment_report.h"
#include "report/html.h"
#include "report/office.h"
#include "report/study_report.h"
#include "store/agenda_folder.h"
#include "store/work_folder.h"
#include "study/diff.h"
#include "study/economy_tables.h"
#include "study/exchange.h"
#include "study/read.h"
#include "study/sensitivity.h"
#include "study/trace.h"
#include "study/work.h"

#include <algorithm>
#include <array>

namespace rashin::handover {
namespace {

struct FormatWords {
  Format format;
  std::string_view word, media_type;
};
constexpr std::array all_formats{
    FormatWords{Format::Html, "html", "text/html; charset=utf-8"}, FormatWords{Format::Pdf, "pdf", "application/pdf"},
    FormatWords{Format::Docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    FormatWords{Format::Pptx, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    FormatWords{Format::Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}};

bool has_private_rows(const FileSet& files) {
  const auto kept = files.find("results/private_impacts.csv");
  return kept != files.end() && std::ranges::count(kept->second, '\n') > 1;
}

/// Composes the report of a run anew, with what it must leave out as warnings.
class Composer {
 public:
  Composer(const std::filesystem::path& folder, const FileSet& files, const Order& order)
      : folder_(folder), files_(files), order_(order) {}
  Result<report::Document> document();
  Diagnostics warnings{};

 private:
  Result<report::Document> agenda_document(const FileSet& inputs, const study::Manifest& manifest);
  Result<report::Document> assessment_document(const FileSet& inputs, const study::Manifest& manifest);
  Result<std::shared_ptr<const study::EconomyResult>> economy(const study::Study& study, const FileSet& inputs,
                                                              const study::RunResult& run);
  const std::filesystem::path& folder_;
  const FileSet& files_;
  const Order& order_;
};

Result<std::shared_ptr<const study::EconomyResult>> Composer::economy(const study::Study& study, const FileSet& inputs,
                                                                      const study::RunResult& run) {
  auto played =
      order_.economy ? order_.economy(study, inputs, run) : Result(std::shared_ptr<const study::EconomyResult>());
  if (played && !*played && files_.contains("results/economy_pathways.csv"))
    warnings.push_back(make_diagnostic("report-without-economy", {}));
  return played;
}

Result<report::Document> Composer::assessment_document(const FileSet& inputs, const study::Manifest& manifest) {
  const auto read = assessment::read_assessment(inputs);
  if (!read) return read.diagnostics();
  assessment::RunOptions options;
  options.seed = manifest.seed, options.draws = manifest.draws, options.stop = order_.stop;
  const auto result = assessment::run(*read, options);
  if (!result) return result.diagnostics();
  return report::assessment_document(*read, *result, assessment::result_tables(*read, *result), order_.language);
}

Result<report::Document> Composer::agenda_document(const FileSet& inputs, const study::Manifest& manifest) {
  auto read = agenda::read_agenda(inputs);
  if (!read) return read.diagnostics();
  agenda::Agenda agenda = read.take();
  agenda.draws = manifest.draws;
  const auto kept = store::read_kept_runs(folder_);
  if (!kept) return kept.diagnostics();
  const auto runs = agenda::kept_runs(agenda, files_.at("run.json"), *kept);
  if (!runs) return runs.diagnostics();
  const auto result = agenda::run(agenda, *runs);
  if (!result) return result.diagnostics();
  return report::agenda_document(agenda, *runs, *result, agenda::result_tables(agenda, *runs, *result));
}

Result<report::Document> Composer::document() {
  const auto manifest = study::read_manifest(files_.at("run.json"));
  if (!manifest) return manifest.diagnostics();
  const auto run = study::read_finished_run(files_);
  if (!run) return run.diagnostics();
  if (run->inputs.contains("agenda.yaml")) return agenda_document(run->inputs, *manifest);
  if (run->inputs.contains("assessment.yaml")) return assessment_document(run->inputs, *manifest);
  const auto read = study::read_study(run->inputs);
  if (!read) return read.diagnostics();
  if (has_private_rows(files_)) warnings.push_back(make_diagnostic("report-without-private", {}));
  study::RunOptions options;
  options.seed = manifest->seed, options.draws = manifest->draws, options.stop = order_.stop;
  options.threads = order_.threads, options.sensitivity_draws = study::usual_sensitivity_draws;
  if (order_.progress) options.progress = [this](double share) { order_.progress(0.8 * share); };
  const auto result = study::run(*read, options);
  if (!result) return result.diagnostics();
  auto tables = study::result_tables(*read, *result);
  const auto played = economy(*read, run->inputs, *result);
  if (!played) return played.diagnostics();
  if (*played)
    for (study::ResultTable& table : study::economy_tables(*read, *result, **played))
      tables.push_back(std::move(table));
  return report::study_document(*read, *result, tables, order_.language, played->get());
}

/// Every table of the run: results under their names, then inputs as `in.network.items`.
Result<std::string> workbook(const FileSet& files) {
  std::vector<format::CsvFile> sheets;
  FileSet inputs;
  Diagnostics faults;
  for (const auto& [path, bytes] : files) {
    if (path.starts_with("inputs/")) inputs[path.substr(7)] = bytes;
    if (!path.starts_with("results/") || !path.ends_with(".csv")) continue;
    auto sheet = format::read_csv(path, bytes);
    if (!sheet) {
      for (const Diagnostic& fault : sheet.diagnostics()) faults.push_back(fault);
      continue;
    }
    sheets.push_back(sheet.take());
    sheets.back().sheet = path.substr(8, path.size() - 12);
  }
  auto more = study::input_sheets(inputs, "in.");
  for (const Diagnostic& fault : more.diagnostics()) faults.push_back(fault);
  if (!faults.empty()) return faults;
  for (format::CsvFile& sheet : more.take()) sheets.push_back(std::move(sheet));
  return format::write_xlsx(sheets);
}

Result<std::string> office_file(const report::Document& document, const std::string& date, const Order& order) {
  report::OfficeOptions options;
  options.date = date;
  options.draw = [&order](const std::string& svg, int width) { return picture_png(svg, width, order.stop); };
  options.stopped = [&order] { return order.stop.stop_requested(); };
  if (order.progress) options.progress = [&order](double share) { order.progress(0.8 + 0.2 * share); };
  return order.format == Format::Docx ? report::to_docx(document, order.language, options)
                                      : report::to_pptx(document, order.language, options);
}

/// The page as the run of this version wrote it; nothing where another version did.
std::optional<std::string> page_of_run(const std::filesystem::path& folder, const study::Manifest& manifest,
                                       Language language) {
  if (manifest.version != study::program_version()) return std::nullopt;
  const std::string name = language == Language::Japanese ? "report.ja.html" : "report.en.html";
  auto page = store::read_file(folder / name);
  if (!page) return std::nullopt;
  return page.take();
}

Result<std::string> bytes_of(const std::filesystem::path& folder, const FileSet& files, const study::Manifest& manifest,
                             const Order& order, Diagnostics& warnings) {
  if (order.format == Format::Xlsx) return workbook(files);
  const bool page_wanted = order.format == Format::Html || order.format == Format::Pdf;
  std::optional<std::string> page;
  if (page_wanted) page = page_of_run(folder, manifest, order.language);
  Composer composer(folder, files, order);
  std::optional<report::Document> document;
  if (!page) {
    auto composed = composer.document();
    if (!composed) return composed.diagnostics();
    document = composed.take();
    warnings = composer.warnings;
    if (page_wanted) page = report::to_html(*document, order.language);
  }
  if (order.format == Format::Html) return *page;
  const Diagnostics fonts = missing_fonts();
  warnings.insert(warnings.end(), fonts.begin(), fonts.end());
  return order.format == Format::Pdf ? page_pdf(*page, manifest.as_of, order.stop)
                                     : office_file(*document, manifest.as_of, order);
}

} // namespace

std::optional<Format> format_of(std::string_view word) {
  for (const FormatWords& one : all_formats)
    if (one.word == word) return one.format;
  return std::nullopt;
}

std::string_view media_type_of(std::string_view file_name) {
  for (const FormatWords& one : all_formats)
    if (file_name.ends_with("." + std::string(one.word))) return one.media_type;
  return "application/octet-stream";
}

Result<Handed> hand_over(const std::filesystem::path& folder, const Order& order) {
  const auto files = store::read_run_folder(folder, study::file_endings);
  if (!files) return files.diagnostics();
  const auto manifest = study::read_manifest(files->at("run.json"));
  if (!manifest) return manifest.diagnostics();
  Diagnostics warnings;
  auto bytes = bytes_of(folder, *files, *manifest, order, warnings);
  if (!bytes) return bytes.diagnostics();
  const auto words = std::find_if(all_formats.begin(), all_formats.end(),
                                  [&](const FormatWords& one) { return one.format == order.format; });
  const std::string tongue = order.format == Format::Xlsx ? "" : order.language == Language::Japanese ? ".ja" : ".en";
  return Result<Handed>({.bytes = bytes.take(), .file_name = manifest->id + tongue + "." + std::string(words->word)},
                        warnings);
}

} // namespace rashin::handover

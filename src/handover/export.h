#pragma once
#include "core/file_set.h"
#include "core/result.h"
#include "study/economy.h"
#include "study/model.h"
#include "study/run.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace rashin::handover {

enum class Format { Html, Pdf, Docx, Pptx, Xlsx };
/// "html", "pdf", "docx", "pptx", "xlsx".
std::optional<Format> format_of(std::string_view word);
/// By the ending of a file's name.
std::string_view media_type_of(std::string_view file_name);
constexpr std::string_view format_words = "html, pdf, docx, pptx, xlsx";

/// Of a study, the files it was read from, and its run.
using Economy = std::function<Result<std::shared_ptr<const study::EconomyResult>>(const study::Study&, const FileSet&,
                                                                                  const study::RunResult&)>;

struct Order {
  Format format = Format::Html;
  Language language = Language::English;
  int threads = 1;
  std::stop_token stop{};
  std::function<void(double)> progress{}; ///< 0 to 1
  Economy economy{};                      ///< plays the economy anew where the report is composed anew
};

struct Handed {
  std::string bytes{};
  std::string file_name{}; ///< `rare-earth-2010.ja.docx`
};

/// The report of the run that lies in `folder`, in one format. HTML and PDF take the page that the run of this version
/// wrote; the office formats compose the document anew from the run's own copies of its inputs (same numbers). XLSX
/// holds every result table and every input table. Carries warnings: private tables or an economy left out, fonts
/// missing. Nothing is written.
Result<Handed> hand_over(const std::filesystem::path& folder, const Order& order);

} // namespace rashin::handover

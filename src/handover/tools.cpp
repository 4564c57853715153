#include "handover/tools.h"

#include "core/sha256.h"
#include "handover/process.h"

#include <fstream>
#include <unistd.h>

namespace rashin::handover {
namespace {

constexpr std::chrono::seconds patience_picture{30}, patience_print{120};

std::string first_line(const std::string& text) {
  const std::string line = text.substr(0, text.find('\n'));
  return line.size() > 200 ? line.substr(0, 200) : line;
}

Diagnostic failure(std::string_view code, const ProcessEnd& end) {
  switch (end.fate) {
  case ProcessFate::Stopped:
    return make_diagnostic("stopped", {});
  case ProcessFate::TimedOut:
    return make_diagnostic(code, {}, {"timeout"});
  case ProcessFate::TooMuchOutput:
    return make_diagnostic(code, {}, {"output too large"});
  case ProcessFate::NotStarted:
    return make_diagnostic(code, {}, {"not started"});
  case ProcessFate::Ended:
    break;
  }
  return make_diagnostic(code, {},
                         {end.errors.empty() ? "exit " + std::to_string(end.status) : first_line(end.errors)});
}

} // namespace

Result<std::string> picture_png(const std::string& svg, int width, const std::stop_token& stop) {
  const auto program = find_program({"rsvg-convert"});
  if (!program) return make_diagnostic("picture-tool-missing", {});
  ProcessEnd end = run_process({.words = {*program, "--format", "png", "--width", std::to_string(width)},
                                .input = svg,
                                .patience = patience_picture,
                                .stop = stop});
  if (end.fate != ProcessFate::Ended || end.status != 0 || !end.output.starts_with("\x89PNG"))
    return failure("picture-failed", end);
  return std::move(end.output);
}

Diagnostics missing_fonts() {
  const auto program = find_program({"fc-list"});
  if (!program) return {}; // nothing can be said
  const ProcessEnd end = run_process({.words = {*program, ":lang=ja", "family"}, .patience = patience_picture});
  if (end.fate != ProcessFate::Ended || end.status != 0 || !end.output.empty()) return {};
  return {make_diagnostic("picture-no-japanese-font", {})};
}

Result<std::string> page_pdf(const std::string& html, const std::string& date, const std::stop_token& stop) {
  const auto program = find_program({"chromium", "chromium-browser", "google-chrome-stable", "google-chrome",
                                     "microsoft-edge-stable", "microsoft-edge"});
  if (!program) return make_diagnostic("browser-missing", {});
  const TemporaryFolder folder;
  const std::string here = folder.path().string();
  std::ofstream(folder.path() / "report.html", std::ios::binary) << html;
  ProcessOrder order{.words = {*program, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                               "--disable-background-networking", "--disable-component-update", "--disable-sync",
                               "--disable-quic", "--disable-extensions", "--no-default-browser-check", "--incognito",
                               "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:1",
                               "--user-data-dir=" + here + "/profile", "--no-pdf-header-footer",
                               "--print-to-pdf=" + here + "/report.pdf"},
                     .patience = patience_print,
                     .stop = stop,
                     .environment = {"HOME=" + here, "XDG_CONFIG_HOME=" + here, "XDG_CACHE_HOME=" + here, "TZ=UTC"}};
  if (geteuid() == 0) order.words.push_back("--no-sandbox"); // Chromium refuses to start as root otherwise
  order.words.push_back("file://" + here + "/report.html");
  const ProcessEnd end = run_process(order);
  std::ifstream file(folder.path() / "report.pdf", std::ios::binary);
  std::string pdf((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (end.fate != ProcessFate::Ended || end.status != 0 || !pdf.starts_with("%PDF"))
    return failure("browser-failed", end);
  return dated_pdf(std::move(pdf), date);
}

std::string dated_pdf(std::string pdf, const std::string& date) {
  std::string digits;
  for (const char c : date)
    if (c >= '0' && c <= '9') digits += c;
  digits.resize(14, '0'); // midnight
  for (const std::string_view key : {"/CreationDate (D:", "/ModDate (D:"})
    for (std::size_t at = pdf.find(key); at != std::string::npos; at = pdf.find(key, at + 1))
      for (std::size_t i = 0; i < digits.size() && at + key.size() + i < pdf.size(); ++i)
        if (char& c = pdf[at + key.size() + i]; c >= '0' && c <= '9') c = digits[i];
  // The trailer's id: two strings of hexadecimal digits. Blanked, then set from the file's own content.
  const std::size_t id = pdf.rfind("/ID [");
  if (id == std::string::npos) return pdf;
  const std::size_t end = std::min(pdf.find(']', id), pdf.size());
  const auto fill = [&](const std::string& hex) {
    std::size_t i = 0;
    for (std::size_t at = id + 5; at < end; ++at)
      if (pdf[at] == '<')
        i = 0;
      else if (std::isxdigit(static_cast<unsigned char>(pdf[at])) != 0)
        pdf[at] = hex[i++ % hex.size()];
  };
  fill("0");
  fill(sha256_hex(pdf));
  return pdf;
}

} // namespace rashin::handover

#include "cli/method_print.h"

#include "cli/mrio_source.h"
#include "core/number_text.h"
#include "core/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace rashin::cli {
namespace {

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = std::max<std::size_t>(1, utf8_length(text, at));
    width += length > 1 && utf8_code_point(text, at, length) >= 0x1100 ? 2 : 1;
    at += length;
  }
  return width;
}

bool looks_like_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-+e±%− ") == std::string_view::npos;
}

std::optional<double> parsed_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

} // namespace

void TextTable::print(std::ostream& out) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_)
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c == widths.size()) widths.push_back(0);
      widths[c] = std::max(widths[c], width_of(row[c]));
    }
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string pad(widths[c] - width_of(row[c]), ' ');
      line += (c == 0 ? "" : "  ") + (looks_like_number(row[c]) ? pad + row[c] : row[c] + pad);
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
}

std::string figure(double value) {
  if (value != 0 && std::abs(value) < 1e-4) { // plain digits would be all zeros
    char text[32];
    std::snprintf(text, sizeof text, "%.3e", value);
    return text;
  }
  return format_number(value, Language::English, {4, false, false});
}

Result<MethodCall> method_call(const Call& call, CommandForm form) {
  form.flags.push_back("--json");
  auto arguments = parse_arguments(call.words, form);
  if (!arguments) return arguments.diagnostics();
  MethodCall made{arguments.take(), {}, {}, false};
  made.json = made.arguments.has("--json");
  made.file = made.arguments.words[0];
  auto bytes = read_whole_file(made.file);
  if (!bytes) return bytes.diagnostics();
  made.bytes = bytes.take();
  return made;
}

Result<std::optional<double>> number_option(const Arguments& arguments, std::string_view name, double least,
                                            double most) {
  const auto given = arguments.option(name);
  if (!given) return std::optional<double>{};
  const auto value = parsed_number(*given);
  if (!value || *value < least || *value > most)
    return make_diagnostic("method-number-option", {}, {name, *given, shortest(least), shortest(most)});
  return value;
}

void report_notes(const Call& call, const Diagnostics& notes) {
  for (const Diagnostic& note : notes) call.err << to_text(note, call.language) << '\n';
}

int report_in_file(const Call& call, const std::string& file, Diagnostics diagnostics, bool json) {
  for (Diagnostic& diagnostic : diagnostics)
    if (diagnostic.place.file.empty()) diagnostic.place.file = file;
  return report(call, std::move(diagnostics), json);
}

} // namespace rashin::cli

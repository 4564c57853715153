#include "format/yaml_syntax.h"

#include "format/faults.h"

#include <algorithm>

namespace rashin::format {
namespace {

enum class At { Problem, Context };

struct Cause {
  std::string_view problem; ///< how libyaml's phrase begins
  std::string_view context;
  std::string_view code;
  At at;
};

constexpr Cause causes[] = {
    {"mapping values are not allowed", "", "yaml-colon", At::Problem},
    {"block sequence entries are not allowed", "", "yaml-dash", At::Problem},
    {"could not find expected ':'", "", "yaml-no-colon", At::Context},
    {"found unexpected end of stream", "while scanning a quoted", "yaml-unclosed-quote", At::Context},
    {"found unexpected document indicator", "while scanning a quoted", "yaml-unclosed-quote", At::Context},
    {"found unknown escape", "", "yaml-escape", At::Problem},
    {"did not find expected hexdecimal", "", "yaml-escape", At::Problem},
    {"found invalid Unicode character escape", "", "yaml-escape", At::Problem},
    {"did not find expected ',' or ']'", "", "yaml-unclosed-bracket", At::Context},
    {"did not find expected ',' or '}'", "", "yaml-unclosed-bracket", At::Context},
    {"did not find expected key", "", "yaml-indentation", At::Problem},
    {"did not find expected '-' indicator", "", "yaml-indentation", At::Problem},
    {"did not find expected <document start>", "", "yaml-indentation", At::Problem},
    {"did not find expected node content", "", "yaml-no-value", At::Problem},
    {"found a tab character", "", "yaml-tab", At::Problem},
    {"found character that cannot start any token", "", "yaml-character", At::Problem},
    {"did not find expected alphabetic or numeric", "", "yaml-character", At::Context},
};

} // namespace

Diagnostic explain_syntax(const YamlSyntaxError& error, const std::string& file, std::string_view bytes,
                          const Positions& positions) {
  const auto cause = std::find_if(std::begin(causes), std::end(causes), [&](const Cause& c) {
    return error.problem.starts_with(c.problem) && error.context.starts_with(c.context);
  });
  const bool known = cause != std::end(causes);
  const std::size_t byte = known && cause->at == At::Context ? error.context_byte : error.problem_byte;
  const std::size_t length = byte < bytes.size() ? std::max<std::size_t>(utf8_length(bytes, byte), 1) : 0;
  const std::string_view character = bytes.substr(std::min(byte, bytes.size()), length);
  std::string_view code = known ? cause->code : "yaml-syntax";
  if (code == "yaml-character" && character == "\t") code = "yaml-tab";
  const std::string_view line = bytes.substr(std::min(byte, bytes.size())), wide_colon = "：";
  if (code == "yaml-no-colon" && line.substr(0, line.find('\n')).find(wide_colon) != std::string_view::npos)
    code = "yaml-wide-colon";

  const LineColumn at = positions.at(byte);
  const Place place{file, at.line, at.column, byte, byte + length, ""};
  const std::string until = std::to_string(positions.at(error.problem_byte).line);
  if (code == "yaml-syntax") return make_diagnostic(code, place, {shortened(error.problem, 120)});
  return make_diagnostic(code, place, {shortened(character), until});
}

namespace {
constexpr std::size_t longest_path = 200;

/// A path that was too long ends in "…"; a key may end so too.
bool is_cut(const std::string& path) {
  return path.size() >= longest_path && path.ends_with("…");
}
} // namespace

std::string path_of_key(const std::string& parent, std::string_view key) {
  if (is_cut(parent)) return parent;
  std::string path = parent;
  if (!parent.empty()) path += '.';
  if (key.find_first_of(".[]\"") != std::string_view::npos) {
    path += '"';
    for (const char c : key) {
      if (c == '"' || c == '\\') path += '\\';
      path += c;
    }
    path += '"';
  } else {
    path += key;
  }
  if (path.size() <= longest_path) return path;
  std::size_t cut = longest_path;
  while (utf8_length(path, cut) == 0) --cut;
  return path.substr(0, cut) + "…";
}

std::string path_of_item(const std::string& parent, std::size_t index) {
  return is_cut(parent) ? parent : parent + '[' + std::to_string(index) + ']';
}

} // namespace rashin::format

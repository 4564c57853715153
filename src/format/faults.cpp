#include "format/faults.h"

#include "format/position.h"

#include <cstdio>
#include <utility>

namespace rashin::format {
namespace {

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes.substr(0, 8)) {
    char two[4];
    std::snprintf(two, sizeof two, "%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    text += (text.empty() ? "" : " ") + std::string(two);
  }
  return bytes.size() > 8 ? text + " …" : text;
}

std::string code_point_name(std::uint32_t code) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code));
  return name;
}

} // namespace

void Faults::add(std::string_view code, Place place, std::initializer_list<std::string_view> arguments) {
  if (!full()) add(make_diagnostic(code, std::move(place), arguments));
}

void Faults::add(Diagnostic diagnostic) {
  if (list_.size() < most)
    list_.push_back(std::move(diagnostic));
  else if (list_.size() == most)
    list_.push_back(
        make_diagnostic("too-many-faults", {diagnostic.place.file, 0, 0, 0, 0, ""}, {std::to_string(most)}));
}

Diagnostics Faults::take() {
  sort_by_place(list_);
  return std::exchange(list_, {});
}

bool add_text_faults(Faults& faults, std::string_view file, std::string_view bytes) {
  if (looks_like_utf16(bytes)) {
    faults.add("text-utf16", {std::string(file), 1, 1, 0, 2, ""});
    return true;
  }
  const auto found = text_faults(bytes, Faults::most + 1);
  if (found.empty()) return false;
  const Positions positions(bytes);
  bool told = false; // one place of a file in another encoding is enough
  for (const TextFault& fault : found) {
    if (fault.kind == TextFault::Kind::NotUtf8 && std::exchange(told, true)) continue;
    const LineColumn at = positions.at(fault.byte);
    Place place{std::string(file), at.line, at.column, fault.byte, fault.byte + fault.length, ""};
    if (fault.kind == TextFault::Kind::NotUtf8)
      faults.add("text-not-utf8", std::move(place), {hexadecimal(bytes.substr(fault.byte, fault.length))});
    else if (fault.kind == TextFault::Kind::Control)
      faults.add("text-control-character", std::move(place), {code_point_name(fault.code_point)});
    else
      faults.add("text-line-separator", std::move(place), {code_point_name(fault.code_point)});
  }
  return true;
}

std::string shortened(std::string_view text, std::size_t code_points) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (code_points-- == 0) return out + "…";
    const std::size_t length = utf8_length(text, i);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else if (length == 1 && static_cast<unsigned char>(text[i]) < 0x20)
      out += ' ';
    else
      out += text.substr(i, length);
    i += std::max<std::size_t>(length, 1);
  }
  return out;
}

} // namespace rashin::format

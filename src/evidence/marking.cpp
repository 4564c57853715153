#include "evidence/marking.h"

#include <algorithm>
#include <array>

namespace rashin {
namespace {

constexpr std::array<std::string_view, 4> level_names{"public", "internal", "restricted", "confidential"};

} // namespace

Marking combined(const Marking& a, const Marking& b) {
  Marking both = a;
  both.level = std::max(a.level, b.level);
  both.compartments.insert(b.compartments.begin(), b.compartments.end());
  return both;
}

Result<Marking> parse_marking(std::string_view text, Place place) {
  Marking marking;
  std::string_view rest = text;
  bool first = true;
  while (first || !rest.empty()) {
    const std::size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
    if (first) {
      const auto found = std::find(level_names.begin(), level_names.end(), part);
      if (found == level_names.end()) return make_diagnostic("marking-unknown", std::move(place), {text});
      marking.level = static_cast<MarkingLevel>(found - level_names.begin());
    } else if (part.empty()) {
      return make_diagnostic("marking-unknown", std::move(place), {text});
    } else {
      marking.compartments.emplace(part);
    }
    first = false;
  }
  return marking;
}

std::string to_text(const Marking& marking) {
  std::string text(level_names.at(static_cast<std::size_t>(marking.level)));
  for (const std::string& compartment : marking.compartments) text += "/" + compartment;
  return text;
}

LocalizedText title_of(const Marking& marking) {
  static constexpr std::array<std::string_view, 4> japanese{"公開", "部内限り", "取扱注意", "秘"};
  LocalizedText text{std::string(japanese.at(static_cast<std::size_t>(marking.level))),
                     std::string(level_names.at(static_cast<std::size_t>(marking.level)))};
  for (const std::string& compartment : marking.compartments)
    text.ja += "／" + compartment, text.en += "/" + compartment;
  return text;
}

} // namespace rashin

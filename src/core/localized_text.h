#pragma once
#include <string>
#include <string_view>

namespace rashin {

enum class Language { Japanese, English };

/// A text in Japanese and English; either may be empty (missing), never silently copied from the other.
struct LocalizedText {
  std::string ja;
  std::string en;
  bool operator==(const LocalizedText&) const = default;

  bool empty() const { return ja.empty() && en.empty(); }
  /// The text in `language`; where that is missing, the other one (a reader prefers a foreign title to none).
  const std::string& in(Language language) const {
    const std::string& wanted = language == Language::Japanese ? ja : en;
    const std::string& other = language == Language::Japanese ? en : ja;
    return wanted.empty() ? other : wanted;
  }
};

} // namespace rashin

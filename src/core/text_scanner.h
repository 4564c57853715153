#pragma once
#include <optional>
#include <string_view>

namespace rashin {

/// Walks over one short text from left to right; what is not eaten stays. For hand-written readers of dates, periods
/// and units.
class TextScanner {
 public:
  explicit TextScanner(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }
  bool eat(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  /// Digits, at least one and at most `most` (<= 9); nothing is eaten if there are none or more.
  std::optional<int> number(std::size_t most) {
    std::size_t length = 0;
    int value = 0;
    for (; length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9'; ++length) {
      if (length == most) return std::nullopt;
      value = value * 10 + (rest_[length] - '0');
    }
    if (length == 0) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }
  /// Exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    TextScanner ahead = *this;
    const auto value = ahead.number(count);
    if (!value || rest_.size() - ahead.rest_.size() != count) return std::nullopt;
    *this = ahead;
    return value;
  }

 private:
  std::string_view rest_;
};

} // namespace rashin

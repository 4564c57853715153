#pragma once
#include "collect/mrio_text.h"
#include "core/io_entries.h"

#include <map>
#include <string>
#include <utility>

namespace rashin::collect {

/// Splits "region|code" at the first bar; both parts must be there.
inline bool split_label(std::string_view label, char bar, std::string& region, std::string& code) {
  const std::size_t at = label.find(bar);
  if (at == std::string_view::npos || at == 0 || at + 1 == label.size()) return false;
  region = label.substr(0, at);
  code = label.substr(at + 1);
  return true;
}

/// Numbers pairs of codes in the order of first appearance.
class PairNumbers {
 public:
  /// The number of the pair, and whether it is new.
  std::pair<std::uint32_t, bool> number(const std::string& region, const std::string& code) {
    const auto [place, added] = numbers_.try_emplace({region, code}, static_cast<std::uint32_t>(numbers_.size()));
    return {place->second, added};
  }
  bool known(const std::string& region, const std::string& code) const { return numbers_.contains({region, code}); }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::map<std::pair<std::string, std::string>, std::uint32_t> numbers_;
};

/// Appends the rows of moved faults.
inline void append(Diagnostics& to, Diagnostics from) {
  for (Diagnostic& diagnostic : from) to.push_back(std::move(diagnostic));
}

} // namespace rashin::collect

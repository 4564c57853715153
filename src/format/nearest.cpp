#include "format/nearest.h"

#include "core/utf8.h"

#include <algorithm>
#include <vector>

namespace rashin::format {
namespace {

std::u32string code_points(std::string_view text) {
  constexpr std::size_t most = 60;
  std::u32string points;
  for (std::size_t i = 0; i < text.size() && points.size() < most;) {
    const std::size_t length = std::max<std::size_t>(utf8_length(text, i), 1);
    points += static_cast<char32_t>(utf8_code_point(text, i, length));
    i += length;
  }
  return points;
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string from = code_points(a);
  const std::u32string to = code_points(b);
  std::vector<std::size_t> before(to.size() + 1), above(to.size() + 1), row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[to.size()];
}

std::string_view nearest(std::string_view text, std::span<const std::string> candidates) {
  std::string_view best;
  std::size_t least = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(text, candidate);
    if (best.data() != nullptr && distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

} // namespace rashin::format

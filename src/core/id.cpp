#include "core/id.h"

#include <algorithm>
#include <type_traits>

namespace rashin {
namespace {

using Sample = Id<struct SampleTag>;
static_assert(sizeof(Sample) == sizeof(std::uint32_t) && alignof(Sample) == alignof(std::uint32_t));
static_assert(std::is_trivially_copyable_v<Sample> && std::is_standard_layout_v<Sample>);

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

} // namespace

bool is_valid_id(std::string_view text, IdForm form) {
  if (form == IdForm::PlainOrCountry && text.size() == 3 && std::all_of(text.begin(), text.end(), is_upper))
    return true;
  return !text.empty() && is_lower_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower_or_digit(c) || c == '-'; });
}

std::string join_key(std::initializer_list<std::string_view> ids) {
  std::string key;
  for (const std::string_view id : ids) {
    if (!key.empty()) key += '.';
    key += id;
  }
  return key;
}

std::string factor_id(std::string_view table, std::string_view row_key, std::string_view quantity) {
  std::string id(table);
  id.append("/").append(row_key).append("/").append(quantity);
  return id;
}

} // namespace rashin

#pragma once
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace rashin {

/// The index of one thing of kind `Tag` inside one run, as in `using ItemId = Id<struct ItemTag>;`.
/// Two kinds do not mix: that does not compile. Costs what the bare number costs.
template <class Tag> class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t value) : value_(value) {}
  constexpr std::uint32_t value() const { return value_; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  std::uint32_t value_ = 0;
};

enum class IdForm {
  Plain,         ///< `[a-z0-9][a-z0-9-]*`
  PlainOrCountry ///< or three capitals, as the alpha-3 code of a country (not looked up here)
};

/// The form of the ids that users write: lower-case letters, digits and hyphens.
bool is_valid_id(std::string_view text, IdForm form = IdForm::Plain);

/// The key of a row: its ids joined by '.', as in `magnets.CHN`.
std::string join_key(std::initializer_list<std::string_view> ids);

/// The stable id of an uncertain figure (Law 2): `table/row/quantity`.
std::string factor_id(std::string_view table, std::string_view row_key, std::string_view quantity);

} // namespace rashin

template <class Tag> struct std::hash<rashin::Id<Tag>> {
  std::size_t operator()(rashin::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value()); }
};

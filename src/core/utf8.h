#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rashin {

/// The length of the UTF-8 sequence at `byte`; 0 if there is none (overlong, surrogate, cut short, beyond the end).
std::size_t utf8_length(std::string_view text, std::size_t byte);
/// Its code point; `length` is what utf8_length said.
std::uint32_t utf8_code_point(std::string_view text, std::size_t byte, std::size_t length);
bool is_utf8(std::string_view text);
std::string utf8_of(std::uint32_t code_point);

} // namespace rashin

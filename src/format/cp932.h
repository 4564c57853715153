#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::format {

/// CP932 (Windows-31J), the Japanese encoding that spreadsheets still write. nullopt: these bytes are not CP932.
std::optional<std::string> from_cp932(std::string_view bytes);
/// nullopt: some character has no CP932 form that reads back to itself.
std::optional<std::string> to_cp932(std::string_view utf8);

/// Which byte of a CP932 file a byte of its UTF-8 text comes from. One CP932 character is one code point.
class Cp932Map {
 public:
  Cp932Map(std::string_view cp932, std::string_view utf8);
  std::size_t original(std::size_t utf8_byte) const;

 private:
  struct Mark {
    std::size_t utf8_byte = 0;
    std::size_t byte = 0;
  };
  void step(Mark& mark) const;
  std::string_view cp932_;
  std::string_view utf8_;
  std::vector<Mark> marks_;
};

} // namespace rashin::format

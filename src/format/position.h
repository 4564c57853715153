#pragma once
#include "core/utf8.h"

#include <vector>

namespace rashin::format {

/// A stretch of bytes that is not allowed in a text file.
struct TextFault {
  enum class Kind { NotUtf8, Control, LineSeparator };
  Kind kind = Kind::NotUtf8;
  std::size_t byte = 0;
  std::size_t length = 1;
  std::uint32_t code_point = 0; ///< Control and LineSeparator
};

/// Whether a text file may hold the character as it stands: no control but tab, LF and CR, no BOM, no NEL, U+2028,
/// U+2029.
bool is_text_character(std::uint32_t code_point);
/// UTF-8 of such characters alone.
bool is_text(std::string_view text);
bool starts_with_bom(std::string_view bytes);
bool looks_like_utf16(std::string_view bytes);

/// Up to `most` faults: bytes that are not UTF-8, characters that are not is_text_character. A BOM at the start is
/// none.
std::vector<TextFault> text_faults(std::string_view bytes, std::size_t most);

/// Line and column, from 1, in code points. Lines end with LF, CRLF or CR, as in editors; a BOM takes no column.
struct LineColumn {
  int line = 1;
  int column = 1;
};

/// Answers "which line and column is this byte" from marks set in one pass over `text`, of which it keeps a view.
class Positions {
 public:
  explicit Positions(std::string_view text);
  LineColumn at(std::size_t byte) const;
  /// The byte of the code point number `index` (from 0, a BOM not counted); the end of the text for any beyond it.
  std::size_t byte_of(std::size_t index) const;

 private:
  struct Mark {
    std::size_t byte = 0;
    std::size_t index = 0;
    LineColumn place{};
  };
  void step(Mark& mark) const;
  std::string_view text_;
  std::vector<Mark> marks_; ///< one every few hundred code points
};

} // namespace rashin::format

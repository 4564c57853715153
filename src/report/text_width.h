#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace rashin::report {

/// Width in pixels of one line of `text` in a sans-serif face of `size` pixels: Latin letters by the usual proportions
/// of such faces (rounded up a little, since the reader's face is not known), kana, kanji and full-width forms one em.
/// An estimate, on the safe side.
double text_width(std::string_view text, double size);

/// `text` broken into lines no wider than `width`: Latin at spaces and hyphens, Japanese between characters (not inside
/// a run of katakana, and 、。」 never first, 「（ never last); lines are balanced. A word wider than `width` is
/// broken. Nothing is dropped.
std::vector<std::string> wrap_text(std::string_view text, double size, double width);

/// The first `lines` lines of it; where something is left out the last one ends with "…".
std::vector<std::string> wrap_text(std::string_view text, double size, double width, std::size_t lines);

double widest(const std::vector<std::string>& lines, double size);

} // namespace rashin::report

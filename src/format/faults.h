#pragma once
#include "core/result.h"

#include <string>

namespace rashin::format {

/// Gathers the faults of one file, at most so many that a file of noise cannot fill the memory; a last one says that
/// more follow.
class Faults {
 public:
  static constexpr std::size_t most = 1000;

  void add(std::string_view code, Place place, std::initializer_list<std::string_view> arguments = {});
  void add(Diagnostic diagnostic);
  bool any_error() const { return has_errors(list_); }
  bool full() const { return list_.size() > most; }
  /// In the order of the places; leaves this empty.
  Diagnostics take();

 private:
  Diagnostics list_{};
};

/// Bytes that are no text: reported at their lines and columns. Returns whether there was any.
bool add_text_faults(Faults& faults, std::string_view file, std::string_view bytes);

/// The first characters of a value, for messages; bytes that are not UTF-8 as U+FFFD, control characters as a blank.
std::string shortened(std::string_view text, std::size_t code_points = 40);

} // namespace rashin::format

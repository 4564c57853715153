#pragma once
#include "core/diagnostic.h"

#include <cstdlib>

namespace rashin::fuzz {

/// Ends the run where a promise is broken, so that the fuzzer keeps the input.
inline void require(bool kept) {
  if (!kept) std::abort();
}

/// Each place lies inside the file and says what it promises.
inline void require_places(const Diagnostics& diagnostics, std::size_t size) {
  for (const Diagnostic& d : diagnostics) {
    require(d.place.begin_byte <= d.place.end_byte && d.place.end_byte <= size);
    require(d.place.line >= 0 && d.place.column >= 0);
    require(!d.message.en.empty() && !d.message.ja.empty());
  }
}

} // namespace rashin::fuzz

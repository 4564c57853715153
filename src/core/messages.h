#pragma once
#include "core/diagnostic.h"

#include <span>

namespace rashin {

/// One entry of the catalogue of diagnostics. A text says what is wrong with the value seen and, in a second sentence,
/// how to mend it. {0}, {1}, … stand for the arguments; both languages name the same ones.
struct MessageEntry {
  std::string_view code;
  Severity severity;
  std::string_view en;
  std::string_view ja;
};

/// One group per room, each in its own file src/core/messages_<room>.cpp, listed in messages.cpp.
std::span<const std::span<const MessageEntry>> message_groups();

} // namespace rashin

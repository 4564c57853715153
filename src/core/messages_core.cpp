#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> core_messages() {
  static constexpr MessageEntry entries[] = {
      {"value-not-a-number", Severity::Error,
       "\"{0}\" is not a number. Write digits with an optional decimal point, for example 12.5.",
       "「{0}」は数値ではありません。12.5 のように数字と小数点で書いてください。"},
  };
  return entries;
}

} // namespace rashin

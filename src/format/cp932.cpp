#include "format/cp932.h"

#include "core/result.h"
#include "format/position.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace rashin::format {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// Stops at the first character without a counterpart instead of putting a substitute.
Converter open_converter() {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open("ibm-943_P15A-2003", &error), &ucnv_close);
  if (U_FAILURE(error)) throw Error("ICU has no converter for CP932");
  ucnv_setFallback(converter.get(), false);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  if (U_FAILURE(error)) throw Error("ICU refuses its callbacks");
  return converter;
}

bool is_lead(unsigned char byte) {
  return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC);
}

/// Bytes that stand alone in no Windows text: C1 controls of other systems.
bool has_stray_single(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (is_lead(byte))
      ++i;
    else if (byte == 0x80 || byte == 0xA0 || byte >= 0xFD)
      return true;
  }
  return false;
}

void require_convertible(std::size_t size) {
  if (size > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()) / 2)
    throw Error("a text too long for ICU");
}

} // namespace

std::optional<std::string> from_cp932(std::string_view bytes) {
  require_convertible(bytes.size());
  if (has_stray_single(bytes)) return std::nullopt;
  const Converter converter = open_converter();
  UErrorCode error = U_ZERO_ERROR;
  std::u16string wide(bytes.size(), u'\0'); // one unit per character at most
  const std::int32_t length = ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                                            bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) return std::nullopt;
  std::string utf8;
  icu::UnicodeString(false, wide.data(), length).toUTF8String(utf8);
  return utf8;
}

std::optional<std::string> to_cp932(std::string_view utf8) {
  require_convertible(utf8.size());
  const Converter converter = open_converter();
  UErrorCode error = U_ZERO_ERROR;
  const auto wide = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  std::string bytes(static_cast<std::size_t>(wide.length()) * 2, '\0');
  const std::int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                              wide.getBuffer(), wide.length(), &error);
  if (U_FAILURE(error)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(length));
  if (from_cp932(bytes) != utf8) return std::nullopt;
  return bytes;
}

Cp932Map::Cp932Map(std::string_view cp932, std::string_view utf8) : cp932_(cp932), utf8_(utf8) {
  constexpr std::size_t stride = 64;
  Mark mark;
  for (std::size_t i = 0; mark.utf8_byte < utf8_.size(); ++i) {
    if (i % stride == 0) marks_.push_back(mark);
    step(mark);
  }
  if (marks_.empty()) marks_.push_back({});
}

void Cp932Map::step(Mark& mark) const {
  mark.utf8_byte += std::max<std::size_t>(utf8_length(utf8_, mark.utf8_byte), 1);
  mark.byte += is_lead(static_cast<unsigned char>(cp932_[mark.byte])) ? 2 : 1;
}

std::size_t Cp932Map::original(std::size_t utf8_byte) const {
  const auto after = std::upper_bound(marks_.begin() + 1, marks_.end(), utf8_byte,
                                      [](std::size_t goal, const Mark& mark) { return goal < mark.utf8_byte; });
  Mark mark = *(after - 1);
  while (mark.utf8_byte < utf8_byte) step(mark);
  return mark.byte;
}

} // namespace rashin::format

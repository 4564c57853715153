#include "core/utf8.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

TEST(Utf8, RefusesOverlongSurrogateAndCutSequences) {
  for (const char* bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE3\x81", "\x80", "\xFF"}) {
    EXPECT_EQ(utf8_length(bad, 0), 0u);
    EXPECT_FALSE(is_utf8(std::string("a") + bad));
  }
  EXPECT_TRUE(is_utf8("磁石😀"));
  for (const std::uint32_t code : {0x24u, 0x3B1u, 0x3042u, 0xFFFDu, 0x1F600u, 0x10FFFFu}) {
    const std::string text = utf8_of(code);
    EXPECT_EQ(utf8_length(text, 0), text.size());
    EXPECT_EQ(utf8_code_point(text, 0, text.size()), code);
  }
}

} // namespace
} // namespace rashin

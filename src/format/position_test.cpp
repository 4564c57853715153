#include "format/position.h"

#include <gtest/gtest.h>

namespace rashin::format {
namespace {

TEST(Positions, CountCodePointsNotBytes) {
  const std::string text = "\xEF\xBB\xBFあ:\t😀x\r\ny\rz\n";
  const Positions positions(text);
  const auto expect = [&](std::string_view needle, int line, int column) {
    const LineColumn place = positions.at(text.find(needle));
    EXPECT_EQ(place.line, line) << needle;
    EXPECT_EQ(place.column, column) << needle;
  };
  expect("あ", 1, 1);
  expect(":", 1, 2);
  expect("😀", 1, 4);
  expect("x", 1, 5);
  expect("y", 2, 1);
  expect("z", 3, 1);
  EXPECT_EQ(positions.at(text.size()).line, 4);
  EXPECT_EQ(positions.at(text.find("😀") + 2).column, 4) << "a byte inside a code point is at that code point";
  EXPECT_EQ(positions.byte_of(0), 3u);
  EXPECT_EQ(positions.byte_of(3), text.find("😀"));
  EXPECT_EQ(positions.byte_of(1000), text.size());
}

TEST(Positions, HoldBeyondTheFirstMark) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "行\n";
  const Positions positions(text);
  for (std::size_t i = 0; i < 500; ++i) {
    EXPECT_EQ(positions.at(i * 4).line, static_cast<int>(i) + 1);
    EXPECT_EQ(positions.at(i * 4 + 3).column, 2);
    EXPECT_EQ(positions.byte_of(i * 2), i * 4);
  }
}

TEST(TextFaults, NameEachPlaceAndJoinNeighbouringBytes) {
  const std::string text = std::string("a\0b\xFF\xFE", 5) + "c\xE2\x80\xA8" + "d\xEF\xBB\xBF";
  const auto faults = text_faults(text, 10);
  ASSERT_EQ(faults.size(), 4u);
  EXPECT_EQ(faults[0].byte, 1u);
  EXPECT_EQ(faults[1].kind, TextFault::Kind::NotUtf8);
  EXPECT_EQ(faults[1].length, 2u);
  EXPECT_EQ(faults[2].kind, TextFault::Kind::LineSeparator);
  EXPECT_EQ(faults[3].code_point, 0xFEFFu);
  EXPECT_EQ(text_faults(text, 2).size(), 2u);
  EXPECT_TRUE(text_faults("\xEF\xBB\xBF表\t\r\n", 10).empty());
}

} // namespace
} // namespace rashin::format

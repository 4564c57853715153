#include "report/text_width.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

using Lines = std::vector<std::string>;

TEST(TextWidth, KanjiAreOneEmAndHalfWidthKanaHalf) {
  EXPECT_DOUBLE_EQ(text_width("希土類", 10), 30);
  EXPECT_DOUBLE_EQ(text_width("ｱｲ", 10), 10);
  EXPECT_LT(text_width("iii", 10), text_width("mmm", 10));
  EXPECT_DOUBLE_EQ(text_width("", 10), 0);
}

TEST(WrapText, LatinBreaksAtSpacesAndIsBalanced) {
  EXPECT_EQ(wrap_text("one two three four", 10, 65), (Lines{"one two", "three four"}));
  EXPECT_EQ(wrap_text("short", 10, 100), (Lines{"short"}));
}

TEST(WrapText, JapaneseBreaksBehindParticlesAndNeverBeforePunctuation) {
  EXPECT_EQ(wrap_text("長期の出荷停止と第三国経由の調達", 10, 100), (Lines{"長期の出荷停止と", "第三国経由の調達"}));
  for (const std::string& line : wrap_text("供給が止まる、長く続く。また「戻る」", 10, 40)) {
    EXPECT_FALSE(line.starts_with("、") || line.starts_with("。") || line.starts_with("」")) << line;
    EXPECT_FALSE(line.ends_with("「")) << line;
  }
}

TEST(WrapText, KatakanaStaysTogetherWhileItFits) {
  EXPECT_EQ(wrap_text("新型ハードディスク装置", 10, 75), (Lines{"新型", "ハードディスク", "装置"}));
}

TEST(WrapText, DropsNothing) {
  for (const double width : {5.0, 20.0, 33.0, 80.0}) {
    std::string joined;
    for (const std::string& line : wrap_text("ABCDEFGHIJKLMNOP重希土類ネオジム\xff", 10, width)) joined += line;
    EXPECT_EQ(joined, "ABCDEFGHIJKLMNOP重希土類ネオジム\xff");
  }
}

TEST(WrapText, LinesAreNoWiderThanAskedUnlessOneLetterIs) {
  for (const std::string& line : wrap_text("Grain-boundary diffusion と重希土類を使わない磁石", 12, 60))
    EXPECT_LE(text_width(line, 12), 60) << line;
}

TEST(WrapText, WhatIsLeftOutIsMarked) {
  const Lines lines = wrap_text("one two three four five six", 10, 50, 2);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(lines[1].ends_with("…"));
  EXPECT_LE(text_width(lines[1], 10), 50);
  EXPECT_TRUE(wrap_text("重希土類を使わない磁石の開発", 10, 50, 1)[0].ends_with("…"));
}

TEST(WrapText, ALineDoesNotBeginWithALongVowelOrADot) {
  for (const std::string text : {"シリコンウエハー", "データセンター・情報通信サービス", "化学・プラスチック・ゴム"})
    for (int letters = 4; letters < 12; ++letters)
      for (const std::string& line : wrap_text(text, 10, 10.0 * letters + 1)) {
        EXPECT_FALSE(line.starts_with("ー") || line.starts_with("・")) << text << ": " << line;
        EXPECT_NE(line, "化") << "a phrase is not parted before its dot";
      }
}

} // namespace
} // namespace rashin::report

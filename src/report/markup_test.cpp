#include "report/markup.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

TEST(Escaped, OpensNoTagAndNoAttribute) {
  EXPECT_EQ(escaped("<script>alert('x')</script> & \"y\""),
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
  EXPECT_EQ(escaped("希土類"), "希土類");
}

TEST(Escaped, WhatIsNotUtf8OrAControlCharacterIsReplaced) {
  EXPECT_EQ(escaped("a\xff"
                    "b"),
            "a\uFFFDb");
  EXPECT_EQ(escaped("\xc0\xaf"), "\uFFFD\uFFFD");           // overlong "/"
  EXPECT_EQ(escaped("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD"); // surrogate
  EXPECT_EQ(escaped("\xe3\x81"), "\uFFFD\uFFFD");           // cut off
  EXPECT_EQ(escaped(std::string_view("\0\x1b\n", 3)), "\uFFFD\uFFFD\n");
}

TEST(AnchorId, HasNoWhiteSpaceAndItsHrefLeadsBack) {
  EXPECT_EQ(anchor_id("impacts/hold back/loss"), "impacts/hold_back/loss");
  EXPECT_EQ(anchor_href("impacts/hold back/loss"), "#impacts/hold_back/loss");
  EXPECT_EQ(anchor_id("需要/磁石"), "需要/磁石");
  EXPECT_EQ(anchor_id("a\"><img>"), "a&quot;&gt;&lt;img&gt;");
  EXPECT_EQ(anchor_href("a\">%#b"), "#a%22%3E%25%23b");
}

TEST(WebAddress, OnlyHttpAndHttps) {
  EXPECT_TRUE(is_web_address("https://example.org/a?b=1&c=2#d"));
  EXPECT_TRUE(is_web_address("http://例え.jp/"));
  for (const char* bad :
       {"javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://example.org", "https://example.org/\n", "//example.org",
        "data:text/html,x", "file:///etc/passwd", "/a", "", "vbscript:x", "java\tscript:x"})
    EXPECT_FALSE(is_web_address(bad)) << bad;
}

TEST(TextHtml, SaysWhichLanguageStandsIn) {
  EXPECT_EQ(text_html({"磁石", ""}, Language::English), "<span lang=\"ja\">磁石</span>");
  EXPECT_EQ(text_html({"磁石", "magnet"}, Language::English), "magnet");
  EXPECT_EQ(text_html({}, Language::English), "");
}

TEST(CssString, LeavesNeitherTheStringNorTheStyleElement) {
  EXPECT_EQ(css_string("a\"b\\c</style>\n"), "\"a\\22 b\\5c c\\3c /style\\3e \\0a \"");
}

} // namespace
} // namespace rashin::report

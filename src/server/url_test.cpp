#include "server/url.h"

#include <gtest/gtest.h>

namespace rashin::server {
namespace {

TEST(Target, PathAndQueryAreDecoded) {
  const auto target = parse_target("/api/works/a%20b/results/%E9%9C%80?lang=ja&id=x%2Fy+z");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, (std::vector<std::string>{"api", "works", "a b", "results", "需"}));
  EXPECT_EQ(target->query, (std::map<std::string, std::string>{{"lang", "ja"}, {"id", "x/y z"}}));
  EXPECT_TRUE(parse_target("/")->path.empty());
  EXPECT_TRUE(parse_target("/?")->query.empty());
}

TEST(Target, WhatLeadsOutOrIsNoTextIsRefused) {
  for (const char* bad :
       {"",      "api",   "http://host/api", "/..",    "/a/../b",    "/a/%2e%2e/b", "/a/%2E%2E", "/.",
        "/a//b", "/a/",   "/a%2Fb",          "/a%5cb", "/a\\b",      "/a%00b",      "/a%0d%0ab", "/a%",
        "/a%2",  "/a%zz", "/%c0%ae%c0%ae",   "/%ff",   "/a?x=1&x=2", "/a?x=%00",    "*"})
    EXPECT_FALSE(parse_target(bad)) << bad;
  std::string long_path;
  for (int i = 0; i < 65; ++i) long_path += "/a";
  EXPECT_FALSE(parse_target(long_path));
}

TEST(Cookie, TheNamedOneIsFound) {
  EXPECT_EQ(cookie_value("a=1; rashin-80=xyz; b=2", "rashin-80"), "xyz");
  EXPECT_EQ(cookie_value("rashin-8080=xyz", "rashin-80"), "");
  EXPECT_EQ(cookie_value("", "a"), "");
}

TEST(Secret, EqualOnlyWhereEveryByteIs) {
  EXPECT_TRUE(equal_secret("abc", "abc"));
  EXPECT_FALSE(equal_secret("abc", "abd"));
  EXPECT_FALSE(equal_secret("abc", "ab"));
}

} // namespace
} // namespace rashin::server

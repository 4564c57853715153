#include "core/country.h"

#include "core/embedded.h"

#include <gtest/gtest.h>
#include <set>

namespace rashin {
namespace {

TEST(Country, TheRegisterIsWhole) {
  EXPECT_EQ(countries().size(), 249u);
  std::set<std::string> codes;
  for (const Country& country : countries()) {
    EXPECT_EQ(country.alpha3.size(), 3u);
    EXPECT_EQ(country.alpha2.size(), 2u);
    EXPECT_EQ(country.numeric.size(), 3u);
    EXPECT_FALSE(country.name.ja.empty() || country.name.en.empty() || country.kana.empty()) << country.alpha3;
    EXPECT_FALSE(country.short_name.ja.empty() || country.short_name.en.empty()) << country.alpha3;
    for (const std::string& code : {country.alpha3, country.alpha2, country.numeric})
      EXPECT_TRUE(codes.insert(code).second) << code;
  }
}

TEST(Country, IsFoundByEachCode) {
  for (const char* code : {"JPN", "JP", "392"}) {
    ASSERT_NE(find_country(code), nullptr);
    EXPECT_EQ(find_country(code)->name.ja, "日本");
  }
  EXPECT_EQ(parse_country("ＪＰＮ", {}).value()->alpha3, "JPN");
  EXPECT_EQ(find_country("BES")->name.en, "Bonaire, Sint Eustatius and Saba");
  for (const char* bad : {"", "EUU", "jpn", "日本", "JPNX"}) {
    EXPECT_EQ(find_country(bad), nullptr);
    EXPECT_EQ(parse_country(bad, {}).diagnostics().front().code, "country-unknown");
  }
}

TEST(Embedded, FilesAreFoundByTheirPath) {
  const auto paths = embedded_paths();
  EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
  for (const std::string_view path : paths) EXPECT_TRUE(embedded_file(path).has_value()) << path;
  EXPECT_TRUE(embedded_file("registry/countries-ja.csv")->starts_with("alpha3,"));
  EXPECT_TRUE(embedded_file("registry/countries-ja.csv")->ends_with("\n"));
  EXPECT_FALSE(embedded_file("registry/none.csv").has_value());
  EXPECT_FALSE(embedded_file("").has_value());
}

} // namespace
} // namespace rashin

#include "format/package.h"

#include "format/test_support.h"

namespace rashin::format {
namespace {

bool all(std::string_view) {
  return true;
}

std::string code_of(const Result<PackageParts>& result) {
  if (result) return "";
  (void)named(result.diagnostics(), std::string(1 << 20, ' '));
  return result.diagnostics().front().code;
}

TEST(Package, ReadsWhatItWrites) {
  const std::vector<std::pair<std::string, std::string>> parts = {
      {"b/x.xml", "<x/>"}, {"a.xml", std::string(100'000, 'y')}, {"empty", ""}};
  const std::string bytes = write_package(parts);
  EXPECT_EQ(bytes, write_package(parts)) << "same parts, same bytes";
  EXPECT_LT(bytes.size(), 2000u) << "deflated";
  const PackageParts read = read_package("x.zip", bytes, all).value();
  EXPECT_EQ(read, PackageParts(parts.begin(), parts.end()));
  EXPECT_EQ(read_package("x.zip", bytes, [](std::string_view name) { return name == "a.xml"; })->size(), 1u);
}

TEST(Package, DoesNotDependOnTheTimeZone) {
  const std::string here = write_package({{"a", "b"}});
  for (const char* zone : {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
    setenv("TZ", zone, 1);
    tzset();
    EXPECT_EQ(write_package({{"a", "b"}}), here);
  }
  unsetenv("TZ");
  tzset();
}

TEST(Package, RefusesBombsByRatioSizeAndCount) {
  const std::string bomb = write_package({{"a", std::string(8 << 20, '\0')}});
  PackageLimits limits;
  limits.ratio = 100;
  EXPECT_EQ(code_of(read_package("x", bomb, all, limits)), "package-too-large");
  EXPECT_EQ(code_of(read_package("x", bomb, all, {.part_bytes = 1 << 20})), "package-too-large");
  EXPECT_EQ(code_of(read_package("x", bomb, all, {.bytes = 1 << 20})), "package-too-large");
  EXPECT_EQ(code_of(read_package(
                "x", bomb, [](std::string_view) { return false; }, limits)),
            "")
      << "not unpacked, no harm";
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 20; ++i) many.emplace_back(std::to_string(i), "");
  EXPECT_EQ(code_of(read_package("x", write_package(many), all, {.parts = 10})), "package-too-many-parts");
}

TEST(Package, RefusesNamesThatLeadOutside) {
  for (const char* name : {"../a", "a/../../b", "/a", "..\\a", "C:a", ".."})
    EXPECT_EQ(code_of(read_package("x", write_package({{name, "x"}}), all)), "package-bad-name") << name;
  EXPECT_EQ(code_of(read_package("x", write_package({{"a", "x"}, {"a", "y"}}), all)), "package-bad-name");
  EXPECT_EQ(code_of(read_package("x", write_package({{"a..b/.c", "x"}}), all)), "");
}

TEST(Package, RefusesWhatIsNoZip) {
  EXPECT_EQ(code_of(read_package("x", "", all)), "package-not-zip");
  EXPECT_EQ(code_of(read_package("x", "a,b\n", all)), "package-not-zip");
  EXPECT_EQ(code_of(read_package("x", "\xD0\xCF\x11\xE0\xA1\xB1", all)), "package-old-or-locked");
  const std::string bytes = write_package({{"a", std::string(1000, 'x') + "tail"}});
  EXPECT_EQ(code_of(read_package("x", bytes.substr(0, bytes.size() / 2), all)), "package-damaged");
  int refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string flipped = bytes;
    flipped[i] = static_cast<char>(flipped[i] ^ 0x55);
    const Result<PackageParts> read = read_package("x", flipped, all);
    refused += read ? 0 : 1;
    if (read && read->contains("a")) {
      EXPECT_EQ(read->at("a"), std::string(1000, 'x') + "tail") << "flipped byte " << i;
    }
  }
  EXPECT_GT(refused, 20);
}

} // namespace
} // namespace rashin::format

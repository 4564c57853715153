// Golden pictures and pages in tests/golden/report; renewed by `tests/renew-golden.sh`, and the difference is read
// before it is committed.
#include "report/gallery_test.h"
#include "report/html.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace rashin::report {
namespace {

std::string golden_folder() {
  const char* root = std::getenv("RASHIN_SOURCE");
  return std::string(root ? root : RASHIN_SOURCE_DIR) + "/tests/golden/report/";
}

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = golden_folder() + name;
  if (std::getenv("RASHIN_RENEW_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
  EXPECT_TRUE(bytes_of(path) == text) << path << " differs; look at it, then tests/renew-golden.sh";
}

TEST(Golden, EveryChartInBothLanguages) {
  for (const NamedChart& sample : sample_charts()) {
    expect_golden(sample.name + ".ja.svg", to_svg_file(sample.chart, Language::Japanese));
    expect_golden(sample.name + ".en.svg", to_svg_file(sample.chart, Language::English));
  }
}

TEST(Golden, TheWholePageInBothLanguages) {
  const Document document = sample_document();
  EXPECT_EQ(faults(document), std::vector<std::string>{});
  expect_golden("gallery.ja.html", to_html(document, Language::Japanese));
  expect_golden("gallery.en.html", to_html(document, Language::English));
}

} // namespace
} // namespace rashin::report

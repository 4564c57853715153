#include "format/opc.h"

#include <gtest/gtest.h>

namespace rashin::format {
namespace {

const std::string office = std::string(relation::base) + "officeDocument";

/// A small package that nothing is wrong with; `spoil` changes it before it is written.
std::vector<std::string> faults_of(const std::function<void(OpcPackage&)>& spoil = {},
                                   const std::string& body = "<w:p r:id=\"rId1\"/>") {
  OpcPackage package;
  package.relate("", office, "word/document.xml");
  package.add("word/document.xml", "application/x+xml", "<w:document>" + body + "</w:document>");
  package.relate("word/document.xml", "image", "word/media/picture1.png");
  package.add("word/media/picture1.png", "image/png", "png");
  if (spoil) spoil(package);
  return package_faults(package.written(), {"word/document.xml"});
}

bool any(const std::vector<std::string>& faults, std::string_view words) {
  for (const std::string& fault : faults)
    if (fault.find(words) != std::string::npos) return true;
  return false;
}

TEST(Opc, ASoundPackageHasNoFaultsAndTheSameBytesTwice) {
  EXPECT_EQ(faults_of(), std::vector<std::string>{});
  const auto bytes = [] {
    OpcPackage package;
    package.relate("", office, "a/b.xml");
    package.add("a/b.xml", "application/x+xml", "<a/>");
    return package.written();
  };
  EXPECT_EQ(bytes(), bytes());
}

TEST(Opc, TargetsAreRelativeToTheirSource) {
  OpcPackage package;
  package.add("ppt/slides/slide1.xml", "application/x+xml", "<a/>");
  package.add("ppt/media/p.png", "image/png", "png");
  EXPECT_EQ(package.relate("ppt/slides/slide1.xml", "image", "ppt/media/p.png"), "rId1");
  EXPECT_EQ(package.relate("ppt/slides/slide1.xml", "image", "ppt/media/p.png"), "rId1");
  EXPECT_EQ(package.relate("ppt/slides/slide1.xml", "link", "https://example.org/?a=1&b=2", true), "rId2");
  const auto parts = read_package("x", package.written(), [](std::string_view) { return true; });
  ASSERT_TRUE(parts.ok());
  const std::string& rels = parts->at("ppt/slides/_rels/slide1.xml.rels");
  EXPECT_NE(rels.find("Target=\"../media/p.png\""), std::string::npos) << rels;
  EXPECT_NE(rels.find("a=1&amp;b=2\" TargetMode=\"External\""), std::string::npos) << rels;
}

TEST(Opc, TheCheckerSeesEachPlantedFault) {
  EXPECT_TRUE(any(faults_of([](OpcPackage& p) { p.relate("word/document.xml", "image", "word/gone.png"); }),
                  "leads nowhere: gone.png"));
  EXPECT_TRUE(any(faults_of([](OpcPackage& p) { p.relate("word/gone.xml", "image", "word/document.xml"); }),
                  "speaks of a part that is not there"));
  EXPECT_TRUE(any(faults_of({}, "<w:p r:embed=\"rId9\"/>"), "rId9 is no relationship"));
  EXPECT_TRUE(any(faults_of({}, "<w:p>"), "not well formed"));
  EXPECT_TRUE(any(faults_of({}, "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/><w:bookmarkStart w:id=\"1\" w:name=\"b\"/>"),
                  "w:bookmarkStart 1 twice"));
  EXPECT_TRUE(any(faults_of({}, "<p:cNvPr id=\"3\"/><p:cNvPr id=\"3\"/>"), "p:cNvPr 3 twice"));
  EXPECT_TRUE(any(faults_of({}, "<w:hyperlink w:anchor=\"a\"/>"), "a link to no bookmark: a"));
  EXPECT_TRUE(any(package_faults("no zip", {}), "no XLSX"));
  const auto raw = [](std::vector<std::pair<std::string, std::string>> parts) {
    return package_faults(write_package(parts), {"word/document.xml"});
  };
  EXPECT_TRUE(any(raw({{"a.xml", "<a/>"}}), "[Content_Types].xml is missing"));
  EXPECT_TRUE(any(raw({{"a.xml", "<a/>"}}), "missing: word/document.xml"));
  const std::string types = "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            "<Override PartName=\"/b.xml\" ContentType=\"x\"/></Types>";
  EXPECT_TRUE(any(raw({{"[Content_Types].xml", types}, {"a.xml", "<a/>"}}), "no content type: a.xml"));
  EXPECT_TRUE(any(raw({{"[Content_Types].xml", types}, {"a.xml", "<a/>"}}), "a part that is not there: /b.xml"));
}

TEST(Opc, APartTwiceIsAFaultOfOurs) {
  OpcPackage package;
  package.add("a.xml", "x", "");
  EXPECT_THROW(package.add("a.xml", "x", ""), Error);
}

} // namespace
} // namespace rashin::format

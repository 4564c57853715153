#include "report/office.h"

#include "format/opc.h"
#include "report/gallery_test.h"
#include "report/office_parts.h"
#include "report/svg_plain.h"
#include "report/text_width.h"
#include "report/words.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

OfficeOptions options() {
  return {.draw = [](const std::string& svg, int width) -> Result<std::string> {
            return "png of " + std::to_string(svg.size()) + " at " + std::to_string(width);
          },
          .date = "2010-09-07"};
}

format::PackageParts parts_of(const std::string& bytes) {
  return format::read_package("x", bytes, [](std::string_view) { return true; }).take();
}

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

/// The sample with the tables and the summary that slides are made of.
Document summary_sample() {
  Document document = sample_document();
  Section summary{.id = "summary", .title = {"概要版", "Summary"}};
  const auto words = [](const char* ja, const char* en) { return Prose{{ja, en}, {}}; };
  summary.blocks.push_back(KeyFigures{
      {{{"損失", "Loss"},
        {.value = 12.5, .interval = Interval{3, 20}, .unit = {"億円", "billion yen"}, .id = "policy/none/loss_mean"},
        {}}}});
  summary.blocks.push_back(Callout{CalloutKind::Conclusion, {}, {words("結論は、備えることです。", "Prepare.")}});
  summary.blocks.push_back(Callout{CalloutKind::WhatWouldChange, {}, {words("別の経路。", "Another pathway.")}});
  for (const NamedChart& chart : sample_charts())
    if (summary.blocks.size() < 6) summary.blocks.push_back(ChartBlock{.id = "s-" + chart.name, .chart = chart.chart});
  TableBlock table{.id = "policy-table",
                   .caption = {"選択の比較", "Choices compared"},
                   .columns = {{{"選択", "Choice"}}, {{"損失", "Loss"}, {"億円", "billion yen"}}}};
  for (int i = 0; i < 40; ++i)
    table.rows.push_back(
        {Cell{Prose{{"選択 " + std::to_string(i), "choice " + std::to_string(i)}, {}}},
         Cell{Figure{.value = i, .interval = Interval{0, 50}, .id = "policy/" + std::to_string(i) + "/x"}}});
  summary.blocks.push_back(table);
  document.sections.insert(document.sections.begin(), summary);
  return document;
}

TEST(Docx, IsASoundPackageWithEqualBytes) {
  for (const Language language : {Language::Japanese, Language::English}) {
    const auto docx = to_docx(summary_sample(), language, options());
    ASSERT_TRUE(docx.ok());
    EXPECT_EQ(format::package_faults(*docx, {"word/document.xml", "word/styles.xml", "word/numbering.xml",
                                             "word/footnotes.xml", "word/settings.xml", "word/fontTable.xml",
                                             "word/header1.xml", "word/footer1.xml", "docProps/core.xml"}),
              std::vector<std::string>{});
    EXPECT_EQ(*docx, *to_docx(summary_sample(), language, options()));
  }
}

TEST(Docx, HoldsStylesNativeTablesPicturesAndDatesOfTheRun) {
  const Document document = summary_sample();
  const auto parts = parts_of(*to_docx(document, Language::Japanese, options()));
  const std::string& body = parts.at("word/document.xml");
  for (const char* style :
       {"Title", "Heading1", "Heading2", "BodyText", "Caption", "ListBullet", "Callout", "Quote", "Bibliography"})
    EXPECT_GE(count(body, "w:pStyle w:val=\"" + std::string(style) + "\""), 1u) << style;
  EXPECT_GE(count(body, "<w:tblStyle w:val=\"ReportTable\"/>"), 1u);
  EXPECT_EQ(count(body, "<w:tblHeader/>"), count(body, "<w:tblStyle w:val=\"ReportTable\"/>"));
  EXPECT_EQ(count(body, "<a:blip "), count(body, "<asvg:svgBlip "));
  EXPECT_EQ(count(body, "w:instr=\" SEQ 図 "), count(body, "<a:blip "));
  EXPECT_NE(parts.at("docProps/core.xml").find(">2010-09-07T00:00:00Z<"), std::string::npos);
  EXPECT_NE(parts.at("word/styles.xml").find("w:eastAsia=\"Yu Mincho\""), std::string::npos);
  EXPECT_NE(parts.at("word/styles.xml").find("w:eastAsia=\"ja-JP\""), std::string::npos);
  EXPECT_NE(parts.at("word/fontTable.xml").find("Noto Serif CJK JP"), std::string::npos);
  EXPECT_EQ(count(parts.at("word/header1.xml"), "<v:textpath style"), document.watermark.empty() ? 0u : 1u);
  EXPECT_EQ(count(parts.at("word/footnotes.xml"), "w:pStyle w:val=\"FootnoteText\""),
            count(body, "<w:footnoteReference "));
}

TEST(Pptx, IsASoundPackageWithEqualBytes) {
  for (const Language language : {Language::Japanese, Language::English}) {
    const auto pptx = to_pptx(summary_sample(), language, options());
    ASSERT_TRUE(pptx.ok());
    EXPECT_EQ(format::package_faults(*pptx, {"ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml",
                                             "ppt/slideLayouts/slideLayout1.xml", "ppt/theme/theme1.xml",
                                             "ppt/notesMasters/notesMaster1.xml", "ppt/slides/slide1.xml",
                                             "ppt/notesSlides/notesSlide1.xml", "docProps/core.xml"}),
              std::vector<std::string>{});
    EXPECT_EQ(*pptx, *to_pptx(summary_sample(), language, options()));
  }
}

TEST(Pptx, SaysTheSummaryWithNativeTablesAndItsSources) {
  const auto parts = parts_of(*to_pptx(summary_sample(), Language::Japanese, options()));
  std::string slides, notes;
  std::size_t number = 0;
  for (const auto& [name, bytes] : parts) {
    if (name.starts_with("ppt/slides/slide")) slides += bytes, ++number;
    if (name.starts_with("ppt/notesSlides/notesSlide")) notes += bytes;
  }
  EXPECT_GE(number, 7u);
  for (const char* words : {"結論は、備えることです。", "別の経路。", "選択 19", "限界と、この結論を変えるもの"})
    EXPECT_NE(slides.find(words), std::string::npos) << words;
  EXPECT_EQ(slides.find("選択 20"), std::string::npos); // the rest stands in the document
  EXPECT_NE(slides.find("残り 20 行"), std::string::npos);
  EXPECT_GE(count(slides, "<a:tbl>"), 3u);
  EXPECT_EQ(count(slides, "<a:blip "), 3u);
  EXPECT_NE(notes.find("policy/none/loss_mean"), std::string::npos);
  EXPECT_NE(notes.find("policy/3/x"), std::string::npos);
  EXPECT_NE(parts.at("ppt/presentation.xml").find("cx=\"12192000\" cy=\"6858000\""), std::string::npos);
  EXPECT_NE(parts.at("ppt/theme/theme1.xml").find("<a:ea typeface=\"Yu Gothic\"/>"), std::string::npos);
}

TEST(Office, ColumnsTooWideForThePageLeaveTheNarrowOnesAlone) {
  const std::string path(120, 'x');
  const TableBlock wide{.columns = {{{"鍵", "Key"}}, {{"経路", "Path"}}, {{"値", "Value"}}},
                        .rows = {{Cell{Prose{{path, path}, {}}}, Cell{Prose{{path, path}, {}}},
                                  Cell{Figure{.value = 1234, .id = "a/b/c"}}}}};
  const auto widths = column_widths(wide, Language::English, 180, 170, 9000);
  EXPECT_NEAR(widths[0] + widths[1] + widths[2], 9000, 1e-6);
  EXPECT_NEAR(widths[0], widths[1], 1e-6);
  EXPECT_GE(widths[2], 1.2 * text_width("1,234", 180)); // the number is not broken
}

TEST(Office, AMissingToolEndsTheExportOnce) {
  OfficeOptions none = options();
  none.draw = [](const std::string&, int) -> Result<std::string> {
    return make_diagnostic("picture-tool-missing", {});
  };
  for (const auto& made :
       {to_docx(summary_sample(), Language::English, none), to_pptx(summary_sample(), Language::English, none)}) {
    ASSERT_FALSE(made.ok());
    ASSERT_EQ(made.diagnostics().size(), 1u);
    EXPECT_EQ(made.diagnostics()[0].code, "picture-tool-missing");
  }
}

TEST(Office, AStopEndsTheExport) {
  OfficeOptions stopped = options();
  stopped.stopped = [] { return true; };
  const auto made = to_docx(summary_sample(), Language::English, stopped);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.diagnostics()[0].code, "stopped");
}

TEST(PlainSvg, HasNoStyleSheetLeft) {
  for (const NamedChart& chart : sample_charts())
    for (const Language language : {Language::Japanese, Language::English}) {
      const std::string svg = to_plain_svg(chart.chart, language);
      for (const char* words : {"class=", "var(", "<style", "<a ", "</a>"})
        EXPECT_EQ(svg.find(words), std::string::npos) << chart.name << ": " << words;
      EXPECT_NE(svg.find("font-size=\"1"), std::string::npos) << chart.name;
      const PictureSize size = size_of_svg(svg);
      EXPECT_GE(size.width, 720) << chart.name;
      EXPECT_GT(size.height, 40) << chart.name;
    }
}

TEST(PlainSvg, ColoursAreThoseOfPaper) {
  const std::string svg = to_plain_svg(sample_charts().front().chart, Language::Japanese);
  EXPECT_NE(svg.find("fill=\"#1b2430\""), std::string::npos);
  EXPECT_NE(svg.find("Yu Gothic"), std::string::npos);
}

} // namespace
} // namespace rashin::report

#include "report/chart.h"

#include "report/document.h"
#include "report/gallery_test.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

TEST(Chart, EveryKindSaysWhatItIsInWords) {
  for (const NamedChart& sample : sample_charts())
    for (const Language language : {Language::Japanese, Language::English}) {
      const std::string svg = to_svg(sample.chart, language, "x");
      const bool named = svg.find("aria-labelledby=\"x-title\"") != std::string::npos &&
                         svg.find("<title id=\"x-title\">") != std::string::npos;
      EXPECT_TRUE(named && svg.find("<desc id=\"x-desc\">") != std::string::npos) << sample.name;
      EXPECT_NE(svg.find("role=\""), std::string::npos) << sample.name;
      EXPECT_EQ(count_of(svg, "style="), 0u) << "the page's policy forbids it: " << sample.name;
      EXPECT_EQ(svg.find("nan"), std::string::npos) << sample.name;
      EXPECT_EQ(svg, to_svg(sample.chart, language, "x"));
    }
}

TEST(Chart, TextIsEscaped) {
  const TopKChart chart{.text = {{"<b>", "<b>"}, {}},
                        .rows = {{{"</text><script>", "</text><script>"}, {}, 0.5, 0.01}}};
  EXPECT_EQ(to_svg(chart, Language::English, "x").find("<script"), std::string::npos);
}

TEST(Chart, OnlyAnchorsBecomeLinks) {
  TraceChart chart{.steps = {{{"k", "k"}, {"w", "w"}, "javascript:alert(1)"}, {{"k", "k"}, {"w", "w"}, "#need"}}};
  const std::string svg = to_svg(chart, Language::English, "x");
  EXPECT_EQ(svg.find("javascript"), std::string::npos);
  EXPECT_NE(svg.find("<a href=\"#need\">"), std::string::npos);
}

TEST(Chart, EmptyChartsAreDrawnWithoutFault) {
  const ChartSpec empty[] = {EventTreeChart{}, FanChart{},      IntervalChart{}, HeatChart{},  TopKChart{}, GapChart{},
                             NetworkChart{},   VarianceChart{}, OutcomeChart{},  TraceChart{}, DayChart{}};
  for (const ChartSpec& chart : empty) {
    const std::string svg = to_svg(chart, Language::Japanese, "x");
    EXPECT_TRUE(svg.starts_with("<svg") && svg.ends_with("</svg>\n")) << chart.index();
    EXPECT_EQ(svg.find("nan"), std::string::npos) << chart.index();
    EXPECT_EQ(svg.find("inf"), std::string::npos) << chart.index();
    (void)data_table(chart);
  }
}

TEST(Chart, AnUnknownShareIsNotShownAsANumber) {
  NetworkChart chart{.nodes = {{.id = "a", .name = {"a", "a"}}, {.id = "b", .name = {"b", "b"}, .tier = 1}},
                     .arcs = {{.from = "a", .to = "b"}}};
  EXPECT_EQ(data_table(chart).columns.size(), 2u) << "no share is known: no column of shares";
  chart.arcs.push_back({.from = "b", .to = "a", .share = 0.25});
  const TableBlock mixed = data_table(chart);
  ASSERT_EQ(mixed.columns.size(), 4u);
  EXPECT_TRUE(std::holds_alternative<Prose>(mixed.rows[0][2].content)) << "an empty cell";
  EXPECT_EQ(std::get<Figure>(mixed.rows[1][2].content).value, 25);
}

TEST(Chart, YearsHaveNoCommaInTheTableEither) {
  const ScatterChart chart{
      .x_axis = {"年", "Year"}, .y_axis = {"数", "Number"}, .groups = {{.name = {"x", "x"}, .points = {{2010, 41}}}}};
  EXPECT_EQ(std::get<Prose>(data_table(chart).rows[0][1].content).text.en, "2010");
}

TEST(Chart, LatenessIsToldByWordAndShape) {
  const GapChart chart{
      .as_of = 2010.7,
      .rows = {{{"x", "x"}, Band{2011, 2011, 2012, 2013, 2013}, Band{2014, 2014, 2015, 2016, 2016}, Timing::TooLate}}};
  const std::string svg = to_svg(chart, Language::English, "x");
  EXPECT_NE(svg.find("too late"), std::string::npos);
  EXPECT_NE(svg.find("cross"), std::string::npos);
}

TEST(DataTable, EveryRowHasACellForEveryColumn) {
  for (const NamedChart& sample : sample_charts()) {
    const TableBlock table = data_table(sample.chart);
    EXPECT_FALSE(table.rows.empty()) << sample.name;
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << sample.name;
  }
}

TEST(ChartFile, CarriesItsStyle) {
  const std::string file = to_svg_file(sample_charts().front().chart, Language::English);
  EXPECT_NE(file.find("<style>"), std::string::npos);
  EXPECT_NE(file.find("xmlns=\"http://www.w3.org/2000/svg\""), std::string::npos);
}

} // namespace
} // namespace rashin::report

#include "report/html.h"

#include "report/gallery_test.h"
#include "report/html_page.h"
#include "report/prose_pieces.h"

#include <gtest/gtest.h>

namespace rashin::report {
namespace {

Document page_with(std::vector<Block> blocks) {
  Document document{.title = {"題", "Title"}};
  document.sections = {{.id = "s", .title = {"節", "Section"}, .blocks = std::move(blocks)}};
  return document;
}
std::string english(const Document& document) {
  return to_html(document, Language::English);
}
bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}
Prose words(const char* text) {
  return {{text, text}, {}};
}

TEST(Html, SameDocumentSameBytes) {
  EXPECT_EQ(english(sample_document()), english(sample_document()));
}

TEST(Html, PolicyForbidsAllButTheOneStyle) {
  const std::string page = english(sample_document());
  const auto begin = page.find("<style>") + 7;
  const std::string style = page.substr(begin, page.find("</style>") - begin);
  EXPECT_TRUE(holds(page, "default-src 'none'; style-src '" + policy_hash(style) + "'"));
  EXPECT_FALSE(holds(page, "<script"));
  EXPECT_FALSE(holds(page, " style=\"") || holds(page, " onclick=") || holds(page, " onload="));
}

TEST(PolicyHash, IsSha256InBase64) {
  EXPECT_EQ(policy_hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="); // the well-known hash of nothing
}

TEST(Html, LanguagesAreSaid) {
  const std::string page = to_html(sample_document(), Language::Japanese);
  EXPECT_TRUE(holds(page, "<html lang=\"ja\">"));
  EXPECT_TRUE(holds(page, "hreflang=\"en\" lang=\"en\" href=\"gallery.en.html\">English</a>"));
  EXPECT_TRUE(holds(english(sample_document()), "<blockquote id=\"claim-1\"><p lang=\"ja\">"));
}

// Each text of a document is hostile once; none may become markup.
TEST(Html, HostileTextStaysText) {
  const char* bad = "\"'><img src=x onerror=alert(1)></style></title><script>alert(1)</script>";
  const LocalizedText text{bad, bad};
  Document document{.title = text, .subtitle = text, .as_of = text, .watermark = text, .marking = text};
  document.facts = {{text, text}};
  document.file = text;
  Figure figure{.value = 1, .unit = text, .id = bad, .basis = {bad}};
  document.sections = {
      {.id = bad,
       .title = text,
       .blocks = {
           Paragraph{{{"{0}{1}{2}{3}{4}{5}", "{0}{1}{2}{3}{4}{5}"},
                      {Plain{text}, Strong{text}, Link{text, bad}, figure, Cite{{bad}}, NoteMark{bad}}}},
           ListBlock{{{text, {}}}}, Callout{CalloutKind::Note, text, {{text, {}}}},
           TableBlock{.id = bad, .caption = text, .columns = {{text, text, text}}, .rows = {{{figure}}}, .note = text},
           ChartBlock{.id = bad,
                      .chart = TopKChart{.text = {text, text}, .rows = {{text, text, 0.5, 0}}},
                      .caption = text,
                      .limits = {text, {}}},
           KeyFigures{{{text, figure, text}}}}}};
  document.notes = {{bad, {text, {}}}};
  document.sources = {{bad, text, std::string("javascript:") + bad, text, {{"q", bad, Language::English, text, text}}}};
  document.terms = {{"t", text, text}};
  const std::string page = english(document);
  EXPECT_FALSE(holds(page, "<img"));
  EXPECT_FALSE(holds(page, "<script"));
  EXPECT_FALSE(holds(page, "href=\"javascript"));
  EXPECT_EQ(page.find("</style>"), page.rfind("</style>"));
}

TEST(Html, LinksLeadToTheWebOrToAnAnchorThatExists) {
  const auto linked = [](const char* href) {
    return english(page_with({Paragraph{{{"{0}", "{0}"}, {Link{{"w", "w"}, href}}}}}));
  };
  EXPECT_TRUE(holds(linked("https://example.org/?a=1&b=2"), "<a href=\"https://example.org/?a=1&amp;b=2\""));
  EXPECT_TRUE(holds(linked("#s"), "<a href=\"#s\">w</a>"));
  EXPECT_FALSE(holds(linked("#none"), "href=\"#none\""));
  EXPECT_FALSE(holds(linked("javascript:alert(1)"), "javascript"));
  EXPECT_FALSE(holds(linked("data:text/html,x"), "href=\"data:text"));
}

TEST(Html, AFigureIsAnchoredInItsFirstCellAndMentionsLeadThere) {
  const Figure loss{.value = 312, .interval = Interval{80, 790}, .unit = {"円", "yen"}, .id = "impacts/a/loss"};
  const TableBlock table{.id = "t", .columns = {{}}, .rows = {{{loss}}, {{loss}}}, .header_columns = 0};
  const std::string page = english(page_with({Paragraph{{{"{0}", "{0}"}, {loss}}}, table}));
  EXPECT_TRUE(holds(page, "<a class=\"figure\" href=\"#impacts/a/loss\">312\u00a0yen<span class=\"range\"> (90% "
                          "interval 80–790)</span></a>"));
  EXPECT_EQ(page.find("id=\"impacts/a/loss\""), page.rfind("id=\"impacts/a/loss\""));
  const std::string alone = english(page_with({Paragraph{{{"{0}", "{0}"}, {loss}}}}));
  EXPECT_TRUE(holds(alone, "<span class=\"figure\" id=\"impacts/a/loss\">"));
}

TEST(Html, QuotesOfOneSourceAreCitedOnce) {
  Document document = page_with({Paragraph{{{"{0}", "{0}"}, {Cite{{"q1", "q2", "b"}}}}}});
  document.sources = {{"a", {}, "", {}, {{"q1", "x"}, {"q2", "y"}}}, {"b"}};
  EXPECT_TRUE(holds(english(document), "<a href=\"#q1\">[1]</a> <a href=\"#b\">[2]</a></span>"));
}

TEST(Html, AMissingNumberIsADashWithAWord) {
  const TableBlock table{.columns = {{}}, .rows = {{{Figure{}}}}, .header_columns = 0};
  EXPECT_TRUE(holds(english(page_with({table})),
                    "<span aria-hidden=\"true\">—</span><span class=\"only-read\">missing</span>"));
}

TEST(Html, PartsStandWhereEachLanguageWantsThem) {
  const Document document =
      page_with({Paragraph{{{"{1}は{0}", "{0} of {1}, {2} {x}"}, {Strong{{"甲", "A"}}, Plain{{"乙{0}", "B{0}"}}}}}});
  EXPECT_TRUE(holds(to_html(document, Language::Japanese), "<p>乙{0}は<strong>甲</strong></p>"));
  EXPECT_TRUE(holds(english(document), "<p><strong>A</strong> of B{0}, {2} {x}</p>"));
}

TEST(Html, ARunningTitleCannotLeaveItsString) {
  Document document{.title = {"\"}body{display:none}", "\"}body{display:none}"}};
  EXPECT_TRUE(holds(page_css(document, Language::English), "content:\"\\22 }body{display:none}\""));
}

TEST(Faults, NamesWhatAComposerShouldMend) {
  Document document =
      page_with({Paragraph{{{"あ", ""}, {}}},
                 Paragraph{{{"{0}{1}{2}", "{0}{1}{2}"}, {Link{{"w", "w"}, "#none"}, Cite{{"none"}}, NoteMark{"none"}}}},
                 TableBlock{.id = "s", .columns = {{}, {}}, .rows = {{{words("x")}}}}});
  const std::vector<std::string> found = faults(document);
  EXPECT_EQ(found, (std::vector<std::string>{"anchor used twice: s", "section s: no English for \"あ\"",
                                             "section s: a link to nowhere: #none", "section s: no source none",
                                             "section s: no note none",
                                             "section s: a row of the table s has 1 cells, not 2"}));
}

TEST(DraftWatermark, CountsInBothLanguages) {
  EXPECT_EQ(draft_watermark(1, 0).en, "Draft: 1 value without basis");
  EXPECT_EQ(draft_watermark(12, 3).ja, "草稿：根拠のない値 12 件、例示の値 3 件");
}

TEST(Html, ATableSaysWhatItsValuesAre) {
  const auto note = [](std::vector<Figure> figures) {
    TableBlock table{.columns = {{{"値", "Value"}}}};
    for (const Figure& figure : figures) table.rows.push_back({Cell{figure}});
    return interval_note(table).en;
  };
  const Figure mean{.value = 2, .interval = Interval{1, 3}, .id = "a/b/loss_mean"};
  const Figure median{.value = 2, .interval = Interval{1, 3}, .id = "a/b/p50"};
  const Figure rare{.value = 2, .interval = Interval{0, 0}, .id = "a/b/loss_mean"};
  EXPECT_EQ(note({{.value = 2, .id = "a/b/loss_mean"}}), "");
  EXPECT_EQ(note({mean}), "Values are means; small figures: 90% interval.");
  EXPECT_EQ(note({mean, median}), "Small figures: 90% interval.");
  EXPECT_EQ(note({mean, rare}),
            "Values are means; small figures: 90% interval. Where a mean lies outside its interval, "
            "rare values are large.");
}

} // namespace
} // namespace rashin::report

#include "report/gallery_test.h"

namespace rashin::report {
namespace {

ChartSpec chart_of(const std::string& name) {
  for (NamedChart& entry : sample_charts())
    if (entry.name == name) return std::move(entry.chart);
  return {};
}

ChartBlock picture(const std::string& name, const LocalizedText& limits) {
  return {.id = "picture-" + name, .chart = chart_of(name), .limits = {limits, {}}, .sources = {"source-1"}};
}

Figure loss() {
  return {.value = 312,
          .interval = Interval{80, 790},
          .unit = {"億円", "×100 million yen"},
          .id = "impacts/hold-back/loss",
          .basis = {"claim-1"}};
}

Section summary() {
  Section section{.id = "summary", .title = {"概要", "Summary"}, .numbered = false};
  section.blocks = {
      Callout{CalloutKind::Conclusion,
              {},
              {{{"供給が止まった場合の損失は{0}と見込まれる。備蓄の積み増しと{1}が、どの経路でも後悔が小さい。",
                 "If supplies stop, the loss is expected to be {0}. A larger stock and {1} have little regret on every "
                 "pathway."},
                {loss(), Strong{{"使用量の削減", "using less"}}}}}},
      KeyFigures{{{{"何もしない場合の損失（期待値）", "Loss with no option (mean)"},
                   loss(),
                   {"すべての経路の混合", "mixture over all pathways"}},
                  {{"最初の不足までの日数", "Days to the first shortage"},
                   {.value = 38,
                    .interval = Interval{21, 74},
                    .unit = {"日", "days"},
                    .id = "impacts/hold-back/first_shortage"},
                   {"焼結磁石", "sintered magnets"}},
                  {{"上位3件に入る確率が最も高い技術", "Most likely among the first three"},
                   {.value = 93, .interval = Interval{91, 95}, .unit = {"%", "%"}, .id = "needs/n1/top_k"},
                   {"重希土類を使わない磁石", "magnets without heavy rare earths"}}}},
      Callout{CalloutKind::WhatWouldChange,
              {},
              {{{"輸出枠が恒久的に削られると分かれば、備蓄より代替供給国への出資が先になる。在庫が90日を超えると分かれ"
                 "ば、急ぐ理由の半分がなくなる。",
                 "If the quota were known to be cut for good, equity in other suppliers would come before stocks. If "
                 "stocks exceeded 90 days, half of the urgency would be gone."},
                {}}}},
      ListBlock{
          {{{"{0}は、政策の効果を上げる技術（支援）である。",
             "{0} is a technology that makes a policy work better (support)."},
            {Link{{"粒界拡散", "Grain-boundary diffusion"}, "#term-diffusion"}}},
           {{"{0}は、政策では足りないところを補う技術（代替）である{1}。",
             "{0} is a technology that does what no policy can (substitute){1}."},
            {Link{{"重希土類を使わない磁石", "A magnet without heavy rare earths"}, "#needs"}, NoteMark{"note-1"}}}}}};
  return section;
}

TableBlock impact_table() {
  const auto words = [](const char* ja, const char* en) { return Cell{Prose{{ja, en}, {}}}; };
  TableBlock table{
      .id = "impacts",
      .caption = {"経路ごとの影響（見本）", "Impacts per pathway (sample)"},
      .columns = {
          {{"経路", "Pathway"}, {}, {}},
          {{"損失", "Loss"}, {"億円（2010年価格）", "100 million yen of 2010"}, {"シミュレーション", "simulated"}},
          {{"最初の不足まで", "To the first shortage"}, {"日", "days"}, {"シミュレーション", "simulated"}},
          {{"企業の追加費用", "Extra costs of firms"},
           {"億円", "100 million yen"},
           {"企業担当者の判断", "judged by company staff"}},
          {{"評価", "Reading"}, {}, {}}}};
  table.rows = {
      {words("短い停滞", "Short delay"),
       {Figure{.value = 120, .interval = Interval{56, 200}, .id = "impacts/short/loss", .basis = {"source-1"}}},
       {Figure{.value = 74, .interval = Interval{60, 95}, .id = "impacts/short/first_shortage"}},
       {Figure{.value = 12.5, .interval = Interval{4, 31}}},
       {Prose{{"軽い", "light"}, {}}, Tone::Good}},
      {words("長期の出荷停止と第三国経由の調達", "Long hold-back, supplies through third countries"),
       {loss()},
       {Figure{.value = 38, .interval = Interval{21, 74}, .id = "impacts/hold-back/first_shortage"}},
       {Figure{}},
       {Prose{{"重い", "heavy"}, {}}, Tone::Bad}}};
  table.rows[1][1].content =
      Figure{.value = 312, .interval = Interval{80, 790}, .id = "impacts/hold-back/loss", .basis = {"claim-1"}};
  table.note = {"企業の追加費用は3社以上の合計のみを示す。",
                "Extra costs are shown only as sums over three or more firms."};
  table.sources = {"source-1", "source-2"};
  return table;
}

} // namespace

Document sample_document() {
  Document document{.title = {"見本：架空国の輸出停止と日本が必要とする技術",
                              "Sample: a fictional export stop and the technologies that Japan needs"},
                    .subtitle = {"架空の数値で、報告書の部品をすべて並べたもの。分析ではない。",
                                 "Every part of a report, with made-up numbers. Not an analysis."},
                    .as_of = {"2010年9月（平成22年9月）の時点で見たもの", "Seen as of September 2010"},
                    .watermark = draft_watermark(12, 3),
                    .marking = {"TLP:CLEAR", "TLP:CLEAR"}};
  document.facts = {{{"状態", "Status"}, {"草稿", "draft"}},
                    {{"試行数", "Draws"}, {"10,000（種 1）", "10,000 (seed 1)"}},
                    {{"対象国", "Focal country"}, {"日本", "Japan"}}};
  document.file = {"gallery.ja.html", "gallery.en.html"};
  Section pathways{.id = "pathways", .title = {"経路", "Pathways"}, .new_page = true};
  pathways.blocks = {
      Paragraph{{{"事象の木は、起点から葉までの条件つき確率を示す{0}。詳しくは{1}。",
                  "The event tree shows conditional probabilities from the trigger to the leaves{0}. See {1}."},
                 {Cite{{"source-2"}}, Link{{"国際連合", "United Nations"}, "https://www.un.org/"}}}},
      picture("tree", {"確率は専門家の判断であり、頻度ではない。",
                       "The probabilities are judgements of experts, not frequencies."}),
      picture("network", {"割合の小さい取引は省いた。", "Minor flows are left out."}),
      picture("network_large", {"60品目でも読めることを確かめる図。", "Shows that sixty items stay readable."})};
  Section costs{.id = "impacts-section", .title = {"影響と費用", "Impacts and costs"}};
  costs.blocks = {
      impact_table(),
      picture("fan", {"在庫の取り崩し方を一通りに仮定している。", "One way of drawing down stocks is assumed."}),
      picture("losses", {"経路の確率は含まない。", "Not weighted by the pathways' probabilities."}),
      picture("days", {"二つの試行のみ。", "Two draws only."})};
  Section options{.id = "options", .title = {"政策オプション", "Policy options"}};
  options.blocks = {picture("options", {"外交上の影響は金額に含まない。", "Diplomatic effects are not in the money."}),
                    picture("regret", {"後悔は、その経路で最良の選択との差。",
                                       "Regret is the distance to the best choice on that pathway."})};
  Section needs{.id = "needs", .title = {"技術ニーズ", "Technology needs"}};
  needs.children = {
      {.id = "ranking",
       .title = {"順位", "Ranking"},
       .blocks = {picture("needs",
                          {"順位は価値の大きさで決まり、実現のしやすさではない。", "Ranked by value, not by ease."}),
                  picture("gap", {"実用化時期は登録簿の判断による。", "Ready dates are judgements of the register."})}},
      {.id = "chain",
       .title = {"根拠の連鎖", "Chain of reasons"},
       .blocks = {picture("trace", {"一つのニーズの例。", "One need as an example."})}}};
  Section trust{.id = "trust", .title = {"確からしさ", "How sure"}};
  trust.blocks = {Callout{CalloutKind::Limit,
                          {},
                          {{{"この見本の数値は架空であり、何の結論も導かない。",
                             "The numbers of this sample are made up; nothing follows from them."},
                            {}}}},
                  picture("variance", {"割合は Sobol 指数の推定値。", "Shares are estimated Sobol indices."}),
                  PageBreak{},
                  picture("outcome", {"分析時点より後の実績は、モデルに入っていない。",
                                      "Outcomes after the as-of date are not in the model."})};
  document.sections = {summary(), pathways, costs, options, needs, trust};
  document.notes = {{"note-1", {{"役割は一つの効果につき一つだけ数える。", "A role counts once per effect."}, {}}}};
  document.sources = {
      {"source-1",
       {"見本省『架空統計年報』2010年", "Ministry of Samples, “Made-up Yearbook”, 2010"},
       "https://example.org/yearbook/2010?a=1&b=2",
       {"一次資料・引用のみ（保存なし）", "primary, cited, not archived"},
       {{"claim-1", "通関手続きが滞っている。", Language::Japanese, {"1頁", "p. 1"}, {"評価 B2", "rated B2"}}}},
      {"source-2",
       {"見本新聞 2010年9月20日", "Sample Newspaper, 20 September 2010"},
       "",
       {"二次資料", "secondary"},
       {}}};
  document.terms = {
      {"term-diffusion",
       {"粒界拡散", "Grain-boundary diffusion"},
       {"磁石の結晶の境目にだけ重希土類をしみ込ませ、使う量を減らす方法。",
        "Heavy rare earths soak only into the boundaries between a magnet's grains, so that less is used."}}};
  return document;
}

} // namespace rashin::report

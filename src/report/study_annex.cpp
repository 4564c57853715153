#include "report/source_entries.h"
#include "report/study_parts.h"

#include "supply/balance.h"

#include <set>

namespace rashin::report {
namespace {

LocalizedText standing_text(const StudyView& view, const Quantity& q) {
  LocalizedText text;
  switch (q.standing()) {
  case Standing::Cited:
    text = {"引用", "cited"};
    break;
  case Standing::Judged:
    text = {"判断", "judged"};
    break;
  case Standing::Illustrative:
    text = {"例示", "illustrative"};
    break;
  case Standing::Missing:
    text = {"根拠なし", "without basis"};
    break;
  }
  if (is_known_later(q, view.study.evidence, view.study.header.as_of))
    text.ja += "・後日判明", text.en += ", known later";
  return text;
}

} // namespace

TableBlock parameters_block(const StudyView& view) {
  TableBlock table{
      .id = "parameters",
      .caption = {"すべての入力値", "Every input value"},
      .columns = {
          {{"識別子", "Id"}}, {{"値", "Value"}}, {{"単位", "Unit"}}, {{"いつ", "Period"}}, {{"根拠", "Basis"}}}};
  for (std::size_t p = 0; p < view.study.parameters.size(); ++p) {
    const Quantity& q = view.study.parameters[p];
    const auto s = policy::summarize(view.result.parameters[p]);
    Figure figure{.value = s.p50, .id = q.id()};
    if (s.p5 != s.p95)
      figure.interval = Interval{s.p5, s.p95};
    else
      figure.digits = 12; // as it was given
    std::vector<std::string> claims = q.claims;
    for (const auto& person : q.people) claims.insert(claims.end(), person.claims.begin(), person.claims.end());
    const std::string period = q.period ? q.period->text : "";
    table.rows.push_back({text_cell({q.id(), q.id()}), number_cell(figure), text_cell(written_unit(q.unit.text())),
                          text_cell({period, period}),
                          prose_cell({{"{0} {1} {2}", "{0} {1} {2}"},
                                      {plain(standing_text(view, q)), cite(view, claims), plain(q.note)}})});
  }
  table.note = {"値は中央値。", "Values are medians."};
  return table;
}

namespace {

struct FileRow {
  const char* file;
  LocalizedText how;
};
const std::vector<FileRow>& recipe() {
  static const std::vector<FileRow> rows{
      {"parameters.csv",
       {"入力ファイルの分布を、seed と識別子から決まる一様乱数で引いた要約",
        "the distributions of the inputs, drawn from uniforms fixed by seed and id, summarised"}},
      {"tree.csv",
       {"各節で信じる人を引き、その確率をディリクレ分布で揺らした要約",
        "at each node a person is drawn and believed, the probabilities vary around theirs (Dirichlet), summarised"}},
      {"draws.csv",
       {"標本ごと・選択ごと・経路ごとの損失、費用、経路の確率。以下の表はすべてここから計算し直せる",
        "loss of every draw, arm and pathway, with cost and probabilities; the tables below can be recomputed from "
        "it"}},
      {"pathways.csv",
       {"draws.csv の arm = none の loss_* と probability_* の平均と分位点",
        "means and quantiles of loss_* and probability_* of arm none in draws.csv"}},
      {"policy.csv",
       {"標本ごとに Σ probability × loss を取り、none "
        "との差（avoided）、費用との差（net_benefit）、最小との差（regret）を要約",
        "per draw Σ probability × loss; its difference to none (avoided), less cost (net_benefit), and to the least "
        "loss + cost (regret), summarised"}},
      {"regret.csv",
       {"経路ごとに loss + cost の、その標本での最小との差の平均",
        "per pathway the mean of loss + cost above the least of that draw"}},
      {"robustness.csv",
       {"全標本・全経路の loss + cost から、選択ごとに求めた尺度と、尺度が選ぶもの",
        "measures over all draws and pathways of loss + cost, by arm, and what each of them picks"}},
      {"packages.csv",
       {"オプションの組み合わせを標本の最初の draws 個で計算し直した損失、費用、順位",
        "packages of options played on the first draws: loss, cost, order"}},
      {"marginal.csv",
       {"在庫一日、供給者一つ、30日の前倒しを加えた計算との差",
        "differences to runs with one more stock day, one more supplier, thirty days sooner"}},
      {"discovery.csv",
       {"失敗する標本と経路に共通する範囲（PRIM）",
        "ranges that the failing draws and pathways have in common (PRIM)"}},
      {"judgements.csv, disagreement.csv",
       {"人ごとの確率と束ねた値、一人だけを信じたときの結果",
        "probabilities by person and pooled, and the result if one person alone is believed"}},
      {"scenarios.csv",
       {"相互影響の行列の整合的なシナリオ。重みは確率ではない",
        "consistent scenarios of the cross-impact matrix; weights are no probabilities"}},
      {"readiness.csv",
       {"選択 X と X+技術 の loss + cost の差", "the difference in loss + cost between arm X and arm X+technology"}},
      {"needs.csv",
       {"readiness.csv の最大の行を採り、標本ごとに順位を付け、上位に入る割合を数える",
        "the largest row of readiness.csv; ranked in each draw, the share among the first is counted"}},
      {"sensitivity.csv",
       {"標本の最初の K 件で、環ごとに別の乱数列に差し替えて計算し直し、分散への寄与を推定（pick-freeze）",
        "on the first K draws each link in turn is drawn from another stream and the run repeated; shares of the "
        "variance follow (pick-freeze)"}},
      {"advantages.csv", {"advantages.yaml と、その数値の要約", "advantages.yaml with its numbers summarised"}},
      {"ranking.csv, rank_acceptability.csv, rank_weights.csv, rank_pairs.csv",
       {"標本ごとに得点を両端の間に直し、引いた重みで加重和を取って順位を付け、順位・首位の重み・一対の勝ちを数える",
        "per draw scores are put between their ends, summed with the weights drawn, and ranked; ranks, weights of the "
        "first and wins are counted"}},
      {"daily.csv", {"none の損失の累計の分位点（日ごと）", "quantiles of the loss of arm none summed up to each day"}},
      {"flows.csv",
       {"何もしない場合に各供給者が期間中に送り出した量と割合（経路の確率で重み付け）",
        "what each outside supplier sends over the horizon if nothing is done, and its share (weighted by pathway)"}},
      {"end_use_losses.csv, unmet.csv",
       {"none の用途別の損失と品目別の不足量", "losses by end use and uncovered need by item, arm none"}},
      {"concentration.csv, exposure.csv, critical_nodes.csv",
       {"入力値の中央値で需給を合わせた供給網から。集中は国別の通常供給、依存は Leontief "
        "方程式、持ちこたえる日数は完全な途絶のシミュレーション",
        "from the network balanced at the medians: concentration of normal supply by country, exposure by the Leontief "
        "equation, days to survive by simulating the complete loss"}},
      {"explanation.csv",
       {"経路ごとに損失が中央・最大の標本を計算し直し、最初に不足した日から衝撃まで最大の原因をたどる",
        "the median and worst draw of each pathway computed anew; from the first short day back to the shock along the "
        "greatest cause"}},
      {"outcomes_compared.csv",
       {"outcomes.csv の値が、示した結果の 5–95 % に入るか（使われたかどうかは、確率が 50 % のどちら側か）",
        "whether the value of outcomes.csv lies within 5–95 % of the result named (whether something came into use: on "
        "which side of 50 % its chance lies)"}},
      {"trace.csv, columns.csv",
       {"どの行が何に基づくか、各列の単位と意味", "what each row rests on; unit and meaning of each column"}},
  };
  return rows;
}

} // namespace

Section outcomes_section(const StudyView& view) {
  const auto& study = view.study;
  Section section{.id = "outcomes", .title = {"その後に起きたこと", "What then happened"}};
  if (study.outcomes.empty()) return section;
  const auto rows = study::outcome_rows(study, view.tables);
  int hits = 0, compared = 0;
  TableBlock table{.id = "outcomes_compared",
                   .caption = {"計算の区間と記録された値", "The run's intervals and documented values"},
                   .columns = {{{"事柄", "What"}},
                               {{"計算（5–95 %）", "Run (5–95 %)"}},
                               {{"記録", "Documented"}},
                               {{"単位・時期", "Unit, period"}},
                               {{"判定", "Verdict"}},
                               {{"根拠・注", "Basis, note"}}}};
  OutcomeChart chart{.text = {{"計算と記録", "Run and record"},
                              {"行ごとに、計算の 5–95 % 区間と記録された値。",
                               "Row by row: the run's 5–95 % interval and the documented value."}}};
  for (const auto& row : rows) {
    const auto& outcome = study.outcomes[row.outcome];
    const bool yes_no = outcome.figure.starts_with("needs/");
    const double scale = unit_scale(view, outcome.unit), p5 = row.p5 / scale, p50 = row.p50 / scale,
                 p95 = row.p95 / scale;
    const std::optional<double> value = outcome.value ? std::optional(*outcome.value / scale) : std::nullopt;
    Figure run{.id = "outcomes_compared/" + outcome.id + "/p50"};
    if (row.compared) {
      ++compared, hits += row.hit;
      run.value = p50;
      if (!yes_no)
        run.interval = Interval{p5, p95}, chart.rows.push_back({.name = outcome.title,
                                                                .unit = unit_words(view, outcome.unit),
                                                                .predicted = {p5, p50, p50, p50, p95},
                                                                .documented = value,
                                                                .hit = row.hit});
    }
    Cell documented =
        yes_no && outcome.value
            ? text_cell(*outcome.value == 1 ? LocalizedText{"使われた", "came into use"}
                                            : LocalizedText{"使われていない", "not in use"})
            : number_cell({.value = value, .digits = 12, .id = "outcomes_compared/" + outcome.id + "/documented"});
    const std::string period = outcome.period ? " " + outcome.period->text : "";
    const LocalizedText unit = yes_no                       ? LocalizedText{"上位の確率", "P(top)"}
                               : outcome.unit.text() == "1" ? LocalizedText{}
                                                            : unit_words(view, outcome.unit);
    Cell verdict = text_cell(!row.compared ? LocalizedText{"参考", "for reference"}
                             : row.hit     ? LocalizedText{"✓ 的中", "✓ hit"}
                                           : LocalizedText{"✗ 外れ", "✗ miss"});
    verdict.tone = !row.compared ? Tone::None : row.hit ? Tone::Good : Tone::Bad;
    table.rows.push_back({text_cell(outcome.title), number_cell(run), documented,
                          text_cell({unit.ja + period, unit.en + period}), verdict,
                          prose_cell({{"{0} {1}", "{0} {1}"}, {cite(view, outcome.claims), plain(outcome.note)}})});
  }
  if (compared == 0)
    section.blocks.push_back(paragraph(
        {"計算の結果とそのまま比べられるものはなく、記録を並べます。このページだけが基準日より後の事実を読みます。",
         "Nothing here can be set against a figure of the run as it stands; the record is listed. Only this page reads "
         "facts from after the as-of date."}));
  else
    section.blocks.push_back(paragraph(
        {"比べられる {0} 件のうち {1} 件が当たりました（量は計算の 5–95 % 区間に入るか、使われたかどうかは確率が "
         "50 % のどちら側かでみます）。このページだけが基準日より後の事実を読みます。",
         "Of {0} that can be compared, {1} agree (amounts: within the run's 5–95 % interval; whether something "
         "came into use: on the right side of 50 %). Only this page reads facts from after the as-of date."},
        {plain({std::to_string(compared), std::to_string(compared)}),
         plain({std::to_string(hits), std::to_string(hits)})}));
  if (!chart.rows.empty()) {
    ChartBlock block{.id = "chart-outcomes", .chart = chart};
    block.limits = words({"一つの出来事との一致は、モデルの正しさの証明ではありません。",
                          "Agreement with one event does not prove the model right."});
    section.blocks.push_back(block);
  }
  section.blocks.push_back(table);
  return section;
}

Section limits_section(const StudyView& view) {
  const auto& study = view.study;
  Section section{.id = "limits", .title = {"この調査の限界", "Limits of this study"}};
  Callout limits{CalloutKind::Limit, {}, {}};
  for (const LocalizedText& text : study.header.limits) limits.paragraphs.push_back(words(text));
  limits.paragraphs.push_back(words({"事象の木の確率は判断であり、観測された頻度ではありません。",
                                     "Probabilities of the event tree are judgements, not observed frequencies."}));
  limits.paragraphs.push_back(words(
      {"損失は品目の供給網に現れるものだけで、価格の変化や経済全体への波及は含みません。",
       "Losses are those of the item network only; price changes and effects on the wider economy are left out."}));
  limits.paragraphs.push_back(words({"技術の順位は、挙げた技術とオプションの間だけのものです。",
                                     "Technologies are ranked only among those listed, with the options listed."}));
  const BasisReport& b = study.basis;
  const auto n = [](int value) { return LocalizedText{std::to_string(value), std::to_string(value)}; };
  limits.paragraphs.push_back(
      {{"入力値 {0}：引用 {1}、判断 {2}、例示 {3}、根拠なし {4}。うち {5} は基準日より後に公表された「後日判明」です。",
        "{0} input values: {1} cited, {2} judged, {3} illustrative, {4} without basis; {5} were published after the "
        "as-of date (“known later”)."},
       {plain(n(b.values)), plain(n(b.cited)), plain(n(b.judged)), plain(n(b.illustrative)), plain(n(b.missing)),
        plain(n(b.known_later))}});
  section.blocks.push_back(limits);
  return section;
}

Section tasks_section(const StudyView& view) {
  Section section{.id = "tasks", .title = {"残っている仕事", "Work still owed"}};
  TableBlock table{.id = "open-tasks", .caption = {"草稿を確定版にするまでの仕事", "What this draft still needs"}};
  table.columns = {{{"仕事", "What"}}, {{"担当", "Who"}}, {{"期限", "By when"}}, {{"状態", "State"}}};
  for (const study::Task& task : view.study.tasks) {
    const auto given = [](const std::string& text) {
      return text_cell(text.empty() ? LocalizedText{"未定", "not set"} : LocalizedText{text, text});
    };
    table.rows.push_back({text_cell(task.what), given(task.who), given(task.due),
                          text_cell(task.done ? LocalizedText{"済み", "done"} : LocalizedText{"未了", "open"})});
  }
  section.blocks.push_back(table);
  return section;
}

Section annex_section(const StudyView& view) {
  Section section{.id = "annex", .title = {"付録：データと計算", "Annex: data and how to recompute"}, .new_page = true};
  TableBlock files{.id = "files",
                   .caption = {"results/ の表と計算のしかた", "Tables in results/ and how each is computed"},
                   .columns = {{{"ファイル", "File"}}, {{"計算", "How"}}}};
  for (const FileRow& row : recipe()) files.rows.push_back({text_cell({row.file, row.file}), text_cell(row.how)});
  files.note = {"同じ表を一つにまとめた表計算ファイルが results.xlsx にあります（表ごとに一枚）。",
                "The same tables stand in one workbook, results.xlsx, a sheet for each."};
  section.blocks.push_back(files);
  section.blocks.push_back(parameters_block(view));
  return section;
}

std::vector<SourceEntry> source_entries(const StudyView& view) {
  return source_entries(view, {});
}

std::vector<SourceEntry> source_entries(const StudyView& view, const std::vector<std::string>& more) {
  const Evidence& evidence = view.study.evidence;
  std::set<std::string> used(more.begin(), more.end());
  const auto use = [&](const std::vector<std::string>& claims) { used.insert(claims.begin(), claims.end()); };
  for (const Quantity& q : view.study.parameters) {
    use(q.claims);
    for (const auto& person : q.people) use(person.claims);
  }
  use(view.study.trigger.claims);
  for (const auto& reason : view.study.tree_reasons) use(reason.claims);
  for (const auto& option : view.study.options)
    for (const auto& judged : option.judged) use(judged.claims);
  for (const auto& technology : view.study.technologies) use(technology.trl_claims);
  for (const auto& advantage : view.study.advantages) {
    use(advantage.claims);
    for (const auto& link : advantage.links) use(link.claims);
  }
  for (const auto& weights : view.study.weights) use(weights.claims);
  for (const auto& outcome : view.study.outcomes) use(outcome.claims);
  if (view.economy && view.economy->money) use(view.economy->money->claims);

  std::map<std::string, SourceEntry> entries;
  for (const std::string& id : used) {
    const auto claim = evidence.claims.find(id);
    if (claim == evidence.claims.end()) continue;
    for (const std::string& reference : claim->second.spans) {
      const std::string source_id = reference.substr(0, reference.find('#'));
      const Source& source = evidence.sources.at(source_id);
      SourceEntry& entry = entries[source_id];
      entry.id = "source-" + source_id;
      const auto citation = [&](Language language) {
        return source.publisher +
               (language == Language::Japanese ? "「" + source.title.in(language) + "」"
                                               : ", “" + source.title.in(language) + "”, ") +
               to_text(source.published, language);
      };
      entry.citation = {citation(Language::Japanese), citation(Language::English)};
      entry.url = source.address;
      entry.note = source.archived ? LocalizedText{"保存済み", "archived"}
                                   : LocalizedText{"引用のみ（保存なし）", "cited, not archived"};
      if (!source.original.empty())
        entry.note.ja += "。原典：" + source.original, entry.note.en += "; original: " + source.original;
      const Span& span = *evidence.find_span(reference);
      const Claim& c = claim->second;
      const auto rating = [&](Language language) {
        std::string text =
            std::string(1, c.reliability) + std::to_string(c.credibility) + " " + to_text(c.grade, language);
        if (certainly_before(view.study.header.as_of, c.published))
          text += language == Language::Japanese ? "・後日判明" : ", known later";
        return text;
      };
      entry.quotes.push_back({.id = id,
                              .text = span.quote,
                              .language = source.language,
                              .place = {span.locator, span.locator},
                              .note = {rating(Language::Japanese), rating(Language::English)}});
    }
  }
  std::vector<SourceEntry> list;
  std::set<std::string> quoted; // a claim with several spans is anchored at the first
  for (auto& [id, entry] : entries) {
    for (auto& quote : entry.quotes)
      if (!quoted.insert(quote.id).second) quote.id.clear();
    list.push_back(std::move(entry));
  }
  return list;
}

} // namespace rashin::report

// Seeds and alarms, recommendations, the runs used, the way from each rank to a sentence, limits.
#include "report/agenda_parts.h"

#include "core/country.h"

#include <algorithm>

namespace rashin::report {
namespace {

using agenda::SeedRelation;

LocalizedText month(const std::string& iso) {
  if (iso.empty()) return {"不明", "not known"};
  return {iso.substr(0, 7), iso.substr(0, 7)};
}

LocalizedText countries(const std::string& codes) {
  LocalizedText names;
  std::string_view rest = codes;
  while (!rest.empty()) {
    const std::string_view code = rest.substr(0, rest.find(';'));
    rest = code.size() == rest.size() ? std::string_view() : rest.substr(code.size() + 1);
    const Country* country = find_country(code);
    names.ja += (names.ja.empty() ? "" : "、") + (country ? country->short_name.ja : std::string(code));
    names.en += (names.en.empty() ? "" : ", ") + (country ? country->short_name.en : std::string(code));
  }
  return names;
}

TableBlock alarms_table(const AgendaView& view) {
  TableBlock table{.id = "alarms",
                   .caption = {"保有する優位性を相殺し得るもの", "What could offset an advantage held"}};
  table.columns = {{{"技術", "Technology"}},
                   {{"相殺され得る優位性", "Advantage at risk"}},
                   {{"保有しているもの", "What is held"}},
                   {{"依存している相手", "Who depends on it"}},
                   {{"いつまで続くか", "How long"}},
                   {{"警報", "Alarm"}}};
  for (const agenda::Alarm& alarm : view.result.alarms) {
    const auto& advantage = view.runs[alarm.run].advantages[alarm.advantage];
    const LocalizedText name = alarm.row ? view.result.rows[*alarm.row].title : view.agenda.seeds[*alarm.seed].title;
    LocalizedText depends = advantage.depends;
    const LocalizedText who = countries(advantage.dependents);
    if (!who.en.empty()) depends.ja += "（" + who.ja + "）", depends.en += " (" + who.en + ")";
    table.rows.push_back({text_cell(name),
                          text_cell(advantage.title),
                          text_cell(advantage.holds),
                          text_cell(depends),
                          text_cell(month(advantage.lasts)),
                          {words(alarm.promoted ? LocalizedText{"▲ 育成の対象が自らの優位性を弱める",
                                                                "▲ promoted here, yet weakens what is held"}
                                 : alarm.seed   ? LocalizedText{"▲ シーズ", "▲ a seed"}
                                                : LocalizedText{"注意", "note"}),
                           alarm.promoted || alarm.seed ? Tone::Bad : Tone::Warning}});
  }
  return table;
}

TableBlock seeds_table(const AgendaView& view) {
  TableBlock table{.id = "seeds", .caption = {"静的なニーズと動的なシーズ", "Static needs and dynamic seeds"}};
  table.columns = {{{"シーズ", "Seed"}},
                   {{"政策を支え得る", "Could support"}},
                   {{"政策に代わり得る", "Could substitute"}},
                   {{"我が国の優位性を相殺し得る", "Could offset an advantage of ours"}},
                   {{"優位性を生み得る", "Could create an advantage"}},
                   {{"判断と理由", "Whose judgement, and why"}}};
  for (const agenda::SeedLink& link : view.agenda.seeds) {
    std::vector<Cell> cells{text_cell(link.title)};
    LocalizedText target{link.target, link.target};
    if (link.relation == SeedRelation::Create) target = {"✓", "✓ yes"}; // in whose words, the reason says
    for (const agenda::Row& row : view.result.rows)
      if (row.id == link.target) target = row.title;
    for (const agenda::FinishedRun& run : view.runs)
      for (const agenda::RunAdvantage& advantage : run.advantages)
        if (link.target == run.id + ":" + advantage.id) target = advantage.title;
    for (const SeedRelation relation : agenda::all_relations)
      cells.push_back(text_cell(relation == link.relation ? target : LocalizedText{"", ""}));
    Cite cited;
    for (const std::string& claim : link.claims) cited.ids.push_back("agenda-" + claim);
    cells.push_back(
        prose_cell({{"{0}：{1} {2}", "{0}: {1} {2}"}, {plain(by_words(link.by)), plain(link.reason), cited}}));
    table.rows.push_back(std::move(cells));
  }
  table.note = {"四つの欄は別のことを示し、足し合わせません。",
                "The four columns say different things and are never added up."};
  return table;
}

LocalizedText status_words(const std::string& status) {
  if (status == "proposed") return {"提案済み", "proposed"};
  if (status == "accepted") return {"受け入れ", "accepted"};
  if (status == "in-progress") return {"実施中", "in progress"};
  if (status == "done") return {"完了", "done"};
  if (status == "declined") return {"見送り", "declined"};
  return {"差し替え", "superseded"};
}

LocalizedText run_words(const agenda::FinishedRun& run) {
  return run.title.en.empty() ? LocalizedText{run.id, run.id} : run.title;
}

} // namespace

Section agenda_seeds_section(const AgendaView& view) {
  Section section{.id = "seeds", .title = {"シーズと優位性", "Seeds and advantages"}};
  if (view.agenda.seeds.empty())
    section.blocks.push_back(
        paragraph({"新興技術のシーズ（seeds."
                   "csv）はまだ登録されていません。以下は、並べたニーズ自体が保有する優位性に及ぼす影響です。",
                   "No seeds of emerging technology (seeds.csv) are recorded yet. What follows is what "
                   "the needs themselves do to advantages held."}));
  else
    section.blocks.push_back(seeds_table(view));
  if (view.result.alarms.empty())
    section.blocks.push_back(paragraph(
        {"保有する優位性を相殺し得るものは見当たりません。", "Nothing here could offset an advantage held."}));
  else
    section.blocks.push_back(alarms_table(view));
  return section;
}

Section agenda_recommendations_section(const AgendaView& view) {
  Section section{.id = "recommendations", .title = {"提言とその後", "Recommendations and what became of them"}};
  if (view.agenda.recommendations.empty()) {
    section.blocks.push_back(paragraph({"提言はまだ記録されていません。", "No recommendation is recorded yet."}));
    return section;
  }
  TableBlock table{.id = "recommendations", .caption = {"提言と状況", "Recommendations and their status"}};
  table.columns = {{{"提言", "Advice"}},        {{"技術", "Technology"}}, {{"相手", "To whom"}},
                   {{"提言した日", "Advised"}}, {{"状況", "Status"}},     {{"その後", "What became of it"}}};
  for (const agenda::Recommendation& each : view.agenda.recommendations) {
    LocalizedText technology{each.technology, each.technology};
    for (const agenda::Row& row : view.result.rows)
      if (row.id == each.technology) technology = row.title;
    const bool overdue = agenda::is_overdue(view.agenda, each);
    LocalizedText status = status_words(each.status);
    status.ja +=
        "（" + to_text(each.status_on, Language::Japanese) + "）" + (overdue ? " ▲ 確認の期日を過ぎています" : "");
    status.en += " (" + to_text(each.status_on, Language::English) + ")" + (overdue ? " ▲ review is overdue" : "");
    Cite cited;
    for (const std::string& claim : each.claims) cited.ids.push_back("agenda-" + claim);
    table.rows.push_back(
        {prose_cell({{"{0}（{1}）{2}", "{0} ({1}) {2}"}, {plain(each.text), plain(by_words(each.by)), cited}}),
         text_cell(technology),
         text_cell(judge_words(each.to)),
         text_cell({to_text(each.advised, Language::Japanese), to_text(each.advised, Language::English)}),
         {words(status), overdue ? Tone::Warning : Tone::None},
         text_cell(each.follow_up)});
  }
  section.blocks.push_back(std::move(table));
  return section;
}

Section agenda_runs_section(const AgendaView& view) {
  Section section{.id = "runs", .title = {"用いた実行結果", "Runs used"}};
  TableBlock table{.id = "runs", .caption = {"実行結果とそのハッシュ", "Runs and their hashes"}};
  table.columns = {{{"実行結果", "Run"}}, {{"種類", "Kind"}}, {{"基準日", "As of"}},
                   {{"標本数", "Draws"}}, {{"種", "Seed"}},   {{"SHA-256", "SHA-256"}}};
  for (const agenda::FinishedRun& run : view.runs) {
    const std::string draws = std::to_string(run.draws), seed = std::to_string(run.seed);
    table.rows.push_back({text_cell(run_words(run)),
                          text_cell(run.kind == "study" ? LocalizedText{"調査", "study"}
                                                        : LocalizedText{"ネットアセスメント", "assessment"}),
                          text_cell({run.as_of, run.as_of}), text_cell({draws, draws}), text_cell({seed, seed}),
                          text_cell({run.hash.substr(0, 16) + "…", run.hash.substr(0, 16) + "…"})});
  }
  table.note = {"ハッシュは実行結果のすべてのファイルにわたる（全桁は "
                "run.json）。同じハッシュの結果からは同じアジェンダができる。",
                "The hash runs over all files of the run (whole in run.json). From runs of the same hashes the same "
                "agenda follows."};
  section.blocks.push_back(std::move(table));
  TableBlock pairs{.id = "alignment", .caption = {"標本の対応", "Which runs were drawn together"}, .header_columns = 2};
  pairs.columns = {
      {{"実行結果", "Run"}}, {{"実行結果", "Run"}}, {{"標本", "Draws"}}, {{"共通の要因", "Factors in common"}}};
  for (const agenda::Alignment& pair : view.result.alignments) {
    const std::string shared = std::to_string(pair.shared.size());
    pairs.rows.push_back({text_cell(run_words(view.runs[pair.a])), text_cell(run_words(view.runs[pair.b])),
                          text_cell(pair.together ? LocalizedText{"ともに引いた", "drawn together"}
                                                  : LocalizedText{"独立", "independent"}),
                          text_cell({shared, shared})});
  }
  if (!pairs.rows.empty()) section.blocks.push_back(std::move(pairs));
  return section;
}

Section agenda_chains_section(const AgendaView& view) {
  Section section{.id = "chains", .title = {"順位から原文まで", "From each rank to a sentence"}};
  section.blocks.push_back(
      paragraph({"各列の技術について、順位から引用された文までの最も短い道筋を示します。",
                 "For each technology in each column, the shortest way from its rank to a quoted sentence."}));
  Section each{.id = "by-technology", .title = {"技術ごとの道筋", "By technology"}, .numbered = false};
  for (const std::size_t row : view.result.ranking.order) {
    Section child{.id = "chain-" + view.result.rows[row].id, .title = view.result.rows[row].title, .numbered = false};
    ListBlock list;
    for (const agenda::Chain& chain : view.result.chains) {
      if (chain.row != row) continue;
      if (chain.steps.empty()) {
        list.items.push_back({{"{0}：引用された文がない。", "{0}: no quoted sentence."},
                              {plain(view.result.columns[chain.column].title)}});
        continue;
      }
      LocalizedText way;
      for (std::size_t s = 1; s + 2 < chain.steps.size(); ++s) {
        const agenda::ChainStep& step = chain.steps[s];
        way.ja += (s > 1 ? " → " : "") + (step.words.ja.empty() ? step.node : step.words.ja);
        way.en += (s > 1 ? " → " : "") + (step.words.en.empty() ? step.node : step.words.en);
      }
      list.items.push_back({{"{0}：{1} → {2}{3}", "{0}: {1} → {2} {3}"},
                            {Strong{view.result.columns[chain.column].title}, plain(way),
                             plain(chain.steps[chain.steps.size() - 2].words), Cite{{chain_anchor(view, chain)}}}});
    }
    child.blocks.push_back(std::move(list));
    each.children.push_back(std::move(child));
  }
  section.children.push_back(std::move(each));
  return section;
}

Section agenda_limits_section(const AgendaView& view) {
  Section section{.id = "limits", .title = {"このアジェンダが示せないこと", "What this agenda cannot show"}};
  ListBlock list;
  for (const LocalizedText& limit : view.agenda.limits) list.items.push_back(words(limit));
  list.items.push_back(
      words({"列の値は足し合わせられません。ある調査の金額と別の調査の金額、金額と戦い方の評価は比べていません。突き合"
             "わせたのは順位だけです。",
             "Values of columns do not add up. Money of one study is not compared with money of another, nor "
             "with the worth of a way of fighting; only places are."}));
  list.items.push_back(
      words({"枠組みや国内の一覧に挙がることは、そこで必要とされていることを示すだけで、どれほど重要かは示しません。",
             "To stand on a list says that it is wanted there, not how much it matters."}));
  list.items.push_back(words({"項目の少ない列では、上位に入ることは容易です。列の件数を併せて見てください。",
                              "In a short column it is easy to be on top. Read the number of its entries beside it."}));
  section.blocks.push_back(std::move(list));
  return section;
}

} // namespace rashin::report

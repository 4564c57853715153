#include "agenda/table_parts.h"

#include "agenda/join.h"

#include <algorithm>

namespace rashin::agenda {
namespace {

using study::ResultTable;
using study::TableBuilder;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + word;
  return text;
}

std::string claims_text(const std::vector<std::string>& claims) {
  std::string text;
  for (const std::string& claim : claims) text += (text.empty() ? "claim:" : ";claim:") + claim;
  return text;
}

std::vector<std::string> ids_of(const AgendaResult& result, const std::vector<std::size_t>& rows) {
  std::vector<std::string> ids;
  for (const std::size_t row : rows) ids.push_back(result.rows[row].id);
  return ids;
}

std::string date_text(const Date& date) {
  return date.is_undated() ? std::string() : to_iso(date);
}

} // namespace

SeedCells seed_cells(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                     std::size_t row) {
  SeedCells cells;
  for (const SeedLink& link : agenda.seeds) {
    if (link.target != result.rows[row].id) continue;
    if (link.relation == SeedRelation::Support) cells.support.push_back(link.seed);
    if (link.relation == SeedRelation::Substitute) cells.substitute.push_back(link.seed);
  }
  for (const FinishedRun& run : runs)
    for (const RunAdvantage& advantage : run.advantages)
      for (const auto& [effect, technology] : advantage.links) {
        if (row_of(agenda, result, run.id, technology) != row) continue;
        if (effect == study::AdvantageEffect::Offsets) cells.offset.push_back(run.id + ":" + advantage.id);
        if (effect == study::AdvantageEffect::Creates) cells.create.push_back(run.id + ":" + advantage.id);
      }
  return cells;
}

void put_entry_words(TableBuilder& b, const Agenda& agenda, const std::vector<FinishedRun>& runs, const Column& column,
                     const Entry& entry) {
  if (column.list) {
    const ListEntry& named = agenda.entries[entry.items.front()];
    b.put(named.words.ja), b.put(named.words.en), b.put(named.names ? "names" : "covers"), b.skip(2);
    return;
  }
  const FinishedRun& run = runs[*column.run];
  const RunNeed& first = run.needs[entry.items.front()];
  std::vector<std::string> items;
  for (const std::size_t n : entry.items) items.push_back(run.needs[n].id);
  b.put(first.title.ja), b.put(first.title.en), b.put(joined(items)), b.put(first.role), b.put(first.serves);
}

ResultTable columns_table(const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "agenda.yaml").text("title_ja", "").text("title_en", "").text("origin", "");
  b.text("kind", "run or list").number("entries", "1", "technologies in the column");
  for (const Column& column : result.columns) {
    b.begin_row();
    b.put(column.id), b.put(column.title.ja), b.put(column.title.en), b.put(origin_word(column.origin));
    b.put(column.run ? "run" : "list"), b.put(static_cast<double>(column.entries.size()));
  }
  return b.finish("agenda_columns", {"並べた列", "Columns set side by side"});
}

ResultTable runs_table(const Agenda& agenda, const std::vector<FinishedRun>& runs) {
  TableBuilder b;
  b.text("id", "agenda.yaml").text("kind", "run.json").text("work", "run.json").text("as_of", "run.json");
  b.text("version", "of the program").text("seed", "run.json").number("draws", "1", "draws of its needs");
  b.text("sha256", "over all files of the run").text("pinned", "agenda.yaml names this hash");
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const FinishedRun& run = runs[r];
    b.begin_row();
    b.put(run.id), b.put(run.kind), b.put(run.work), b.put(run.as_of), b.put(run.version),
        b.put(std::to_string(run.seed));
    b.put(static_cast<double>(run.draws)), b.put(run.hash), b.put(agenda.runs[r].pinned.empty() ? "no" : "yes");
  }
  return b.finish("runs", {"用いた実行結果", "Runs used"});
}

ResultTable alignment_table(const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "run.run").text("drawn", "together: one seed, equal factors equal draws; else independent");
  b.number("shared", "1", "factors that both draw").text("factors", "the first five of them");
  for (const Alignment& pair : result.alignments) {
    b.begin_row();
    b.put(runs[pair.a].id + "." + runs[pair.b].id), b.put(pair.together ? "together" : "independent");
    b.put(static_cast<double>(pair.shared.size()));
    b.put(joined({pair.shared.begin(),
                  pair.shared.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(5, pair.shared.size()))}));
  }
  return b.finish("alignment", {"標本の対応", "Which runs were drawn together"});
}

ResultTable without_table(const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "kind.id").text("kind", "run, framework, domestic; person or axis").text("left_out", "");
  b.text("changes", "yes where the first five change; within-run: its run would no longer put `leaves` first")
      .text("leaves", "technologies")
      .text("enters", "technologies");
  b.text("first", "the first five without it");
  for (const WithoutOne& one : result.without) {
    b.begin_row();
    b.put(one.kind + "." + one.id), b.put(one.kind), b.put(one.id), b.put(one.out.empty() ? "no" : "yes");
    b.put(joined(ids_of(result, one.out))), b.put(joined(ids_of(result, one.in))),
        b.put(joined(ids_of(result, one.first)));
  }
  for (const WithinRun& within : result.within) {
    const RunChange& change = runs[within.run].changes[within.change];
    b.begin_row();
    b.put(runs[within.run].id + "." + change.id), b.put(change.kind), b.put(runs[within.run].id + "." + change.id);
    b.put("within-run"), b.put(joined(ids_of(result, within.rows))), b.skip(2);
  }
  return b.finish("without", {"一つを除いたとき", "With one left out"});
}

ResultTable tags_table(const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology.tag.n").text("technology", "").text("tag", "promote, protect, partner");
  b.text("rule", "docs/methods/agenda.md").text("on", "column, advantage or framework");
  b.text("why_ja", "").text("why_en", "");
  std::map<std::string, int> count;
  for (const TagRow& tag : result.tags) {
    const std::string key = result.rows[tag.row].id + "." + std::string(tag_word(tag.tag));
    b.begin_row();
    b.put(key + "." + std::to_string(++count[key])), b.put(result.rows[tag.row].id), b.put(tag_word(tag.tag));
    b.put(tag.rule), b.put(tag.on), b.put(tag.why.ja), b.put(tag.why.en);
  }
  return b.finish("tags", {"育成・保護・連携", "Promote, protect, partner"});
}

ResultTable seeds_table(const Agenda& agenda) {
  TableBuilder b;
  b.text("id", "seed.n").text("seed", "seeds.csv").text("title_ja", "").text("title_en", "");
  for (const SeedRelation relation : all_relations) b.text(std::string(relation_word(relation)), "target");
  b.text("by", "whose judgement").text("basis", "claims");
  std::map<std::string, int> count;
  for (const SeedLink& link : agenda.seeds) {
    b.begin_row();
    b.put(link.seed + "." + std::to_string(++count[link.seed])), b.put(link.seed), b.put(link.title.ja),
        b.put(link.title.en);
    for (const SeedRelation relation : all_relations) b.put(relation == link.relation ? link.target : std::string());
    b.put(link.by), b.put(claims_text(link.claims));
  }
  return b.finish("seeds", {"新興技術のシーズ", "Seeds of emerging technology"});
}

ResultTable alarms_table(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology or seed, run, advantage").text("what", "need or seed").text("technology", "or seed");
  b.text("advantage", "run:advantage").text("title_ja", "of the advantage").text("title_en", "of the advantage");
  b.text("dependents", "countries").text("lasts", "until").text("promoted", "tagged promote by this agenda");
  for (const Alarm& alarm : result.alarms) {
    const RunAdvantage& advantage = runs[alarm.run].advantages[alarm.advantage];
    b.begin_row();
    b.put(alarm.id), b.put(alarm.row ? "need" : "seed"),
        b.put(alarm.row ? result.rows[*alarm.row].id : agenda.seeds[*alarm.seed].seed);
    b.put(runs[alarm.run].id + ":" + advantage.id), b.put(advantage.title.ja), b.put(advantage.title.en),
        b.put(advantage.dependents), b.put(advantage.lasts), b.put(alarm.promoted ? "yes" : "no");
  }
  return b.finish("alarms", {"優位性が損なわれるおそれ", "Advantages that could be offset"});
}

ResultTable recommendations_table(const Agenda& agenda) {
  TableBuilder b;
  b.text("id", "recommendations.csv").text("technology", "").text("to", "").text("advised", "");
  b.text("text_ja", "").text("text_en", "").text("status", "").text("status_on", "").text("review_by", "");
  b.text("follow_up_ja", "").text("follow_up_en", "").text("overdue", "review_by lies before the as-of date");
  b.text("by", "").text("basis", "claims");
  for (const Recommendation& each : agenda.recommendations) {
    b.begin_row();
    b.put(each.id), b.put(each.technology), b.put(each.to), b.put(date_text(each.advised)), b.put(each.text.ja),
        b.put(each.text.en), b.put(each.status), b.put(date_text(each.status_on)), b.put(date_text(each.review_by));
    b.put(each.follow_up.ja), b.put(each.follow_up.en), b.put(is_overdue(agenda, each) ? "yes" : "no"), b.put(each.by),
        b.put(claims_text(each.claims));
  }
  return b.finish("recommendations", {"提言とその後", "Recommendations and what became of them"});
}

ResultTable place_draws_table(const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "draw, from 0");
  std::vector<const Entry*> entries;
  for (const Column& column : result.columns)
    for (const Entry& entry : column.entries)
      if (column.run) {
        b.number("place_" + result.rows[entry.row].id + "." + column.id, "1", "1 first, 1/n last, 0 without value");
        entries.push_back(&entry);
      }
  for (std::size_t d = 0; d < static_cast<std::size_t>(result.draws) && !entries.empty(); ++d) {
    b.begin_row();
    b.put(std::to_string(d));
    for (const Entry* entry : entries) b.put(entry->places[d]);
  }
  return b.finish("place_draws", {"列の中の順位（標本ごと）", "Places in the columns of runs, draw by draw"});
}

ResultTable chains_table(const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology.column.step").text("technology", "").text("column", "").number("step", "1", "0 is the rank");
  b.text("node", "what it rests on").text("words_ja", "").text("words_en", "").text("address", "of the sentence");
  for (const Chain& chain : result.chains)
    for (std::size_t s = 0; s < chain.steps.size(); ++s) {
      const std::string &row = result.rows[chain.row].id, &column = result.columns[chain.column].id;
      b.begin_row();
      b.put(row + "." + column + "." + std::to_string(s)), b.put(row), b.put(column), b.put(static_cast<double>(s));
      b.put(chain.steps[s].node), b.put(chain.steps[s].words.ja), b.put(chain.steps[s].words.en),
          b.put(chain.steps[s].address);
    }
  return b.finish("chains", {"順位から原文まで", "From each rank to a sentence"});
}

} // namespace rashin::agenda

#include "agenda/table_parts.h"

#include <algorithm>

namespace rashin::agenda {
namespace {

using study::ResultTable;
using study::TableBuilder;

/// The entry of the row that is most often on top among the columns of an origin.
std::pair<const Column*, const Entry*> best_entry(const AgendaResult& result, std::size_t row, Origin origin) {
  std::pair<const Column*, const Entry*> best{nullptr, nullptr};
  for (const Column& column : result.columns)
    if (const Entry* entry = find_entry(column, row); entry && column.origin == origin)
      if (!best.second || comes_before(*entry, *best.second)) best = {&column, entry};
  return best;
}

std::string ids_of(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ";") + id;
  return text;
}

std::string tags_of(const AgendaResult& result, std::size_t row) {
  std::vector<std::string> words;
  for (const Tag tag : {Tag::Promote, Tag::Protect, Tag::Partner})
    if (std::any_of(result.tags.begin(), result.tags.end(),
                    [&](const TagRow& each) { return each.row == row && each.tag == tag; }))
      words.emplace_back(tag_word(tag));
  return ids_of(words);
}

void put_origins(TableBuilder& b, const AgendaResult& result, std::size_t row) {
  for (const Origin origin : all_origins) {
    const auto [column, entry] = best_entry(result, row, origin);
    if (!entry) {
      b.skip(3);
      continue;
    }
    b.put(column->id), b.put(entry->top.share), b.put(entry->acceptable ? "yes" : "no");
  }
}

/// Dates of the need that counts most, from the run in which it is most often on top.
void put_dates(TableBuilder& b, const std::vector<FinishedRun>& runs, const AgendaResult& result, std::size_t row) {
  const Column* from = nullptr;
  const Entry* best = nullptr;
  for (const Column& column : result.columns)
    if (const Entry* entry = find_entry(column, row); entry && column.run)
      if (!best || entry->top.share > best->top.share) best = entry, from = &column;
  if (!best) {
    b.skip(3);
    return;
  }
  const RunNeed& need = runs[*from->run].needs[best->items.front()];
  for (const std::string& text : {need.needed, need.ready, need.timing}) text.empty() ? b.skip() : b.put(text);
}

ResultTable agenda_table(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology").number("rank", "1", "place by expected rank").text("title_ja", "").text("title_en", "");
  b.number("expected_rank", "1", "mean over draws, from 1")
      .number("top_share", "share", "draws among the first five of the agenda")
      .number("top_error", "share", "standard error of sampling")
      .number("first_share", "share", "draws in which it comes first");
  for (const Origin origin : all_origins) {
    const std::string stem(origin_word(origin));
    b.text(stem + "_column", "where it is most often on top");
    b.number(stem + "_share", "share", "draws among the first top_k of that column");
    b.text(stem + "_acceptable", "share at or above the threshold");
  }
  b.text("multi_use", "acceptable in columns of different origin").text("tags", "see tags.csv");
  b.text("seeds_support", "seeds.csv").text("seeds_substitute", "seeds.csv");
  b.text("could_offset", "advantages of ours that it could offset").text("could_create", "advantages it could create");
  b.text("needed_p50", "of the run in which it is most often on top").text("ready_p50", "the same");
  b.text("timing", "the same").text("recommendations", "recommendations.csv");
  for (std::size_t place = 0; place < result.ranking.order.size(); ++place) {
    const std::size_t row = result.ranking.order[place];
    const double top = result.ranking.top[row];
    b.begin_row();
    b.put(result.rows[row].id), b.put(static_cast<double>(place + 1)), b.put(result.rows[row].title.ja),
        b.put(result.rows[row].title.en);
    b.put(result.ranking.rows[row].expected_rank), b.put(top),
        b.put(std::sqrt(std::max(0.0, top * (1 - top)) / result.draws)),
        b.put(result.ranking.rows[row].acceptability.front());
    put_origins(b, result, row);
    b.put(is_multi_use(result, row) ? "yes" : "no"), b.put(tags_of(result, row));
    const SeedCells cells = seed_cells(agenda, runs, result, row);
    b.put(ids_of(cells.support)), b.put(ids_of(cells.substitute)), b.put(ids_of(cells.offset)),
        b.put(ids_of(cells.create));
    put_dates(b, runs, result, row);
    std::vector<std::string> advised;
    for (const Recommendation& each : agenda.recommendations)
      if (each.technology == result.rows[row].id) advised.push_back(each.id);
    b.put(ids_of(advised));
  }
  return b.finish("agenda", {"アジェンダ", "The agenda"});
}

ResultTable entries_table(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology.column")
      .text("technology", "")
      .text("column", "agenda.yaml")
      .text("origin", "of the column");
  b.text("title_ja", "as the column calls it").text("title_en", "the same");
  b.text("items", "needs of the run, or names / covers").text("role", "as the run says");
  b.text("serves", "option or concept");
  b.number("top_share", "share", "draws among the first top_k of the column")
      .number("top_error", "share", "standard error of sampling")
      .number("place_mean", "1", "1 first, 1/n last, 0 without value");
  b.text("acceptable", "top_share at or above the threshold");
  for (const std::size_t row : result.ranking.order)
    for (const Column& column : result.columns) {
      const Entry* entry = find_entry(column, row);
      if (!entry) continue;
      b.begin_row();
      b.put(result.rows[row].id + "." + column.id), b.put(result.rows[row].id), b.put(column.id),
          b.put(origin_word(column.origin));
      put_entry_words(b, agenda, runs, column, *entry);
      double sum = 0;
      for (const double place : entry->places) sum += place;
      b.put(entry->top.share), b.put(entry->top.standard_error), b.put(sum / result.draws);
      b.put(entry->acceptable ? "yes" : "no");
    }
  return b.finish("entries", {"列ごとの技術", "Technologies in each column"});
}

ResultTable acceptability_table(const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology.rank").text("technology", "").number("rank", "1", "1 is best");
  b.number("acceptability", "share", "draws in which it holds the rank")
      .number("standard_error", "share", "of the sampling");
  for (const std::size_t row : result.ranking.order)
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
      b.begin_row();
      b.put(result.rows[row].id + "." + std::to_string(r + 1)), b.put(result.rows[row].id),
          b.put(static_cast<double>(r + 1));
      b.put(result.ranking.rows[row].acceptability[r]), b.put(result.ranking.rows[row].standard_error[r]);
    }
  return b.finish("rank_acceptability", {"順位ごとの受容度", "Acceptability of each rank"});
}

ResultTable weights_table(const AgendaResult& result) {
  TableBuilder b;
  b.text("id", "technology.origin").text("technology", "").text("origin", "");
  b.number("weight", "share", "mean weights of the draws in which it is first; missing: it never is");
  for (const std::size_t row : result.ranking.order)
    for (std::size_t k = 0; k < all_origins.size(); ++k) {
      b.begin_row();
      const std::string origin(origin_word(all_origins[k]));
      b.put(result.rows[row].id + "." + origin), b.put(result.rows[row].id), b.put(origin);
      const auto& central = result.ranking.rows[row].central_weight;
      central.empty() ? b.skip() : b.put(central[k]);
    }
  return b.finish("rank_weights", {"首位となる重みの中心", "Weights under which each comes first"});
}

} // namespace

std::vector<ResultTable> result_tables(const Agenda& agenda, const std::vector<FinishedRun>& runs,
                                       const AgendaResult& result) {
  return {agenda_table(agenda, runs, result),
          entries_table(agenda, runs, result),
          acceptability_table(result),
          weights_table(result),
          columns_table(result),
          runs_table(agenda, runs),
          alignment_table(runs, result),
          without_table(runs, result),
          tags_table(result),
          seeds_table(agenda),
          alarms_table(agenda, runs, result),
          recommendations_table(agenda),
          place_draws_table(result),
          chains_table(result)};
}

} // namespace rashin::agenda

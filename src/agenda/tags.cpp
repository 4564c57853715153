// Which rule gives which tag, and what could take an advantage away. Every tag names its rule and what it rests on.
#include "agenda/join.h"

#include <algorithm>

namespace rashin::agenda {
namespace {

using study::AdvantageEffect;

/// An advantage by `run:advantage`; nothing where no run has it.
std::optional<std::pair<std::size_t, std::size_t>> find_advantage(const std::vector<FinishedRun>& runs,
                                                                  std::string_view id) {
  for (std::size_t r = 0; r < runs.size(); ++r)
    for (std::size_t a = 0; a < runs[r].advantages.size(); ++a)
      if (id == runs[r].id + ":" + runs[r].advantages[a].id) return std::pair(r, a);
  return std::nullopt;
}

bool is_promoted(const Agenda& agenda, const AgendaResult& result, std::size_t row) {
  return is_multi_use(result, row) || result.ranking.top[row] >= agenda.threshold;
}

LocalizedText titled(const LocalizedText& before, const LocalizedText& title, const LocalizedText& after) {
  return {before.ja + title.ja + after.ja, before.en + title.en + after.en};
}

class Tags {
 public:
  Tags(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result)
      : agenda_(agenda), runs_(runs), result_(result) {}

  std::vector<TagRow> give() {
    for (const std::size_t row : result_.ranking.order) promote(row), protect(row), partner(row);
    return std::move(tags_);
  }

 private:
  void add(std::size_t row, Tag tag, const char* rule, std::string on, LocalizedText why) {
    tags_.push_back({row, tag, rule, std::move(on), std::move(why)});
  }

  void promote(std::size_t row) {
    if (is_multi_use(result_, row)) {
      LocalizedText names;
      std::string on;
      for (const std::size_t c : acceptable_columns(result_, row)) {
        const Column& column = result_.columns[c];
        names.ja += (names.ja.empty() ? "「" : "・「") + column.title.ja + "」";
        names.en += (names.en.empty() ? "“" : ", “") + column.title.en + "”";
        on += (on.empty() ? "" : ";") + column.id;
      }
      add(row, Tag::Promote, "multi-use", on,
          titled({"由来の異なる列で上位：", "On top in columns of different origin: "}, names, {"", ""}));
    }
    if (result_.ranking.top[row] >= agenda_.threshold)
      add(row, Tag::Promote, "often-first", "agenda",
          {"重みをどう置いても、半数以上の標本など閾値を超える割合で上位 5 件に入る",
           "Among the first five of the agenda in at least the threshold share of draws"});
  }

  void protect(std::size_t row) {
    for (const FinishedRun& run : runs_)
      for (const RunAdvantage& advantage : run.advantages)
        for (const auto& [effect, technology] : advantage.links) {
          if (effect == AdvantageEffect::Offsets || row_of(agenda_, result_, run.id, technology) != row) continue;
          const bool keeps = effect == AdvantageEffect::Keeps;
          add(row, Tag::Protect, keeps ? "keeps-advantage" : "creates-advantage", run.id + ":" + advantage.id,
              titled(keeps ? LocalizedText{"保有する優位性「", "Keeps an advantage held: “"}
                           : LocalizedText{"優位性「", "Creates an advantage: “"},
                     advantage.title, keeps ? LocalizedText{"」を保つ", "”"} : LocalizedText{"」を生み出す", "”"}));
        }
  }

  void partner(std::size_t row) {
    for (const Column& column : result_.columns) {
      if (column.origin != Origin::Framework || !column.list) continue;
      const Entry* entry = find_entry(column, row);
      if (!entry) continue;
      const bool names = agenda_.entries[entry->items.front()].names;
      add(row, Tag::Partner, names ? "framework-names" : "framework-covers", column.id,
          titled({"枠組み「", "The framework “"}, column.title,
                 names ? LocalizedText{"」が挙げている", "” names it"}
                       : LocalizedText{"」の挙げる分野に含まれる", "” names a field that covers it"}));
    }
  }

  const Agenda& agenda_;
  const std::vector<FinishedRun>& runs_;
  const AgendaResult& result_;
  std::vector<TagRow> tags_;
};

} // namespace

std::string_view tag_word(Tag tag) {
  return tag == Tag::Promote ? "promote" : tag == Tag::Protect ? "protect" : "partner";
}

LocalizedText tag_title(Tag tag) {
  if (tag == Tag::Promote) return {"育成", "promote"};
  if (tag == Tag::Protect) return {"保護", "protect"};
  return {"連携", "partner"};
}

std::vector<std::size_t> acceptable_columns(const AgendaResult& result, std::size_t row) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < result.columns.size(); ++c)
    if (const Entry* entry = find_entry(result.columns[c], row); entry && entry->acceptable) columns.push_back(c);
  return columns;
}

bool is_multi_use(const AgendaResult& result, std::size_t row) {
  const auto columns = acceptable_columns(result, row);
  return std::any_of(columns.begin(), columns.end(),
                     [&](std::size_t c) { return result.columns[c].origin != result.columns[columns.front()].origin; });
}

std::vector<TagRow> give_tags(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  return Tags(agenda, runs, result).give();
}

std::vector<Alarm> find_alarms(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                               Diagnostics& faults) {
  std::vector<Alarm> alarms;
  for (std::size_t r = 0; r < runs.size(); ++r)
    for (std::size_t a = 0; a < runs[r].advantages.size(); ++a)
      for (const auto& [effect, technology] : runs[r].advantages[a].links) {
        if (effect != AdvantageEffect::Offsets) continue;
        const std::size_t row = row_of(agenda, result, runs[r].id, technology);
        if (row == result.rows.size()) continue;
        alarms.push_back({result.rows[row].id + "." + runs[r].id + "." + runs[r].advantages[a].id, row, std::nullopt, r,
                          a, is_promoted(agenda, result, row)});
      }
  for (std::size_t s = 0; s < agenda.seeds.size(); ++s) {
    const SeedLink& link = agenda.seeds[s];
    if (link.relation != SeedRelation::Offset) continue;
    const auto found = find_advantage(runs, link.target);
    if (!found)
      faults.push_back(make_diagnostic("agenda-advantage-unknown", link.place, {link.target}));
    else
      alarms.push_back({link.seed + "." + runs[found->first].id + "." + runs[found->first].advantages[found->second].id,
                        std::nullopt, s, found->first, found->second, false});
  }
  return alarms;
}

} // namespace rashin::agenda

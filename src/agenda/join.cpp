// One table of needs by stable ids: what each run and list calls a technology is brought under one row.
#include "agenda/join.h"

#include <algorithm>

namespace rashin::agenda {
namespace {

/// `run:technology` -> the agenda's id.
std::map<std::string, std::string> aliases_of(const Agenda& agenda) {
  std::map<std::string, std::string> aliases;
  for (const TechnologyEntry& entry : agenda.technologies)
    for (const std::string& alias : entry.same_as) aliases[alias] = entry.id;
  return aliases;
}

class Joiner {
 public:
  Joiner(const Agenda& agenda, AgendaResult& result) : agenda_(agenda), result_(result), aliases_(aliases_of(agenda)) {
    for (const TechnologyEntry& entry : agenda.technologies) {
      rows_[entry.id] = result.rows.size();
      result.rows.push_back({entry.id, entry.title, true});
    }
  }

  void add_run(const FinishedRun& run, std::size_t index) {
    Column column{run.id, run.title, run.origin, index, std::nullopt, {}};
    for (std::size_t n = 0; n < run.needs.size(); ++n) {
      const RunNeed& need = run.needs[n];
      const auto alias = aliases_.find(run.id + ":" + need.technology);
      Entry& entry = entry_of(column, row(alias == aliases_.end() ? need.technology : alias->second, need.title));
      entry.items.push_back(n);
      // Several needs of one technology: what it is worth where it counts most.
      if (entry.values.empty()) entry.values.assign(need.draws.begin(), need.draws.begin() + result_.draws);
      for (std::size_t d = 0; d < entry.values.size(); ++d) entry.values[d] = std::max(entry.values[d], need.draws[d]);
    }
    result_.columns.push_back(std::move(column));
  }

  void add_list(const NamingList& list, std::size_t index, Diagnostics& faults) {
    Column column{list.id, list.title, list.origin, std::nullopt, index, {}};
    for (std::size_t e = 0; e < agenda_.entries.size(); ++e) {
      const ListEntry& each = agenda_.entries[e];
      if (each.list != index) continue;
      if (!rows_.contains(each.technology)) {
        faults.push_back(make_diagnostic("agenda-technology-unknown", each.place, {each.technology}));
        continue;
      }
      Entry& entry = entry_of(column, rows_.at(each.technology));
      entry.items.push_back(e);
      entry.values.assign(static_cast<std::size_t>(result_.draws), each.names ? value_of_name : value_of_field);
    }
    result_.columns.push_back(std::move(column));
  }

 private:
  std::size_t row(const std::string& id, const LocalizedText& title) {
    const auto [known, added] = rows_.emplace(id, result_.rows.size());
    if (added) result_.rows.push_back({id, title, false});
    return known->second;
  }
  static Entry& entry_of(Column& column, std::size_t row) {
    for (Entry& entry : column.entries)
      if (entry.row == row) return entry;
    column.entries.push_back({row, {}, {}, {}, {}, false});
    return column.entries.back();
  }

  const Agenda& agenda_;
  AgendaResult& result_;
  std::map<std::string, std::string> aliases_;
  std::map<std::string, std::size_t> rows_;
};

/// Every alias means a need that some run has.
void check_aliases(const Agenda& agenda, const std::vector<FinishedRun>& runs, Diagnostics& faults) {
  for (const TechnologyEntry& entry : agenda.technologies)
    for (std::size_t i = 0; i < entry.same_as.size(); ++i) {
      const std::string& alias = entry.same_as[i];
      const bool known = std::any_of(runs.begin(), runs.end(), [&](const FinishedRun& run) {
        return std::any_of(run.needs.begin(), run.needs.end(),
                           [&](const RunNeed& need) { return alias == run.id + ":" + need.technology; });
      });
      if (!known) faults.push_back(make_diagnostic("agenda-alias-unknown", entry.same_as_places[i], {alias}));
    }
}

void check_rows(const Agenda& agenda, const AgendaResult& result, Diagnostics& faults) {
  for (std::size_t row = 0; row < agenda.technologies.size(); ++row)
    if (std::none_of(result.columns.begin(), result.columns.end(),
                     [&](const Column& column) { return find_entry(column, row) != nullptr; }))
      faults.push_back(
          make_diagnostic("agenda-technology-unused", agenda.technologies[row].place, {agenda.technologies[row].id}));
  const auto known = [&](const std::string& id) {
    return std::any_of(result.rows.begin(), result.rows.end(), [&](const Row& row) { return row.id == id; });
  };
  for (const SeedLink& link : agenda.seeds)
    if ((link.relation == SeedRelation::Support || link.relation == SeedRelation::Substitute) && !known(link.target))
      faults.push_back(make_diagnostic("agenda-technology-unknown", link.place, {link.target}));
  for (const Recommendation& each : agenda.recommendations)
    if (!known(each.technology))
      faults.push_back(make_diagnostic("agenda-technology-unknown", each.place, {each.technology}));
}

} // namespace

const Entry* find_entry(const Column& column, std::size_t row) {
  for (const Entry& entry : column.entries)
    if (entry.row == row) return &entry;
  return nullptr;
}

std::size_t row_of(const Agenda& agenda, const AgendaResult& result, const std::string& run,
                   const std::string& technology) {
  const auto aliases = aliases_of(agenda);
  const auto alias = aliases.find(run + ":" + technology);
  const std::string& id = alias == aliases.end() ? technology : alias->second;
  const auto found = std::find_if(result.rows.begin(), result.rows.end(), [&](const Row& row) { return row.id == id; });
  return static_cast<std::size_t>(found - result.rows.begin());
}

void join(const Agenda& agenda, const std::vector<FinishedRun>& runs, AgendaResult& result, Diagnostics& faults) {
  result.draws = agenda.draws;
  for (const FinishedRun& run : runs) result.draws = std::min(result.draws, run.draws);
  Joiner joiner(agenda, result);
  for (std::size_t r = 0; r < runs.size(); ++r) joiner.add_run(runs[r], r);
  for (std::size_t l = 0; l < agenda.lists.size(); ++l) joiner.add_list(agenda.lists[l], l, faults);
  check_aliases(agenda, runs, faults);
  check_rows(agenda, result, faults);
}

std::vector<Alignment> align(const std::vector<FinishedRun>& runs) {
  std::vector<Alignment> pairs;
  for (std::size_t a = 0; a < runs.size(); ++a)
    for (std::size_t b = a + 1; b < runs.size(); ++b) {
      Alignment pair{a, b, runs[a].seed == runs[b].seed, {}};
      std::set_intersection(runs[a].factors.begin(), runs[a].factors.end(), runs[b].factors.begin(),
                            runs[b].factors.end(), std::back_inserter(pair.shared));
      pairs.push_back(std::move(pair));
    }
  return pairs;
}

} // namespace rashin::agenda

#pragma once
#include "agenda/run.h"
#include "study/table_builder.h"

namespace rashin::agenda {

/// Static need × dynamic seed: four cells that are never added up.
struct SeedCells {
  std::vector<std::string> support, substitute; ///< seeds
  std::vector<std::string> offset;              ///< `run:advantage`
  std::vector<std::string> create;              ///< `run:advantage`
};
SeedCells seed_cells(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                     std::size_t row);
/// Title, items, role and what it serves.
void put_entry_words(study::TableBuilder& b, const Agenda& agenda, const std::vector<FinishedRun>& runs,
                     const Column& column, const Entry& entry);

study::ResultTable columns_table(const AgendaResult& result);
study::ResultTable runs_table(const Agenda& agenda, const std::vector<FinishedRun>& runs);
study::ResultTable alignment_table(const std::vector<FinishedRun>& runs, const AgendaResult& result);
study::ResultTable without_table(const std::vector<FinishedRun>& runs, const AgendaResult& result);
study::ResultTable tags_table(const AgendaResult& result);
study::ResultTable seeds_table(const Agenda& agenda);
study::ResultTable alarms_table(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result);
study::ResultTable recommendations_table(const Agenda& agenda);
/// Places per draw in the columns of runs; on a list they are the same in every draw (entries.place_mean).
study::ResultTable place_draws_table(const AgendaResult& result);
study::ResultTable chains_table(const AgendaResult& result);

} // namespace rashin::agenda

#include "study/outcome_tables.h"

#include "study/table_parts.h"

namespace rashin::study {

namespace {

/// `table/row` or `table/row/stem`, where the table has stem_p5, stem_p50, stem_p95; without a stem, the first that it
/// has.
struct FigureName {
  std::string table, row, stem;
};
FigureName figure_name(const std::string& text) {
  FigureName name;
  const std::size_t first = text.find('/');
  if (first == std::string::npos) return name;
  const std::size_t second = text.find('/', first + 1);
  name.table = text.substr(0, first);
  name.row = text.substr(first + 1, second == std::string::npos ? second : second - first - 1);
  if (second != std::string::npos) name.stem = text.substr(second + 1);
  return name;
}

std::string stem_of(const Table& table, const std::string& wanted) {
  for (const Column& column : table.columns()) {
    if (!column.name().ends_with("_p5")) continue;
    const std::string stem = column.name().substr(0, column.name().size() - 3);
    if (wanted.empty() || wanted == stem) return stem;
  }
  return {};
}

/// Sets the run's interval beside the outcome; false where the run has no such figure.
bool set_beside(OutcomeRow& row, const Table& table, std::size_t at, const FigureName& name, double documented) {
  if (name.table == "needs") { // came into use or not, beside the chance of being among the first
    row.p5 = row.p50 = row.p95 = table.column("top_share").number(at).value_or(0);
    row.hit = (row.p50 >= 0.5) == (documented == 1);
    return true;
  }
  const std::string stem = stem_of(table, name.stem);
  if (stem.empty() || !table.column(stem + "_p5").number(at)) return false;
  row.p5 = *table.column(stem + "_p5").number(at);
  row.p50 = *table.column(stem + "_p50").number(at);
  row.p95 = *table.column(stem + "_p95").number(at);
  row.hit = row.p5 <= documented && documented <= row.p95;
  return true;
}

} // namespace

std::vector<OutcomeRow> outcome_rows(const Study& study, const std::vector<ResultTable>& tables) {
  std::vector<OutcomeRow> rows;
  for (std::size_t o = 0; o < study.outcomes.size(); ++o) {
    const Outcome& outcome = study.outcomes[o];
    OutcomeRow row;
    row.outcome = o;
    const FigureName name = figure_name(outcome.figure);
    for (const ResultTable& table : tables) {
      if (!outcome.value || table.name != name.table) continue;
      const Column& ids = table.table.column("id");
      for (std::size_t r = 0; r < table.table.rows(); ++r)
        if (ids.text(r) == name.row) row.compared = set_beside(row, table.table, r, name, *outcome.value);
    }
    rows.push_back(row);
  }
  return rows;
}

Diagnostics check_outcomes(const Study& study, const std::vector<OutcomeRow>& rows) {
  Diagnostics faults;
  for (const OutcomeRow& row : rows) {
    const Outcome& outcome = study.outcomes[row.outcome];
    if (!outcome.figure.empty() && outcome.value && !row.compared)
      faults.push_back(make_diagnostic("outcome-figure-unknown", outcome.place, {outcome.figure}));
  }
  return faults;
}

ResultTable outcomes_table(const Study& study, const std::vector<ResultTable>& tables) {
  TableBuilder b;
  b.text("id", "outcomes.csv")
      .text("figure", "what it is set beside")
      .number("p5", "", "run")
      .number("p50", "", "run")
      .number("p95", "", "run")
      .number("documented", "", "outcomes.csv")
      .text("unit", "outcomes.csv")
      .text("period", "outcomes.csv")
      .text("verdict", "hit, miss, or told")
      .text("basis", "claims");
  for (const OutcomeRow& row : outcome_rows(study, tables)) {
    const Outcome& o = study.outcomes[row.outcome];
    b.begin_row();
    b.put(o.id), b.put(o.figure);
    if (row.compared)
      b.put(row.p5), b.put(row.p50), b.put(row.p95);
    else
      b.skip(3);
    if (o.value)
      b.put(*o.value);
    else
      b.skip();
    b.put(o.unit.text()), b.put(o.period ? o.period->text : ""),
        b.put(!row.compared ? "told"
              : row.hit     ? "hit"
                            : "miss"),
        b.put(joined(o.claims, "claim:"));
  }
  return b.finish("outcomes_compared", {"その後に起きたこと", "What then happened"});
}

} // namespace rashin::study

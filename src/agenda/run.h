#pragma once
#include "agenda/finished_run.h"
#include "need/readiness.h"
#include "need/smaa.h"
#include "study/tables.h"

namespace rashin::agenda {

/// One technology in one column.
struct Entry {
  std::size_t row = 0;
  std::vector<std::size_t> items; ///< needs of the run, or entries of the list
  std::vector<double> values;     ///< per draw, in the column's own unit; of a list: 2 named, 1 covered
  std::vector<double> places;     ///< per draw: 1 first, down to 1/n last, 0 where its value is zero or less
  need::TopShare top;             ///< share of draws among the column's first top_k
  bool acceptable = false;        ///< share at or above the threshold; on a list: and named itself
};

/// A run, a framework or a domestic list. Columns are ranked each for itself and never merged before.
struct Column {
  std::string id;
  LocalizedText title;
  Origin origin = Origin::SupplyChain;
  std::optional<std::size_t> run, list;
  std::vector<Entry> entries;
};

struct Row {
  std::string id;
  LocalizedText title;
  bool declared = false; ///< in names.yaml
};

/// Ranks over origins: a technology's score at an origin is its best place in a column of that origin.
struct Ranking {
  std::vector<need::SmaaAlternative> rows;
  std::vector<double> top; ///< share of draws among the first `first_places`
  std::vector<std::size_t> order;
};
constexpr std::size_t first_places = 5;

/// The agenda without one column, or with one person's weights left out.
struct WithoutOne {
  std::string kind; ///< run, framework, domestic or person
  std::string id;
  LocalizedText title;
  std::vector<std::size_t> first;   ///< rows on top without it
  std::vector<std::size_t> out, in; ///< that leave or enter the first; both empty: nothing changes
  bool new_first = false;           ///< another technology comes first of all
};

/// An axis or person of a run without whom a technology among the agenda's first five is no longer among the first
/// needs of that run: what the five hang on inside a run.
struct WithinRun {
  std::size_t run = 0, change = 0;
  std::vector<std::size_t> rows; ///< of the first five
};

/// Two runs: whether draw d of one belongs to draw d of the other.
struct Alignment {
  std::size_t a = 0, b = 0;        ///< runs
  bool together = false;           ///< one seed: equal factors have equal draws
  std::vector<std::string> shared; ///< factors that both draw
};

enum class Tag { Promote, Protect, Partner };
std::string_view tag_word(Tag tag);
LocalizedText tag_title(Tag tag);
struct TagRow {
  std::size_t row = 0;
  Tag tag = Tag::Promote;
  std::string rule; ///< id of the rule that gave it
  std::string on;   ///< column, advantage, or framework that it rests on
  LocalizedText why;
};

/// Something on the agenda, or a seed, that could offset an advantage of ours.
struct Alarm {
  std::string id;
  std::optional<std::size_t> row, seed;
  std::size_t run = 0, advantage = 0;
  bool promoted = false; ///< a technology that the agenda itself would promote
};

struct ChainStep {
  std::string node; ///< `agenda/…`, `run:table/row`, `claim:…`, `source#span`
  LocalizedText words;
  std::string address; ///< of the last step
};
/// The shortest way from a rank to a quoted sentence through one column.
struct Chain {
  std::size_t row = 0, column = 0;
  std::vector<ChainStep> steps; ///< the first is the rank; empty: no sentence behind it
};

struct AgendaResult {
  int draws = 0;
  std::vector<Column> columns;
  std::vector<Row> rows;
  Ranking ranking;
  std::vector<WithoutOne> without;
  std::vector<WithinRun> within;
  std::vector<Alignment> alignments;
  std::vector<TagRow> tags;
  std::vector<Alarm> alarms;
  std::vector<Chain> chains;
};

/// Joins the runs with the lists, ranks each column, then the whole; all of agenda.md. Errors `agenda-…` for ids that
/// nothing has. Warnings come with the value. Pure; the same bytes always.
Result<AgendaResult> run(const Agenda& agenda, const std::vector<FinishedRun>& runs);

/// Columns of different origin in which the technology is acceptable, and whether these are at least two.
std::vector<std::size_t> acceptable_columns(const AgendaResult& result, std::size_t row);
bool is_multi_use(const AgendaResult& result, std::size_t row);
/// The day to look at it again has passed by the as-of date, and it is still open.
bool is_overdue(const Agenda& agenda, const Recommendation& recommendation);
/// Which of two entries of a row says more: an acceptable one, then the one more often on top.
bool comes_before(const Entry& a, const Entry& b);
const Entry* find_entry(const Column& column, std::size_t row);

std::vector<study::ResultTable> result_tables(const Agenda& agenda, const std::vector<FinishedRun>& runs,
                                              const AgendaResult& result);

} // namespace rashin::agenda

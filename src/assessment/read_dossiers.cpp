#include "assessment/reading.h"
#include "core/number_text.h"
#include "evidence/fields.h"

#include <cmath>
#include <set>

namespace rashin::assessment {
namespace {

using balance::PartLevel;

PartLevel level_of(std::string_view word) {
  return word == "system"       ? PartLevel::System
         : word == "subsystem"  ? PartLevel::Subsystem
         : word == "technology" ? PartLevel::Technology
                                : PartLevel::Element;
}

/// The 0.1 and 99.9 % quantiles of a grade, or of every person's, lie between the anchors.
void check_grade(Reading& reading, const Axis& axis, const Quantity& q) {
  if (axis.anchors.empty() || axis.anchors.front().grade == axis.anchors.back().grade) return;
  std::vector<const Distribution*> all;
  for (const PersonValue& person : q.people) all.push_back(&person.distribution);
  if (all.empty()) all.push_back(&q.distribution);
  for (const Distribution* each : all)
    for (const double level : {0.001, 0.999})
      if (const double x = each->quantile(level); x < axis.anchors.front().grade || x > axis.anchors.back().grade)
        return reading.fault("cell-off-scale", q.place,
                             {shortest(std::round(x * 100) / 100), shortest(axis.anchors.front().grade),
                              shortest(axis.anchors.back().grade)});
}

/// The numbers and words of one cell against its axis.
void check_cell(Reading& reading, const Row& row, const Axis& axis, const Cell& cell) {
  if (cell.value) {
    const Quantity& q = reading.common.study.parameters[*cell.value];
    if (axis.scale == AxisScale::Text) return reading.fault("cell-number-on-text", row.place("value"), {axis.id});
    if (!axis.unit.empty() && !is_convertible(q.unit, parse_unit(axis.unit, {}).value()))
      reading.fault("unit-does-not-fit", q.unit_place, {q.id(), q.unit.text(), axis.unit});
    if (axis.scale == AxisScale::Anchored) check_grade(reading, axis, q);
  } else if (cell.text.ja.empty() && cell.text.en.empty()) {
    reading.fault("cell-empty", row.place("value"));
  } else if (axis.scale != AxisScale::Text && !cell.unknown) {
    reading.fault("cell-without-number", row.place("value"), {axis.id});
  }
  if (cell.claims.empty() && cell.by.empty()) {
    const bool people = cell.value && !reading.common.study.parameters[*cell.value].people.empty();
    if (!people) reading.fault("cell-without-source", row.place("basis"));
  }
}

void read_cell(Reading& reading, const format::CsvFile& file, std::size_t index,
               std::set<std::tuple<std::size_t, std::size_t, std::size_t>>& seen) {
  const Row row(file, index);
  const std::string technology = row.text("technology"), country = row.text("country"), axis_id = row.text("axis");
  const auto part =
      reading.find(reading.parts, "technologies.csv", "technologies", technology, row.place("technology"));
  const auto party = reading.find(reading.parties, "sides", "sides", country, row.place("country"));
  const auto axis = reading.find(reading.axes, "axes", "", axis_id, row.place("axis"));
  if (!part || !party || !axis) return;
  if (!seen.emplace(*part, *axis, *party).second)
    return reading.fault("cell-twice", row.place("axis"), {technology, country, axis_id});
  Cell cell{*part, *axis, *party, row.text("value") == "unknown", {}, row.localized("text"), {}, row.text("by")};
  cell.claims = claims_of(reading, row);
  if (!cell.unknown && !row.text("value").empty()) {
    cell.value = reading.keep_number(file, index, "dossiers", technology + "." + country + "." + axis_id, "value");
    if (!cell.value) return;
  }
  if (cell.unknown) {
    if (!cell.claims.empty() || !cell.by.empty()) reading.fault("cell-unknown-with-basis", row.place("basis"));
  } else {
    check_cell(reading, row, reading.assessment.axes[*axis], cell);
  }
  reading.assessment.cells.push_back(std::move(cell));
}

void read_record_table(Reading& reading, const std::string& name, std::vector<Record>& records) {
  const auto file = reading.common.table(name, records_schema());
  if (!file) return;
  Ids ids;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const Row row(*file, r);
    Record record{row.text("id"),         row.text("country"),   row.text("technology"),  row.localized("aspect"),
                  row.localized("title"), row.localized("text"), claims_of(reading, row), row.text("by")};
    study::add_id(reading.common, ids, record.id, r, row.place("id"));
    reading.find(reading.parties, "sides", "sides", record.party, row.place("country"));
    if (!record.part.empty())
      reading.find(reading.parts, "technologies.csv", "technologies", record.part, row.place("technology"));
    if (record.claims.empty() && record.by.empty()) reading.fault("cell-without-source", row.place("basis"));
    records.push_back(std::move(record));
  }
}

} // namespace

void read_parts(Reading& reading) {
  Assessment& assessment = reading.assessment;
  const auto file = reading.common.table("technologies", parts_schema());
  if (!file) {
    if (!reading.common.unread.contains("technologies"))
      reading.fault("assessment-file-missing", {.file = "technologies.csv"}, {"technologies.csv"});
    reading.common.unread.insert("technologies");
    return;
  }
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const Row row(*file, r);
    if (!reading.parts.emplace(row.text("id"), assessment.decomposition.parts.size()).second) {
      reading.fault("id-twice", row.place("id"), {row.text("id")});
      continue;
    }
    assessment.decomposition.parts.push_back({row.text("id"), level_of(row.text("level")), row.place("id")});
    assessment.part_titles.push_back({row.localized("title"), row.text("field")});
  }
  const auto relations = reading.common.table("parts", relations_schema());
  if (!relations) return;
  const std::size_t before = reading.common.faults.size();
  for (std::size_t r = 0; r < relations->rows(); ++r) {
    const Row row(*relations, r);
    const auto whole =
        reading.find(reading.parts, "technologies.csv", "technologies", row.text("whole"), row.place("whole"));
    const auto part =
        reading.find(reading.parts, "technologies.csv", "technologies", row.text("part"), row.place("part"));
    if (whole && part)
      assessment.decomposition.relations.push_back({*whole, *part, row.text("group"), row.place("part")});
  }
  if (reading.common.faults.size() > before) return;
  for (Diagnostic& d : balance::check_decomposition(assessment.decomposition))
    reading.common.faults.push_back(std::move(d));
}

void read_dossiers(Reading& reading) {
  const auto file = reading.common.table("dossiers", dossiers_schema());
  if (!file) return;
  std::set<std::tuple<std::size_t, std::size_t, std::size_t>> seen;
  for (std::size_t r = 0; r < file->rows(); ++r) read_cell(reading, *file, r, seen);
}

void read_records(Reading& reading) {
  read_record_table(reading, "operations", reading.assessment.operations);
  read_record_table(reading, "ecosystems", reading.assessment.ecosystems);
}

} // namespace rashin::assessment

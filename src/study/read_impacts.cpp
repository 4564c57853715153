#include "evidence/fields.h"
#include "study/registers.h"
#include "study/schemas.h"

#include <algorithm>
#include <set>

namespace rashin::study {
namespace {

format::CsvSchema long_form(format::CsvSchema schema) {
  for (const std::string& word : quantity_columns())
    schema.columns.push_back({word, format::type::text(), format::Presence::Optional, {}});
  return schema;
}

/// Where a row of impacts stands: its pathway and indicator, or a fault.
struct ImpactKey {
  std::size_t pathway = 0;
  std::string pathway_id, indicator;
};
std::optional<ImpactKey> impact_key(Reading& reading, const format::CsvFile& file, std::size_t row,
                                    const Titles& indicators) {
  const std::size_t pathway_column = *file.column("pathway"), indicator_column = *file.column("indicator");
  ImpactKey key{0, file.at(row, pathway_column).text, file.at(row, indicator_column).text};
  const auto found = reading.pathway_index.find(key.pathway_id);
  if (!indicators.contains(key.indicator))
    reading.fault("indicator-unknown", file.place(row, indicator_column), {key.indicator});
  if (found == reading.pathway_index.end()) {
    reading.unknown("pathway-unknown", "pathways", file.place(row, pathway_column), key.pathway_id);
    return std::nullopt;
  }
  key.pathway = found->second;
  return key;
}

void read_private(Reading& reading, const Titles& indicators) {
  const auto file = reading.table("impacts.private", long_form(impacts_schema()));
  if (!file) return;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const auto key = impact_key(reading, *file, r, indicators);
    if (!key) continue;
    auto& list = reading.study.private_impacts;
    auto group = std::find_if(list.begin(), list.end(), [&](const PrivateImpact& p) {
      return p.pathway == key->pathway && p.indicator == key->indicator;
    });
    if (group == list.end()) group = list.insert(list.end(), {key->pathway, key->indicator, {}});
    const auto by = file->column("by");
    const std::string who = by ? file->at(r, *by).text : "";
    if (who.empty()) reading.fault("private-without-name", file->place(r, by.value_or(0)));
    auto cell = read_quantity(*file, r, "impacts.private", key->pathway_id + "." + key->indicator + "." + who,
                              reading.context, reading.faults);
    if (!cell) continue;
    if (!group->cells.empty() && !is_convertible(cell->unit, group->cells.front().unit))
      reading.fault("unit-does-not-fit", cell->place,
                    {key->indicator, cell->unit.text(), group->cells.front().unit.text()});
    group->cells.push_back(std::move(*cell));
  }
}

} // namespace

void read_impacts(Reading& reading) {
  const Titles indicators = register_titles(reading, "indicators.yaml", "indicators");
  reading.study.indicator_titles = indicators;
  read_private(reading, indicators);
  const auto file = reading.table("impacts", long_form(impacts_schema()));
  if (!file) return;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const auto key = impact_key(reading, *file, r, indicators);
    if (!key) continue;
    const auto kept = reading.keep(
        read_quantity(*file, r, "impacts", key->pathway_id + "." + key->indicator, reading.context, reading.faults),
        Link::Judged);
    if (kept) reading.study.judged_impacts.push_back({key->pathway, key->indicator, *kept});
  }
}

void read_outcomes(Reading& reading) {
  const auto file = reading.table("outcomes", outcomes_schema());
  if (!file) return;
  std::map<std::string, std::size_t, std::less<>> ids;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const auto text = [&](std::string_view name) {
      return file->column(name) ? file->at(r, *file->column(name)).text : std::string();
    };
    const auto place = [&](std::string_view name) { return file->place(r, file->column(name).value_or(0)); };
    Outcome outcome;
    outcome.id = text("id");
    outcome.title = {text("title_ja"), text("title_en")};
    outcome.figure = text("figure");
    outcome.note = {text("note_ja"), text("note_en")};
    outcome.place = place("figure");
    add_id(reading, ids, outcome.id, r, place("id"));
    const std::string value = text("value");
    if (value == "yes" || value == "no") {
      outcome.value = value == "yes" ? 1 : 0;
    } else if (!value.empty()) {
      const auto number = format::number_at(*file, r, *file->column("value"));
      if (take_faults(number, reading.faults)) outcome.value = **number;
      const auto unit = parse_unit(text("unit"), place("unit"));
      if (take_faults(unit, reading.faults)) outcome.unit = *unit;
    }
    if (const std::string period = text("period"); !period.empty())
      if (const auto parsed = parse_period(period, place("period")); take_faults(parsed, reading.faults))
        outcome.period = *parsed;
    outcome.claims = reading.claims(parse_basis(text("basis"), place("basis"), reading.faults), place("basis"));
    reading.study.outcomes.push_back(std::move(outcome));
  }
}

} // namespace rashin::study

#include "agenda/read_tables.h"

#include "agenda/schemas.h"
#include "evidence/fields.h"
#include "evidence/quantity.h"
#include "study/registers.h"

#include <algorithm>

namespace rashin::agenda {
namespace {

using format::YamlNode;
using study::Reading;

/// One row of a table whose columns have been checked.
class Row {
 public:
  Row(Reading& reading, const format::CsvFile& file, std::size_t row) : reading_(reading), file_(file), row_(row) {}

  std::string text(std::string_view column) const {
    const auto at = file_.column(column);
    return at ? file_.at(row_, *at).text : std::string();
  }
  LocalizedText localized(const std::string& stem) const { return {text(stem + "_ja"), text(stem + "_en")}; }
  Place place(std::string_view column) const { return file_.place(row_, file_.column(column).value_or(0)); }
  std::vector<std::string> claims() const {
    return reading_.claims(parse_basis(text("basis"), place("basis"), reading_.faults), place("basis"));
  }
  Date date(std::string_view column) const {
    if (text(column).empty()) return {};
    const auto value = parse_date(text(column), place(column));
    return take_faults(value, reading_.faults) ? *value : Date();
  }

 private:
  Reading& reading_;
  const format::CsvFile& file_;
  std::size_t row_;
};

template <class Each>
void each_row(Reading& reading, const std::string& name, const format::CsvSchema& schema, Each each) {
  const auto file = reading.table(name, schema);
  if (!file) return;
  for (std::size_t r = 0; r < file->rows(); ++r) each(Row(reading, *file, r));
}

} // namespace

void read_technologies(Reading& reading, Agenda& agenda) {
  const auto root = reading.yaml("names.yaml", names_schema(), false);
  if (!root || !root->find("technologies")) return;
  const study::Titles fields = study::register_titles(reading, "technology-fields.yaml", "fields");
  std::map<std::string, std::size_t, std::less<>> ids;
  std::set<std::string, std::less<>> aliases;
  for (const YamlNode& item : root->find("technologies")->items) {
    TechnologyEntry entry{text_of(item, "id"), localized_of(item, "title"),  text_of(item, "field"), {},
                          text_of(item, "by"), localized_of(item, "reason"), place_of(item, "id"),   {}};
    if (!study::add_id(reading, ids, entry.id, ids.size(), entry.place)) continue;
    if (!entry.field.empty() && !fields.contains(entry.field))
      reading.fault("field-unknown", place_of(item, "field"), {entry.field});
    if (const YamlNode* list = item.find("same_as"))
      for (const YamlNode& alias : list->items) {
        if (!aliases.insert(alias.text).second) reading.fault("agenda-alias-twice", alias.place, {alias.text});
        entry.same_as.push_back(alias.text), entry.same_as_places.push_back(alias.place);
      }
    if (!entry.same_as.empty() && entry.by.empty()) reading.fault("agenda-alias-of-nobody", entry.place, {entry.id});
    agenda.technologies.push_back(std::move(entry));
  }
}

void read_entries(Reading& reading, Agenda& agenda, Origin origin) {
  const bool framework = origin == Origin::Framework;
  std::set<std::pair<std::size_t, std::string>> seen;
  const std::string key = framework ? "framework" : "list";
  each_row(reading, framework ? "frameworks" : "domestic", framework ? frameworks_schema() : domestic_schema(),
           [&](const Row& row) {
             const auto list = std::find_if(agenda.lists.begin(), agenda.lists.end(), [&](const NamingList& each) {
               return each.origin == origin && each.id == row.text(key);
             });
             ListEntry entry{0,
                             row.text("technology"),
                             row.text("fit") == "names",
                             row.localized("words"),
                             row.text("by"),
                             row.claims(),
                             row.place("technology")};
             if (list == agenda.lists.end()) {
               reading.unknown("agenda-list-unknown", "agenda", row.place(key), row.text(key));
               return;
             }
             entry.list = static_cast<std::size_t>(list - agenda.lists.begin());
             if (!seen.emplace(entry.list, entry.technology).second)
               reading.fault("agenda-entry-twice", entry.place, {entry.technology, list->id});
             agenda.entries.push_back(std::move(entry));
           });
}

void read_seeds(Reading& reading, Agenda& agenda) {
  each_row(reading, "seeds", seeds_schema(), [&](const Row& row) {
    SeedLink link;
    link.seed = row.text("seed");
    link.title = row.localized("title");
    const std::string word = row.text("relation");
    for (const SeedRelation relation : all_relations)
      if (relation_word(relation) == word) link.relation = relation;
    link.target = row.text("target");
    link.reason = row.localized("reason");
    link.by = row.text("by");
    link.claims = row.claims();
    link.place = row.place("target");
    if (link.relation == SeedRelation::Offset && link.target.find(':') == std::string::npos)
      reading.fault("agenda-seed-target", link.place, {link.target});
    agenda.seeds.push_back(std::move(link));
  });
}

void read_recommendations(Reading& reading, Agenda& agenda) {
  std::map<std::string, std::size_t, std::less<>> ids;
  each_row(reading, "recommendations", recommendations_schema(), [&](const Row& row) {
    Recommendation each{row.text("id"),        row.text("technology"), row.text("to"),
                        row.text("status"),    row.date("advised"),    row.date("status_on"),
                        row.date("review_by"), row.localized("text"),  row.localized("follow_up"),
                        row.text("by"),        row.claims(),           row.place("technology")};
    if (!study::add_id(reading, ids, each.id, ids.size(), row.place("id"))) return;
    if (each.status_on.year() != 0 && certainly_before(each.status_on, each.advised))
      reading.fault("agenda-status-before-advice", row.place("status_on"),
                    {each.id, to_iso(each.status_on), to_iso(each.advised)});
    agenda.recommendations.push_back(std::move(each));
  });
}

} // namespace rashin::agenda

#include "core/country.h"
#include "evidence/fields.h"
#include "study/reader.h"
#include "study/registers.h"
#include "study/schemas.h"

#include <algorithm>

namespace rashin::study {
namespace {

using format::YamlNode;

std::optional<std::size_t> technology_in(Reading& reading, const std::string& id, const Place& place) {
  const auto& list = reading.study.technologies;
  const auto found = std::find_if(list.begin(), list.end(), [&](const Technology& t) { return t.id == id; });
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  reading.unknown("technology-unknown", "technologies", place, id);
  return std::nullopt;
}

AdvantageLink read_link(Reading& reading, const YamlNode& item, std::size_t technology) {
  const std::string effect = text_of(item, "effect");
  return {technology,
          effect == "keeps"     ? AdvantageEffect::Keeps
          : effect == "creates" ? AdvantageEffect::Creates
                                : AdvantageEffect::Offsets,
          text_of(item, "by"), localized_of(item, "reason"),
          reading.claims(list_of(item, "basis"), place_of(item, "basis"))};
}

void read_advantage(Reading& reading, const YamlNode& item, std::map<std::string, std::size_t, std::less<>>& ids,
                    const Titles& entries) {
  Advantage advantage;
  advantage.id = text_of(item, "id");
  if (!add_id(reading, ids, advantage.id, reading.study.advantages.size(), place_of(item, "id"))) return;
  advantage.entry = text_of(item, "entry");
  if (!advantage.entry.empty() && !entries.contains(advantage.entry))
    reading.fault("advantage-unknown", place_of(item, "entry"), {advantage.entry});
  advantage.title = localized_of(item, "title");
  advantage.holds = localized_of(item, "holds");
  advantage.depends = localized_of(item, "depends");
  advantage.dependents = list_of(item, "dependents");
  for (const std::string& country : advantage.dependents)
    if (!find_country(country)) reading.fault("country-unknown", place_of(item, "dependents"), {country});
  advantage.share = reading.quantity_in(item, "share", "advantages", advantage.id, Link::Judged, "share");
  if (const YamlNode* lasts = item.find("lasts"); lasts && text_of(*lasts, "unit") != "date")
    reading.fault("lasts-needs-dates", place_of(*lasts, "unit"), {advantage.id});
  advantage.lasts = reading.quantity(item, "lasts", "advantages", advantage.id, Link::Judged);
  advantage.claims = reading.claims(list_of(item, "basis"), place_of(item, "basis"));
  if (const YamlNode* links = item.find("technologies"))
    for (const YamlNode& link : links->items)
      if (const auto technology = technology_in(reading, text_of(link, "technology"), place_of(link, "technology")))
        advantage.links.push_back(read_link(reading, link, *technology));
  reading.study.advantages.push_back(std::move(advantage));
}

} // namespace

void read_advantages(Reading& reading) {
  const auto root = reading.yaml("advantages.yaml", advantages_schema(), false);
  if (!root) return;
  const Titles entries = register_titles(reading, "advantages.yaml", "advantages");
  std::map<std::string, std::size_t, std::less<>> ids;
  for (const YamlNode& item : root->find("advantages")->items) read_advantage(reading, item, ids, entries);
}

} // namespace rashin::study

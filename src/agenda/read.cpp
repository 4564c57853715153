#include "agenda/read.h"

#include "agenda/read_tables.h"
#include "agenda/schemas.h"
#include "core/country.h"
#include "evidence/fields.h"
#include "study/shared.h"

#include <algorithm>

namespace rashin::agenda {

using format::YamlNode;
using study::Reading;

std::string_view origin_word(Origin origin) {
  switch (origin) {
  case Origin::SupplyChain:
    return "supply-chain";
  case Origin::Asymmetry:
    return "asymmetry";
  case Origin::Framework:
    return "framework";
  case Origin::Domestic:
    return "domestic";
  }
  throw Error("unknown origin");
}

LocalizedText origin_title(Origin origin) {
  switch (origin) {
  case Origin::SupplyChain:
    return {"サプライチェーンリスク", "Supply-chain risk"};
  case Origin::Asymmetry:
    return {"安全保障リスク", "Security risk"};
  case Origin::Framework:
    return {"国際連携の枠組み", "Frameworks of cooperation"};
  case Origin::Domestic:
    return {"国内の需要", "Domestic needs"};
  }
  throw Error("unknown origin");
}

std::string_view relation_word(SeedRelation relation) {
  switch (relation) {
  case SeedRelation::Support:
    return "support";
  case SeedRelation::Substitute:
    return "substitute";
  case SeedRelation::Offset:
    return "offset";
  case SeedRelation::Create:
    return "create";
  }
  throw Error("unknown relation");
}

int Agenda::illustrative() const {
  const auto example = [](const auto& list) {
    return static_cast<int>(
        std::count_if(list.begin(), list.end(), [](const auto& each) { return each.by == "example"; }));
  };
  int count = example(entries) + example(seeds) + example(recommendations);
  for (const TechnologyEntry& entry : technologies) count += !entry.same_as.empty() && entry.by == "example";
  for (const study::RankWeights& each : weights) count += each.statement.by == "example";
  return count;
}

namespace {

double number_within(Reading& reading, const YamlNode& root, std::string_view key, double least, double most) {
  const auto value = format::as_number(*root.find(key));
  if (!take_faults(value, reading.faults)) return least;
  const auto words = [](double x) { return std::to_string(static_cast<long long>(x)); };
  if (*value < least || *value > most)
    reading.fault("number-outside", place_of(root, key), {key, text_of(root, key), words(least), words(most)});
  return *value;
}

void read_lists(Reading& reading, Agenda& agenda, const YamlNode& root, Origin origin) {
  const YamlNode* list = root.find(origin == Origin::Framework ? "frameworks" : "domestic");
  if (!list) return;
  for (const YamlNode& item : list->items) {
    NamingList naming{text_of(item, "id"), origin, localized_of(item, "title"), list_of(item, "members"),
                      reading.claims(list_of(item, "basis"), place_of(item, "basis"))};
    for (const std::string& member : naming.members)
      if (!find_country(member)) reading.fault("country-unknown", place_of(item, "members"), {member});
    agenda.lists.push_back(std::move(naming));
  }
}

/// Every column has an id of its own, runs and lists alike.
void check_ids(Reading& reading, const YamlNode& root) {
  std::map<std::string, std::size_t, std::less<>> ids;
  for (const char* key : {"runs", "frameworks", "domestic"})
    if (const YamlNode* list = root.find(key))
      for (const YamlNode& item : list->items)
        study::add_id(reading, ids, text_of(item, "id"), ids.size(), place_of(item, "id"));
  if (ids.empty()) reading.fault("agenda-without-columns", place_of(root, "id"), {});
}

void read_runs(Agenda& agenda, const YamlNode& root) {
  const YamlNode* list = root.find("runs");
  if (!list) return;
  for (const YamlNode& item : list->items)
    agenda.runs.push_back({text_of(item, "id"), text_of(item, "run"), text_of(item, "work"), text_of(item, "sha256"),
                           place_of(item, "run"), place_of(item, "sha256")});
}

void read_weights(Reading& reading, Agenda& agenda, const YamlNode& root) {
  for (const Origin origin : all_origins)
    reading.study.criteria.push_back({std::string(origin_word(origin)), origin_title(origin), {}, 0, 1, {}});
  if (const YamlNode* list = root.find("weights"))
    for (const YamlNode& item : list->items) study::read_weights(reading, item);
  agenda.weights = reading.study.weights;
}

void read_words(Agenda& agenda, const YamlNode& root) {
  if (const YamlNode* limits = root.find("limits"))
    for (const YamlNode& item : limits->items) agenda.limits.push_back({text_of(item, "ja"), text_of(item, "en")});
}

void read_header(Reading& reading, Agenda& agenda, const YamlNode& root) {
  agenda.id = text_of(root, "id");
  agenda.draft = text_of(root, "status") != "release";
  agenda.title = localized_of(root, "title");
  agenda.question = localized_of(root, "question");
  agenda.focal_country = text_of(root, "focal_country");
  if (!find_country(agenda.focal_country))
    reading.fault("country-unknown", place_of(root, "focal_country"), {agenda.focal_country});
  agenda.as_of = date_of(root, "as_of", reading.faults);
  if (agenda.as_of.precision() != Precision::Day)
    reading.fault("as-of-needs-a-day", place_of(root, "as_of"), {text_of(root, "as_of")});
  agenda.seed = static_cast<std::uint64_t>(number_within(reading, root, "seed", 0, 9e15));
  agenda.draws = static_cast<int>(number_within(reading, root, "draws", 1, 1'000'000));
  agenda.top_k = static_cast<int>(number_within(reading, root, "top_k", 1, 100));
  agenda.threshold = number_within(reading, root, "threshold", 0, 1);
  agenda.list_length = static_cast<int>(number_within(reading, root, "list_length", 1, 10));
}

void check_names(Reading& reading) {
  static const std::set<std::string, std::less<>> known{"agenda", "names",   "frameworks", "domestic",
                                                        "seeds",  "sources", "claims",     "recommendations"};
  for (const auto& [name, bytes] : reading.files)
    if (!name.starts_with("registry/") && !known.contains(name.substr(0, name.rfind('.'))))
      reading.fault("agenda-file-unknown", {.file = name}, {name});
}

} // namespace

Result<Agenda> read_agenda(const FileSet& all) {
  FileSet files;
  for (const auto& [name, bytes] : all)
    if (name.find('/') == std::string::npos || name.starts_with("registry/")) files.emplace(name, bytes);
  if (!files.contains("agenda.yaml")) return make_diagnostic("agenda-file-missing", {.file = "agenda.yaml"}, {});
  Reading reading{files};
  Agenda agenda;
  check_names(reading);
  study::read_evidence_files(reading);
  if (const auto root = reading.yaml("agenda.yaml", agenda_schema(), true)) {
    read_header(reading, agenda, *root);
    check_ids(reading, *root);
    read_runs(agenda, *root);
    read_lists(reading, agenda, *root, Origin::Framework);
    read_lists(reading, agenda, *root, Origin::Domestic);
    read_weights(reading, agenda, *root);
    read_words(agenda, *root);
    agenda.tasks = study::read_tasks(reading, *root);
  }
  read_technologies(reading, agenda);
  read_entries(reading, agenda, Origin::Framework);
  read_entries(reading, agenda, Origin::Domestic);
  read_seeds(reading, agenda);
  read_recommendations(reading, agenda);
  sort_by_place(reading.faults);
  if (has_errors(reading.faults)) return reading.faults;
  agenda.evidence = std::move(reading.study.evidence);
  return {std::move(agenda), std::move(reading.faults)};
}

Diagnostics check_release(const Agenda& agenda) {
  Diagnostics faults;
  const auto illustrative = [&](const char* file, const std::string& id, const std::string& by) {
    if (by == "example") faults.push_back(make_diagnostic("release-illustrative", {.file = file}, {id}));
  };
  for (const ListEntry& entry : agenda.entries)
    illustrative(entry.place.file.c_str(), agenda.lists[entry.list].id + "." + entry.technology, entry.by);
  for (const SeedLink& link : agenda.seeds) illustrative("seeds.csv", link.seed + "." + link.target, link.by);
  for (const Recommendation& each : agenda.recommendations) illustrative("recommendations.csv", each.id, each.by);
  for (const TechnologyEntry& entry : agenda.technologies)
    if (!entry.same_as.empty()) illustrative("names.yaml", entry.id, entry.by);
  for (const study::RankWeights& each : agenda.weights) illustrative("agenda.yaml", "weights", each.statement.by);
  sort_by_place(faults);
  return faults;
}

} // namespace rashin::agenda

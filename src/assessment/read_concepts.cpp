#include "assessment/reading.h"
#include "core/number_text.h"
#include "evidence/fields.h"

#include <algorithm>
#include <set>

namespace rashin::assessment {
namespace {

using balance::CurveKind;

double number_of(Reading& reading, const format::YamlNode& item, std::string_view key) {
  const auto value = format::as_number(*item.find(key));
  return take_faults(value, reading.common.faults) ? *value : 0;
}

balance::CurveOptions options_of(Reading& reading, const format::YamlNode& item) {
  balance::CurveOptions options;
  const std::string kind = text_of(item, "kind");
  options.kind = kind == "gompertz" ? CurveKind::Gompertz : kind == "bass" ? CurveKind::Bass : CurveKind::Logistic;
  if (text_of(item, "noise") == "absolute") options.noise = balance::CurveNoise::Absolute;
  if (item.find("origin")) options.origin = number_of(reading, item, "origin");
  if (options.kind == CurveKind::Bass && !item.find("origin"))
    reading.fault("curve-without-launch", place_of(item, "id"), {text_of(item, "id")});
  for (const char* key : {"lowest", "highest"})
    if (item.find(key)) (key[0] == 'l' ? options.lowest : options.highest) = number_of(reading, item, key);
  return options;
}

void read_points(Reading& reading) {
  const auto file = reading.common.table("curves", points_schema());
  if (!file) return;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const Row row(*file, r);
    const auto pair = reading.find(reading.curves, "curves", "", row.text("curve"), row.place("curve"));
    const auto year = format::number_at(*file, r, *file->column("year"));
    const auto value = format::number_at(*file, r, *file->column("value"));
    const bool sound = take_faults(year, reading.common.faults);
    if (!take_faults(value, reading.common.faults) || !sound) continue;
    const auto claims = claims_of(reading, row);
    if (claims.empty() && row.text("by").empty()) reading.fault("cell-without-source", row.place("value"));
    if (!pair) continue;
    CurvePair& curve = reading.assessment.curves[*pair];
    if (**year > static_cast<int>(std::chrono::year_month_day(reading.common.context.as_of.first_day()).year()) + 1)
      reading.fault("point-after-as-of", row.place("year"), {row.text("year")});
    auto& points = row.text("series") == "leader" ? curve.leader_points : curve.follower_points;
    points.push_back({**year, **value, row.place("value")});
    curve.claims.insert(curve.claims.end(), claims.begin(), claims.end());
  }
}

Counter counter_of(Reading& reading, const format::YamlNode& item) {
  const format::YamlNode& node = *item.find("counter");
  Counter counter{localized_of(node, "text"), {}, text_of(node, "by")};
  counter.claims = reading.common.claims(list_of(node, "basis"), place_of(node, "basis"));
  if (counter.claims.empty() && counter.by.empty())
    reading.fault("counter-without-source", place_of(node, "text"), {text_of(item, "id")});
  return counter;
}

std::optional<ParameterIndex> number(Reading& reading, const format::YamlNode& item, const char* key,
                                     const std::string& row, const char* table, const char* unit) {
  return reading.common.quantity_in(item, key, table, row, Link::Judged, unit);
}

Concept concept_of(Reading& reading, const format::YamlNode& item) {
  Concept made;
  made.id = text_of(item, "id"), made.title = localized_of(item, "title"), made.text = localized_of(item, "text");
  if (item.find("curve"))
    made.curve = reading.find(reading.curves, "curves", "", text_of(item, "curve"), place_of(item, "curve"));
  made.duration = number(reading, item, "duration", made.id, "concepts", "year");
  if ((item.find("curve") != nullptr) == (item.find("duration") != nullptr))
    reading.fault("concept-duration", place_of(item, "id"), {made.id});
  if (item.find("graph"))
    made.graph =
        reading.find(reading.graphs, "systems.csv", "systems", text_of(item, "graph"), place_of(item, "graph"));
  for (const std::string& word : list_of(item, "denies"))
    if (const auto part =
            reading.find(reading.parts, "technologies.csv", "technologies", word, place_of(item, "denies")))
      made.denies.push_back(*part);
  made.effect = number(reading, item, "effect", made.id, "concepts", "share");
  const bool computed = item.find("graph") && item.find("denies");
  if (computed == (item.find("effect") != nullptr)) reading.fault("concept-effect", place_of(item, "id"), {made.id});
  if (const auto kept = number(reading, item, "difficulty", made.id, "concepts", "share")) made.difficulty = *kept;
  made.counter = counter_of(reading, item);
  return made;
}

CurvePair pair_of(Reading& reading, const format::YamlNode& item) {
  CurvePair pair;
  pair.id = text_of(item, "id"), pair.title = localized_of(item, "title"), pair.unit = text_of(item, "unit");
  pair.leader = text_of(item, "leader"), pair.follower = text_of(item, "follower");
  pair.options = options_of(reading, item), pair.place = place_of(item, "id");
  const auto leader = reading.find(reading.parties, "sides", "sides", pair.leader, place_of(item, "leader"));
  const auto follower = reading.find(reading.parties, "sides", "sides", pair.follower, place_of(item, "follower"));
  if (leader) pair.own_leads = reading.assessment.parties[*leader].own;
  if (leader && follower && pair.own_leads == reading.assessment.parties[*follower].own)
    reading.fault("curve-one-side", place_of(item, "follower"), {pair.leader, pair.follower});
  pair.expert = number(reading, item, "expert", pair.id, "curves", "day");
  return pair;
}

/// The points of a pair fit its curve, and the bounds of the ceiling leave something.
void check_fit(Reading& reading, const CurvePair& pair) {
  for (const auto* points : {&pair.leader_points, &pair.follower_points}) {
    double largest = 0;
    for (const balance::CurvePoint& point : *points) largest = std::max(largest, point.value);
    const double low = pair.options.lowest.value_or(pair.options.lowest_factor * largest);
    const double high = pair.options.highest.value_or(pair.options.highest_factor * largest);
    if (largest > 0 && !(low > 0 && low < high))
      return reading.fault("curve-bounds", pair.place, {shortest(low), shortest(high)});
    for (const Diagnostic& d : balance::profile_curve(*points, pair.options).diagnostics()) {
      Diagnostic told = d;
      if (told.place.file.empty()) told.place.file = "curves.csv", told.place.field = pair.id;
      reading.common.faults.push_back(std::move(told));
    }
  }
}

} // namespace

void read_curves(Reading& reading, const format::YamlNode& root) {
  if (const format::YamlNode* list = root.find("curves"))
    for (const format::YamlNode& item : list->items)
      if (study::add_id(reading.common, reading.curves, text_of(item, "id"), reading.assessment.curves.size(),
                        place_of(item, "id")))
        reading.assessment.curves.push_back(pair_of(reading, item));
  read_points(reading);
  if (reading.common.unread.contains("curves")) return;
  for (const CurvePair& pair : reading.assessment.curves) check_fit(reading, pair);
}

void read_concepts(Reading& reading, const format::YamlNode& root) {
  const auto& list = root.find("concepts")->items;
  if (list.empty()) reading.fault("concepts-none", root.find("concepts")->place);
  for (const format::YamlNode& item : list)
    if (study::add_id(reading.common, reading.concepts, text_of(item, "id"), reading.assessment.concepts.size(),
                      place_of(item, "id")))
      reading.assessment.concepts.push_back(concept_of(reading, item));
}

namespace {

/// `axis` or `technology.axis`, of which something is known.
std::optional<Behind> behind_of(Reading& reading, const std::string& word, const std::string& technology,
                                std::optional<std::size_t> part, const Place& place) {
  const std::size_t dot = word.find('.');
  const auto axis =
      reading.find(reading.axes, "axes", "", dot == std::string::npos ? word : word.substr(dot + 1), place);
  const auto compared = dot == std::string::npos ? part
                                                 : reading.find(reading.parts, "technologies.csv", "technologies",
                                                                word.substr(0, dot), place);
  if (!axis || !compared || reading.common.unread.contains("dossiers")) return std::nullopt;
  const auto& cells = reading.assessment.cells;
  const bool known = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
    return cell.part == *compared && cell.axis == *axis && !cell.unknown;
  });
  if (known) return Behind{*compared, *axis};
  reading.fault("need-without-asymmetry", place, {technology, word});
  return std::nullopt;
}

void read_need(Reading& reading, const format::YamlNode& item, std::set<std::string>& seen) {
  const std::string technology = text_of(item, "technology"), each = text_of(item, "concept");
  const auto part =
      reading.find(reading.parts, "technologies.csv", "technologies", technology, place_of(item, "technology"));
  const auto found = reading.find(reading.concepts, "concepts", "", each, place_of(item, "concept"));
  if (!seen.insert(technology + "." + each).second)
    reading.fault("need-twice", place_of(item, "technology"), {technology, each});
  const auto ready = number(reading, item, "ready", technology + "." + each, "needs", "day");
  Need need;
  for (const std::string& word : list_of(item, "asymmetry"))
    if (const auto behind = behind_of(reading, word, technology, part, place_of(item, "asymmetry")))
      need.behind.push_back(*behind);
  if (list_of(item, "asymmetry").empty())
    reading.fault("need-without-asymmetry", place_of(item, "asymmetry"), {technology, ""});
  if (!part || !found || !ready || need.behind.empty()) return;
  need.part = *part, need.concept_index = *found, need.ready = *ready;
  need.function = text_of(item, "function") == "deter" ? Function::Deter : Function::Respond;
  need.reason = localized_of(item, "reason");
  reading.assessment.needs.push_back(std::move(need));
}

} // namespace

void read_needs(Reading& reading, const format::YamlNode& root) {
  std::set<std::string> seen;
  for (const format::YamlNode& item : root.find("needs")->items) read_need(reading, item, seen);
}

} // namespace rashin::assessment

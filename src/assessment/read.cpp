#include "assessment/reading.h"
#include "core/country.h"
#include "core/embedded.h"
#include "evidence/fields.h"
#include "study/registers.h"

#include <algorithm>
#include <set>

namespace rashin::assessment {
namespace {

void check_names(Reading& reading) {
  static const std::set<std::string> known{"assessment", "rates",    "sources",    "claims",     "technologies",
                                           "parts",      "dossiers", "operations", "ecosystems", "gravity",
                                           "systems",    "links",    "curves",     "papers",     "credits"};
  for (const auto& [name, bytes] : reading.common.files)
    if (!known.contains(name.substr(0, name.rfind('.'))) && !name.starts_with("registry/"))
      reading.fault("file-unknown", {.file = name}, {name});
}

void read_parties(Reading& reading, const format::YamlNode& sides) {
  for (const bool own : {true, false}) {
    const format::YamlNode& list = *sides.find(own ? "own" : "others");
    if (list.items.empty()) {
      reading.fault("side-empty", list.place, {own ? "own" : "others"});
      reading.common.unread.insert("sides"); // what names its countries is not asked
    }
    for (const format::YamlNode& item : list.items) {
      if (!find_country(item.text)) reading.fault("country-unknown", item.place, {item.text});
      if (!reading.parties.emplace(item.text, reading.assessment.parties.size()).second)
        reading.fault("party-twice", item.place, {item.text});
      else
        reading.assessment.parties.push_back({item.text, own});
    }
  }
}

Axis axis_of(Reading& reading, const format::YamlNode& item) {
  Axis axis{text_of(item, "id"),
            localized_of(item, "title"),
            AxisScale::Text,
            text_of(item, "unit"),
            balance::SideValue::Sum,
            text_of(item, "better") != "less",
            {}};
  const std::string scale = text_of(item, "scale"), side = text_of(item, "side");
  axis.scale = scale == "ratio"      ? AxisScale::Ratio
               : scale == "robust"   ? AxisScale::Robust
               : scale == "anchored" ? AxisScale::Anchored
                                     : AxisScale::Text;
  axis.side = side == "largest" ? balance::SideValue::Largest
              : side == "mean"  ? balance::SideValue::Mean
                                : balance::SideValue::Sum;
  if (const auto* anchors = item.find("anchors"))
    for (const format::YamlNode& anchor : anchors->items)
      if (const auto grade = format::as_number(*anchor.find("grade")); take_faults(grade, reading.common.faults))
        axis.anchors.push_back({*grade, localized_of(anchor, "text")});
  std::stable_sort(axis.anchors.begin(), axis.anchors.end(),
                   [](const Anchor& a, const Anchor& b) { return a.grade < b.grade; });
  const Place place = place_of(item, "id");
  if (axis.scale == AxisScale::Anchored &&
      (axis.anchors.size() < 2 || axis.anchors.front().grade == axis.anchors.back().grade))
    reading.fault("axis-without-anchors", place, {axis.id});
  if (axis.scale == AxisScale::Anchored && axis.side == balance::SideValue::Sum)
    axis.side = balance::SideValue::Largest;
  if ((axis.scale == AxisScale::Ratio || axis.scale == AxisScale::Robust) && axis.unit.empty())
    reading.fault("axis-without-unit", place, {axis.id});
  // Money is converted into the currency of the assessment by rates.csv, so it is compared in that one.
  if (is_currency(axis.unit) && !reading.common.context.currency.empty()) axis.unit = reading.common.context.currency;
  if (!axis.unit.empty()) take_faults(parse_unit(axis.unit, place_of(item, "unit")), reading.common.faults);
  return axis;
}

void read_axes(Reading& reading, const format::YamlNode& root) {
  const format::YamlNode* list = root.find("axes");
  std::optional<format::YamlNode> shipped;
  if (!list) {
    constexpr std::string_view path = "registry/axes.yaml";
    shipped = format::read_yaml(path, *embedded_file(path)).take();
    list = shipped->find("axes");
  }
  for (const format::YamlNode& item : list->items) {
    Axis axis = axis_of(reading, item);
    if (study::add_id(reading.common, reading.axes, axis.id, reading.assessment.axes.size(), place_of(item, "id")))
      reading.assessment.axes.push_back(std::move(axis));
  }
}

void read_domain(Reading& reading, const format::YamlNode& root) {
  reading.assessment.domain = text_of(root, "domain");
  if (!study::register_titles(reading.common, "domains.yaml", "domains").contains(reading.assessment.domain))
    reading.fault("domain-unknown", place_of(root, "domain"), {reading.assessment.domain});
}

void count_blanks(Assessment& assessment) {
  for (const std::size_t part : assessment.dossier_parts())
    for (std::size_t a = 0; a < assessment.axes.size(); ++a)
      for (std::size_t p = 0; p < assessment.parties.size(); ++p)
        assessment.blank_cells += assessment.find_cell(part, a, p) ? 0 : 1;
}

} // namespace

std::optional<std::size_t> Reading::find(const Ids& ids, std::string_view kind, std::string_view file,
                                         const std::string& word, const Place& place) {
  const auto found = ids.find(word);
  if (found != ids.end()) return found->second;
  if (!common.unread.contains(file)) fault("assessment-unknown", place, {kind, word});
  return std::nullopt;
}

std::optional<ParameterIndex> Reading::keep_number(const format::CsvFile& file, std::size_t index,
                                                   std::string_view table, std::string_view row,
                                                   std::string_view name) {
  auto quantity = read_quantity(file, index, table, row, common.context, common.faults);
  if (!quantity) return std::nullopt;
  const bool own_factor = quantity->factor != quantity->id();
  quantity->name = name;
  if (!own_factor) quantity->factor = quantity->id();
  return common.keep(std::move(quantity), Link::Network);
}

std::vector<std::string> Row::words(std::string_view name) const {
  std::vector<std::string> result;
  const std::string all = text(name);
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(';', at), all.size());
    std::string word = all.substr(at, end - at);
    word.erase(0, std::min(word.find_first_not_of(' '), word.size()));
    word.erase(word.find_last_not_of(' ') + 1);
    if (!word.empty()) result.push_back(std::move(word));
    at = end + 1;
  }
  return result;
}

std::vector<std::string> claims_of(Reading& reading, const Row& row) {
  const Place place = row.place("basis");
  return reading.common.claims(parse_basis(row.text("basis"), place, reading.common.faults), place);
}

const Cell* Assessment::find_cell(std::size_t part, std::size_t axis, std::size_t party) const {
  for (const Cell& cell : cells)
    if (cell.part == part && cell.axis == axis && cell.party == party) return &cell;
  return nullptr;
}

std::vector<std::size_t> Assessment::dossier_parts() const {
  std::vector<std::size_t> result;
  for (std::size_t p = 0; p < decomposition.parts.size(); ++p)
    if (std::any_of(cells.begin(), cells.end(), [&](const Cell& c) { return c.part == p; })) result.push_back(p);
  return result;
}

Result<Assessment> read_assessment(const FileSet& files) {
  Reading reading{study::Reading{files}};
  check_names(reading);
  const auto root = reading.common.yaml("assessment.yaml", assessment_schema(), true);
  if (root) {
    study::take_header(reading.common, *root);
    study::read_evidence_files(reading.common);
    study::read_rates(reading.common);
    reading.common.study.tasks = study::read_tasks(reading.common, *root);
    study::take_trigger(reading.common, *root->find("trigger"));
    reading.assessment.is_trend = text_of(*root, "kind") == "trend";
    read_domain(reading, *root);
    read_parties(reading, *root->find("sides"));
    read_axes(reading, *root);
    read_parts(reading);
    read_dossiers(reading);
    read_records(reading);
    read_gravity(reading);
    read_systems(reading);
    read_curves(reading, *root);
    read_papers(reading);
    read_axis_weights(reading, *root);
    read_concepts(reading, *root);
    read_needs(reading, *root);
    study::check_values(reading.common);
    study::check_correlations(reading.common);
  }
  study::put_in_order(reading.common.faults);
  if (has_errors(reading.common.faults)) return reading.common.faults;
  reading.assessment.common = std::move(reading.common.study);
  count_blanks(reading.assessment);
  return {std::move(reading.assessment), std::move(reading.common.faults)};
}

Diagnostics check_release(const Assessment& assessment) {
  Diagnostics faults = study::check_release(assessment.common);
  const Place place{.file = "dossiers.csv"};
  if (assessment.blank_cells > 0)
    faults.push_back(make_diagnostic("release-blank-cells", place, {std::to_string(assessment.blank_cells)}));
  for (const Concept& each : assessment.concepts)
    if (each.counter.claims.empty() && (each.counter.by.empty() || each.counter.by == "example"))
      faults.push_back(make_diagnostic("release-illustrative", {.file = "assessment.yaml"}, {"concepts/" + each.id}));
  return faults;
}

} // namespace rashin::assessment

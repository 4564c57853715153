#include "assessment/reading.h"
#include "core/country.h"
#include "core/number_text.h"
#include "evidence/fields.h"

#include <algorithm>
#include <numeric>

namespace rashin::assessment {
namespace {

PaperSet& set_of(Reading& reading, std::size_t part) {
  auto& sets = reading.assessment.papers;
  const auto found = std::find_if(sets.begin(), sets.end(), [&](const PaperSet& s) { return s.part == part; });
  if (found != sets.end()) return *found;
  sets.push_back({part, {}, {}, {}});
  return sets.back();
}

std::optional<std::size_t> country_in(Reading& reading, PaperSet& set, const std::string& code, const Place& place) {
  if (!find_country(code)) {
    reading.fault("country-unknown", place, {code});
    return std::nullopt;
  }
  auto& list = set.corpus.countries;
  const auto found = std::find(list.begin(), list.end(), code);
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  list.push_back(code);
  return list.size() - 1;
}

std::size_t institution_in(PaperSet& set, const std::string& name, std::size_t country) {
  auto& list = set.corpus.institutions;
  const auto found = std::find_if(
      list.begin(), list.end(), [&](const balance::Institution& i) { return i.name == name && i.country == country; });
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  list.push_back({name, country});
  return list.size() - 1;
}

/// The distinct countries and institutions of one paper share its credit equally.
std::optional<balance::Paper> paper_of(Reading& reading, const format::CsvFile& file, const Row& row, PaperSet& set) {
  const auto year = format::integer_at(file, row.index(), *file.column("year"));
  const auto citations = format::number_at(file, row.index(), *file.column("citations"));
  const bool sound = take_faults(year, reading.common.faults);
  if (!take_faults(citations, reading.common.faults) || !sound) return std::nullopt;
  balance::Paper paper{static_cast<int>(**year), **citations, {}, {}};
  if (paper.citations < 0) reading.fault("paper-citations", row.place("citations"), {row.text("citations")});
  std::vector<std::size_t> countries, institutions;
  for (const std::string& code : row.words("countries"))
    if (const auto at = country_in(reading, set, code, row.place("countries"))) countries.push_back(*at);
  for (const std::string& word : row.words("institutions")) {
    const std::size_t split = word.rfind('@');
    if (split == std::string::npos || split == 0) {
      reading.fault("institution-place", row.place("institutions"), {word});
      continue;
    }
    if (const auto at = country_in(reading, set, word.substr(split + 1), row.place("institutions")))
      institutions.push_back(institution_in(set, word.substr(0, split), *at));
  }
  paper.countries = balance::equal_credit(countries), paper.institutions = balance::equal_credit(institutions);
  return paper;
}

/// The technology of a row, with what the row rests on noted; nothing where it is unknown.
PaperSet* noted(Reading& reading, const Row& row) {
  const auto part =
      reading.find(reading.parts, "technologies.csv", "technologies", row.text("technology"), row.place("technology"));
  const auto claims = claims_of(reading, row);
  if (claims.empty() && row.text("by").empty()) reading.fault("cell-without-source", row.place("technology"));
  if (!part) return nullptr;
  PaperSet& set = set_of(reading, *part);
  for (const std::string& claim : claims)
    if (std::find(set.claims.begin(), set.claims.end(), claim) == set.claims.end()) set.claims.push_back(claim);
  return &set;
}

void read_credits(Reading& reading) {
  const auto file = reading.common.table("credits", credits_schema());
  if (!file) return;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const Row row(*file, r);
    PaperSet* set = noted(reading, row);
    const auto credit = format::number_at(*file, r, *file->column("credit"));
    if (!take_faults(credit, reading.common.faults) || !set) continue;
    if (!set->corpus.papers.empty()) {
      reading.fault("papers-twice", row.place("technology"), {row.text("technology")});
      continue;
    }
    if (!(**credit > 0)) reading.fault("credit-not-positive", row.place("credit"), {row.text("credit")});
    const auto country = country_in(reading, *set, row.text("country"), row.place("country"));
    if (!country) continue;
    const std::size_t before = set->corpus.institutions.size();
    if (institution_in(*set, row.text("institution"), *country) < before)
      reading.fault("id-twice", row.place("institution"), {row.text("institution")});
    else
      set->credits.push_back(**credit);
  }
  for (const PaperSet& set : reading.assessment.papers)
    if (const double sum = std::accumulate(set.credits.begin(), set.credits.end(), 0.0);
        set.corpus.papers.empty() && sum < 1)
      reading.fault("credit-not-positive", {.file = "credits.csv"}, {shortest(sum)});
}

} // namespace

void read_papers(Reading& reading) {
  if (const auto file = reading.common.table("papers", papers_schema()))
    for (std::size_t r = 0; r < file->rows(); ++r) {
      const Row row(*file, r);
      PaperSet* set = noted(reading, row);
      if (!set) continue;
      if (auto paper = paper_of(reading, *file, row, *set)) set->corpus.papers.push_back(std::move(*paper));
    }
  read_credits(reading);
}

void read_axis_weights(Reading& reading, const format::YamlNode& root) {
  const format::YamlNode* weights = root.find("weights");
  if (!weights) return;
  auto& criteria = reading.common.study.criteria;
  for (const Axis& axis : reading.assessment.axes)
    criteria.push_back({axis.id, axis.title, study::CriterionMeasure::Judged, 0, 1, {}});
  for (const format::YamlNode& item : weights->items) study::read_weights(reading.common, item);
  criteria.clear(); // axes are no criteria of a study's ranking
}

} // namespace rashin::assessment

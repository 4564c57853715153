#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"
#include "study/shared.h"

#include <algorithm>

namespace rashin::study {
namespace {

using format::YamlNode;
using Statement = need::WeightStatement;

CriterionMeasure measure_of(const std::string& word) {
  if (word == "value-of-readiness") return CriterionMeasure::Readiness;
  if (word == "ready-in-time") return CriterionMeasure::InTime;
  return word == "option-cost" ? CriterionMeasure::OptionCost : CriterionMeasure::Judged;
}

/// The judged scores, by technology; each technology needs one.
void read_scores(Reading& reading, const YamlNode& item, RankCriterion& criterion) {
  const auto& technologies = reading.study.technologies;
  criterion.scores.resize(technologies.size());
  const YamlNode* scores = item.find("scores");
  const bool judged = criterion.measure == CriterionMeasure::Judged;
  if (judged != (scores != nullptr))
    return reading.fault(judged ? "criterion-without-scores" : "criterion-with-scores", place_of(item, "measure"),
                         {criterion.id});
  if (!scores) return;
  for (const format::YamlEntry& entry : scores->entries) {
    const bool known =
        std::any_of(technologies.begin(), technologies.end(), [&](const Technology& t) { return t.id == entry.key; });
    if (!known) reading.unknown("technology-unknown", "technologies", entry.value.place, entry.key);
  }
  for (std::size_t t = 0; t < technologies.size(); ++t) {
    if (!scores->find(technologies[t].id)) {
      reading.fault("criterion-score-missing", place_of(item, "scores"), {criterion.id, technologies[t].id});
      continue;
    }
    criterion.scores[t] = reading.quantity_in(*scores, technologies[t].id, "criteria", criterion.id, Link::Judged, "1");
  }
}

double number_in(Reading& reading, const YamlNode& item, std::string_view key) {
  const auto value = format::as_number(*item.find(key));
  return take_faults(value, reading.faults) ? *value : 0;
}

std::optional<std::size_t> criterion_in(Reading& reading, const std::string& id, const Place& place) {
  const auto& list = reading.study.criteria;
  const auto found = std::find_if(list.begin(), list.end(), [&](const RankCriterion& c) { return c.id == id; });
  if (found != list.end()) return static_cast<std::size_t>(found - list.begin());
  reading.fault("criterion-unknown", place, {id});
  return std::nullopt;
}

/// `bounds: {criterion: [low, high]}`; what is not named is open from end to end.
void read_bounds(Reading& reading, const YamlNode& item, Statement& statement) {
  const double most = statement.kind == Statement::Kind::Swing ? 100 : 1;
  statement.low.assign(reading.study.criteria.size(), 0);
  statement.high.assign(reading.study.criteria.size(), most);
  const YamlNode* bounds = item.find("bounds");
  if (!bounds) return;
  for (const format::YamlEntry& entry : bounds->entries) {
    const auto criterion = criterion_in(reading, entry.key, entry.value.place);
    if (entry.value.items.size() != 2) {
      reading.fault("bounds-are-two", entry.value.place, {entry.key, std::to_string(entry.value.items.size())});
      continue;
    }
    const auto low = format::as_number(entry.value.items[0]), high = format::as_number(entry.value.items[1]);
    const bool low_read = take_faults(low, reading.faults), high_read = take_faults(high, reading.faults);
    if (low_read && high_read && criterion) statement.low[*criterion] = *low, statement.high[*criterion] = *high;
  }
}

} // namespace

void read_weights(Reading& reading, const YamlNode& item) {
  Statement statement;
  statement.by = text_of(item, "by");
  const std::string kind = text_of(item, "kind");
  statement.kind = kind == "ordinal"    ? Statement::Kind::Ordinal
                   : kind == "interval" ? Statement::Kind::Interval
                   : kind == "swing"    ? Statement::Kind::Swing
                                        : Statement::Kind::Free;
  if (item.find("trust")) statement.trust = number_in(reading, item, "trust");
  const std::size_t before = reading.faults.size();
  if (statement.kind == Statement::Kind::Ordinal)
    if (const YamlNode* order = item.find("order"))
      for (const YamlNode& word : order->items)
        if (const auto criterion = criterion_in(reading, word.text, word.place)) statement.order.push_back(*criterion);
  if (statement.kind == Statement::Kind::Interval || statement.kind == Statement::Kind::Swing)
    read_bounds(reading, item, statement);
  if (reading.faults.size() == before) {
    const auto draws = need::WeightDraws::make(reading.study.criteria.size(), {statement}, 0);
    for (Diagnostic fault : draws.diagnostics()) {
      fault.place = place_of(item, "kind");
      reading.faults.push_back(std::move(fault));
    }
  }
  reading.study.weights.push_back({std::move(statement), localized_of(item, "reason"),
                                   reading.claims(list_of(item, "basis"), place_of(item, "basis"))});
}

std::vector<Task> read_tasks(Reading& reading, const YamlNode& root) {
  std::vector<Task> tasks;
  std::map<std::string, std::size_t, std::less<>> ids;
  if (const YamlNode* list = root.find("tasks"))
    for (const YamlNode& item : list->items)
      if (add_id(reading, ids, text_of(item, "id"), tasks.size(), place_of(item, "id")))
        tasks.push_back({text_of(item, "id"), localized_of(item, "what"), text_of(item, "who"), text_of(item, "due"),
                         text_of(item, "done") == "true"});
  return tasks;
}

void read_criteria(Reading& reading) {
  if (reading.unread.contains("study")) return;
  const auto root = reading.yaml("study.yaml", study_schema(), true);
  if (!root) return;
  Study& study = reading.study;
  std::map<std::string, std::size_t, std::less<>> ids;
  study.tasks = read_tasks(reading, *root);
  const YamlNode* criteria = root->find("criteria");
  const YamlNode* weights = root->find("weights");
  if (weights && !criteria) reading.fault("weights-without-criteria", place_of(*root, "weights"));
  if (!criteria) return;
  for (const YamlNode& item : criteria->items) {
    RankCriterion criterion{
        text_of(item, "id"), localized_of(item, "title"), measure_of(text_of(item, "measure")), 0, 1, {}};
    if (!add_id(reading, ids, criterion.id, study.criteria.size(), place_of(item, "id"))) continue;
    criterion.worst = number_in(reading, item, "worst");
    criterion.best = number_in(reading, item, "best");
    if (criterion.worst == criterion.best)
      reading.fault("criterion-goalposts", place_of(item, "worst"), {criterion.id, text_of(item, "worst")});
    read_scores(reading, item, criterion);
    study.criteria.push_back(std::move(criterion));
  }
  if (weights)
    for (const YamlNode& item : weights->items) read_weights(reading, item);
}

} // namespace rashin::study

#include "core/number_text.h"
#include "evidence/fields.h"
#include "study/further_runs.h"
#include "study/reader.h"

#include <algorithm>

namespace rashin::study {
namespace {

/// The option that asks least of the budget, where even that is too much.
template <class Ask> const PolicyOption* least_of(const Study& study, double limit, Ask ask) {
  const auto least = std::min_element(study.options.begin(), study.options.end(),
                                      [&](const auto& a, const auto& b) { return ask(a) < ask(b); });
  return least != study.options.end() && ask(*least) > limit ? &*least : nullptr;
}

std::string whole_number(double value) {
  char text[400];
  std::snprintf(text, sizeof text, "%.0f", value);
  return text;
}

} // namespace

void read_budget(Reading& reading, const format::YamlNode& item) {
  const std::size_t before = reading.faults.size();
  Budget budget;
  budget.note = localized_of(item, "note");
  const auto amount = format::as_number(*item.find("amount"));
  if (take_faults(amount, reading.faults)) {
    budget.amount = *amount;
    if (!(budget.amount > 0))
      reading.fault("budget-not-positive", place_of(item, "amount"),
                    {text_of(item, "amount"), reading.study.header.currency});
  }
  if (const format::YamlNode* days = item.find("within_days"))
    if (const auto value = format::as_number(*days); take_faults(value, reading.faults)) {
      budget.within_days = *value;
      if (!(*value >= 0)) reading.fault("budget-days-negative", days->place, {days->text});
    }
  const bool whole = reading.faults.size() == before && !reading.unread.contains("options");
  reading.study.budget = budget;
  if (!whole || has_errors(reading.faults)) return;
  const Study& study = reading.study;
  const auto cost = [&](const PolicyOption& option) { return median_of(study.parameters[option.cost]); };
  if (const PolicyOption* cheapest = least_of(study, budget.amount, cost))
    reading.fault("budget-fits-nothing", place_of(item, "amount"),
                  {text_of(item, "amount"), study.header.currency, cheapest->id, whole_number(cost(*cheapest))});
  if (!budget.within_days) return;
  const auto days = [&](const PolicyOption& option) { return lead_days(study, option); };
  if (const PolicyOption* soonest = least_of(study, *budget.within_days, days))
    reading.fault("budget-too-soon", place_of(item, "within_days"),
                  {text_of(item, "within_days"), soonest->id, shortest(days(*soonest))});
}

} // namespace rashin::study

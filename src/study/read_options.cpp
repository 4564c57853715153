#include "core/country.h"
#include "core/id.h"
#include "evidence/fields.h"
#include "study/arm_network.h"
#include "study/effects.h"
#include "study/reader.h"
#include "study/registers.h"
#include "study/schemas.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rashin::study {
namespace {

using format::YamlNode;

/// Where effects may point: slots of the network, and for technologies that support an option, its numbers. Where a
/// target may stand in a file that could not be read, it counts as there.
bool target_exists(const Reading& reading, const std::string& target, bool options_too) {
  if (supply::find_slot(reading.study.network, target) || find_priority(reading.study.network, target)) return true;
  std::string id = target;
  std::replace(id.begin(), id.end(), ':', '/');
  if (!options_too || !(id.starts_with("options/") || id.starts_with("effects/")))
    return reading.study.network.items.empty() || reading.unread.contains("network/" + id.substr(0, id.find('/')));
  return reading.stated.contains(id) || reading.unread.contains("options");
}

std::vector<Effect> read_effects(Reading& reading, const YamlNode& owner, const std::string& owner_id, Link link,
                                 bool options_too) {
  std::vector<Effect> effects;
  std::map<std::string, std::size_t, std::less<>> ids;
  std::map<std::string, std::size_t, std::less<>> targets;
  for (const YamlNode& item : owner.find("effects")->items) {
    Effect effect;
    effect.id = text_of(item, "id");
    effect.target = text_of(item, "target");
    effect.place = place_of(item, "target");
    const std::string operation = text_of(item, "op");
    effect.operation = operation == "set" ? Operation::Set : operation == "add" ? Operation::Add : Operation::Scale;
    if (!add_id(reading, ids, effect.id, effects.size(), place_of(item, "id"))) continue;
    if (!target_exists(reading, effect.target, options_too))
      reading.fault("target-unknown", effect.place, {effect.target});
    else if (!targets.emplace(effect.target, effects.size()).second)
      reading.fault("target-twice", effect.place, {effect.target});
    const auto amount = reading.quantity(item, "amount", "effects", join_key({owner_id, effect.id}), link);
    if (!amount) continue;
    effect.amount = *amount;
    effects.push_back(std::move(effect));
  }
  return effects;
}

/// The unit of what an effect changes, so that its amount can be checked and converted.
std::optional<Unit> target_unit(const Reading& reading, const std::string& target) {
  const Study& study = reading.study;
  if (find_priority(study.network, target)) return Unit();
  if (const auto slot = supply::find_slot(study.network, target)) {
    const auto unit = parse_unit(slot_unit(study, study.network.slots[*slot]), {});
    return unit ? std::optional(*unit) : std::nullopt;
  }
  std::string id = target;
  std::replace(id.begin(), id.end(), ':', '/');
  const Quantity* q = study.find_parameter(id);
  return q ? std::optional(q->unit) : std::nullopt;
}

void check_effect_units(Reading& reading, const std::vector<Effect>& effects) {
  for (const Effect& effect : effects) {
    const auto unit = target_unit(reading, effect.target);
    if (!unit) continue;
    const Quantity& amount = reading.study.parameters[effect.amount];
    const bool scale = effect.operation == Operation::Scale;
    if (!is_convertible(amount.unit, scale ? Unit() : *unit))
      reading.fault("unit-does-not-fit", amount.unit_place,
                    {amount.id(), amount.unit.text(), scale ? "ratio" : unit->text()});
  }
}

std::vector<JudgedCriterion> read_judged(Reading& reading, const YamlNode& owner) {
  std::vector<JudgedCriterion> judged;
  if (const YamlNode* list = owner.find("judged"))
    for (const YamlNode& item : list->items)
      judged.push_back({text_of(item, "criterion"), text_of(item, "grade"), text_of(item, "by"),
                        localized_of(item, "reason"), reading.claims(list_of(item, "basis"), place_of(item, "basis"))});
  return judged;
}

/// Effects that begin later need a partner that says from which day (`spare_from`, `open_from`, `from`); other numbers
/// hold from day 0.
void check_timing(Reading& reading, const PolicyOption& option) {
  if (!option.lead_time) return;
  const Study& study = reading.study;
  for (const Effect& effect : option.effects) {
    const auto slot = supply::find_slot(study.network, effect.target);
    const bool rank = find_priority(study.network, effect.target).has_value();
    if (!slot && !rank) continue;
    if (rank || !start_slot(study.network, effect.target)) {
      reading.fault("effect-cannot-wait", effect.place, {option.id, effect.target});
      continue;
    }
    // What is there already must not begin to wait with the option: it needs a row of its own.
    const auto& given = study.slot_parameter[*slot];
    if (!given) continue;
    const Quantity& q = study.parameters[*given];
    if (!q.people.empty() || !q.distribution.is_fixed() || q.distribution.mean() != 0)
      reading.fault("effect-start-shared", effect.place, {option.id, effect.target});
  }
}

/// Moves the effects that give a rank out of the others: they change how the network shares, not its numbers.
void take_priorities(Reading& reading, PolicyOption& option) {
  std::vector<Effect> numbers;
  for (Effect& effect : option.effects) {
    auto rule = find_priority(reading.study.network, effect.target);
    if (!rule) {
      numbers.push_back(std::move(effect));
      continue;
    }
    const Quantity& amount = reading.study.parameters[effect.amount];
    const double rank = amount.people.empty() && amount.distribution.is_fixed() ? amount.distribution.mean() : 0;
    if (effect.operation != Operation::Set || !(rank >= 1 && rank <= 999) || rank != std::floor(rank) ||
        !(amount.unit == Unit()))
      reading.fault("priority-form", effect.place, {effect.target});
    rule->rank = static_cast<int>(rank);
    option.priorities.push_back(*rule);
    option.priority_amounts.push_back(effect.amount);
  }
  option.effects = std::move(numbers);
}

void refuse_priorities(Reading& reading, const std::vector<Effect>& effects) {
  for (const Effect& effect : effects)
    if (find_priority(reading.study.network, effect.target))
      reading.fault("priority-form", effect.place, {effect.target});
}

void read_pathway_costs(Reading& reading, const YamlNode& item, PolicyOption& option) {
  const YamlNode* list = item.find("pathway_costs");
  if (!list) return;
  std::set<std::string> seen;
  for (const YamlNode& one : list->items) {
    const std::string id = text_of(one, "pathway");
    const auto cost = reading.quantity_in(one, "cost", "options", join_key({option.id, id}), Link::OptionEffects,
                                          reading.study.header.currency);
    const auto found = reading.pathway_index.find(id);
    if (!seen.insert(id).second)
      reading.fault("pathway-cost-twice", place_of(one, "pathway"), {option.id, id});
    else if (found == reading.pathway_index.end())
      reading.unknown("pathway-unknown", "pathways", place_of(one, "pathway"), id);
    else if (cost)
      option.pathway_costs.push_back({found->second, *cost});
  }
}

void read_lead_time(Reading& reading, const YamlNode& item, PolicyOption& option) {
  option.lead_time = reading.quantity_in(item, "lead_time", "options", option.id, Link::OptionEffects, "day");
  option.lead_from_shock = text_of(item, "lead_time_from") == "first-shock";
  if (item.find("lead_time_from") && !item.find("lead_time"))
    reading.fault("lead-time-missing", place_of(item, "lead_time_from"), {option.id});
}

void read_option(Reading& reading, const YamlNode& item, const Titles& instruments) {
  Study& study = reading.study;
  PolicyOption option;
  option.id = text_of(item, "id");
  if (!add_id(reading, reading.option_index, option.id, study.options.size(), place_of(item, "id"))) return;
  option.instrument = text_of(item, "instrument");
  if (!option.instrument.empty() && !instruments.contains(option.instrument))
    reading.fault("instrument-unknown", place_of(item, "instrument"), {option.instrument});
  option.title = localized_of(item, "title");
  option.description = localized_of(item, "description");
  option.stage = text_of(item, "stage") == "before" ? Stage::Before : Stage::During;
  const auto cost = reading.quantity_in(item, "cost", "options", option.id, Link::OptionEffects, study.header.currency);
  option.cost = cost.value_or(0);
  read_pathway_costs(reading, item, option);
  read_lead_time(reading, item, option);
  option.effects = read_effects(reading, item, option.id, Link::OptionEffects, false);
  check_effect_units(reading, option.effects);
  check_timing(reading, option);
  take_priorities(reading, option);
  option.judged = read_judged(reading, item);
  study.options.push_back(std::move(option));
}

/// The options that a package joins or a technology serves.
std::vector<std::size_t> options_in(Reading& reading, const YamlNode& list) {
  std::vector<std::size_t> options;
  for (const YamlNode& word : list.items) {
    const auto found = reading.option_index.find(word.text);
    if (found == reading.option_index.end() || found->second >= reading.study.options.size())
      reading.unknown("option-unknown", "options", word.place, word.text);
    else
      options.push_back(found->second);
  }
  return options;
}

/// The members of a package: each once, and no two packages with the same.
void check_package(Reading& reading, const Package& package, const YamlNode& item) {
  std::vector<std::size_t> own = package.options;
  std::sort(own.begin(), own.end());
  if (const auto twice = std::adjacent_find(own.begin(), own.end()); twice != own.end())
    reading.fault("package-option-twice", place_of(item, "options"), {package.id, reading.study.options[*twice].id});
  for (const Package& other : reading.study.packages) {
    std::vector<std::size_t> theirs = other.options;
    std::sort(theirs.begin(), theirs.end());
    if (own == theirs && own.size() > 1) reading.fault("packages-alike", place_of(item, "id"), {package.id, other.id});
  }
}

void read_package(Reading& reading, const YamlNode& item) {
  Package package{text_of(item, "id"), localized_of(item, "title"), {}};
  add_id(reading, reading.option_index, package.id, static_cast<std::size_t>(-1), place_of(item, "id"));
  package.options = options_in(reading, *item.find("options"));
  if (item.find("options")->items.size() < 2) reading.fault("package-too-small", place_of(item, "id"), {package.id});
  check_package(reading, package, item);
  reading.study.packages.push_back(std::move(package));
}

void read_role(Reading& reading, const YamlNode& item, Technology& technology) {
  technology.role = text_of(item, "role") == "support" ? need::Role::Support : need::Role::Substitute;
  if (const YamlNode* list = item.find("options")) technology.options = options_in(reading, *list);
  const bool support = technology.role == need::Role::Support;
  if (support && (!item.find("options") || item.find("options")->items.empty()))
    reading.fault("support-without-option", place_of(item, "role"), {technology.id});
  if (!support && item.find("options"))
    reading.fault("substitute-with-option", place_of(item, "options"), {technology.id});
  for (const Effect& effect : technology.effects) {
    if (find_priority(reading.study.network, effect.target)) continue; // refused already
    const bool on_network = supply::find_slot(reading.study.network, effect.target).has_value();
    if (support && on_network) reading.fault("support-changes-network", effect.place, {technology.id, effect.target});
    if (!support && !on_network && !reading.study.network.items.empty())
      reading.fault("substitute-changes-option", effect.place, {technology.id, effect.target});
  }
}

void read_technology(Reading& reading, const YamlNode& item, std::map<std::string, std::size_t, std::less<>>& ids,
                     const Titles& fields) {
  Study& study = reading.study;
  Technology technology;
  technology.id = text_of(item, "id");
  if (!add_id(reading, ids, technology.id, study.technologies.size(), place_of(item, "id"))) return;
  technology.title = localized_of(item, "title");
  technology.function = localized_of(item, "function");
  technology.reason = localized_of(item, "reason");
  technology.field = text_of(item, "field");
  if (const YamlNode* parts = item.find("parts"))
    for (const YamlNode& part : parts->items) technology.parts.push_back({text_of(part, "ja"), text_of(part, "en")});
  if (!technology.field.empty() && !fields.contains(technology.field))
    reading.fault("field-unknown", place_of(item, "field"), {technology.field});
  if (const YamlNode* trl = item.find("trl")) {
    const auto value = format::as_integer(*trl);
    if (take_faults(value, reading.faults)) {
      if (*value < 1 || *value > 9)
        reading.fault("number-outside", trl->place, {"trl", trl->text, "1", "9"});
      else
        technology.trl = static_cast<int>(*value);
    }
  }
  technology.trl_date = date_of(item, "trl_date", reading.faults);
  technology.trl_claims = reading.claims(list_of(item, "trl_basis"), place_of(item, "trl_basis"));
  technology.leading_countries = list_of(item, "leading_countries");
  for (const std::string& country : technology.leading_countries)
    if (!find_country(country)) reading.fault("country-unknown", place_of(item, "leading_countries"), {country});
  if (const YamlNode* ready = item.find("ready"); ready && text_of(*ready, "unit") != "date")
    reading.fault("ready-needs-dates", place_of(*ready, "unit"), {technology.id});
  technology.ready = reading.quantity(item, "ready", "technologies", technology.id, Link::TechnologyDates).value_or(0);
  technology.effects = read_effects(reading, item, technology.id, Link::OptionEffects, true);
  check_effect_units(reading, technology.effects);
  refuse_priorities(reading, technology.effects);
  read_role(reading, item, technology);
  study.technologies.push_back(std::move(technology));
}

} // namespace

void read_options(Reading& reading) {
  const auto root = reading.yaml("options.yaml", options_schema(), true);
  if (!root) return;
  const auto instruments = register_titles(reading, "options.yaml", "options");
  for (const YamlNode& item : root->find("options")->items) read_option(reading, item, instruments);
  if (const YamlNode* packages = root->find("packages"))
    for (const YamlNode& item : packages->items) read_package(reading, item);
  if (const YamlNode* budget = root->find("budget")) read_budget(reading, *budget);
}

void read_technologies(Reading& reading) {
  const auto root = reading.yaml("technologies.yaml", technologies_schema(), true);
  if (!root) return;
  std::map<std::string, std::size_t, std::less<>> ids;
  const auto fields = register_titles(reading, "technology-fields.yaml", "fields");
  for (const YamlNode& item : root->find("technologies")->items) read_technology(reading, item, ids, fields);
}

} // namespace rashin::study

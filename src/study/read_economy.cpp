#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"

#include "core/number_text.h"

#include <algorithm>
#include <cmath>

namespace rashin::study {
namespace {

using format::YamlNode;

std::vector<TableWord> words_of(const YamlNode* list) {
  std::vector<TableWord> words;
  if (!list) return words;
  if (list->items.empty() && !list->text.empty()) return {{list->text, list->place}};
  for (const YamlNode& item : list->items) words.push_back({item.text, item.place});
  return words;
}

std::optional<std::size_t> share_of(Reading& reading, const YamlNode& item, const std::string& row) {
  return reading.quantity_in(item, "share", "mrio", row, Link::Network, "share");
}

void read_join(Reading& reading, const YamlNode& item) {
  const supply::ItemNetwork& network = reading.study.network;
  const YamlNode *use = item.find("end_use"), *thing = item.find("item");
  if (!use == !thing) return reading.fault("economy-join-of-what", item.place);
  const std::string name = use ? use->text : thing->text;
  EconomyJoin join;
  join.region = text_of(item, "region"), join.sector = text_of(item, "sector");
  join.id = name + "." + join.region + "." + join.sector;
  join.place = place_of(item, "sector");
  if (use)
    join.end_use = supply::find_end_use(network, name);
  else
    join.item = supply::find_item(network, name);
  const auto share = share_of(reading, item, join.id);
  if (!join.end_use && !join.item) {
    if (!network.items.empty())
      reading.fault("network-unknown-name", (use ? use : thing)->place,
                    {name, use ? "network/end_uses.csv" : "network/items.csv"});
  } else if (share) {
    join.share = *share;
    reading.study.economy->joins.push_back(std::move(join));
  }
}

void read_passage(Reading& reading, const YamlNode& item, std::size_t number) {
  const std::string name = text_of(item, "passage");
  const auto passage = supply::find_passage(reading.study.network, name);
  EconomyPassage flows{name + "." + std::to_string(number),
                       passage.value_or(0),
                       words_of(item.find("from")),
                       words_of(item.find("to")),
                       true,
                       0};
  if (const YamlNode* demand = item.find("final_demand")) flows.final_demand = demand->text != "false";
  const auto share = share_of(reading, item, flows.id);
  if (!passage && !reading.study.network.items.empty())
    reading.fault("network-unknown-name", place_of(item, "passage"), {name, "network/routes.csv"});
  else if (share)
    flows.share = *share, reading.study.economy->passages.push_back(std::move(flows));
}

void read_engine(Reading& reading, const YamlNode& engine) {
  struct Name {
    std::string_view key, unit;
  };
  constexpr std::array<Name, engine_number_count> names{{{"input_days", "day"},
                                                         {"restocking_days", "day"},
                                                         {"stock_need", "ratio"},
                                                         {"overproduction_most", "ratio"},
                                                         {"overproduction_days", "day"},
                                                         {"postponed_share", "share"}}};
  Economy& economy = *reading.study.economy;
  for (std::size_t k = 0; k < names.size(); ++k)
    economy.engine[k] = reading.quantity_in(engine, names[k].key, "mrio", "engine", Link::Network, names[k].unit);
  economy.important = words_of(engine.find("important"));
  economy.non_essential = words_of(engine.find("non_essential"));
  economy.never_short = words_of(engine.find("never_short"));
}

/// The items that an item is made of, itself included.
void add_upstream(const supply::ItemNetwork& network, supply::Index item, std::vector<bool>& upstream) {
  if (upstream[item]) return;
  upstream[item] = true;
  for (const supply::Input& input : network.inputs)
    if (input.item == item) add_upstream(network, input.input, upstream);
}

std::vector<bool> items_behind(const supply::ItemNetwork& network, const EconomyJoin& join) {
  std::vector<bool> upstream(network.items.size());
  if (join.item) add_upstream(network, *join.item, upstream);
  for (const supply::Demand& demand : network.demands)
    if (join.end_use == demand.end_use) add_upstream(network, demand.item, upstream);
  return upstream;
}

/// The same loss must not reach an industry twice: by an item and by what is made of it.
void check_counted_once(Reading& reading) {
  const auto& joins = reading.study.economy->joins;
  for (std::size_t a = 0; a < joins.size(); ++a)
    for (std::size_t b = 0; b < joins.size(); ++b) {
      if (a == b || joins[a].region != joins[b].region || joins[a].sector != joins[b].sector) continue;
      if (joins[a].item && items_behind(reading.study.network, joins[b])[*joins[a].item] &&
          (!joins[b].item || *joins[b].item != *joins[a].item))
        reading.fault("economy-counted-twice", joins[a].place,
                      {joins[a].id, joins[b].id, joins[a].region + "|" + joins[a].sector});
    }
}

double middle(const Quantity& quantity) {
  double sum = 0;
  for (const PersonValue& person : quantity.people) sum += person.distribution.quantile(0.5);
  if (!quantity.people.empty()) return sum / static_cast<double>(quantity.people.size()) * quantity.scale;
  return quantity.distribution.quantile(0.5) * quantity.scale;
}

/// The parts of an industry cannot be more than the whole of it.
void check_shares(Reading& reading) {
  const Study& study = reading.study;
  std::map<std::string, double> whole;
  for (const EconomyJoin& join : study.economy->joins) {
    const Quantity& share = study.parameters[join.share];
    double& sum = whole[join.region + "|" + join.sector];
    const auto factor = convert(1, share.unit, parse_unit("share", {}).value(), {});
    if (!factor) continue; // told where the share is read
    const double before = sum;
    sum += middle(share) * *factor;
    if (before <= 1.001 && sum > 1.001)
      reading.fault("economy-shares-above-one", share.place,
                    {join.region + "|" + join.sector, shortest(std::round(sum * 1e6) / 1e6)});
  }
}

void read_compare(Reading& reading, const YamlNode& list) {
  for (const TableWord& word : words_of(&list)) {
    if (!reading.option_index.contains(word.text))
      reading.unknown("option-unknown", "options", word.place, word.text);
    else
      reading.study.economy->compare.push_back(word);
  }
}

} // namespace

void read_economy(Reading& reading) {
  const auto root = reading.yaml("mrio.yaml", economy_schema(), false);
  if (!root || !root->find("table") || !root->find("joins") || !root->find("draws")) return;
  Economy& economy = reading.study.economy.emplace();
  economy.table = text_of(*root, "table");
  economy.title = localized_of(*root, "title");
  if (economy.title.empty()) economy.title = {economy.table, economy.table};
  economy.concordance = localized_of(*root, "concordance");
  economy.region = root->find("region") ? text_of(*root, "region") : reading.study.header.focal_country;
  if (const auto draws = format::as_integer(*root->find("draws")); take_faults(draws, reading.faults)) {
    if (*draws < 2 || *draws > 100'000)
      reading.fault("number-outside", place_of(*root, "draws"), {"draws", std::to_string(*draws), "2", "100000"});
    economy.draws = static_cast<int>(std::clamp<std::int64_t>(*draws, 2, 100'000));
  }
  if (const YamlNode* list = root->find("compare")) read_compare(reading, *list);
  for (const YamlNode& item : root->find("joins")->items) read_join(reading, item);
  if (const YamlNode* list = root->find("passages"))
    for (std::size_t k = 0; k < list->items.size(); ++k) read_passage(reading, list->items[k], k + 1);
  if (const YamlNode* engine = root->find("engine")) read_engine(reading, *engine);
  if (const YamlNode* limits = root->find("limits"))
    for (const YamlNode& item : limits->items) economy.limits.push_back({text_of(item, "ja"), text_of(item, "en")});
  check_counted_once(reading);
  check_shares(reading);
}

} // namespace rashin::study

#include "report/study_exposure.h"

#include "supply/balance.h"

#include <algorithm>
#include <map>
#include <set>

namespace rashin::report {
namespace {

/// Median values of the network's slots, balanced: what the picture and the adjustments show.
std::vector<double> median_values(const StudyView& view) {
  const auto& study = view.study;
  std::vector<double> values = supply::absent_values(study.network);
  for (std::size_t s = 0; s < values.size(); ++s)
    if (study.slot_parameter[s])
      values[s] = policy::summarize(view.result.parameters[*study.slot_parameter[s]]).p50 * study.slot_factor[s];
  return values;
}

/// Items by how far they stand from the outside suppliers.
std::vector<int> item_tiers(const supply::ItemNetwork& network) {
  std::vector<int> tier(network.items.size(), 1);
  for (const supply::Index item : network.order)
    for (const auto& input : network.inputs)
      if (input.item == item) tier[item] = std::max(tier[item], tier[input.input] + 1);
  return tier;
}

/// What kinds of items stand in a tier: materials that are made of others are intermediate ones.
LocalizedText tier_title(const supply::ItemNetwork& network, const std::vector<int>& tiers, int tier) {
  static const LocalizedText kinds[] = {
      {"素材", "materials"}, {"部材", "parts"}, {"製品", "products"}, {"サービス", "services"}};
  std::set<supply::ItemKind> present;
  for (supply::Index i = 0; i < network.items.size(); ++i)
    if (tiers[i] == tier) present.insert(network.items[i].kind);
  if (present.size() > 2)
    return tier == 1 ? LocalizedText{"素材・部材など", "Materials, parts and more"}
                     : LocalizedText{"中間品・製品", "Intermediate and final goods"};
  LocalizedText title;
  for (const supply::ItemKind kind : present) {
    const bool made = tier > 1 && kind == supply::ItemKind::Material;
    const LocalizedText name =
        made ? LocalizedText{"中間素材", "intermediates"} : kinds[static_cast<std::size_t>(kind)];
    title.ja += (title.ja.empty() ? "" : "・") + name.ja;
    title.en += (title.en.empty() ? "" : " and ") + name.en;
  }
  if (!title.en.empty()) title.en[0] = static_cast<char>(title.en[0] - 'a' + 'A');
  return title;
}

ChartBlock network_chart(const StudyView& view, const std::vector<double>& values) {
  const auto& network = view.study.network;
  NetworkChart chart{
      .text = {{"供給網", "The network"},
               {"左から供給者、品目、用途。供給者からの線の太さは品目の調達に占める割合（品目から先の線の太さに意味はな"
                "い）。"
                "失われるといずれかの用途が半分以下になる線と、その先を強調。",
                "From suppliers through items to end uses. Width of a supplier's line: its share of what is taken in "
                "of the item (of lines further on the width says nothing). Marked: links whose loss halves some end "
                "use or more, and what follows from them."}}};
  const CriticalLinks critical = critical_links(network, values);
  const auto tiers = item_tiers(network);
  const int last = tiers.empty() ? 1 : *std::max_element(tiers.begin(), tiers.end());
  chart.tiers.push_back({"供給者", "Suppliers"});
  for (int t = 1; t <= last; ++t) chart.tiers.push_back(tier_title(network, tiers, t));
  chart.tiers.push_back({"用途", "End uses"});
  std::map<supply::Index, double> total;
  for (const auto& s : network.suppliers) total[s.item] += values[s.supply];
  std::map<std::string, bool> drawn;
  for (supply::Index row = 0; row < network.suppliers.size(); ++row) {
    const supply::Supplier& s = network.suppliers[row];
    if (s.makes || values[s.supply] <= 0) continue;
    const std::string node = "s-" + s.id;
    const double share = total[s.item] > 0 ? values[s.supply] / total[s.item] : 0;
    if (!drawn[node]) chart.nodes.push_back({.id = node, .name = supplier_words(s), .tier = 0}), drawn[node] = true;
    chart.arcs.push_back(
        {.from = node, .to = "i-" + network.items[s.item].id, .share = share, .critical = critical.suppliers[row]});
  }
  for (supply::Index i = 0; i < network.items.size(); ++i) {
    double days = 0;
    for (const auto& stock : network.stocks)
      if (stock.item == i && stock.access == supply::StockAccess::Free) days += values[stock.days];
    const std::string number = std::to_string(static_cast<int>(days + 0.5));
    chart.nodes.push_back(
        {.id = "i-" + network.items[i].id,
         .name = network.items[i].name,
         .tier = tiers[i],
         .badge = days > 0 ? LocalizedText{"在庫 " + number + " 日", "stock " + number + " days"} : LocalizedText{},
         .critical = critical.items[i]});
  }
  for (std::size_t r = 0; r < network.inputs.size(); ++r)
    chart.arcs.push_back({.from = "i-" + network.items[network.inputs[r].input].id,
                          .to = "i-" + network.items[network.inputs[r].item].id,
                          .critical = critical.inputs[r]});
  for (const auto& use : network.end_uses)
    chart.nodes.push_back({.id = "u-" + use.id, .name = use.name, .tier = last + 1});
  for (std::size_t r = 0; r < network.demands.size(); ++r)
    chart.arcs.push_back({.from = "i-" + network.items[network.demands[r].item].id,
                          .to = "u-" + network.end_uses[network.demands[r].end_use].id,
                          .critical = critical.demands[r]});
  ChartBlock block{.id = "chart-network", .chart = chart};
  block.limits =
      words({"調査に書かれた品目と供給者だけの図です。線の太さは供給者からの線だけに意味があり、品目から先の線は"
             "つながりだけを示します。",
             "Only the items and suppliers written in the study are drawn. Only suppliers' lines have a width "
             "that says something; lines between items and to end uses show the link alone."});
  return block;
}

/// What a balanced number is: whose supply of what.
LocalizedText slot_words(const supply::ItemNetwork& network, supply::SlotIndex slot) {
  for (const supply::Supplier& supplier : network.suppliers)
    if (supplier.supply == slot) {
      const LocalizedText who = supplier_words(supplier), &what = network.items[supplier.item].name;
      return {who.ja + "の" + what.ja, what.en + ", " + who.en};
    }
  return {network.slots[slot].name, network.slots[slot].name};
}

} // namespace

Section network_section(const StudyView& view) {
  const auto& network = view.study.network;
  const std::vector<double> values = median_values(view);
  Section section{.id = "network", .title = {"供給網", "The supply network"}};
  const auto balanced = supply::balance(network, values);
  section.blocks.push_back(network_chart(view, balanced ? balanced->values : values));
  for (Block& block : exposure_blocks(view)) section.blocks.push_back(std::move(block));
  if (!balanced) return section;
  TableBlock table{.id = "balance",
                   .caption = {"出典どうしの食い違いの調整", "Adjustments between sources"},
                   .columns = {{{"値", "Value"}},
                               {{"調整前", "Before"}},
                               {{"調整後", "After"}},
                               {{"単位", "Unit"}},
                               {{"注意", "Attention"}}}};
  for (const auto& a : balanced->adjustments) {
    const std::string unit = study::slot_unit(view.study, network.slots[a.slot]);
    table.rows.push_back(
        {text_cell(slot_words(network, a.slot)), number_cell({.value = a.before}), number_cell({.value = a.after}),
         text_cell(written_unit(unit)),
         text_cell(a.attention ? LocalizedText{"2 % を超える調整", "more than 2 %"} : LocalizedText{"", ""})});
  }
  table.note = {"中央値での調整。用途の必要量に合わせて供給量を比例で動かします。",
                "At the medians. Supplies are scaled in proportion to what the end uses need."};
  if (!table.rows.empty()) section.blocks.push_back(table);
  return section;
}

} // namespace rashin::report

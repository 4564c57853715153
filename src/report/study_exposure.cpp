#include "report/study_exposure.h"

#include "study/network_tables.h"
#include "supply/place_names.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rashin::report {
namespace {

constexpr double half = 0.5;
constexpr std::size_t most_countries = 6; ///< columns of the exposure table

LocalizedText node_words(const supply::ItemNetwork& network, const supply::Node& node) {
  if (node.kind == supply::NodeKind::Country) return supplier_words(node.name);
  if (node.kind == supply::NodeKind::Passage)
    return supply::passage_name(node.name).value_or(LocalizedText{node.name, node.name});
  const supply::Supplier& s = network.suppliers[node.of];
  const LocalizedText who = s.id == s.country ? supplier_words(s.country) : supplier_words(s);
  const LocalizedText& item = network.items[s.item].name;
  return {who.ja + "の" + item.ja, item.en + " from " + who.en};
}

Figure percent(double share, std::string id) {
  return {.value = 100 * share, .id = std::move(id)};
}

TableBlock concentration_block(const StudyView& view) {
  TableBlock table{
      .id = "concentration",
      .caption = {"供給の集中", "Concentration of supply"},
      .columns = {{{"品目", "Item"}},
                  {{"国の数", "Countries"}},
                  {{"HHI", "HHI"}},
                  {{"最大の国", "Largest country"}},
                  {{"その割合", "Its share"}, {"%", "%"}},
                  {{"上位 3 か国", "Largest three"}, {"%", "%"}}},
      .note = {"国別の通常供給による。HHI は各国の割合の二乗の和（0～1。1 は一国だけ）。",
               "By country, of the normal supply. HHI: sum of squared shares (0 to 1; 1 is one country)."}};
  const Table& from = table_of(view, "concentration");
  for (const supply::Item& item : view.study.network.items) {
    const std::size_t row = row_of(from, item.id);
    const auto cell = [&](const char* column, double scale) {
      return number_cell(plain_figure(view, "concentration", item.id, column, scale));
    };
    table.rows.push_back({text_cell(item.name), cell("suppliers", 1), cell("hhi", 1),
                          text_cell(supplier_words(from.column("top1").text(row).value_or(""))),
                          cell("top1_share", 0.01), cell("top3_share", 0.01)});
  }
  return table;
}

/// End uses by the countries on which most value added rests.
TableBlock exposure_block(const StudyView& view) {
  const Table& from = table_of(view, "exposure");
  std::map<std::string, double> weight;
  std::map<std::string, std::size_t> row_by_id;
  for (std::size_t r = 0; r < from.rows(); ++r) {
    if (!from.column("item").text(r).value_or("").empty()) continue;
    row_by_id[std::string(from.column("id").text(r).value_or(""))] = r;
    weight[std::string(from.column("country").text(r).value_or(""))] +=
        from.column("value_added").number(r).value_or(0);
  }
  std::vector<std::string> countries;
  for (const auto& [country, value] : weight)
    if (country != view.study.header.focal_country) countries.push_back(country);
  std::stable_sort(countries.begin(), countries.end(),
                   [&](const auto& a, const auto& b) { return weight[a] > weight[b]; });
  countries.resize(std::min(countries.size(), most_countries));
  TableBlock table{
      .id = "exposure",
      .caption = {"用途の付加価値のうち各国に依存する割合", "Part of each end use's output that rests on a country"},
      .columns = {{{"用途", "End use"}}},
      .note = {
          "その国からの供給がすべて失われたとき、全段階を通じて止まる生産の割合。在庫と余力は数えません。品目別の量は "
          "results/exposure.csv にあります。",
          "Output that stops, through all tiers, if everything from the country is lost; stocks and spare "
          "capacity are not counted. Amounts by item: results/exposure.csv."}};
  for (const std::string& country : countries) table.columns.push_back({supplier_words(country), {"%", "%"}});
  for (const supply::EndUse& use : view.study.network.end_uses) {
    std::vector<Cell> cells{text_cell(use.name)};
    for (const std::string& country : countries) {
      const std::string id = use.id + "." + country;
      const auto row = row_by_id.find(id);
      cells.push_back(row == row_by_id.end() ? number_cell({.value = 0})
                                             : number_cell(percent(from.column("share").number(row->second).value_or(0),
                                                                   "exposure/" + id + "/share")));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

TableBlock critical_block(const StudyView& view) {
  constexpr std::size_t most_rows = 12;
  const Table& from = table_of(view, "critical_nodes");
  TableBlock table{
      .id = "critical_nodes",
      .caption = {"失われると影響の大きい国・海峡・供給者", "Countries, passages and suppliers that matter most"},
      .columns = {{{"国・海峡・供給者", "Lost"}},
                  {{"止まる付加価値（年）", "Value added that stops (a year)"}, money_unit(view)},
                  {{"完全に止まる用途", "End uses that stop"}},
                  {{"持ちこたえる日数", "Days to survive"}, {"日", "days"}}},
      .note = {"付加価値は在庫・余力なしで。「完全に止まる用途」は余力をすべて使っても何も残らないもの（単一障害点。空"
               "欄は該当なし）。"
               "持ちこたえる日数は在庫を含むシミュレーションによる（—は期間内に不足しない）。",
               "Value added without stocks or spare. “End uses that stop”: nothing is left even with all spare "
               "running (single points of failure; empty: none). Days to survive: simulated with stocks; —: never "
               "short within the horizon."}};
  const auto& network = view.study.network;
  for (std::size_t r = 0; r < from.rows() && table.rows.size() < most_rows; ++r) {
    const std::string id(from.column("id").text(r).value_or(""));
    if (id == "country." + view.study.header.focal_country) continue;
    const std::string kind(from.column("kind").text(r).value_or(""));
    supply::Node node{.kind = supply::NodeKind::Country, .name = id.substr(kind.size() + 1)};
    if (kind == "passage") node.kind = supply::NodeKind::Passage;
    if (kind == "supplier") {
      node.kind = supply::NodeKind::Supplier;
      for (supply::Index s = 0; s < network.suppliers.size(); ++s)
        if (network.items[network.suppliers[s].item].id + "." + network.suppliers[s].id == node.name) node.of = s;
      if (network.suppliers[node.of].country == view.study.header.focal_country) continue;
    }
    LocalizedText stops;
    const std::string listed = ";" + std::string(from.column("stops").text(r).value_or("")) + ";";
    for (const supply::EndUse& use : network.end_uses)
      if (listed.find(";" + use.id + ";") != std::string::npos) {
        stops.ja += (stops.ja.empty() ? "" : "、") + use.name.ja;
        stops.en += (stops.en.empty() ? "" : ", ") + use.name.en;
      }
    table.rows.push_back({text_cell(node_words(network, node)),
                          number_cell(plain_figure(view, "critical_nodes", id, "value_added", money_scale(view))),
                          text_cell(stops), number_cell(plain_figure(view, "critical_nodes", id, "survives"))});
  }
  return table;
}

LocalizedText kind_words(supply::NetworkCauseKind kind) {
  switch (kind) {
  case supply::NetworkCauseKind::ShortInput:
    return {"不足", "Short"};
  case supply::NetworkCauseKind::HeldUp:
    return {"生産の遅れ", "Held up"};
  case supply::NetworkCauseKind::Cut:
  case supply::NetworkCauseKind::Stopped:
  case supply::NetworkCauseKind::Diverted:
  case supply::NetworkCauseKind::Surge:
    return {"衝撃", "Shock"};
  default:
    return {"波及", "Passed on"};
  }
}

/// The chain that costs most: the worst draw of the pathway with the greatest expected loss.
const study::Explanation* main_chain(const StudyView& view, const std::vector<study::Explanation>& all) {
  const study::Explanation* best = nullptr;
  double most = 0;
  for (const study::Explanation& e : all) {
    double weight = 0;
    for (std::size_t d = 0; d < static_cast<std::size_t>(view.result.draws); ++d)
      weight += view.result.probabilities.pathways[e.pathway][d] * view.result.losses[0].loss[e.pathway][d];
    if (weight > most || (best && weight == most && !e.worst)) most = weight, best = &e;
  }
  return best;
}

} // namespace

CriticalLinks critical_links(const supply::ItemNetwork& network, const std::vector<double>& values) {
  CriticalLinks links{std::vector<bool>(network.suppliers.size()), std::vector<bool>(network.items.size()),
                      std::vector<bool>(network.inputs.size()), std::vector<bool>(network.demands.size())};
  for (supply::Index s = 0; s < network.suppliers.size(); ++s) {
    if (network.suppliers[s].makes) continue;
    const std::vector<double> left = supply::what_remains(network, values, {{}, {s}, {}});
    if (std::any_of(left.begin(), left.end(), [](double part) { return part <= half; }))
      links.suppliers[s] = links.items[network.suppliers[s].item] = true;
  }
  for (const supply::Index i : network.order)
    for (std::size_t r = 0; r < network.inputs.size(); ++r) {
      const supply::Input& input = network.inputs[r];
      if (input.item != i || input.input_class != supply::InputClass::Essential || !links.items[input.input]) continue;
      links.inputs[r] = links.items[i] = true;
    }
  for (std::size_t r = 0; r < network.demands.size(); ++r)
    links.demands[r] =
        network.demands[r].input_class == supply::InputClass::Essential && links.items[network.demands[r].item];
  return links;
}

std::vector<Block> exposure_blocks(const StudyView& view) {
  return {concentration_block(view), exposure_block(view), critical_block(view)};
}

std::vector<Block> explanation_blocks(const StudyView& view) {
  const std::vector<study::Explanation> all = study::explanations(view.study, view.result);
  const study::Explanation* main = main_chain(view, all);
  if (!main) return {};
  TraceChart chart{
      .text = {{"なぜ止まったか", "Why it stopped"},
               {"上から下へ、足りなくなった用途から衝撃まで。", "From the short end use down to the shock."}}};
  for (std::size_t c = 0; c < main->chain.size(); ++c)
    chart.steps.push_back({kind_words(main->chain[c].kind), main->sentences[c], ""});
  ChartBlock picture{.id = "chart-why", .chart = chart};
  picture.caption = {"なぜ止まったか：" + view.study.pathways[main->pathway].title.ja +
                         (main->worst ? "（最悪の標本）" : "（中央の標本）"),
                     "Why it stopped: " + view.study.pathways[main->pathway].title.en +
                         (main->worst ? " (worst draw)" : " (median draw)")};
  picture.limits = words({"各段階で最も大きな原因だけをたどります。損失を原因に割り振るものではありません。",
                          "Follows the greatest cause at each step; it does not divide the loss among causes."});
  TableBlock table{.id = "explanation",
                   .caption = {"損失の経路（中央と最悪の標本）", "Causes of the losses (median and worst draws)"},
                   .columns = {{{"展開経路", "Pathway"}},
                               {{"標本", "Draw"}},
                               {{"損失", "Loss"}, money_unit(view)},
                               {{"最初に足りなくなったもの", "First shortage"}},
                               {{"元の原因", "What began it"}}},
                   .header_columns = 2,
                   .note = {"途中の段階は results/explanation.csv にあります。日数は基準日から。",
                            "The steps between stand in results/explanation.csv. Days count from the as-of date."}};
  for (const study::Explanation& e : all)
    table.rows.push_back({text_cell(view.study.pathways[e.pathway].title),
                          text_cell(e.worst ? LocalizedText{"最悪", "worst"} : LocalizedText{"中央", "median"}),
                          number_cell({.value = e.loss / money_scale(view)}), text_cell(e.sentences.front()),
                          text_cell(e.sentences.back())});
  return {picture, table};
}

} // namespace rashin::report

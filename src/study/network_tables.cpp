#include "study/network_tables.h"

#include "study/effects.h"
#include "study/table_builder.h"
#include "supply/balance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rashin::study {
namespace {

using supply::Index;

/// The base values of one draw before any option, balanced.
std::vector<double> network_of_draw(const Study& study, const RunResult& result, std::size_t draw) {
  const int first = static_cast<int>(draw) / supply::lane_count * supply::lane_count;
  const DrawBlock block(result.parameters, result.draws, first);
  std::vector<supply::Lanes> lanes = base_values(study, block);
  supply::balance_lanes(study.network, lanes);
  std::vector<double> values;
  for (const supply::Lanes& slot : lanes) values.push_back(slot[static_cast<int>(draw) - first]);
  return values;
}

supply::DrawShock shock_of_draw(const Study& study, const RunResult& result, const ShockRecord& record,
                                std::size_t draw) {
  const auto in = [&](ParameterIndex index, const char* unit) {
    return convert(result.parameters[index][draw], study.parameters[index].unit, parse_unit(unit, {}).value(), {})
        .value();
  };
  return {in(record.magnitude, "share"), in(record.start, "day"), in(record.duration, "day"),
          record.recovery ? in(*record.recovery, "day") : 0};
}

/// Draws of a pathway by loss, the smaller first; equal ones in their order.
std::vector<std::size_t> by_loss(const std::vector<double>& losses) {
  std::vector<std::size_t> order(losses.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return losses[a] < losses[b]; });
  return order;
}

std::vector<LocalizedText> sentences_of(const Study& study, const PathwayRecord& pathway,
                                        std::vector<supply::Shock> shocks,
                                        const std::vector<supply::NetworkCause>& chain) {
  std::vector<LocalizedText> sentences;
  const auto titled = [&](Language language) {
    for (std::size_t k = 0; k < shocks.size(); ++k) {
      const ShockRecord& record = study.shocks[pathway.shocks[k]];
      shocks[k].id = record.title.empty() ? record.id : record.title.in(language);
    }
  };
  titled(Language::Japanese);
  for (const auto& cause : chain) sentences.push_back({describe(study.network, shocks, cause).ja, ""});
  titled(Language::English);
  for (std::size_t c = 0; c < chain.size(); ++c) sentences[c].en = describe(study.network, shocks, chain[c]).en;
  return sentences;
}

std::optional<Explanation> explain_draw(const Study& study, const RunResult& result, std::size_t p, std::size_t draw) {
  Explanation e{.pathway = p, .draw = draw, .loss = result.losses[0].loss[p][draw]};
  if (!(e.loss > 0)) return std::nullopt;
  for (Index u = 1; u < study.network.end_uses.size(); ++u)
    if (result.end_use_loss[u][p][draw] > result.end_use_loss[e.end_use][p][draw]) e.end_use = u;
  std::vector<supply::Shock> shocks;
  std::vector<supply::DrawShock> numbers;
  for (const std::size_t s : study.pathways[p].shocks) {
    shocks.push_back(study.shocks[s].shock);
    numbers.push_back(shock_of_draw(study, result, study.shocks[s], draw));
  }
  const supply::NetworkTrace trace(study.network, network_of_draw(study, result, draw), shocks, numbers,
                                   study.header.horizon_days);
  const std::optional<int> day = trace.first_short_day(e.end_use);
  if (!day) return std::nullopt;
  e.day = *day;
  e.chain = trace.explain(e.end_use, *day);
  e.sentences = sentences_of(study, study.pathways[p], shocks, e.chain);
  return e;
}

std::string_view word_of(supply::NetworkCauseKind kind) {
  constexpr std::string_view words[] = {"short-input", "held-up",    "cut",      "stopped",      "diverted",
                                        "surge",       "asked-more", "stood-in", "ordered-less", "scarce"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view word_of(supply::NodeKind kind) {
  constexpr std::string_view words[] = {"country", "supplier", "passage"};
  return words[static_cast<std::size_t>(kind)];
}

} // namespace

std::vector<double> median_network(const Study& study, const RunResult& result) {
  std::vector<double> values = supply::absent_values(study.network);
  for (std::size_t s = 0; s < values.size(); ++s)
    if (study.slot_parameter[s])
      values[s] = policy::summarize(result.parameters[*study.slot_parameter[s]]).p50 * study.slot_factor[s];
  const auto balanced = supply::balance(study.network, values);
  return balanced ? balanced->values : values;
}

std::vector<Explanation> explanations(const Study& study, const RunResult& result) {
  std::vector<Explanation> list;
  for (std::size_t p = 0; p < study.pathways.size(); ++p) {
    const std::vector<std::size_t> order = by_loss(result.losses[0].loss[p]);
    for (const bool worst : {false, true}) {
      auto e = explain_draw(study, result, p, worst ? order.back() : order[(order.size() - 1) / 2]);
      if (!e) continue;
      e->worst = worst;
      list.push_back(std::move(*e));
    }
  }
  return list;
}

ResultTable concentration_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "item, or item.passage")
      .number("suppliers", "1", "countries with a normal supply")
      .number("hhi", "1", "Herfindahl-Hirschman index over countries, 0...1, at the medians")
      .text("top1", "the largest country")
      .number("top1_share", "share", "of the item's normal supply; of a passage, the part that runs through it")
      .number("top3_share", "share", "the three largest countries")
      .number("depth", "1", "longest chain of makers below the item");
  const std::vector<double> values = median_network(study, result);
  const std::vector<int> depth = supply::dependency_depth(study.network);
  for (Index i = 0; i < study.network.items.size(); ++i) {
    const auto shares = supply::country_shares(study.network, values, i);
    const supply::Concentration c = supply::concentration(shares);
    b.begin_row();
    b.put(study.network.items[i].id), b.put(static_cast<double>(shares.size())), b.put(c.hhi);
    b.put(shares.empty() ? "" : std::string_view(shares.front().name)), b.put(c.top1), b.put(c.top3);
    b.put(static_cast<double>(depth[i]));
    for (const supply::NamedShare& passage : supply::passage_shares(study.network, values, i)) {
      b.begin_row();
      b.put(study.network.items[i].id + "." + passage.name), b.skip(2), b.put(passage.name), b.put(passage.share),
          b.skip(2);
    }
  }
  return b.finish("concentration", {"供給の集中", "Concentration of supply"});
}

ResultTable exposure_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "end-use.country, or end-use.country.item")
      .text("end_use", "end_uses.csv")
      .text("country", "supply.csv")
      .text("item", "items.csv; empty: all items together")
      .number("amount", "", "of the item a year, through all tiers")
      .text("unit", "items.csv")
      .number("share", "share",
              "of the end use's need for the item; all items: of its output that stops without the "
              "country, before any stock")
      .number("value_added", study.header.currency + "/year", "the end use's value added times the share");
  const auto& network = study.network;
  const std::vector<double> values = median_network(study, result);
  const std::vector<supply::LookThrough> rows = supply::look_through(network, values);
  for (Index e = 0; e < network.end_uses.size(); ++e)
    for (const std::string& country : network.countries) {
      const std::string id = network.end_uses[e].id + "." + country;
      const double lost = 1 - supply::what_remains(network, values, {{country}, {}, {}})[e];
      bool used = false;
      for (const supply::LookThrough& row : rows) used |= row.end_use == e && row.country == country;
      if (!used) continue;
      b.begin_row();
      b.put(id), b.put(network.end_uses[e].id), b.put(country), b.put(""), b.skip(), b.put(""), b.put(lost),
          b.put(lost * values[network.end_uses[e].value_added]);
      for (const supply::LookThrough& row : rows) {
        if (row.end_use != e || row.country != country) continue;
        const supply::Item& item = network.items[row.item];
        b.begin_row();
        b.put(id + "." + item.id), b.put(network.end_uses[e].id), b.put(country), b.put(item.id), b.put(row.amount),
            b.put(item.unit + "/year"), b.put(row.share), b.put(row.value_added);
      }
    }
  return b.finish("exposure", {"国別の依存（全段階を通じて）", "Exposure to countries through all tiers"});
}

ResultTable critical_nodes_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "kind.name of a country, passage or supplier")
      .text("kind", "country, passage or supplier")
      .number("value_added", study.header.currency + "/year", "that stops without it before any stock or spare")
      .text("stops", "end uses of which nothing is left, even with all spare running")
      .number("survives", "day",
              "from its complete loss until the first end use is short (time to survive); missing: "
              "not within the horizon");
  const auto& network = study.network;
  const std::vector<double> values = median_network(study, result);
  std::vector<supply::NodeLoss> losses = supply::node_losses(network, values);
  std::erase_if(losses, [](const supply::NodeLoss& l) { return !(l.value_added > 0); });
  std::stable_sort(losses.begin(), losses.end(),
                   [](const auto& a, const auto& z) { return a.value_added > z.value_added; });
  std::vector<supply::Node> nodes;
  for (const supply::NodeLoss& loss : losses) nodes.push_back(loss.node);
  const auto days = supply::survival(network, values, nodes, study.header.horizon_days);
  for (std::size_t n = 0; n < losses.size(); ++n) {
    supply::Loss gone;
    if (nodes[n].kind == supply::NodeKind::Country) gone.countries = {nodes[n].name};
    if (nodes[n].kind == supply::NodeKind::Supplier) gone.suppliers = {nodes[n].of};
    if (nodes[n].kind == supply::NodeKind::Passage) gone.passages = {nodes[n].of};
    const std::vector<double> left = supply::what_remains(network, values, gone, {true});
    std::string stops;
    double first = std::numeric_limits<double>::infinity();
    for (Index e = 0; e < network.end_uses.size(); ++e) {
      if (left[e] < 1e-9) stops += (stops.empty() ? "" : ";") + network.end_uses[e].id;
      first = std::min(first, days[n][e]);
    }
    b.begin_row();
    b.put(std::string(word_of(nodes[n].kind)) + "." + nodes[n].name), b.put(word_of(nodes[n].kind)),
        b.put(losses[n].value_added), b.put(stops), b.put(first);
  }
  return b.finish("critical_nodes", {"止まると損失が生じる国・海峡・供給者", "Countries, passages and suppliers whose "
                                                                             "loss costs value added"});
}

ResultTable explanation_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "pathway.median or pathway.worst, and the step")
      .text("pathway", "pathways.yaml")
      .text("which", "median or worst draw of the pathway by loss, without any option")
      .number("draw", "1", "from 0")
      .number("step", "1", "from the short end use (1) back to the shock")
      .number("day", "day", "after the as-of date")
      .text("kind", "docs/methods/item-network.md")
      .text("end_use", "that lost most in the draw, on its first short day")
      .text("item", "items.csv")
      .text("supplier", "supply.csv")
      .text("passage", "routes.csv")
      .text("shock", "pathways.yaml")
      .number("share", "share", "part got or made; of cuts and the like, the missing part of the normal supply")
      .text("cause_ja", "")
      .text("cause_en", "");
  const auto& network = study.network;
  for (const Explanation& e : explanations(study, result)) {
    const PathwayRecord& pathway = study.pathways[e.pathway];
    for (std::size_t c = 0; c < e.chain.size(); ++c) {
      const supply::NetworkCause& cause = e.chain[c];
      const std::string which = e.worst ? "worst" : "median";
      b.begin_row();
      b.put(pathway.id + "." + which + "." + std::to_string(c + 1)), b.put(pathway.id), b.put(which);
      b.put(static_cast<double>(e.draw)), b.put(static_cast<double>(c + 1)), b.put(static_cast<double>(cause.day));
      b.put(word_of(cause.kind)), b.put(network.end_uses[e.end_use].id);
      b.put(cause.item ? std::string_view(network.items[*cause.item].id) : std::string_view());
      b.put(cause.supplier ? std::string_view(network.suppliers[*cause.supplier].id) : std::string_view());
      b.put(cause.passage ? std::string_view(network.passages[*cause.passage]) : std::string_view());
      b.put(cause.shock ? std::string_view(study.shocks[pathway.shocks[*cause.shock]].id) : std::string_view());
      b.put(cause.share), b.put(e.sentences[c].ja), b.put(e.sentences[c].en);
    }
  }
  return b.finish("explanation", {"損失の経路（なぜ止まったか）", "Why an end use was short"});
}

} // namespace rashin::study

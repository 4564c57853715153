// Steps 3 and 4: centre of gravity, systems and networks, and the technologies that they are made of.
#include "report/assessment_parts.h"
#include "report/assessment_words.h"

#include <algorithm>
#include <array>

namespace rashin::report {
namespace {

using assessment::Assessment;
using balance::GravityKind;

Prose gravity_prose(const AssessmentView& view, std::size_t node) {
  const assessment::GravityText& text = view.assessment.gravity_texts[node];
  Prose prose{{"{0}{1}", "{0} {1}"}, {plain(text.title)}};
  if (text.by == "example")
    prose.parts.emplace_back(plain({"（例示）", "(illustrative)"}));
  else if (!text.claims.empty())
    prose.parts.emplace_back(cite(view.view, text.claims));
  else
    prose.parts.emplace_back(plain({"（" + text.by + "）", "(" + text.by + ")"}));
  return prose;
}

std::vector<std::size_t> below(const balance::GravityGraph& graph, std::size_t node) {
  std::vector<std::size_t> result;
  for (const balance::GravityEdge& edge : graph.edges)
    if (edge.from == graph.nodes[node].id)
      for (std::size_t n = 0; n < graph.nodes.size(); ++n)
        if (graph.nodes[n].id == edge.to) result.push_back(n);
  return result;
}

/// One line per way from a centre of gravity down to a requirement, with what makes it vulnerable.
TableBlock gravity_table(const AssessmentView& view) {
  const balance::GravityGraph& graph = view.assessment.gravity;
  TableBlock table{.id = "gravity",
                   .caption = {"重心から脆弱性まで", "From the centre of gravity to its vulnerabilities"}};
  table.columns = {{{"重心", "Centre of gravity"}},
                   {{"重要な能力（何をするか）", "Critical capability: what it does"}},
                   {{"重要な要件（何が要るか）", "Critical requirement: what that takes"}},
                   {{"重要な脆弱性", "Critical vulnerability"}},
                   {{"及ぶ範囲", "Reach"}, {"重心の能力のうち %", "% of the centre's capabilities"}}};
  for (std::size_t c = 0; c < graph.nodes.size(); ++c) {
    if (graph.nodes[c].kind != GravityKind::Centre) continue;
    const LocalizedText country = country_words(graph.nodes[c].side);
    for (const std::size_t capability : below(graph, c))
      for (const std::size_t requirement : below(graph, capability)) {
        Prose weak;
        Figure reach;
        for (std::size_t v = 0; v < graph.nodes.size(); ++v) {
          if (graph.nodes[v].kind != GravityKind::Vulnerability) continue;
          if (graph.nodes[v].requirement != graph.nodes[requirement].id) continue;
          weak = gravity_prose(view, v);
          reach = plain_figure(view.view, "gravity", graph.nodes[v].id, "reach_share", 0.01);
        }
        Prose centre = gravity_prose(view, c);
        centre.text = {"{2}：" + centre.text.ja, "{2}: " + centre.text.en};
        centre.parts.emplace_back(plain(country));
        const bool open = !weak.parts.empty();
        table.rows.push_back({prose_cell(centre), prose_cell(gravity_prose(view, capability)),
                              prose_cell(gravity_prose(view, requirement)),
                              open ? prose_cell(weak) : text_cell({"挙げられていない", "none named"}),
                              open ? number_cell(reach) : text_cell({"", ""})});
      }
  }
  return table;
}

ChartBlock graph_chart(const AssessmentView& view, std::size_t index) {
  const assessment::SystemsGraph& graph = view.assessment.graphs[index];
  const assessment::GraphRow& row = view.result.graphs[index];
  const LocalizedText country = country_words(graph.party), sink = graph.titles[graph.graph.sink];
  NetworkChart chart{.text = {{country.ja + "：" + sink.ja, country.en + ": " + sink.en},
                              {"左から右へ進む経路。節の数字は可用率の平均。",
                               "Ways lead from left to right. Numbers on the nodes are mean availabilities."}}};
  int layers = 0;
  for (const auto& node : graph.graph.nodes) layers = std::max(layers, node.layer);
  for (int layer = 0; layer <= layers; ++layer)
    chart.tiers.push_back(layer == 0        ? LocalizedText{"起点", "Sources"}
                          : layer == layers ? LocalizedText{"効果", "Effect"}
                                            : LocalizedText{"中間", "Between"});
  for (std::size_t v = 0; v < graph.graph.nodes.size(); ++v) {
    NetworkNode node{.id = graph.graph.nodes[v].id, .name = graph.titles[v], .tier = graph.graph.nodes[v].layer};
    if (graph.availability[v]) {
      const Plain percent = percent_words(
          plain_figure(view.view, "systems", graph.id + "." + node.id, "availability_mean").value.value_or(0));
      node.badge = percent.text;
    }
    node.critical = row.cut && std::find(row.cut->begin(), row.cut->end(), v) != row.cut->end();
    chart.nodes.push_back(node);
  }
  for (const auto& edge : graph.graph.edges)
    chart.arcs.push_back({.from = graph.graph.nodes[edge.from].id, .to = graph.graph.nodes[edge.to].id});
  ChartBlock block{.id = "chart-graph-" + graph.id, .chart = chart};
  block.limits = words({"最小カットは、失えば経路がすべて断たれる最も少ない節の組です。",
                        "A smallest cut: the fewest nodes whose loss leaves no way."});
  return block;
}

TableBlock graph_table(const AssessmentView& view, std::size_t index) {
  const assessment::SystemsGraph& graph = view.assessment.graphs[index];
  TableBlock table{.id = "graph-" + graph.id, .caption = {"各節の重み", "What each node counts for"}};
  table.columns = {{{"節", "Node"}},
                   {{"可用率", "Availability"}, {"%", "%"}},
                   {{"重要度", "Importance"}, {"ポイント", "points"}},
                   {{"失う経路", "Ways lost"}},
                   {{"最小カット", "Smallest cut"}}};
  const assessment::GraphRow& row = view.result.graphs[index];
  for (std::size_t v = 0; v < graph.graph.nodes.size(); ++v) {
    if (v == graph.graph.sink) continue;
    const std::string id = graph.id + "." + graph.graph.nodes[v].id;
    const bool cut = row.cut && std::find(row.cut->begin(), row.cut->end(), v) != row.cut->end();
    table.rows.push_back({text_cell(graph.titles[v]),
                          number_cell(plain_figure(view.view, "systems", id, "availability_mean", 0.01)),
                          number_cell(plain_figure(view.view, "systems", id, "importance", 0.01)),
                          number_cell(plain_figure(view.view, "systems", id, "paths")),
                          text_cell(cut ? LocalizedText{"含まれる", "part of it"} : LocalizedText{"", ""})});
  }
  table.note = {"重要度は、その節が働くときと働かないときの、経路が成り立つ確率の差（Birnbaum）。",
                "Importance: by how much the probability of some way differs between the node working and failing "
                "(Birnbaum)."};
  return table;
}

TableBlock denial_table(const AssessmentView& view, std::size_t index) {
  const assessment::SystemsGraph& graph = view.assessment.graphs[index];
  TableBlock table{.id = "denials-" + graph.id,
                   .caption = {"技術が一つ使えないときに失われるもの", "What is lost when one technology is denied"}};
  table.columns = {{{"使えない技術", "Technology denied"}},
                   {{"経路が成り立つ確率", "Some way works"}, {"%", "%"}},
                   {{"失う分", "Lost"}, {"ポイント", "points"}},
                   {{"残る経路", "Ways left"}}};
  for (const assessment::DenialRow& row : view.result.denials) {
    if (row.graph != index) continue;
    const std::string id = graph.id + "." + view.assessment.decomposition.parts[row.part].id;
    table.rows.push_back({text_cell(view.assessment.part_titles[row.part].title),
                          number_cell(plain_figure(view.view, "denials", id, "works_after", 0.01)),
                          number_cell(plain_figure(view.view, "denials", id, "lost_share", 0.01)),
                          number_cell(plain_figure(view.view, "denials", id, "paths_after"))});
  }
  return table;
}

Section graph_section(const AssessmentView& view, std::size_t index) {
  const assessment::SystemsGraph& graph = view.assessment.graphs[index];
  const LocalizedText country = country_words(graph.party), sink = graph.titles[graph.graph.sink];
  Section section{.id = "graph-" + graph.id + "-part",
                  .title = {country.ja + "：" + sink.ja, country.en + ": " + sink.en},
                  .numbered = false};
  section.blocks.push_back(paragraph({"経路は {0} 本あり、そのいずれかが成り立つ確率は {1} です。",
                                      "There are {0} ways; the probability that some way works is {1}."},
                                     {plain_figure(view.view, "systems", graph.id, "paths"),
                                      figure_of(view.view, "systems", graph.id, "works", 0.01, {"%", "%"})}));
  section.blocks.push_back(graph_chart(view, index));
  section.blocks.push_back(graph_table(view, index));
  if (const TableBlock denials = denial_table(view, index); !denials.rows.empty()) section.blocks.push_back(denials);
  return section;
}

} // namespace

Section gravity_section(const AssessmentView& view) {
  Section section{.id = "step-3",
                  .title = {"ステップ3：軍事バランスの重心と、それに関わる兵器システム・ネットワーク",
                            "Step 3: centre of gravity, weapon systems and networks"}};
  if (!view.assessment.gravity.nodes.empty()) section.blocks.push_back(gravity_table(view));
  if (!view.assessment.operations.empty()) section.children.push_back(operations_section(view));
  for (std::size_t g = 0; g < view.assessment.graphs.size(); ++g) section.children.push_back(graph_section(view, g));
  section.blocks.push_back(Callout{
      CalloutKind::Limit,
      {},
      {words({"節は互いに独立に故障すると仮定しています。実際の攻撃は複数の節を同時に狙うため、確率は楽観的です。"
              "紛争の結果を示すものではありません。",
              "Nodes are taken to fail independently. An attack aims at several at once, so the probabilities "
              "are optimistic. No outcome of a conflict is shown."})}});
  return section;
}

Section technologies_section(const AssessmentView& view) {
  Section section{.id = "step-4",
                  .title = {"ステップ4：システムを構成する技術", "Step 4: what the systems are made of"}};
  const Assessment& assessment = view.assessment;
  constexpr std::array<std::string_view, 4> levels{"system", "subsystem", "technology", "element"};
  TableBlock table{.id = "uses", .caption = {"技術がどのシステムに関わるか（逆引き）", "Where a technology bears"}};
  table.columns = {{{"技術", "Technology"}}, {{"段", "Level"}}, {{"システムからの経路", "Ways down from a system"}}};
  for (std::size_t p = 0; p < assessment.decomposition.parts.size(); ++p) {
    if (assessment.decomposition.parts[p].level == balance::PartLevel::System) continue;
    LocalizedText ways;
    for (const balance::PartWay& way : balance::used_in(assessment.decomposition, p)) {
      std::vector<LocalizedText> steps;
      for (const std::size_t part : way.parts) steps.push_back(assessment.part_titles[part].title);
      if (steps.size() > 1) steps.pop_back(); // the part itself
      LocalizedText one;
      for (const LocalizedText& step : steps) {
        one.ja += (one.ja.empty() ? "" : " → ") + step.ja;
        one.en += (one.en.empty() ? "" : " → ") + step.en;
      }
      ways.ja += (ways.ja.empty() ? "" : "／") + one.ja, ways.en += (ways.en.empty() ? "" : " / ") + one.en;
    }
    table.rows.push_back(
        {text_cell(assessment.part_titles[p].title),
         text_cell(assessment_word(levels[static_cast<std::size_t>(assessment.decomposition.parts[p].level)])),
         text_cell(ways)});
  }
  section.blocks.push_back(table);
  return section;
}

} // namespace rashin::report

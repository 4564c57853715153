#include "assessment/table_parts.h"

#include "core/country.h"
#include "core/id.h"
#include "math/statistics.h"

#include <algorithm>

namespace rashin::assessment {
namespace {

using study::ResultTable;
using study::TableBuilder;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "; ") + word;
  return text;
}

std::string_view word_of(balance::GravityKind kind) {
  constexpr std::string_view words[]{"centre", "capability", "requirement", "vulnerability"};
  return words[static_cast<int>(kind)];
}

double grade_or_none(const std::optional<std::size_t>& count) {
  return count ? static_cast<double>(*count) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

TableBuilder titled(std::string_view id) {
  TableBuilder b;
  b.text("id", std::string(id)).text("title_ja", "as written").text("title_en", "as written");
  return b;
}

std::string cell_id(const Assessment& assessment, const Cell& cell) {
  return join_key(
      {assessment.decomposition.parts[cell.part].id, assessment.parties[cell.party].id, assessment.axes[cell.axis].id});
}

std::string asymmetry_id(const Assessment& assessment, std::size_t part, std::size_t axis, std::string_view versus) {
  return join_key({assessment.decomposition.parts[part].id, assessment.axes[axis].id, versus});
}

ResultTable dossiers_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("technology.country.axis");
  b.text("state", "number, text or unknown")
      .text("text_ja", "as written")
      .text("text_en", "as written")
      .summary("value", "as its axis", "draws")
      .text("basis", "claims")
      .text("by", "whose judgement");
  for (const Cell& cell : assessment.cells) {
    const LocalizedText &part = assessment.part_titles[cell.part].title, &axis = assessment.axes[cell.axis].title;
    const std::string& code = assessment.parties[cell.party].id;
    const Country* found = find_country(code);
    const LocalizedText country = found ? found->short_name : LocalizedText{code, code};
    b.begin_row();
    b.put(cell_id(assessment, cell)), b.put(part.ja + "・" + country.ja + "：" + axis.ja);
    b.put(part.en + ", " + country.en + ": " + axis.en);
    b.put(cell.unknown ? "unknown" : cell.value ? "number" : "text"), b.put(cell.text.ja), b.put(cell.text.en);
    if (cell.value)
      b.put(policy::summarize(result.values.parameters[*cell.value]));
    else
      b.skip(4);
    std::vector<std::string> claims;
    for (const std::string& claim : cell.claims) claims.push_back("claim:" + claim);
    b.put(joined(claims)), b.put(cell.by);
  }
  return b.finish("dossiers", {"各国の防衛利用", "Dossiers"});
}

ResultTable coverage_table(const Assessment& assessment) {
  TableBuilder b;
  b.text("id", "technology.country");
  for (const char* name : {"known", "unknown", "blank"})
    b.number(name, "1", "cells: with a source, looked for in vain, not looked at");
  for (const std::size_t part : assessment.dossier_parts())
    for (std::size_t p = 0; p < assessment.parties.size(); ++p) {
      double known = 0, unknown = 0;
      for (std::size_t a = 0; a < assessment.axes.size(); ++a)
        if (const Cell* cell = assessment.find_cell(part, a, p)) (cell->unknown ? unknown : known) += 1;
      b.begin_row();
      b.put(join_key({assessment.decomposition.parts[part].id, assessment.parties[p].id}));
      b.put(known), b.put(unknown), b.put(static_cast<double>(assessment.axes.size()) - known - unknown);
    }
  return b.finish("coverage", {"記入の状況", "Coverage"});
}

ResultTable gravity_table(const Assessment& assessment) {
  TableBuilder b = titled("gravity.csv");
  b.text("kind", "gravity.csv").text("side", "gravity.csv").text("of", "the step above");
  b.number("reach_share", "share",
           "vulnerabilities: of the capabilities of their centre, those that rest on the requirement");
  const auto reach = balance::vulnerability_reach(assessment.gravity);
  for (std::size_t n = 0; n < assessment.gravity.nodes.size(); ++n) {
    const balance::GravityNode& node = assessment.gravity.nodes[n];
    std::vector<std::string> above;
    for (const balance::GravityEdge& edge : assessment.gravity.edges)
      if (edge.to == node.id) above.push_back(edge.from);
    if (!node.requirement.empty()) above.push_back(node.requirement);
    b.begin_row();
    b.put(node.id), b.put(assessment.gravity_texts[n].title.ja), b.put(assessment.gravity_texts[n].title.en);
    b.put(word_of(node.kind)), b.put(node.side), b.put(joined(above));
    const auto found =
        std::find_if(reach.begin(), reach.end(), [&](const auto& r) { return r.vulnerability == node.id; });
    if (found == reach.end())
      b.skip();
    else
      b.put(found->share);
  }
  return b.finish("gravity", {"重心の図", "Centre of gravity"});
}

ResultTable systems_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("graph or graph.node");
  b.text("side", "systems.csv").number("layer", "1", "systems.csv");
  b.number("availability_mean", "share", "draws").summary("works", "share", "graphs: some way works");
  b.number("importance", "share", "works if the node does, less works if it does not, at mean availabilities");
  b.number("paths", "1", "graphs: ways in all; nodes: ways lost without it")
      .text("in_cut", "of a smallest cut of inner nodes");
  for (std::size_t g = 0; g < assessment.graphs.size(); ++g) {
    const SystemsGraph& graph = assessment.graphs[g];
    const GraphRow& row = result.graphs[g];
    const LocalizedText& sink = graph.titles[graph.graph.sink];
    b.begin_row();
    b.put(graph.id), b.put(sink.ja), b.put(sink.en), b.put(graph.party), b.skip(2), b.put(policy::summarize(row.works));
    b.skip(), b.put(row.paths), b.put("");
    for (std::size_t v = 0; v < graph.graph.nodes.size(); ++v) {
      if (v == graph.graph.sink) continue;
      const bool in_cut = row.cut && std::find(row.cut->begin(), row.cut->end(), v) != row.cut->end();
      b.begin_row();
      b.put(graph.id + "." + graph.graph.nodes[v].id), b.put(graph.titles[v].ja), b.put(graph.titles[v].en);
      b.put(graph.party), b.put(static_cast<double>(graph.graph.nodes[v].layer));
      b.put(graph.availability[v] ? math::mean(result.values.parameters[*graph.availability[v]]) : 1.0), b.skip(4);
      b.put(row.middle.birnbaum[v]), b.put(row.paths - balance::path_count(graph.graph, std::vector<std::size_t>{v}));
      b.put(in_cut ? "yes" : "no");
    }
  }
  return b.finish("systems", {"兵器システムとネットワーク", "Systems and networks"});
}

ResultTable denials_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("graph.technology");
  b.number("works_before", "share", "at mean availabilities").number("works_after", "share", "without the technology");
  b.number("lost_share", "share", "before less after")
      .number("paths_before", "1", "ways")
      .number("paths_after", "1", "ways");
  b.number("cut_before", "1", "size of a smallest cut").number("cut_after", "1", "the same without the technology");
  for (const DenialRow& row : result.denials) {
    const balance::Denial& d = row.denial;
    const LocalizedText& title = assessment.part_titles[row.part].title;
    b.begin_row();
    b.put(assessment.graphs[row.graph].id + "." + assessment.decomposition.parts[row.part].id), b.put(title.ja),
        b.put(title.en);
    b.put(d.works_before), b.put(d.works_after), b.put(d.works_before - d.works_after), b.put(d.paths_before);
    b.put(d.paths_after), b.put(grade_or_none(d.cut_before)), b.put(grade_or_none(d.cut_after));
  }
  return b.finish("denials", {"技術が使えないときに失われるもの", "What a denied technology costs"});
}

ResultTable uses_table(const Assessment& assessment) {
  TableBuilder b = titled("technologies.csv");
  b.text("level", "technologies.csv")
      .number("ways", "1", "ways from a system down to it")
      .text("systems", "that use it");
  constexpr std::string_view levels[]{"system", "subsystem", "technology", "element"};
  for (std::size_t p = 0; p < assessment.decomposition.parts.size(); ++p) {
    const auto ways = balance::used_in(assessment.decomposition, p);
    std::vector<std::string> systems;
    for (const balance::PartWay& way : ways)
      if (const std::string& id = assessment.decomposition.parts[way.parts.front()].id;
          systems.empty() || systems.back() != id)
        systems.push_back(id);
    b.begin_row();
    b.put(assessment.decomposition.parts[p].id), b.put(assessment.part_titles[p].title.ja),
        b.put(assessment.part_titles[p].title.en);
    b.put(levels[static_cast<int>(assessment.decomposition.parts[p].level)]), b.put(static_cast<double>(ways.size()));
    b.put(joined(systems));
  }
  return b.finish("uses", {"技術が関わるシステム", "Where a technology bears"});
}

ResultTable asymmetries_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("technology.axis.versus");
  b.text("state", "compared, unknown, or the scale says nothing").text("scale", "of the axis");
  for (const char* name : {"difference_p5", "difference_p50", "difference_p95"})
    b.number(name, "of the scale", "own side ahead where positive");
  b.number("sign", "1", "1 or -1 where the 90 % interval lies on one side of zero")
      .text("size", "anchors of the method page");
  b.number("confidence", "1", "1 to 5").number("ahead_share", "share", "draws in which the own side is ahead");
  constexpr std::string_view scales[]{"ratio", "robust", "anchored", "text"};
  for (const AsymmetryRow& row : result.asymmetries) {
    const Axis& axis = assessment.axes[row.axis];
    const LocalizedText& title = assessment.part_titles[row.part].title;
    b.begin_row();
    b.put(asymmetry_id(assessment, row.part, row.axis, row.versus));
    b.put(title.ja + "：" + axis.title.ja), b.put(title.en + ": " + axis.title.en);
    b.put(row.result  ? "compared"
          : row.known ? "scale-says-nothing"
                      : "unknown"),
        b.put(scales[static_cast<int>(axis.scale)]);
    if (row.result) {
      b.put(row.result->p5), b.put(row.result->p50), b.put(row.result->p95),
          b.put(static_cast<double>(row.result->sign));
      b.put(row.result->size), b.put(static_cast<double>(row.result->confidence)), b.put(row.result->ahead);
    } else {
      b.skip(4), b.put(""), b.skip(2);
    }
  }
  return b.finish("asymmetries", {"非対称", "Asymmetries"});
}

} // namespace rashin::assessment

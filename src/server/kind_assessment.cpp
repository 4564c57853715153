#include "assessment/read.h"
#include "assessment/run.h"
#include "core/country.h"
#include "report/assessment_report.h"
#include "report/html.h"
#include "server/kinds.h"

#include <algorithm>
#include <thread>

namespace rashin::server {

Result<OpenWork> open_assessment(const FileSet& files) {
  auto read = assessment::read_assessment(files);
  if (!read) return read.diagnostics();
  Diagnostics notes = read.diagnostics();
  assessment::Assessment work = read.take();
  OpenWork open = open_header(work.common);
  auto& names = open.names;
  for (const assessment::Party& party : work.parties) {
    const Country* country = find_country(party.id);
    names[party.own ? "own" : "others"].emplace_back(party.id,
                                                     country ? country->short_name : LocalizedText{party.id, party.id});
  }
  for (const assessment::Axis& axis : work.axes) names["axes"].emplace_back(axis.id, axis.title);
  for (std::size_t p = 0; p < work.part_titles.size(); ++p)
    names["technologies"].emplace_back(work.decomposition.parts[p].id, work.part_titles[p].title);
  for (const std::size_t part : work.dossier_parts())
    names["dossiers"].emplace_back(work.decomposition.parts[part].id, work.part_titles[part].title);
  for (std::size_t n = 0; n < work.gravity_texts.size(); ++n)
    names["gravity"].emplace_back(work.gravity.nodes[n].id, work.gravity_texts[n].title);
  for (const assessment::SystemsGraph& graph : work.graphs)
    for (std::size_t v = 0; v < graph.titles.size(); ++v)
      names["systems"].emplace_back(graph.id + "." + graph.graph.nodes[v].id, graph.titles[v]);
  for (const assessment::CurvePair& pair : work.curves) names["curves"].emplace_back(pair.id, pair.title);
  for (const assessment::Concept& each : work.concepts) names["concepts"].emplace_back(each.id, each.title);
  open.parameters = std::move(work.common.parameters);
  return {std::move(open), std::move(notes)};
}

Result<FileSet> run_assessment(const RunOrder& order) {
  const auto read = assessment::read_assessment(order.read.files);
  if (!read) return read.diagnostics();
  const study::Header& header = read->common.header;
  assessment::RunOptions options;
  options.seed = header.seed, options.draws = order.draws.value_or(header.draws);
  if (order.quick) options.draws = std::min(options.draws, quick_draws);
  options.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  options.stop = order.hand.stop;
  const auto result = assessment::run(*read, options);
  if (!result) return result.diagnostics();
  order.hand.progress(0.6);
  const auto tables = assessment::result_tables(*read, *result);
  FileSet out = assessment::run_files(*read, *result, tables, order.read.files);
  order.hand.show(Stage::Figures, options.draws, order.draws.value_or(header.draws), out);
  if (order.quick) return out;
  order.hand.progress(0.8);
  for (const auto& [name, language] :
       {std::pair{"report.ja.html", Language::Japanese}, {"report.en.html", Language::English}})
    out[name] = report::to_html(report::assessment_document(*read, *result, tables, language), language);
  return out;
}

} // namespace rashin::server

#include "agenda/work.h"

#include "core/json.h"
#include "core/sha256.h"
#include "format/csv.h"
#include "study/shared.h"
#include "study/work.h"

namespace rashin::agenda {
namespace {

/// Row after row what each rests on, along the chains to their sentences.
std::vector<study::Basis> steps_of(const AgendaResult& result) {
  std::vector<study::Basis> steps;
  std::set<std::pair<std::string, std::string>> seen;
  for (const Chain& chain : result.chains)
    for (std::size_t s = 1; s < chain.steps.size(); ++s)
      if (seen.emplace(chain.steps[s - 1].node, chain.steps[s].node).second)
        steps.push_back({chain.steps[s - 1].node, chain.steps[s].node});
  return steps;
}

std::string manifest(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                     const FileSet& inputs) {
  JsonWriter json;
  json.begin_object().key("schema").integer(1).key("program").text("rashin").key("version").text(
      study::program_version());
  json.key("kind").text("agenda").key("id").text(agenda.id).key("status").text(agenda.draft ? "draft" : "release");
  json.key("as_of").text(to_iso(agenda.as_of)).key("seed").integer(static_cast<std::int64_t>(agenda.seed));
  json.key("draws").integer(result.draws).key("top_k").integer(agenda.top_k).key("threshold").number(agenda.threshold);
  json.key("runs").begin_array();
  for (const FinishedRun& run : runs) {
    json.begin_object(JsonWriter::Layout::OneLine).key("id").text(run.id).key("kind").text(run.kind);
    json.key("work")
        .text(run.work)
        .key("version")
        .text(run.version)
        .key("seed")
        .integer(static_cast<std::int64_t>(run.seed));
    json.key("draws").integer(run.draws).key("sha256").text(run.hash).end_object();
  }
  json.end_array().key("inputs").begin_object();
  for (const auto& [name, bytes] : inputs) json.key(name).text(sha256_hex(bytes));
  json.end_object().end_object();
  return json.take();
}

} // namespace

FileSet run_files(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                  const std::vector<study::ResultTable>& tables, const FileSet& inputs) {
  FileSet files;
  FileSet own;
  for (const auto& [name, bytes] : inputs)
    if (name.find('/') == std::string::npos || name.starts_with("registry/")) own.emplace(name, bytes);
  files["run.json"] = manifest(agenda, runs, result, own);
  for (const auto& [name, bytes] : own) files["inputs/" + name] = bytes;
  for (const FinishedRun& run : runs)
    for (const auto& [name, bytes] : run.kept) files["inputs/runs/" + run.id + "/" + name] = bytes;
  for (const study::ResultTable& table : tables) files["results/" + table.name + ".csv"] = to_csv(table.table);
  files["results/columns.csv"] = study::columns_csv(tables);
  files["results/trace.csv"] = study::trace_csv(steps_of(result));
  if (auto book = study::workbook(files, tables)) files["results.xlsx"] = book.take(); // not beyond the form's limits
  files["agenda.csv"] = files.at("results/agenda.csv");
  return files;
}

FileSet new_agenda(std::string_view id) {
  return study::from_template("registry/templates/agenda/", id);
}

Result<std::vector<TraceLine>> trace(const FileSet& run_files, std::string_view id) {
  const auto found = run_files.find("results/chains.csv");
  if (found == run_files.end()) return make_diagnostic("not-a-run", {}, {"OUT"});
  const auto table = format::read_csv(found->first, found->second);
  if (!table) return table.diagnostics();
  const auto cell = [&](std::size_t row, const char* column) { return table->at(row, *table->column(column)).text; };
  std::string_view wanted = id;
  if (wanted.starts_with("agenda/")) wanted.remove_prefix(7);
  if (wanted.starts_with("entries/")) wanted.remove_prefix(8);
  std::vector<TraceLine> lines;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    const std::string technology = cell(row, "technology"), column = cell(row, "column");
    if (wanted != technology && wanted != technology + "." + column) continue;
    lines.push_back({std::stoi(cell(row, "step")), cell(row, "node"), {cell(row, "words_ja"), cell(row, "words_en")}});
  }
  if (lines.empty()) return make_diagnostic("unknown-figure", {}, {id});
  return lines;
}

} // namespace rashin::agenda

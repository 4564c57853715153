#include "study/work.h"

#include "core/embedded.h"
#include "core/json.h"
#include "core/sha256.h"
#include "format/csv.h"
#include "format/xlsx.h"
#include "study/provenance.h"
#include "study/shared.h"

namespace rashin::study {

bool is_private(std::string_view name) {
  return name.ends_with(".private.csv");
}

/// Names, units and meanings of all columns: what the header of a CSV file cannot say.
std::string columns_csv(const std::vector<ResultTable>& tables) {
  std::vector<std::vector<std::string>> rows;
  for (const ResultTable& table : tables)
    for (const Column& column : table.table.columns())
      rows.push_back({table.name + "." + column.name(), table.title.ja, table.title.en, column.unit(), column.basis()});
  return format::write_csv(format::make_table("columns", {"id", "table_ja", "table_en", "unit", "basis"}, rows));
}

std::string trace_csv(const std::vector<Basis>& steps) {
  std::vector<std::vector<std::string>> rows;
  for (const Basis& step : steps) rows.push_back({step.id, step.on});
  return format::write_csv(format::make_table("trace", {"id", "on"}, rows));
}

namespace {

std::string trace_csv(const Study& study, const RunResult& result, const std::vector<ResultTable>& tables) {
  std::vector<Basis> steps = provenance(study, result);
  for (Basis& step : economy_provenance(study, result, tables)) steps.push_back(std::move(step));
  return trace_csv(steps);
}

/// Which table the economy was played on: the table is no part of the run, its hash is.
void describe_economy(JsonWriter& json, const Study& study, const EconomyResult* economy) {
  json.key("economy").begin_object().key("table").text(study.economy->table);
  json.key("computed").boolean(economy != nullptr);
  if (economy) {
    json.key("year").text(economy->year).key("sha256").text(economy->hash).key("draws").integer(economy->draws);
    json.key("regions").integer(static_cast<std::int64_t>(economy->regions.size()));
    json.key("industries").integer(static_cast<std::int64_t>(economy->industries.size()));
    json.key("worst_balance_error").number(economy->worst_balance);
  }
  json.end_object();
}

std::string manifest(const Study& study, const RunResult& result, const FileSet& inputs, const EconomyResult* economy) {
  JsonWriter json;
  json.begin_object();
  json.key("schema")
      .integer(1)
      .key("program")
      .text("rashin")
      .key("version")
      .text(program_version())
      .key("kind")
      .text("study");
  json.key("id").text(study.header.id).key("status").text(study.header.status == Status::Release ? "release" : "draft");
  json.key("as_of")
      .text(to_iso(study.header.as_of))
      .key("seed")
      .integer(static_cast<std::int64_t>(result.seed))
      .key("draws")
      .integer(result.draws);
  json.key("horizon_days")
      .integer(study.header.horizon_days)
      .key("worst_balance_error")
      .number(result.worst_balance_error);
  json.key("basis").begin_object().key("values").integer(study.basis.values).key("cited").integer(study.basis.cited);
  json.key("judged").integer(study.basis.judged).key("illustrative").integer(study.basis.illustrative);
  json.key("missing").integer(study.basis.missing).key("known_later").integer(study.basis.known_later).end_object();
  if (study.economy) describe_economy(json, study, economy);
  json.key("inputs").begin_object();
  for (const auto& [name, bytes] : inputs)
    if (!is_private(name)) json.key(name).text(sha256_hex(bytes));
  json.end_object().end_object();
  return json.take();
}

} // namespace

Result<std::string> workbook(const FileSet& files, const std::vector<ResultTable>& tables) {
  std::vector<std::string> names;
  for (const ResultTable& table : tables) names.push_back(table.name);
  names.insert(names.end(), {"columns", "trace"});
  std::vector<format::CsvFile> sheets;
  for (const std::string& name : names) {
    auto sheet = format::read_csv(name + ".csv", files.at("results/" + name + ".csv"));
    if (!sheet) return sheet.diagnostics();
    sheets.push_back(sheet.take());
    sheets.back().sheet = name;
  }
  return format::write_xlsx(sheets);
}

std::string_view program_version() {
  return RASHIN_VERSION;
}

FileSet result_files(const Study& study, const RunResult& result, const std::vector<ResultTable>& tables,
                     const FileSet& inputs, const EconomyResult* economy) {
  FileSet files;
  files["run.json"] = manifest(study, result, inputs, economy);
  for (const auto& [name, bytes] : inputs)
    if (!is_private(name)) files["inputs/" + name] = bytes;
  for (const ResultTable& table : tables) files["results/" + table.name + ".csv"] = to_csv(table.table);
  files["results/columns.csv"] = columns_csv(tables);
  files["results/trace.csv"] = trace_csv(study, result, tables);
  return files;
}

FileSet run_files(const Study& study, const RunResult& result, const std::vector<ResultTable>& tables,
                  const FileSet& inputs, const EconomyResult* economy) {
  FileSet files = result_files(study, result, tables, inputs, economy);
  if (auto book = workbook(files, tables)) files["results.xlsx"] = book.take(); // not where a text is beyond its limits
  return files;
}

FileSet new_study(std::string_view id) {
  return from_template("registry/templates/study/", id);
}

FileSet from_template(std::string_view folder, std::string_view id) {
  constexpr std::string_view mark = "{{id}}";
  FileSet files;
  for (const std::string_view path : embedded_paths()) {
    if (!path.starts_with(folder)) continue;
    std::string bytes(*embedded_file(path));
    for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at + id.size()))
      bytes.replace(at, mark.size(), id);
    files[std::string(path.substr(folder.size()))] = std::move(bytes);
  }
  return files;
}

} // namespace rashin::study

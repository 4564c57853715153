#include "agenda/finished_run.h"

#include "collect/json_file.h"
#include "core/number_text.h"
#include "core/sha256.h"
#include "evidence/fields.h"
#include "format/csv.h"

#include <algorithm>
#include <cmath>

namespace rashin::agenda {
namespace {

/// A table of a run; a missing one has no rows. What is read of a run is kept with the agenda.
class RunTable {
 public:
  RunTable(const FileSet& files, const std::string& name, FinishedRun& run, Diagnostics& faults) {
    const auto found = files.find("results/" + name + ".csv");
    if (found == files.end()) return;
    auto read = format::read_csv(found->first, found->second);
    if (!take_faults(read, faults)) return;
    file_ = read.take();
    run.kept.insert(*found);
  }
  bool there() const { return !file_.columns.empty(); }
  std::size_t rows() const { return file_.rows(); }
  std::string text(std::size_t row, std::string_view column) const {
    const auto at = file_.column(column);
    return at ? file_.at(row, *at).text : std::string();
  }
  LocalizedText localized(std::size_t row, const std::string& stem) const {
    return {text(row, stem + "_ja"), text(row, stem + "_en")};
  }
  double number(std::size_t row, std::string_view column) const {
    const auto at = file_.column(column);
    const auto value = at ? format::number_at(file_, row, *at) : Result<std::optional<double>>(std::nullopt);
    return value && *value ? **value : 0;
  }
  std::vector<double> numbers(std::string_view column) const {
    std::vector<double> values;
    for (std::size_t row = 0; row < rows(); ++row) values.push_back(number(row, column));
    return values;
  }
  bool has(std::string_view column) const { return file_.column(column).has_value(); }

 private:
  format::CsvFile file_;
};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  }
  return parts;
}

void read_manifest(FinishedRun& run, const FileSet& files, Diagnostics& faults) {
  collect::JsonFile json("run.json", files.at("run.json"));
  const collect::JsonValue& root = json.root();
  const auto text = [&](const char* key) { return json.optional_text(root, key); };
  run.kind = text("kind"), run.work = text("id"), run.as_of = text("as_of"), run.version = text("version");
  const auto whole = [](const collect::JsonValue* value) { return value ? value->number : 0.0; };
  run.seed = static_cast<std::uint64_t>(whole(root.find("seed")));
  run.draws = static_cast<int>(whole(root.find("draws")));
  if (const auto* basis = root.find("basis")) {
    run.gaps = static_cast<int>(whole(basis->find("missing")));
    run.illustrative = static_cast<int>(whole(basis->find("illustrative")));
  }
  if (const auto* inputs = root.find("inputs"))
    for (std::size_t i = 0; i < inputs->names.size(); ++i) run.input_hashes[inputs->names[i]] = inputs->items[i].text;
  faults.insert(faults.end(), json.faults().begin(), json.faults().end());
}

/// Titles of the work and its claims, from the run's own copies.
void read_inputs(FinishedRun& run, const FileSet& files, Diagnostics& faults) {
  const auto yaml = [&](const std::string& name) -> std::optional<format::YamlNode> {
    const auto found = files.find("inputs/" + name);
    if (found == files.end()) return std::nullopt;
    run.kept.insert(*found);
    auto read = format::read_yaml(found->first, found->second);
    return take_faults(read, faults) ? std::optional(read.take()) : std::nullopt;
  };
  if (const auto root = yaml(run.kind + ".yaml")) run.title = localized_of(*root, "title");
  const auto sources = yaml("sources.yaml"), claims = yaml("claims.yaml");
  auto evidence = read_evidence(sources ? &*sources : nullptr, claims ? &*claims : nullptr);
  if (take_faults(evidence, faults)) run.evidence = evidence.take();
}

void read_needs(FinishedRun& run, const RunTable& needs, const RunTable& draws) {
  for (std::size_t row = 0; row < needs.rows(); ++row) {
    RunNeed need;
    need.id = needs.text(row, "id");
    need.technology = needs.text(row, "technology");
    need.serves = needs.has("option") ? needs.text(row, "option") : needs.text(row, "concept");
    need.role = needs.has("role") ? needs.text(row, "role") : needs.text(row, "function");
    need.title = needs.localized(row, "title"), need.reason = needs.localized(row, "reason");
    need.ready = needs.text(row, "ready_p50"), need.needed = needs.text(row, "needed_p50");
    need.timing = needs.text(row, "timing"), need.top_share = needs.number(row, "top_share");
    need.draws = draws.numbers("value_" + need.id);
    if (needs.text(row, "origin") == "asymmetry") run.origin = Origin::Asymmetry;
    run.needs.push_back(std::move(need));
  }
}

void read_advantages(FinishedRun& run, const RunTable& table) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    RunAdvantage advantage{table.text(row, "id"),
                           table.localized(row, "title"),
                           table.localized(row, "holds"),
                           table.localized(row, "depends"),
                           table.text(row, "dependents"),
                           table.text(row, "lasts_p50"),
                           {}};
    for (const std::string& link : split(table.text(row, "technologies"), ';')) {
      const std::size_t at = link.find(':');
      const std::string effect = link.substr(0, at), technology = at == std::string::npos ? "" : link.substr(at + 1);
      advantage.links.emplace_back(effect == "keeps"     ? study::AdvantageEffect::Keeps
                                   : effect == "creates" ? study::AdvantageEffect::Creates
                                                         : study::AdvantageEffect::Offsets,
                                   technology);
    }
    run.advantages.push_back(std::move(advantage));
  }
}

void read_changes(FinishedRun& run, const RunTable& table) {
  const auto needs = [&](std::size_t row, const char* column) {
    std::vector<std::string> ids = split(table.text(row, column), ';');
    for (std::string& id : ids) id.erase(0, id.find_first_not_of(' '));
    return ids;
  };
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (!table.text(row, "out").empty())
      run.changes.push_back({table.text(row, "kind"), table.text(row, "id"), table.localized(row, "title"),
                             needs(row, "out"), needs(row, "in")});
}

/// A number as a reader meets it: money of size in 億円 and billion yen.
LocalizedText number_words(double value, const std::string& unit) {
  if (unit == "JPY" && std::abs(value) >= 1e8)
    return {format_number(value / 1e8, Language::Japanese) + "億円",
            format_number(value / 1e9, Language::English) + " billion yen"};
  if (unit == "day")
    return {format_number(value, Language::Japanese) + "日",
            format_number(value, Language::English) + (value == 1 ? " day" : " days")};
  return {format_number(value, Language::Japanese) + " " + unit, format_number(value, Language::English) + " " + unit};
}

bool has_titles(std::string_view table) {
  return table.substr(0, table.find('\n')).find("title_ja") != std::string_view::npos;
}

/// What can lie between a need and a sentence, in words.
void read_nodes(FinishedRun& run, const FileSet& files, Diagnostics& faults) {
  const RunTable trace(files, "trace", run, faults);
  for (std::size_t row = 0; row < trace.rows(); ++row)
    run.nodes[trace.text(row, "id")].on.push_back(trace.text(row, "on"));
  for (const auto& [path, bytes] : files) {
    if (!path.starts_with("results/") || !path.ends_with(".csv")) continue;
    const std::string name = path.substr(8, path.size() - 12);
    if (name != "parameters" && !has_titles(bytes)) continue;
    const RunTable table(files, name, run, faults);
    if (name == "parameters")
      for (std::size_t row = 0; row < table.rows(); ++row) {
        run.nodes[table.text(row, "id")].words = number_words(table.number(row, "value_p50"), table.text(row, "unit"));
        run.factors.insert(table.text(row, table.has("factor") ? "factor" : "id"));
      }
    else
      for (std::size_t row = 0; row < table.rows(); ++row)
        run.nodes[name + "/" + table.text(row, "id")].words = table.localized(row, "title");
  }
}

/// What is wrong inside a run is told at the entry that names it: nobody mends a run by hand.
Diagnostic unreadable(const RunEntry& entry, const Diagnostics& faults) {
  const auto first = std::find_if(faults.begin(), faults.end(),
                                  [](const Diagnostic& fault) { return fault.severity == Severity::Error; });
  return make_diagnostic("agenda-run-unreadable", entry.place, {entry.run, first->place.file, first->code});
}

} // namespace

std::string hash_of_run(const FileSet& files) {
  std::string all;
  for (const auto& [name, bytes] : files) all += name + ' ' + sha256_hex(bytes) + '\n';
  return sha256_hex(all);
}

Result<FinishedRun> read_finished_run(const RunEntry& entry, const FileSet& files,
                                      const std::optional<std::string>& hash) {
  FinishedRun run;
  run.id = entry.id;
  run.kept.insert(*files.find("run.json"));
  Diagnostics faults;
  read_manifest(run, files, faults);
  if (has_errors(faults)) return unreadable(entry, faults);
  if (run.kind != "study" && run.kind != "assessment")
    return make_diagnostic("agenda-run-kind", entry.place, {entry.run, run.kind.empty() ? "?" : run.kind});
  run.hash = hash ? *hash : hash_of_run(files);
  if (!entry.pinned.empty() && entry.pinned != run.hash)
    return make_diagnostic("agenda-run-changed", entry.pinned_place, {entry.id, entry.pinned, run.hash});
  const RunTable needs(files, "needs", run, faults), draws(files, "need_draws", run, faults);
  if (has_errors(faults)) return unreadable(entry, faults);
  if (!needs.there() || !draws.there())
    return make_diagnostic("agenda-run-without-draws", entry.place, {entry.run, run.version});
  if (run.kind == "assessment") run.origin = Origin::Asymmetry;
  read_needs(run, needs, draws);
  read_advantages(run, RunTable(files, "advantages", run, faults));
  read_changes(run, RunTable(files, "changes", run, faults));
  read_inputs(run, files, faults);
  read_nodes(run, files, faults);
  run.draws = std::min(run.draws, static_cast<int>(draws.rows()));
  if (has_errors(faults)) return unreadable(entry, faults);
  return run;
}

Result<std::vector<FinishedRun>> kept_runs(const Agenda& agenda, const std::string& manifest, const FileSet& files) {
  Diagnostics faults;
  collect::JsonFile json("run.json", manifest);
  std::map<std::string, std::string> hashes;
  if (const auto* listed = json.root().find("runs"))
    for (const collect::JsonValue& run : listed->items)
      hashes[json.optional_text(run, "id")] = json.optional_text(run, "sha256");
  std::vector<FinishedRun> runs;
  for (const RunEntry& entry : agenda.runs) {
    const std::string folder = "inputs/runs/" + entry.id + "/";
    FileSet kept;
    for (auto file = files.lower_bound(folder); file != files.end() && file->first.starts_with(folder); ++file)
      kept.emplace(file->first.substr(folder.size()), file->second);
    if (!kept.contains("run.json") || !hashes.contains(entry.id)) return make_diagnostic("not-a-run", {}, {folder});
    auto run = read_finished_run(entry, kept, hashes.at(entry.id));
    if (take_faults(run, faults)) runs.push_back(run.take());
  }
  if (has_errors(faults)) return faults;
  return Result<std::vector<FinishedRun>>(std::move(runs), faults);
}

} // namespace rashin::agenda

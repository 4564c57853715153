#include "study/trace.h"

#include "evidence/source.h"
#include "format/csv.h"

#include <algorithm>
#include <deque>
#include <set>

namespace rashin::study {
namespace {

using Edges = std::map<std::string, std::vector<std::string>>;

const std::vector<std::vector<std::string>>& table_of(const FinishedRun& run, const std::string& name) {
  static const std::vector<std::vector<std::string>> none;
  const auto found = run.results.find(name);
  return found == run.results.end() ? none : found->second;
}

/// id -> what it rests on, and, turned round, id -> what rests on it.
Edges edges_of(const FinishedRun& run, bool turned) {
  Edges edges;
  const auto& rows = table_of(run, "trace");
  for (std::size_t r = 1; r < rows.size(); ++r) edges[rows[r][turned ? 1 : 0]].push_back(rows[r][turned ? 0 : 1]);
  return edges;
}

const std::vector<std::string>* row_of(const FinishedRun& run, const std::string& table, std::string_view row) {
  const auto& rows = table_of(run, table);
  for (std::size_t r = 1; r < rows.size(); ++r)
    if (rows[r][0] == row) return &rows[r];
  return nullptr;
}

std::string quoted_title(const Source& source, Language language) {
  return source.publisher + ", " + source.title.in(language) + " (" + to_iso(source.published) + ") " + source.address;
}

LocalizedText words_of_parameter(const std::vector<std::string>& header, const std::vector<std::string>& row) {
  const auto cell = [&](std::string_view name) {
    const auto at = std::find(header.begin(), header.end(), name);
    return at == header.end() ? std::string() : row[static_cast<std::size_t>(at - header.begin())];
  };
  const std::string interval =
      cell("value_p50") + " [" + cell("value_p5") + ", " + cell("value_p95") + "] " + cell("unit");
  std::string ja = interval + "（" + cell("period") + "）", en = interval + " (" + cell("period") + ")";
  if (cell("standing") == "illustrative") ja += " 例示による", en += " illustrative";
  if (cell("standing") == "missing") ja += " 根拠なし", en += " without basis";
  if (cell("known_later") == "yes") ja += " 後日判明", en += " known later";
  if (!cell("note").empty()) ja += " — " + cell("note"), en += " — " + cell("note");
  return {ja, en};
}

/// A result's row in words: its title, then its columns with their numbers.
LocalizedText words_of_row(const std::vector<std::string>& header, const std::vector<std::string>& row,
                           std::string_view only) {
  LocalizedText words;
  std::string numbers;
  for (std::size_t c = 1; c < header.size(); ++c) {
    if (header[c] == "title_ja")
      words.ja = row[c];
    else if (header[c] == "title_en")
      words.en = row[c];
    else if (!row[c].empty() &&
             (only.empty() ? header[c].ends_with("_mean") || header[c].ends_with("_share") : header[c] == only))
      numbers += (numbers.empty() ? "" : ", ") + header[c] + " = " + row[c];
  }
  const auto joined = [&](const std::string& title) {
    return title + (title.empty() || numbers.empty() ? "" : ": ") + numbers;
  };
  return {joined(words.ja), joined(words.en)};
}

class Tracer {
 public:
  Tracer(const FinishedRun& run, const Evidence& evidence)
      : run_(run), evidence_(evidence), edges_(edges_of(run, false)) {}

  void visit(const std::string& id, int depth, std::string_view column = "") {
    if (id.starts_with("claim:")) return visit_claim(id.substr(6), depth);
    const bool again = !seen_.insert(id).second;
    lines.push_back({depth, column.empty() ? id : id + "/" + std::string(column), words(id, column), again});
    if (again) return;
    const auto found = edges_.find(id);
    if (found == edges_.end()) return;
    for (const std::string& on : found->second) visit(on, depth + 1);
  }

  std::vector<TraceLine> lines;

 private:
  LocalizedText words(const std::string& id, std::string_view column) const {
    if (const auto* row = row_of(run_, "parameters", id))
      return words_of_parameter(table_of(run_, "parameters").front(), *row);
    const std::size_t slash = id.find('/');
    if (slash == std::string::npos) return {};
    const std::string table = id.substr(0, slash);
    if (const auto* row = row_of(run_, table, id.substr(slash + 1)))
      return words_of_row(table_of(run_, table).front(), *row, column);
    return id == "network/all" ? LocalizedText{"供給網の入力値", "input values of the network"} : LocalizedText{};
  }

  void visit_claim(const std::string& id, int depth) {
    const auto found = evidence_.claims.find(id);
    if (found == evidence_.claims.end()) return;
    const Claim& claim = found->second;
    const bool again = !seen_.insert("claim:" + id).second;
    const std::string rating = std::string(" [") + claim.reliability + std::to_string(claim.credibility) + ", ";
    lines.push_back(
        {depth,
         "claim:" + id,
         {claim.text.ja + rating + to_text(claim.grade, Language::Japanese) + ", " + to_iso(claim.published) + "]",
          claim.text.en + rating + to_text(claim.grade, Language::English) + ", " + to_iso(claim.published) + "]"},
         again});
    if (again) return;
    for (const std::string& reference : claim.spans) {
      const Source& source = evidence_.sources.at(reference.substr(0, reference.find('#')));
      const Span& span = *evidence_.find_span(reference);
      const auto sentence = [&](Language language) {
        return (language == Language::Japanese ? "「" + span.quote + "」" : "“" + span.quote + "”") + " — " +
               quoted_title(source, language) + (span.locator.empty() ? "" : ", " + span.locator);
      };
      lines.push_back({depth + 1, reference, {sentence(Language::Japanese), sentence(Language::English)}, false});
    }
  }

  const FinishedRun& run_;
  const Evidence& evidence_;
  Edges edges_;
  std::set<std::string> seen_;
};

Result<Evidence> evidence_of(const FinishedRun& run) {
  const auto root = [&](const char* name) -> std::optional<format::YamlNode> {
    const auto found = run.inputs.find(name);
    if (found == run.inputs.end()) return std::nullopt;
    auto read = format::read_yaml(name, found->second);
    return read ? std::optional(read.take()) : std::nullopt;
  };
  const auto sources = root("sources.yaml"), claims = root("claims.yaml");
  return read_evidence(sources ? &*sources : nullptr, claims ? &*claims : nullptr);
}

bool is_text_column(std::string_view name) {
  static const std::set<std::string_view> words{
      "id",          "factor",      "link",      "unit",      "period",     "standing", "basis",  "by",
      "known_later", "note",        "title_ja",  "title_en",  "technology", "origin",   "role",   "option",
      "function_ja", "function_en", "reason_ja", "reason_en", "arm",        "pathway",  "figure", "verdict"};
  return words.contains(name);
}

} // namespace

Result<FinishedRun> read_finished_run(const FileSet& files) {
  if (!files.contains("run.json") || !files.contains("results/trace.csv"))
    return make_diagnostic("not-a-run", {}, {"OUT"});
  FinishedRun run;
  for (const auto& [name, bytes] : files) {
    if (name.starts_with("inputs/")) run.inputs[name.substr(7)] = bytes;
    if (!name.starts_with("results/") || name == "results/draws.csv") continue;
    const auto table = format::read_csv(name, bytes);
    if (!table) return table.diagnostics();
    std::vector<std::vector<std::string>> rows(1);
    for (const auto& column : table->columns) rows[0].push_back(column.name);
    for (std::size_t r = 0; r < table->rows(); ++r) {
      rows.emplace_back();
      for (const auto& cell : table->row(r)) rows.back().push_back(cell.text);
    }
    run.results[name.substr(8, name.size() - 12)] = std::move(rows);
  }
  return run;
}

Result<std::vector<TraceLine>> trace_back(const FinishedRun& run, std::string_view id) {
  const auto evidence = evidence_of(run);
  if (!evidence) return evidence.diagnostics();
  Tracer tracer(run, *evidence);
  const std::string whole(id);
  const auto known = [&](const std::string& key) {
    if (row_of(run, "parameters", key)) return true;
    const std::size_t slash = key.find('/');
    return slash != std::string::npos && row_of(run, key.substr(0, slash), key.substr(slash + 1)) != nullptr;
  };
  if (row_of(run, "needs", whole)) {
    tracer.visit("needs/" + whole, 0);
  } else if (known(whole)) {
    tracer.visit(whole, 0);
  } else {
    const std::size_t slash = whole.rfind('/');
    const std::string row = slash == std::string::npos ? "" : whole.substr(0, slash),
                      column = slash == std::string::npos ? "" : whole.substr(slash + 1);
    if (!known(row)) return make_diagnostic("unknown-figure", {}, {id});
    const auto& header =
        table_of(run, row_of(run, "parameters", row) ? "parameters" : row.substr(0, row.find('/'))).front();
    if (std::find(header.begin(), header.end(), column) == header.end())
      return make_diagnostic("unknown-figure", {}, {id});
    tracer.visit(row, 0, column);
  }
  return std::move(tracer.lines);
}

Result<std::vector<std::string>> trace_forward(const FinishedRun& run, std::string_view claim) {
  std::string start(claim);
  if (!start.starts_with("claim:")) start = "claim:" + start;
  const auto evidence = evidence_of(run);
  if (!evidence) return evidence.diagnostics();
  if (!evidence->claims.contains(start.substr(6))) return make_diagnostic("claim-unknown", {}, {start.substr(6)});
  const Edges edges = edges_of(run, true);
  std::set<std::string> seen{start};
  std::deque<std::string> waiting{start};
  std::vector<std::string> figures;
  while (!waiting.empty()) {
    const std::string id = waiting.front();
    waiting.pop_front();
    const bool parameter = row_of(run, "parameters", id) != nullptr;
    const std::size_t slash = id.find('/');
    const std::string table = parameter ? "parameters" : slash == std::string::npos ? "" : id.substr(0, slash);
    if (!parameter && table != "parameters" && slash != std::string::npos && row_of(run, table, id.substr(slash + 1))) {
      for (const std::string& column : table_of(run, table).front())
        if (!is_text_column(column)) figures.push_back(id + "/" + column);
    } else if (parameter) {
      figures.push_back(id);
    }
    const auto found = edges.find(id);
    if (found == edges.end()) continue;
    for (const std::string& next : found->second)
      if (seen.insert(next).second) waiting.push_back(next);
  }
  return figures;
}

std::vector<std::string> traceable(const FinishedRun& run) {
  std::vector<std::string> ids;
  const auto& needs = table_of(run, "needs");
  for (std::size_t r = 1; r < needs.size(); ++r) ids.push_back(needs[r][0]);
  for (const auto& [table, rows] : run.results) {
    if (table == "trace" || table == "columns" || table == "daily" || table == "need_draws") continue;
    for (std::size_t r = 1; r < rows.size(); ++r)
      if (!rows[r].empty()) ids.push_back(table == "parameters" ? rows[r][0] : table + "/" + rows[r][0]);
  }
  return ids;
}

} // namespace rashin::study

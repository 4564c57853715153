#include "cli/bayes_files.h"
#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "collect/line_reader.h"
#include "core/json.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using pathway::BayesNode;
using Layout = JsonWriter::Layout;

/// `Rain=heavy; Wet=yes` beside what the file says was seen.
Diagnostics add_given(std::string_view text, BayesFile& read) {
  Diagnostics faults;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string_view part = collect::trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) {
      faults.push_back(make_diagnostic("bayes-given-form", {}, {part}));
      continue;
    }
    const std::string_view name = collect::trimmed(part.substr(0, equals)),
                           value = collect::trimmed(part.substr(equals + 1));
    const auto node = node_named(read.network, name);
    const auto seen = node ? value_named(read.network[*node], value) : std::nullopt;
    if (!node)
      faults.push_back(make_diagnostic("bayes-node-unknown", {}, {name}));
    else if (!seen)
      faults.push_back(make_diagnostic("bayes-value-unknown", {}, {value, name, values_of(read.network[*node])}));
    else
      read.evidence[*node] = seen;
  }
  return faults;
}

struct Answered {
  const BayesFile& file;
  pathway::BayesAnswer before, after;
  std::optional<std::size_t> target;
  std::vector<double> bits; ///< about the target, where one is asked for
};

void numbers(JsonWriter& json, std::string_view key, const std::vector<double>& values) {
  json.key(key).begin_array(Layout::OneLine);
  for (const double value : values) json.number(value);
  json.end_array();
}

std::string json_of(const Answered& answered) {
  JsonWriter json;
  json.begin_object().key("evidence").number(answered.after.evidence).key("nodes").begin_array();
  for (std::size_t n = 0; n < answered.file.network.size(); ++n) {
    const BayesNode& node = answered.file.network[n];
    json.begin_object().key("name").text(node.name).key("values").begin_array(Layout::OneLine);
    for (const std::string& value : node.values) json.text(value);
    json.end_array().key("seen");
    const auto seen = answered.file.evidence[n];
    seen ? json.text(node.values[*seen]) : json.null();
    numbers(json, "before", answered.before.posterior[n]);
    numbers(json, "after", answered.after.posterior[n]);
    if (answered.target) json.key("bits").number(answered.bits[n]);
    if (answered.file.filled[n]) {
      json.key("parents").begin_array(Layout::OneLine);
      for (const std::size_t parent : node.parents) json.text(answered.file.network[parent].name);
      json.end_array().key("filled").begin_array();
      for (const std::vector<double>& row : node.table) {
        json.begin_array(Layout::OneLine);
        for (const double p : row) json.number(p);
        json.end_array();
      }
      json.end_array();
    }
    json.end_object();
  }
  return json.end_array().end_object().take();
}

/// The tables that noisy-OR filled, so that nobody takes them for judgements.
void print_filled(const Call& call, const BayesFile& file) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  for (std::size_t n = 0; n < file.network.size(); ++n) {
    const BayesNode& node = file.network[n];
    if (!file.filled[n] || node.table.size() > 64) continue;
    call.out << '\n' << say({"noisy-OR が埋めた表: ", "Filled by noisy-OR: "}) << node.name << '\n';
    std::vector<std::string> header;
    for (const std::size_t parent : node.parents) header.push_back(file.network[parent].name);
    header.insert(header.end(), node.values.begin(), node.values.end());
    TextTable table(header);
    for (std::size_t row = 0; row < node.table.size(); ++row) {
      std::vector<std::string> cells(node.parents.size());
      std::size_t rest = row;
      for (std::size_t i = node.parents.size(); i-- > 0;) {
        const std::vector<std::string>& values = file.network[node.parents[i]].values;
        cells[i] = values[rest % values.size()];
        rest /= values.size();
      }
      for (const double p : node.table[row]) cells.push_back(figure(p));
      table.row(std::move(cells));
    }
    table.print(call.out);
  }
}

void print(const Call& call, const Answered& answered) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  std::vector<std::string> header{say({"変数", "variable"}), say({"値", "value"}), say({"観測の前", "before"}),
                                  say({"観測の後", "after"})};
  if (answered.target)
    header.push_back(say({"「" + answered.file.network[*answered.target].name + "」について分かること（ビット）",
                          "bits about " + answered.file.network[*answered.target].name}));
  TextTable table(header);
  for (std::size_t n = 0; n < answered.file.network.size(); ++n) {
    const BayesNode& node = answered.file.network[n];
    for (std::size_t v = 0; v < node.values.size(); ++v) {
      std::vector<std::string> cells{v == 0 ? node.name : "",
                                     node.values[v] + (answered.file.evidence[n] == v ? " *" : ""),
                                     figure(answered.before.posterior[n][v]), figure(answered.after.posterior[n][v])};
      if (answered.target) cells.push_back(v == 0 && n != *answered.target ? figure(answered.bits[n]) : "");
      table.row(std::move(cells));
    }
  }
  table.print(call.out);
  call.out << say({"* は観測。観測されたことの確率 " + figure(answered.after.evidence) + "。",
                   "*: seen. Probability of all that was seen: " + figure(answered.after.evidence) + "."})
           << '\n';
  print_filled(call, answered.file);
  call.out << say({"矢印のない変数どうしは、あいだの変数を通じてだけ関わるとみなします。表は判断であり、頻度ではありま"
                   "せん。",
                   "Variables without an arrow are taken to be tied only through those between. Tables are judgements, "
                   "not frequencies."})
           << '\n';
}

int bayes(const Call& call) {
  const auto method = method_call(call, {{}, {"--case", "--given", "--target"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method);
  const collect::JsonValue& root = case_in(file, *method, {"nodes"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  BayesFile read = read_bayes(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  Diagnostics faults = add_given(method->arguments.option("--given").value_or(""), read);
  std::optional<std::size_t> target;
  if (const auto name = method->arguments.option("--target"); name && !(target = node_named(read.network, *name)))
    faults.push_back(make_diagnostic("bayes-node-unknown", {}, {*name}));
  if (!faults.empty()) return report(call, faults, method->json);
  const auto before = bayes_marginals(read.network, pathway::Evidence(read.network.size()));
  if (!before) return report_in_file(call, method->file, before.diagnostics(), method->json);
  const auto after = bayes_marginals(read.network, read.evidence);
  if (!after) return report_in_file(call, method->file, after.diagnostics(), method->json);
  Answered answered{read, *before, *after, target, {}};
  if (target) {
    const auto bits = bayes_information(read.network, read.evidence, *target);
    if (!bits) return report_in_file(call, method->file, bits.diagnostics(), method->json);
    answered.bits = *bits;
  }
  if (method->json)
    call.out << json_of(answered);
  else
    print(call, answered);
  return Done;
}

} // namespace

std::vector<Command> bayes_commands() {
  return {{"pathway bayes",
           {"FILE.json … 観測したことから各変数の確率（ベイジアンネットワーク、厳密）",
            "FILE.json … probabilities of all variables after what was seen (Bayesian network, exact)"},
           {"  --given SEEN       \"変数=値; …\" を観測されたとする（ファイルの evidence に加える）\n"
            "  --target NAME      まだ見ていない変数がこの変数について教えること（ビット）\n"
            "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --given SEEN       \"Variable=value; …\" was seen (beside the file's evidence)\n"
            "  --target NAME      how much each open variable would tell about this one, in bits\n"
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           bayes}};
}

} // namespace rashin::cli

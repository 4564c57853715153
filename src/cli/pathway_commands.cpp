#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "core/json.h"
#include "pathway/update.h"

#include <cmath>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using Layout = JsonWriter::Layout;

struct UpdateFile {
  std::vector<std::string> pathways;
  std::vector<pathway::Indicator> indicators;
  std::vector<std::string> questions; ///< of the indicators
  std::vector<pathway::UpdateView> people;
};

void read_indicators(JsonFile& file, const JsonValue& root, UpdateFile& read) {
  for (const JsonValue& item : file.items(file.member(root, "indicators"))) {
    file.allow_only(item, {"id", "question", "seen", "on", "source"});
    pathway::Indicator indicator{file.text(file.member(item, "id")), {}};
    const JsonValue* const seen = item.find("seen");
    if (seen && seen->kind == JsonValue::Kind::Boolean)
      indicator.seen = seen->boolean;
    else if (seen && seen->kind != JsonValue::Kind::Null)
      file.fail(*seen, "update-seen", {indicator.id});
    read.questions.push_back(file.optional_text(item, "question"));
    read.indicators.push_back(std::move(indicator));
  }
}

void read_person(JsonFile& file, const JsonValue& item, UpdateFile& read) {
  file.allow_only(item, {"by", "trust", "prior", "likelihoods", "reason"});
  pathway::UpdateView view{file.text(file.member(item, "by")), 1, {}, {}};
  view.trust = file.optional_number(item, "trust", 0, 1e12).value_or(1);
  const JsonValue& prior = file.member(item, "prior");
  double sum = 0;
  for (const JsonValue& p : file.items(prior, read.pathways.size()))
    sum += view.prior.emplace_back(file.number(p, 0, 1));
  if (file.ok() && std::fabs(sum - 1) > 1e-6) file.fail(prior, "probabilities-sum", {view.by, figure(sum)});
  const JsonValue& likelihoods = file.member(item, "likelihoods");
  for (const pathway::Indicator& indicator : read.indicators) {
    std::vector<double>& row = view.likelihoods.emplace_back();
    const JsonValue* const given = likelihoods.find(indicator.id);
    if (!given) {
      file.fail(likelihoods, "update-not-judged", {view.by, indicator.id});
      continue;
    }
    for (const JsonValue& p : file.items(*given, read.pathways.size())) row.push_back(file.number(p, 0, 1));
  }
  for (std::size_t i = 0; i < likelihoods.names.size(); ++i) {
    const std::string& name = likelihoods.names[i];
    bool known = false;
    for (const pathway::Indicator& indicator : read.indicators) known = known || indicator.id == name;
    if (!known) file.fail(likelihoods.items[i], "json-name-unknown", {name});
  }
  read.people.push_back(std::move(view));
}

UpdateFile read_update(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "question", "pathways", "indicators", "people"});
  UpdateFile read;
  read.pathways = file.texts(file.member(root, "pathways"));
  read_indicators(file, root, read);
  const JsonValue& people = file.member(root, "people");
  for (const JsonValue& item : file.items(people)) read_person(file, item, read);
  double trust = 0;
  for (const pathway::UpdateView& view : read.people) trust += view.trust;
  if (file.ok() && (read.pathways.empty() || !(trust > 0))) file.fail(people, "judge-nobody");
  return read;
}

void numbers(JsonWriter& json, std::string_view key, const std::vector<double>& values) {
  json.key(key);
  if (values.empty()) {
    json.null();
    return;
  }
  json.begin_array(Layout::OneLine);
  for (const double value : values) json.number(value);
  json.end_array();
}

std::string json_of(const UpdateFile& read, const pathway::PathwayUpdate& update) {
  JsonWriter json;
  json.begin_object().key("pathways").begin_array(Layout::OneLine);
  for (const std::string& name : read.pathways) json.text(name);
  json.end_array();
  numbers(json, "prior", update.prior);
  numbers(json, "posterior", update.posterior);
  json.key("people").begin_array();
  for (std::size_t e = 0; e < read.people.size(); ++e) {
    const pathway::UpdatedView& view = update.people[e];
    json.begin_object().key("by").text(read.people[e].by).key("trust_before").number(view.trust_before);
    json.key("trust_after").number(view.trust_after).key("evidence").number(view.evidence);
    numbers(json, "posterior", view.posterior);
    json.end_object();
  }
  json.end_array().key("indicators").begin_array();
  for (std::size_t i = 0; i < read.indicators.size(); ++i) {
    const pathway::IndicatorEffect& effect = update.indicators[i];
    json.begin_object().key("id").text(read.indicators[i].id).key("seen");
    if (read.indicators[i].seen) {
      json.boolean(*read.indicators[i].seen);
      numbers(json, "after", effect.after);
    } else {
      json.null();
      numbers(json, "if_seen", effect.if_seen);
      numbers(json, "if_not", effect.if_not);
      json.key("expected_bits").number(effect.expected_bits);
    }
    json.end_object();
  }
  return json.end_array().end_object().take();
}

void print(const Call& call, const UpdateFile& read, const pathway::PathwayUpdate& update) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  std::vector<std::string> header{""};
  header.insert(header.end(), read.pathways.begin(), read.pathways.end());
  header.push_back(say({"信頼（前→後）", "trust, before → after"}));
  TextTable table(header);
  const auto row = [&](const std::string& name, const std::vector<double>& p, const std::string& last) {
    std::vector<std::string> cells{name};
    for (std::size_t k = 0; k < read.pathways.size(); ++k) cells.push_back(p.empty() ? "–" : figure(p[k]));
    cells.push_back(last);
    table.row(std::move(cells));
  };
  row(say({"観測の前", "before"}), update.prior, "");
  for (std::size_t i = 0; i < read.indicators.size(); ++i)
    if (read.indicators[i].seen)
      row((*read.indicators[i].seen ? "+ " : "− ") + read.indicators[i].id, update.indicators[i].after, "");
  row(say({"観測の後", "after"}), update.posterior, "");
  for (std::size_t e = 0; e < read.people.size(); ++e)
    row("  " + read.people[e].by, update.people[e].posterior,
        figure(update.people[e].trust_before) + " → " + figure(update.people[e].trust_after));
  table.print(call.out);

  TextTable open({say({"まだ分からない指標", "still open"}), say({"分かること（ビット）", "bits it would tell"}),
                  say({"見えたら", "if seen"}), say({"見えなければ", "if not"})});
  bool any = false;
  const auto list = [](const std::vector<double>& p) {
    std::string text;
    for (const double value : p) text += (text.empty() ? "" : " ") + figure(value);
    return text.empty() ? std::string("–") : text;
  };
  for (std::size_t i = 0; i < read.indicators.size(); ++i) {
    if (read.indicators[i].seen) continue;
    any = true;
    const pathway::IndicatorEffect& effect = update.indicators[i];
    open.row({read.indicators[i].id, figure(effect.expected_bits), list(effect.if_seen), list(effect.if_not)});
  }
  if (any) {
    call.out << '\n';
    open.print(call.out);
  }
  call.out << say({"指標は展開経路の中では互いに独立とみなします。似た指標を並べると効きすぎます。",
                   "Within a pathway indicators are taken as independent: several that tell the same count too much."})
           << '\n';
}

int update(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method);
  const JsonValue& root = case_in(file, *method, {"indicators"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const UpdateFile read = read_update(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto updated = pathway::update_pathways(read.indicators, read.people);
  if (!updated) return report_in_file(call, method->file, updated.diagnostics(), method->json);
  if (method->json)
    call.out << json_of(read, *updated);
  else
    print(call, read, *updated);
  return Done;
}

} // namespace

std::vector<Command> pathway_commands() {
  return {{"pathway update",
           {"FILE.json … 観測した指標で展開経路の確率を改める", "FILE.json … pathways after what was observed"},
           {"  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           update}};
}

} // namespace rashin::cli

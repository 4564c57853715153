// The shortest way from a rank to a quoted sentence, through each column that the technology stands in.
#include "agenda/join.h"

#include <algorithm>
#include <deque>

namespace rashin::agenda {
namespace {

std::string claim_of(std::string_view node) {
  return node.starts_with("claim:") ? std::string(node.substr(6)) : std::string();
}

/// A claim and its first quote.
void add_claim(const Evidence& evidence, const std::string& prefix, const std::string& id, Chain& chain) {
  const Claim& claim = evidence.claims.at(id);
  chain.steps.push_back({prefix + "claim:" + id, claim.text, ""});
  const std::string& reference = claim.spans.front();
  const Source& source = evidence.sources.at(reference.substr(0, reference.find('#')));
  const std::string& quote = evidence.find_span(reference)->quote;
  const auto cited = [&](Language language) {
    return source.publisher + (language == Language::Japanese ? "、" : ", ") + source.title.in(language) + " (" +
           to_iso(source.published) + ")";
  };
  chain.steps.push_back(
      {prefix + reference,
       {"「" + quote + "」— " + cited(Language::Japanese), "“" + quote + "” — " + cited(Language::English)},
       source.address});
}

bool has_quote(const Evidence& evidence, const std::string& claim) {
  const auto found = evidence.claims.find(claim);
  return found != evidence.claims.end() && !found->second.spans.empty();
}

/// Breadth first over what each row rests on; rows in the order of the run, so that equal ways are the same each time.
std::vector<std::string> shortest_way(const FinishedRun& run, const std::vector<std::string>& starts) {
  std::map<std::string, std::string> from;
  std::deque<std::string> waiting;
  for (const std::string& start : starts)
    if (from.emplace(start, "").second) waiting.push_back(start);
  while (!waiting.empty()) {
    const std::string node = waiting.front();
    waiting.pop_front();
    if (const std::string claim = claim_of(node); !claim.empty() && has_quote(run.evidence, claim)) {
      std::vector<std::string> way;
      for (std::string at = node; !at.empty(); at = from.at(at)) way.insert(way.begin(), at);
      return way;
    }
    const auto found = run.nodes.find(node);
    if (found == run.nodes.end()) continue;
    for (const std::string& on : found->second.on)
      if (from.emplace(on, node).second) waiting.push_back(on);
  }
  return {};
}

/// What an agenda's entry rests on: its needs, and the options or concepts that they serve.
std::vector<std::string> starts_of(const FinishedRun& run, const Entry& entry) {
  std::vector<std::string> starts;
  for (const std::size_t n : entry.items) starts.push_back("needs/" + run.needs[n].id);
  for (const std::size_t n : entry.items)
    if (!run.needs[n].serves.empty())
      starts.push_back((run.kind == "study" ? "policy/" : "concepts/") + run.needs[n].serves);
  return starts;
}

LocalizedText words_of(const FinishedRun& run, const std::string& node) {
  const auto found = run.nodes.find(node);
  LocalizedText known;
  if (found != run.nodes.end()) known = found->second.words;
  if (!node.starts_with("policy/")) return known.en.empty() ? LocalizedText{} : known;
  const std::string id = node.substr(7); // of a run made before its table had titles
  return known.en.empty() ? LocalizedText{"政策オプション " + id, "policy option " + id}
                          : LocalizedText{"政策オプション「" + known.ja + "」", "policy option “" + known.en + "”"};
}

void through_run(const FinishedRun& run, const Entry& entry, Chain& chain) {
  const std::string prefix = run.id + ":";
  for (const std::string& node : shortest_way(run, starts_of(run, entry))) {
    if (const std::string claim = claim_of(node); !claim.empty())
      add_claim(run.evidence, prefix, claim, chain);
    else
      chain.steps.push_back({prefix + node, words_of(run, node), ""});
  }
}

void through_list(const Agenda& agenda, const Entry& entry, Chain& chain) {
  const ListEntry& named = agenda.entries[entry.items.front()];
  chain.steps.push_back({"entries/" + named.technology + "." + agenda.lists[named.list].id, named.words, ""});
  for (const std::string& claim : named.claims)
    if (has_quote(agenda.evidence, claim)) {
      add_claim(agenda.evidence, "", claim, chain);
      return;
    }
}

} // namespace

std::vector<Chain> chains(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result) {
  std::vector<Chain> all;
  for (const std::size_t row : result.ranking.order)
    for (std::size_t c = 0; c < result.columns.size(); ++c) {
      const Column& column = result.columns[c];
      const Entry* entry = find_entry(column, row);
      if (!entry) continue;
      Chain chain{row, c, {{"agenda/" + result.rows[row].id, result.rows[row].title, ""}}};
      if (column.run)
        through_run(runs[*column.run], *entry, chain);
      else
        through_list(agenda, *entry, chain);
      if (chain.steps.back().node.find('#') == std::string::npos) chain.steps.clear();
      all.push_back(std::move(chain));
    }
  return all;
}

} // namespace rashin::agenda

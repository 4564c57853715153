#include "report/agenda_parts.h"

#include "core/country.h"

#include <algorithm>
#include <set>

namespace rashin::report {

Figure agenda_figure(const AgendaView& view, std::string_view table, const std::string& row, std::string_view column,
                     double scale, LocalizedText unit) {
  for (const study::ResultTable& each : view.tables) {
    if (each.name != table) continue;
    Figure figure{.unit = std::move(unit), .id = std::string(table) + "/" + row + "/" + std::string(column)};
    if (const auto value = each.table.column(column).number(row_of(each.table, row))) figure.value = *value / scale;
    return figure;
  }
  throw Error("no table " + std::string(table));
}

LocalizedText row_titles(const AgendaView& view, const std::vector<std::size_t>& rows) {
  LocalizedText names;
  for (const std::size_t row : rows) {
    const LocalizedText& title = view.result.rows[row].title;
    names.ja += "「" + title.ja + "」";
    names.en += (names.en.empty() ? "“" : ", “") + title.en + "”";
  }
  return names;
}

LocalizedText tags_words(const AgendaView& view, std::size_t row) {
  LocalizedText words;
  for (const agenda::Tag tag : {agenda::Tag::Promote, agenda::Tag::Protect, agenda::Tag::Partner}) {
    if (std::none_of(view.result.tags.begin(), view.result.tags.end(),
                     [&](const agenda::TagRow& each) { return each.row == row && each.tag == tag; }))
      continue;
    const LocalizedText title = agenda::tag_title(tag);
    words.ja += (words.ja.empty() ? "" : "・") + title.ja;
    words.en += (words.en.empty() ? "" : ", ") + title.en;
  }
  return words;
}

LocalizedText timing_words(const std::string& timing) {
  if (timing == "in-time") return timing_words(study::Timing::InTime);
  if (timing == "at-risk") return timing_words(study::Timing::AtRisk);
  if (timing == "too-late") return {"事前の開発が必要", "only if developed beforehand"};
  return {};
}

std::string chain_anchor(const AgendaView& view, const agenda::Chain& chain) {
  if (chain.steps.size() < 2) return {};
  const std::string& node = chain.steps[chain.steps.size() - 2].node; // the claim, `run:claim:id` or `claim:id`
  const std::size_t at = node.find("claim:");
  const auto& run = view.result.columns[chain.column].run;
  return (run ? view.runs[*run].id + "-" : std::string("agenda-")) + node.substr(at + 6);
}

std::vector<Prose> what_flips(const AgendaView& view) {
  std::vector<Prose> list;
  for (const agenda::WithoutOne& one : view.result.without) {
    if (one.out.empty()) continue;
    const LocalizedText kind = one.kind == "person"
                                   ? LocalizedText{"重みの述べ手", "what this person says of the weights, "}
                               : one.kind == "run"       ? LocalizedText{"実行結果", "the run "}
                               : one.kind == "framework" ? LocalizedText{"枠組み", "the framework "}
                                                         : LocalizedText{"国内の一覧", "the domestic list "};
    list.push_back({{"{0}「{1}」（{2}）を除くと、上位 5 件から{3}が外れ、{4}が入ります。",
                     "Without {0}“{1}” ({2}), {3} would leave the first five and {4} would enter."},
                    {plain(kind), plain(one.title), plain({one.id, one.id}), plain(row_titles(view, one.out)),
                     plain(row_titles(view, one.in))}});
  }
  for (const agenda::WithinRun& within : view.result.within) {
    const agenda::FinishedRun& run = view.runs[within.run];
    const agenda::RunChange& change = run.changes[within.change];
    const bool axis = change.kind == "axis";
    list.push_back({{"「{0}」で{1}「{2}」を除くと、{3}はそこで上位のニーズではなくなります。",
                     "In “{0}”, without the {1} “{2}”, {3} would no longer be among its first needs."},
                    {plain(run.title), plain(axis ? LocalizedText{"比較軸", "axis"} : LocalizedText{"人", "person"}),
                     plain(change.title), plain(row_titles(view, within.rows))}});
  }
  return list;
}

namespace {

struct SourceList {
  std::map<std::string, SourceEntry> entries;
  std::set<std::string> quoted;

  void add(const Evidence& evidence, const std::string& prefix, const std::string& id) {
    const auto found = evidence.claims.find(id);
    if (found == evidence.claims.end()) return;
    const Claim& claim = found->second;
    for (const std::string& reference : claim.spans) {
      const std::string source_id = reference.substr(0, reference.find('#'));
      const Source& source = evidence.sources.at(source_id);
      SourceEntry& entry = entries[prefix + source_id];
      entry.id = "source-" + prefix + source_id;
      const auto citation = [&](Language language) {
        const bool ja = language == Language::Japanese;
        return source.publisher + (ja ? "「" : ", “") + source.title.in(language) + (ja ? "」" : "”, ") +
               to_text(source.published, language);
      };
      entry.citation = {citation(Language::Japanese), citation(Language::English)};
      entry.url = source.address;
      const Span& span = *evidence.find_span(reference);
      const auto rating = [&](Language language) {
        return std::string(1, claim.reliability) + std::to_string(claim.credibility) + " " +
               to_text(claim.grade, language);
      };
      const std::string anchor = prefix + id;
      entry.quotes.push_back({.id = quoted.insert(anchor).second ? anchor : std::string(),
                              .text = span.quote,
                              .language = source.language,
                              .place = {span.locator, span.locator},
                              .note = {rating(Language::Japanese), rating(Language::English)}});
    }
  }
};

} // namespace

std::vector<SourceEntry> agenda_sources(const AgendaView& view) {
  SourceList list;
  std::set<std::string> done;
  for (const agenda::Chain& chain : view.result.chains) {
    const std::string anchor = chain_anchor(view, chain);
    if (anchor.empty() || !done.insert(anchor).second) continue;
    const auto& run = view.result.columns[chain.column].run;
    const std::string prefix = run ? view.runs[*run].id + "-" : std::string("agenda-");
    list.add(run ? view.runs[*run].evidence : view.agenda.evidence, prefix, anchor.substr(prefix.size()));
  }
  const auto own = [&](const std::vector<std::string>& claims) {
    for (const std::string& claim : claims)
      if (done.insert("agenda-" + claim).second) list.add(view.agenda.evidence, "agenda-", claim);
  };
  for (const agenda::NamingList& each : view.agenda.lists) own(each.claims);
  for (const agenda::ListEntry& each : view.agenda.entries) own(each.claims);
  for (const agenda::SeedLink& each : view.agenda.seeds) own(each.claims);
  for (const agenda::Recommendation& each : view.agenda.recommendations) own(each.claims);
  std::vector<SourceEntry> sources;
  for (auto& [id, entry] : list.entries) sources.push_back(std::move(entry));
  return sources;
}

} // namespace rashin::report

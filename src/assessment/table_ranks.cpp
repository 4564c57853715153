#include "assessment/changes.h"
#include "assessment/table_parts.h"
#include "core/country.h"
#include "core/id.h"

#include <algorithm>

namespace rashin::assessment {
namespace {

using study::ResultTable;
using study::TableBuilder;

std::string_view word_of(Turn turn) {
  return turn == Turn::Same ? "same" : turn == Turn::Order ? "order" : "members";
}

std::string_view word_of(balance::MonopolyRisk risk) {
  return risk == balance::MonopolyRisk::Low ? "low" : risk == balance::MonopolyRisk::Medium ? "medium" : "high";
}

/// Position of each of `parts` in `order`, from 1; the number of parts + 1 where it is missing.
double place_in(const std::vector<std::size_t>& order, std::size_t part) {
  return static_cast<double>(std::find(order.begin(), order.end(), part) - order.begin()) + 1;
}

LocalizedText country_title(const std::string& code) {
  const auto country = find_country(code);
  return country ? country->name : LocalizedText{code, code};
}

} // namespace

ResultTable axis_ranks_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("technology");
  b.number("expected_rank", "1", "mean over draws, from 1")
      .number("first_share", "share", "draws in which it is the first")
      .number("confidence", "share", "draws in which it is first under its central weights")
      .text("axes", "compared: nothing is unknown of any technology of this table");
  if (result.ranking) {
    const AxisRanking& ranking = *result.ranking;
    std::string axes;
    for (const std::size_t axis : ranking.axes) axes += (axes.empty() ? "" : "; ") + assessment.axes[axis].id;
    for (const std::size_t at : ranking.order) {
      const LocalizedText& title = assessment.part_titles[ranking.parts[at]].title;
      b.begin_row();
      b.put(assessment.decomposition.parts[ranking.parts[at]].id), b.put(title.ja), b.put(title.en);
      b.put(ranking.places[at].expected_rank), b.put(ranking.places[at].acceptability.front());
      b.put(ranking.places[at].confidence), b.put(axes);
    }
  }
  return b.finish("axis_ranks", {"比較軸で見た技術の順位", "Technologies by their asymmetries"});
}

ResultTable axes_left_out_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("technology.axis left out");
  b.number("place", "1", "by expected rank, without the axis").number("move", "1", "against all axes");
  if (!result.ranking) return b.finish("axes_left_out", {"比較軸を外した順位", "Places without one axis"});
  std::vector<std::size_t> before;
  for (const std::size_t at : result.ranking->order) before.push_back(result.ranking->parts[at]);
  for (const ChangeRow& row : result.changes) {
    const auto axis = std::find_if(result.ranking->axes.begin(), result.ranking->axes.end(),
                                   [&](std::size_t a) { return !row.person && assessment.axes[a].id == row.id; });
    if (axis == result.ranking->axes.end() || row.order.empty()) continue;
    for (const std::size_t part : before) {
      const LocalizedText &title = assessment.part_titles[part].title, &without = assessment.axes[*axis].title;
      b.begin_row();
      b.put(assessment.decomposition.parts[part].id + "." + row.id);
      b.put(title.ja + "（" + without.ja + "を除く）"), b.put(title.en + " (without " + without.en + ")");
      b.put(place_in(row.order, part)), b.put(place_in(row.order, part) - place_in(before, part));
    }
  }
  return b.finish("axes_left_out", {"比較軸を外した順位", "Places without one axis"});
}

ResultTable changes_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("axis or person left out");
  b.text("kind", "axis or person")
      .number("left_out", "1", "asymmetries of the axis; judgements of the person that others stand in for")
      .number("alone", "1", "values that rest on the person alone: not left out")
      .text("needs", "first top_k needs: same, other order, other members")
      .text("out", "needs that leave the first")
      .text("in", "needs that enter")
      .text("technologies", "the same of the ranking over axes");
  const auto ids = [&](const std::vector<std::size_t>& needs) {
    std::string text;
    for (const std::size_t n : needs) text += (text.empty() ? "" : "; ") + need_id(assessment, assessment.needs[n]);
    return text;
  };
  for (const ChangeRow& row : result.changes) {
    const auto axis = std::find_if(assessment.axes.begin(), assessment.axes.end(),
                                   [&](const Axis& a) { return !row.person && a.id == row.id; });
    const LocalizedText title = axis == assessment.axes.end() ? LocalizedText{row.id, row.id} : axis->title;
    b.begin_row();
    b.put(std::string(row.person ? "person:" : "axis:") + row.id), b.put(title.ja), b.put(title.en);
    b.put(row.person ? "person" : "axis"), b.put(static_cast<double>(row.left_out));
    b.put(static_cast<double>(row.alone)), b.put(word_of(row.needs)), b.put(ids(row.out)), b.put(ids(row.in));
    b.put(word_of(row.technologies));
  }
  return b.finish("changes", {"何が変われば答えが変わるか", "What would change the answer"});
}

ResultTable leadership_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("technology.country");
  b.number("share", "share", "of the credit for much-cited papers")
      .number("share_p5", "share", "papers drawn anew")
      .number("share_p95", "share", "papers drawn anew")
      .number("leads_share", "share", "resamples in which it leads")
      .number("h", "1", "H-index over its papers; empty for a table of credits")
      .number("h_p5", "1", "papers drawn anew")
      .number("h_p95", "1", "papers drawn anew");
  for (std::size_t s = 0; s < result.leadership.size(); ++s) {
    const PaperSet& set = assessment.papers[s];
    const balance::LeadershipIntervals& found = result.leadership[s];
    const LocalizedText& title = assessment.part_titles[set.part].title;
    std::vector<std::size_t> order(set.corpus.countries.size());
    for (std::size_t c = 0; c < order.size(); ++c) order[c] = c;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t x, std::size_t y) { return found.point.share[x] > found.point.share[y]; });
    for (const std::size_t c : order) {
      const std::string& code = set.corpus.countries[c];
      const LocalizedText country = country_title(code);
      b.begin_row();
      b.put(join_key({assessment.decomposition.parts[set.part].id, code}));
      b.put(title.ja + "：" + country.ja), b.put(title.en + ": " + country.en);
      b.put(found.point.share[c]), b.put(found.countries[c].share_p5), b.put(found.countries[c].share_p95);
      b.put(found.countries[c].leads);
      if (set.corpus.papers.empty())
        b.skip(3);
      else
        b.put(static_cast<double>(found.countries[c].h)), b.put(found.countries[c].h_p5),
            b.put(found.countries[c].h_p95);
    }
  }
  return b.finish("leadership", {"論文から見た主導国", "Leadership in papers"});
}

ResultTable leadership_risk_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b = titled("technology");
  b.number("top_papers", "1", "much-cited papers, or the sum of credits").text("leader", "country");
  b.number("lead_ratio", "1", "leader's share over the second's")
      .number("leader_institutions", "1", "of the ten with most credit")
      .number("concentration", "1", "sum of squared shares of countries")
      .text("risk", "low, medium, high; empty where no institution is known");
  for (const char* name : {"low", "medium", "high"}) b.number(name, "share", "resamples with that risk");
  for (std::size_t s = 0; s < result.leadership.size(); ++s) {
    const PaperSet& set = assessment.papers[s];
    const balance::LeadershipIntervals& found = result.leadership[s];
    const LocalizedText& title = assessment.part_titles[set.part].title;
    b.begin_row();
    b.put(assessment.decomposition.parts[set.part].id), b.put(title.ja), b.put(title.en);
    b.put(static_cast<double>(found.point.top_papers)), b.put(set.corpus.countries[found.point.leader]);
    found.point.lead_ratio ? b.put(*found.point.lead_ratio) : b.skip();
    b.put(static_cast<double>(found.point.leader_institutions)), b.put(found.point.concentration);
    b.put(found.point.risk ? word_of(*found.point.risk) : "");
    if (found.point.risk)
      b.put(found.low), b.put(found.medium), b.put(found.high);
    else
      b.skip(3);
  }
  return b.finish("leadership_risk", {"論文の集中", "Concentration of papers"});
}

ResultTable need_draws_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b;
  b.text("id", "draw, from 0");
  for (const Need& need : assessment.needs)
    b.number("value_" + need_id(assessment, need), "share", "worth of its concept: orders only");
  for (std::size_t d = 0; d < static_cast<std::size_t>(result.draws); ++d) {
    b.begin_row();
    b.put(std::to_string(d));
    for (const Need& need : assessment.needs) b.put(result.concepts[need.concept_index].worth[d]);
  }
  return b.finish("need_draws", {"技術ニーズの標本ごとの値", "Every draw of every need"});
}

} // namespace rashin::assessment

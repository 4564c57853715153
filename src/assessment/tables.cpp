#include "assessment/run.h"
#include "assessment/table_parts.h"
#include "core/id.h"
#include "math/statistics.h"
#include "study/shared.h"

namespace rashin::assessment {
namespace {

using study::ResultTable;
using study::TableBuilder;

std::string year_text(const std::optional<double>& year) {
  if (!year) return "";
  const double tenth = std::round(*year * 10) / 10;
  const std::string text = std::to_string(tenth);
  return text.substr(0, text.find('.') + 2);
}

ResultTable crossings_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b;
  b.text("id", "assessment.yaml").text("title_ja", "assessment.yaml").text("title_en", "assessment.yaml");
  b.text("leader", "assessment.yaml").text("follower", "assessment.yaml");
  b.number("none_share", "share", "draws in which the follower does not pass before the horizon")
      .number("already_share", "share", "draws in which it is ahead at the as-of date");
  for (const char* name : {"year_p5", "year_p50", "year_p95"})
    b.text(name, "year in which it passes; empty where refused or beyond the horizon");
  b.text("dated", "no where the 90 % interval exceeds the horizon: no date is given");
  for (const char* who : {"leader", "follower"})
    for (const char* name : {"_ceiling_p5", "_ceiling_p50", "_ceiling_p95"})
      b.number(std::string(who) + name, "as the points", "ceiling of the curve");
  b.text("ceilings", "open: the points do not bound at least one ceiling");
  for (const char* name : {"expert_p5", "expert_p50", "expert_p95"}) b.text(name, "people's own date");
  for (std::size_t c = 0; c < result.crossings.size(); ++c) {
    const CrossingRow& row = result.crossings[c];
    const CurvePair& pair = assessment.curves[c];
    const bool dated = !row.crossover.refused;
    b.begin_row();
    b.put(pair.id), b.put(pair.title.ja), b.put(pair.title.en), b.put(pair.leader), b.put(pair.follower);
    b.put(row.crossover.none), b.put(row.crossover.already);
    for (const auto& year : {row.crossover.p5, row.crossover.p50, row.crossover.p95})
      b.put(dated ? year_text(year) : "");
    b.put(dated ? "yes" : "no");
    for (const auto* curve : {&row.leader, &row.follower})
      b.put(curve->ceiling_p5), b.put(curve->ceiling_p50), b.put(curve->ceiling_p95);
    b.put(row.leader.ceiling_open || row.follower.ceiling_open ? "open" : "bounded");
    if (!pair.expert) {
      b.skip(3);
      continue;
    }
    const auto expert = policy::summarize(result.values.parameters[*pair.expert]);
    for (const double day : {expert.p5, expert.p50, expert.p95}) b.put(study::iso_day(assessment.common, day));
  }
  return b.finish("crossings", {"優位が続く期間", "How long an advantage lasts"});
}

ResultTable concepts_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b;
  b.text("id", "assessment.yaml").text("title_ja", "assessment.yaml").text("title_en", "assessment.yaml");
  for (const char* name : {"duration_p5", "duration_p50", "duration_p95"}) b.number(name, "year", "how long it lasts");
  b.number("effect_p50", "share", "on the centre of gravity").number("difficulty_p50", "share", "to copy");
  b.number("worth_mean", "share", "duration/horizon × effect × difficulty: orders only");
  for (const char* name : {"worth_p5", "worth_p50", "worth_p95"}) b.number(name, "share", "the same");
  b.number("first_share", "share", "draws in which its worth is the largest");
  b.text("counter_ja", "counter-argument").text("counter_en", "counter-argument").text("counter_by", "whose");
  for (std::size_t c = 0; c < result.concepts.size(); ++c) {
    const auto& row = result.concepts[c];
    const Concept& each = assessment.concepts[c];
    b.begin_row();
    b.put(each.id), b.put(each.title.ja), b.put(each.title.en);
    b.put(row.duration_p5), b.put(row.duration_p50), b.put(row.duration_p95), b.put(row.effect_p50);
    b.put(row.difficulty_p50), b.put(math::mean(row.worth)), b.put(row.worth_p5), b.put(row.worth_p50),
        b.put(row.worth_p95);
    b.put(row.first), b.put(each.counter.text.ja), b.put(each.counter.text.en), b.put(each.counter.by);
  }
  return b.finish("concepts", {"新たな戦い方", "New ways"});
}

std::string asymmetries_behind(const Assessment& assessment, const Need& need) {
  std::string text;
  for (const Behind& behind : need.behind)
    text += (text.empty() ? "" : "; ") +
            join_key({assessment.decomposition.parts[behind.part].id, assessment.axes[behind.axis].id});
  return text;
}

/// The columns that an agenda joins by are those of a study's needs.
ResultTable needs_table(const Assessment& assessment, const RunResult& result) {
  TableBuilder b;
  b.text("id", "technology.concept").text("technology", "technologies.csv").text("origin", "asymmetry");
  b.text("function", "deter or respond")
      .text("asymmetry", "technology.axis behind it, one or several")
      .text("concept", "that it serves");
  b.text("title_ja", "technologies.csv").text("title_en", "technologies.csv");
  b.text("reason_ja", "assessment.yaml").text("reason_en", "assessment.yaml");
  b.summary("value", "share", "worth of its concept: orders only");
  b.number("top_share", "share", "draws among the first top_k")
      .number("top_error", "share", "standard error of sampling");
  for (const char* name : {"ready_p5", "ready_p50", "ready_p95"}) b.text(name, "usable at the needed capacity");
  for (const NeedRow& row : result.needs) {
    const Need& need = assessment.needs[row.need];
    const std::string part = assessment.decomposition.parts[need.part].id;
    const LocalizedText& title = assessment.part_titles[need.part].title;
    b.begin_row();
    b.put(need_id(assessment, need)), b.put(part), b.put("asymmetry");
    b.put(need.function == Function::Deter ? "deter" : "respond"), b.put(asymmetries_behind(assessment, need));
    b.put(assessment.concepts[need.concept_index].id), b.put(title.ja), b.put(title.en), b.put(need.reason.ja);
    b.put(need.reason.en), b.put(row.worth), b.put(row.top_share), b.put(row.top_error);
    for (const double day : {row.ready_day.p5, row.ready_day.p50, row.ready_day.p95})
      b.put(study::iso_day(assessment.common, day));
  }
  return b.finish("needs", {"技術ニーズ", "Technology needs"});
}

} // namespace

std::string need_id(const Assessment& assessment, const Need& need) {
  return join_key({assessment.decomposition.parts[need.part].id, assessment.concepts[need.concept_index].id});
}

std::vector<ResultTable> result_tables(const Assessment& assessment, const RunResult& result) {
  std::vector<ResultTable> tables;
  tables.push_back(study::parameters_table(assessment.common, result.values));
  tables.push_back(dossiers_table(assessment, result));
  tables.push_back(coverage_table(assessment));
  tables.push_back(gravity_table(assessment));
  tables.push_back(systems_table(assessment, result));
  tables.push_back(denials_table(assessment, result));
  tables.push_back(uses_table(assessment));
  tables.push_back(asymmetries_table(assessment, result));
  tables.push_back(leadership_table(assessment, result));
  tables.push_back(leadership_risk_table(assessment, result));
  tables.push_back(axis_ranks_table(assessment, result));
  tables.push_back(axes_left_out_table(assessment, result));
  tables.push_back(crossings_table(assessment, result));
  tables.push_back(concepts_table(assessment, result));
  tables.push_back(needs_table(assessment, result));
  tables.push_back(need_draws_table(assessment, result));
  tables.push_back(changes_table(assessment, result));
  return tables;
}

} // namespace rashin::assessment

#include "cli/cib_files.h"
#include "cli/cib_people.h"
#include "cli/cib_print.h"
#include "cli/method_commands.h"
#include "cli/mrio_source.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <ostream>

namespace rashin::cli {
namespace {

using pathway::CrossImpactMatrix;

/// What all `cib` commands take.
struct CibCall {
  MethodCall method;
  CibFile file;
  CrossImpactMatrix matrix; ///< people added up
  pathway::SolveOptions solve;
};

Result<CibCall> cib_call(const Call& call, CommandForm form) {
  form.flags.insert(form.flags.end(), {"--no-self-impact"});
  form.options.insert(form.options.end(), {"--tolerance", "--threads"});
  auto method = method_call(call, std::move(form));
  if (!method) return method.diagnostics();
  auto file = read_cib(method->file, method->bytes, std::filesystem::path(method->file).stem().string());
  if (!file) return file.diagnostics();
  const auto tolerance = integer_option(method->arguments, "--tolerance", 0, CrossImpactMatrix::largest_cell);
  const auto threads = integer_option(method->arguments, "--threads", 0, 1024);
  Diagnostics faults = tolerance.diagnostics();
  faults.insert(faults.end(), threads.diagnostics().begin(), threads.diagnostics().end());
  if (has_errors(faults)) return faults;
  CrossImpactMatrix matrix = *summed_matrix(file->descriptors, file->people);
  if (method->arguments.has("--no-self-impact"))
    matrix = matrix.without_self_impacts();
  else
    report_notes(call, file.diagnostics());
  pathway::SolveOptions solve;
  solve.tolerance = static_cast<int>(tolerance->value_or(0));
  solve.threads = static_cast<unsigned>(threads->value_or(0));
  solve.stop = call.stop;
  return CibCall{method.take(), file.take(), std::move(matrix), solve};
}

Result<std::optional<pathway::Ensemble>> ensemble_of(const CibCall& cib,
                                                     const std::vector<pathway::ExpertMatrix>& experts, bool noise) {
  const auto draws = integer_option(cib.method.arguments, "--draws", 1, 10'000'000);
  const auto seed = integer_option(cib.method.arguments, "--seed", 0, std::numeric_limits<long long>::max());
  const auto confidence = integer_option(cib.method.arguments, "--confidence", 1, 5);
  for (const auto* option : {&draws, &seed, &confidence})
    if (!option->ok()) return option->diagnostics();
  if (!*draws) return std::optional<pathway::Ensemble>{};
  pathway::EnsembleOptions options;
  options.draws = static_cast<std::size_t>(**draws);
  options.seed = static_cast<std::uint64_t>(seed->value_or(1));
  options.default_confidence = static_cast<int>(confidence->value_or(options.default_confidence));
  if (!noise) options.half_width.assign(5, 0);
  options.tolerance = cib.solve.tolerance;
  options.threads = cib.solve.threads;
  options.stop = cib.solve.stop;
  auto ensemble = judgement_ensemble(cib.matrix.descriptors(), experts, options);
  if (!ensemble) return ensemble.diagnostics();
  return std::optional(ensemble.take());
}

Diagnostics one_person(const CibCall& cib) {
  if (cib.file.people.size() == 1) return {};
  Place place;
  place.file = cib.method.file;
  return {make_diagnostic("cib-several-people", place, {std::to_string(cib.file.people.size())})};
}

/// Compares with a solution file of ScenarioWizard: scenarios, scores and margins. Basins may come from drawn starts.
int check_against(const Call& call, const std::string& published, const CibSolved& solved) {
  const auto bytes = read_whole_file(published);
  if (!bytes) return report(call, bytes.diagnostics());
  const auto list = collect::read_sl(published, *bytes);
  if (!list) return report(call, list.diagnostics());
  Diagnostics differences;
  Place place;
  place.file = published;
  const auto& found = solved.solution.scenarios;
  for (const collect::SlScenario& scenario : *list) {
    if (!std::binary_search(found.begin(), found.end(), scenario.states)) {
      differences.push_back(make_diagnostic("cib-sl-not-found", place, {scenario_numbers(scenario.states)}));
      continue;
    }
    const pathway::ScenarioFigures figures = scenario_figures(solved.matrix, scenario.states);
    if (figures.total_impact_score != scenario.total_impact_score || figures.margin.value_or(0) != scenario.margin)
      differences.push_back(make_diagnostic("cib-sl-figures", place, {scenario_numbers(scenario.states)}));
  }
  for (const pathway::Scenario& scenario : found)
    if (std::none_of(list->begin(), list->end(), [&](const auto& one) { return one.states == scenario; }))
      differences.push_back(make_diagnostic("cib-sl-more", place, {scenario_numbers(scenario)}));
  report_notes(call, differences);
  if (differences.empty())
    call.err << LocalizedText{published + " と一致します。", "Agrees with " + published + "."}.in(call.language)
             << '\n';
  return differences.empty() && solved.solution.complete ? Done : CheckFails;
}

int solve(const Call& call) {
  const auto cib = cib_call(call, {{"--local", "--sl"}, {"--draws", "--seed", "--confidence", "--against"}, 1, 1});
  if (!cib) return report(call, cib.diagnostics());
  if (Diagnostics several = one_person(*cib); !several.empty()) return report(call, several, cib->method.json);
  CibSolved solved{cib->matrix, consistent_scenarios(cib->matrix, cib->solve), {}, {}, cib->solve.tolerance};
  pathway::SuccessionOptions succession;
  if (cib->method.arguments.has("--local")) succession.rule = pathway::Succession::Local;
  succession.threads = cib->solve.threads;
  solved.succession = succession_map(cib->matrix, succession);
  pathway::ExpertMatrix own{"", {cib->matrix.cells().begin(), cib->matrix.cells().end()}, cib->file.people[0].notes};
  auto ensemble = ensemble_of(*cib, {own}, true);
  if (!ensemble) return report(call, ensemble.diagnostics(), cib->method.json);
  solved.ensemble = ensemble.take();
  if (cib->method.arguments.has("--sl"))
    call.out << sl_of(solved);
  else if (cib->method.json)
    call.out << json_of(solved);
  else
    print(call, solved);
  if (const auto published = cib->method.arguments.option("--against")) return check_against(call, *published, solved);
  return solved.solution.complete ? Done : CheckFails;
}

/// Everybody's matrix: the people of all files, in their order.
Result<std::vector<pathway::ExpertMatrix>> people_of(const CibCall& cib) {
  std::vector<pathway::ExpertMatrix> people = cib.file.people;
  Diagnostics faults;
  const std::vector<std::string>& files = cib.method.arguments.words;
  for (std::size_t f = 1; f < files.size(); ++f) {
    const auto bytes = read_whole_file(files[f]);
    const std::string by = std::filesystem::path(files[f]).stem().string();
    const auto file = bytes ? read_cib(files[f], *bytes, by) : Result<CibFile>(bytes.diagnostics());
    if (!file) {
      faults.insert(faults.end(), file.diagnostics().begin(), file.diagnostics().end());
      continue;
    }
    if (file->descriptors != cib.file.descriptors) {
      Place place;
      place.file = files[f];
      faults.push_back(make_diagnostic("cib-descriptors-differ", place, {cib.method.file}));
      continue;
    }
    people.insert(people.end(), file->people.begin(), file->people.end());
  }
  Place place;
  place.file = cib.method.file;
  if (faults.empty() && people.size() < 2) faults.push_back(make_diagnostic("cib-one-person", place));
  if (!faults.empty()) return faults;
  return people;
}

int compare(const Call& call) {
  const auto cib = cib_call(call, {{}, {"--draws", "--seed", "--confidence"}, 1, 64});
  if (!cib) return report(call, cib.diagnostics());
  const auto people = people_of(*cib);
  if (!people) return report(call, people.diagnostics(), cib->method.json);
  const std::vector<pathway::ExpertMatrix>& experts = *people;
  CibCompared compared{cib->matrix, experts, diverging_cells(cib->matrix.descriptors(), experts), {}, {}, {}};
  const auto without_self = [&](CrossImpactMatrix matrix) {
    return cib->method.arguments.has("--no-self-impact") ? matrix.without_self_impacts() : matrix;
  };
  for (const pathway::ExpertMatrix& expert : experts)
    compared.solutions.push_back(
        consistent_scenarios(without_self(*summed_matrix(cib->matrix.descriptors(), {expert})), cib->solve));
  pathway::SolveOptions together = cib->solve;
  together.tolerance *= static_cast<int>(experts.size()); // a sum counts in units of 1/people
  compared.together = consistent_scenarios(without_self(*summed_matrix(cib->matrix.descriptors(), experts)), together);
  auto ensemble = ensemble_of(*cib, experts, cib->method.arguments.has("--confidence"));
  if (!ensemble) return report(call, ensemble.diagnostics(), cib->method.json);
  compared.ensemble = ensemble.take();
  if (cib->method.json)
    call.out << json_of(compared);
  else
    print(call, compared);
  return Done;
}

/// The project with the changed judgements, all else as it was.
int write_changed(const Call& call, const CibCall& cib, const CrossImpactMatrix& after) {
  Place place;
  place.file = cib.method.file;
  if (!cib.file.project) return report(call, {make_diagnostic("cib-no-project", place)}, cib.method.json);
  collect::ScwProject project = *cib.file.project;
  project.cells = after.cells();
  call.out << collect::write_scw(project);
  return Done;
}

int what_if(const Call& call) {
  const auto cib = cib_call(call, {{"--scw"}, {"--set", "--scenario"}, 1, 1});
  if (!cib) return report(call, cib.diagnostics());
  if (Diagnostics several = one_person(*cib); !several.empty()) return report(call, several, cib->method.json);
  const auto changes = parse_changes(cib->matrix, cib->method.arguments.option("--set").value_or(""));
  if (!changes) return report(call, changes.diagnostics(), cib->method.json);
  CibWhatIf what{cib->matrix, changed(cib->matrix, *changes), *changes, {}, {}, cib->solve.tolerance};
  what.difference =
      difference(consistent_scenarios(what.before, cib->solve), consistent_scenarios(what.after, cib->solve));
  if (const auto given = cib->method.arguments.option("--scenario")) {
    auto scenario = parse_scenario(cib->matrix, *given);
    if (!scenario) return report(call, scenario.diagnostics(), cib->method.json);
    what.scenario = scenario.take();
  }
  if (cib->method.arguments.has("--scw")) return write_changed(call, *cib, what.after);
  if (cib->method.json)
    call.out << json_of(what);
  else
    print(call, what);
  return Done;
}

} // namespace

std::vector<Command> cib_commands() {
  const LocalizedText common{
      "  --tolerance K      不整合が K 以下のシナリオも認める（既定 0）\n  --no-self-impact   "
      "記述子の自分自身への判断を除く\n"
      "  --threads N        スレッド数（結果は変わらない）\n  --json             JSON で出す\n",
      "  --tolerance K      accept scenarios with an inconsistency up to K (default 0)\n"
      "  --no-self-impact   leave out judgements of a descriptor on itself\n"
      "  --threads N        number of threads (does not change the result)\n  --json             print JSON\n"};
  return {
      {"cib solve",
       {"FILE … 整合シナリオをすべて求める", "FILE … find all consistent scenarios"},
       {common.ja +
            "  --local            遷移を一つの記述子ずつにする\n  --sl               ScenarioWizard の .sl で出す\n"
            "  --against FILE.sl  ScenarioWizard の解と比べる（違えば終了コード 1）\n"
            "  --draws N          判断を揺らした N 個の行列で、整合する割合を求める（--seed S, --confidence 1–5）\n",
        common.en + "  --local            succession moves one descriptor at a time\n"
                    "  --sl               print a ScenarioWizard .sl file\n"
                    "  --against FILE.sl  compare with a solution of ScenarioWizard (exit code 1 where they differ)\n"
                    "  --draws N          share of N resampled matrices in which a scenario is consistent (--seed S, "
                    "--confidence 1-5)\n"},
       solve},
      {"cib compare",
       {"A.scw B.scw … または PEOPLE.json … 人ごとの判断を比べる",
        "A.scw B.scw … or PEOPLE.json … compare people's judgements"},
       {common.ja + "  --draws N          誰を信じるかを引いて割合を求める（--confidence を付けると揺らぎも）\n",
        common.en + "  --draws N          shares when who is believed is drawn (with --confidence also noise)\n"},
       compare},
      {"cib what-if",
       {"FILE … 判断を変えると何が変わるか", "FILE … what a changed judgement changes"},
       {common.ja + "  --set \"A.a1>B.b2=3; 2.1>1.3=-2\"   変える判断（名前または 1 からの番号）\n"
                    "  --scenario \"1 3 2\"                 このシナリオを支える判断と崩す変化\n"
                    "  --scw                              判断を変えたプロジェクトを出す\n",
        common.en + "  --set \"A.a1>B.b2=3; 2.1>1.3=-2\"   judgements to change, by name or number from 1\n"
                    "  --scenario \"1 3 2\"                 what holds this scenario up and what would break it\n"
                    "  --scw                              print the project with the changed judgements\n"},
       what_if}};
}

} // namespace rashin::cli

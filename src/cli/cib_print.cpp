#include "cli/cib_print.h"

#include "cli/cib_files.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using pathway::Scenario;

void print_shares(const Call& call, const pathway::CrossImpactMatrix& matrix,
                  const std::optional<pathway::Ensemble>& ensemble) {
  if (!ensemble) return;
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  const std::string draws = std::to_string(ensemble->draws);
  call.out << '\n'
           << say({draws + " 個の判断のうち、整合する割合（確率ではない）:",
                   "Share of " + draws + " draws of the judgements in which it is consistent (not a probability):"})
           << '\n';
  TextTable table({say({"状態", "states"}), say({"割合", "share"}), say({"標準誤差", "s.e."}), say({"名前", "names"})});
  constexpr std::size_t shown = 20;
  for (std::size_t i = 0; i < std::min(shown, ensemble->scenarios.size()); ++i) {
    const pathway::ScenarioShare& share = ensemble->scenarios[i];
    table.row({scenario_numbers(share.scenario), figure(share.share), figure(share.standard_error),
               scenario_names(matrix, share.scenario)});
  }
  table.print(call.out);
  const std::size_t more = ensemble->scenarios.size() - std::min(shown, ensemble->scenarios.size());
  if (more > 0)
    call.out << say({"ほか " + std::to_string(more) + " 個（--json で全部）",
                     std::to_string(more) + " more (all with --json)"})
             << '\n';
}

void print_list(const Call& call, const pathway::CrossImpactMatrix& matrix, const LocalizedText& title,
                const std::vector<Scenario>& list) {
  call.out << title.in(call.language) << ": " << list.size() << '\n';
  for (const Scenario& scenario : list)
    call.out << "  " << scenario_numbers(scenario) << "   " << scenario_names(matrix, scenario) << '\n';
}

} // namespace

void print(const Call& call, const CibSolved& solved) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  const std::string count = std::to_string(solved.solution.scenarios.size());
  call.out << say({"整合シナリオ: " + count + (solved.solution.complete ? "（これで全部）" : "（途中まで）"),
                   "Consistent scenarios: " + count +
                       (solved.solution.complete ? " (all there are)" : " (incomplete)")})
           << '\n';
  TextTable table({say({"状態", "states"}), say({"不整合", "inconsistency"}), say({"余裕", "margin"}),
                   say({"総影響", "total impact"}), say({"流域", "basin"}), say({"名前", "names"})});
  for (const Scenario& scenario : solved.solution.scenarios) {
    const pathway::ScenarioFigures figures = scenario_figures(solved.matrix, scenario);
    std::uint64_t basin = 0;
    for (const pathway::Attractor& attractor : solved.succession.attractors)
      if (attractor.members.size() == 1 && attractor.members[0] == scenario) basin = attractor.basin;
    table.row({scenario_numbers(scenario), std::to_string(figures.inconsistency),
               figures.margin ? std::to_string(*figures.margin) : "", std::to_string(figures.total_impact_score),
               std::to_string(basin), scenario_names(solved.matrix, scenario)});
  }
  table.print(call.out);
  for (const pathway::Attractor& attractor : solved.succession.attractors) {
    if (attractor.members.size() == 1) continue;
    call.out << say({"循環", "cycle"}) << " (" << attractor.basin << "):";
    for (const Scenario& scenario : attractor.members) call.out << "  [" << scenario_numbers(scenario) << ']';
    call.out << '\n';
  }
  const std::string starts = std::to_string(solved.succession.starts);
  call.out
      << say(solved.succession.sampled ? LocalizedText{"流域は無作為な " + starts + " の出発点から。",
                                                       "Basins from " + starts + " drawn starts."}
                                       : LocalizedText{"流域はすべての出発点（" + starts + "）から。",
                                                       "Basins from all " + starts + " starts."})
      << '\n'
      << say({"流域は構造的な重みであり、確率ではありません。整合は入力された判断に対するものです。",
              "Basins are structural weights, not probabilities; consistency is relative to the judgements entered."})
      << '\n';
  print_shares(call, solved.matrix, solved.ensemble);
}

namespace {

/// Why people judge as they do, for the three cells on which they differ most.
void print_reasons(const Call& call, const CibCompared& compared) {
  for (std::size_t i = 0; i < std::min<std::size_t>(3, compared.cells.size()); ++i) {
    const pathway::DivergingCell& cell = compared.cells[i];
    for (const pathway::ExpertMatrix& expert : compared.experts) {
      const auto note = expert.notes.find(cell.row * compared.matrix.states() + cell.column);
      if (note == expert.notes.end() || note->second.reason.empty()) continue;
      call.out << "  " << state_name(compared.matrix, cell.row) << " > " << state_name(compared.matrix, cell.column)
               << "  " << expert.by << ": " << note->second.reason << '\n';
    }
  }
}

} // namespace

void print(const Call& call, const CibCompared& compared) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  for (std::size_t e = 0; e < compared.experts.size(); ++e)
    print_list(call, compared.matrix, {compared.experts[e].by, compared.experts[e].by},
               compared.solutions[e].scenarios);
  print_list(call, compared.matrix, {"合わせた判断（和）", "together (sum)"}, compared.together.scenarios);
  call.out << '\n'
           << say({"判断が分かれる箇所", "Cells on which people differ"}) << ": " << compared.cells.size() << '\n';
  std::vector<std::string> header{say({"から", "from"}), say({"へ", "to"})};
  for (const pathway::ExpertMatrix& expert : compared.experts) header.push_back(expert.by);
  header.push_back("");
  TextTable table(header);
  for (std::size_t i = 0; i < std::min<std::size_t>(20, compared.cells.size()); ++i) {
    const pathway::DivergingCell& cell = compared.cells[i];
    std::vector<std::string> row{state_name(compared.matrix, cell.row), state_name(compared.matrix, cell.column)};
    for (const auto& value : cell.values) row.push_back(value ? std::to_string(*value) : "?");
    row.push_back(cell.opposed ? say({"逆の判断", "opposed"}) : "");
    table.row(std::move(row));
  }
  table.print(call.out);
  print_reasons(call, compared);
  print_shares(call, compared.matrix, compared.ensemble);
}

void print(const Call& call, const CibWhatIf& what) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  if (!what.changes.empty()) {
    for (const pathway::CellChange& change : what.changes)
      call.out << state_name(what.before, change.row) << " > " << state_name(what.before, change.column) << ": "
               << what.before.cell(change.row, change.column) << " -> " << change.value << '\n';
    print_list(call, what.before, {"残る", "kept"}, what.difference.kept);
    print_list(call, what.before, {"消える", "lost"}, what.difference.lost);
    print_list(call, what.before, {"現れる", "gained"}, what.difference.gained);
  }
  if (!what.scenario) return;
  const auto name = [&](std::size_t d) { return what.after.descriptors()[d].name; };
  const auto state = [&](std::size_t d, int s) {
    return what.after.descriptors()[d].states[static_cast<std::size_t>(s)];
  };
  call.out << say({"支えている判断（崩れやすい順）", "What holds it up, the most fragile first"}) << ":\n";
  TextTable table({say({"から", "from"}), say({"支える状態", "holds"}), say({"競う状態", "rival"}),
                   say({"寄与", "pull"}), say({"差", "lead"}), ""});
  for (const pathway::Pillar& pillar : pillars(what.after, *what.scenario, what.tolerance))
    table.row({name(pillar.source) + "." + state(pillar.source, (*what.scenario)[pillar.source]),
               name(pillar.target) + "." + state(pillar.target, (*what.scenario)[pillar.target]),
               state(pillar.target, pillar.rival), std::to_string(pillar.pull), std::to_string(pillar.lead),
               pillar.decisive ? say({"これがないと崩れる", "decisive"}) : ""});
  table.print(call.out);
  call.out << say({"崩す最小の変化", "Smallest changes that break it"}) << ":\n";
  for (const pathway::BreakingChange& change : breaking_changes(what.after, *what.scenario, what.tolerance))
    call.out << "  " << name(change.target) << ": " << state(change.target, change.rival) << " +" << change.change
             << '\n';
}

} // namespace rashin::cli

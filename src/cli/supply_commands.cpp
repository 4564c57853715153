#include "cli/arguments.h"
#include "cli/mrio_commands.h"
#include "cli/mrio_print.h"
#include "cli/mrio_replay.h"
#include "cli/mrio_scenario.h"
#include "cli/mrio_source.h"
#include "cli/supply_results.h"
#include "cli/table_option.h"
#include "report/shock_report.h"
#include "store/folder.h"
#include "supply/mrio_exposure.h"
#include "supply/mrio_extraction.h"
#include "supply/mrio_static.h"

#include <algorithm>
#include <numeric>
#include <ostream>

namespace rashin::cli {
namespace fs = std::filesystem;
namespace {

using supply::Mrio;

std::string named(const Mrio& table, std::size_t industry) {
  return supply::industry_name(table, industry);
}

void print_residual(const Call& call, double residual) {
  Printer(call).line({"解の残差（相対）", "residual of the solution (relative)"}, number(residual, "%.1e"));
}

void print_loss(const Call& call, const Mrio& table, const supply::OutputLoss& loss, std::size_t most) {
  const Printer out(call);
  out.line({"産出の減少（合計）", "output lost"},
           number(std::accumulate(loss.output.begin(), loss.output.end(), 0.0), "%.9g"));
  out.list({"付加価値の減少（地域別）", "value added lost by region"},
           largest(table.regions, supply::value_added_loss(table, loss.output), most));
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.size(); ++i) names.push_back(named(table, i));
  out.list({"産出の減少（産業別）", "output lost by industry"}, largest(names, loss.output, most));
  print_residual(call, loss.residual);
}

int exposure(const Call& call) {
  const auto opened = open_table(call, {{}, {}, 1, 1});
  if (!opened) return report(call, opened.diagnostics());
  const Arguments& arguments = opened->arguments;
  const Mrio& table = opened->checked.table;
  const auto region = supply::find_name(table.regions, arguments.words[0]);
  if (!region) return report(call, {make_diagnostic("mrio-unknown-region", {}, {arguments.words[0]})});
  const auto rows = supply::exposures(table, static_cast<std::uint32_t>(*region));
  if (!rows) return report(call, rows.diagnostics());
  call.out << LocalizedText{"産業\t海外依存（間接を含む）\t海外依存（直接）\t集中度\t主な供給地",
                            "industry\tforeign, look-through\tforeign, face value\tconcentration\tmain sources"}
                  .in(call.language)
           << '\n';
  for (std::size_t k = 0; k < std::min(rows->size(), opened->top); ++k) {
    const supply::Exposure& row = (*rows)[k];
    call.out << named(table, row.industry) << '\t' << percent(row.look_through) << '\t' << percent(row.face_value)
             << '\t' << number(row.concentration, "%.3f") << '\t';
    for (std::size_t s = 0; s < std::min<std::size_t>(3, row.sources.size()); ++s)
      call.out << (s ? ", " : "") << table.regions[row.sources[s].first] << ' ' << percent(row.sources[s].second);
    call.out << '\n';
  }
  double residual = 0;
  for (const supply::Exposure& row : *rows) residual = std::max(residual, row.residual);
  print_residual(call, residual);
  return Done;
}

int shock(const Call& call) {
  const auto arguments = parse_arguments(
      call.words, {{}, {"--table", "--tables", "--year", "--mode", "--out", "--top", "--threads"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto threads = integer_option(*arguments, "--threads", 1, 256);
  if (!threads) return report(call, threads.diagnostics());
  const fs::path file = arguments->words[0];
  const auto json = read_whole_file(file);
  if (!json) return report(call, json.diagnostics());
  const auto name = scenario_table(*json, file.string());
  if (!name) return report(call, name.diagnostics());
  const auto built = table_for(*arguments, *name, file.parent_path());
  if (!built) return report(call, built.diagnostics());
  auto read = read_scenario(*json, file.string(), built->table);
  if (!read) return report(call, read.diagnostics());
  Scenario scenario = read.take();
  const std::string mode = arguments->option("--mode").value_or("");
  if (mode == "boario-compatible") scenario.options.engine = supply::Engine::Compatible;
  if (mode == "default") scenario.options.engine = supply::Engine::Default;
  if (!mode.empty() && mode != "boario-compatible" && mode != "default")
    return report(call, {make_diagnostic("mrio-value-range", {}, {"--mode", mode, "default, boario-compatible"})});
  if (*threads) scenario.options.threads = static_cast<int>(**threads);
  try {
    const auto result = supply::propagate(built->table, scenario.shocks, scenario.options, call.stop);
    if (!result) return report(call, result.diagnostics());
    print_result(call, built->table, scenario, *result);
    if (const auto out = arguments->option("--out")) {
      FileSet files = result_files(built->table, scenario, *result);
      files.merge(report::shock_reports(
          {scenario.name, built->table, scenario.shocks, *result, worst_chain(built->table, scenario, *result)}));
      if (const Diagnostics failed = store::write_new_folder(*out, files); !failed.empty()) return report(call, failed);
    }
  } catch (const supply::Stopped&) {
    return Stopped;
  }
  return Done;
}

Result<std::vector<std::size_t>> industries_of(const Mrio& table, const std::string& list) {
  std::vector<std::size_t> set;
  Diagnostics faults;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t comma = std::min(list.find(',', from), list.size());
    const std::string name = list.substr(from, comma - from);
    from = comma + 1;
    const std::size_t before = set.size();
    for (std::size_t i = 0; i < table.size(); ++i)
      if (named(table, i) == name || table.regions[table.industries[i].region] == name) set.push_back(i);
    if (set.size() == before) faults.push_back(make_diagnostic("mrio-unknown-industry", {}, {name}));
  }
  if (!faults.empty()) return faults;
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

Result<supply::OutputLoss> extraction_loss(const Mrio& table, const Arguments& arguments) {
  if (const auto from = arguments.option("--from")) {
    const auto to = arguments.option("--to").value_or("");
    if (to.empty()) return make_diagnostic("usage-option-missing", {}, {"--to"});
    const auto seller = supply::find_name(table.regions, *from), buyer = supply::find_name(table.regions, to);
    if (!seller) return make_diagnostic("mrio-unknown-region", {}, {*from});
    if (!buyer) return make_diagnostic("mrio-unknown-region", {}, {to});
    return supply::bilateral_extraction(table, static_cast<std::uint32_t>(*seller), static_cast<std::uint32_t>(*buyer));
  }
  const std::string list = arguments.option("--industries").value_or("");
  if (list.empty()) return make_diagnostic("usage-option-missing", {}, {"--industries, or --from with --to"});
  const auto set = industries_of(table, list);
  if (!set) return set.diagnostics();
  const std::string kind = arguments.option("--kind").value_or("full");
  if (kind == "full") return supply::extract(table, supply::Extraction::Full, *set);
  if (kind == "backward") return supply::extract(table, supply::Extraction::Backward, *set);
  if (kind == "forward") return supply::extract(table, supply::Extraction::Forward, *set);
  return make_diagnostic("mrio-value-range", {}, {"--kind", kind, "full, backward, forward"});
}

int extract(const Call& call) {
  const auto opened = open_table(call, {{}, {"--industries", "--from", "--to", "--kind"}, 0, 0});
  if (!opened) return report(call, opened.diagnostics());
  const Arguments& arguments = opened->arguments;
  const Mrio& table = opened->checked.table;
  const auto loss = extraction_loss(table, arguments);
  if (!loss) return report(call, loss.diagnostics());
  print_loss(call, table, *loss, opened->top);
  call.out << LocalizedText{"代替は考えない上限の値です。", "Nobody steps in for what is lost: an upper bound."}.in(
                  call.language)
           << '\n';
  return Done;
}

int demand(const Call& call) {
  const auto arguments = parse_arguments(
      call.words, {{}, {"--table", "--tables", "--year", "--industries", "--region", "--change", "--top"}, 0, 0});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto top = integer_option(*arguments, "--top", 1, 100000);
  if (!top) return report(call, top.diagnostics());
  const std::string list = arguments->option("--industries").value_or(""),
                    change = arguments->option("--change").value_or("");
  if (list.empty() || change.empty())
    return report(call, {make_diagnostic("usage-option-missing", {}, {list.empty() ? "--industries" : "--change"})});
  char* end = nullptr;
  const double share = std::strtod(change.c_str(), &end);
  if (*end != '\0' || !(share >= -1 && share <= 100))
    return report(call, {make_diagnostic("mrio-value-range", {}, {"--change", change, "-1 … 100"})});
  const auto built = table_for(*arguments, "wiod1435_2011", ".");
  if (!built) return report(call, built.diagnostics());
  const auto set = industries_of(built->table, list);
  if (!set) return report(call, set.diagnostics());
  std::optional<std::uint32_t> region;
  if (const auto name = arguments->option("--region")) {
    const auto found = supply::find_name(built->table.regions, *name);
    if (!found) return report(call, {make_diagnostic("mrio-unknown-region", {}, {*name})});
    region = static_cast<std::uint32_t>(*found);
  }
  const auto loss = supply::demand_change(built->table, *set, share, region);
  if (!loss) return report(call, loss.diagnostics());
  print_loss(call, built->table, *loss, static_cast<std::size_t>(top->value_or(20)));
  return Done;
}

template <class Check> int against_reference(const Call& call, Check check) {
  std::vector<std::string> words = call.words;
  std::vector<fs::path> tables;
  for (auto at = std::find(words.begin(), words.end(), "--tables"); at != words.end() && at + 1 != words.end();
       at = std::find(words.begin(), words.end(), "--tables")) {
    tables.emplace_back(*(at + 1));
    words.erase(at, at + 2);
  }
  const auto arguments = parse_arguments(words, {{}, {}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto found = check(fs::path(arguments->words[0]), tables);
  if (!found) return report(call, found.diagnostics());
  for (const Deviation& deviation : *found) {
    call.out << (deviation.largest <= deviation.tolerance ? "ok    " : "FAIL  ") << deviation.output << "  "
             << number(deviation.largest, "%.2e") << " <= " << number(deviation.tolerance, "%.0e")
             << "  n = " << deviation.values;
    if (deviation.largest > 0)
      call.out << "  " << deviation.where << "  " << number(deviation.ours, "%.12g") << " / "
               << number(deviation.reference, "%.12g");
    call.out << '\n';
  }
  return !found->empty() && within(*found) ? Done : CheckFails;
}

int run_replay(const Call& call) {
  return against_reference(call, replay);
}
int run_verify(const Call& call) {
  return against_reference(call, verify);
}

} // namespace

std::vector<Command> supply_commands() {
  const LocalizedText table{"  --table T   表のファイルかフォルダ（または RASHIN_DATA の表の名前）\n  --tables D  "
                            "表を探すフォルダ\n  --year Y    年\n "
                            " --top N     表示する行数",
                            "  --table T   a table's file or folder, or its name in RASHIN_DATA\n  --tables D  a "
                            "folder to look for the table in\n  --year Y    year\n"
                            "  --top N     rows shown"};
  const LocalizedText tables{"  --tables D  表を探すフォルダ（何度でも）",
                             "  --tables D  a folder with tables; may be given again"};
  return {
      {"supply exposure",
       {"地域: 産業ごとの海外依存", "REGION: what its industries need from abroad"},
       table,
       exposure},
      {"supply shock",
       {"シナリオ.json: 日ごとの波及を計算する", "SCENARIO.json: daily propagation"},
       {table.ja + "\n  --mode M    default, boario-compatible\n  --out D     結果を書くフォルダ\n  --threads N",
        table.en + "\n  --mode M    default, boario-compatible\n  --out D     folder for the results\n  --threads N"},
       shock},
      {"supply extract",
       {"--industries … または --from 地域 --to 地域: 仮説的抽出",
        "--industries LIST | --from REGION --to REGION: hypothetical extraction"},
       {table.ja + "\n  --kind K    full, backward, forward", table.en + "\n  --kind K    full, backward, forward"},
       extract},
      {"supply demand",
       {"--industries … --change -0.3 [--region R]: 最終需要の変化が産出と付加価値に及ぼす効果（静学）",
        "--industries LIST --change SHARE [--region R]: what a change of final demand does to output (static)"},
       {table.ja + "\n  --change S  最終需要の増減の割合（-0.3 は 3 割減）\n  --region R  この地域の需要だけ",
        table.en + "\n  --change S  share of the demand, -0.3 for 30 % less\n  --region R  only this region's demand"},
       demand},
      {"supply replay",
       {"フォルダ: 参照計算を再現して比べる", "FOLDER: reruns a reference run and compares"},
       tables,
       run_replay},
      {"supply verify",
       {"フォルダ: 静的な指標を参照値と比べる", "FOLDER: compares static measures with reference vectors"},
       tables,
       run_verify}};
}

} // namespace rashin::cli

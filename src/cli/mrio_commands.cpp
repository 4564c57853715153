#include "cli/mrio_commands.h"

#include "cli/arguments.h"
#include "cli/mrio_print.h"
#include "cli/mrio_source.h"
#include "collect/mrio_readers.h"
#include "store/mrio_file.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <ostream>

namespace rashin::cli {
namespace {

using supply::CheckedMrio;
using supply::Mrio;

double sum(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TableSource source_of(const Arguments& arguments, std::size_t word) {
  return {arguments.words[word], arguments.option("--layout").value_or(""), arguments.option("--year").value_or("")};
}

std::optional<supply::NegativeRule> rule_of(const Arguments& arguments) {
  const std::string rule = arguments.option("--negatives").value_or("clip");
  if (rule == "clip") return supply::NegativeRule::Clip;
  if (rule == "keep") return supply::NegativeRule::Keep;
  if (rule == "refuse") return supply::NegativeRule::Refuse;
  return std::nullopt;
}

void print_totals(const Call& call, const Mrio& table) {
  const Printer out(call);
  const double n = static_cast<double>(table.size());
  out.line({"表", "table"}, table.name + (table.year.empty() ? "" : " " + table.year));
  out.line({"単位（年あたり）", "unit, per year"}, table.unit.empty() ? "?" : table.unit);
  out.line({"地域・部門・産業", "regions, sectors, industries"}, std::to_string(table.regions.size()) + ", " +
                                                                     std::to_string(table.sectors.size()) + ", " +
                                                                     std::to_string(table.size()));
  out.line({"最終需要の列", "final-demand columns"}, std::to_string(table.final_demands.size()));
  out.line({"中間取引の密度", "density of flows"}, percent(static_cast<double>(table.flows.cells()) / (n * n)));
  out.line({"中間取引の合計", "sum of flows"}, number(sum(table.flows.value), "%.10g"));
  out.line({"最終需要の合計", "sum of final demand"}, number(sum(table.final_demand.value), "%.10g"));
  out.line({"産出の合計", "sum of output"}, number(sum(table.output), "%.10g"));
}

LocalizedText words_of(supply::NegativeRule rule) {
  switch (rule) {
  case supply::NegativeRule::Keep:
    return {"そのまま残した（産出はその分小さい）", "kept as they are (output is smaller by them)"};
  case supply::NegativeRule::Refuse:
    return {"あれば表を拒む", "a table that has any is refused"};
  case supply::NegativeRule::Clip:
    break;
  }
  return {"0 とし、産出をその分増やした", "set to 0; output rises by as much"};
}

void print_import_checks(const Call& call, const supply::TableChecks& checks) {
  const Printer out(call);
  const bool kept = checks.rule == supply::NegativeRule::Keep;
  out.line({"負のセルの規則", "rule for negative cells"}, words_of(checks.rule).in(call.language));
  out.line({"負のセル（中間・最終需要）", "negative cells (flows, final demand)"},
           std::to_string(checks.negative_flows) + ", " + std::to_string(checks.negative_final_demands));
  out.line({"負のセルの合計（絶対値）", "mass of the negative cells"}, number(checks.negative_mass, "%.10g"));
  out.line({"規則で変わった金額", "mass changed by the rule"}, number(kept ? 0 : checks.negative_mass, "%.10g"));
  out.list({"最大の負のセル", "largest negative cells"}, checks.worst_negative);
  out.line({"記載の産出額との最大の差", "largest difference from stated output"},
           number(checks.largest_imbalance, "%.10g"));
  out.list({"差の大きい産業", "industries that differ most"}, checks.worst_balance);
}

void print_checks(const Call& call, const supply::TableChecks& checks) {
  const Printer out(call);
  if (checks.recorded)
    print_import_checks(call, checks);
  else
    out.line({"取り込み時の検査", "checks of the import"},
             LocalizedText{"この版のファイルには記録がない。元の表で調べてください。",
                           "not kept by this older file; check the table that it was made from"}
                 .in(call.language));
  out.line({"産出のない産業", "industries without output"}, std::to_string(checks.without_output.size()));
  out.list({"付加価値が負の産業", "industries with negative value added"}, checks.negative_value_added);
}

int import(const Call& call) {
  const auto arguments =
      parse_arguments(call.words, {{}, {"--layout", "--year", "--negatives", "--name", "--unit"}, 2, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto rule = rule_of(*arguments);
  if (!rule)
    return report(call, {make_diagnostic("mrio-value-range", {},
                                         {"--negatives", *arguments->option("--negatives"), "clip, keep, refuse"})});
  auto built = load_table(source_of(*arguments, 0), {*rule, 1e-3});
  const int notes = report(call, built.diagnostics());
  if (!built) return notes;
  CheckedMrio checked = built.take();
  checked.table.name = arguments->option("--name").value_or(checked.table.name);
  checked.table.unit = arguments->option("--unit").value_or(checked.table.unit);
  if (const Diagnostics failed = store::write_mrio(arguments->words[1], checked); !failed.empty())
    return report(call, failed);
  print_totals(call, checked.table);
  print_checks(call, checked.checks);
  return Done;
}

int info(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--industries"}, {"--layout", "--year"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto built = load_table(source_of(*arguments, 0));
  const int notes = report(call, built.diagnostics());
  if (!built) return notes;
  print_totals(call, built->table);
  const auto list = [&](LocalizedText what, const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : " ") + name;
    Printer(call).line(what, all);
  };
  list({"地域", "regions"}, built->table.regions);
  list({"部門", "sectors"}, built->table.sectors);
  list({"最終需要の区分", "final-demand categories"}, built->table.categories);
  if (arguments->has("--industries"))
    for (std::size_t i = 0; i < built->table.size(); ++i)
      Printer(call).line({supply::industry_name(built->table, i), supply::industry_name(built->table, i)},
                         number(built->table.output[i], "%.10g"));
  return Done;
}

int balance(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--layout", "--year"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto built = load_table(source_of(*arguments, 0), {supply::NegativeRule::Keep, 1e-3});
  const int notes = report(call, built.diagnostics());
  if (!built) return notes;
  print_checks(call, built->checks);
  for (const Diagnostic& diagnostic : built.diagnostics())
    if (diagnostic.code == "mrio-unbalanced") return CheckFails;
  return built->checks.negative_value_added.empty() ? Done : CheckFails;
}

int aggregate(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--layout", "--year", "--negatives"}, 3, 3});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto rule = rule_of(*arguments);
  const auto entries = arguments->words[0].ends_with(".rmrio") ? [&]() -> Result<IoEntries> {
    const auto table = store::open_mrio(arguments->words[0]);
    if (!table) return table.diagnostics();
    return supply::to_entries(table->table);
  }()
      : load_entries(source_of(*arguments, 0));
  const auto text = read_unpacked(arguments->words[1]);
  if (!entries) return report(call, entries.diagnostics());
  if (!text) return report(call, text.diagnostics());
  const auto map = collect::read_aggregation_map({arguments->words[1], *text}, entries->industries);
  if (!map) return report(call, map.diagnostics());
  // Final demand follows the region of its industries; a region whose industries part company keeps its own name.
  std::map<std::string, std::string> region;
  for (std::size_t i = 0; i < map->size(); ++i) {
    const auto [place, added] = region.try_emplace(entries->industries[i].region, (*map)[i].region);
    if (!added && place->second != (*map)[i].region) place->second = entries->industries[i].region;
  }
  std::vector<FinalDemandCode> demands;
  for (const FinalDemandCode& code : entries->final_demands) {
    const auto place = region.find(code.region);
    demands.push_back({place == region.end() ? code.region : place->second, code.category});
  }
  const auto built =
      supply::make_mrio(supply::aggregated(*entries, *map, demands), {rule.value_or(supply::NegativeRule::Clip), 1e-3});
  const int notes = report(call, built.diagnostics());
  if (!built) return notes;
  if (const Diagnostics failed = store::write_mrio(arguments->words[2], *built); !failed.empty())
    return report(call, failed);
  print_totals(call, built->table);
  print_checks(call, built->checks);
  return Done;
}

int compare_tables(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--layout", "--year", "--year2", "--tolerance"}, 2, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  TableSource second = source_of(*arguments, 1);
  second.year = arguments->option("--year2").value_or(second.year);
  const auto a = load_table(source_of(*arguments, 0)), b = load_table(second);
  if (!a) return report(call, a.diagnostics());
  if (!b) return report(call, b.diagnostics());
  const double tolerance = std::strtod(arguments->option("--tolerance").value_or("1e-9").c_str(), nullptr);
  std::vector<supply::TableChecks::NamedAmount> differences;
  std::size_t lacking = 0, beyond = 0;
  const auto added_a = supply::value_added(a->table), added_b = supply::value_added(b->table);
  std::map<std::string, std::size_t> of_b;
  for (std::size_t i = 0; i < b->table.size(); ++i) of_b.emplace(supply::industry_name(b->table, i), i);
  for (std::size_t i = 0; i < a->table.size(); ++i) {
    const auto found = of_b.find(supply::industry_name(a->table, i));
    if (found == of_b.end()) {
      ++lacking;
      continue;
    }
    const double difference = b->table.output[found->second] - a->table.output[i];
    const double of_added = added_b[found->second] - added_a[i];
    if (std::max(std::abs(difference), std::abs(of_added)) > tolerance * (1 + std::abs(a->table.output[i]))) ++beyond;
    if (difference != 0) differences.push_back({found->first, difference});
  }
  std::stable_sort(differences.begin(), differences.end(),
                   [](const auto& x, const auto& y) { return std::abs(x.amount) > std::abs(y.amount); });
  if (differences.size() > 20) differences.resize(20);
  const Printer out(call);
  out.line({"産出の合計", "sum of output"},
           number(sum(a->table.output), "%.10g") + " / " + number(sum(b->table.output), "%.10g"));
  out.line({"片方にしかない産業", "industries of the first that the second lacks"}, std::to_string(lacking));
  out.line({"許容差を超える産業", "industries beyond the tolerance"}, std::to_string(beyond));
  out.list({"産出の差（第二 − 第一）", "differences of output (second − first)"}, differences);
  return lacking + beyond > 0 || a->table.size() != b->table.size() ? CheckFails : Done;
}

} // namespace

std::vector<Command> mrio_commands() {
  const LocalizedText source{
      "  --layout L   long, wiod, matrices, pymrio, exiobase, oecd, rashin（省略時は自動判別）\n  --year Y     "
      "年（複数年のフォルダ）",
      "  --layout L   long, wiod, matrices, pymrio, exiobase, oecd, rashin (found from the files if left out)\n"
      "  --year Y     for a folder with several years"};
  const LocalizedText rule{source.ja + "\n  --negatives  clip（0 とする）, keep, refuse",
                           source.en + "\n  --negatives  clip (set to 0), keep or refuse"};
  const LocalizedText naming{rule.ja + "\n  --name N, --unit U  表の名前と単位",
                             rule.en + "\n  --name N, --unit U  name and unit of the table"};
  return {{"mrio import",
           {"表 出力.rmrio: 表を検査して一つのファイルにする",
            "TABLE OUT.rmrio: checks a table and packs it into one file"},
           naming,
           import},
          {"mrio info", {"表: 大きさ、地域、部門", "TABLE: size, regions, sectors"}, source, info},
          {"mrio balance",
           {"表: 収支と負のセルを調べる", "TABLE: balance and negative cells, the worst named"},
           source,
           balance},
          {"mrio aggregate",
           {"表 対応表.csv 出力.rmrio: 地域と部門を統合する", "TABLE MAP.csv OUT.rmrio: adds up regions and sectors"},
           rule,
           aggregate},
          {"mrio compare",
           {"表1 表2: 産業ごとに比べる", "TABLE TABLE: compares industry by industry"},
           source,
           compare_tables}};
}

} // namespace rashin::cli

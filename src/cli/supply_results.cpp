#include "cli/supply_results.h"

#include "cli/mrio_print.h"
#include "study/economy_tables.h"
#include "supply/mrio_explain.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::cli {
namespace {

using supply::Cause;
using supply::CauseKind;
using supply::Mrio;
using supply::PropagationResult;

constexpr std::size_t shown = 10;

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::string exact(double value) {
  return number(value, "%.12g");
}

/// "Transport equipment, Japan" where the sectors of the table are known by title, else its code `JPN|c15`.
LocalizedText words_of(const Mrio& table, std::size_t industry) {
  const auto& [region, sector] = table.industries[industry];
  const std::string& code = table.sectors[sector];
  const LocalizedText where = study::region_title(table.regions[region]), what = study::sector_title(table.name, code);
  const std::string name = supply::industry_name(table, industry);
  if (what.en == code) return {name, name};
  return {where.ja + "の" + what.ja, what.en + ", " + where.en};
}

LocalizedText sentence(const Mrio& table, const Scenario& scenario, const Cause& cause) {
  const LocalizedText who = words_of(table, cause.industry);
  const std::string day = std::to_string(cause.day), made = percent(cause.output_share);
  const LocalizedText supplier = cause.supplier ? words_of(table, *cause.supplier) : LocalizedText{"?", "?"};
  const LocalizedText input =
      cause.input == supply::no_sector ? LocalizedText{} : study::sector_title(table.name, table.sectors[cause.input]);
  const std::string shock = cause.shock ? scenario.shocks[*cause.shock].name : "";
  const LocalizedText head{day + " 日目、" + who.ja + "の生産は平常の " + made + "。",
                           "day " + day + ": " + who.en + " makes " + made + " of its usual output; "};
  LocalizedText why;
  switch (cause.kind) {
  case CauseKind::Unlimited:
    why = {"注文どおり。", "nothing limits it"};
    break;
  case CauseKind::Input:
    why = {"投入「" + input.ja + "」が不足。最も滞ったのは" + supplier.ja + "からの分。",
           "input " + input.en + " is short, most of it from " + supplier.en};
    break;
  case CauseKind::Shock:
    why = {"ショック「" + shock + "」による。", "hit by the shock \"" + shock + "\""};
    break;
  case CauseKind::LinkShock:
    why = {"投入「" + input.ja + "」が不足。" + supplier.ja + "からの取引がショック「" + shock + "」で細った。",
           "input " + input.en + " is short: the link from " + supplier.en + " is cut by the shock \"" + shock + "\""};
    break;
  case CauseKind::Overload:
    why = {"注文が平常の能力を超えた。", "more is asked for than its usual capacity"};
    break;
  }
  return {head.ja + why.ja, head.en + why.en};
}

std::vector<std::string> industry_list(const Mrio& table) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.size(); ++i) names.push_back(supply::industry_name(table, i));
  return names;
}

std::vector<double> added_loss_by_region(const Mrio& table, const PropagationResult& result) {
  std::vector<double> loss(table.regions.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i) loss[table.industries[i].region] += result.value_added_loss[i];
  return loss;
}

std::string day_rows(const std::vector<std::string>& names, const supply::DayTable& days) {
  std::string text = "day";
  for (const std::string& name : names) text += ",\"" + name + "\"";
  text += '\n';
  for (std::size_t t = 0; days.columns > 0 && t < days.value.size() / days.columns; ++t) {
    text += std::to_string(t);
    for (const double value : days.row(t)) text += "," + exact(value);
    text += '\n';
  }
  return text;
}

} // namespace

std::vector<supply::TableChecks::NamedAmount> largest(const std::vector<std::string>& names,
                                                      const std::vector<double>& amounts, std::size_t most) {
  std::vector<supply::TableChecks::NamedAmount> list;
  double greatest = 0; // what rounding leaves beside it is no loss
  for (const double amount : amounts) greatest = std::max(greatest, std::abs(amount));
  for (std::size_t k = 0; k < names.size(); ++k)
    if (std::abs(amounts[k]) > 1e-11 * greatest) list.push_back({names[k], amounts[k]});
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.amount > b.amount; });
  if (list.size() > most) list.resize(most);
  return list;
}

void print_result(const Call& call, const Mrio& table, const Scenario& scenario, const PropagationResult& result) {
  const Printer out(call);
  out.line({"表", "table"}, table.name + (table.year.empty() ? "" : " " + table.year) +
                                (table.unit.empty() ? "" : " (" + table.unit + ")"));
  out.line({"日数", "days"}, std::to_string(result.days));
  out.line({"生産の減少（累計）", "production lost, all days"}, exact(sum(result.production_loss)));
  out.line({"付加価値の減少（累計）", "value added lost, all days"}, exact(sum(result.value_added_loss)));
  out.line({"満たされない最終需要（累計）", "unmet final demand, all days"}, exact(sum(result.total_unmet)));
  out.line({"収支の最大誤差", "worst balance of a day"}, number(result.worst_balance, "%.1e"));
  out.list({"付加価値の減少（地域別）", "value added lost by region"},
           largest(table.regions, added_loss_by_region(table, result), shown));
  const std::vector<std::string> names = industry_list(table);
  out.list({"付加価値の減少（産業別）", "value added lost by industry"},
           largest(names, result.value_added_loss, shown));
  for (const auto& [who, words] : worst_chain(table, scenario, result))
    call.out << "  " << words.in(call.language) << '\n';
}

std::vector<std::pair<LocalizedText, LocalizedText>> worst_chain(const Mrio& table, const Scenario& scenario,
                                                                 const PropagationResult& result) {
  std::vector<std::pair<LocalizedText, LocalizedText>> steps;
  if (result.limit.empty()) return steps;
  // The chain that tells most starts where an input stopped an industry that no shock touched.
  std::size_t worst = table.size();
  std::vector<Cause> chain;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (worst < table.size() && result.value_added_loss[i] <= result.value_added_loss[worst]) continue;
    auto its = supply::explain(table, scenario.shocks, scenario.options, result, i);
    if (its.empty() || (its[0].kind != CauseKind::Input && its[0].kind != CauseKind::LinkShock)) continue;
    worst = i;
    chain = std::move(its);
  }
  for (const Cause& cause : chain) {
    steps.emplace_back(words_of(table, cause.industry), sentence(table, scenario, cause));
  }
  return steps;
}

FileSet result_files(const Mrio& table, const Scenario& scenario, const PropagationResult& result) {
  FileSet files;
  std::string& days = files["days.csv"];
  days = "day,production,value_added,unmet_final_demand,postponed\n";
  for (std::size_t t = 0; t < result.total_production.size(); ++t)
    days += std::to_string(t) + "," + exact(result.total_production[t]) + "," + exact(result.total_value_added[t]) +
            "," + exact(result.total_unmet[t]) + "," + exact(result.total_postponed[t]) + "\n";
  std::string& industries = files["industries.csv"];
  industries = "industry,production_loss,value_added_loss,unmet_final_demand,recovery_day\n";
  const std::vector<std::string> names = industry_list(table);
  for (std::size_t i = 0; i < table.size(); ++i)
    industries += "\"" + names[i] + "\"," + exact(result.production_loss[i]) + "," + exact(result.value_added_loss[i]) +
                  "," + exact(result.unmet[i]) + "," + std::to_string(result.recovery_day[i]) + "\n";
  files["production.csv"] = day_rows(names, result.production);
  std::vector<std::string> cells;
  for (const std::string& region : table.regions)
    for (const std::string& sector : table.sectors) cells.push_back(region + "|" + sector);
  files["unmet_final_demand.csv"] = day_rows(cells, result.unmet_final_demand);
  if (result.limit.empty()) return files;
  std::string& causes = files["causes.csv"];
  causes = "industry,step,day,text_en,text_ja\n";
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto chain = supply::explain(table, scenario.shocks, scenario.options, result, i);
    if (chain[0].kind == CauseKind::Unlimited) continue;
    for (std::size_t step = 0; step < chain.size(); ++step) {
      const LocalizedText text = sentence(table, scenario, chain[step]);
      causes += "\"" + names[i] + "\"," + std::to_string(step) + "," + std::to_string(chain[step].day) + ",\"";
      for (const char c : text.en) causes += c == '"' ? std::string("\"\"") : std::string(1, c);
      causes += "\",\"" + text.ja + "\"\n";
    }
  }
  return files;
}

} // namespace rashin::cli

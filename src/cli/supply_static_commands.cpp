// rashin supply linkages | paths: static measures of a table, industry by industry.
#include "cli/arguments.h"
#include "cli/mrio_commands.h"
#include "cli/mrio_print.h"
#include "cli/table_option.h"
#include "supply/mrio_paths.h"
#include "supply/mrio_static.h"

#include <algorithm>
#include <numeric>

namespace rashin::cli {
namespace {

using supply::Linkage;
using supply::Mrio;

LocalizedText words_of(Linkage linkage) {
  switch (linkage) {
  case Linkage::Key:
    return {"基幹", "key"};
  case Linkage::Backward:
    return {"後方", "backward"};
  case Linkage::Forward:
    return {"前方", "forward"};
  case Linkage::Weak:
    break;
  }
  return {"弱い", "weak"};
}

std::vector<double> column(const supply::Indicators& all, const std::string& by, Diagnostics& faults) {
  if (by == "extraction") return all.extraction_loss;
  if (by == "output") return all.output;
  if (by == "backward") return all.backward_linkage;
  if (by == "forward") return all.forward_linkage;
  faults.push_back(make_diagnostic("usage-choice", {}, {"--by", by, "extraction, output, backward, forward"}));
  return {};
}

int linkages(const Call& call) {
  const auto opened = open_table(call, {{}, {"--region", "--by"}, 0, 0});
  if (!opened) return report(call, opened.diagnostics());
  const Arguments& arguments = opened->arguments;
  const Mrio& table = opened->checked.table;
  std::optional<std::size_t> region;
  if (const auto name = arguments.option("--region")) {
    region = supply::find_name(table.regions, *name);
    if (!region) return report(call, {make_diagnostic("mrio-unknown-region", {}, {*name})});
  }
  const auto inverse = supply::inverses(table);
  if (!inverse) return report(call, inverse.diagnostics());
  const supply::Indicators all = supply::indicators(table, *inverse);
  const std::vector<Linkage> classes = supply::linkage_classes(all);
  Diagnostics faults;
  const std::vector<double> order_by = column(all, arguments.option("--by").value_or("extraction"), faults);
  if (!faults.empty()) return report(call, faults);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (!region || table.industries[i].region == *region) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return order_by[a] > order_by[b]; });
  call.out << LocalizedText{"産業\t産出\t産出乗数\t上流度\t後方連関\t前方連関\t類型\t抽出の損失\t自産業を除く",
                            "industry\toutput\toutput multiplier\tupstreamness\tbackward linkage\tforward "
                            "linkage\tclass\textraction loss\twithout its own"}
                  .in(call.language)
           << '\n';
  for (std::size_t k = 0; k < std::min(order.size(), opened->top); ++k) {
    const std::size_t i = order[k];
    call.out << supply::industry_name(table, i) << '\t' << number(all.output[i], "%.9g") << '\t'
             << number(all.output_multiplier[i], "%.4f") << '\t' << number(all.forward_multiplier[i], "%.4f") << '\t'
             << number(all.backward_linkage[i], "%.4f") << '\t' << number(all.forward_linkage[i], "%.4f") << '\t'
             << words_of(classes[i]).in(call.language) << '\t' << number(all.extraction_loss[i], "%.9g") << '\t'
             << number(all.extraction_loss_others[i], "%.9g") << '\n';
  }
  return Done;
}

int paths(const Call& call) {
  const auto opened = open_table(call, {{}, {"--depth"}, 1, 1});
  if (!opened) return report(call, opened.diagnostics());
  const Arguments& arguments = opened->arguments;
  const Mrio& table = opened->checked.table;
  const auto depth = integer_option(arguments, "--depth", 0, 20);
  if (!depth) return report(call, depth.diagnostics());
  const auto maker = supply::find_industry(table, arguments.words[0]);
  if (!maker) return report(call, {make_diagnostic("mrio-unknown-industry", {}, {arguments.words[0]})});
  supply::PathOptions options;
  options.depth = static_cast<int>(depth->value_or(options.depth));
  options.most_paths = opened->top;
  const auto found = supply::structural_paths(table, *maker, supply::final_demand_totals(table)[*maker], options);
  if (!found) return report(call, found.diagnostics());
  const Printer out(call);
  out.line({"最終需要に含まれる付加価値", "value added in its final demand"}, number(found->total, "%.9g"));
  for (const supply::StructuralPath& path : found->paths) {
    std::string chain;
    for (const std::uint32_t industry : path.industries)
      chain += (chain.empty() ? "" : " > ") + supply::industry_name(table, industry);
    call.out << number(path.value, "%.6g") << '\t' << percent(found->total > 0 ? path.value / found->total : 0) << '\t'
             << chain << '\n';
  }
  out.line({"ほかの経路", "all other paths"}, number(found->beyond, "%.6g"));
  out.line({"解の残差（相対）", "residual of the solution (relative)"}, number(found->residual, "%.1e"));
  return Done;
}

int trade(const Call& call) {
  const auto opened = open_table(call, {{}, {}, 1, 1});
  if (!opened) return report(call, opened.diagnostics());
  const Arguments& arguments = opened->arguments;
  const Mrio& table = opened->checked.table;
  const auto region = supply::find_name(table.regions, arguments.words[0]);
  if (!region) return report(call, {make_diagnostic("mrio-unknown-region", {}, {arguments.words[0]})});
  const auto found = supply::value_added_trade(table, static_cast<std::uint32_t>(*region));
  if (!found) return report(call, found.diagnostics());
  std::vector<std::size_t> order(table.regions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return found->paid_to[a] + found->earned_from[a] > found->paid_to[b] + found->earned_from[b];
  });
  const double paid = std::accumulate(found->paid_to.begin(), found->paid_to.end(), 0.0),
               earned = std::accumulate(found->earned_from.begin(), found->earned_from.end(), 0.0);
  call.out << LocalizedText{"相手\t" + table.regions[*region] +
                                "の最終需要に含まれる相手の付加価値\t割合\t相手の最終需"
                                "要に含まれる" +
                                table.regions[*region] + "の付加価値\t割合",
                            "region\tits value added in final demand of " + table.regions[*region] +
                                "\tshare\tvalue added of " + table.regions[*region] + " in its final demand\tshare"}
                  .in(call.language)
           << '\n';
  for (std::size_t k = 0; k < std::min(order.size(), opened->top); ++k)
    call.out << table.regions[order[k]] << '\t' << number(found->paid_to[order[k]], "%.9g") << '\t'
             << percent(paid > 0 ? found->paid_to[order[k]] / paid : 0) << '\t'
             << number(found->earned_from[order[k]], "%.9g") << '\t'
             << percent(earned > 0 ? found->earned_from[order[k]] / earned : 0) << '\n';
  Printer(call).line({"解の残差（相対）", "residual of the solution (relative)"}, number(found->residual, "%.1e"));
  return Done;
}

} // namespace

std::vector<Command> supply_static_commands() {
  const LocalizedText table{"  --table T, --tables D, --year Y  表\n  --top N     表示する行数",
                            "  --table T, --tables D, --year Y  the table\n  --top N     rows shown"};
  return {
      {"supply linkages",
       {"[--region R] [--by K]: 乗数、上流度、連関、抽出の損失",
        "[--region R] [--by K]: multipliers, upstreamness, key sectors, extraction losses"},
       {table.ja + "\n  --region R  この地域だけ\n  --by K      並べ方：extraction, output, backward, forward",
        table.en + "\n  --region R  only this region\n  --by K      order: extraction, output, backward, forward"},
       linkages},
      {"supply trade",
       {"地域: 付加価値でみた貿易（どの地域の需要で稼ぎ、どの地域に払うか）",
        "REGION: value added in trade: on whose final demand it earns, and who earns on its own"},
       table,
       trade},
      {"supply paths",
       {"産業 [--depth N]: 付加価値がどの取引の連なりで届くか",
        "INDUSTRY [--depth N]: which chains of suppliers its value comes by"},
       {table.ja + "\n  --depth N   最終財からたどる段数", table.en + "\n  --depth N   steps from the final product"},
       paths}};
}

} // namespace rashin::cli

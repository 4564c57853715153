#include "cli/network_commands.h"

#include "cli/arguments.h"
#include "cli/method_print.h"
#include "cli/study_files.h"
#include "core/country.h"
#include "core/json.h"
#include "study/network_tables.h"
#include "study/read.h"

#include <ostream>

namespace rashin::cli {
namespace {

using supply::Index;

/// A study's network at the medians of its draws, balanced, with the tables made of it.
struct Shown {
  study::Study study;
  study::RunResult medians; ///< its draws only; nothing is played
  std::vector<double> values;
};

Result<Shown> load(const std::string& folder) {
  const auto files = read_study_folder(folder);
  if (!files) return files.diagnostics();
  auto read = study::read_study(*files);
  if (!read) return read.diagnostics();
  Shown shown{read.take(), {}, {}};
  const auto plan = make_draw_plan(shown.study.header.seed, shown.study.correlations);
  if (!plan) return plan.diagnostics();
  shown.medians.draws = shown.study.header.draws;
  for (const Quantity& quantity : shown.study.parameters) {
    shown.medians.parameters.emplace_back(static_cast<std::size_t>(shown.medians.draws));
    draw_values(quantity, *plan, 0, shown.medians.parameters.back());
  }
  shown.values = study::median_network(shown.study, shown.medians);
  return shown;
}

std::string country_words(const std::string& code, Language language) {
  if (code == "ZZZ") return language == Language::Japanese ? "その他（国を特定せず）" : "others (no country stated)";
  const Country* country = find_country(code);
  return country ? country->short_name.in(language) + " (" + code + ")" : code;
}
std::string percent(double share) {
  return figure(100 * share);
}

/// Cells of a result table as they stand, for the terminal: chosen columns, rows whose id passes.
template <class Wanted>
void print_table(const Call& call, const study::ResultTable& table, const std::vector<std::string>& columns,
                 Wanted wanted) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t r = 0; r < table.table.rows(); ++r) {
    if (!wanted(std::string(table.table.column("id").text(r).value_or("")), r)) continue;
    rows.emplace_back();
    for (const std::string& name : columns) {
      const Column& column = table.table.column(name);
      if (column.type() == ColumnType::Number) {
        const auto number = column.number(r);
        rows.back().push_back(number ? figure(*number) : "");
      } else {
        rows.back().emplace_back(column.text(r).value_or(""));
      }
    }
  }
  if (rows.empty()) return;
  call.out << '\n' << table.title.in(call.language) << '\n';
  TextTable text(columns);
  for (std::vector<std::string>& row : rows) text.row(std::move(row));
  text.print(call.out);
}

/// What an item is made of (`down`) or goes into, tier by tier, indented.
void print_tiers(const Call& call, const Shown& shown, Index item, bool down, int depth) {
  const auto& network = shown.study.network;
  const auto line = [&](const LocalizedText& name, const std::string& id, supply::InputClass input_class) {
    constexpr const char* classes[] = {"essential", "important", "non-essential"};
    call.out << std::string(static_cast<std::size_t>(2 * depth), ' ') << name.in(call.language) << "  " << id << ", "
             << classes[static_cast<std::size_t>(input_class)] << '\n';
  };
  for (const supply::Input& input : network.inputs) {
    if ((down ? input.item : input.input) != item) continue;
    const Index next = down ? input.input : input.item;
    line(network.items[next].name, network.items[next].id, input.input_class);
    print_tiers(call, shown, next, down, depth + 1);
  }
  if (down) return;
  for (const supply::Demand& demand : network.demands)
    if (demand.item == item)
      line(network.end_uses[demand.end_use].name, network.end_uses[demand.end_use].id, demand.input_class);
}

void print_suppliers(const Call& call, const Shown& shown, Index item) {
  const auto say = [&](const char* ja, const char* en) { return LocalizedText{ja, en}.in(call.language); };
  const auto& network = shown.study.network;
  double total = 0;
  for (const supply::Supplier& s : network.suppliers)
    if (s.item == item) total += shown.values[s.supply];
  call.out << '\n' << say("供給者", "Suppliers") << '\n';
  TextTable table({say("供給者", "supplier"), say("国", "country"), say("量", "amount"), "%", say("余力", "spare"),
                   say("経路", "route"), say("通過点", "passages")});
  for (const supply::Supplier& s : network.suppliers) {
    if (s.item != item) continue;
    const double amount = shown.values[s.supply];
    const double spare = shown.values[s.spare] + shown.values[s.spare_share] * amount;
    std::string passages;
    if (s.route)
      for (const Index p : network.routes[*s.route].passages)
        passages += (passages.empty() ? "" : " ") + network.passages[p];
    table.row({s.id, country_words(s.country, call.language), figure(amount), percent(total > 0 ? amount / total : 0),
               figure(spare), s.route ? network.routes[*s.route].id : (s.makes ? say("国内製造", "made here") : ""),
               passages});
  }
  table.print(call.out);
}

void print_item(const Call& call, const Shown& shown, Index item) {
  const auto say = [&](const char* ja, const char* en) { return LocalizedText{ja, en}.in(call.language); };
  const supply::Item& it = shown.study.network.items[item];
  call.out << it.name.in(call.language) << "  " << it.id << say("（", " (") << it.unit << say("/年）", "/year)")
           << '\n';
  print_suppliers(call, shown, item);
  const auto of_item = [&](const std::string& id, std::size_t) { return id == it.id || id.starts_with(it.id + "."); };
  print_table(call, study::concentration_table(shown.study, shown.medians),
              {"id", "suppliers", "hhi", "top1", "top1_share", "top3_share", "depth"}, of_item);
  call.out << '\n' << say("上流（作るのに要るもの）", "Upstream: what it is made of") << '\n';
  print_tiers(call, shown, item, true, 1);
  call.out << '\n' << say("下流（使い道）", "Downstream: what it goes into") << '\n';
  print_tiers(call, shown, item, false, 1);
  const study::ResultTable exposure = study::exposure_table(shown.study, shown.medians);
  print_table(call, exposure, {"end_use", "country", "amount", "unit", "share", "value_added"},
              [&](const std::string&, std::size_t r) { return exposure.table.column("item").text(r) == it.id; });
}

void print_all(const Call& call, const Shown& shown) {
  const auto all = [](const std::string&, std::size_t) { return true; };
  call.out << shown.study.header.title.in(call.language) << '\n';
  print_table(call, study::concentration_table(shown.study, shown.medians),
              {"id", "suppliers", "hhi", "top1", "top1_share", "top3_share", "depth"}, all);
  print_table(call, study::critical_nodes_table(shown.study, shown.medians), {"id", "value_added", "stops", "survives"},
              all);
  const study::ResultTable exposure = study::exposure_table(shown.study, shown.medians);
  print_table(call, exposure, {"end_use", "country", "share", "value_added"}, [&](const std::string&, std::size_t r) {
    return exposure.table.column("item").text(r).value_or("").empty();
  });
}

/// The tables as JSON: one array of objects each; with an item, its rows only.
std::string json_of(const Shown& shown, const std::string& item) {
  JsonWriter json;
  json.begin_object();
  json.key("study").text(shown.study.header.id);
  for (const study::ResultTable& table :
       {study::concentration_table(shown.study, shown.medians), study::exposure_table(shown.study, shown.medians),
        study::critical_nodes_table(shown.study, shown.medians)}) {
    json.key(table.name).begin_array();
    for (std::size_t r = 0; r < table.table.rows(); ++r) {
      const std::string id(table.table.column("id").text(r).value_or(""));
      const bool about_item = id == item || id.starts_with(item + ".") || id.ends_with("." + item) ||
                              id.starts_with("supplier." + item + ".");
      if (!item.empty() && !about_item) continue;
      json.begin_object(JsonWriter::Layout::OneLine);
      for (const Column& column : table.table.columns()) {
        json.key(column.name());
        if (column.type() != ColumnType::Number)
          json.text(column.text(r).value_or(""));
        else if (const auto number = column.number(r))
          json.number(*number);
        else
          json.null();
      }
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
  return json.take();
}

int show(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--json"}, {"--item"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const bool json = arguments->has("--json");
  const auto shown = load(arguments->words[0]);
  if (!shown) return report(call, shown.diagnostics(), json);
  const std::string wanted = arguments->option("--item").value_or("");
  const auto item = supply::find_item(shown->study.network, wanted);
  if (!wanted.empty() && !item) {
    std::string known;
    for (const supply::Item& it : shown->study.network.items) known += (known.empty() ? "" : "|") + it.id;
    return report(call, {make_diagnostic("usage-choice", {}, {"--item", wanted, known})}, json);
  }
  if (json)
    call.out << json_of(*shown, wanted);
  else if (item)
    print_item(call, *shown, *item);
  else
    print_all(call, *shown);
  return Done;
}

} // namespace

std::vector<Command> network_commands() {
  std::vector<Command> all{
      {"network show",
       {"DIR [--item X] [--json]　供給網の集中、依存、止まると困るもの",
        "DIR [--item X] [--json]   concentration, exposure and weak points of a study's network"},
       {"  --item X  一つの品目：供給者、上流と下流、国別に依存する付加価値\n  --json    JSON で出力する",
        "  --item X  one item: suppliers, tiers up and down, value added that rests on each country\n  --json    as "
        "JSON"},
       show}};
  for (Command& command : route_commands()) all.push_back(std::move(command));
  return all;
}

} // namespace rashin::cli

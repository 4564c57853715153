#include "cli/method_commands.h"
#include "cli/mrio_source.h"
#include "cli/plain_file.h"
#include "collect/line_reader.h"
#include "core/json.h"
#include "core/number_text.h"
#include "math/morris.h"
#include "math/sobol.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using Layout = JsonWriter::Layout;

/// A study of sensitivity as a plain file: the inputs with their ranges, and the outputs of the model in the order of
/// the design (docs/methods/sensitivity.md).
struct SensitivityFile {
  std::vector<std::string> names;
  std::vector<double> low, high;
  std::vector<double> outputs;
  std::size_t base = 1024;
  math::SobolOptions sobol;
  math::MorrisOptions morris;
  std::size_t rows = 0; ///< of the design
};

void read_input(JsonFile& file, const JsonValue& item, SensitivityFile& read) {
  file.allow_only(item, {"name", "low", "high"});
  read.names.push_back(file.text(file.member(item, "name")));
  read.low.push_back(file.number(file.member(item, "low")));
  read.high.push_back(file.number(file.member(item, "high")));
}

/// Names and bounds as two lists, as in the problems of SALib.
void read_bounds(JsonFile& file, const JsonValue& root, SensitivityFile& read) {
  read.names = file.texts(file.member(root, "names"));
  for (const JsonValue& bounds : file.items(file.member(root, "bounds"), read.names.size())) {
    const std::vector<double> pair = file.numbers(bounds, 2);
    read.low.push_back(pair.size() == 2 ? pair[0] : 0);
    read.high.push_back(pair.size() == 2 ? pair[1] : 0);
  }
}

SensitivityFile read_inputs(JsonFile& file, const JsonValue& root) {
  SensitivityFile read;
  const JsonValue* const bounds = root.find("inputs") ? nullptr : root.find("bounds");
  if (bounds)
    read_bounds(file, root, read);
  else
    for (const JsonValue& item : file.items(file.member(root, "inputs"))) read_input(file, item, read);
  for (std::size_t i = 0; file.ok() && i < read.names.size(); ++i)
    if (read.low[i] >= read.high[i])
      file.fail(bounds ? bounds->items[i] : root.find("inputs")->items[i], "sensitivity-range", {read.names[i]});
  if (file.ok() && (read.names.empty() || read.names.size() > 500))
    file.fail(root, "sensitivity-inputs", {std::to_string(read.names.size())});
  if (const JsonValue* outputs = root.find({"outputs", "Y"})) read.outputs = file.numbers(*outputs);
  return read;
}

/// Numbers of a file of their own, with blanks, commas or line ends between.
Diagnostics read_outputs(const std::string& name, std::vector<double>& outputs) {
  const auto bytes = read_whole_file(name);
  if (!bytes) return bytes.diagnostics();
  Diagnostics faults;
  outputs.clear();
  for (const collect::Line& line : collect::split_lines(*bytes)) {
    std::string_view rest = line.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" \t,;"), rest.size());
      const std::string_view word = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (word.empty()) continue;
      const auto value = collect::parsed<double>(word);
      if (value && std::isfinite(*value))
        outputs.push_back(*value);
      else
        faults.push_back(make_diagnostic("json-not-a-number", collect::place_in(name, line, word, false), {word}));
    }
  }
  return faults;
}

/// Where no base is given, it follows from the count of outputs; with or without second order is told by the base that
/// is a power of two.
void base_from_outputs(SensitivityFile& read, bool order_known) {
  const std::size_t d = read.names.size(), n = read.outputs.size();
  const auto fits = [&](bool second) {
    const std::size_t runs = second ? 2 * d + 2 : d + 2, base = n / runs;
    return n % runs == 0 && base > 0 && (base & (base - 1)) == 0;
  };
  if (!order_known && !fits(false) && fits(true)) read.sobol.second_order = true;
  if (fits(read.sobol.second_order)) read.base = n / (read.sobol.second_order ? 2 * d + 2 : d + 2);
}

SensitivityFile read_sobol(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "inputs", "names", "bounds", "num_vars", "outputs", "Y", "base", "second_order",
                         "seed", "resamples", "confidence", "width"});
  SensitivityFile read = read_inputs(file, root);
  read.base = file.count(root, "base", read.base, 1, std::size_t{1} << 26);
  if (const JsonValue* second = root.find("second_order")) read.sobol.second_order = second->boolean;
  read.sobol.seed = file.count(root, "seed", 1, 0, std::size_t{1} << 53);
  read.sobol.resamples = file.count(root, "resamples", 100, 2, 100'000);
  read.sobol.confidence = file.optional_number(root, "confidence", 0.01, 0.9999).value_or(0.95);
  read.sobol.width = file.optional_number(root, "width", 1e-9, 10).value_or(0.05);
  return read;
}

SensitivityFile read_morris(JsonFile& file, const JsonValue& root) {
  file.allow_only(
      root, {"schema", "inputs", "names", "bounds", "num_vars", "outputs", "Y", "trajectories", "levels", "seed"});
  SensitivityFile read = read_inputs(file, root);
  read.morris.trajectories = file.count(root, "trajectories", read.morris.trajectories, 2, 10'000'000);
  read.morris.levels = file.count(root, "levels", read.morris.levels, 2, 1000);
  if (read.morris.levels % 2 != 0) file.fail(root, "sensitivity-levels", {std::to_string(read.morris.levels)});
  read.morris.seed = file.count(root, "seed", 1, 0, std::size_t{1} << 53);
  read.rows = read.morris.trajectories * (read.names.size() + 1);
  return read;
}

void print_design(const Call& call, const SensitivityFile& file, const std::vector<double>& rows) {
  const std::size_t d = file.names.size();
  for (std::size_t i = 0; i < d; ++i) call.out << (i == 0 ? "" : ",") << file.names[i];
  call.out << '\n';
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const std::size_t i = n % d;
    call.out << (i == 0 ? "" : ",") << shortest(file.low[i] + rows[n] * (file.high[i] - file.low[i]))
             << (i + 1 == d ? "\n" : "");
  }
}

bool outputs_fit(JsonFile& file, const JsonValue& root, const SensitivityFile& read) {
  if (!file.ok()) return false;
  if (read.outputs.size() == read.rows) return true;
  const JsonValue* const outputs = root.find({"outputs", "Y"});
  file.fail(outputs ? *outputs : root, "sensitivity-outputs",
            {std::to_string(read.outputs.size()), std::to_string(read.rows)});
  return false;
}

void index_members(JsonWriter& json, std::string_view key, const math::SensitivityIndex& index) {
  json.key(key).begin_array(Layout::OneLine).number(index.value).number(index.low).number(index.high).end_array();
}

void print_sobol(const Call& call, const SensitivityFile& read, const math::SobolIndices& indices) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  const auto interval = [](const math::SensitivityIndex& index) {
    return figure(index.low) + " … " + figure(index.high);
  };
  TextTable table({say({"入力", "input"}), say({"一次", "first"}), "", say({"総合", "total"}), "", ""});
  for (std::size_t i = 0; i < read.names.size(); ++i) {
    const bool none = indices.total[i].low <= 0;
    table.row({read.names[i], figure(indices.first[i].value), interval(indices.first[i]),
               figure(indices.total[i].value), interval(indices.total[i]),
               none ? say({"0 と区別できない", "not told from zero"}) : ""});
  }
  table.print(call.out);
  std::size_t pair = 0;
  for (std::size_t i = 0; i < read.names.size() && !indices.second.empty(); ++i)
    for (std::size_t j = i + 1; j < read.names.size(); ++j, ++pair)
      call.out << read.names[i] << " × " << read.names[j] << ": " << figure(indices.second[pair].value) << "  ("
               << interval(indices.second[pair]) << ")\n";
  const std::string widest = figure(indices.widest), base = std::to_string(indices.suggested_base);
  call.out << (indices.converged
                   ? say({"収束しています（区間の幅は最大 " + widest + "）。",
                          "Converged: the widest interval is " + widest + "."})
                   : say({"収束していません（区間の幅は最大 " + widest + "）。base を " + base +
                              " ほどに増やしてください。",
                          "Not converged: the widest interval is " + widest + ". Try a base of about " + base + "."}))
           << '\n';
}

std::string json_of(const SensitivityFile& read, const math::SobolIndices& indices) {
  JsonWriter json;
  json.begin_object().key("mean").number(indices.mean).key("variance").number(indices.variance);
  json.key("inputs").begin_array();
  for (std::size_t i = 0; i < read.names.size(); ++i) {
    json.begin_object(Layout::OneLine).key("name").text(read.names[i]);
    index_members(json, "first", indices.first[i]);
    index_members(json, "total", indices.total[i]);
    json.end_object();
  }
  json.end_array();
  if (!indices.second.empty()) json.key("second").begin_array();
  std::size_t pair = 0;
  for (std::size_t i = 0; i < read.names.size() && !indices.second.empty(); ++i)
    for (std::size_t j = i + 1; j < read.names.size(); ++j, ++pair) {
      json.begin_object(Layout::OneLine).key("a").text(read.names[i]).key("b").text(read.names[j]);
      index_members(json, "index", indices.second[pair]);
      json.end_object();
    }
  if (!indices.second.empty()) json.end_array();
  json.key("base").integer(static_cast<std::int64_t>(read.base));
  json.key("widest_interval").number(indices.widest).key("converged").boolean(indices.converged);
  json.key("suggested_base").integer(static_cast<std::int64_t>(indices.suggested_base)).end_object();
  return json.take();
}

int sobol(const Call& call) {
  const auto method = method_call(call, {{"--design"}, {"--case", "--outputs"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file(method->file, method->bytes);
  const JsonValue& root = case_in(file, *method, {"inputs", "bounds"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  SensitivityFile read = read_sobol(file, root);
  if (file.ok() && method->arguments.has("--design")) {
    print_design(call, read,
                 math::saltelli_design(read.names.size(), read.base, read.sobol.second_order, read.sobol.seed));
    return Done;
  }
  if (const auto name = method->arguments.option("--outputs"))
    if (const Diagnostics faults = read_outputs(*name, read.outputs); !faults.empty())
      return report(call, faults, method->json);
  if (file.ok() && !root.find("base")) base_from_outputs(read, root.find("second_order") != nullptr);
  read.rows = read.base * (read.sobol.second_order ? 2 * read.names.size() + 2 : read.names.size() + 2);
  if (!outputs_fit(file, root, read)) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  read.sobol.threads = 0;
  const math::SobolIndices indices = math::sobol_indices(read.outputs, read.names.size(), read.sobol);
  if (method->json)
    call.out << json_of(read, indices);
  else
    print_sobol(call, read, indices);
  return Done;
}

std::string json_of(const SensitivityFile& read, const std::vector<math::MorrisEffect>& effects) {
  JsonWriter json;
  json.begin_object().key("inputs").begin_array();
  for (std::size_t i = 0; i < effects.size(); ++i) {
    json.begin_object(Layout::OneLine).key("name").text(read.names[i]).key("mu").number(effects[i].mean);
    json.key("mu_star").number(effects[i].mean_absolute).key("sigma").number(effects[i].sd);
    json.key("standard_error").number(effects[i].standard_error).end_object();
  }
  return json.end_array().end_object().take();
}

int morris(const Call& call) {
  const auto method = method_call(call, {{"--design"}, {"--case", "--outputs"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file(method->file, method->bytes);
  const JsonValue& root = case_in(file, *method, {"inputs", "bounds"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  SensitivityFile read = read_morris(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  const std::vector<double> design = math::morris_design(read.names.size(), read.morris);
  if (method->arguments.has("--design")) {
    print_design(call, read, design);
    return Done;
  }
  if (const auto name = method->arguments.option("--outputs"))
    if (const Diagnostics faults = read_outputs(*name, read.outputs); !faults.empty())
      return report(call, faults, method->json);
  if (!outputs_fit(file, root, read)) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto effects = math::morris_effects(design, read.outputs, read.names.size());
  if (method->json) {
    call.out << json_of(read, effects);
    return Done;
  }
  TextTable table({LocalizedText{"入力", "input"}.in(call.language), "mu*", "s.e.", "sigma", "mu"});
  for (std::size_t i = 0; i < effects.size(); ++i)
    table.row({read.names[i], figure(effects[i].mean_absolute), figure(effects[i].standard_error),
               figure(effects[i].sd), figure(effects[i].mean)});
  table.print(call.out);
  return Done;
}

} // namespace

std::vector<Command> sensitivity_commands() {
  const LocalizedText help{
      "  --design           計算すべき入力の組を CSV で出す（outputs はまだ要らない）\n"
      "  --outputs FILE     計算した値を数字だけのファイルから読む\n"
      "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
      "  --design           print the rows to run as CSV (outputs not needed yet)\n"
      "  --outputs FILE     read the outputs from a file of numbers\n"
      "  --case NAME        one of several cases in the file\n  --json             print JSON\n"};
  return {
      {"sensitivity sobol", {"FILE.json … 分散を入力ごとに分ける", "FILE.json … split variance by input"}, help, sobol},
      {"sensitivity morris",
       {"FILE.json … 少ない計算で効く入力を選ぶ", "FILE.json … screen inputs with few runs"},
       help,
       morris}};
}

} // namespace rashin::cli

#include "cli/cib_files.h"
#include "cli/method_commands.h"
#include "cli/morphology_files.h"
#include "collect/line_reader.h"
#include "core/json.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using pathway::Configuration;
using pathway::MorphologicalField;
using pathway::MorphologyAnswer;
using Layout = JsonWriter::Layout;

/// `A.a1; B.b2`: the values to hold fast.
Result<std::vector<std::size_t>> values_of(const MorphologicalField& field, std::string_view text) {
  std::vector<std::size_t> values;
  Diagnostics faults;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string_view part = collect::trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (part.empty()) continue;
    if (const auto value = value_named(field, part))
      values.push_back(*value);
    else
      faults.push_back(make_diagnostic("morphology-value", {}, {part}));
  }
  if (!faults.empty()) return faults;
  return values;
}

std::string names_of(const MorphologicalField& field, const Configuration& one) {
  std::string names;
  for (std::size_t p = 0; p < one.values.size(); ++p)
    names += (p == 0 ? "" : " · ") + field.parameters[p].states[static_cast<std::size_t>(one.values[p])];
  return names;
}

std::string json_of(const MorphologicalField& field, const MorphologyAnswer& answer, bool obstacles) {
  JsonWriter json;
  json.begin_object().key("complete").boolean(answer.complete).key("combinations");
  answer.combinations ? json.number(static_cast<double>(*answer.combinations)) : json.null();
  json.key("possible").integer(static_cast<std::int64_t>(answer.configurations.size()));
  json.key("values").begin_array();
  for (std::size_t value = 0; value < field.values(); ++value) {
    if (!answer.tried[value]) continue;
    json.begin_object(Layout::OneLine)
        .key("value")
        .text(value_name(field, value))
        .key("configurations")
        .integer(static_cast<std::int64_t>(answer.appears[value]))
        .end_object();
  }
  json.end_array().key("configurations").begin_array();
  for (const Configuration& one : answer.configurations) {
    json.begin_object(Layout::OneLine).key("values").begin_array(Layout::OneLine);
    for (const int value : one.values) json.integer(value + 1);
    json.end_array().key("constrained").integer(one.constrained).key("unjudged").integer(one.unjudged).end_object();
  }
  json.end_array();
  if (obstacles) {
    json.key("obstacles_complete").boolean(answer.obstacles_complete).key("obstacles").begin_array();
    for (const pathway::LoneObstacle& obstacle : answer.obstacles)
      json.begin_object(Layout::OneLine)
          .key("of")
          .text(value_name(field, obstacle.a))
          .key("with")
          .text(value_name(field, obstacle.b))
          .key("opens")
          .integer(static_cast<std::int64_t>(obstacle.opens))
          .end_object();
    json.end_array();
  }
  return json.end_object().take();
}

void print_counts(const Call& call, const MorphologicalField& field, const MorphologyAnswer& answer) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  const std::string possible = std::to_string(answer.configurations.size()),
                    all = answer.combinations ? std::to_string(*answer.combinations) : "2^64+";
  call.out << say({"組合せ " + all + " 通りのうち、成り立つもの " + possible + " 通り" +
                       (answer.complete ? "（これで全部）。" : "（途中まで）。"),
                   possible + " of " + all + " combinations are possible" +
                       (answer.complete ? " (all there are)." : " (incomplete).")})
           << '\n';
  std::string dead;
  for (std::size_t value = 0; value < field.values(); ++value)
    if (answer.tried[value] && answer.appears[value] == 0)
      dead += (dead.empty() ? "" : ", ") + value_name(field, value);
  if (answer.complete && !dead.empty())
    call.out << say({"どの組合せにも現れない値: ", "In none of them: "}) << dead << '\n';
}

void print_configurations(const Call& call, const MorphologicalField& field, const MorphologyAnswer& answer) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  constexpr std::size_t most_shown = 40;
  TextTable table(
      {say({"値", "values"}), say({"条件付き", "constrained"}), say({"未判断", "unjudged"}), say({"名前", "names"})});
  const std::size_t shown = std::min(most_shown, answer.configurations.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Configuration& one = answer.configurations[i];
    table.row({scenario_numbers(one.values), std::to_string(one.constrained), std::to_string(one.unjudged),
               names_of(field, one)});
  }
  if (shown > 0) table.print(call.out);
  if (const std::string more = std::to_string(answer.configurations.size() - shown); more != "0")
    call.out << say({"ほか " + more + " 通り（--json で全部）", more + " more (all with --json)"}) << '\n';
}

void print_obstacles(const Call& call, const MorphologicalField& field, const MorphologyAnswer& answer) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  call.out << '\n'
           << say({"「成り立たない」という判断一つを外すと増える組合せ",
                   "One judgement \"impossible\" less: how many more combinations"})
           << (answer.obstacles_complete ? "" : say({"（途中まで）", " (incomplete)"})) << '\n';
  TextTable table({say({"増える数", "more"}), say({"値", "value"}), say({"値", "value"})});
  for (std::size_t i = 0; i < std::min<std::size_t>(20, answer.obstacles.size()); ++i)
    table.row({std::to_string(answer.obstacles[i].opens), value_name(field, answer.obstacles[i].a),
               value_name(field, answer.obstacles[i].b)});
  table.print(call.out);
}

int morphology(const Call& call) {
  const auto method = method_call(call, {{"--obstacles"}, {"--case", "--with"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method, field_tree);
  const collect::JsonValue& root = case_in(file, *method, {"parameters", "cells"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const auto field = read_field(file, root);
  if (!field) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const auto with = values_of(*field, method->arguments.option("--with").value_or(""));
  if (!with) return report(call, with.diagnostics(), method->json);
  pathway::MorphologyOptions options;
  options.with = *with;
  options.obstacles = method->arguments.has("--obstacles");
  options.stop = call.stop;
  const MorphologyAnswer answer = pathway::configurations(*field, options);
  const int code = answer.complete && answer.obstacles_complete ? Done : CheckFails;
  if (method->json) {
    call.out << json_of(*field, answer, options.obstacles);
    return code;
  }
  print_counts(call, *field, answer);
  print_configurations(call, *field, answer);
  if (options.obstacles) print_obstacles(call, *field, answer);
  call.out
      << LocalizedText{"判断したのは二つの値の対だけです。三つ以上の値が重なって初めて無理になる組合せも残ります。",
                       "Only pairs were judged: what becomes impossible by three values together is still listed."}
             .in(call.language)
      << '\n';
  return code;
}

} // namespace

std::vector<Command> morphology_commands() {
  return {{"pathway morphology",
           {"FILE … 成り立つ値の組合せすべて（形態分析）",
            "FILE … all combinations of values that can stand together (morphological field)"},
           {"  --with VALUES      \"パラメーター.値; …\" を固定する（同じパラメーターの値を並べれば、そのどれか）\n"
            "  --obstacles        外せば最も多くの組合せが成り立つ判断\n"
            "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --with VALUES      hold \"Parameter.value; …\" fast (several of one parameter: any of them)\n"
            "  --obstacles        which judgement, if lifted, opens most combinations\n"
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           morphology}};
}

} // namespace rashin::cli

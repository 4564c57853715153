#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "core/json.h"
#include "core/number_text.h"
#include "pathway/micmac.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using pathway::Micmac;
using pathway::MicmacCourse;
using pathway::MicmacPower;
using Layout = JsonWriter::Layout;

struct MicmacFile {
  std::vector<std::string> variables;
  std::vector<std::vector<double>> matrix;
  double unit = 1; ///< influences times this are whole, so that equal sums of decimals stay equal

  std::vector<std::vector<std::uint32_t>> whole() const {
    std::vector<std::vector<std::uint32_t>> cells;
    for (const std::vector<double>& row : matrix) {
      std::vector<std::uint32_t>& line = cells.emplace_back();
      for (const double cell : row) line.push_back(static_cast<std::uint32_t>(std::round(cell * unit)));
    }
    return cells;
  }
};

double read_influence(JsonFile& file, const JsonValue& cell, double& unit) {
  constexpr double finest = 1'000'000;
  const double value = file.number(cell, 0, 1000);
  while (unit < finest && std::fabs(value * unit - std::round(value * unit)) > 1e-9 * unit) unit *= 10;
  if (std::fabs(value * unit - std::round(value * unit)) > 1e-9 * unit)
    file.fail(cell, "micmac-decimals", {shortest(value)});
  return value;
}

void read_names(JsonFile& file, const JsonValue& root, const JsonValue& matrix, MicmacFile& read) {
  const JsonValue* const names = root.find({"variables", "names"});
  if (names) read.variables = file.texts(*names);
  for (std::size_t i = 0; !names && i < matrix.items.size(); ++i) read.variables.push_back(std::to_string(i + 1));
  const JsonValue* const rows = root.find("rows"); // of a table
  if (rows)
    for (std::size_t i = 0; i < std::min(rows->items.size(), read.variables.size()); ++i)
      if (rows->items[i].text != read.variables[i])
        file.fail(rows->items[i], "micmac-names", {rows->items[i].text, read.variables[i]});
}

MicmacFile read_micmac(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "question", "variables", "names", "rows", "matrix", "direct_matrix"});
  MicmacFile read;
  const JsonValue& matrix = file.member(root, {"matrix", "direct_matrix"});
  if (!file.ok()) return read;
  read_names(file, root, matrix, read);
  const std::size_t n = read.variables.size();
  if (matrix.kind == JsonValue::Kind::Array && matrix.items.size() != n) {
    file.fail(matrix, "micmac-square", {std::to_string(matrix.items.size()), std::to_string(n)});
    return read;
  }
  const std::vector<JsonValue>& rows = file.items(matrix);
  bool any = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<double>& line = read.matrix.emplace_back();
    const std::vector<JsonValue>& cells = file.items(rows[i], n);
    for (std::size_t j = 0; j < cells.size(); ++j) {
      line.push_back(read_influence(file, cells[j], read.unit));
      any = any || line.back() > 0;
      if (i == j && line.back() > 0) file.fail(cells[j], "micmac-itself", {read.variables[i]});
    }
  }
  if (file.ok() && !any) file.fail(matrix, "micmac-nothing");
  return read;
}

constexpr std::string_view sector_words[] = {"driver", "relay", "result", "autonomous"};
constexpr std::string_view course_words[] = {"settled", "cycle", "unsettled", "dies-out"};

std::string_view word_of(pathway::MicmacSector sector) {
  return sector_words[static_cast<std::size_t>(sector)];
}

LocalizedText name_of(pathway::MicmacSector sector) {
  static const LocalizedText names[] = {
      {"推進", "driver"}, {"中継", "relay"}, {"結果", "result"}, {"自律", "autonomous"}};
  return names[static_cast<std::size_t>(sector)];
}

/// The power whose order stands for indirect influence: where both orders have settled (or begin to alternate), else
/// the last that is not zero.
std::size_t shown_power(const Micmac& result) {
  if (result.influence.kind == MicmacCourse::Kind::DiesOut) return result.powers.size();
  if (result.influence.kind == MicmacCourse::Kind::Unsettled || result.dependence.kind == MicmacCourse::Kind::Unsettled)
    return result.powers.size();
  return std::max(result.influence.from, result.dependence.from);
}

/// Sums in the file's own unit; left out where doubles do not hold them exactly.
void sums(JsonWriter& json, std::string_view key, const std::vector<double>& values, double scale) {
  constexpr double most_exact = 9007199254740992.0;
  json.key(key);
  if (std::any_of(values.begin(), values.end(), [&](double value) { return !(value <= most_exact); })) {
    json.null();
    return;
  }
  json.begin_array(Layout::OneLine);
  for (const double value : values) json.number(value / scale);
  json.end_array();
}

template <class Value> void list(JsonWriter& json, std::string_view key, const std::vector<Value>& values) {
  json.key(key).begin_array(Layout::OneLine);
  for (const Value& value : values)
    if constexpr (std::is_same_v<Value, double>)
      json.number(value);
    else if constexpr (std::is_same_v<Value, pathway::MicmacSector>)
      json.text(word_of(value));
    else
      json.integer(static_cast<std::int64_t>(value));
  json.end_array();
}

void power_object(JsonWriter& json, const MicmacPower& power, double unit) {
  const double scale = std::pow(unit, static_cast<double>(power.k));
  json.begin_object().key("k").integer(static_cast<std::int64_t>(power.k));
  sums(json, "influence", power.influence, scale);
  sums(json, "dependence", power.dependence, scale);
  list(json, "influence_share", power.influence_share);
  list(json, "dependence_share", power.dependence_share);
  list(json, "influence_place", power.influence_place);
  list(json, "dependence_place", power.dependence_place);
  list(json, "sector", power.sector);
  json.end_object();
}

void course_object(JsonWriter& json, std::string_view key, const MicmacCourse& course) {
  json.key(key).begin_object(Layout::OneLine).key("course").text(course_words[static_cast<std::size_t>(course.kind)]);
  json.key("from").integer(static_cast<std::int64_t>(course.from));
  json.key("period").integer(static_cast<std::int64_t>(course.period)).end_object();
}

std::string json_of(const MicmacFile& read, const Micmac& result, std::size_t shown) {
  JsonWriter json;
  json.begin_object().key("variables").begin_array(Layout::OneLine);
  for (const std::string& name : read.variables) json.text(name);
  json.end_array();
  course_object(json, "influence", result.influence);
  course_object(json, "dependence", result.dependence);
  json.key("shown").integer(static_cast<std::int64_t>(shown)).key("looked_at");
  json.integer(static_cast<std::int64_t>(result.powers.size())).key("powers").begin_array();
  constexpr std::size_t always = 12; // enough to see how orders move
  for (const MicmacPower& power : result.powers)
    if (power.k <= std::max(always, shown + 1)) power_object(json, power, read.unit);
  return json.end_array().end_object().take();
}

LocalizedText course_in_words(const LocalizedText& what, const MicmacCourse& course, std::size_t looked_at) {
  const std::string from = std::to_string(course.from), last = std::to_string(looked_at);
  switch (course.kind) {
  case MicmacCourse::Kind::Settled:
    return {what.ja + "の順位は " + from + " 乗で定まり、" + last + " 乗まで変わりません。",
            "The order by " + what.en + " settles at power " + from + " and holds up to " + last + "."};
  case MicmacCourse::Kind::Cycle:
    return {what.ja + "の順位は " + from + " 乗から " + std::to_string(course.period) +
                " 通りの順を繰り返し、定まりません。--power で一つずつ見てください。",
            "The order by " + what.en + " never settles: from power " + from + " on " + std::to_string(course.period) +
                " orders take turns. Look at each with --power."};
  case MicmacCourse::Kind::Unsettled:
    return {what.ja + "の順位は " + last + " 乗までに定まりません。",
            "The order by " + what.en + " has not settled up to power " + last + "."};
  case MicmacCourse::Kind::DiesOut:
    return {"影響が循環していないので、" + from + " 乗で零になります。間接の順位は乗数の取り方によります。",
            "The influences form no loop: power " + from + " is zero, and the indirect order depends on the power."};
  }
  return {};
}

void print(const Call& call, const MicmacFile& read, const Micmac& result, std::size_t shown) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  const MicmacPower &direct = result.powers.front(), &indirect = result.powers[shown - 1];
  const std::string power = std::to_string(shown);
  TextTable table({say({"変数", "variable"}), say({"影響", "influence"}), say({"順位", "place"}),
                   say({"依存", "dependence"}), say({"順位", "place"}), say({"区分", "sector"}),
                   say({"間接影響", "indirect"}), say({"順位", "place"}), say({"間接依存", "dependence"}),
                   say({"順位", "place"}), say({"区分", "sector"})});
  std::vector<std::size_t> order(read.variables.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return indirect.influence_place[a] < indirect.influence_place[b];
  });
  for (const std::size_t i : order)
    table.row({read.variables[i], figure(direct.influence[i] / read.unit), std::to_string(direct.influence_place[i]),
               figure(direct.dependence[i] / read.unit), std::to_string(direct.dependence_place[i]),
               say(name_of(direct.sector[i])), figure(indirect.influence_share[i]),
               std::to_string(indirect.influence_place[i]), figure(indirect.dependence_share[i]),
               std::to_string(indirect.dependence_place[i]),
               say(name_of(indirect.sector[i])) + (indirect.sector[i] != direct.sector[i] ? " *" : "")});
  table.print(call.out);
  call.out << say({"間接は行列の " + power + " 乗の行と列の和の割合。* は直接と区分が異なる変数。",
                   "Indirect: shares of the row and column sums of power " + power +
                       " of the matrix. *: the sector differs from the direct one."})
           << '\n'
           << say(course_in_words({"影響", "influence"}, result.influence, result.powers.size())) << '\n';
  if (result.influence.kind != MicmacCourse::Kind::DiesOut)
    call.out << say(course_in_words({"依存", "dependence"}, result.dependence, result.powers.size())) << '\n';
  call.out << say({"影響の強さは判断であり、順位は変数の選び方によります。確率でも因果の推定でもありません。",
                   "Influences are judgements, and places depend on which variables are listed: no probabilities, no "
                   "estimate of causes."})
           << '\n';
}

int micmac(const Call& call) {
  const auto method = method_call(call, {{}, {"--case", "--power", "--powers"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  const auto power = integer_option(method->arguments, "--power", 1, 1000);
  const auto powers = integer_option(method->arguments, "--powers", 12, 1000);
  for (const auto* option : {&power, &powers})
    if (!option->ok()) return report(call, option->diagnostics());
  JsonFile file = plain_file(*method, influence_tree);
  const JsonValue& root = case_in(file, *method, {"matrix", "direct_matrix"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const MicmacFile read = read_micmac(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  pathway::MicmacOptions options;
  options.powers =
      std::max(static_cast<std::size_t>(powers->value_or(100)), static_cast<std::size_t>(power->value_or(1)));
  const Micmac result = pathway::micmac(read.whole(), options);
  const std::size_t shown = *power ? static_cast<std::size_t>(**power) : shown_power(result);
  if (shown > result.powers.size())
    return report_in_file(call, method->file, {make_diagnostic("micmac-power", {}, {std::to_string(shown)})},
                          method->json);
  if (method->json)
    call.out << json_of(read, result, shown);
  else
    print(call, read, result, shown);
  return Done;
}

} // namespace

std::vector<Command> micmac_commands() {
  return {{"pathway micmac",
           {"FILE … 直接と間接の影響・依存（MICMAC）", "FILE … direct and indirect influence and dependence (MICMAC)"},
           {"  --power K          間接を K 乗で示す（指定がなければ順位の定まる乗数）\n"
            "  --powers K         順位が定まるかを K 乗まで調べる（既定 100）\n"
            "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --power K          show indirect influence at power K (else where the order settles)\n"
            "  --powers K         look for a settled order up to power K (100)\n"
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           micmac}};
}

} // namespace rashin::cli

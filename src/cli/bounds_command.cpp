#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "core/json.h"
#include "panel/cross_probability.h"

#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using Layout = JsonWriter::Layout;

/// Events with their probabilities, and what people say of P(i | j), where they do.
struct BoundsFile {
  std::vector<std::string> names;
  std::vector<double> p;
  std::vector<std::vector<std::optional<double>>> given; ///< [i][j], or empty
};

BoundsFile read_bounds(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "p", "names", "conditionals"});
  BoundsFile read;
  for (const JsonValue& item : file.items(file.member(root, "p"))) read.p.push_back(file.number(item, 1e-12, 1));
  if (const JsonValue* names = root.find("names"))
    read.names = file.texts(*names, read.p.size());
  else
    for (std::size_t i = 0; i < read.p.size(); ++i) read.names.push_back(std::to_string(i + 1));
  const JsonValue* const given = root.find("conditionals");
  if (!given) return read;
  for (const JsonValue& row : file.items(*given, read.p.size())) {
    std::vector<std::optional<double>>& line = read.given.emplace_back();
    for (const JsonValue& cell : file.items(row, read.p.size()))
      line.push_back(cell.kind == JsonValue::Kind::Null ? std::nullopt : std::optional(file.number(cell, 0, 1)));
  }
  return read;
}

struct Incoherent {
  std::size_t i = 0, j = 0;
  double given = 0;
};

std::vector<Incoherent> incoherent(const BoundsFile& read) {
  std::vector<Incoherent> found;
  for (std::size_t i = 0; i < read.given.size(); ++i)
    for (std::size_t j = 0; j < read.p.size(); ++j) {
      const auto given = read.given[i][j];
      if (i == j || !given) continue;
      const panel::ProbabilityBounds bounds = panel::conditional_bounds(read.p[i], read.p[j]);
      if (*given < bounds.low - 1e-12 || *given > bounds.high + 1e-12) found.push_back({i, j, *given});
    }
  return found;
}

std::string json_of(const BoundsFile& read, const std::vector<Incoherent>& wrong) {
  JsonWriter json;
  json.begin_object().key("names").begin_array(Layout::OneLine);
  for (const std::string& name : read.names) json.text(name);
  json.end_array().key("bounds").begin_array();
  for (std::size_t i = 0; i < read.p.size(); ++i) {
    json.begin_array(Layout::OneLine);
    for (std::size_t j = 0; j < read.p.size(); ++j) {
      if (i == j) {
        json.null();
        continue;
      }
      const panel::ProbabilityBounds bounds = panel::conditional_bounds(read.p[i], read.p[j]);
      json.begin_array(Layout::OneLine).number(bounds.low).number(bounds.high).end_array();
    }
    json.end_array();
  }
  json.end_array().key("incoherent").begin_array();
  for (const Incoherent& one : wrong)
    json.begin_object(Layout::OneLine)
        .key("of")
        .text(read.names[one.i])
        .key("given")
        .text(read.names[one.j])
        .key("probability")
        .number(one.given)
        .end_object();
  return json.end_array().end_object().take();
}

void print(const Call& call, const BoundsFile& read, const std::vector<Incoherent>& wrong) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  call.out << say({"P(行 | 列) の取り得る範囲", "What P(row | column) can be"}) << '\n';
  std::vector<std::string> header{""};
  header.insert(header.end(), read.names.begin(), read.names.end());
  TextTable table(header);
  for (std::size_t i = 0; i < read.p.size(); ++i) {
    std::vector<std::string> row{read.names[i]};
    for (std::size_t j = 0; j < read.p.size(); ++j) {
      const panel::ProbabilityBounds bounds = panel::conditional_bounds(read.p[i], read.p[j]);
      row.push_back(i == j ? "" : figure(bounds.low) + "–" + figure(bounds.high));
    }
    table.row(std::move(row));
  }
  table.print(call.out);
  for (const Incoherent& one : wrong)
    call.out
        << say({"P(" + read.names[one.i] + " | " + read.names[one.j] + ") = " + figure(one.given) + " は範囲の外です。",
                "P(" + read.names[one.i] + " | " + read.names[one.j] + ") = " + figure(one.given) + " lies outside."})
        << '\n';
}

int bounds(const Call& call) {
  const auto method = method_call(call, {{}, {"--case"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  JsonFile file = plain_file(*method);
  const JsonValue& root = case_in(file, *method, {"p"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const BoundsFile read = read_bounds(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  const std::vector<Incoherent> wrong = incoherent(read);
  if (method->json)
    call.out << json_of(read, wrong);
  else
    print(call, read, wrong);
  return wrong.empty() ? Done : CheckFails;
}

} // namespace

std::vector<Command> bounds_commands() {
  return {{"judge bounds",
           {"FILE … 条件付き確率の取り得る範囲（Gordon–Hayward）",
            "FILE … what conditional probabilities can be (Gordon–Hayward)"},
           {"  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           bounds}};
}

} // namespace rashin::cli

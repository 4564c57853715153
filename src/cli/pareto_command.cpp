#include "cli/method_commands.h"
#include "cli/plain_file.h"
#include "cli/policy_files.h"
#include "core/json.h"
#include "policy/package_front.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using policy::PackageFront;
using policy::PackageObjective;
using Layout = JsonWriter::Layout;

/// A judged figure per option, summed over a package; nobody's silence counts as zero.
void read_marks(JsonFile& file, const JsonValue& options, PackageObjective& objective) {
  for (const JsonValue& item : options.items) {
    const JsonValue* const marks = item.find("marks");
    const JsonValue* const mark = marks ? marks->find(objective.name) : nullptr;
    if (!mark)
      file.fail(item, "pareto-mark", {file.optional_text(item, "id"), objective.name});
    else
      objective.marks.push_back(file.number(*mark));
  }
}

std::vector<PackageObjective> read_objectives(JsonFile& file, const JsonValue& root) {
  using Kind = PackageObjective::Kind;
  std::vector<PackageObjective> objectives;
  const JsonValue& list = file.member(root, "objectives");
  for (const JsonValue& item : file.items(list)) {
    PackageObjective& objective = objectives.emplace_back();
    if (item.kind == JsonValue::Kind::Text) {
      objective.kind = static_cast<Kind>(file.word(item, {"cost", "expected_loss", "tail_loss"}));
      objective.name = item.text;
      continue;
    }
    file.allow_only(item, {"mark", "direction"});
    objective.kind = Kind::Mark;
    objective.name = file.text(file.member(item, "mark"));
    objective.larger_is_better = file.word(file.member(item, "direction"), {"min", "max"}) == 1;
    if (file.ok()) read_marks(file, file.member(root, "options"), objective);
  }
  if (file.ok() && (objectives.size() < 2 || objectives.size() > 8))
    file.fail(list, "pareto-objectives", {std::to_string(objectives.size())});
  return objectives;
}

std::string json_of(const policy::PackageProblem& problem, const std::vector<PackageObjective>& objectives,
                    const PackageFront& front) {
  JsonWriter json;
  json.begin_object().key("exact").boolean(front.exact).key("considered");
  json.integer(static_cast<std::int64_t>(front.considered)).key("hypervolume").number(front.volume);
  json.key("objectives").begin_array(Layout::OneLine);
  for (const PackageObjective& objective : objectives) json.text(objective.name);
  json.end_array().key("packages").begin_array();
  for (const policy::FrontPackage& one : front.packages) {
    json.begin_object(Layout::OneLine).key("options").begin_array(Layout::OneLine);
    for (const std::size_t o : one.package.options) json.text(problem.options[o].id);
    json.end_array().key("objectives").begin_array(Layout::OneLine);
    for (const double value : one.objectives) json.number(value);
    json.end_array().end_object();
  }
  return json.end_array().end_object().take();
}

LocalizedText name_of(const PackageObjective& objective) {
  using Kind = PackageObjective::Kind;
  if (objective.kind == Kind::Cost) return {"費用", "cost"};
  if (objective.kind == Kind::ExpectedLoss) return {"期待損失", "expected loss"};
  if (objective.kind == Kind::TailLoss) return {"悪い側の損失", "tail loss"};
  const std::string arrow = objective.larger_is_better ? " ↑" : " ↓";
  return {objective.name + arrow, objective.name + arrow};
}

void print(const Call& call, const policy::PackageProblem& problem, const std::vector<PackageObjective>& objectives,
           const PackageFront& front) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  constexpr std::size_t most_shown = 60;
  std::vector<std::string> header;
  for (const PackageObjective& objective : objectives) header.push_back(say(name_of(objective)));
  header.push_back(say({"組合せ", "package"}));
  TextTable table(header);
  for (std::size_t i = 0; i < std::min(most_shown, front.packages.size()); ++i) {
    const policy::FrontPackage& one = front.packages[i];
    std::vector<std::string> cells;
    for (const double value : one.objectives) cells.push_back(figure(value));
    std::string list;
    for (const std::size_t o : one.package.options) list += (list.empty() ? "" : " + ") + problem.options[o].id;
    cells.push_back(list.empty() ? say({"（何もしない）", "(nothing)"}) : list);
    table.row(std::move(cells));
  }
  table.print(call.out);
  const std::string count = std::to_string(front.packages.size()), considered = std::to_string(front.considered);
  if (front.packages.size() > most_shown)
    call.out << say({"ほか " + std::to_string(front.packages.size() - most_shown) + " 通り（--json で全部）",
                     std::to_string(front.packages.size() - most_shown) + " more (all with --json)"})
             << '\n';
  call.out << (front.exact
                   ? say({"許される組合せ " + considered + " 通りすべてを調べ、どの目的でもほかに勝るもののない " +
                              count + " 通りを示しました。",
                          "All " + considered + " permitted packages were looked at; " + count +
                              " are beaten by none on every objective."})
                   : say({"NSGA-II で " + considered + " 通りを調べ、" + count +
                              " 通りを見つけました。これで全部とは証明されていません。",
                          "NSGA-II looked at " + considered + " packages and found " + count +
                              "; nothing proves that these are all."}))
           << '\n'
           << say({"どれを選ぶかは目的どうしの重みによります。この表は、それを決めずに残るものを示します。",
                   "Which one to take depends on how objectives weigh against each other; the table shows what is left "
                   "before that is decided."})
           << '\n';
}

int pareto(const Call& call) {
  const auto method = method_call(call, {{}, {"--case", "--population", "--generations", "--seed"}, 1, 1});
  if (!method) return report(call, method.diagnostics());
  const auto population = integer_option(method->arguments, "--population", 4, 10'000);
  const auto generations = integer_option(method->arguments, "--generations", 0, 1'000'000);
  const auto seed = integer_option(method->arguments, "--seed", 0, 1LL << 53);
  for (const auto* option : {&population, &generations, &seed})
    if (!option->ok()) return report(call, option->diagnostics());
  JsonFile file = plain_file(*method);
  const JsonValue& root = case_in(file, *method, {"options"});
  if (!file.ok()) return report(call, file.faults(), method->json);
  const PackageFile read = read_packages(file, root);
  const std::vector<PackageObjective> objectives = read_objectives(file, root);
  if (!file.ok()) return report(call, file.faults(), method->json);
  report_notes(call, file.faults());
  policy::FrontLimits limits;
  limits.most_enumerated = read.limits.most_enumerated;
  if (*population) limits.population = static_cast<std::size_t>(**population);
  if (*generations) limits.generations = static_cast<std::size_t>(**generations);
  if (*seed) limits.seed = static_cast<std::uint64_t>(**seed);
  limits.stop = call.stop;
  const auto front = policy::package_front(read.problem, objectives, limits);
  if (!front) return report_in_file(call, method->file, front.diagnostics(), method->json);
  if (method->json)
    call.out << json_of(read.problem, objectives, *front);
  else
    print(call, read.problem, objectives, *front);
  return Done;
}

} // namespace

std::vector<Command> pareto_commands() {
  return {{"policy pareto",
           {"FILE.json … いくつもの目的で、ほかに劣らない組合せ",
            "FILE.json … packages that no other beats on every objective"},
           {"  --population N     選択肢が 16 を超えるときの NSGA-II の個体数（既定 200）\n"
            "  --generations N    同じく世代数（既定 250）\n  --seed S\n"
            "  --case NAME        ファイルに事例がいくつもあるとき、その一つ\n  --json             JSON で出す\n",
            "  --population N     of NSGA-II, for more than 16 options (200)\n"
            "  --generations N    the same (250)\n  --seed S\n"
            "  --case NAME        one of several cases in the file\n  --json             print JSON\n"},
           pareto}};
}

} // namespace rashin::cli

#include "cli/schema_command.h"

#include "agenda/schemas.h"
#include "assessment/read.h"
#include "cli/arguments.h"
#include "study/schemas.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {
namespace {

int schema(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {}, 0, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  auto all = study::yaml_schemas();
  all.push_back({"assessment.yaml", &assessment::assessment_schema()});
  all.push_back({"agenda.yaml", &agenda::agenda_schema()});
  all.push_back({"names.yaml", &agenda::names_schema()});
  std::string names;
  for (const study::NamedSchema& each : all) names += std::string(names.empty() ? "" : "\n") + std::string(each.file);
  if (arguments->words.empty()) return call.out << names << '\n', Done;
  const std::string& file = arguments->words[0];
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.file == file; });
  if (found == all.end()) {
    std::replace(names.begin(), names.end(), '\n', ' ');
    return report(call, {make_diagnostic("usage-choice", {}, {"FILE", file, names})});
  }
  call.out << format::to_json_schema(*found->schema, file);
  return Done;
}

} // namespace

std::vector<Command> schema_commands() {
  return {{"schema",
           {"[FILE]　調査の YAML ファイルの JSON Schema（エディター用）",
            "[FILE]   JSON Schema of a YAML file of a study, for editors"},
           {"  FILE  study.yaml など。省くと一覧", "  FILE  study.yaml and so on; without it, their names"},
           schema}};
}

} // namespace rashin::cli

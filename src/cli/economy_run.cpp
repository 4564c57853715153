#include "cli/economy_run.h"

#include "cli/mrio_source.h"
#include "cli/progress.h"

namespace rashin::cli {

Result<std::shared_ptr<const study::EconomyResult>> play_economy(const Call& call, const Arguments& arguments,
                                                                 const study::Study& study, const FileSet& files,
                                                                 const study::RunResult& run, int threads) {
  const auto folder = arguments.option("--tables");
  const bool asked = folder || arguments.has("--economy") || arguments.option("--economy-draws");
  if (!asked) return std::shared_ptr<const study::EconomyResult>();
  if (!study.economy) return make_diagnostic("economy-not-in-study", {.file = "mrio.yaml"});
  const auto draws = integer_option(arguments, "--economy-draws", 2, 100'000);
  if (!draws) return draws.diagnostics();
  std::vector<std::filesystem::path> given;
  if (folder) given.emplace_back(*folder);
  const auto source = find_table(study.economy->table, given, {});
  if (!source) return source.diagnostics();
  const auto table = load_table(*source);
  if (!table) return table.diagnostics();
  study::EconomyOptions options;
  options.draws = static_cast<int>(draws->value_or(0));
  options.threads = threads;
  options.stop = call.stop;
  options.progress = progress_bar(call, {"経済全体を計算中", "Playing the economy"});
  auto result = study::run_economy(study, run, table->table, options);
  if (!result) return result.diagnostics();
  auto played = std::make_shared<study::EconomyResult>(result.take());
  played->money = study::economy_money(files, study.header.currency, played->unit, played->year);
  return std::shared_ptr<const study::EconomyResult>(std::move(played));
}

LocalizedText economy_missing(const study::Study& study) {
  const std::string& table = study.economy->table;
  return {"経済全体の損失は計算していません。表 " + table + " を --tables で指定すると計算します。",
          "Losses of the whole economy are not computed: give the table " + table + " with --tables."};
}

} // namespace rashin::cli

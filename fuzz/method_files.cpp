#include "cli/cib_people.h"
#include "cli/judge_files.h"
#include "cli/plain_file.h"
#include "cli/policy_files.h"
#include "cli/rank_files.h"

#include <cstdint>
#include <sstream>

using namespace rashin;

namespace {

/// Reads the file as one method would; faults are told, nothing is thrown.
template <class Read> void read(const cli::MethodCall& method, cli::TreeOfTable tree, const Read& read_case) {
  collect::JsonFile file = cli::plain_file(method, tree);
  const collect::JsonValue& root =
      cli::case_in(file, method, {"scores", "opinions", "forecasts", "experts", "options"});
  if (file.ok()) read_case(file, root);
  for (const Diagnostic& fault : file.faults()) (void)to_text(fault, Language::Japanese);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 20'000) return 0;
  cli::MethodCall method;
  method.file = "fuzz";
  method.bytes.assign(reinterpret_cast<const char*>(data), size);
  using File = collect::JsonFile;
  using Value = collect::JsonValue;
  read(method, cli::ranking_tree, [](File& file, const Value& root) {
    cli::RankFile rank = cli::read_rank(file, root);
    if (file.ok()) (void)cli::set_goalposts_from_scores(rank);
  });
  read(method, cli::opinions_tree, [](File& file, const Value& root) {
    const cli::PoolFile pool = cli::read_pool(file, root);
    if (file.ok()) (void)panel::pool(pool.opinions, pool.options);
  });
  read(method, cli::quantiles_tree, [](File& file, const Value& root) {
    const cli::CookeFile cooke = cli::read_cooke(file, root);
    if (file.ok()) (void)panel::classical_model(cooke.input, cooke.options);
  });
  read(method, cli::forecasts_tree, [](File& file, const Value& root) { (void)cli::read_brier(file, root); });
  read(method, cli::performance_tree, [](File& file, const Value& root) {
    const cli::RobustnessFile robust = cli::read_robustness(file, root);
    if (file.ok()) (void)policy::robustness(robust.performance, robust.options);
  });
  read(method, nullptr, [](File& file, const Value& root) {
    const cli::PackageFile packages = cli::read_packages(file, root);
    if (file.ok()) (void)policy::check(packages.problem);
  });
  (void)cli::read_cib(method.file, method.bytes, "fuzz");
  (void)cli::read_cases(method.file, method.bytes, {"y", {}, {}, ""});
  return 0;
}

// rashin supply ensemble: draws × pathways × policies over one table, in batches that are kept as they end.
#include "cli/arguments.h"
#include "cli/mrio_commands.h"
#include "cli/mrio_print.h"
#include "cli/mrio_scenario.h"
#include "cli/mrio_source.h"
#include "cli/progress.h"
#include "cli/table_option.h"
#include "core/draws.h"
#include "core/number_text.h"
#include "core/sha256.h"
#include "policy/evaluate.h"
#include "store/folder.h"
#include "study/economy_tables.h"
#include "supply/mrio_ensemble.h"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace rashin::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::json;

/// One run: its place in the plan and what it does to the table.
struct EnsembleRun {
  std::string policy, pathway;
  int draw = 0;
  Scenario scenario;
};

struct Ensemble {
  std::vector<EnsembleRun> runs;
  std::string inputs; ///< hash of what decides the results: a folder is only taken up again for the same
};

Diagnostic wrong(const std::string& file, const std::string& key, const std::string& why) {
  return make_diagnostic("mrio-scenario", {file}, {key, why});
}

/// Puts the draw's number in the place of each {dist, low, value, high}; a factor is named by its place.
struct Drawer {
  const std::string& file;
  std::uint64_t seed;
  std::uint64_t draw;
  Diagnostics& faults;

  void walk(Json& node, const std::string& factor) {
    if (node.is_object() && node.contains("dist")) return put_number(node, factor);
    if (node.is_structured())
      for (auto& [key, child] : node.items()) walk(child, factor + "/" + key);
  }

  void put_number(Json& node, const std::string& factor) {
    DistributionFigures figures;
    const auto figure = [&](const char* key, std::optional<double>& to) {
      if (node.contains(key) && node[key].is_number()) to = node[key].get<double>();
    };
    figure("value", figures.value), figure("low", figures.low), figure("high", figures.high);
    const std::string kind = node["dist"].is_string() ? node["dist"].get<std::string>() : "";
    const auto made = make_distribution(kind, figures, {}, {.file = file, .field = factor});
    if (!made) {
      faults.insert(faults.end(), made.diagnostics().begin(), made.diagnostics().end());
      node = 0;
      return;
    }
    const double value = made->quantile(uniform(seed, factor, Stream::A, draw));
    const bool days = factor.ends_with("/start") || factor.ends_with("/duration");
    node = days ? std::round(value) : value;
  }
};

/// A policy sets values at places such as /options/input_days or /shocks/0/passage.
void apply_policy(const std::string& file, const Json& policy, Json& document, Diagnostics& faults) {
  const Json changes = policy.value("set", Json::object());
  for (const auto& [place, value] : changes.items()) {
    try {
      const Json::json_pointer pointer(place);
      if (!document.contains(pointer) && !place.starts_with("/options/"))
        faults.push_back(wrong(file, "set." + place, "there is nothing at this place"));
      else
        document[pointer] = value;
    } catch (const Json::exception&) {
      faults.push_back(wrong(file, "set." + place, "it is not a place such as /options/input_days"));
    }
  }
}

std::string name_of(const Json& item, const char* otherwise) {
  return item.is_object() && item.contains("name") && item["name"].is_string() ? item["name"].get<std::string>()
                                                                               : otherwise;
}

Result<Ensemble> plan_ensemble(const std::string& text, const std::string& file, const supply::Mrio& table, int draws,
                               std::uint64_t seed) {
  const Json all = Json::parse(text, nullptr, false);
  if (!all.is_object()) return wrong(file, "(whole file)", "it is not a JSON object");
  const Json pathways = all.value("pathways", Json::array());
  if (!pathways.is_array() || pathways.empty()) return wrong(file, "pathways", "a list of name and shocks is expected");
  Json policies = Json::array({{{"name", "none"}}});
  for (const Json& policy : all.value("policies", Json::array())) policies.push_back(policy);
  Ensemble ensemble;
  Diagnostics faults;
  for (const Json& policy : policies)
    for (const Json& pathway : pathways)
      for (int draw = 0; draw < draws && faults.empty(); ++draw) {
        Json document{{"days", all.value("days", Json(365))},
                      {"options", all.value("options", Json::object())},
                      {"shocks", pathway.is_object() ? pathway.value("shocks", Json::array()) : Json::array()}};
        apply_policy(file, policy, document, faults);
        Drawer drawer{file, seed, static_cast<std::uint64_t>(draw), faults};
        drawer.walk(document["options"], "options");
        drawer.walk(document["shocks"], name_of(pathway, "pathway") + "/shocks");
        auto scenario = read_scenario(document.dump(), file, table);
        if (!scenario) {
          faults.insert(faults.end(), scenario.diagnostics().begin(), scenario.diagnostics().end());
          break;
        }
        ensemble.runs.push_back({name_of(policy, "policy"), name_of(pathway, "pathway"), draw, scenario.take()});
        supply::PropagationOptions& options = ensemble.runs.back().scenario.options;
        options.record_industries = options.record_causes = false;
        options.threads = 1;
      }
  if (!faults.empty()) return faults;
  ensemble.inputs =
      sha256_hex(text + "\n" + study::table_hash(table) + "\n" + std::to_string(draws) + "\n" + std::to_string(seed));
  return ensemble;
}

std::string header_row(const supply::Mrio& table) {
  std::string row = "draw,value_added_loss,production_loss,unmet_final_demand";
  for (const std::string& region : table.regions) row += ",value_added_loss_" + region;
  return row + ",policy,pathway\n";
}

std::string result_row(const EnsembleRun& run, const supply::Mrio& table, const supply::PropagationResult& result) {
  std::vector<double> regions(table.regions.size(), 0.0);
  double production = 0, added = 0, unmet = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    production += result.production_loss[i], added += result.value_added_loss[i];
    regions[table.industries[i].region] += result.value_added_loss[i];
  }
  for (const double day : result.total_unmet) unmet += day;
  std::string row = std::to_string(run.draw);
  for (const double value : {added, production, unmet}) row += "," + shortest(value);
  for (const double value : regions) row += "," + shortest(value);
  return row + ",\"" + run.policy + "\",\"" + run.pathway + "\"\n";
}

/// Batches lie as files of their own until all are there, so that a stopped ensemble goes on where it ended.
class BatchFolder {
 public:
  BatchFolder(fs::path out, std::string inputs) : folder_(std::move(out)), inputs_(std::move(inputs)) {}

  /// Fresh, or taken up again: then `done` says which batches are there.
  Diagnostics open(bool resume, std::size_t batches, std::vector<bool>& done) {
    std::error_code error;
    done.assign(batches, false);
    const bool there = fs::exists(folder_, error) && !fs::is_empty(folder_, error);
    if (there && (!resume || fs::exists(folder_ / "summary.csv", error))) // a finished one is not begun again
      return {make_diagnostic("folder-not-empty", {}, {folder_.string()})};
    const auto known = store::read_file(folder_ / "batches/inputs.sha256");
    if (there && (!known || *known != inputs_)) return {make_diagnostic("mrio-ensemble-other", {}, {folder_.string()})};
    fs::create_directories(folder_ / "batches", error);
    if (Diagnostics failed = store::replace_file(folder_ / "batches/inputs.sha256", inputs_); !failed.empty())
      return failed;
    for (std::size_t batch = 0; batch < batches; ++batch) done[batch] = fs::exists(file_of(batch), error);
    return {};
  }
  Diagnostics keep(std::size_t batch, const std::string& rows) const {
    return store::replace_file(file_of(batch), rows);
  }
  Result<std::string> rows(std::size_t batch) const { return store::read_file(file_of(batch)); }
  void remove() const {
    std::error_code error;
    fs::remove_all(folder_ / "batches", error);
  }

 private:
  fs::path file_of(std::size_t batch) const { return folder_ / "batches" / (std::to_string(batch) + ".csv"); }
  fs::path folder_;
  std::string inputs_;
};

/// Mean, standard error and quantiles of the value added lost, by policy and pathway.
std::string summary_of(const std::vector<EnsembleRun>& runs, const std::vector<double>& losses) {
  std::string text = "policy,pathway,draws,value_added_loss_mean,standard_error,p5,p50,p95\n";
  for (std::size_t begin = 0; begin < runs.size();) {
    std::size_t end = begin;
    while (end < runs.size() && runs[end].policy == runs[begin].policy && runs[end].pathway == runs[begin].pathway)
      ++end;
    const std::vector<double> draws(losses.begin() + static_cast<std::ptrdiff_t>(begin),
                                    losses.begin() + static_cast<std::ptrdiff_t>(end));
    const policy::Summary s = policy::summarize(draws);
    const double error = study::standard_error(draws);
    text += "\"" + runs[begin].policy + "\",\"" + runs[begin].pathway + "\"," + std::to_string(draws.size());
    for (const double value : {s.mean, error, s.p5, s.p50, s.p95})
      text += "," + (std::isfinite(value) ? shortest(value) : "");
    text += "\n";
    begin = end;
  }
  return text;
}

Diagnostics finish(const fs::path& out, const BatchFolder& kept, const Ensemble& ensemble, const supply::Mrio& table,
                   std::size_t batches, std::string& summary) {
  std::string rows = header_row(table);
  std::vector<double> losses;
  for (std::size_t batch = 0; batch < batches; ++batch) {
    const auto part = kept.rows(batch);
    if (!part) return part.diagnostics();
    rows += *part;
    for (std::size_t at = 0; at < part->size();) {
      const std::size_t end = part->find('\n', at);
      losses.push_back(std::strtod(part->c_str() + part->find(',', at) + 1, nullptr)); // the second column
      at = end + 1;
    }
  }
  summary = summary_of(ensemble.runs, losses);
  for (const auto& [name, text] : {std::pair{"draws.csv", &rows}, {"summary.csv", &summary}})
    if (Diagnostics failed = store::replace_file(out / name, *text); !failed.empty()) return failed;
  return {};
}

int ensemble_command(const Call& call) {
  const auto arguments = parse_arguments(
      call.words, {{"--resume"}, {"--table", "--tables", "--year", "--draws", "--seed", "--threads", "--out"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto draws = integer_option(*arguments, "--draws", 1, 100'000),
             seed = integer_option(*arguments, "--seed", 0, INT64_MAX),
             threads = integer_option(*arguments, "--threads", 1, 256);
  for (const auto* number : {&draws, &seed, &threads})
    if (!*number) return report(call, number->diagnostics());
  const fs::path file = arguments->words[0];
  const auto json = read_whole_file(file);
  if (!json) return report(call, json.diagnostics());
  const auto name = scenario_table(*json, file.string());
  if (!name) return report(call, name.diagnostics());
  const auto built = table_for(*arguments, *name, file.parent_path());
  if (!built) return report(call, built.diagnostics());
  const auto plan = plan_ensemble(*json, file.string(), built->table, static_cast<int>(draws->value_or(100)),
                                  static_cast<std::uint64_t>(seed->value_or(1)));
  if (!plan) return report(call, plan.diagnostics());
  const fs::path out = arguments->option("--out").value_or("out/ensemble");
  const std::size_t batches = supply::batch_count(plan->runs.size());
  BatchFolder kept(out, plan->inputs);
  supply::EnsembleOptions options;
  if (const Diagnostics failed = kept.open(arguments->has("--resume"), batches, options.done); !failed.empty())
    return report(call, failed);
  options.threads = static_cast<unsigned>(threads->value_or(std::max(1U, std::thread::hardware_concurrency())));
  options.stop = call.stop;
  std::vector<supply::Member> members;
  for (const EnsembleRun& run : plan->runs) members.push_back({run.scenario.shocks, &run.scenario.options});
  const auto progress = progress_bar(call, {"計算中", "Running"});
  Diagnostics failed;
  std::size_t done = static_cast<std::size_t>(std::count(options.done.begin(), options.done.end(), true));
  options.on_batch = [&](std::size_t batch, std::span<const supply::PropagationResult> results) {
    std::string rows;
    for (std::size_t k = 0; k < results.size(); ++k)
      rows += result_row(plan->runs[batch * supply::batch_lanes + k], built->table, results[k]);
    for (Diagnostic& fault : kept.keep(batch, rows)) failed.push_back(std::move(fault));
    if (progress) progress(static_cast<double>(++done) / static_cast<double>(batches));
  };
  const auto whole = supply::run_ensemble(built->table, members, options);
  if (!whole) return report(call, whole.diagnostics());
  if (!failed.empty()) return report(call, failed);
  if (!*whole || call.stop.stop_requested()) return report(call, {make_diagnostic("stopped", {})});
  std::string summary;
  if (failed = finish(out, kept, *plan, built->table, batches, summary); !failed.empty()) return report(call, failed);
  kept.remove();
  call.out << summary;
  return Done;
}

} // namespace

std::vector<Command> supply_ensemble_commands() {
  return {
      {"supply ensemble",
       {"シナリオ.json [--draws N] [--out D] [--resume]: 標本×展開×政策を一つの表で計算する",
        "SCENARIO.json [--draws N] [--out D] [--resume]: draws × pathways × policies over one table"},
       {"  --draws N   標本数\n  --seed S    乱数の種\n  --out D     結果を書くフォルダ\n  --resume    "
        "止めたところから続ける\n  --threads N 並列数（結果は変わらない）\n  --table T, --tables D, --year Y  表",
        "  --draws N   draws\n  --seed S    seed\n  --out D     folder for the results\n  --resume    go on where it "
        "was stopped\n  --threads N threads (results do not change)\n  --table T, --tables D, --year Y  the table"},
       ensemble_command}};
}

} // namespace rashin::cli

#include "cli/arguments.h"
#include "cli/method_print.h"
#include "cli/progress.h"
#include "cli/study_commands.h"
#include "cli/study_files.h"
#include "core/json.h"
#include "study/check_numbers.h"
#include "study/read.h"
#include "study/tables.h"

#include <algorithm>
#include <ostream>
#include <thread>

namespace rashin::cli {
namespace {

using Layout = JsonWriter::Layout;

void index_member(JsonWriter& json, std::string_view key, const math::SobolIndices& indices,
                  const math::SensitivityIndex& index) {
  if (!study::is_told(indices, index)) return;
  json.key(key).begin_array(Layout::OneLine).number(index.value).number(index.low).number(index.high).end_array();
}

void print_json(const Call& call, const study::Study& study, const study::Sensitivity& split) {
  JsonWriter json;
  json.begin_object().key("draws").integer(split.draws).key("interval").number(0.9).key("needs").begin_array();
  for (std::size_t t = 0; t < split.needs.size(); ++t)
    for (const bool realised : {false, true}) {
      const math::SobolIndices& indices = realised ? split.needs[t].realised : split.needs[t].readiness;
      json.begin_object().key("technology").text(study.technologies[t].id);
      json.key("measure").text(realised ? "realised" : "readiness").key("mean").number(indices.mean);
      json.key("variance").number(indices.variance).key("links").begin_array();
      for (std::size_t k = 0; k < study::chain_links.size(); ++k) {
        json.begin_object(Layout::OneLine).key("link").text(study::link_word(study::chain_links[k]));
        index_member(json, "first", indices, indices.first[k]);
        index_member(json, "total", indices, indices.total[k]);
        json.end_object();
      }
      json.end_array().end_object();
    }
  call.out << json.end_array().end_object().take();
}

void print_table(const Call& call, const study::Study& study, const study::Sensitivity& split, bool realised) {
  const auto say = [&](const LocalizedText& text) { return text.in(call.language); };
  call.out << say(realised ? LocalizedText{"実際に得られる価値（最初の損失までに使える場合だけを数える）",
                                           "Value realised (counted only where ready by the first loss)"}
                           : LocalizedText{"間に合った場合の価値", "Value of readiness"})
           << '\n';
  TextTable table({say({"技術", "technology"}), say({"環", "link"}), say({"単独", "alone"}), "",
                   say({"組み合わせを含む", "with others"}), ""});
  std::vector<std::string> cells;
  const auto put = [&](const math::SobolIndices& indices, const math::SensitivityIndex& index) {
    const bool told = study::is_told(indices, index);
    cells.push_back(told ? figure(index.value) : "—");
    cells.push_back(told ? figure(index.low) + " … " + figure(index.high) : "");
  };
  for (std::size_t t = 0; t < split.needs.size(); ++t) {
    const math::SobolIndices& indices = realised ? split.needs[t].realised : split.needs[t].readiness;
    for (std::size_t k = 0; k < study::chain_links.size(); ++k) {
      if (study::chain_links[k] == Link::Judged || (study::chain_links[k] == Link::TechnologyDates && !realised))
        continue;
      const std::string name = k == 0 ? study.technologies[t].title.in(call.language) : "";
      cells = {name, say(study::link_title(study::chain_links[k]))};
      put(indices, indices.first[k]);
      put(indices, indices.total[k]);
      table.row(cells);
    }
  }
  table.print(call.out);
  call.out << '\n';
}

Result<study::Sensitivity> split_study(const Call& call, const study::Study& study, const Arguments& arguments) {
  const auto draws = integer_option(arguments, "--draws", 2, 1'000'000);
  if (!draws) return draws.diagnostics();
  const auto seed = integer_option(arguments, "--seed", 0, INT64_MAX);
  if (!seed) return seed.diagnostics();
  const auto threads = integer_option(arguments, "--threads", 1, 256);
  if (!threads) return threads.diagnostics();
  study::RunOptions options;
  options.draws = static_cast<int>(draws->value_or(std::min(study.header.draws, 512)));
  options.seed = static_cast<std::uint64_t>(seed->value_or(static_cast<long long>(study.header.seed)));
  options.threads =
      static_cast<int>(threads->value_or(static_cast<long long>(std::max(1U, std::thread::hardware_concurrency()))));
  options.totals_only = true;
  options.sensitivity_draws = options.draws;
  options.stop = call.stop;
  const auto result = study::run(study, options);
  if (!result) return result.diagnostics();
  return *result->sensitivity;
}

int study_sensitivity(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--json"}, {"--draws", "--seed", "--threads"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const bool json = arguments->has("--json");
  const auto files = read_study_folder(arguments->words[0]);
  if (!files) return report(call, files.diagnostics(), json);
  const auto read = study::read_study(*files);
  if (!read) return report(call, read.diagnostics(), json);
  if (const Diagnostics faults = study::check_numbers(*read); has_errors(faults)) return report(call, faults, json);
  const auto split = split_study(call, *read, *arguments);
  if (!split) return report(call, split.diagnostics(), json);
  if (json) {
    print_json(call, *read, *split);
    return Done;
  }
  for (const bool realised : {true, false}) print_table(call, *read, *split, realised);
  const std::string k = std::to_string(split->draws);
  call.out << LocalizedText{"分散の割合。標本 " + k +
                                " 件、幅は標本誤差の90%区間。区間が0を含む値は0と区別できません。"
                                "—：間に合う標本がほとんどなく、分けられません。",
                            "Shares of the variance on " + k +
                                " draws, with 90 % of their sampling error. An interval that holds zero: not told from "
                                "zero; —: in time in hardly any draw, nothing to split."}
                  .in(call.language)
           << '\n';
  return Done;
}

} // namespace

std::vector<Command> study_sensitivity_commands() {
  return {{"study sensitivity",
           {"DIR [--draws K] [--json]　技術ニーズの価値の不確かさを環ごとに分ける",
            "DIR [--draws K] [--json]   split the uncertainty of each need's value by link of the chain"},
           {"  --draws K    標本数（既定は 512 まで。多いほど区間が狭くなる）\n  --seed S     乱数の種\n  --threads T  "
            "並列数\n  --json       JSON で出力する",
            "  --draws K    number of draws (at most 512 unless given; more draws, narrower intervals)\n  --seed S     "
            "seed of the draws\n  --threads T  threads\n  --json       print JSON"},
           study_sensitivity}};
}

} // namespace rashin::cli

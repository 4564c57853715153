#pragma once
#include "agenda/model.h"
#include "core/file_set.h"

#include <optional>
#include <set>

namespace rashin::agenda {

/// A need as its run tells it.
struct RunNeed {
  std::string id;         ///< row of needs.csv
  std::string technology; ///< what the run calls the technology
  std::string serves;     ///< the option or concept that it serves; may be empty
  std::string role;       ///< support, substitute, deter, respond
  LocalizedText title, reason;
  std::string ready, needed; ///< ISO days (median), or empty
  std::string timing;        ///< in-time, at-risk, too-late, or empty
  double top_share = 0;      ///< as the run itself says
  std::vector<double> draws; ///< its value per draw, in the run's own unit
};

struct RunAdvantage {
  std::string id;
  LocalizedText title, holds, depends;
  std::string dependents, lasts;                                     ///< country codes; ISO day or empty
  std::vector<std::pair<study::AdvantageEffect, std::string>> links; ///< of the run's technologies
};

/// An axis or a person without which the run itself would put other needs first (its table `changes`).
struct RunChange {
  std::string kind, id; ///< axis or person, `axis:…` or `person:…`
  LocalizedText title;
  std::vector<std::string> out, in; ///< needs
};

/// Where a row of a run can be read in words: its title, and what it rests on.
struct RunNode {
  LocalizedText words;
  std::vector<std::string> on;
};

/// A finished run, as far as an agenda needs it.
struct FinishedRun {
  std::string id;   ///< in the agenda
  std::string kind; ///< study or assessment
  std::string work; ///< id of the work
  LocalizedText title;
  Origin origin = Origin::SupplyChain;
  std::string as_of, version, hash; ///< hash: SHA-256 over all its files
  std::uint64_t seed = 0;
  int draws = 0;
  int gaps = 0, illustrative = 0;
  std::vector<RunNeed> needs;
  std::vector<RunAdvantage> advantages;
  std::vector<RunChange> changes;
  std::set<std::string> factors; ///< what its draws are keyed by
  std::map<std::string, RunNode> nodes;
  Evidence evidence;
  std::map<std::string, std::string> input_hashes; ///< of the files that it was computed from
  FileSet kept;                                    ///< what the agenda keeps of it, below inputs/runs/<id>/
};

/// Reads run.json, inputs/ and results/. Errors `agenda-run-…` at the entry's place: not a run of a study or an
/// assessment, made by a version that kept no draws of needs, another hash than the pinned one. `hash`: of all the
/// files, where only those that were kept are at hand. Pure.
Result<FinishedRun> read_finished_run(const RunEntry& entry, const FileSet& files,
                                      const std::optional<std::string>& hash = {});

/// The runs as an agenda's own run kept them below inputs/runs/: what is computed from them is what that run computed.
/// `manifest`: the run.json of the agenda's run. Pure.
Result<std::vector<FinishedRun>> kept_runs(const Agenda& agenda, const std::string& manifest, const FileSet& kept);

/// SHA-256 over names and contents of all files of a run.
std::string hash_of_run(const FileSet& files);

} // namespace rashin::agenda

#pragma once
#include "core/money.h"
#include "format/csv.h"
#include "format/schema.h"
#include "format/yaml.h"
#include "study/model.h"
#include "study/read.h"

#include <set>

namespace rashin::study {

/// The work of reading one study: what has been understood so far, and the faults. Each read_… below takes one part; a
/// part whose form is wrong adds its faults and leaves the rest empty.
struct Reading {
  const FileSet& files;
  Study study{};
  Diagnostics faults{};
  QuantityContext context{};
  RateTable rates{};
  std::map<std::string, std::size_t, std::less<>> shock_index{}, pathway_index{}, option_index{}, node_index{};
  std::set<std::string, std::less<>> unread{}; ///< `claims`, `network/items`, …: parts whose form is wrong
  std::set<std::string, std::less<>> stated{}; ///< `table/row/quantity` of every number that was written, faulty or not

  /// The file as YAML with its form checked, or nothing; a missing file is a fault where `needed`.
  std::optional<format::YamlNode> yaml(std::string_view file, const format::Schema& schema, bool needed);
  /// `<name>.csv`, or else `<name>.xlsx`, with its columns checked.
  std::optional<format::CsvFile> table(const std::string& name, const format::CsvSchema& schema);

  /// Keeps a quantity as a parameter; a second one of that id is a fault.
  std::optional<ParameterIndex> keep(std::optional<Quantity> quantity, Link link);
  /// Reads the quantity at `key` of a mapping; absent: nothing.
  std::optional<ParameterIndex> quantity(const format::YamlNode& mapping, std::string_view key, std::string_view table,
                                         std::string_view row, Link link);
  /// The same, and it must convert into `unit`.
  std::optional<ParameterIndex> quantity_in(const format::YamlNode& mapping, std::string_view key,
                                            std::string_view table, std::string_view row, Link link,
                                            std::string_view unit);
  void fault(std::string_view code, const Place& place, std::initializer_list<std::string_view> arguments = {});
  /// A word that nothing of this part is called: a fault, unless that part could not be read.
  void unknown(std::string_view code, std::string_view part, const Place& place, std::string_view word);
  /// The ids behind `claim:`, each of which must be there.
  std::vector<std::string> claims(const std::vector<std::string>& words, const Place& place);
};

void read_header(Reading& reading);
void read_evidence_files(Reading& reading);
void read_rates(Reading& reading);
/// Money of another currency or price year becomes the study's, by rates.csv and nothing else.
void convert_money(Reading& reading, Quantity& quantity);
void read_network(Reading& reading);
void read_pathways(Reading& reading);
/// The `matrix` of pathways.yaml; `alone`: there is no tree, so its scenarios become the pathways.
void read_matrix(Reading& reading, const format::YamlNode& item, bool alone);
void read_options(Reading& reading);
/// Descriptors and people of `item`, the matrix of pathways.yaml, and their judgements in cross_impacts.csv, summed to
/// `cells`; false where the rest of the matrix cannot be read.
bool read_cross_impacts(Reading& reading, const format::YamlNode& item, MatrixPathways& matrix);
/// The `budget` of options.yaml, against the options read before it.
void read_budget(Reading& reading, const format::YamlNode& item);
void read_technologies(Reading& reading);
void read_advantages(Reading& reading);
/// The work that is owed, of any kind of work.
std::vector<Task> read_tasks(Reading& reading, const format::YamlNode& root);
/// Criteria and weights of the ranking, and the tasks: the part of study.yaml that names technologies.
void read_criteria(Reading& reading);
void read_impacts(Reading& reading);
void read_outcomes(Reading& reading);
/// How often each person is believed, put to all judgements read before.
void read_experts(Reading& reading);
void read_economy(Reading& reading);

/// The words for a message, with commas.
std::string listed(const std::vector<std::string>& words);

/// Adds each word to the map, or tells of the second use.
template <class Map>
bool add_id(Reading& reading, Map& map, const std::string& id, std::size_t index, const Place& place) {
  if (map.emplace(id, index).second) return true;
  reading.fault("id-twice", place, {id});
  return false;
}

} // namespace rashin::study

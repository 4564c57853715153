#pragma once
#include "assessment/read.h"
#include "study/shared.h"

namespace rashin::assessment {

using Ids = std::map<std::string, std::size_t, std::less<>>;

/// The work of reading one assessment: what a study's reading does, and the parts of its own. Each read_… takes one
/// part.
struct Reading {
  study::Reading common;
  Assessment assessment{};
  Ids parties{}, axes{}, parts{}, curves{}, graphs{}, concepts{};
  std::vector<Place> concept_places{};

  void fault(std::string_view code, const Place& place, std::initializer_list<std::string_view> arguments = {}) {
    common.fault(code, place, arguments);
  }
  /// Keeps the number of a row that holds one, as `table/row/name`.
  std::optional<ParameterIndex> keep_number(const format::CsvFile& file, std::size_t index, std::string_view table,
                                            std::string_view row, std::string_view name);
  /// The position behind a word; a fault where there is none, unless `file` could not be read.
  std::optional<std::size_t> find(const Ids& ids, std::string_view kind, std::string_view file, const std::string& word,
                                  const Place& place);
};

/// One row of a table whose form has been checked.
class Row {
 public:
  Row(const format::CsvFile& file, std::size_t row) : file_(file), row_(row) {}
  std::string text(std::string_view name) const {
    return file_.column(name) ? file_.at(row_, *file_.column(name)).text : std::string();
  }
  Place place(std::string_view name) const { return file_.place(row_, file_.column(name).value_or(0)); }
  LocalizedText localized(const std::string& stem) const { return {text(stem + "_ja"), text(stem + "_en")}; }
  /// Words separated by semicolons.
  std::vector<std::string> words(std::string_view name) const;
  std::size_t index() const { return row_; }

 private:
  const format::CsvFile& file_;
  std::size_t row_;
};

std::vector<std::string> claims_of(Reading& reading, const Row& row);

void read_parts(Reading& reading);
void read_dossiers(Reading& reading);
void read_records(Reading& reading);
void read_gravity(Reading& reading);
void read_systems(Reading& reading);
void read_curves(Reading& reading, const format::YamlNode& root);
void read_papers(Reading& reading);
/// What people say about the weights of the axes.
void read_axis_weights(Reading& reading, const format::YamlNode& root);
void read_concepts(Reading& reading, const format::YamlNode& root);
void read_needs(Reading& reading, const format::YamlNode& root);

} // namespace rashin::assessment

// Several people's judgements over one cross-impact matrix: cross_impacts.csv.
#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"

#include <algorithm>

namespace rashin::study {
namespace {

using format::YamlNode;

constexpr int largest_judgement = 100;
constexpr std::size_t most_people = 50;
constexpr std::size_t most_states = 128;

/// The descriptors and their states, as `states` lists them.
bool take_descriptors(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  const YamlNode& lines = *item.find("states");
  std::size_t states = 0;
  for (const YamlNode& line : lines.items) {
    const std::string name = text_of(line, "descriptor"), state = text_of(line, "state");
    auto descriptor = std::ranges::find(matrix.descriptors, name, &pathway::Descriptor::name);
    if (descriptor == matrix.descriptors.end())
      descriptor = matrix.descriptors.insert(matrix.descriptors.end(), {name, {}});
    if (std::ranges::find(descriptor->states, state) != descriptor->states.end()) continue; // read_state tells of it
    descriptor->states.push_back(state);
    ++states;
  }
  if (states == 0) reading.fault("matrix-states-none", lines.place);
  if (states > most_states)
    reading.fault("matrix-states-many", lines.place, {std::to_string(states), std::to_string(most_states)});
  bool sound = states > 0 && states <= most_states;
  for (const pathway::Descriptor& descriptor : matrix.descriptors)
    if (const std::size_t count = descriptor.states.size(); count > 64) {
      reading.fault("scw-too-many-states", lines.place, {descriptor.name, std::to_string(count)});
      sound = false;
    }
  return sound;
}

bool take_people(Reading& reading, const YamlNode& item, MatrixPathways& matrix, std::size_t states) {
  const YamlNode* people = item.find("people");
  if (!people || people->items.empty() || people->items.size() > most_people) {
    reading.fault("matrix-people-count", people ? people->place : place_of(item, "file"),
                  {std::to_string(people ? people->items.size() : 0), std::to_string(most_people)});
    return false;
  }
  for (const YamlNode& line : people->items) {
    const std::string by = text_of(line, "by");
    if (std::ranges::find(matrix.people, by, &MatrixPerson::by) != matrix.people.end()) {
      reading.fault("expert-twice", place_of(line, "by"), {by});
      continue;
    }
    MatrixPerson person{by, {by, by}, {by, std::vector<std::optional<int>>(states * states), {}}, {}, {}};
    if (line.find("title")) person.title = localized_of(line, "title");
    for (std::string& claim : reading.claims(list_of(line, "basis"), place_of(line, "basis")))
      matrix.claims.push_back(std::move(claim));
    matrix.people.push_back(std::move(person));
  }
  return true;
}

/// Reads the rows of the table one by one.
class Rows {
 public:
  Rows(Reading& reading, const format::CsvFile& file, MatrixPathways& matrix)
      : reading_(reading), file_(file), matrix_(matrix), names_(matrix.state_names()) {
    for (std::size_t d = 0; d < matrix.descriptors.size(); ++d)
      owner_.insert(owner_.end(), matrix.descriptors[d].states.size(), d);
  }

  void read(std::size_t row) {
    const auto from = state(row, "from"), to = state(row, "to");
    MatrixPerson* person = person_of(row);
    const auto value = whole(row, "value", -largest_judgement, largest_judgement);
    if (!from || !to || !person || !value) return;
    const std::string cell_name = names_[*from] + " → " + names_[*to];
    if (owner_[*from] == owner_[*to]) return reading_.fault("matrix-self-judged", place(row, "to"), {cell_name});
    const std::size_t cell = *from * names_.size() + *to;
    if (const auto [first, added] = person->rows.emplace(cell, row); !added)
      return reading_.fault("matrix-cell-twice", place(row, "to"),
                            {person->by, cell_name, std::to_string(file_.at(first->second, 0).line)});
    person->judged.cells[cell] = *value;
    const auto confidence = whole(row, "confidence", 1, 5);
    person->judged.notes[cell] = {text(row, "reason"), confidence.value_or(0)};
    if (const std::string basis = text(row, "basis"); !basis.empty())
      person->cell_claims[cell] =
          reading_.claims(parse_basis(basis, place(row, "basis"), reading_.faults), place(row, "basis"));
  }

  /// Cells that somebody has left out altogether.
  void check_all_judged(const MatrixPerson& person, const Place& listed_at) {
    const auto skipped = pathway::skipped_cells(matrix_.descriptors, person.judged);
    if (skipped.empty()) return;
    const std::string first = names_[skipped[0] / names_.size()] + " → " + names_[skipped[0] % names_.size()];
    const Place at = person.rows.empty() ? listed_at : place(person.rows.begin()->second, "by");
    reading_.fault("matrix-cells-missing", at, {person.by, first, std::to_string(skipped.size())});
  }

 private:
  std::string text(std::size_t row, std::string_view column) const {
    const auto at = file_.column(column);
    return at ? file_.at(row, *at).text : std::string();
  }
  Place place(std::size_t row, std::string_view column) const {
    return file_.place(row, file_.column(column).value_or(0));
  }
  std::optional<std::size_t> state(std::size_t row, std::string_view column) {
    const std::string name = text(row, column);
    const auto found = std::ranges::find(names_, name);
    if (found != names_.end()) return static_cast<std::size_t>(found - names_.begin());
    reading_.fault("matrix-cell-state", place(row, column), {name, listed(names_)});
    return std::nullopt;
  }
  MatrixPerson* person_of(std::size_t row) {
    const std::string by = text(row, "by");
    const auto found = std::ranges::find(matrix_.people, by, &MatrixPerson::by);
    if (found != matrix_.people.end()) return &*found;
    std::vector<std::string> names;
    for (const MatrixPerson& person : matrix_.people) names.push_back(person.by);
    reading_.fault("matrix-person-unknown", place(row, "by"), {by, listed(names)});
    return nullptr;
  }
  /// Nothing where the cell is empty, or lies outside: a fault.
  std::optional<int> whole(std::size_t row, std::string_view column, int low, int high) {
    const auto at = file_.column(column);
    if (!at) return std::nullopt;
    const auto value = format::integer_at(file_, row, *at);
    if (!take_faults(value, reading_.faults) || !*value) return std::nullopt;
    if (**value >= low && **value <= high) return static_cast<int>(**value);
    reading_.fault("number-outside", place(row, column),
                   {column, text(row, column), std::to_string(low), std::to_string(high)});
    return std::nullopt;
  }

  Reading& reading_;
  const format::CsvFile& file_;
  MatrixPathways& matrix_;
  std::vector<std::string> names_;
  std::vector<std::size_t> owner_; ///< descriptor of each state
};

} // namespace

std::vector<std::string> MatrixPathways::state_names() const {
  std::vector<std::string> names;
  for (const pathway::Descriptor& descriptor : descriptors)
    for (const std::string& state : descriptor.states) names.push_back(descriptor.name + "." + state);
  return names;
}

std::vector<pathway::DivergingCell> MatrixPathways::diverging() const {
  std::vector<pathway::ExpertMatrix> judged;
  for (const MatrixPerson& person : people) judged.push_back(person.judged);
  return pathway::diverging_cells(descriptors, judged);
}

bool is_illustrative(const MatrixPathways& matrix) {
  return matrix.by == "example" ||
         std::ranges::find(matrix.people, "example", &MatrixPerson::by) != matrix.people.end();
}

bool read_cross_impacts(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  if (!take_descriptors(reading, item, matrix)) return false;
  const std::size_t states = matrix.state_names().size();
  const std::size_t before = reading.faults.size();
  if (!take_people(reading, item, matrix, states)) return false;
  const auto file = reading.table("cross_impacts", cross_impacts_schema());
  if (!file) return false;
  Rows rows(reading, *file, matrix);
  for (std::size_t row = 0; row < file->rows(); ++row) rows.read(row);
  const auto sound = [&] {
    return std::none_of(reading.faults.begin() + static_cast<std::ptrdiff_t>(before), reading.faults.end(),
                        [](const Diagnostic& fault) { return fault.severity == Severity::Error; });
  };
  if (!sound()) return false; // a row that is wrong would be told of twice
  for (const MatrixPerson& person : matrix.people) rows.check_all_judged(person, place_of(item, "people"));
  if (!sound()) return false;
  std::vector<pathway::ExpertMatrix> judged;
  for (const MatrixPerson& person : matrix.people) judged.push_back(person.judged);
  matrix.cells = pathway::summed_matrix(matrix.descriptors, judged)->cells();
  return true;
}

} // namespace rashin::study

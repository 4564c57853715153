#include "collect/scw.h"

#include "collect/line_reader.h"

#include <algorithm>
#include <cstdlib>

namespace rashin::collect {
namespace {

constexpr std::size_t most_states = 1024, most_states_of_one = 64;
constexpr int largest_cell = 1'000'000;

class ScwReader {
 public:
  ScwReader(std::string_view file, std::string_view bytes) : file_(file), bytes_(bytes), lines_(split_lines(bytes)) {
    project_.latin1 = !is_utf8(bytes);
    project_.crlf = bytes.find("\r\n") != std::string_view::npos;
  }

  Result<ScwProject> read() {
    if (lines_.size() < 2 || !lines_[0].text.starts_with("$ ScenarioWizard")) {
      fail("scw-not-a-project", 0, {lines_.empty() ? "" : lines_[0].text.substr(0, 40)});
      return notes_;
    }
    project_.head = text(lines_[0].text);
    project_.project = text(lines_[1].text);
    at_ = 2;
    read_descriptors();
    for (int section = 2; section <= 5; ++section) keep_section(section);
    if (has_errors(notes_)) return notes_;
    read_matrix();
    if (has_errors(notes_)) return notes_;
    warn_of_self_impacts();
    return {std::move(project_), std::move(notes_)};
  }

 private:
  std::string text(std::string_view raw) const { return project_.latin1 ? latin1_to_utf8(raw) : std::string(raw); }
  bool at_end() const { return at_ >= lines_.size(); }
  bool at_mark() const { return lines_[at_].text == "#"; }

  void fail(std::string_view code, std::size_t line, std::initializer_list<std::string_view> arguments) {
    const Line end{{}, static_cast<int>(lines_.size()) + 1, bytes_.size()};
    const Line& where = line < lines_.size() ? lines_[line] : end;
    notes_.push_back(make_diagnostic(code, place_in(file_, where, where.text, project_.latin1), arguments));
  }
  void fail_at(std::string_view code, std::string_view part, std::initializer_list<std::string_view> arguments) {
    notes_.push_back(make_diagnostic(code, place_in(file_, lines_[at_], part, project_.latin1), arguments));
  }

  void read_descriptors() {
    std::size_t all = 0;
    for (; !at_end() && !at_mark(); ++at_) {
      const std::string_view line = lines_[at_].text;
      if (trimmed(line).empty()) continue;
      if (line.starts_with('&')) {
        check_states();
        project_.descriptors.push_back({text(line.substr(1)), {}});
        descriptor_line_ = at_;
      } else if (line.starts_with(" -")) {
        if (project_.descriptors.empty())
          fail("scw-state-without-descriptor", at_, {text(line)});
        else
          project_.descriptors.back().states.push_back(text(line.substr(2)));
        if (++all == most_states + 1) fail("scw-too-large", at_, {std::to_string(most_states)});
      } else {
        fail("scw-line", at_, {text(line.substr(0, 40))});
      }
    }
    check_states();
    if (project_.descriptors.empty()) fail("scw-no-descriptor", at_, {});
    skip_mark(1);
  }
  void check_states() {
    if (project_.descriptors.empty()) return;
    const ScwDescriptor& last = project_.descriptors.back();
    if (last.states.empty()) fail("scw-no-state", descriptor_line_, {last.name});
    if (last.states.size() > most_states_of_one)
      fail("scw-too-many-states", descriptor_line_, {last.name, std::to_string(last.states.size())});
  }
  void skip_mark(int section) {
    if (at_end())
      fail("scw-section-missing", lines_.size(), {std::to_string(section)});
    else
      ++at_;
  }
  void keep_section(int section) {
    if (at_end()) return; // reported by the section before
    const std::size_t begin = lines_[at_].begin_byte;
    while (!at_end() && !at_mark()) ++at_;
    const std::size_t end = at_end() ? bytes_.size() : lines_[at_].begin_byte;
    project_.between.emplace_back(bytes_.substr(begin, end - begin));
    skip_mark(section);
    if (at_end() && section == 5 && !has_errors(notes_)) fail("scw-section-missing", lines_.size(), {"6"});
  }

  void read_matrix() {
    const std::size_t states = project_.states();
    const std::size_t begin = at_;
    std::vector<std::pair<std::size_t, std::size_t>> rows; // line and cells
    for (; !at_end() && !at_mark(); ++at_)
      if (!trimmed(lines_[at_].text).empty()) rows.emplace_back(at_, read_row());
    // A square of another size: the list of descriptors is at fault, not every row.
    const bool square = rows.size() != states && std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
                          return row.second == rows.size();
                        });
    if (square && rows.size() > 1)
      fail("scw-size", begin, {std::to_string(rows.size()), std::to_string(states)});
    else
      check_rows(rows, states);
    project_.tail = at_end() ? "" : bytes_.substr(lines_[at_].begin_byte);
  }
  void check_rows(const std::vector<std::pair<std::size_t, std::size_t>>& rows, std::size_t states) {
    for (const auto& [line, cells] : rows)
      if (cells != states) fail("scw-row-length", line, {std::to_string(cells), std::to_string(states)});
    if (rows.size() != states) fail("scw-rows", at_, {std::to_string(rows.size()), std::to_string(states)});
  }
  std::size_t read_row() {
    std::string_view rest = lines_[at_].text;
    std::size_t count = 0;
    for (bool more = true; more; ++count) {
      const std::size_t comma = rest.find(',');
      more = comma != std::string_view::npos;
      read_cell(trimmed(rest.substr(0, comma)));
      if (more) rest.remove_prefix(comma + 1);
    }
    return count;
  }
  void read_cell(std::string_view cell) {
    const std::optional<int> value = parsed<int>(cell);
    if (!value)
      fail_at("scw-cell", cell, {text(cell.substr(0, 40))});
    else if (*value > largest_cell || *value < -largest_cell)
      fail_at("scw-cell-range", cell, {cell, std::to_string(largest_cell)});
    project_.cells.push_back(value.value_or(0));
  }

  void warn_of_self_impacts() {
    const std::size_t states = project_.states();
    std::size_t first = 0;
    for (const ScwDescriptor& descriptor : project_.descriptors) {
      bool found = false;
      for (std::size_t row = first; row < first + descriptor.states.size(); ++row)
        for (std::size_t column = first; column < first + descriptor.states.size(); ++column)
          found = found || project_.cells[row * states + column] != 0;
      Place place;
      place.file = file_;
      if (found) notes_.push_back(make_diagnostic("scw-self-impact", std::move(place), {descriptor.name}));
      first += descriptor.states.size();
    }
  }

  std::string_view file_, bytes_;
  std::vector<Line> lines_;
  std::size_t at_ = 0;
  std::size_t descriptor_line_ = 0;
  ScwProject project_;
  Diagnostics notes_;
};

} // namespace

std::size_t ScwProject::states() const {
  std::size_t result = 0;
  for (const ScwDescriptor& descriptor : descriptors) result += descriptor.states.size();
  return result;
}

Result<ScwProject> read_scw(std::string_view file, std::string_view bytes) {
  return ScwReader(file, bytes).read();
}

std::string write_scw(const ScwProject& project) {
  const std::string end = project.crlf ? "\r\n" : "\n";
  std::string names = project.head + end + project.project + end;
  for (const ScwDescriptor& descriptor : project.descriptors) {
    names += "&" + descriptor.name + end;
    for (const std::string& state : descriptor.states) names += " -" + state + end;
  }
  std::string result = project.latin1 ? utf8_to_latin1(names).value_or(names) : names;
  result += "#" + end;
  for (const std::string& section : project.between) result += section + "#" + end;
  const std::size_t states = project.states();
  for (std::size_t row = 0; row < states; ++row) {
    for (std::size_t column = 0; column < states; ++column) {
      const int cell = project.cells[row * states + column];
      result += (column == 0 ? "" : ",") + std::string(cell < 0 ? "" : " ") + std::to_string(cell) + " ";
    }
    result += end;
  }
  return result + project.tail;
}

} // namespace rashin::collect

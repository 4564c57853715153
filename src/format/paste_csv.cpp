#include "format/edit.h"
#include "format/faults.h"
#include "format/position.h"
#include "format/table_change.h"

#include <algorithm>

namespace rashin::format {
namespace {

/// The table with the block in it.
CsvFile with_block(const CsvFile& before, std::size_t row, std::size_t column,
                   const std::vector<std::vector<std::string>>& block) {
  CsvFile after = before;
  const std::size_t columns = before.columns.size();
  after.cells.resize(std::max(before.rows(), row + block.size()) * columns);
  for (std::size_t r = 0; r < block.size(); ++r)
    for (std::size_t c = 0; c < block[r].size(); ++c) after.cells[(row + r) * columns + column + c].text = block[r][c];
  return after;
}

/// Row by row, as they stand: a pasted block is where it was put, whatever else it looks like.
std::vector<RowChange> changes_between(const CsvFile& before, const CsvFile& after, std::size_t first) {
  std::vector<RowChange> changes;
  for (std::size_t row = first; row < after.rows(); ++row) {
    const bool added = row >= before.rows();
    RowChange change{.fate = added ? RowFate::Added : RowFate::Changed, .row = std::min(row, before.rows())};
    for (std::size_t c = 0; c < before.columns.size(); ++c) {
      const std::string was = added ? "" : before.at(row, c).text;
      if (added || was != after.at(row, c).text)
        change.cells.push_back({before.columns[c].name, was, after.at(row, c).text});
    }
    if (!change.cells.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

} // namespace

Result<std::string> paste_csv(std::string_view file, std::string_view bytes, std::size_t row, std::string_view column,
                              const std::vector<std::vector<std::string>>& block, const CsvOptions& options) {
  const Result<CsvFile> table = read_csv(file, bytes, options);
  if (!table) return table.diagnostics();
  const Place target{std::string(file), 0, 0, 0, 0, std::string(column)};
  const std::optional<std::size_t> first = table->column(column);
  if (!first || row > table->rows()) return make_diagnostic("edit-no-target", target, {shortened(column)});
  const std::size_t room = table->columns.size() - *first;
  for (const std::vector<std::string>& line : block) {
    if (line.size() > room)
      return make_diagnostic("edit-paste-too-wide", target,
                             {std::to_string(line.size()), shortened(column), std::to_string(room)});
    for (const std::string& cell : line)
      if (!is_text(cell)) return make_diagnostic("edit-not-text", target, {shortened(cell)});
  }
  const CsvFile after = with_block(*table, row, *first, block);
  return apply_changes(bytes, *table, after, changes_between(*table, after, row), options);
}

} // namespace rashin::format

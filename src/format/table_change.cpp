#include "format/table_change.h"

#include "format/cp932.h"
#include "format/faults.h"

#include <algorithm>

namespace rashin::format {
namespace {

/// Beyond this many pairs rows are matched by their order alone.
constexpr std::size_t most_pairs = 16'000'000;

/// The rows of `after` in the columns of `before`.
class Rows {
 public:
  Rows(const CsvFile& before, const CsvFile& after) : before_(before), after_(after) {
    for (const CsvColumn& column : before.columns) columns_.push_back(after.column(column.name).value_or(0));
  }
  const std::string& old_cell(std::size_t row, std::size_t column) const { return before_.at(row, column).text; }
  const std::string& new_cell(std::size_t row, std::size_t column) const {
    return after_.at(row, columns_[column]).text;
  }
  bool same(std::size_t a, std::size_t b) const { return alike(a, b) == columns_.size(); }
  /// How many cells two rows share.
  std::size_t alike(std::size_t a, std::size_t b) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) count += old_cell(a, c) == new_cell(b, c);
    return count;
  }
  /// What matching two rows is worth: equal ones most, then those that begin alike.
  int worth(std::size_t a, std::size_t b) const {
    const std::size_t shared = alike(a, b), all = columns_.size();
    if (shared == all) return static_cast<int>(4 * all + 4);
    const bool begins = old_cell(a, 0) == new_cell(b, 0);
    return begins || 2 * shared > all ? static_cast<int>(shared + (begins ? all : 0) + 1) : 0;
  }
  std::size_t columns() const { return columns_.size(); }

 private:
  const CsvFile& before_;
  const CsvFile& after_;
  std::vector<std::size_t> columns_;
};

using Pair = std::pair<std::size_t, std::size_t>;

/// The best matching of rows begin_a…end_a with begin_b…end_b that keeps both orders (Needleman and Wunsch 1970).
std::vector<Pair> matched(const Rows& rows, Pair begin, Pair end) {
  const std::size_t n = end.first - begin.first, m = end.second - begin.second;
  std::vector<Pair> pairs;
  if (n == 0 || m == 0) return pairs;
  if (n * m > most_pairs) {
    for (std::size_t i = 0; i < std::min(n, m); ++i) pairs.emplace_back(begin.first + i, begin.second + i);
    return pairs;
  }
  std::vector<int> best((n + 1) * (m + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> int& { return best[i * (m + 1) + j]; };
  const auto worth = [&](std::size_t i, std::size_t j) { return rows.worth(begin.first + i, begin.second + j); };
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;) {
      const int value = worth(i, j);
      at(i, j) = std::max({at(i + 1, j), at(i, j + 1), value > 0 ? at(i + 1, j + 1) + value : 0});
    }
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    const int value = worth(i, j);
    if (value > 0 && at(i, j) == at(i + 1, j + 1) + value)
      pairs.emplace_back(begin.first + i++, begin.second + j++);
    else if (at(i, j) == at(i + 1, j))
      ++i;
    else
      ++j;
  }
  return pairs;
}

std::size_t line_of(const CsvFile& file, std::size_t row) {
  return file.columns.empty() || row >= file.rows() ? 0 : file.at(row, 0).line;
}

RowChange whole_row(const Rows& rows, const CsvFile& before, RowFate fate, std::size_t row, std::size_t written) {
  const bool added = fate == RowFate::Added;
  RowChange change{.fate = fate, .row = row};
  change.line = added ? (row == 0 ? 1 : line_of(before, row - 1)) : line_of(before, row);
  for (std::size_t c = 0; c < rows.columns(); ++c)
    change.cells.push_back({before.columns[c].name, added ? "" : rows.old_cell(row, c),
                            added ? rows.new_cell(written, c) : "", change.line});
  return change;
}

Diagnostics column_faults(const CsvFile& before, const CsvFile& after) {
  Diagnostics faults;
  const Place sheet{after.file, 0, 0, 0, 0, after.sheet};
  for (const CsvColumn& column : before.columns)
    if (!after.column(column.name)) faults.push_back(make_diagnostic("import-column-missing", sheet, {column.name}));
  for (const CsvColumn& column : after.columns)
    if (!before.column(column.name))
      faults.push_back(make_diagnostic("import-column-unknown", column.place, {column.name, before.file}));
  return faults;
}

} // namespace

Result<std::vector<RowChange>> table_changes(const CsvFile& before, const CsvFile& after) {
  if (Diagnostics faults = column_faults(before, after); !faults.empty()) return faults;
  const Rows rows(before, after);
  Pair begin{0, 0}, end{before.rows(), after.rows()};
  while (begin.first < end.first && begin.second < end.second && rows.same(begin.first, begin.second))
    ++begin.first, ++begin.second;
  while (end.first > begin.first && end.second > begin.second && rows.same(end.first - 1, end.second - 1))
    --end.first, --end.second;
  std::vector<Pair> pairs = matched(rows, begin, end);
  pairs.push_back(end);
  std::vector<RowChange> changes;
  Pair next = begin;
  for (const Pair& pair : pairs) {
    for (; next.first < pair.first; ++next.first)
      changes.push_back(whole_row(rows, before, RowFate::Removed, next.first, 0));
    for (; next.second < pair.second; ++next.second)
      changes.push_back(whole_row(rows, before, RowFate::Added, pair.first, next.second));
    if (pair == end) break;
    RowChange change{.fate = RowFate::Changed, .row = pair.first, .line = line_of(before, pair.first)};
    for (std::size_t c = 0; c < rows.columns(); ++c)
      if (rows.old_cell(pair.first, c) != rows.new_cell(pair.second, c))
        change.cells.push_back({before.columns[c].name, rows.old_cell(pair.first, c), rows.new_cell(pair.second, c),
                                before.at(pair.first, c).line});
    if (!change.cells.empty()) changes.push_back(std::move(change));
    next = {pair.first + 1, pair.second + 1};
  }
  return changes;
}

namespace {

struct Splice {
  std::size_t begin = 0, end = 0;
  std::string text{};
};

class Applier {
 public:
  Applier(std::string_view bytes, const CsvFile& before, const CsvOptions& options)
      : bytes_(bytes), before_(before), options_(options) {}
  std::vector<Splice> splices(const std::vector<RowChange>& changes);

 private:
  /// Behind the line of a row (the header: row -1, given as `row` 0 of `after_line`).
  std::size_t behind(std::size_t row_plus_one) const {
    const std::size_t columns = before_.columns.size();
    std::size_t at = row_plus_one == 0 ? header_end() : before_.at(row_plus_one - 1, columns - 1).end_byte;
    if (at < bytes_.size() && bytes_[at] == '\r') ++at;
    if (at < bytes_.size() && bytes_[at] == '\n' && (at == 0 || before_.line_end != LineEnd::Cr)) ++at;
    return at;
  }
  std::size_t header_end() const { return before_.columns.back().place.end_byte; }
  std::string_view line_end() const {
    return before_.line_end == LineEnd::CrLf ? "\r\n" : before_.line_end == LineEnd::Cr ? "\r" : "\n";
  }
  std::string_view bytes_;
  const CsvFile& before_;
  const CsvOptions& options_;
};

std::vector<Splice> Applier::splices(const std::vector<RowChange>& changes) {
  std::vector<Splice> out;
  for (const RowChange& change : changes) switch (change.fate) {
    case RowFate::Changed:
      for (const CellChange& cell : change.cells) {
        const CsvCell& old = before_.at(change.row, before_.column(cell.column).value());
        out.push_back({old.begin_byte, old.end_byte, csv_cell(cell.after, options_.separator, old.quoted)});
      }
      break;
    case RowFate::Removed:
      out.push_back({behind(change.row), behind(change.row + 1), ""});
      break;
    case RowFate::Added: {
      const std::size_t at = behind(change.row);
      std::string line;
      for (std::size_t c = 0; c < change.cells.size(); ++c)
        line +=
            (c == 0 ? "" : std::string(1, options_.separator)) + csv_cell(change.cells[c].after, options_.separator);
      const bool ended = at > 0 && (bytes_[at - 1] == '\n' || bytes_[at - 1] == '\r');
      out.push_back({at, at, ended ? line + std::string(line_end()) : std::string(line_end()) + line});
      break;
    }
    }
  std::stable_sort(out.begin(), out.end(), [](const Splice& a, const Splice& b) { return a.begin < b.begin; });
  return out;
}

} // namespace

Result<std::string> apply_changes(std::string_view bytes, const CsvFile& before, const CsvFile& after,
                                  const std::vector<RowChange>& changes, const CsvOptions& options) {
  const Place file{before.file, 0, 0, 0, bytes.size(), ""};
  std::string edited;
  std::size_t copied = 0;
  for (const Splice& splice : Applier(bytes, before, options).splices(changes)) {
    std::string text = splice.text;
    if (before.encoding == TextEncoding::Cp932) {
      const auto converted = to_cp932(text);
      if (!converted) return make_diagnostic("edit-not-in-cp932", file, {shortened(text)});
      text = *converted;
    }
    edited.append(bytes.substr(copied, splice.begin - copied)).append(text);
    copied = splice.end;
  }
  edited.append(bytes.substr(copied));
  const Result<CsvFile> again = read_csv(before.file, edited, options);
  bool intended = again && again->rows() == after.rows() && again->columns.size() == before.columns.size();
  if (intended) {
    const Rows rows(*again, after);
    for (std::size_t r = 0; r < after.rows() && intended; ++r) intended = rows.same(r, r);
  }
  if (!intended) return make_diagnostic("edit-refused", file, {before.file});
  return edited;
}

} // namespace rashin::format

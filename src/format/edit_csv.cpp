#include "format/edit.h"

#include "format/cp932.h"
#include "format/faults.h"
#include "format/position.h"

#include <algorithm>

namespace rashin::format {
namespace {

bool is_intended(const CsvFile& before, const CsvFile& after, std::size_t target, std::string_view value) {
  const auto same_name = [](const CsvColumn& a, const CsvColumn& b) { return a.name == b.name; };
  if (before.cells.size() != after.cells.size() ||
      !std::equal(before.columns.begin(), before.columns.end(), after.columns.begin(), after.columns.end(), same_name))
    return false;
  for (std::size_t i = 0; i < before.cells.size(); ++i)
    if (after.cells[i].text != (i == target ? value : before.cells[i].text)) return false;
  return true;
}

/// The first character that CP932 cannot hold; empty if it holds them all.
std::string_view not_in_cp932(std::string_view value) {
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t length = utf8_length(value, i);
    if (!to_cp932(value.substr(i, length))) return value.substr(i, length);
    i += length;
  }
  return {};
}

Result<std::string> replace(std::string_view bytes, const CsvFile& table, std::size_t target, std::string_view value,
                            const CsvOptions& options) {
  const CsvCell& cell = table.cells[target];
  const Place place = table.place(target / table.columns.size(), target % table.columns.size());
  if (!is_text(value)) return make_diagnostic("edit-not-text", place, {shortened(value)});
  const bool cp932 = table.encoding == TextEncoding::Cp932;
  if (const std::string_view stranger = cp932 ? not_in_cp932(value) : ""; !stranger.empty())
    return make_diagnostic("edit-not-in-cp932", place, {stranger});
  for (const bool quote : {cell.quoted, true}) { // an empty cell alone in its row needs quotes
    const std::string form = csv_cell(value, options.separator, quote);
    std::string edited(bytes.substr(0, cell.begin_byte));
    edited.append(cp932 ? to_cp932(form).value() : form).append(bytes.substr(cell.end_byte));
    const Result<CsvFile> again = read_csv(table.file, edited, options);
    if (again && is_intended(table, *again, target, value)) return edited;
  }
  return make_diagnostic("edit-refused", place, {shortened(value)});
}

} // namespace

Result<std::string> edit_csv(std::string_view file, std::string_view bytes, std::size_t row, std::string_view column,
                             std::string_view value, const CsvOptions& options) {
  const Result<CsvFile> table = read_csv(file, bytes, options);
  if (!table) return table.diagnostics();
  const std::optional<std::size_t> index = table->column(column);
  if (!index || row >= table->rows())
    return make_diagnostic("edit-no-target", {std::string(file), 0, 0, 0, 0, std::string(column)}, {shortened(column)});
  return replace(bytes, *table, row * table->columns.size() + *index, value, options);
}

Result<std::string> edit_csv(std::string_view bytes, const Place& place, std::string_view value,
                             const CsvOptions& options) {
  const Result<CsvFile> table = read_csv(place.file, bytes, options);
  if (!table) return table.diagnostics();
  const auto found = std::find_if(table->cells.begin(), table->cells.end(), [&](const CsvCell& cell) {
    return cell.begin_byte == place.begin_byte && cell.end_byte == place.end_byte;
  });
  if (found == table->cells.end()) return make_diagnostic("edit-no-target", place, {place.field});
  return replace(bytes, *table, static_cast<std::size_t>(found - table->cells.begin()), value, options);
}

} // namespace rashin::format

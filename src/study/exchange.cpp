#include "study/exchange.h"

#include "format/xlsx.h"
#include "study/read.h"

#include <algorithm>

namespace rashin::study {
namespace {

bool is_table(std::string_view path) {
  return path.ends_with(".csv") && !path.ends_with(".private.csv");
}

std::string sheet_of(std::string_view path) {
  std::string name(path.substr(0, path.size() - 4));
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

void append(Diagnostics& all, const Diagnostics& more) {
  all.insert(all.end(), more.begin(), more.end());
}

} // namespace

Result<std::vector<format::CsvFile>> input_sheets(const FileSet& files, std::string_view prefix) {
  std::vector<format::CsvFile> sheets;
  Diagnostics faults;
  for (const auto& [path, bytes] : files) {
    if (!is_table(path)) continue;
    auto sheet = format::read_csv(path, bytes);
    if (!sheet) {
      append(faults, sheet.diagnostics());
      continue;
    }
    sheets.push_back(sheet.take());
    sheets.back().sheet = std::string(prefix) + sheet_of(path);
  }
  if (!faults.empty()) return faults;
  return sheets;
}

Result<std::string> input_workbook(const FileSet& files) {
  const auto sheets = input_sheets(files);
  if (!sheets) return sheets.diagnostics();
  if (sheets->empty()) return make_diagnostic("import-no-table", {});
  return format::write_xlsx(*sheets);
}

Result<std::vector<FileChange>> workbook_changes(const FileSet& files, std::string_view name,
                                                 std::string_view workbook) {
  const auto sheets = format::read_workbook(name, workbook);
  if (!sheets) return sheets.diagnostics();
  std::map<std::string, std::string> paths; // sheet -> file
  for (const auto& [path, bytes] : files)
    if (is_table(path)) paths[sheet_of(path)] = path;
  std::vector<FileChange> changes;
  Diagnostics faults;
  std::string strangers;
  bool any = false;
  for (const format::CsvFile& sheet : *sheets) {
    const auto found = paths.find(sheet.sheet.starts_with("in.") ? sheet.sheet.substr(3) : sheet.sheet);
    if (found == paths.end()) {
      strangers += (strangers.empty() ? "" : ", ") + sheet.sheet;
      continue;
    }
    any = true;
    const std::string& bytes = files.at(found->second);
    const auto before = format::read_csv(found->second, bytes);
    if (!before) {
      append(faults, before.diagnostics());
      continue;
    }
    auto rows = format::table_changes(*before, sheet);
    if (!rows) {
      append(faults, rows.diagnostics());
      continue;
    }
    if (rows->empty()) continue;
    auto changed = format::apply_changes(bytes, *before, sheet, *rows);
    if (changed)
      changes.push_back({found->second, rows.take(), changed.take()});
    else
      append(faults, changed.diagnostics());
  }
  if (!any) faults.push_back(make_diagnostic("import-no-sheet", {.file = std::string(name)}, {strangers}));
  if (!faults.empty()) return faults;
  Diagnostics notes;
  if (!strangers.empty())
    notes.push_back(make_diagnostic("import-sheet-unknown", {.file = std::string(name)}, {strangers}));
  return Result(std::move(changes), notes);
}

Diagnostics faults_after(const FileSet& files, const std::vector<FileChange>& changes) {
  if (!read_study(files)) return {};
  FileSet after = files;
  for (const FileChange& change : changes) after[change.file] = change.bytes;
  Diagnostics found = read_study(after).diagnostics();
  if (!has_errors(found)) return {};
  found.push_back(make_diagnostic("import-breaks-study", {}));
  return found;
}

} // namespace rashin::study

#include "cli/table_commands.h"

#include "cli/arguments.h"
#include "cli/study_files.h"
#include "store/folder.h"
#include "study/exchange.h"

#include <ostream>

namespace rashin::cli {
namespace {

int export_tables(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--out"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const std::filesystem::path folder = arguments->words[0];
  const auto files = read_study_folder(folder);
  if (!files) return report(call, files.diagnostics());
  const auto book = study::input_workbook(*files);
  if (!book) return report(call, book.diagnostics());
  std::error_code error;
  const auto name = std::filesystem::absolute(folder, error).lexically_normal();
  const std::string stem = (name.has_filename() ? name : name.parent_path()).filename().string();
  const std::string out = arguments->option("--out").value_or(stem + ".tables.xlsx");
  if (const Diagnostics failed = store::replace_file(out, *book); !failed.empty()) return report(call, failed);
  call.out << LocalizedText{"書き出しました: ", "Written: "}.in(call.language) << out << '\n';
  return Done;
}

std::string shown(const std::string& cell) {
  return cell.empty() ? "\"\"" : cell;
}

/// One line per cell that changes: file, line, column, old and new.
void print_changes(const Call& call, const std::vector<study::FileChange>& changes) {
  for (const study::FileChange& file : changes)
    for (const format::RowChange& row : file.rows) {
      if (row.fate == format::RowFate::Changed) {
        for (const format::CellChange& cell : row.cells)
          call.out << file.file << ':' << cell.line << " [" << cell.column << "] " << shown(cell.before) << " -> "
                   << shown(cell.after) << '\n';
        continue;
      }
      const bool added = row.fate == format::RowFate::Added;
      const LocalizedText words = added ? LocalizedText{" の後に行を追加: ", " row added after this line: "}
                                        : LocalizedText{" 行を削除: ", " row removed: "};
      call.out << file.file << ':' << row.line << words.in(call.language);
      for (std::size_t c = 0; c < row.cells.size(); ++c)
        call.out << (c == 0 ? "" : ", ") << shown(added ? row.cells[c].after : row.cells[c].before);
      call.out << '\n';
    }
}

int import_tables(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--apply"}, {}, 2, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  const std::filesystem::path folder = arguments->words[1];
  const auto workbook = store::read_file(arguments->words[0]);
  if (!workbook) return report(call, workbook.diagnostics());
  const auto files = read_study_folder(folder);
  if (!files) return report(call, files.diagnostics());
  const auto changes = study::workbook_changes(*files, arguments->words[0], *workbook);
  if (const int code = report(call, changes.diagnostics()); !changes) return code;
  print_changes(call, *changes);
  if (changes->empty()) {
    call.out << LocalizedText{"違いはありません。", "Nothing differs."}.in(call.language) << '\n';
    return Done;
  }
  if (const Diagnostics faults = study::faults_after(*files, *changes); !faults.empty()) return report(call, faults);
  if (!arguments->has("--apply")) {
    call.out << LocalizedText{"まだ書き込んでいません。書き込むには --apply を付けてください。",
                              "Nothing is written yet. Add --apply to write."}
                    .in(call.language)
             << '\n';
    return Done;
  }
  for (const study::FileChange& change : *changes)
    if (const Diagnostics failed = store::replace_file(folder / change.file, change.bytes); !failed.empty())
      return report(call, failed);
  call.out << LocalizedText{"書き込んだファイル: " + std::to_string(changes->size()),
                            "Files written: " + std::to_string(changes->size())}
                  .in(call.language)
           << '\n';
  return Done;
}

} // namespace

std::vector<Command> table_commands() {
  return {{"table export",
           {"DIR [--out FILE]　調査の入力表を表計算ファイルにする",
            "DIR [--out FILE]   the input tables of a study as one workbook"},
           {"  --out FILE   書き出し先（既定は <フォルダー名>.tables.xlsx）",
            "  --out FILE   where to write (default <folder>.tables.xlsx)"},
           export_tables},
          {"table import",
           {"FILE.xlsx DIR [--apply]　表計算ファイルで何が変わるかを示し、取り込む",
            "FILE.xlsx DIR [--apply]   show what an edited workbook would change, then import it"},
           {"  --apply   書き込む（変わる値のほかは 1 バイトも変えません）。付けなければ示すだけ",
            "  --apply   write; only the bytes of what changes are replaced. Without it, only shown"},
           import_tables}};
}

} // namespace rashin::cli

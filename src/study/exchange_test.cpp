#include "study/exchange.h"

#include "format/edit.h"
#include "format/xlsx.h"
#include "study/worked_files.h"

#include <gtest/gtest.h>

namespace rashin::study {
namespace {

TEST(Exchange, TheTablesOfEveryWorkedStudyGoOutAndComeBackUnchanged) {
  for (const std::string& name : worked_studies()) {
    const FileSet files = worked_files(name);
    const auto book = input_workbook(files);
    ASSERT_TRUE(book.ok()) << name << to_json(book.diagnostics());
    const auto changes = workbook_changes(files, "book.xlsx", *book);
    ASSERT_TRUE(changes.ok()) << to_json(changes.diagnostics());
    EXPECT_TRUE(changes->empty()) << name << ": " << (changes->empty() ? "" : changes->front().file);
    EXPECT_EQ(*book, *input_workbook(files));
  }
}

/// The workbook of a study with one cell of one sheet replaced.
std::string edited_book(const FileSet& files, const std::string& sheet_name, const std::string& column,
                        const std::string& value) {
  auto sheets = input_sheets(files, "in.").take();
  for (format::CsvFile& sheet : sheets)
    if (sheet.sheet == "in." + sheet_name) sheet.cells.at(sheet.column(column).value()).text = value;
  return format::write_xlsx(sheets).take();
}

TEST(Exchange, AnEditedCellBecomesTheSameEditOfTheFile) {
  const FileSet files = worked_files("rare-earth-2010");
  const auto changes = workbook_changes(files, "book.xlsx", edited_book(files, "network.stocks", "value", "12.5"));
  ASSERT_TRUE(changes.ok()) << to_json(changes.diagnostics());
  ASSERT_EQ(changes->size(), 1u);
  const FileChange& change = changes->front();
  EXPECT_EQ(change.file, "network/stocks.csv");
  ASSERT_EQ(change.rows.size(), 1u);
  ASSERT_EQ(change.rows[0].cells.size(), 1u);
  EXPECT_EQ(change.rows[0].cells[0].after, "12.5");
  EXPECT_EQ(change.bytes, *format::edit_csv("network/stocks.csv", files.at("network/stocks.csv"), 0, "value", "12.5"));
}

TEST(Exchange, PrivateFilesStayAndStrangeSheetsAreNamed) {
  const FileSet files{{"impacts.private.csv", "a\n1\n"}, {"network/items.csv", "id\nx\n"}};
  const auto sheets = input_sheets(files);
  ASSERT_TRUE(sheets.ok());
  ASSERT_EQ(sheets->size(), 1u);
  EXPECT_EQ(sheets->front().sheet, "network.items");
  auto more = *sheets;
  more.push_back(format::make_table("notes", {"a"}, {{"1"}}));
  more.back().sheet = "notes";
  const auto changes = workbook_changes(files, "book.xlsx", format::write_xlsx(more).take());
  ASSERT_TRUE(changes.ok());
  ASSERT_EQ(changes.diagnostics().size(), 1u);
  EXPECT_EQ(changes.diagnostics()[0].code, "import-sheet-unknown");
  more.erase(more.begin());
  EXPECT_EQ(workbook_changes(files, "book.xlsx", format::write_xlsx(more).take()).diagnostics()[0].code,
            "import-no-sheet");
  EXPECT_EQ(input_workbook({}).diagnostics()[0].code, "import-no-table");
}

} // namespace
} // namespace rashin::study

#include "format/xlsx.h"

#include "format/test_support.h"
#include "format/xlsx_number.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace rashin::format {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A workbook with one sheet `S` of the given rows; further parts replace those of the same name.
std::string book(const std::string& rows, const Parts& more = {}) {
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  PackageParts parts = {
      {"_rels/.rels", "<Relationships><Relationship Id='a' Type='" + relations +
                          "officeDocument' Target='/xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml", "<workbook xmlns:r='x'><sheets><sheet name='S' sheetId='1' r:id='s1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='s1' Type='" + relations +
                                         "worksheet' Target='worksheets/sheet1.xml'/>"
                                         "<Relationship Id='s2' Type='" +
                                         relations +
                                         "sharedStrings' Target='../xl/sharedStrings.xml'/>"
                                         "<Relationship Id='s3' Type='" +
                                         relations + "styles' Target='styles.xml'/></Relationships>"},
      {"xl/sharedStrings.xml", "<sst><si><t>品目</t></si><si><r><t>磁</t></r><r><t xml:space='preserve'>石 "
                               "</t></r><rPh><t>ジシャク</t></rPh></si>"
                               "<si><t>a_x000D_b_x005F_x0041_</t></si><si><t></t></si></sst>"},
      {"xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' "
                        "formatCode='[$-411]ggge\"年\"m\"月\"d\"日\";@'/><numFmt numFmtId='165' "
                        "formatCode='yyyy\\-mm'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf "
                        "numFmtId='164'/><xf numFmtId='22'/>"
                        "<xf numFmtId='165'/><xf numFmtId='20'/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
  for (const auto& [name, text] : more) parts[name] = text;
  return write_package(Parts(parts.begin(), parts.end()));
}

std::string header(int columns) {
  std::string row = "<row r='1'>";
  for (int c = 0; c < columns; ++c) row += "<c t='inlineStr'><is><t>c" + std::to_string(c) + "</t></is></c>";
  return row + "</row>";
}

std::vector<std::string> texts(const CsvFile& table, std::size_t row) {
  std::vector<std::string> out;
  for (const CsvCell& cell : table.row(row)) out.push_back(cell.text);
  return out;
}

CsvFile read(const std::string& bytes) {
  Result<CsvFile> result = read_xlsx("x.xlsx", bytes);
  if (!result)
    for (const Diagnostic& d : result.diagnostics()) ADD_FAILURE() << to_text(d, Language::English);
  return result.ok() ? result.take() : CsvFile{};
}

/// Code and field of the first fault.
std::pair<std::string, std::string> fault(const std::string& bytes, const PackageLimits& limits = {}) {
  const Result<CsvFile> result = read_xlsx("x.xlsx", bytes, {}, limits);
  (void)named(result.diagnostics(), std::string(1 << 22, ' '));
  if (result.diagnostics().empty()) return {};
  return {result.diagnostics()[0].code, result.diagnostics()[0].place.field};
}

TEST(Xlsx, ReadsStringsNumbersDatesAndFormulas) {
  const std::string rows =
      header(9) +
      "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' t='s'><v>2</v></c><c r='C3'><v>4.4000000000000004</v></c>"
      "<c r='D3' s='1'><v>40428</v></c><c r='E3' s='2'><v>40428.25</v></c><c r='F3' s='3'><v>40428.5</v></c>"
      "<c r='G3' s='4'><v>40422</v></c><c r='H3' t='b'><v>1</v></c><c r='I3' t='str'><f>A1</f><v>x&amp;y</v></c></row>"
      "<row r='4'><c r='B4'><f>1+1</f><v>2</v></c><c r='D4' s='5'><v>0.75</v></c><c r='H4' t='b'><v>0</v></c></row>";
  const CsvFile table = read(book(rows));
  ASSERT_EQ(table.rows(), 2u);
  EXPECT_EQ(texts(table, 0), (std::vector<std::string>{"磁石 ", "a\rb_x0041_", "4.4", "2010-09-07", "2010-09-07",
                                                       "2010-09-07T12:00:00", "2010-09", "true", "x&y"}));
  EXPECT_EQ(texts(table, 1), (std::vector<std::string>{"", "2", "", "18:00:00", "", "", "", "false", ""}));
  EXPECT_EQ(table.place(0, 1), (Place{"x.xlsx", 3, 2, 0, 0, "S!B3"}));
  EXPECT_EQ(table.place(1, 2).field, "S!C4") << "a cell that is not written has its address too";
}

TEST(Xlsx, ReadsPrefixedNamesAndTheDatesOf1904) {
  const Parts more = {
      {"xl/workbook.xml", "<x:workbook xmlns:x='m' xmlns:r='x'><x:workbookPr date1904='1'/><x:sheets><x:sheet name='S' "
                          "sheetId='1' r:id='s1'/></x:sheets></x:workbook>"},
      {"xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c></x:row>"
                                   "<x:row><x:c s='1'><x:v>38966</x:v></x:c></x:row></x:sheetData></x:worksheet>"}};
  EXPECT_EQ(read(book("", more)).at(0, 0).text, "2010-09-07");
}

TEST(Xlsx, NamesEachFaultWithItsAddress) {
  using Fault = std::pair<std::string, std::string>;
  EXPECT_EQ(fault(book(header(2) + "<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>1</v></c></row>")),
            (Fault{"csv-ragged-row", "S!C2"}));
  EXPECT_EQ(fault(book(header(1) + "<row r='2'><c r='A2' t='e'><v>#N/A</v></c></row>")),
            (Fault{"xlsx-error-value", "S!A2"}));
  EXPECT_EQ(fault(book(header(1) + "<row r='2'><c r='A2'><f>1+1</f></c></row>")),
            (Fault{"xlsx-formula-without-value", "S!A2"}));
  EXPECT_EQ(fault(book(header(1) + "<row r='2'><c r='A2' s='1'><v>-4</v></c></row>")),
            (Fault{"xlsx-no-such-date", "S!A2"}));
  EXPECT_EQ(fault(book(header(1) + "<row r='2'><c r='A2' t='inlineStr'><is><t>_x0007_</t></is></c></row>")),
            (Fault{"xlsx-control-character", "S!A2"}));
  EXPECT_EQ(fault(book("<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>")),
            (Fault{"csv-duplicate-column", "S!B1"}));
  EXPECT_EQ(fault(book("")), (Fault{"xlsx-empty-sheet", "S"}));
  const Parts merged = {
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + header(2) +
                                       "</sheetData><mergeCells><mergeCell ref='A2:B2'/></mergeCells></worksheet>"}};
  EXPECT_EQ(fault(book("", merged)), (Fault{"xlsx-merged-cells", "S!A2"}));
  for (const char* bad : {"<c r='A2' t='s'><v>9</v></c>", "<c r='A2' t='s'><v>x</v></c>", "<c r='A2'><v>1x</v></c>",
                          "<c r='A3'/>", "<c r='2'/>", "<c r='XFE2'/>", "<c r='B2'/><c r='A2'/>", "<c r='AAAA2'/>"})
    EXPECT_EQ(fault(book(header(1) + "<row r='2'>" + bad + "</row>")).first, "package-damaged") << bad;
  EXPECT_EQ(fault(book(header(1) + "<row r='1'/>")).first, "package-damaged");
  EXPECT_EQ(fault(book("<row r='9999999'/>")).first, "package-damaged");
}

TEST(Xlsx, ReportsAllFaultsOfAllSheetsInOneGo) {
  const std::string rows =
      header(2) + "<row r='2'><c r='A2' t='e'><v>#REF!</v></c><c r='B2' t='e'><v>#N/A</v></c></row>";
  EXPECT_EQ(read_workbook("x", book(rows)).diagnostics().size(), 2u);
}

TEST(Xlsx, RefusesEntityTricksAndBrokenParts) {
  const std::string laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData><row><c "
                             "t='inlineStr'><is><t>&b;</t></is></c></row></sheetData></worksheet>";
  EXPECT_EQ(fault(book("", {{"xl/worksheets/sheet1.xml", laughs}})).first, "xlsx-document-type");
  const std::string outside = "<!DOCTYPE s SYSTEM \"file:///etc/passwd\"><sst/>";
  EXPECT_EQ(fault(book("", {{"xl/sharedStrings.xml", outside}})).first, "xlsx-document-type");
  EXPECT_EQ(fault(book("", {{"xl/styles.xml", "<styleSheet>"}})).first, "package-damaged");
  EXPECT_EQ(fault(book("", {{"xl/workbook.xml", "<workbook/>"}})).first, "package-damaged");
  EXPECT_EQ(fault(book("", {{"_rels/.rels", "<Relationships/>"}})).first, "package-damaged");
  EXPECT_EQ(fault(write_package({{"a.xml", "<a/>"}})).first, "package-damaged");
  EXPECT_EQ(fault(book(std::string(4 << 20, ' ')), {.ratio = 50}).first, "package-too-large");
}

TEST(Xlsx, ChoosesASheetByName) {
  const std::vector<CsvFile> tables = {make_table("一", {"a"}, {{"1"}}), make_table("二", {"b"}, {{"2"}})};
  const std::string bytes = write_xlsx(tables).value();
  EXPECT_EQ(read_xlsx("x", bytes, "二")->at(0, 0).text, "2");
  EXPECT_EQ(read_xlsx("x", bytes)->sheet, "一");
  EXPECT_EQ(sheet_names("x", bytes).value(), (std::vector<std::string>{"一", "二"}));
  const auto none = read_xlsx("x", bytes, "三");
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.diagnostics()[0].code, "xlsx-no-sheet");
  EXPECT_NE(none.diagnostics()[0].message.ja.find("一, 二"), std::string::npos);
}

TEST(XlsxWriting, LosesNothing) {
  const std::vector<std::string> odd = {"007",
                                        "1.10",
                                        "1e5",
                                        "100000",
                                        "-0",
                                        "0",
                                        "0.1",
                                        "1e-9",
                                        "12345678901234567890",
                                        "=1+1",
                                        "+1",
                                        "true",
                                        "2010-09-07",
                                        "１２",
                                        " pad ",
                                        "a\nb",
                                        "a\r\nb",
                                        "\t",
                                        "<&>\"'",
                                        "_x0041_",
                                        "_x005F_",
                                        "_xZZZZ_",
                                        "😀",
                                        "NaN",
                                        "inf",
                                        "磁石",
                                        "",
                                        "1e300",
                                        "0.30000000000000004"};
  std::vector<std::vector<std::string>> rows;
  for (const std::string& a : odd)
    for (const std::string& b : {odd[0], a, std::string()}) rows.push_back({a, b});
  const CsvFile table = make_table("表 <1>", {"a & b", "値"}, rows);
  const std::string bytes = write_xlsx(std::vector{table}).value();
  EXPECT_EQ(bytes, write_xlsx(std::vector{table}).value()) << "same tables, same bytes";
  const std::vector<CsvFile> back = read_workbook("x", bytes).value();
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(back[0].sheet, "表 <1>");
  EXPECT_EQ(back[0].columns[0].name, "a & b");
  ASSERT_EQ(back[0].rows(), rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) EXPECT_EQ(texts(back[0], r), rows[r]);
}

TEST(XlsxWriting, RandomTablesComeBack) {
  std::mt19937 random(5);
  const char* const pieces[] = {"1",  ".", "-", "e",   "磁", " ", "_x", "00", "_", "\n",
                                "\r", "&", "<", "]]>", "\"", "😀", ",",  "=",  "0"};
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<std::string>> rows(random() % 6, std::vector<std::string>(3));
    for (auto& row : rows)
      for (std::string& cell : row)
        for (std::size_t n = random() % 8; n > 0; --n) cell += pieces[random() % std::size(pieces)];
    const Result<std::vector<CsvFile>> back =
        read_workbook("x", write_xlsx(std::vector{make_table("t", {"a", "b", "c"}, rows)}).value());
    ASSERT_TRUE(back.ok());
    ASSERT_EQ(back->at(0).rows(), rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) ASSERT_EQ(texts(back->at(0), r), rows[r]);
  }
}

TEST(XlsxWriting, RefusesWhatASheetCannotHold) {
  const auto code = [](const std::vector<CsvFile>& tables) {
    const Result<std::string> result = write_xlsx(tables);
    (void)named(result.diagnostics(), "");
    return result.ok() ? "" : result.diagnostics()[0].code;
  };
  for (const char* name : {"", "a/b", "[x]", "'x", "0123456789012345678901234567890x", "a\nb"})
    EXPECT_EQ(code({make_table(name, {"a"}, {})}), "xlsx-sheet-name") << name;
  EXPECT_EQ(code({make_table("A", {"a"}, {}), make_table("a", {"a"}, {})}), "xlsx-sheet-name");
  EXPECT_EQ(code({make_table("A", {"a"}, {{std::string(32'768, 'x')}})}), "xlsx-text-too-long");
  EXPECT_EQ(code({make_table("A", {"a"}, {{"\x07"}})}), "xlsx-control-character");
  EXPECT_EQ(code({make_table("A", std::vector<std::string>(16'385, "a"), {})}), "xlsx-too-many-cells");
  EXPECT_THROW((void)write_xlsx({}), Error);
}

TEST(XlsxNumbers, FormatCodes) {
  for (const auto& [code, form] :
       std::vector<std::pair<std::string, CellForm>>{{"General", CellForm::Number},
                                                     {"0.00E+00", CellForm::Number},
                                                     {"#,##0;[Red]-#,##0", CellForm::Number},
                                                     {"0\" days\"", CellForm::Number},
                                                     {"[h]:mm", CellForm::Number},
                                                     {"@", CellForm::Number},
                                                     {"yyyy", CellForm::Year},
                                                     {"yyyy\"年\"m\"月\"", CellForm::Month},
                                                     {"mmm-yy", CellForm::Month},
                                                     {"yyyy/mm/dd", CellForm::Day},
                                                     {"[$-411]ge.m.d", CellForm::Day},
                                                     {"m\"月\"d\"日\"", CellForm::Day},
                                                     {"aaa", CellForm::Day},
                                                     {"h:mm AM/PM", CellForm::Time},
                                                     {"mm:ss.0", CellForm::Time},
                                                     {"yyyy-mm-dd\\Thh:mm:ss", CellForm::DateTime}})
    EXPECT_EQ(form_of_code(code), form) << code;
  EXPECT_EQ(form_of_builtin(14), CellForm::Day);
  EXPECT_EQ(form_of_builtin(27), CellForm::Day);
  EXPECT_EQ(form_of_builtin(17), CellForm::Month);
  EXPECT_EQ(form_of_builtin(21), CellForm::Time);
  EXPECT_EQ(form_of_builtin(22), CellForm::DateTime);
  EXPECT_EQ(form_of_builtin(4), CellForm::Number);
}

TEST(XlsxNumbers, SerialDays) {
  const auto day = [](double serial) { return cell_date(serial, CellForm::Day, false); };
  EXPECT_EQ(day(1), "1900-01-01");
  EXPECT_EQ(day(59), "1900-02-28");
  EXPECT_EQ(day(60), std::nullopt) << "29 February 1900 was not";
  EXPECT_EQ(day(61), "1900-03-01");
  EXPECT_EQ(day(2'958'465), "9999-12-31");
  EXPECT_EQ(day(2'958'466), std::nullopt);
  EXPECT_EQ(day(0), std::nullopt);
  EXPECT_EQ(day(-1), std::nullopt);
  EXPECT_EQ(cell_date(0, CellForm::Day, true), "1904-01-01");
  EXPECT_EQ(cell_date(2'958'465, CellForm::Day, true), std::nullopt);
  EXPECT_EQ(cell_date(40'428.9999999, CellForm::DateTime, false), "2010-09-08T00:00:00") << "rounded to the second";
  EXPECT_EQ(cell_date(40'428.5, CellForm::Time, false), "2010-09-07T12:00:00");
  EXPECT_EQ(cell_date(40'428, CellForm::Year, false), "2010");
  EXPECT_EQ(cell_number(1e20), "100000000000000000000");
  EXPECT_EQ(cell_number(1e21), "1e+21");
  EXPECT_EQ(cell_number(-0.0), "0");
}

TEST(Xlsx, ReadsAWorkbookOfAnotherProgram) {
  const char* data = std::getenv("RASHIN_DATA");
  const std::filesystem::path folder =
      data ? std::filesystem::path(data) : std::filesystem::path(RASHIN_SOURCE_DIR) / ".." / "shared" / "data";
  const auto file = folder / "ocean" / "port_disruption_database.xlsx";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no test data";
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const Result<CsvFile> table = read_xlsx("x", bytes);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->rows(), 217u) << "218 rows with values, counted by another XML parser, less the header";
  EXPECT_EQ(table->at(0, 1).text, "Port of New York and New Jersey");
}

} // namespace
} // namespace rashin::format

#include "format/csv.h"

#include "format/cp932.h"
#include "format/table_builder.h"
#include "format/test_support.h"

namespace rashin::format {
namespace {

CsvFile read(std::string_view bytes, const CsvOptions& options = {}) {
  Result<CsvFile> result = read_csv("x.csv", bytes, options);
  if (!result)
    for (const Diagnostic& d : result.diagnostics()) ADD_FAILURE() << to_text(d, Language::English);
  return result.ok() ? result.take() : CsvFile{};
}

std::vector<ExpectedFault> faults_of(std::string_view bytes, const CsvOptions& options = {}) {
  const Result<CsvFile> result = read_csv("x.csv", bytes, options);
  EXPECT_FALSE(result.ok()) << bytes;
  return named(result.diagnostics(), bytes);
}

std::string covered(const CsvCell& cell, std::string_view bytes) {
  return std::string(bytes.substr(cell.begin_byte, cell.end_byte - cell.begin_byte));
}

std::string cp932(std::string_view utf8) {
  return to_cp932(utf8).value();
}

TEST(Csv, ReadsQuotesAndEmbeddedLineBreaks) {
  const std::string bytes = "id,名前,note\r\na,\"住友, \"\"磁石\"\"\",\"one\r\ntwo\"\r\nb,,\"\"\r\n";
  const CsvFile table = read(bytes);
  ASSERT_EQ(table.rows(), 2u);
  EXPECT_EQ(table.at(0, 1).text, "住友, \"磁石\"");
  EXPECT_EQ(table.at(0, 2).text, "one\r\ntwo");
  EXPECT_EQ(covered(table.at(0, 2), bytes), "\"one\r\ntwo\"");
  EXPECT_EQ(table.line_end, LineEnd::CrLf);
  EXPECT_EQ(table.column("名前"), 1u);
  EXPECT_EQ(table.column("name"), std::nullopt);
  const std::size_t missing = bytes.find("b,,") + 2;
  EXPECT_EQ(table.place(1, 1), (Place{"x.csv", 4, 3, missing, missing, "名前"}))
      << "the line after the one broken inside quotes";
  EXPECT_TRUE(table.at(1, 2).quoted);
}

TEST(Csv, PlacesCountCodePointsAcrossBomTabsAndEmoji) {
  const std::string bytes = "\xEF\xBB\xBF国,絵\n日本,😀😀\tx\n";
  const CsvFile table = read(bytes);
  EXPECT_EQ(table.columns[0].name, "国");
  EXPECT_EQ(table.columns[0].place, (Place{"x.csv", 1, 1, 3, 6, "国"}));
  EXPECT_EQ(table.columns[1].place.column, 3);
  EXPECT_EQ(table.at(0, 1).column, 4u);
  EXPECT_EQ(covered(table.at(0, 1), bytes), "😀😀\tx");
}

TEST(Csv, LineEndsMayMissMixOrBeOld) {
  EXPECT_EQ(read("a,b\n1,2").rows(), 1u);
  EXPECT_EQ(read("a,b\r1,2\r3,4\r").rows(), 2u);
  EXPECT_EQ(read("a,b\r1,2\r3,4\r").line_end, LineEnd::Cr);
  EXPECT_EQ(read("a,b\r\n1,2\n3,4\r").rows(), 2u);
  EXPECT_EQ(read("a,b\r1,2\r3,4\r").at(1, 0).line, 3u);
  EXPECT_EQ(read("a\tb\n1,5\t2", {.separator = '\t'}).at(0, 0).text, "1,5");
}

TEST(Csv, RowsWithNothingAreLeftOutButQuotedEmptyOnesStay) {
  const CsvFile table = read("\n\na,b\n\n1,2\n,\n3,4\n\n");
  ASSERT_EQ(table.rows(), 2u);
  EXPECT_EQ(table.at(1, 0).line, 7u);
  EXPECT_EQ(read("a\n\n\"\"\nx\n").rows(), 2u);
}

TEST(Csv, ReportsAllFaultsInOneGo) {
  const std::string bytes = "id,名,,id\na,b\nc,d,e,f,g\nx\"y,\"z\"w,1,2\n1,2,\"open,4\n";
  const std::vector<ExpectedFault> expected = {
      {"csv-empty-column-name", 1, 6, ""}, {"csv-duplicate-column", 1, 7, "id"}, {"csv-ragged-row", 2, 4, ""},
      {"csv-ragged-row", 3, 9, "g"},       {"csv-stray-quote", 4, 2, "\""},      {"csv-text-after-quote", 4, 8, "w"},
      {"csv-unclosed-quote", 5, 5, "\""}};
  EXPECT_EQ(faults_of(bytes), expected);
  const Diagnostics diagnostics = read_csv("x.csv", bytes).diagnostics();
  EXPECT_EQ(diagnostics[4].place.field, "id");
  EXPECT_EQ(diagnostics[5].place.field, "名");
}

TEST(Csv, EmptyFilesAndNoiseAreFaults) {
  EXPECT_EQ(faults_of("").at(0).code, "csv-empty");
  EXPECT_EQ(faults_of("\n,,\n").at(0).code, "csv-empty");
  EXPECT_EQ(faults_of("a,\"b\n").size(), 1u) << "an open quote in the header is one fault, not two";
  EXPECT_EQ(faults_of(std::string("a,b\n1,\0", 7)).at(0),
            (ExpectedFault{"text-control-character", 2, 3, std::string(1, '\0')}));
  EXPECT_EQ(faults_of("国,b\n\xE5\x9B,2\n").at(0), (ExpectedFault{"text-not-utf8", 2, 1, "\xE5\x9B"}))
      << "a damaged UTF-8 file is not taken for CP932";
  EXPECT_EQ(faults_of("\xFF\xFE"
                      "a")
                .at(0)
                .code,
            "text-utf16");
}

TEST(Csv, LimitsHold) {
  EXPECT_EQ(faults_of("abc\n1\n", {.max_bytes = 5}).at(0).code, "file-too-large");
  EXPECT_EQ(faults_of("a,b\n1,2\n3,4\n", {.max_cells = 3}).at(0), (ExpectedFault{"csv-too-many-cells", 3, 1, "3"}));
  EXPECT_EQ(faults_of("a" + std::string(20'000, ',')).at(0).code, "csv-too-many-columns");
}

TEST(Csv, Cp932IsReadWithANoteAndItsOwnBytes) {
  const std::string bytes = cp932("品目,値①\r\n磁石ﾏｸﾞﾈ,１２\r\n表示,ソ能\r\n");
  const Result<CsvFile> result = read_csv("x.csv", bytes);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(named(result.diagnostics(), bytes).at(0).code, "csv-cp932");
  EXPECT_EQ(result.diagnostics()[0].severity, Severity::Note);
  EXPECT_EQ(result->encoding, TextEncoding::Cp932);
  EXPECT_EQ(result->columns[1].name, "値①");
  EXPECT_EQ(result->at(0, 0).text, "磁石ﾏｸﾞﾈ");
  EXPECT_EQ(result->at(1, 1).text, "ソ能") << "the second byte of these is a backslash and a letter in ASCII";
  EXPECT_EQ(covered(result->at(0, 1), bytes), cp932("１２"));
  EXPECT_EQ(result->at(0, 1).column, 8u);
  EXPECT_EQ(number_at(*result, 0, 1).value(), 12);
  const std::string faulty = cp932("品目,値\r\n磁,石,x\r\n") + "\x01";
  EXPECT_EQ(faults_of(faulty).at(1), (ExpectedFault{"text-control-character", 3, 1, "\x01"}));
  EXPECT_EQ(faults_of(cp932("品目,値\r\n磁,石,鉄\r\n")).at(1), (ExpectedFault{"csv-ragged-row", 2, 5, cp932("鉄")}));
}

TEST(Cp932, EveryCharacterIsOneCodePoint) {
  int characters = 0;
  for (unsigned lead = 0; lead < 256; ++lead)
    for (unsigned tail = 0; tail < 256; ++tail) {
      const bool two = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
      std::string bytes(1, static_cast<char>(lead));
      if (two)
        bytes += static_cast<char>(tail);
      else if (tail > 0)
        continue;
      const auto utf8 = from_cp932(bytes);
      if (!utf8) continue;
      ++characters;
      const Cp932Map map(bytes, *utf8);
      EXPECT_EQ(map.original(utf8->size()), bytes.size()) << lead << " " << tail;
      const auto back = to_cp932(*utf8);
      ASSERT_TRUE(back.has_value()) << lead << " " << tail;
      EXPECT_EQ(from_cp932(*back), utf8);
    }
  EXPECT_GT(characters, 9000);
}

TEST(Cp932, RefusesWhatItCannotHold) {
  EXPECT_EQ(to_cp932("😀"), std::nullopt);
  EXPECT_EQ(to_cp932("ñ"), std::nullopt);
  for (const char* bytes : {"\x80", "\xA0", "\xFD", "\x81", "\x81\x20", "\x85\x40"})
    EXPECT_EQ(from_cp932(bytes), std::nullopt);
  EXPECT_EQ(to_cp932(""), "");
  EXPECT_EQ(from_cp932(""), "");
}

TEST(CsvNumbers, MissingIsNotZero) {
  const CsvFile table = read("a,b\n,１２\n　,x\n");
  EXPECT_EQ(number_at(table, 0, 0).value(), std::nullopt);
  EXPECT_EQ(number_at(table, 1, 0).value(), std::nullopt);
  EXPECT_EQ(integer_at(table, 0, 1).value(), 12);
  const auto bad = number_at(table, 1, 1);
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.diagnostics()[0].code, "value-not-a-number");
  EXPECT_EQ(bad.diagnostics()[0].place, (Place{"x.csv", 3, 3, 16, 17, "b"}));
}

TEST(CsvWriting, ReadsBackTheSame) {
  const CsvFile table = make_table("", {"a", "b, c"}, {{"1", "x\ny"}, {"", "\"q\""}, {"", ""}, {" s ", "\r"}});
  const std::string bytes = write_csv(table);
  EXPECT_EQ(bytes, "a,\"b, c\"\n1,\"x\ny\"\n,\"\"\"q\"\"\"\n\"\",\n s ,\"\r\"\n");
  const CsvFile back = read(bytes);
  ASSERT_EQ(back.rows(), table.rows());
  for (std::size_t r = 0; r < back.rows(); ++r)
    for (std::size_t c = 0; c < 2; ++c) EXPECT_EQ(back.at(r, c).text, table.at(r, c).text);
  EXPECT_THROW(make_table("", {"a"}, {{"1", "2"}}), Error);
}

TEST(CellAddress, CountsAsSpreadsheetsDo) {
  EXPECT_EQ(cell_address(1, 1), "A1");
  EXPECT_EQ(cell_address(26, 3), "Z3");
  EXPECT_EQ(cell_address(27, 3), "AA3");
  EXPECT_EQ(cell_address(16384, 1048576), "XFD1048576");
}

} // namespace
} // namespace rashin::format

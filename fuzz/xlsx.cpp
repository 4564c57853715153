#include "format/xlsx.h"
#include "require.h"

using namespace rashin;
using namespace rashin::format;
using fuzz::require;

namespace {

constexpr PackageLimits limits{.bytes = 4 << 20, .part_bytes = 1 << 20, .parts = 64, .ratio = 1000};

/// Whatever reads is written and reads back the same.
void require_round_trip(const std::vector<CsvFile>& tables) {
  if (tables.empty()) return;
  const Result<std::string> written = write_xlsx(tables);
  if (!written) return; // names of sheets that no sheet may have
  const Result<std::vector<CsvFile>> again = read_workbook("fuzz.xlsx", *written);
  require(again.ok() && again->size() == tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) {
    require(again->at(t).cells.size() == tables[t].cells.size());
    for (std::size_t i = 0; i < tables[t].cells.size(); ++i)
      require(again->at(t).cells[i].text == tables[t].cells[i].text);
  }
}

void read(std::string_view bytes) {
  const Result<std::vector<CsvFile>> tables = read_workbook("fuzz.xlsx", bytes, limits);
  fuzz::require_places(tables.diagnostics(), bytes.size());
  if (tables) require_round_trip(*tables);
}

/// A workbook around the input as sheet, strings or styles: a fuzzer hardly ever makes a sound ZIP.
std::string wrapped(std::string_view text, unsigned kind) {
  const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const auto part = [&](unsigned wanted, const char* usual) {
    return wanted == kind ? std::string(text) : std::string(usual);
  };
  return write_package(
      {{"_rels/.rels",
        "<Relationships><Relationship Id='a' Type='/officeDocument' Target='xl/w.xml'/></Relationships>"},
       {"xl/w.xml", "<workbook><sheets><sheet name='S' r:id='s1'/></sheets></workbook>"},
       {"xl/_rels/w.xml.rels",
        "<Relationships><Relationship Id='s1' Type='/worksheet' Target='s.xml'/><Relationship Id='s2' "
        "Type='/sharedStrings' Target='t.xml'/><Relationship Id='s3' Type='/styles' Target='f.xml'/></Relationships>"},
       {"xl/s.xml", part(0, "<worksheet><sheetData><row><c t='s'><v>0</v></c></row><row><c "
                            "s='1'><v>40428.5</v></c></row></sheetData></worksheet>")},
       {"xl/t.xml", part(1, "<sst><si><t>a</t></si></sst>")},
       {"xl/f.xml", part(2, "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>")}});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK"))
    read(bytes);
  else if (!bytes.empty())
    read(wrapped(bytes.substr(1), static_cast<unsigned char>(bytes.front()) % 3));
  return 0;
}

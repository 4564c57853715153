#include "format/csv.h"

#include "format/cp932.h"
#include "format/position.h"
#include "format/table_builder.h"

#include <algorithm>
#include <memory>

namespace rashin::format {
namespace {

/// The text of a file in UTF-8, and the way back to its own bytes.
struct Decoded {
  std::string_view text{};
  std::string converted{};
  std::unique_ptr<Cp932Map> map{};
  TextEncoding encoding = TextEncoding::Utf8;
};

/// A damaged UTF-8 file may happen to be CP932 as well, hence the second condition: in real CP932 text few bytes belong
/// to well-formed UTF-8 of two bytes or more.
bool more_broken_than_sound(std::string_view bytes) {
  std::size_t sound = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = utf8_length(bytes, i);
    if (length == 0)
      ++broken;
    else if (length > 1)
      sound += length - 1; // two bytes may fall together by chance
    i += std::max<std::size_t>(length, 1);
  }
  return broken > sound;
}

bool add_converted_faults(std::string_view file, const Decoded& decoded, Faults& faults) {
  Faults found;
  if (!add_text_faults(found, file, decoded.text)) return false;
  for (Diagnostic& fault : found.take()) {
    fault.place.begin_byte = decoded.map->original(fault.place.begin_byte);
    fault.place.end_byte = decoded.map->original(fault.place.end_byte);
    faults.add(std::move(fault));
  }
  return true;
}

bool decode(std::string_view file, std::string_view bytes, Decoded& decoded, Faults& faults) {
  if (!starts_with_bom(bytes) && !looks_like_utf16(bytes) && more_broken_than_sound(bytes)) {
    if (std::optional<std::string> converted = from_cp932(bytes)) {
      decoded.converted = std::move(*converted);
      decoded.text = decoded.converted;
      decoded.encoding = TextEncoding::Cp932;
      decoded.map = std::make_unique<Cp932Map>(bytes, decoded.text);
      faults.add("csv-cp932", {std::string(file), 0, 0, 0, bytes.size(), ""});
      return !add_converted_faults(file, decoded, faults);
    }
  }
  decoded.text = bytes;
  return !add_text_faults(faults, file, bytes);
}

class Parser {
 public:
  Parser(CsvFile& table, const Decoded& decoded, const CsvOptions& options, Faults& faults)
      : table_(table), text_(decoded.text), map_(decoded.map.get()), separator_(options.separator), faults_(faults),
        builder_(table, faults, options.max_cells), at_(starts_with_bom(decoded.text) ? 3 : 0) {}

  void parse();

 private:
  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const { return !at_end() && (text_[at_] == '\n' || text_[at_] == '\r'); }
  bool at_cell_end() const { return at_end() || at_line_end() || text_[at_] == separator_; }
  void advance();
  void take_line_end();
  CsvCell open_cell() const;
  void close_cell(CsvCell& cell) const { cell.end_byte = original(at_); }
  CsvCell cell();
  void quoted_cell(CsvCell& cell);
  void plain_cell(CsvCell& cell);
  void fault_here(std::string_view code, std::string_view seen);
  std::uint32_t original(std::size_t byte) const {
    return static_cast<std::uint32_t>(map_ ? map_->original(byte) : byte);
  }

  CsvFile& table_;
  std::string_view text_;
  const Cp932Map* map_;
  char separator_;
  Faults& faults_;
  TableBuilder builder_;
  std::size_t at_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  std::size_t cell_index_ = 0;
  bool line_end_seen_ = false;
  bool unclosed_ = false;
};

void Parser::parse() {
  std::vector<CsvCell> row;
  while (!at_end() && !faults_.full()) {
    row.clear();
    row.push_back(cell());
    while (!at_end() && text_[at_] == separator_) {
      advance();
      cell_index_ = row.size();
      row.push_back(cell());
      if (row.size() > TableBuilder::most_columns) {
        faults_.add("csv-too-many-columns", cell_place(table_, row.back(), ""),
                    {std::to_string(TableBuilder::most_columns)});
        return;
      }
    }
    if (unclosed_) return; // the rest of the file is inside that quote
    if (!builder_.add_row(row, open_cell())) return;
    take_line_end();
    cell_index_ = 0;
  }
  if (!builder_.has_header()) faults_.add("csv-empty", {table_.file, 0, 0, 0, original(text_.size()), ""});
}

void Parser::advance() {
  const char c = text_[at_++];
  if (c == '\n' || (c == '\r' && (at_end() || text_[at_] != '\n'))) {
    ++line_;
    column_ = 1;
  } else if (at_end() || (static_cast<unsigned char>(text_[at_]) & 0xC0) != 0x80) {
    ++column_; // behind the last byte of a code point
  }
}

void Parser::take_line_end() {
  if (at_end()) return;
  const bool carriage = text_[at_] == '\r';
  advance();
  const bool both = carriage && !at_end() && text_[at_] == '\n';
  if (both) advance();
  if (!line_end_seen_) table_.line_end = both ? LineEnd::CrLf : carriage ? LineEnd::Cr : LineEnd::Lf;
  line_end_seen_ = true;
}

CsvCell Parser::open_cell() const {
  CsvCell cell;
  cell.line = line_;
  cell.column = column_;
  cell.begin_byte = original(at_);
  cell.end_byte = cell.begin_byte;
  return cell;
}

CsvCell Parser::cell() {
  CsvCell cell = open_cell();
  if (!at_end() && text_[at_] == '"')
    quoted_cell(cell);
  else
    plain_cell(cell);
  close_cell(cell);
  return cell;
}

void Parser::quoted_cell(CsvCell& cell) {
  cell.quoted = true;
  advance();
  while (!at_end()) {
    const char c = text_[at_];
    advance();
    if (c == '"') {
      if (at_end() || text_[at_] != '"') {
        if (!at_cell_end()) fault_here("csv-text-after-quote", text_.substr(at_, 1));
        while (!at_cell_end()) advance();
        return;
      }
      advance();
    }
    cell.text += c;
  }
  CsvCell quote = cell;
  quote.end_byte = quote.begin_byte + 1;
  const bool known = cell_index_ < table_.columns.size();
  faults_.add("csv-unclosed-quote", cell_place(table_, quote, known ? table_.columns[cell_index_].name : ""));
  unclosed_ = true;
}

void Parser::plain_cell(CsvCell& cell) {
  const std::size_t begin = at_;
  bool stray = false;
  while (!at_cell_end()) {
    if (text_[at_] == '"' && !stray) {
      fault_here("csv-stray-quote", text_.substr(begin, at_ - begin));
      stray = true;
    }
    advance();
  }
  cell.text = text_.substr(begin, at_ - begin);
}

void Parser::fault_here(std::string_view code, std::string_view seen) {
  CsvCell here = open_cell();
  here.end_byte = original(at_ + std::max<std::size_t>(utf8_length(text_, at_), 1));
  const bool known = cell_index_ < table_.columns.size();
  faults_.add(code, cell_place(table_, here, known ? table_.columns[cell_index_].name : ""), {shortened(seen)});
}

} // namespace

Result<CsvFile> read_csv(std::string_view file, std::string_view bytes, const CsvOptions& options) {
  CsvFile table;
  table.file = file;
  Faults faults;
  Decoded decoded;
  if (bytes.size() > options.max_bytes)
    faults.add("file-too-large", {table.file, 0, 0, 0, bytes.size(), ""},
               {std::to_string(bytes.size()), std::to_string(options.max_bytes)});
  else if (decode(file, bytes, decoded, faults))
    Parser(table, decoded, options, faults).parse();
  table.encoding = decoded.encoding;
  if (faults.any_error()) return faults.take();
  return {std::move(table), faults.take()};
}

} // namespace rashin::format

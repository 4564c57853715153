#include "format/edit.h"

#include "format/cp932.h"
#include "format/yaml.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

/// Random edits on generated files and on the files of the repository and of the test data: the file reads back with
/// the intended value, and the bytes outside the edited value stay. 10^4 edits; RASHIN_LONG=1 makes ten times as many.
namespace rashin::format {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t end) {
  return end == 0 ? 0 : random() % end;
}

template <class T, std::size_t n> const T& one_of(Random& random, const T (&items)[n]) {
  return items[below(random, n)];
}

std::size_t times(std::size_t count) {
  const char* wanted = std::getenv("RASHIN_LONG");
  return wanted && std::string_view(wanted) == "1" ? count * 10 : count;
}

std::string random_value(Random& random, bool only_text, bool only_cp932) {
  static const char* const parts[] = {"a",
                                      "B7",
                                      "磁石",
                                      "、",
                                      " ",
                                      "  ",
                                      ": ",
                                      " #",
                                      "- ",
                                      "\"",
                                      "'",
                                      "\\",
                                      ",",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      "&",
                                      "*",
                                      "!",
                                      "|",
                                      ">",
                                      "%",
                                      "@",
                                      "`",
                                      "?",
                                      ":",
                                      "-",
                                      "#",
                                      "=",
                                      "null",
                                      "true",
                                      "---",
                                      "...",
                                      "<<",
                                      "1,234",
                                      "\n",
                                      "\r\n",
                                      "\t",
                                      "\r",
                                      "ソ表能",
                                      "ﾏ",
                                      "～",
                                      "\xE3\x80\x80",
                                      "😀",
                                      "é",
                                      "\x07",
                                      "\xC2\x85",
                                      "\xE2\x80\xA8",
                                      "\xEF\xBB\xBF"};
  const std::size_t usable = only_cp932 ? std::size(parts) - 6 : only_text ? std::size(parts) - 4 : std::size(parts);
  std::string value;
  for (std::size_t n = below(random, 7); n > 0; --n) value += parts[below(random, usable)];
  return value;
}

std::string random_scalar(Random& random) {
  static const char* const scalars[] = {"1",           "x y",     "磁石", "\"a: b\"", "'it''s'",
                                        "\"\\u3042\"", "2010-09", "\"\"", "-4",       "https://a.b/c#d"};
  return one_of(random, scalars);
}

std::string random_flow(Random& random, int depth) {
  if (depth == 0 || below(random, 2) == 0) return random_scalar(random);
  const bool list = below(random, 2) == 0;
  std::string text = list ? "[" : "{";
  for (std::size_t i = 0, n = below(random, 4); i < n; ++i) {
    if (i > 0) text += below(random, 2) ? ", " : ",";
    text += list ? random_flow(random, depth - 1)
                 : "k" + std::to_string(i) + ": " + (below(random, 5) ? random_flow(random, depth - 1) : "");
  }
  return text + (list ? "]" : "}");
}

void random_block(Random& random, std::string& out, const std::string& indent, int depth, const std::string& end) {
  const bool list = below(random, 3) == 0;
  for (std::size_t i = 0, n = 1 + below(random, 4); i < n; ++i) {
    if (below(random, 6) == 0) out += indent + "# 注" + end;
    out += indent + (list               ? "-"
                     : below(random, 4) ? "キー" + std::to_string(i) + ":"
                                        : "\"k: " + std::to_string(i) + "\":");
    const std::size_t kind = below(random, 8);
    if (kind < 2 && depth > 0) {
      out += end;
      random_block(random, out, indent + "  ", depth - 1, end);
      continue;
    }
    if (kind == 2)
      out += " |" + end + indent + "   block" + end + indent + "   text";
    else if (kind == 3)
      out += below(random, 2) ? "" : "  # none";
    else if (kind == 4)
      out += " two" + end + indent + "   lines";
    else
      out += ' ' + random_flow(random, 2) + (below(random, 4) ? "" : " # why");
    out += end;
  }
}

void collect(const YamlNode& node, std::vector<const YamlNode*>& scalars) {
  const bool block = node.style == YamlStyle::Literal || node.style == YamlStyle::Folded;
  if (node.is_scalar() && !block) scalars.push_back(&node);
  for (const YamlEntry& entry : node.entries) collect(entry.value, scalars);
  for (const YamlNode& item : node.items) collect(item, scalars);
}

/// One random edit; returns the new bytes.
std::string edit_once(Random& random, const std::string& bytes, std::size_t& edits) {
  const Result<YamlNode> root = read_yaml("x.yaml", bytes);
  EXPECT_TRUE(root.ok()) << bytes;
  std::vector<const YamlNode*> scalars;
  if (root) collect(*root, scalars);
  if (scalars.empty()) return bytes;
  const Place& place = scalars[below(random, scalars.size())]->place;
  const std::string value = random_value(random, false, false);
  const Result<std::string> edited = edit_yaml(bytes, place, value);
  const bool tab =
      bytes.find('\t') != std::string::npos; // behind a plain scalar it is white space, behind quotes a fault
  if (!edited && tab && edited.diagnostics()[0].code == "edit-refused") return bytes;
  if (!edited) {
    ADD_FAILURE() << to_text(edited.diagnostics()[0], Language::English) << "\n" << bytes.substr(0, 2000);
    return bytes;
  }
  ++edits;
  const std::size_t tail = bytes.size() - place.end_byte;
  EXPECT_EQ(edited->substr(0, place.begin_byte), bytes.substr(0, place.begin_byte));
  EXPECT_EQ(edited->substr(edited->size() - tail), bytes.substr(place.end_byte));
  const Result<YamlNode> again = read_yaml("x.yaml", *edited);
  const YamlNode* node = again.ok() ? node_at(*again, place.field) : nullptr;
  EXPECT_TRUE(node && node->text == value) << *edited;
  return *edited;
}

std::string edit_table_once(Random& random, const std::string& bytes, std::size_t& edits) {
  const Result<CsvFile> table = read_csv("x.csv", bytes);
  EXPECT_TRUE(table.ok()) << bytes.substr(0, 500);
  if (!table || table->rows() == 0) return bytes;
  const std::size_t row = below(random, table->rows());
  const std::size_t column = below(random, table->columns.size());
  const std::string value = random_value(random, true, table->encoding == TextEncoding::Cp932);
  const Place place = table->place(row, column);
  const Result<std::string> edited = edit_csv("x.csv", bytes, row, table->columns[column].name, value);
  const bool ambiguous = table->encoding == TextEncoding::Cp932; // a few half-width kana may look like UTF-8
  if (!edited && ambiguous && edited.diagnostics()[0].code == "edit-refused") return bytes;
  if (!edited) {
    ADD_FAILURE() << to_text(edited.diagnostics()[0], Language::English) << "\n" << bytes.substr(0, 2000);
    return bytes;
  }
  ++edits;
  const std::size_t tail = bytes.size() - place.end_byte;
  EXPECT_EQ(edited->substr(0, place.begin_byte), bytes.substr(0, place.begin_byte));
  EXPECT_EQ(edited->substr(edited->size() - tail), bytes.substr(place.end_byte));
  const Result<CsvFile> again = read_csv("x.csv", *edited);
  EXPECT_TRUE(again.ok() && again->at(row, column).text == value);
  return *edited;
}

std::string random_table(Random& random, bool cp932) {
  static const char* const cells[] = {"1", "磁石", "\"a, b\"", "\"two\nlines\"", "", "\"\"", "ソ表", " x ", "１２"};
  const std::string end = below(random, 2) ? "\n" : "\r\n";
  const std::size_t columns = 1 + below(random, 4);
  std::string text = !cp932 && below(random, 3) == 0 ? "\xEF\xBB\xBF" : "";
  for (std::size_t c = 0; c < columns; ++c) text += (c ? ",列" : "列") + std::to_string(c);
  for (std::size_t r = 0, n = 1 + below(random, 5); r < n; ++r) {
    text += end;
    for (std::size_t c = 0; c < columns; ++c) text += (c ? "," : "") + std::string(one_of(random, cells));
  }
  if (below(random, 2)) text += end;
  return cp932 ? to_cp932(text).value() : text;
}

std::vector<std::string> corpus(std::string_view extension) {
  namespace fs = std::filesystem;
  const char* data = std::getenv("RASHIN_DATA");
  const fs::path source = RASHIN_SOURCE_DIR;
  std::vector<fs::path> files;
  for (const fs::path& folder :
       {source / "registry", source / "studies", data ? fs::path(data) : source / ".." / "shared" / "data"})
    if (fs::exists(folder))
      for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == extension && entry.file_size() < 50'000)
          files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

TEST(EditProperty, GeneratedYaml) {
  Random random(1);
  std::size_t edits = 0;
  while (edits < times(5000) && !HasFailure()) {
    std::string bytes = below(random, 5) ? "" : "\xEF\xBB\xBF";
    random_block(random, bytes, "", 3, below(random, 3) ? "\n" : "\r\n");
    for (int i = 0; i < 8; ++i) bytes = edit_once(random, bytes, edits);
  }
}

TEST(EditProperty, GeneratedCsv) {
  Random random(2);
  std::size_t edits = 0;
  while (edits < times(4500) && !HasFailure()) {
    std::string bytes = random_table(random, below(random, 4) == 0);
    for (int i = 0; i < 4; ++i) bytes = edit_table_once(random, bytes, edits);
  }
}

TEST(EditProperty, FilesOfTheRepositoryAndTheTestData) {
  Random random(3);
  std::size_t edits = 0;
  std::size_t files = 0;
  for (const std::string& text : corpus(".yaml")) {
    if (!read_yaml("x.yaml", text)) continue;
    ++files;
    std::string bytes = text;
    for (std::size_t i = 0; i < times(12) && !HasFailure(); ++i) bytes = edit_once(random, bytes, edits);
  }
  for (const std::string& text : corpus(".csv")) {
    if (!read_csv("x.csv", text)) continue;
    ++files;
    std::string bytes = text;
    for (std::size_t i = 0; i < times(6) && !HasFailure(); ++i) bytes = edit_table_once(random, bytes, edits);
  }
  if (files == 0) GTEST_SKIP() << "no files to edit";
  RecordProperty("files", static_cast<int>(files));
  RecordProperty("edits", static_cast<int>(edits));
}

} // namespace
} // namespace rashin::format

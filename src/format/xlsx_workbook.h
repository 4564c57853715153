#pragma once
#include "format/faults.h"
#include "format/package.h"
#include "format/xlsx_number.h"

#include <memory>

namespace pugi {
class xml_document;
class xml_node;
} // namespace pugi

namespace rashin::format {

struct Sheet {
  std::string name{};
  std::string part{};
};

/// What the cells of all sheets refer to.
struct Workbook {
  PackageParts parts{};
  std::vector<Sheet> sheets{};
  std::vector<std::string> strings{};
  std::vector<CellForm> forms{}; ///< by style
  bool epoch_1904 = false;
};

using XmlDocument = std::shared_ptr<const pugi::xml_document>;

/// Parses a part; null (and a fault) where it is missing, damaged, or has a document type, and with it entities.
XmlDocument parse_part(const Workbook& book, std::string_view part, std::string_view file, Faults& faults);

std::optional<Workbook> open_workbook(std::string_view file, std::string_view bytes, const PackageLimits& limits,
                                      Faults& faults);

/// Names count without their prefix: some programs write `x:row` for `row`.
std::string_view local_name(std::string_view name);
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name);
/// `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19): its code, if one begins at `at`.
std::optional<std::uint32_t> escape_at(std::string_view text, std::size_t at);
std::string unescaped(std::string_view text);
/// The text of a string item: its own or that of its runs, without the furigana (`rPh`).
std::string text_of(const pugi::xml_node& item);

} // namespace rashin::format

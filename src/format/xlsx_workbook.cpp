#include "format/xlsx_workbook.h"

#include "core/utf8.h"

#include <charconv>
#include <pugixml.hpp>

namespace rashin::format {
namespace {

bool is_wanted(std::string_view name) {
  const auto inside = [&](std::string_view folder) { return name.find(folder) != std::string_view::npos; };
  if (!name.ends_with(".xml") && !name.ends_with(".rels")) return false;
  return !inside("theme/") && !inside("drawings/") && !inside("charts/") && !inside("docProps/") &&
         !inside("customXml/") && !inside("pivot") && !inside("worksheets/_rels/");
}

Place whole(std::string_view file) {
  return {std::string(file), 0, 0, 0, 0, ""};
}

class Opener {
 public:
  Opener(std::string_view file, Faults& faults) : file_(file), faults_(faults) {}
  std::optional<Workbook> open(std::string_view bytes, const PackageLimits& limits);

 private:
  void damaged(std::string_view what) { faults_.add("package-damaged", whole(file_), {shortened(what, 80)}); }
  bool read_sheets(Workbook& book, const std::string& part);
  bool read_strings(Workbook& book, const std::string& part);
  bool read_styles(Workbook& book, const std::string& part);
  std::map<std::string, std::string> relations(const Workbook& book, const std::string& part, bool by_type);
  std::string file_;
  Faults& faults_;
};

/// Folder of a part, with its slash.
std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return std::string(part.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
}

std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + std::string(target);
}

/// The targets that a part refers to, by id or by the last word of their type.
std::map<std::string, std::string> Opener::relations(const Workbook& book, const std::string& part, bool by_type) {
  std::map<std::string, std::string> targets;
  const std::string folder = folder_of(part);
  const XmlDocument document =
      parse_part(book, folder + "_rels/" + part.substr(folder.size()) + ".rels", file_, faults_);
  if (!document) return targets;
  for (const pugi::xml_node& each : children(child(*document, "Relationships"), "Relationship")) {
    const std::string_view type = each.attribute("Type").value();
    const std::string key = by_type ? std::string(type.substr(type.rfind('/') + 1)) : each.attribute("Id").value();
    targets.emplace(key, resolved(folder, each.attribute("Target").value()));
  }
  return targets;
}

std::optional<Workbook> Opener::open(std::string_view bytes, const PackageLimits& limits) {
  Workbook book;
  Result<PackageParts> parts = read_package(file_, bytes, is_wanted, limits);
  if (!parts) {
    for (const Diagnostic& diagnostic : parts.diagnostics()) faults_.add(diagnostic);
    return std::nullopt;
  }
  book.parts = parts.take();
  const auto roots = relations(book, "", true);
  const auto root = roots.find("officeDocument");
  if (root == roots.end()) {
    if (!faults_.any_error()) damaged("officeDocument");
    return std::nullopt;
  }
  const auto targets = relations(book, root->second, true);
  const auto target = [&](const char* type) { return targets.contains(type) ? targets.at(type) : std::string(); };
  if (!read_sheets(book, root->second) || !read_strings(book, target("sharedStrings")) ||
      !read_styles(book, target("styles")))
    return std::nullopt;
  return book;
}

bool Opener::read_sheets(Workbook& book, const std::string& part) {
  const XmlDocument document = parse_part(book, part, file_, faults_);
  if (!document) return false;
  const pugi::xml_node workbook = child(*document, "workbook");
  book.epoch_1904 = child(workbook, "workbookPr").attribute("date1904").as_bool();
  const auto targets = relations(book, part, false);
  for (const pugi::xml_node& each : children(child(workbook, "sheets"), "sheet")) {
    for (const pugi::xml_attribute& attribute : each.attributes())
      if (local_name(attribute.name()) == "id" && targets.contains(attribute.value()))
        book.sheets.push_back({each.attribute("name").value(), targets.at(attribute.value())});
  }
  if (book.sheets.empty()) damaged(part);
  return !book.sheets.empty();
}

bool Opener::read_strings(Workbook& book, const std::string& part) {
  if (part.empty()) return true;
  const XmlDocument document = parse_part(book, part, file_, faults_);
  if (!document) return false;
  for (const pugi::xml_node& item : children(child(*document, "sst"), "si")) {
    book.strings.push_back(text_of(item));
  }
  return true;
}

bool Opener::read_styles(Workbook& book, const std::string& part) {
  if (part.empty()) return true;
  const XmlDocument document = parse_part(book, part, file_, faults_);
  if (!document) return false;
  const pugi::xml_node sheet = child(*document, "styleSheet");
  std::map<int, CellForm> own;
  for (const pugi::xml_node& each : children(child(sheet, "numFmts"), "numFmt")) {
    own.emplace(each.attribute("numFmtId").as_int(), form_of_code(each.attribute("formatCode").value()));
  }
  for (const pugi::xml_node& each : children(child(sheet, "cellXfs"), "xf")) {
    const int id = each.attribute("numFmtId").as_int();
    book.forms.push_back(own.contains(id) ? own.at(id) : form_of_builtin(id));
  }
  return true;
}

} // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& each) { return local_name(each.name()) == name; });
}

std::vector<pugi::xml_node> children(const pugi::xml_node& node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node& each : node.children())
    if (local_name(each.name()) == name) found.push_back(each);
  return found;
}

std::optional<std::uint32_t> escape_at(std::string_view text, std::size_t at) {
  if (text.size() < at + 7 || text.substr(at, 2) != "_x" || text[at + 6] != '_') return std::nullopt;
  std::uint32_t code = 0;
  const char* const last = text.data() + at + 6;
  const auto [end, error] = std::from_chars(last - 4, last, code, 16);
  if (error != std::errc() || end != last) return std::nullopt;
  return code;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto code = escape_at(text, i);
    if (!code) {
      out += text[i];
      continue;
    }
    out += utf8_of(*code >= 0xD800 && *code <= 0xDFFF ? 0xFFFD : *code);
    i += 6;
  }
  return out;
}

std::string text_of(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node& part : item.children()) {
    const std::string_view name = local_name(part.name());
    if (name == "t") text += part.text().get();
    if (name == "r") text += child(part, "t").text().get();
  }
  return unescaped(text);
}

XmlDocument parse_part(const Workbook& book, std::string_view part, std::string_view file, Faults& faults) {
  const auto found = book.parts.find(part);
  if (found == book.parts.end()) {
    faults.add("package-damaged", whole(file), {shortened(part, 80)});
    return nullptr;
  }
  auto document = std::make_shared<pugi::xml_document>();
  const auto options = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_doctype;
  const pugi::xml_parse_result result = document->load_buffer(found->second.data(), found->second.size(), options);
  if (!result) {
    faults.add("package-damaged", whole(file), {shortened(std::string(part) + ": " + result.description(), 80)});
    return nullptr;
  }
  if (document->find_child([](const pugi::xml_node& n) { return n.type() == pugi::node_doctype; })) {
    faults.add("xlsx-document-type", whole(file), {shortened(part)});
    return nullptr;
  }
  return document;
}

std::optional<Workbook> open_workbook(std::string_view file, std::string_view bytes, const PackageLimits& limits,
                                      Faults& faults) {
  return Opener(file, faults).open(bytes, limits);
}

} // namespace rashin::format

// What a program that opens an office package would complain of.
#include "format/opc.h"

#include <algorithm>
#include <functional>
#include <pugixml.hpp>

namespace rashin::format {
namespace {

using Faults = std::vector<std::string>;

std::string resolved(std::string_view source, std::string_view target) {
  std::string path = target.starts_with('/') ? "" : std::string(source.substr(0, source.rfind('/') + 1));
  path += target.starts_with('/') ? target.substr(1) : target;
  for (std::size_t up = path.find("../"); up != std::string::npos; up = path.find("../")) {
    if (up < 2) return "../" + path; // leads out of the package
    const std::size_t before = path.rfind('/', up - 2);
    path.erase(before == std::string::npos ? 0 : before + 1, up + 3 - (before == std::string::npos ? 0 : before + 1));
  }
  return path;
}

/// The part that a `.rels` part speaks of.
std::string source_of(std::string_view rels) {
  const std::size_t at = rels.find("_rels/");
  return std::string(rels.substr(0, at)) + std::string(rels.substr(at + 6, rels.size() - at - 6 - 5));
}

void check_types(const PackageParts& parts, Faults& faults) {
  pugi::xml_document types;
  const auto found = parts.find("[Content_Types].xml");
  if (found == parts.end()) return faults.push_back("[Content_Types].xml is missing");
  types.load_string(found->second.c_str());
  std::set<std::string> extensions, overrides;
  for (const auto& node : types.document_element()) {
    const bool is_default = std::string_view(node.name()) == "Default";
    const std::string name = node.attribute(is_default ? "Extension" : "PartName").value();
    if (!(is_default ? extensions : overrides).insert(name).second) faults.push_back("typed twice: " + name);
    if (!is_default && (!name.starts_with('/') || !parts.contains(name.substr(1))))
      faults.push_back("a type for a part that is not there: " + name);
    if (!*node.attribute("ContentType").value()) faults.push_back("no type: " + name);
  }
  for (const auto& [name, bytes] : parts) {
    if (name == "[Content_Types].xml") continue;
    const std::string extension = name.substr(name.rfind('.') + 1);
    const bool plain_xml = extension == "xml" && !overrides.contains("/" + name);
    if (plain_xml || (!extensions.contains(extension) && !overrides.contains("/" + name)))
      faults.push_back("no content type: " + name);
  }
}

/// The ids of a part's relationships; faults of their targets.
std::set<std::string> check_relationships(const PackageParts& parts, const std::string& rels, Faults& faults) {
  std::set<std::string> ids;
  pugi::xml_document document;
  document.load_string(parts.at(rels).c_str());
  const std::string source = source_of(rels);
  if (!source.empty() && !parts.contains(source)) faults.push_back(rels + " speaks of a part that is not there");
  for (const auto& node : document.document_element()) {
    const std::string id = node.attribute("Id").value(), target = node.attribute("Target").value();
    if (!ids.insert(id).second) faults.push_back(rels + ": " + id + " twice");
    if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
    if (!parts.contains(resolved(source, target))) faults.push_back(rels + ": " + id + " leads nowhere: " + target);
  }
  return ids;
}

constexpr std::pair<std::string_view, std::string_view> unique[] = {
    {"w:bookmarkStart", "w:id"}, {"wp:docPr", "id"},           {"p:cNvPr", "id"},
    {"w:footnote", "w:id"},      {"w:style", "w:styleId"},     {"p:sldId", "id"},
    {"p:sldLayoutId", "id"},     {"w:num", "w:numId"},         {"w:abstractNum", "w:abstractNumId"},
    {"sheet", "sheetId"},        {"w:bookmarkStart", "w:name"}};

void check_part(const PackageParts& parts, const std::string& name, const std::set<std::string>& relationships,
                Faults& faults) {
  pugi::xml_document document;
  const auto parsed = document.load_string(parts.at(name).c_str());
  if (!parsed) return faults.push_back(name + " is not well formed: " + parsed.description());
  std::set<std::string> seen, anchors, bookmarks;
  const std::function<void(const pugi::xml_node&)> walk = [&](const pugi::xml_node& node) {
    for (const auto& attribute : node.attributes())
      if (const std::string_view key = attribute.name();
          key.starts_with("r:") && !relationships.contains(attribute.value()))
        faults.push_back(name + ": " + attribute.value() + " is no relationship of it");
    for (const auto& [element, attribute] : unique)
      if (node.name() == element && node.attribute(attribute.data()) &&
          !seen.insert(std::string(element) + "@" + std::string(attribute) + "=" +
                       node.attribute(attribute.data()).value())
               .second)
        faults.push_back(name + ": " + std::string(element) + " " + node.attribute(attribute.data()).value() +
                         " twice");
    if (std::string_view(node.name()) == "w:bookmarkStart") bookmarks.insert(node.attribute("w:name").value());
    if (std::string_view(node.name()) == "w:hyperlink" && node.attribute("w:anchor"))
      anchors.insert(node.attribute("w:anchor").value());
    for (const auto& child : node.children()) walk(child);
  };
  walk(document.document_element());
  for (const std::string& anchor : anchors)
    if (!bookmarks.contains(anchor)) faults.push_back(name + ": a link to no bookmark: " + anchor);
}

} // namespace

std::vector<std::string> package_faults(std::string_view bytes, const std::vector<std::string>& required) {
  Faults faults;
  const auto read = read_package("package", bytes, [](std::string_view) { return true; });
  if (!read) return {to_text(read.diagnostics().front(), Language::English)};
  const PackageParts& parts = *read;
  for (const std::string& name : required)
    if (!parts.contains(name)) faults.push_back("missing: " + name);
  check_types(parts, faults);
  std::map<std::string, std::set<std::string>> relationships;
  for (const auto& [name, part] : parts)
    if (name.ends_with(".rels")) relationships[source_of(name)] = check_relationships(parts, name, faults);
  for (const auto& [name, part] : parts)
    if (name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".svg"))
      check_part(parts, name, relationships[name], faults);
  return faults;
}

} // namespace rashin::format

#include "format/opc.h"

#include <algorithm>

namespace rashin::format {
namespace {

constexpr std::string_view space = "http://schemas.openxmlformats.org/package/2006/";

std::string folder_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(part.substr(0, slash + 1));
}

/// `target` as seen from the folder of `source`.
std::string relative(std::string_view source, std::string_view target) {
  std::string from = folder_of(source);
  std::size_t same = 0;
  for (std::size_t i = 0; i < from.size() && i < target.size() && from[i] == target[i]; ++i)
    if (from[i] == '/') same = i + 1;
  std::string out;
  for (std::size_t i = same; i < from.size(); ++i)
    if (from[i] == '/') out += "../";
  return out + std::string(target.substr(same));
}

std::string rels_of(std::string_view part) {
  const std::string folder = folder_of(part);
  return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

} // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    default:
      out += c;
    }
  return out;
}

void OpcPackage::add(std::string part, std::string_view content_type, std::string bytes) {
  if (!names_.insert(part).second) throw Error("a part twice in a package: " + part);
  const std::string extension = part.substr(part.rfind('.') + 1);
  if (extension == "xml")
    types_.emplace_back(part, content_type);
  else
    extensions_[extension] = content_type;
  parts_.emplace_back(std::move(part), std::move(bytes));
}

std::string OpcPackage::relate(const std::string& source, std::string_view type, const std::string& target,
                               bool outside) {
  std::vector<Relationship>& all = relationships_[source];
  const std::string to = outside ? target : relative(source, target);
  const auto found = std::find_if(all.begin(), all.end(), [&](const Relationship& r) {
    return r.type == type && r.target == to && r.outside == outside;
  });
  if (found == all.end()) {
    all.push_back({std::string(type), to, outside});
    return "rId" + std::to_string(all.size());
  }
  return "rId" + std::to_string(found - all.begin() + 1);
}

std::string OpcPackage::content_types() const {
  std::string out =
      std::string(xml_head) + "<Types xmlns=\"" + std::string(space) + "content-types\">" +
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  for (const auto& [extension, type] : extensions_)
    out += "<Default Extension=\"" + extension + "\" ContentType=\"" + type + "\"/>";
  for (const auto& [part, type] : types_) out += "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
  return out + "</Types>";
}

std::string OpcPackage::written() const {
  std::vector<std::pair<std::string, std::string>> all{{"[Content_Types].xml", content_types()}};
  for (const auto& [source, list] : relationships_) {
    std::string out = std::string(xml_head) + "<Relationships xmlns=\"" + std::string(space) + "relationships\">";
    for (std::size_t i = 0; i < list.size(); ++i)
      out += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"" + list[i].type + "\" Target=\"" +
             xml_escaped(list[i].target) + "\"" + (list[i].outside ? " TargetMode=\"External\"" : "") + "/>";
    all.emplace_back(rels_of(source), out + "</Relationships>");
  }
  all.insert(all.end(), parts_.begin(), parts_.end());
  return write_package(all);
}

} // namespace rashin::format

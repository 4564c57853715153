#pragma once
#include "format/package.h"

#include <set>

namespace rashin::format {

/// An office package (OPC, ECMA-376 part 2) in the making: parts with their content types, and relationships between
/// them. Parts are written in the order in which they were added: same calls, same bytes. Not synchronised.
class OpcPackage {
 public:
  /// `part` as in `word/document.xml`. A known extension (`png`, `svg`) takes one default type, all else an override.
  /// Throws Error where the part is there already.
  void add(std::string part, std::string_view content_type, std::string bytes);
  /// A relationship from `source` (empty: the package) to a part, or with `outside` to an address; gives its id. The
  /// same relationship asked for twice is one.
  std::string relate(const std::string& source, std::string_view type, const std::string& target, bool outside = false);
  bool has(const std::string& part) const { return names_.contains(part); }
  std::string written() const;

 private:
  struct Relationship {
    std::string type, target;
    bool outside;
  };
  std::string content_types() const;
  std::vector<std::pair<std::string, std::string>> parts_{}, types_{};
  std::map<std::string, std::string> extensions_{};
  std::set<std::string> names_{};
  std::map<std::string, std::vector<Relationship>> relationships_{};
};

/// Types of relationships that all office packages share.
namespace relation {
constexpr std::string_view base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view core_properties =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
} // namespace relation

/// & < > " as XML, nothing else touched.
std::string xml_escaped(std::string_view text);
constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Content types, relationships, ids and XML of a package, as programs that open it would complain of them: each fault
/// in a sentence (for tests and for our own doubts). `required`: parts that must be there.
std::vector<std::string> package_faults(std::string_view bytes, const std::vector<std::string>& required);

} // namespace rashin::format

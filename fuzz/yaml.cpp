#include "format/yaml.h"
#include "format/edit.h"
#include "require.h"

using namespace rashin;
using namespace rashin::format;
using fuzz::require;

namespace {

/// Children lie inside their parents, one after the other; each path leads back to its value.
void require_tree(const YamlNode& node, const YamlNode& root, std::string_view bytes,
                  std::vector<const YamlNode*>& scalars) {
  const Place& place = node.place;
  require(place.line >= 1 && place.column >= 1 && place.begin_byte <= place.end_byte && place.end_byte <= bytes.size());
  require(place.field.ends_with("…") || node_at(root, place.field) == &node);
  std::size_t last = place.begin_byte;
  const auto child = [&](const YamlNode& inner) {
    require(last <= inner.place.begin_byte && inner.place.end_byte <= place.end_byte);
    last = inner.place.end_byte;
    require_tree(inner, root, bytes, scalars);
  };
  for (const YamlEntry& entry : node.entries) {
    require(last <= entry.key_place.begin_byte && entry.key_place.end_byte <= entry.value.place.begin_byte);
    child(entry.value);
  }
  for (const YamlNode& item : node.items) child(item);
  const bool block = node.style == YamlStyle::Literal || node.style == YamlStyle::Folded;
  if (node.is_scalar() && !block) scalars.push_back(&node);
}

/// One edit, chosen by the first byte, with a value taken from the input itself.
void require_edit(std::string_view bytes, const std::vector<const YamlNode*>& scalars) {
  if (scalars.empty()) return;
  const YamlNode& target = *scalars[static_cast<unsigned char>(bytes.front()) % scalars.size()];
  const std::string_view value = bytes.substr(bytes.size() / 2, 20);
  const Result<std::string> edited = edit_yaml(bytes, target.place, value);
  if (!edited) { // a tab behind a plain scalar is white space, behind a quoted one it may be a fault
    const std::string& code = edited.diagnostics().front().code;
    return require(code == "edit-not-text" || (code == "edit-refused" && bytes.find('\t') != std::string_view::npos));
  }
  const std::string_view tail = bytes.substr(target.place.end_byte);
  require(edited->starts_with(bytes.substr(0, target.place.begin_byte)) && edited->ends_with(tail));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<YamlNode> root = read_yaml("fuzz.yaml", bytes);
  fuzz::require_places(root.diagnostics(), size);
  if (!root) return 0;
  std::vector<const YamlNode*> scalars;
  require_tree(*root, *root, bytes, scalars);
  require_edit(bytes, scalars);
  return 0;
}

#include "study/registers.h"

#include "core/embedded.h"
#include "evidence/fields.h"

namespace rashin::study {

Titles register_titles(Reading& reading, std::string_view file, std::string_view key) {
  const std::string path = "registry/" + std::string(file);
  Titles ids;
  const auto shipped = embedded_file(path);
  if (!shipped) throw Error("no shipped register " + path);
  const auto root = format::read_yaml(path, *shipped);
  for (const format::YamlNode& item : root.value().find(key)->items)
    ids.emplace(text_of(item, "id"), localized_of(item, "title"));
  const auto own = reading.files.find(path);
  if (own == reading.files.end()) return ids;
  const auto added = format::read_yaml(path, own->second);
  if (!take_faults(added, reading.faults)) return ids;
  const format::YamlNode* list = added->find(key);
  if (!list || !list->is_sequence()) {
    reading.fault("missing-key", added->place, {std::string(key), path});
    return ids;
  }
  const Titles known = ids;
  for (const format::YamlNode& item : list->items) {
    const std::string id = text_of(item, "id");
    if (known.contains(id)) reading.fault("register-redefined", place_of(item, "id"), {id});
    ids.emplace(id, localized_of(item, "title"));
  }
  return ids;
}

} // namespace rashin::study

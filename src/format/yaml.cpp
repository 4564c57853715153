#include "format/yaml.h"

#include "format/faults.h"
#include "format/position.h"
#include "format/yaml_syntax.h"

#include <algorithm>
#include <unordered_map>
#include <yaml.h>

namespace rashin::format {
namespace {

struct Event {
  yaml_event_t raw{};
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&raw); }
};

YamlStyle style_of(yaml_scalar_style_t style) {
  switch (style) {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    return YamlStyle::SingleQuoted;
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
    return YamlStyle::DoubleQuoted;
  case YAML_LITERAL_SCALAR_STYLE:
    return YamlStyle::Literal;
  case YAML_FOLDED_SCALAR_STYLE:
    return YamlStyle::Folded;
  default:
    return YamlStyle::Plain;
  }
}

/// Builds the tree from libyaml's events. libyaml counts code points, so that each mark is turned into the byte it
/// stands at and our own lines and columns. Three of its marks are mended: a block scalar's end is the line after it, a
/// block collection's end the next token, and an empty value of a flow mapping stands before the token behind it.
class Reader {
 public:
  Reader(std::string_view file, std::string_view bytes, const YamlLimits& limits)
      : file_(file), bytes_(bytes), limits_(limits), positions_(bytes) {
    if (yaml_parser_initialize(&parser_) == 0) throw Error("libyaml does not start");
    const std::string_view text = bytes.substr(starts_with_bom(bytes) ? 3 : 0);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  Result<YamlNode> read();

 private:
  bool next(Event& event);
  void stop() { stopped_ = true; }
  YamlNode document();
  YamlNode node(const Event& event, const std::string& path, int depth);
  YamlNode scalar(const Event& event, const std::string& path);
  void fill_sequence(YamlNode& sequence, const std::string& path, int depth);
  void fill_mapping(YamlNode& mapping, const std::string& path, int depth);
  YamlEntry entry(const Event& key, const std::string& path, int depth);
  void check_properties(const Event& event, const std::string& path);
  void check_key(const Event& event, const YamlEntry& entry);
  void end_at(YamlNode& collection, const yaml_mark_t& end_mark, std::size_t last_child_end);

  std::size_t byte(const yaml_mark_t& mark) const { return positions_.byte_of(mark.index); }
  Place place(std::size_t begin, std::size_t end, const std::string& path) const {
    const LineColumn at = positions_.at(begin);
    return {file_, at.line, at.column, begin, end, path};
  }
  Place place(const Event& event, const std::string& path) const {
    return place(byte(event.raw.start_mark), byte(event.raw.end_mark), path);
  }

  std::string file_;
  std::string_view bytes_;
  YamlLimits limits_;
  Positions positions_;
  yaml_parser_t parser_{};
  Faults faults_{};
  std::size_t nodes_ = 0;
  bool stopped_ = false;
};

Result<YamlNode> Reader::read() {
  YamlNode root = document();
  if (faults_.any_error()) return faults_.take();
  return root;
}

bool Reader::next(Event& event) {
  if (stopped_ || faults_.full()) return false;
  if (yaml_parser_parse(&parser_, &event.raw) != 0) return true;
  if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  const auto mark = [&](const yaml_mark_t& at) { return byte(at); };
  faults_.add(explain_syntax({parser_.problem ? parser_.problem : "", parser_.context ? parser_.context : "",
                              mark(parser_.problem_mark), mark(parser_.context_mark)},
                             file_, bytes_, positions_));
  stop();
  return false;
}

YamlNode Reader::document() {
  YamlNode root;
  bool seen = false;
  for (bool open = true; open;) {
    Event event;
    if (!next(event)) return root;
    switch (event.raw.type) {
    case YAML_STREAM_START_EVENT:
      break;
    case YAML_DOCUMENT_START_EVENT: {
      const auto& start = event.raw.data.document_start;
      if (start.version_directive != nullptr || start.tag_directives.start != start.tag_directives.end)
        faults_.add("yaml-directive", place(event, ""));
      if (seen) {
        faults_.add("yaml-several-documents", place(event, ""));
        return root;
      }
      seen = true;
      break;
    }
    case YAML_DOCUMENT_END_EVENT:
      break;
    case YAML_STREAM_END_EVENT:
      open = false;
      break;
    default:
      root = node(event, "", 1);
      break;
    }
  }
  if (!seen) faults_.add("yaml-empty", {file_, 0, 0, 0, bytes_.size(), ""});
  return root;
}

YamlNode Reader::node(const Event& event, const std::string& path, int depth) {
  YamlNode made;
  made.place = place(event, path);
  check_properties(event, path);
  if (depth > limits_.depth) {
    faults_.add("yaml-too-deep", made.place, {std::to_string(limits_.depth)});
    stop();
  } else if (++nodes_ > limits_.nodes) {
    faults_.add("yaml-too-many-values", made.place, {std::to_string(limits_.nodes)});
    stop();
  } else if (event.raw.type == YAML_ALIAS_EVENT) {
    faults_.add("yaml-alias", made.place, {shortened(reinterpret_cast<const char*>(event.raw.data.alias.anchor))});
  } else if (event.raw.type == YAML_SCALAR_EVENT) {
    made = scalar(event, path);
  } else if (event.raw.type == YAML_SEQUENCE_START_EVENT) {
    made.kind = YamlKind::Sequence;
    const bool flow = event.raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    made.style = flow ? YamlStyle::Flow : YamlStyle::Block;
    fill_sequence(made, path, depth);
  } else {
    made.kind = YamlKind::Mapping;
    const bool flow = event.raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    made.style = flow ? YamlStyle::Flow : YamlStyle::Block;
    fill_mapping(made, path, depth);
  }
  return made;
}

YamlNode Reader::scalar(const Event& event, const std::string& path) {
  const auto& raw = event.raw.data.scalar;
  YamlNode made;
  made.style = style_of(raw.style);
  made.text.assign(reinterpret_cast<const char*>(raw.value), raw.length);
  made.place = place(event, path);
  if (made.style == YamlStyle::Literal || made.style == YamlStyle::Folded) {
    const std::size_t last = bytes_.find_last_not_of(" \t\r\n", made.place.end_byte - 1);
    made.place.end_byte = last + 1;
  }
  if (made.text.find('\0') != std::string::npos) faults_.add("yaml-nul", made.place);
  return made;
}

void Reader::fill_sequence(YamlNode& sequence, const std::string& path, int depth) {
  std::size_t last_end = sequence.place.end_byte;
  while (true) {
    Event event;
    if (!next(event)) return;
    if (event.raw.type == YAML_SEQUENCE_END_EVENT) return end_at(sequence, event.raw.end_mark, last_end);
    sequence.items.push_back(node(event, path_of_item(path, sequence.items.size()), depth + 1));
    last_end = sequence.items.back().place.end_byte;
  }
}

void Reader::fill_mapping(YamlNode& mapping, const std::string& path, int depth) {
  std::unordered_map<std::string, int> lines;
  std::size_t last_end = mapping.place.end_byte;
  while (true) {
    Event event;
    if (!next(event)) return;
    if (event.raw.type == YAML_MAPPING_END_EVENT) return end_at(mapping, event.raw.end_mark, last_end);
    mapping.entries.push_back(entry(event, path, depth));
    const YamlEntry& added = mapping.entries.back();
    const auto [first, is_new] = lines.emplace(added.key, added.key_place.line);
    if (!is_new && event.raw.type == YAML_SCALAR_EVENT)
      faults_.add("yaml-duplicate-key", added.key_place, {shortened(added.key), std::to_string(first->second)});
    last_end = added.value.place.end_byte;
  }
}

YamlEntry Reader::entry(const Event& key, const std::string& path, int depth) {
  YamlEntry made;
  YamlNode key_node = node(key, path, depth + 1);
  made.key = std::move(key_node.text);
  made.key_place = std::move(key_node.place);
  check_key(key, made);
  Event event;
  if (!next(event)) return made;
  made.value = node(event, path_of_key(path, made.key), depth + 1);
  if (made.value.is_missing()) { // stands right after the colon
    const std::size_t colon = bytes_.find(':', made.key_place.end_byte);
    const std::size_t at = colon == std::string_view::npos ? made.key_place.end_byte : colon + 1;
    made.value.place = place(at, at, made.value.place.field);
  }
  return made;
}

void Reader::check_key(const Event& event, const YamlEntry& made) {
  if (event.raw.type == YAML_ALIAS_EVENT) return;
  const std::size_t behind = bytes_.find_first_not_of(" \t", made.key_place.end_byte);
  const bool colon = behind != std::string_view::npos && bytes_[behind] == ':';
  if (event.raw.type != YAML_SCALAR_EVENT || !colon)
    faults_.add("yaml-complex-key", made.key_place);
  else if (made.key.empty())
    faults_.add("yaml-empty-key", made.key_place);
  else if (made.key == "<<" && event.raw.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
    faults_.add("yaml-merge-key", made.key_place);
}

/// Anchor and tag stand at the start of the event, in either order, apart from the value by white space.
void Reader::check_properties(const Event& event, const std::string& path) {
  std::size_t at = byte(event.raw.start_mark);
  const std::size_t end = byte(event.raw.end_mark);
  const auto property = [&](const unsigned char* text, char mark, std::string_view code) {
    if (text == nullptr) return;
    std::size_t begin = at;
    while (begin < end && bytes_[begin] != mark) {
      const bool other = bytes_[begin] == '&' || bytes_[begin] == '!';
      begin = other ? bytes_.find_first_of(" \t\r\n", begin) : begin + 1;
    }
    const std::size_t stop = std::min(bytes_.find_first_of(" \t\r\n,]}", begin), bytes_.size());
    faults_.add(code, place(begin, stop, path), {shortened(bytes_.substr(begin, stop - begin))});
  };
  switch (event.raw.type) {
  case YAML_SCALAR_EVENT:
    property(event.raw.data.scalar.anchor, '&', "yaml-anchor");
    return property(event.raw.data.scalar.tag, '!', "yaml-tag");
  case YAML_SEQUENCE_START_EVENT:
    property(event.raw.data.sequence_start.anchor, '&', "yaml-anchor");
    return property(event.raw.data.sequence_start.tag, '!', "yaml-tag");
  case YAML_MAPPING_START_EVENT:
    property(event.raw.data.mapping_start.anchor, '&', "yaml-anchor");
    return property(event.raw.data.mapping_start.tag, '!', "yaml-tag");
  default:
    return;
  }
}

void Reader::end_at(YamlNode& collection, const yaml_mark_t& end_mark, std::size_t last_child_end) {
  collection.place.end_byte = collection.style == YamlStyle::Flow ? byte(end_mark) : last_child_end;
}

} // namespace

Result<YamlNode> read_yaml(std::string_view file, std::string_view bytes, const YamlLimits& limits) {
  Faults faults;
  if (bytes.size() > limits.bytes)
    faults.add("file-too-large", {std::string(file), 0, 0, 0, bytes.size(), ""},
               {std::to_string(bytes.size()), std::to_string(limits.bytes)});
  else
    add_text_faults(faults, file, bytes);
  if (faults.any_error()) return faults.take();
  return Reader(file, bytes, limits).read();
}

} // namespace rashin::format

#include "format/faults.h"
#include "format/scalar.h"
#include "format/yaml.h"

#include <algorithm>
#include <charconv>

namespace rashin::format {
namespace {

/// One step of a path, taken off its front: a key or an index. `index` counts where `is_index`.
struct Step {
  std::string key{};
  std::size_t index = 0;
  bool is_index = false;
};

bool take_index(std::string_view& path, Step& step) {
  const std::size_t close = path.find(']');
  if (close == std::string_view::npos) return false;
  const auto [end, error] = std::from_chars(path.data() + 1, path.data() + close, step.index);
  if (error != std::errc() || end != path.data() + close) return false;
  step.is_index = true;
  path.remove_prefix(close + 1);
  return true;
}

bool take_quoted_key(std::string_view& path, Step& step) {
  std::size_t i = 1;
  for (; i < path.size() && path[i] != '"'; ++i) {
    if (path[i] == '\\' && i + 1 < path.size()) ++i;
    step.key += path[i];
  }
  if (i == path.size()) return false;
  path.remove_prefix(i + 1);
  return true;
}

bool take_step(std::string_view& path, Step& step, bool first) {
  if (path.front() == '[') return take_index(path, step);
  if (!first) {
    if (path.front() != '.') return false;
    path.remove_prefix(1);
  }
  if (path.starts_with('"')) return take_quoted_key(path, step);
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  step.key = path.substr(0, end);
  path.remove_prefix(end);
  return true;
}

/// What a scalar says, or why it says nothing.
Result<std::string_view> scalar_text(const YamlNode& node) {
  if (!node.is_scalar()) return make_diagnostic("not-a-single-value", node.place, {excerpt(node)});
  if (node.is_missing()) return make_diagnostic("missing-value", node.place, {node.place.field});
  return std::string_view(node.text);
}

} // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

const YamlNode* node_at(const YamlNode& root, std::string_view path) {
  const YamlNode* node = &root;
  for (bool first = true; node != nullptr && !path.empty(); first = false) {
    Step step;
    if (!take_step(path, step, first)) return nullptr;
    if (step.is_index)
      node = node->is_sequence() && step.index < node->items.size() ? &node->items[step.index] : nullptr;
    else
      node = node->find(step.key);
  }
  return node;
}

std::string excerpt(const YamlNode& node) {
  constexpr std::size_t shown = 3;
  if (node.is_scalar()) return shortened(node.text);
  const bool list = node.is_sequence();
  const std::size_t size = list ? node.items.size() : node.entries.size();
  const auto inner = [](const YamlNode& child) {
    if (child.is_scalar()) return shortened(child.text, 15);
    return std::string(child.is_sequence() ? "[…]" : "{…}");
  };
  std::string text(1, list ? '[' : '{');
  for (std::size_t i = 0; i < std::min(size, shown); ++i) {
    if (i > 0) text += ", ";
    text += list ? inner(node.items[i]) : shortened(node.entries[i].key, 15) + ": " + inner(node.entries[i].value);
  }
  if (size > shown) text += ", …";
  return text + (list ? ']' : '}');
}

Result<std::string> as_text(const YamlNode& node) {
  const Result<std::string_view> text = scalar_text(node);
  if (!text) return text.diagnostics();
  return std::string(*text);
}

Result<double> as_number(const YamlNode& node) {
  const Result<std::string_view> text = scalar_text(node);
  return text ? parse_number(*text, node.place) : Result<double>(text.diagnostics());
}

Result<std::int64_t> as_integer(const YamlNode& node) {
  const Result<std::string_view> text = scalar_text(node);
  return text ? parse_integer(*text, node.place) : Result<std::int64_t>(text.diagnostics());
}

Result<bool> as_bool(const YamlNode& node) {
  const Result<std::string_view> text = scalar_text(node);
  return text ? parse_bool(*text, node.place) : Result<bool>(text.diagnostics());
}

} // namespace rashin::format

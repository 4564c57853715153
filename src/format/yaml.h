#pragma once
#include "core/result.h"

#include <cstdint>

namespace rashin::format {

enum class YamlKind { Scalar, Mapping, Sequence };
enum class YamlStyle {
  Plain,
  SingleQuoted,
  DoubleQuoted,
  Literal, ///< `|`
  Folded,  ///< `>`
  Block,   ///< mappings and sequences by indentation
  Flow     ///< `{…}` and `[…]`
};

struct YamlEntry;

/// One value of a YAML file. Scalars stay text: `no`, `null` and `2010-09` are just these letters until someone asks.
/// `place` covers the bytes of the value (with its quotes, without its key); its field is the path, as in
/// `options[2].cost.low`.
struct YamlNode {
  YamlKind kind = YamlKind::Scalar;
  YamlStyle style = YamlStyle::Plain;
  std::string text{}; ///< scalars: quotes and escapes undone
  Place place{};
  std::vector<YamlEntry> entries; ///< mappings, in file order
  std::vector<YamlNode> items;    ///< sequences

  bool is_scalar() const { return kind == YamlKind::Scalar; }
  bool is_mapping() const { return kind == YamlKind::Mapping; }
  bool is_sequence() const { return kind == YamlKind::Sequence; }
  /// Nothing stands after `key:` or `-`: a missing value, not an empty text (that is `""`).
  bool is_missing() const { return is_scalar() && style == YamlStyle::Plain && text.empty(); }
  /// The value of `key`; nullptr where there is none or this is no mapping.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  std::string key{};
  Place key_place{};
  YamlNode value{};
};

struct YamlLimits {
  std::size_t bytes = std::size_t{64} << 20;
  std::size_t nodes = 1'000'000;
  int depth = 64;
};

/// Reads one YAML file of the plain kind: UTF-8 (BOM or not), one document, no tags, anchors, aliases, merge keys,
/// directives, duplicate or complex keys. All such faults are reported in one go; a syntax error ends the file. Pure
/// and thread-safe.
Result<YamlNode> read_yaml(std::string_view file, std::string_view bytes, const YamlLimits& limits = {});

/// What stands at `path` (`options[2].cost`, keys with dots or brackets in double quotes, "" = the root); nullptr if
/// nothing.
const YamlNode* node_at(const YamlNode& root, std::string_view path);

/// The value in a few words, for messages: `12,5`, `[lithium, cobalt, …]`, `{value: 3, …}`.
std::string excerpt(const YamlNode& node);

/// Typed readings of a scalar; what does not fit is a diagnostic at the value. Full-width digits count as digits.
Result<std::string> as_text(const YamlNode& node);
Result<double> as_number(const YamlNode& node);
Result<std::int64_t> as_integer(const YamlNode& node);
Result<bool> as_bool(const YamlNode& node); ///< true or false only

} // namespace rashin::format

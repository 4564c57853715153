#pragma once
#include "core/result.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::collect {

/// A JSON value with the bytes it stands on.
struct JsonValue {
  enum class Kind { Null, Boolean, Number, Text, Array, Object };
  Kind kind = Kind::Null;
  bool boolean = false;
  double number = 0;
  std::string text{};
  std::vector<JsonValue> items{};   ///< of an array; of an object its values
  std::vector<std::string> names{}; ///< of an object
  std::size_t begin_byte = 0;
  std::size_t end_byte = 0;

  /// The member of an object, or nullptr.
  const JsonValue* find(std::string_view name) const;
  /// The first of several names that the object has.
  const JsonValue* find(std::initializer_list<std::string_view> names) const;
};

/// A JSON file read for its figures: gathers all faults with line and column (`json-…`), so that a reader asks for what
/// it needs and looks at the end whether anything was wrong. A figure that is missing or wrong reads as 0 or empty and
/// leaves a diagnostic. Depth is capped at 64; duplicate names and text behind the value are faults. Not synchronised.
class JsonFile {
 public:
  JsonFile(std::string_view file, std::string_view bytes);
  /// A tree made from another form of file (a table), whose values stand on `bytes`, and what was said when reading it.
  JsonFile(std::string_view file, std::string_view bytes, JsonValue root, Diagnostics faults);

  const JsonValue& root() const { return root_; }
  bool ok() const { return !has_errors(faults_); }
  const Diagnostics& faults() const { return faults_; }

  /// Members of `object` other than these are a warning each: a misspelt name would else go unnoticed.
  void allow_only(const JsonValue& object, std::initializer_list<std::string_view> names);
  /// The member, a fault where it is missing.
  const JsonValue& member(const JsonValue& object, std::string_view name);
  /// The first of several names that are allowed for one member; where all are missing, the fault names the first.
  const JsonValue& member(const JsonValue& object, std::initializer_list<std::string_view> names);
  double number(const JsonValue& value, double least, double most);
  double number(const JsonValue& value);
  std::optional<double> optional_number(const JsonValue& object, std::string_view name, double least, double most);
  std::size_t count(const JsonValue& object, std::string_view name, std::size_t otherwise, std::size_t least,
                    std::size_t most);
  std::string text(const JsonValue& value);
  std::string optional_text(const JsonValue& object, std::string_view name);
  /// One of `words`, its index.
  std::size_t word(const JsonValue& value, const std::vector<std::string_view>& words);
  /// Items of an array; a fault where it is none, or (with `length`) has another length.
  const std::vector<JsonValue>& items(const JsonValue& value, std::optional<std::size_t> length = {});
  std::vector<double> numbers(const JsonValue& value, std::optional<std::size_t> length = {});
  std::vector<std::string> texts(const JsonValue& value, std::optional<std::size_t> length = {});
  /// An array of arrays of numbers, all of one length.
  std::vector<std::vector<double>> rows(const JsonValue& value, std::optional<std::size_t> length = {});

  void fail(const JsonValue& where, std::string_view code, std::initializer_list<std::string_view> arguments = {});
  /// A fault found elsewhere, placed here.
  void fail(const JsonValue& where, Diagnostic fault);
  Place place(const JsonValue& where) const;

 private:
  std::string seen(const JsonValue& value) const;
  std::string file_;
  std::string_view bytes_;
  JsonValue root_;
  Diagnostics faults_;
};

} // namespace rashin::collect

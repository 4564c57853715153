#include "collect/json_file.h"

#include "collect/line_reader.h"
#include "core/number_text.h"
#include "core/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rashin::collect {
namespace {

constexpr std::size_t most_depth = 64;

/// Reads bytes one by one and tells how far the parser is.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char* begin, std::size_t* read) : at_(at), begin_(begin), read_(read) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    *read_ = static_cast<std::size_t>(at_ - begin_);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char* begin_;
  std::size_t* read_;
};

/// Builds the tree. A token begins at the first byte behind the one before that is no blank, comma or colon; numbers
/// are read one byte too far.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view bytes, const std::size_t& read) : bytes_(bytes), read_(read) {}

  JsonValue root;
  std::string code; ///< of the fault that ended the reading
  std::size_t fault_byte = 0;
  std::string fault_text;

  bool null() override { return add(token(JsonValue::Kind::Null, false)); }
  bool boolean(bool value) override {
    JsonValue made = token(JsonValue::Kind::Boolean, false);
    made.boolean = value;
    return add(std::move(made));
  }
  bool number_integer(number_integer_t value) override { return add_number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add_number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return add_number(value); }
  bool string(string_t& value) override {
    JsonValue made = token(JsonValue::Kind::Text, false);
    made.text = value;
    return add(std::move(made));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::Array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    const JsonValue made = token(JsonValue::Kind::Text, false);
    JsonValue& object = open_.back();
    if (std::find(object.names.begin(), object.names.end(), name) != object.names.end())
      return refuse("json-name-twice", made.begin_byte, name);
    object.names.push_back(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    return refuse("json-form", position == 0 ? 0 : position - 1, "");
  }

 private:
  JsonValue token(JsonValue::Kind kind, bool is_number) {
    JsonValue made;
    made.kind = kind;
    made.begin_byte = std::min(bytes_.find_first_not_of(" \t\r\n,:", end_), bytes_.size());
    made.end_byte = read_;
    if (is_number) {
      const std::size_t end = bytes_.find_first_not_of("+-.0123456789eE", made.begin_byte);
      made.end_byte = std::min(end, bytes_.size());
    }
    end_ = made.end_byte;
    return made;
  }
  bool add_number(double value) {
    JsonValue made = token(JsonValue::Kind::Number, true);
    if (!std::isfinite(value)) return refuse("json-form", made.begin_byte, "");
    made.number = value;
    return add(std::move(made));
  }
  bool add(JsonValue made) {
    if (open_.empty())
      root = std::move(made);
    else
      open_.back().items.push_back(std::move(made));
    return true;
  }
  bool open(JsonValue::Kind kind) {
    open_.push_back(token(kind, false));
    return open_.size() <= most_depth || refuse("json-deep", open_.back().begin_byte, std::to_string(most_depth));
  }
  bool close() {
    token(JsonValue::Kind::Null, false);
    JsonValue made = std::move(open_.back());
    made.end_byte = end_;
    open_.pop_back();
    return add(std::move(made));
  }
  bool refuse(const char* why, std::size_t byte, const std::string& text) {
    code = why;
    fault_byte = std::min(byte, bytes_.size());
    fault_text = text;
    return false;
  }

  std::string_view bytes_;
  const std::size_t& read_;
  std::size_t end_ = 0; ///< of the last token
  std::vector<JsonValue> open_;
};

const JsonValue nothing{};

} // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return &items[i];
  return nullptr;
}

const JsonValue* JsonValue::find(std::initializer_list<std::string_view> names_in_order) const {
  for (const std::string_view name : names_in_order)
    if (const JsonValue* const found = find(name)) return found;
  return nullptr;
}

JsonFile::JsonFile(std::string_view file, std::string_view bytes, JsonValue root, Diagnostics faults)
    : file_(file), bytes_(bytes), root_(std::move(root)), faults_(std::move(faults)) {}

JsonFile::JsonFile(std::string_view file, std::string_view bytes) : file_(file), bytes_(bytes) {
  const std::size_t bom = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
  std::size_t read = bom;
  TreeBuilder builder(bytes, read);
  const char* const begin = bytes.data();
  const CountingIterator from(begin + bom, begin, &read), to(begin + bytes.size(), begin, &read);
  if (nlohmann::json::sax_parse(from, to, &builder)) {
    root_ = std::move(builder.root);
    return;
  }
  JsonValue where;
  where.begin_byte = where.end_byte = builder.fault_byte + (builder.code == "json-form" ? bom : 0);
  fail(where, builder.code.empty() ? "json-form" : builder.code, {builder.fault_text});
}

Place JsonFile::place(const JsonValue& where) const {
  Place result;
  result.file = file_;
  result.begin_byte = std::min(where.begin_byte, bytes_.size());
  result.end_byte = std::min(std::max(where.end_byte, result.begin_byte), bytes_.size());
  const std::string_view before = bytes_.substr(0, result.begin_byte);
  const std::size_t line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  result.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  result.column = 1;
  for (const char c : before.substr(line_begin)) result.column += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  if (line_begin == 0 && before.starts_with("\xef\xbb\xbf")) --result.column;
  return result;
}

/// At most 40 characters of one line.
std::string JsonFile::seen(const JsonValue& value) const {
  std::string_view text = bytes_.substr(std::min(value.begin_byte, bytes_.size()),
                                        value.end_byte - std::min(value.begin_byte, value.end_byte));
  std::size_t length = 0, characters = 0;
  while (length < text.size() && characters < 40 && text[length] != '\n' && text[length] != '\r') {
    length += std::max<std::size_t>(1, utf8_length(text, length));
    ++characters;
  }
  length = std::min(length, text.size());
  return std::string(text.substr(0, length)) + (length < text.size() ? " …" : "");
}

void JsonFile::fail(const JsonValue& where, std::string_view code, std::initializer_list<std::string_view> arguments) {
  if (&where != &nothing) faults_.push_back(make_diagnostic(code, place(where), arguments));
}

void JsonFile::fail(const JsonValue& where, Diagnostic fault) {
  fault.place = place(where);
  faults_.push_back(std::move(fault));
}

void JsonFile::allow_only(const JsonValue& object, std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i < object.names.size(); ++i)
    if (std::find(names.begin(), names.end(), object.names[i]) == names.end())
      fail(object.items[i], "json-name-unknown", {object.names[i]});
}

const JsonValue& JsonFile::member(const JsonValue& object, std::string_view name) {
  if (object.kind != JsonValue::Kind::Object) {
    fail(object, "json-not-an-object", {seen(object)});
    return nothing;
  }
  if (const JsonValue* const found = object.find(name)) return *found;
  fail(object, "json-name-missing", {name});
  return nothing;
}

const JsonValue& JsonFile::member(const JsonValue& object, std::initializer_list<std::string_view> names) {
  const JsonValue* const found = object.find(names);
  return found ? *found : member(object, *names.begin());
}

double JsonFile::number(const JsonValue& value) {
  return number(value, std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max());
}

double JsonFile::number(const JsonValue& value, double least, double most) {
  if (value.kind == JsonValue::Kind::Null)
    fail(value, "json-figure-missing");
  else if (value.kind != JsonValue::Kind::Number)
    fail(value, "json-not-a-number", {seen(value)});
  else if (!(value.number >= least && value.number <= most))
    fail(value, "json-number-range", {seen(value), shortest(least), shortest(most)});
  else
    return value.number;
  return 0;
}

std::optional<double> JsonFile::optional_number(const JsonValue& object, std::string_view name, double least,
                                                double most) {
  const JsonValue* const found = object.find(name);
  if (!found || found->kind == JsonValue::Kind::Null) return std::nullopt;
  return number(*found, least, most);
}

std::size_t JsonFile::count(const JsonValue& object, std::string_view name, std::size_t otherwise, std::size_t least,
                            std::size_t most) {
  const JsonValue* const found = object.find(name);
  if (!found) return otherwise;
  const double value = number(*found, static_cast<double>(least), static_cast<double>(most));
  if (value != std::floor(value)) fail(*found, "json-not-whole", {seen(*found)});
  return static_cast<std::size_t>(value);
}

std::string JsonFile::text(const JsonValue& value) {
  if (value.kind == JsonValue::Kind::Text) return value.text;
  fail(value, "json-not-a-text", {seen(value)});
  return {};
}

std::string JsonFile::optional_text(const JsonValue& object, std::string_view name) {
  const JsonValue* const found = object.find(name);
  return found ? text(*found) : std::string();
}

std::size_t JsonFile::word(const JsonValue& value, const std::vector<std::string_view>& words) {
  const std::string given = text(value);
  const auto found = std::find(words.begin(), words.end(), given);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
  if (value.kind == JsonValue::Kind::Text) fail(value, "json-word", {given, list});
  return 0;
}

const std::vector<JsonValue>& JsonFile::items(const JsonValue& value, std::optional<std::size_t> length) {
  if (value.kind != JsonValue::Kind::Array) {
    fail(value, "json-not-an-array", {seen(value)});
    return nothing.items;
  }
  if (length && value.items.size() != *length) {
    fail(value, "json-length", {std::to_string(value.items.size()), std::to_string(*length)});
    return nothing.items;
  }
  return value.items;
}

std::vector<double> JsonFile::numbers(const JsonValue& value, std::optional<std::size_t> length) {
  std::vector<double> result;
  for (const JsonValue& item : items(value, length)) result.push_back(number(item));
  return result;
}

std::vector<std::string> JsonFile::texts(const JsonValue& value, std::optional<std::size_t> length) {
  std::vector<std::string> result;
  for (const JsonValue& item : items(value, length)) result.push_back(text(item));
  return result;
}

std::vector<std::vector<double>> JsonFile::rows(const JsonValue& value, std::optional<std::size_t> length) {
  std::vector<std::vector<double>> result;
  for (const JsonValue& item : items(value)) {
    result.push_back(numbers(item, length));
    if (!length) length = result.back().size();
  }
  return result;
}

} // namespace rashin::collect

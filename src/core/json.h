#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rashin {

/// `text` as a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// Writes JSON in the order of the calls: same calls, same bytes. Numbers are their shortest text that reads back to
/// the same. Throws Error where the calls make no JSON (a value without a key, NaN, an open bracket at the end). Not
/// synchronised.
///
///     JsonWriter json;
///     json.begin_object().key("id").text("magnets").key("cost").number(0.1).end_object();
///     json.take() == "{\n  \"id\": \"magnets\",\n  \"cost\": 0.1\n}\n"
class JsonWriter {
 public:
  enum class Layout { Lines, OneLine }; ///< one member per line, or the whole bracket in one line

  JsonWriter& begin_object(Layout layout = Layout::Lines) { return open('{', layout); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array(Layout layout = Layout::Lines) { return open('[', layout); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value) { return put(json_string(value)); }
  JsonWriter& number(double value);
  JsonWriter& integer(std::int64_t value) { return put(std::to_string(value)); }
  JsonWriter& boolean(bool value) { return put(value ? "true" : "false"); }
  JsonWriter& null() { return put("null"); }
  /// The whole text, closed by a line break; leaves the writer empty.
  std::string take();

 private:
  struct Level {
    char bracket = '[';
    Layout layout = Layout::Lines;
    bool empty = true;
  };
  JsonWriter& open(char bracket, Layout layout);
  JsonWriter& close(char bracket);
  JsonWriter& put(std::string_view value);
  void begin_value();
  void begin_member();
  std::string out_{};
  std::vector<Level> levels_{};
  bool key_written_ = false;
};

} // namespace rashin

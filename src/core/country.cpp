#include "core/country.h"

#include "core/embedded.h"
#include "core/text_width.h"

#include <algorithm>
#include <array>
#include <map>

namespace rashin {
namespace {

/// The fields of one line of our own register; quoted where they hold a comma.
std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Where the columns stand, by their names.
struct Columns {
  std::array<std::size_t, 8> at{};
  explicit Columns(std::string_view header) {
    const std::array<std::string_view, 8> names{"alpha3",  "alpha2", "numeric",  "name_ja",
                                                "name_en", "kana",   "short_ja", "short_en"};
    const auto fields = fields_of(header);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto found = std::find(fields.begin(), fields.end(), names[i]);
      if (found == fields.end()) throw Error("the register of countries lacks a column");
      at[i] = static_cast<std::size_t>(found - fields.begin());
    }
  }
};

std::vector<Country> read_register() {
  const auto text = embedded_file("registry/countries-ja.csv");
  if (!text) throw Error("the register of countries is missing");
  const auto lines = lines_of(*text);
  const Columns columns(lines.front());
  std::vector<Country> all;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    auto fields = fields_of(lines[i]);
    fields.resize(std::max<std::size_t>(fields.size(), columns.at.size()));
    const auto field = [&](std::size_t k) { return fields[columns.at[k]]; };
    const LocalizedText name{field(3), field(4)};
    const LocalizedText short_name{field(6).empty() ? name.ja : field(6), field(7).empty() ? name.en : field(7)};
    all.push_back({field(0), field(1), field(2), name, field(5), short_name});
  }
  std::sort(all.begin(), all.end(), [](const Country& a, const Country& b) { return a.alpha3 < b.alpha3; });
  return all;
}

} // namespace

std::span<const Country> countries() {
  static const std::vector<Country> all = read_register();
  return all;
}

const Country* find_country(std::string_view code) {
  static const auto by_code = [] {
    std::map<std::string_view, const Country*> map;
    for (const Country& country : countries())
      for (const std::string& known :
           {std::cref(country.alpha3), std::cref(country.alpha2), std::cref(country.numeric)})
        map.emplace(known, &country);
    return map;
  }();
  const auto found = by_code.find(code);
  return found == by_code.end() ? nullptr : found->second;
}

Result<const Country*> parse_country(std::string_view text, Place place) {
  const std::string narrowed = narrow(text);
  if (const Country* country = find_country(trimmed(narrowed))) return country;
  return make_diagnostic("country-unknown", std::move(place), {text});
}

} // namespace rashin

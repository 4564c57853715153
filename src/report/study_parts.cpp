#include "report/study_parts.h"

#include "core/country.h"
#include "core/number_text.h"
#include "core/result.h"
#include "math/weighted.h"

#include <array>
#include <cmath>
#include <map>

namespace rashin::report {

namespace {

/// A unit of the study's words in Japanese, as 万台/年 for thousand-vehicle/year; signs such as t and kWh stay.
std::string japanese_unit(const std::string& text) {
  static const std::map<std::string, std::string, std::less<>> words{
      {"day", "日"},       {"week", "週"},     {"month", "か月"}, {"year", "年"},    {"piece", "個"},
      {"vehicle", "台"},   {"motor", "台"},    {"battery", "個"}, {"chip", "個"},    {"wafer", "枚"},
      {"ship", "隻"},      {"person", "人"},   {"patent", "件"},  {"plant", "工場"}, {"point", "ポイント"},
      {"bbl", "バレル"},   {"thousand", "千"}, {"unit", "基"},    {"USD", "ドル"},   {"million", "百万"},
      {"billion", "十億"}, {"case", "件"},     {"project", "件"}, {"JPY", "円"},     {"EUR", "ユーロ"},
      {"share", "割合"},   {"ratio", "比"}};
  std::string out, word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\0';
    if (c != '/' && c != '-' && c != '\0') {
      word += c;
      continue;
    }
    const auto known = words.find(word);
    out += known == words.end() ? word : known->second;
    if (c == '/' || (c == '-' && known == words.end())) out += c;
    word.clear();
  }
  return out;
}

/// Less than one unit of the currency is what rounding leaves of a difference that is none.
double settled(double value, double scale) {
  return scale > 1 && std::abs(value) < 1 ? 0 : value / scale;
}

} // namespace

LocalizedText money_unit(const StudyView& view) {
  const std::string& code = view.study.header.currency;
  if (code == "JPY") return {"億円", "billion yen"};
  if (code == "USD") return {"億ドル", "billion dollars"};
  return {"億" + code, "billion " + code};
}

double money_scale(const StudyView& view) {
  return view.language == Language::Japanese ? 1e8 : 1e9;
}

LocalizedText unit_words(const StudyView& view, const Unit& unit) {
  if (unit.text() == view.study.header.currency) return money_unit(view);
  if (unit.text() == "percent" || unit.text() == "%") return {"%", "%"};
  if (unit.text() == "day") return {"日", "days"};
  if (unit.text() == "ratio" || unit.text() == "share") return {"%", "%"};
  return written_unit(unit.text());
}

LocalizedText written_unit(const std::string& unit) {
  return {japanese_unit(unit), unit};
}

double unit_scale(const StudyView& view, const Unit& unit) {
  if (unit.text() == "ratio" || unit.text() == "share") return 0.01;
  return unit.text() == view.study.header.currency ? money_scale(view) : 1;
}

LocalizedText indicator_title(const StudyView& view, std::string_view id) {
  const auto found = view.study.indicator_titles.find(id);
  if (found == view.study.indicator_titles.end()) throw Error("no indicator " + std::string(id));
  return found->second;
}

const Table& table_of(const StudyView& view, std::string_view name) {
  for (const auto& table : view.tables)
    if (table.name == name) return table.table;
  throw Error("no table " + std::string(name));
}

std::size_t row_of(const Table& table, std::string_view id) {
  const rashin::Column& ids = table.column("id");
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (ids.text(row) == id) return row;
  throw Error("no row " + std::string(id));
}

Figure figure_of(const StudyView& view, std::string_view table, std::string_view row, std::string_view stem,
                 double scale, LocalizedText unit) {
  const Table& values = table_of(view, table);
  const std::size_t at = row_of(values, row);
  const std::string name(stem);
  Figure figure;
  figure.id = std::string(table) + "/" + std::string(row) + "/" + name + "_mean";
  figure.unit = std::move(unit);
  if (const auto mean = values.column(name + "_mean").number(at)) {
    figure.value = settled(*mean, scale);
    figure.interval = Interval{settled(values.column(name + "_p5").number(at).value(), scale),
                               settled(values.column(name + "_p95").number(at).value(), scale)};
  }
  return figure;
}

Figure money_figure(const StudyView& view, std::string_view table, std::string_view row, std::string_view stem,
                    bool with_unit) {
  return figure_of(view, table, row, stem, money_scale(view), with_unit ? money_unit(view) : LocalizedText{});
}

Figure plain_figure(const StudyView& view, std::string_view table, std::string_view row, std::string_view column,
                    double scale, LocalizedText unit) {
  const Table& values = table_of(view, table);
  Figure figure;
  figure.id = std::string(table) + "/" + std::string(row) + "/" + std::string(column);
  figure.unit = std::move(unit);
  if (const auto value = values.column(column).number(row_of(values, row))) figure.value = settled(*value, scale);
  return figure;
}

LocalizedText supplier_words(std::string_view id) {
  if (id == "ZZZ") return {"その他（国を特定せず）", "others (no country stated)"};
  if (id == "others") return {"その他", "others"};
  if (const Country* country = find_country(id)) return country->short_name;
  if (id.size() > 4 && id[3] == '-') // a second supplier of one country, as SAU-yanbu
    if (const Country* country = find_country(id.substr(0, 3))) {
      const std::string which(id.substr(4));
      return {country->short_name.ja + "（" + which + "）", country->short_name.en + " (" + which + ")"};
    }
  return {std::string(id), std::string(id)};
}

LocalizedText supplier_words(const supply::Supplier& supplier) {
  return supplier.name.empty() ? supplier_words(supplier.id) : supplier.name;
}

LocalizedText judge_words(std::string_view by) {
  constexpr std::string_view between = " / ";
  if (by == "example") return {"例示", "illustrative"};
  if (const std::size_t at = by.find(between); at != std::string_view::npos)
    return {std::string(by.substr(0, at)), std::string(by.substr(at + between.size()))};
  return {std::string(by), std::string(by)};
}

LocalizedText arm_title(const StudyView& view, std::string_view id) {
  if (id == "none") return {"オプションなし", "No option"};
  for (const auto& option : view.study.options)
    if (option.id == id) return option.title;
  for (const auto& package : view.study.packages)
    if (package.id == id) return package.title;
  throw Error("no arm " + std::string(id));
}

LocalizedText need_title(const study::Technology& technology) {
  return technology.title;
}

Prose words(LocalizedText text) {
  return {{"{0}", "{0}"}, {Plain{std::move(text)}}};
}
Cell text_cell(LocalizedText text) {
  return {words(std::move(text))};
}
Cell prose_cell(Prose prose) {
  return {std::move(prose)};
}
Cell number_cell(Figure figure) {
  return {std::move(figure)};
}
Paragraph paragraph(LocalizedText text, std::vector<Inline> parts) {
  return {{std::move(text), std::move(parts)}};
}
Plain plain(LocalizedText text) {
  return {std::move(text)};
}

Plain percent_words(double share) {
  const double percent = 100 * share;
  const std::string words = format_number(percent, Language::English, {std::abs(percent) < 10 ? 2 : 3}) + "%";
  return plain({words, words});
}

Cite cite(const StudyView& view, const std::vector<std::string>& claims) {
  Cite cited;
  for (const std::string& claim : claims)
    if (view.study.evidence.claims.contains(claim)) cited.ids.push_back(claim);
  return cited;
}

Band band_of(const std::vector<double>& draws, double scale) {
  constexpr std::array<double, 5> levels{0.05, 0.25, 0.5, 0.75, 0.95};
  const auto q = math::weighted_quantiles(draws, std::vector<double>(draws.size(), 1.0), levels);
  return {q[0] / scale, q[1] / scale, q[2] / scale, q[3] / scale, q[4] / scale};
}

} // namespace rashin::report

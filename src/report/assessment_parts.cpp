#include "report/assessment_parts.h"

#include "core/country.h"
#include "report/assessment_words.h"

#include <algorithm>

namespace rashin::report {
namespace {

Cell cell_of(const Table& table, const std::string& name, std::size_t row, const Shown& shown) {
  const auto has = [&](const std::string& column) {
    return std::any_of(table.columns().begin(), table.columns().end(),
                       [&](const auto& c) { return c.name() == column; });
  };
  if (!has(shown.column))
    return text_cell({std::string(table.column(shown.column + "_ja").text(row).value_or("")),
                      std::string(table.column(shown.column + "_en").text(row).value_or(""))});
  const rashin::Column& column = table.column(shown.column);
  if (column.type() == ColumnType::Text) return text_cell(assessment_word(column.text(row).value_or("")));
  Figure figure;
  figure.id = name + "/" + std::string(*table.column("id").text(row)) + "/" + shown.column;
  if (const auto value = column.number(row)) figure.value = *value / shown.scale;
  return number_cell(figure);
}

} // namespace

TableBlock shown_table(const StudyView& view, const std::string& name, LocalizedText caption,
                       const std::vector<Shown>& columns) {
  const Table& table = table_of(view, name);
  TableBlock block{.id = name, .caption = std::move(caption)};
  for (const Shown& shown : columns)
    block.columns.push_back({shown.title, shown.scale == 0.01 ? LocalizedText{"%", "%"} : LocalizedText{}});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    block.rows.emplace_back();
    for (const Shown& shown : columns) block.rows.back().push_back(cell_of(table, name, row, shown));
  }
  return block;
}

LocalizedText country_words(const std::string& code) {
  const auto country = find_country(code);
  return country ? country->short_name : LocalizedText{code, code};
}

LocalizedText listed(const std::vector<LocalizedText>& words) {
  LocalizedText all;
  for (const LocalizedText& word : words) {
    all.ja += (all.ja.empty() ? "" : "、") + word.ja;
    all.en += (all.en.empty() ? "" : ", ") + word.en;
  }
  return all;
}

LocalizedText side_words(const assessment::Assessment& assessment, bool own) {
  std::vector<LocalizedText> names;
  for (const auto& party : assessment.parties)
    if (party.own == own) names.push_back(country_words(party.id));
  LocalizedText all;
  for (std::size_t n = 0; n < names.size(); ++n) {
    all.ja += (n == 0 ? "" : "・") + names[n].ja;
    all.en += (n == 0 ? "" : n + 1 == names.size() ? " and " : ", ") + names[n].en;
  }
  return all;
}

LocalizedText number_words(long long value) {
  return {std::to_string(value), std::to_string(value)};
}

LocalizedText by_words(const std::string& by) {
  return by == "example" ? LocalizedText{"例示", "illustrative"} : LocalizedText{by, by};
}

} // namespace rashin::report

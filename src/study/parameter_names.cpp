#include "study/parameter_names.h"

#include "core/country.h"
#include "supply/place_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace rashin::study {
namespace {

struct Word {
  std::string_view id, ja, en;
};
constexpr std::array words{Word{"stocks", "在庫", "stock"},
                           Word{"supply", "供給", "supply"},
                           Word{"substitutes", "代替・節約", "substitution"},
                           Word{"inputs", "投入", "input"},
                           Word{"demand", "需要", "demand"},
                           Word{"end_uses", "用途", "end use"},
                           Word{"items", "品目", "item"},
                           Word{"routes", "航路", "route"},
                           Word{"options", "オプション", "option"},
                           Word{"effects", "オプションの効果", "effect of an option"},
                           Word{"days", "日数", "days"},
                           Word{"share", "割合", "share"},
                           Word{"spare", "増産余力", "spare capacity"},
                           Word{"spare_share", "増産余力の割合", "spare share"},
                           Word{"spare_from", "余力を使える日", "first day of spare"},
                           Word{"lead_time", "効果・納入までの日数", "lead time"},
                           Word{"ramp", "立ち上がりの日数", "ramp"},
                           Word{"value_added", "付加価値", "value added"},
                           Word{"use", "使用量", "use"},
                           Word{"per_unit", "原単位", "need per unit"},
                           Word{"amount", "量", "amount"},
                           Word{"delay", "切り替えの遅れ", "delay"},
                           Word{"detour_days", "迂回で増える日数", "extra days of the detour"},
                           Word{"release", "放出の速さ", "release"},
                           Word{"firms", "企業", "firms"},
                           Word{"national", "国", "national"},
                           Word{"saving", "節約", "saving"},
                           Word{"others", "その他", "others"}};

LocalizedText known_word(std::string_view id) {
  for (const Word& word : words)
    if (word.id == id) return {std::string(word.ja), std::string(word.en)};
  return supply::passage_name(id).value_or(LocalizedText{std::string(id), std::string(id)});
}

LocalizedText segment_name(const Study& study, const std::string& id) {
  for (const auto& item : study.network.items)
    if (item.id == id) return item.name;
  for (const auto& use : study.network.end_uses)
    if (use.id == id) return use.name;
  for (const PolicyOption& option : study.options)
    if (option.id == id) return option.title;
  for (const auto& supplier : study.network.suppliers)
    if (supplier.id == id && !supplier.name.empty()) return supplier.name;
  if (const Country* country = find_country(id); country && id.size() == 3) return country->short_name;
  return known_word(id);
}

std::vector<std::string> segments(const std::string& row) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= row.size();) {
    const std::size_t end = std::min(row.find('.', begin), row.size());
    parts.push_back(row.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void append(LocalizedText& text, const LocalizedText& word) {
  const std::string& ja = word.in(Language::Japanese);
  const std::string& en = word.in(Language::English);
  text.ja += (text.ja.empty() ? "" : "・") + ja;
  text.en += (text.en.empty() ? "" : ", ") + en;
}

std::string_view kind_id(supply::ShockKind kind) {
  switch (kind) {
  case supply::ShockKind::SupplierCut:
    return "supplier-cut";
  case supply::ShockKind::PairBan:
    return "pair-ban";
  case supply::ShockKind::PassageClosed:
    return "passage-closed";
  case supply::ShockKind::PassageThinned:
    return "passage-thinned";
  case supply::ShockKind::DemandSurge:
    return "demand-surge";
  }
  return "";
}

} // namespace

LocalizedText parameter_name(const Study& study, const std::vector<ParameterIndex>& sharing) {
  const Quantity& first = study.parameters[sharing.front()];
  LocalizedText row;
  for (const std::string& part : segments(first.row)) {
    const bool common = std::all_of(sharing.begin(), sharing.end(), [&](ParameterIndex p) {
      const auto parts = segments(study.parameters[p].row);
      return std::find(parts.begin(), parts.end(), part) != parts.end();
    });
    if (common) append(row, segment_name(study, part));
  }
  const LocalizedText table = known_word(first.table), quantity = known_word(first.name);
  if (row.empty()) return {table.ja + "の" + quantity.ja, table.en + ": " + quantity.en};
  return {table.ja + "（" + row.ja + "）の" + quantity.ja, table.en + " (" + row.en + "): " + quantity.en};
}

LocalizedText shock_name(const Study& study, const ShockRecord& record) {
  static constexpr std::array kinds{
      Word{"supplier-cut", "供給の削減", "supply cut"}, Word{"pair-ban", "輸出の停止", "export halt"},
      Word{"passage-closed", "航路の閉鎖", "closure"}, Word{"passage-thinned", "航路の制約", "restricted passage"},
      Word{"demand-surge", "需要の急増", "demand surge"}};
  LocalizedText target;
  const supply::Shock& shock = record.shock;
  std::set<std::string> countries;
  for (const supply::Index s : shock.suppliers) countries.insert(study.network.suppliers[s].country);
  for (const std::string& country : countries) append(target, segment_name(study, country));
  if (shock.passage) append(target, known_word(study.network.passages[*shock.passage]));
  if (shock.item) append(target, study.network.items[*shock.item].name);
  if (shock.end_use) append(target, study.network.end_uses[*shock.end_use].name);
  for (const Word& word : kinds)
    if (word.id == kind_id(shock.kind))
      return {std::string(word.ja) + "（" + target.ja + "）", std::string(word.en) + " (" + target.en + ")"};
  return target;
}

} // namespace rashin::study

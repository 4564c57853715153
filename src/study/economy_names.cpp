#include "core/country.h"
#include "core/embedded.h"
#include "format/csv.h"
#include "study/economy_tables.h"

#include <cmath>
#include <map>

namespace rashin::study {
namespace {

using SectorNames = std::map<std::pair<std::string, std::string>, LocalizedText>;

/// The shipped names of sectors, by the letters that the table's name begins with and the code.
const SectorNames& sector_names() {
  static const SectorNames names = [] {
    SectorNames read;
    const auto file = format::read_csv("mrio-sectors.csv", *embedded_file("registry/mrio-sectors.csv"));
    for (std::size_t r = 0; r < file->rows(); ++r)
      read[{file->at(r, 0).text, file->at(r, 1).text}] = {file->at(r, 2).text, file->at(r, 3).text};
    return read;
  }();
  return names;
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.0f %%", 100 * share);
  return text;
}

/// What a shock of the table is called for a reader.
LocalizedText shock_words(const std::string& name) {
  if (name == "items") return {"品目網の不足", "the shortage in the item network"};
  const std::string passage = name.substr(0, name.rfind('.'));
  return {passage + " の通過の制約", "the narrowed passage of " + passage};
}

} // namespace

LocalizedText region_title(const std::string& region) {
  if (const Country* country = find_country(region)) return country->short_name;
  if (region == "ROM") return find_country("ROU")->short_name; // the release's own code
  if (region == "RoW" || region == "ROW") return {"その他の国", "Rest of the world"};
  return {region, region};
}

LocalizedText sector_title(const std::string& table, const std::string& sector) {
  const std::string release = table.substr(0, table.find_first_of("0123456789_-"));
  const auto found = sector_names().find({release, sector});
  return found == sector_names().end() ? LocalizedText{sector, sector} : found->second;
}

LocalizedText industry_title(const EconomyResult& economy, std::size_t industry) {
  const auto& [region, sector] = economy.industries[industry];
  const LocalizedText where = region_title(economy.regions[region]);
  const LocalizedText what = sector_title(economy.table, economy.sectors[sector]);
  return {where.ja + "の" + what.ja, what.en + ", " + where.en};
}

LocalizedText cause_sentence(const EconomyResult& economy, std::size_t step) {
  const supply::Cause& cause = economy.example.chain[step];
  const LocalizedText who = industry_title(economy, cause.industry);
  const std::string day = std::to_string(cause.day + 1), made = percent(cause.output_share);
  const LocalizedText head{day + " 日目、" + who.ja + "の生産は平常の " + made + "。",
                           "Day " + day + ": " + who.en + " makes " + made + " of the usual; "};
  const LocalizedText input =
      cause.input == supply::no_sector ? LocalizedText{} : sector_title(economy.table, economy.sectors[cause.input]);
  const LocalizedText supplier = cause.supplier ? industry_title(economy, *cause.supplier) : LocalizedText{"?", "?"};
  const LocalizedText shock = cause.shock ? shock_words(economy.example.shocks[*cause.shock]) : LocalizedText{};
  switch (cause.kind) {
  case supply::CauseKind::Unlimited:
    return {head.ja + "制約なし。", head.en + "nothing limits it."};
  case supply::CauseKind::Input:
    return {head.ja + "投入「" + input.ja + "」が足りず、最も遅れたのは" + supplier.ja + "。",
            head.en + "the input " + input.en + " is short, most of it from " + supplier.en + "."};
  case supply::CauseKind::Shock:
    return {head.ja + shock.ja + "による。", head.en + "hit by " + shock.en + "."};
  case supply::CauseKind::LinkShock:
    return {head.ja + supplier.ja + "からの" + input.ja + "が、" + shock.ja + "で届かない。",
            head.en + input.en + " from " + supplier.en + " is held up by " + shock.en + "."};
  case supply::CauseKind::Overload:
    return {head.ja + "注文が平常の能力を超えた。", head.en + "more is asked for than it can usually make."};
  }
  return head;
}

} // namespace rashin::study

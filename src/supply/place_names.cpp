#include "supply/place_names.h"

#include <array>

namespace rashin::supply {
namespace {

struct Place {
  std::string_view id, ja, en;
};
constexpr std::array places{Place{"hormuz", "ホルムズ海峡", "Strait of Hormuz"},
                            Place{"malacca", "マラッカ海峡", "Strait of Malacca"},
                            Place{"sunda", "スンダ海峡", "Sunda Strait"},
                            Place{"lombok", "ロンボク海峡", "Lombok Strait"},
                            Place{"bab-el-mandeb", "バブ・エル・マンデブ海峡", "Bab el-Mandeb Strait"},
                            Place{"suez", "スエズ運河", "Suez Canal"},
                            Place{"panama", "パナマ運河", "Panama Canal"},
                            Place{"cape-of-good-hope", "喜望峰", "Cape of Good Hope"},
                            Place{"taiwan-strait", "台湾海峡", "Taiwan Strait"},
                            Place{"luzon-strait", "ルソン海峡", "Luzon Strait"},
                            Place{"korea-strait", "対馬海峡", "Korea Strait"},
                            Place{"tsugaru", "津軽海峡", "Tsugaru Strait"},
                            Place{"bering", "ベーリング海峡", "Bering Strait"},
                            Place{"bosporus", "ボスポラス海峡", "Bosporus Strait"},
                            Place{"dardanelles", "ダーダネルス海峡", "Dardanelles Strait"},
                            Place{"gibraltar", "ジブラルタル海峡", "Strait of Gibraltar"},
                            Place{"dover", "ドーバー海峡", "Strait of Dover"},
                            Place{"magellan", "マゼラン海峡", "Strait of Magellan"},
                            Place{"northwest", "北西航路", "Northwest Passage"}};

/// `malacca-strait`, `suez-canal` and so on mean the same as the bare name.
std::string_view bare(std::string_view id) {
  for (const std::string_view end : {"-strait", "-canal", "-passage"})
    if (id.ends_with(end)) return id.substr(0, id.size() - end.size());
  return id;
}

} // namespace

std::optional<LocalizedText> passage_name(std::string_view id) {
  for (const Place& place : places)
    if (place.id == id || bare(place.id) == bare(id))
      return LocalizedText{std::string(place.ja), std::string(place.en)};
  return {};
}

} // namespace rashin::supply

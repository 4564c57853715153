#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> network_messages() {
  static constexpr MessageEntry entries[] = {
      {"network-cell-empty", Severity::Error,
       "The column {0} of the table {1} is empty here. Every row needs it: fill it in.",
       "表 {1} の列 {0} が空です。どの行にも必要なので、記入してください。"},
      {"network-name-form", Severity::Error,
       "\"{0}\" cannot be a name in the network. Use letters A-Z, digits, '-' and '_' only; titles go to name_ja and "
       "name_en.",
       "「{0}」は供給網の名前に使えません。英字・数字・「-」「_」だけで書き、表示名は name_ja と name_en "
       "に書いてください。"},
      {"network-row-doubled", Severity::Error,
       "Row {0} of table {1} is there twice. Keep one of the two, or give the second another name.",
       "表 {1} の行 {0} が二重にあります。どちらかを消すか、別の名前にしてください。"},
      {"network-word", Severity::Error, "\"{0}\" is not one of the words allowed here. Write one of: {1}.",
       "「{0}」はここでは使えません。{1} のいずれかを書いてください。"},
      {"network-priority", Severity::Error,
       "\"{0}\" is not a priority. Write a whole number from 1 (served first) to 999, or leave the cell empty (served "
       "last).",
       "「{0}」は優先順位ではありません。1（最優先）から 999 までの整数を書くか、空欄（最後）にしてください。"},
      {"network-unknown-name", Severity::Error, "There is no \"{0}\" in {1}. Add its row, or correct the name.",
       "{1} に「{0}」がありません。行を加えるか、名前を直してください。"},
      {"network-name-clash", Severity::Error, "\"{0}\" is the name of an item and of an end use. Rename one of them.",
       "「{0}」が品目と用途の両方の名前になっています。どちらかの名前を変えてください。"},
      {"network-item-unsupplied", Severity::Error,
       "Nobody supplies item {0}. Add a row for it to supply.csv, or remove the item.",
       "品目 {0} を供給する者がいません。supply.csv に行を足すか、品目を消してください。"},
      {"network-maker-without-inputs", Severity::Warning,
       "Item {0} has a maker (makes: yes) but no inputs, so nothing can stop that maker. Add its inputs, or write "
       "makes: no.",
       "品目 {0} には製造者（makes: yes）がいますが、投入がないため何によっても止まりません。投入を加えるか、makes: no "
       "にしてください。"},
      {"network-inputs-without-maker", Severity::Warning,
       "Item {0} has inputs, but none of its suppliers makes it inside the network, so they are never used. Write "
       "makes: yes at a supplier.",
       "品目 {0} には投入がありますが、供給網の中に製造者がいないため使われません。供給者に makes: yes "
       "と書いてください。"},
      {"network-cycle", Severity::Error,
       "These items need each other in a circle: {0}. Cut the circle: leave out its weakest input, or split an item in "
       "two (new and recycled).",
       "品目の投入が循環しています（{0}"
       "）。最も弱い投入を外すか、品目を二つ（新品と再生品など）に分けて、循環を断ってください。"},
      {"network-substitute-itself", Severity::Error, "Item {0} stands in for itself. Name another item, or `saving`.",
       "品目 {0} が自分自身の代替になっています。別の品目か saving を書いてください。"},
      {"network-substitute-unused", Severity::Error,
       "{0} does not use {1}, so it cannot switch away from it. Correct the user, or leave it empty for every user.",
       "{0} は {1} を使っていないので代替できません。user を直すか、全利用者なら空欄にしてください。"},
      {"network-value-missing", Severity::Error,
       "The number {0} (in {1}) is missing. Add it with its basis; the model has no value of its own for it.",
       "数値 {0}（単位 {1}）がありません。根拠とともに書いてください。モデルが代わりの値を補うことはありません。"},
      {"network-value-range", Severity::Error,
       "{0} is {1} ({2}). It must be a number not below 0, and a share not above 1.",
       "{0} が {1}（{2}）です。0 以上の数で、割合なら 1 以下でなければなりません。"},
      {"network-shock-hits-nobody", Severity::Error,
       "The shock's target \"{0}\" supplies nothing here. Name a country or item.supplier of supply.csv, and items it "
       "supplies.",
       "衝撃の対象「{0}」は、ここでは何も供給していません。supply.csv にある国か 品目.供給者 "
       "と、その供給品目を書いてください。"},
      {"network-nothing-supplied", Severity::Error,
       "Item {0} is needed ({1} {2} a year), but its suppliers have neither amounts nor shares. State `supply` or "
       "`share` for them.",
       "品目 {0} は年に {1} {2} 必要ですが、供給者の量も割合もありません。supply か share を書いてください。"},
      {"network-balance", Severity::Warning,
       "{0} was changed by more than 2 % to make supply meet use: {1} -> {2} ({3}). Check the sources of this item's "
       "supply and use.",
       "供給と使用を合わせるため {0} を 2 % を超えて変えました: {1} → "
       "{2}（{3}）。この品目の供給と使用の出典を確かめてください。"},
      {"route-place", Severity::Error,
       "\"{0}\" is neither a position nor a known port. Write latitude,longitude in degrees (35.44,139.65), or give "
       "--ports and a port's name or code.",
       "「{0}」は位置としても港としても読めません。緯度,経度を度で書く（35.44,139.65）か、--ports "
       "を付けて港の名かコードを書いてください。"},
      {"route-port-many", Severity::Error, "Several ports are called \"{0}\": {1}. Write the code.",
       "「{0}」という港は複数あります：{1}。コードで書いてください。"},
      {"geojson-broken", Severity::Error, "This is not JSON. Export the network or the ports as GeoJSON again.",
       "JSON として読めません。航路網や港を GeoJSON で書き出し直してください。"},
      {"geojson-no-features", Severity::Error,
       "There is no list `features` with anything in it. The file must be a GeoJSON FeatureCollection.",
       "中身のある features がありません。GeoJSON の FeatureCollection が必要です。"},
      {"geojson-geometry", Severity::Error,
       "Feature {0} has the geometry \"{1}\", which is not expected here. A network has LineString or MultiLineString, "
       "ports have Point, each with coordinates.",
       "{0} 番目の地物の形状は「{1}」で、ここでは使えません。航路網は LineString か MultiLineString、港は Point "
       "で、座標が必要です。"},
      {"geojson-position", Severity::Error, "Feature {0} has the position {1}. Write [longitude, latitude] in degrees.",
       "{0} 番目の地物の位置が {1} です。[経度, 緯度] を度で書いてください。"},
      {"geojson-short-line", Severity::Error, "Feature {0} has a line of {1} points. A line needs at least two.",
       "{0} 番目の地物の線は点が {1} 個です。線には 2 点以上が必要です。"},
      {"port-index-column", Severity::Error,
       "The column {0} is missing. Save the World Port Index as CSV with its own column names.",
       "列 {0} がありません。World Port Index を元の列名のまま CSV で保存してください。"},
  };
  return entries;
}

} // namespace rashin

#include "report/gallery_test.h"

#include <cmath>

namespace rashin::report {
namespace {

ChartText sample(const char* ja, const char* en) {
  return {
      {std::string("見本：") + ja, std::string("Sample: ") + en},
      {std::string(ja) + "。架空の数値による見本の図。", std::string(en) + ". A sample picture with made-up numbers."}};
}
Band around(double median, double spread) {
  return {median - 1.6 * spread, median - 0.7 * spread, median, median + 0.8 * spread, median + 2 * spread};
}
Share share(double value, double low, double high) {
  return {value, Interval{low, high}};
}

EventTreeChart tree() {
  const TreeBranch released{.name = {"数週間で解除", "Released within weeks"},
                            .probability = share(0.55, 0.4, 0.7),
                            .pathway = {"短い停滞", "Short delay"},
                            .path_probability = share(0.33, 0.22, 0.45)};
  const TreeBranch drags{
      .name = {"半年続く", "Drags on for half a year"},
      .probability = share(0.45, 0.3, 0.6),
      .pathway = {"長期の出荷停止と第三国経由の調達", "Long hold-back, supplies through third countries"},
      .path_probability = share(0.27, 0.15, 0.4)};
  const TreeBranch customs{
      .name = {"通関の停滞", "Customs slow-down"}, .probability = share(0.6, 0.45, 0.75), .next = {released, drags}};
  const TreeBranch quota{.name = {"輸出枠の恒久的な削減", "Permanent cut of the export quota"},
                         .probability = share(0.3, 0.15, 0.45),
                         .pathway = {"恒久的な供給減", "Lasting shortage"},
                         .path_probability = share(0.3, 0.15, 0.45)};
  const TreeBranch nothing{.name = {"影響なし", "No effect"},
                           .probability = share(0.1, 0.004, 0.2),
                           .pathway = {"平常", "Business as usual"},
                           .path_probability = share(0.1, 0.004, 0.2)};
  return {sample("事象の木", "event tree"),
          {"架空国による輸出手続きの停止", "Fictional country suspends export papers"},
          {customs, quota, nothing}};
}

FanChart fan() {
  FanChart chart{sample("損失の推移", "losses over time"),
                 {"累積損失（億円、2010年価格）", "Cumulative loss (100 million yen of 2010)"},
                 {}};
  const LocalizedText names[] = {
      {"短い停滞", "Short delay"},
      {"長期の出荷停止と第三国経由の調達", "Long hold-back, supplies through third countries"},
      {"恒久的な供給減", "Lasting shortage"}};
  for (int p = 0; p < 3; ++p) {
    FanPanel panel{names[p], {}, {}};
    for (int day = 0; day <= 360; day += 15) {
      const double level = (p + 1) * 180.0 * (1 - std::exp(-day / (60.0 + 60.0 * p)));
      panel.days.push_back(day);
      panel.bands.push_back({level * 0.4, level * 0.75, level, level * 1.3, level * 1.9});
    }
    chart.panels.push_back(panel);
  }
  return chart;
}

IntervalChart losses() {
  return {sample("経路ごとの損失", "losses per pathway"),
          {{"損失（億円、2010年価格）", "Loss (100 million yen of 2010)"}},
          true,
          {{{"短い停滞", "Short delay"}, {around(120, 40)}, {}},
           {{"長期の出荷停止と第三国経由の調達", "Long hold-back, supplies through third countries"},
            {around(480, 150)},
            {"確率 27%", "probability 27%"}},
           {{"恒久的な供給減", "Lasting shortage"}, {around(640, 210)}, {}},
           {{"平常", "Business as usual"}, {std::nullopt}, {}}}};
}

IntervalChart options() {
  return {sample("政策オプションの比較", "options compared"),
          {{"回避できる損失（億円）", "Avoided loss (100 million yen)"}, {"費用（億円）", "Cost (100 million yen)"}},
          true,
          {{{"国家備蓄を60日分積み増す", "Raise the national stock by 60 days"},
            {around(210, 60), around(90, 12)},
            {"1年目から", "from year 1"}},
           {{"代替供給国への出資", "Equity in suppliers elsewhere"},
            {around(260, 110), around(180, 45)},
            {"3年目から", "from year 3"}},
           {{"使用量の削減補助", "Subsidy for using less"}, {around(150, 50), around(60, 15)}, {}},
           {{"WTOへの提訴", "Case before the WTO"}, {around(20, 30), around(5, 1.5)}, {}}}};
}

HeatChart regret() {
  return {sample("後悔の表", "regret of options"),
          {"後悔（億円）", "Regret (100 million yen)"},
          {"政策オプション", "Option"},
          {"経路", "Pathway"},
          {{"短い停滞", "Short delay"},
           {"長期の出荷停止", "Long hold-back"},
           {"恒久的な供給減", "Lasting shortage"},
           {"平常", "As usual"}},
          {{{"備蓄の積み増し", "Larger stock"}, {0, 35, 210, 90}},
           {{"代替供給国への出資", "Equity in suppliers elsewhere"}, {160, 0, 40, 180}},
           {{"使用量の削減補助", "Subsidy for using less"}, {40, 120, 0, 60}},
           {{"何もしない", "No option"}, {75, 260, 420, std::nullopt}}}};
}

TopKChart needs() {
  return {sample("技術ニーズの順位", "needs ranked"),
          3,
          {{{"重希土類を使わない磁石", "Magnets without heavy rare earths"}, {"代替", "substitute"}, 0.93, 0.008},
           {{"粒界拡散による使用量の削減", "Grain-boundary diffusion to use less"}, {"支援", "support"}, 0.81, 0.012},
           {{"使用済み製品からの回収・分離", "Recovery and separation from end-of-life products"},
            {"支援", "support"},
            0.64,
            0.015},
           {{"深海底の泥からの採取", "Mining of deep-sea mud"}, {"代替", "substitute"}, 0.004, 0.002}}};
}

GapChart gap() {
  return {sample("必要時期と実用化時期", "needed against ready"),
          2010.72,
          {{{"粒界拡散による使用量の削減", "Grain-boundary diffusion to use less"},
            Band{2011.5, 2012, 2012.4, 2013, 2014},
            Band{2010.5, 2011, 2011.4, 2011.8, 2012.2},
            Timing::InTime},
           {{"使用済み製品からの回収・分離", "Recovery and separation from end-of-life products"},
            Band{2011.2, 2011.8, 2012.2, 2012.8, 2013.5},
            Band{2011.5, 2012, 2012.6, 2013.2, 2014.5},
            Timing::AtRisk},
           {{"重希土類を使わない磁石", "Magnets without heavy rare earths"},
            Band{2011, 2011.6, 2012, 2012.6, 2013.2},
            Band{2014.5, 2015.5, 2016.5, 2018, 2020.5},
            Timing::TooLate},
           {{"深海底の泥からの採取", "Mining of deep-sea mud"},
            Band{2012, 2013, 2014, 2015, 2016},
            std::nullopt,
            Timing::TooLate}}};
}

NetworkChart network() {
  NetworkChart chart{
      sample("品目のネットワーク", "item network"),
      {{"供給国", "Supplier"}, {"原料", "Material"}, {"部品", "Part"}, {"製品", "Product"}, {"用途", "End use"}},
      {},
      {}};
  const auto node = [&](const char* id, LocalizedText name, int tier, LocalizedText badge = {}, bool critical = false) {
    chart.nodes.push_back({id, std::move(name), tier, std::move(badge), critical});
  };
  node("a", {"架空国 A", "Country A"}, 0, {}, true);
  node("b", {"架空国 B", "Country B"}, 0);
  node("c", {"架空国 C", "Country C"}, 0);
  node("d", {"再生原料", "Recycled"}, 0);
  node("nd", {"ネオジム", "Neodymium"}, 1, {"60日", "60 days"});
  node("dy", {"ジスプロシウム", "Dysprosium"}, 1, {"20日", "20 days"}, true);
  node("ce", {"セリウム", "Cerium"}, 1, {"90日", "90 days"});
  node("la", {"ランタン", "Lanthanum"}, 1);
  node("mag", {"焼結磁石", "Sintered magnet"}, 2, {"30日", "30 days"}, true);
  node("pol", {"研磨材", "Polishing powder"}, 2, {"45日", "45 days"});
  node("cat", {"排ガス触媒", "Exhaust catalyst"}, 2);
  node("mot", {"駆動モーター", "Drive motor"}, 3);
  node("hdd", {"ハードディスク装置", "Hard disk drive"}, 3);
  node("gls", {"光学ガラス", "Optical glass"}, 3, {"15日", "15 days"});
  node("car", {"自動車", "Motor vehicles"}, 4);
  node("elc", {"電子機器", "Electronics"}, 4);
  node("air", {"空調機", "Air conditioners"}, 4);
  const auto arc = [&](const char* from, const char* to, double part, bool critical = false) {
    chart.arcs.push_back({from, to, part, critical});
  };
  arc("a", "nd", 0.9), arc("b", "nd", 0.1), arc("a", "dy", 0.98, true), arc("d", "dy", 0.02), arc("a", "ce", 0.8),
      arc("c", "ce", 0.2), arc("a", "la", 0.7), arc("b", "la", 0.3);
  arc("nd", "mag", 0.7), arc("dy", "mag", 0.3, true), arc("ce", "pol", 0.9), arc("la", "pol", 0.1),
      arc("ce", "cat", 0.6), arc("la", "gls", 0.5), arc("mag", "mot", 0.5, true), arc("mag", "hdd", 0.4),
      arc("pol", "hdd", 0.2), arc("pol", "gls", 0.5);
  arc("mot", "car", 0.6), arc("cat", "car", 0.2), arc("hdd", "elc", 0.5), arc("gls", "elc", 0.3),
      arc("mot", "air", 0.4);
  return chart;
}

/// Sixty nodes with names of many lengths: the size that must stay readable.
NetworkChart large_network() {
  const LocalizedText kinds[] = {{"架空国", "Country"},
                                 {"高純度原料", "High-purity material"},
                                 {"中間部品", "Part"},
                                 {"最終製品の組立工程", "Final assembly"},
                                 {"用途", "End use"}};
  const int sizes[] = {8, 12, 14, 14, 12};
  NetworkChart chart{sample("大きな品目ネットワーク", "large item network"),
                     {kinds[0], kinds[1], kinds[2], kinds[3], kinds[4]},
                     {},
                     {}};
  const auto id = [](int tier, int n) { return std::to_string(tier) + "-" + std::to_string(n); };
  for (int tier = 0; tier < 5; ++tier)
    for (int n = 0; n < sizes[tier]; ++n) {
      const std::string number = " " + std::to_string(n + 1);
      const bool stocked = tier > 0 && tier < 4 && n % 3 == 0;
      const std::string days = std::to_string(15 + 10 * n);
      chart.nodes.push_back({id(tier, n),
                             {kinds[tier].ja + number, kinds[tier].en + number},
                             tier,
                             stocked ? LocalizedText{days + "日", days + " days"} : LocalizedText{},
                             n == 2 && tier < 3});
    }
  for (int tier = 1; tier < 5; ++tier)
    for (int n = 0; n < sizes[tier]; ++n)
      for (int k = 0; k < 2 + n % 2; ++k) {
        const int from_tier = n % 7 == 6 && k == 1 && tier > 1 ? tier - 2 : tier - 1; // a few arcs pass a tier
        const int from = (n * 5 / 6 + k * 3) % sizes[from_tier];
        chart.arcs.push_back({id(from_tier, from), id(tier, n), k == 0 ? 0.7 : 0.15, tier < 3 && n == 2 && k == 0});
      }
  return chart;
}

VarianceChart variance() {
  const auto row = [](const char* ja, const char* en, double a, double b, double c, double d) {
    const auto part = [](double value) { return share(value, value - 0.05, value + 0.06); };
    return VarianceRow{{ja, en}, {part(a), part(b), part(c), part(d)}};
  };
  return {sample("不確かさの内訳", "where the uncertainty comes from"),
          {{"経路", "Pathways"},
           {"ネットワーク", "Network"},
           {"オプションの効果", "Option effects"},
           {"技術の時期", "Technology dates"}},
          {row("損失（何もしない場合）", "Loss with no option", 0.55, 0.3, 0.06, 0.06),
           row("回避できる損失：備蓄の積み増し", "Avoided loss: larger stock", 0.3, 0.25, 0.28, 0.07),
           row("準備の価値：重希土類を使わない磁石", "Value of readiness: magnets without heavy rare earths", 0.2, 0.12,
               0.16, 0.42)}};
}

OutcomeChart outcome() {
  return {sample("予測と実績", "predicted and documented"),
          {{{"翌年の輸入量", "Imports in the following year"}, {"千t", "kt"}, around(18, 3), 19.2, true},
           {{"最大供給国の割合", "Share of the largest supplier"}, {"%", "%"}, around(72, 5), 58, false},
           {{"代替技術への補助額", "Subsidies for substitutes"},
            {"億円", "×100 million yen"},
            around(330, 90),
            std::nullopt,
            false}}};
}

TraceChart trace() {
  return {
      sample("根拠の連鎖", "chain of reasons"),
      {{{"事象", "Event"},
        {"架空国による輸出手続きの停止（2010年9月）", "Fictional country suspends export papers (September 2010)"},
        "#summary"},
       {{"経路", "Pathway"},
        {"長期の出荷停止（確率 27%、90%区間 15–40）", "Long hold-back (probability 27%, 90% interval 15–40)"},
        "#picture-tree"},
       {{"影響", "Impact"},
        {"焼結磁石の在庫が38日で尽き、自動車の生産が1日あたり12%減る",
         "Stocks of sintered magnets end after 38 days; motor vehicle output falls by 12% a day"},
        ""},
       {{"政策", "Option"}, {"使用量の削減補助", "Subsidy for using less"}, ""},
       {{"技術", "Technology"},
        {"粒界拡散（政策の効果を上げる：支援）", "Grain-boundary diffusion (makes the option work better: support)"},
        ""},
       {{"ニーズ", "Need"},
        {"2012年半ばまでに量産ラインで使える粒界拡散",
         "Grain-boundary diffusion usable on production lines by mid-2012"},
        ""},
       {{"文", "Sentence"},
        {"「通関手続きが滞っている」（見本の出典、1頁）", "“Customs clearance is delayed” (sample source, p. 1)"},
        "#claim-1"}}};
}

DayChart days() {
  DayChart chart{sample("日次の推移", "daily values"), {}};
  const LocalizedText names[] = {{"焼結磁石の在庫", "Stock of sintered magnets"},
                                 {"自動車の生産", "Motor vehicle output"},
                                 {"満たされない需要", "Unmet demand"}};
  const LocalizedText units[] = {
      {"日分", "days of use"}, {"平常比（%）", "% of normal"}, {"平常比（%）", "% of normal"}};
  for (int p = 0; p < 3; ++p) {
    DayPanel panel{names[p], units[p], {{{"中央値の試行", "median draw"}, {}}, {{"最悪の試行", "worst draw"}, {}}}};
    for (int day = 0; day <= 180; ++day) {
      const double fall = std::max(0.0, 1 - day / (p == 0 ? 60.0 : 150.0));
      panel.lines[0].values.push_back(p == 0 ? 30 * fall : p == 1 ? 60 + 40 * fall : 40 * (1 - fall));
      panel.lines[1].values.push_back(p == 0   ? 30 * fall * fall
                                      : p == 1 ? 30 + 70 * fall * fall
                                               : 70 * (1 - fall * fall));
    }
    chart.panels.push_back(panel);
  }
  return chart;
}

TileMapChart tiles() {
  TileMapChart chart{sample("国ごとの損失", "losses by country"),
                     {"平常の付加価値に対する損失（%）", "loss, % of usual value added"},
                     {}};
  chart.tiles = {{"JPN", {"日本", "Japan"}, 23, 3, 1.84},
                 {"KOR", {"韓国", "Korea"}, 21, 3, 0.62},
                 {"CHN", {"中国", "China"}, 20, 3, -0.12},
                 {"TWN", {"台湾", "Taiwan"}, 22, 4, 0.91},
                 {"USA", {"米国", "United States"}, 2, 2, 0.2},
                 {"DEU", {"ドイツ", "Germany"}, 11, 2, 0.33},
                 {"AUS", {"オーストラリア", "Australia"}, 22, 11, std::nullopt},
                 {"RoW", {"その他", "Rest of the world"}, 1, 11, 0.11}};
  return chart;
}

PeriodHeatChart weeks() {
  PeriodHeatChart chart{sample("部門ごとの損失の推移", "losses by sector over time"),
                        {"平常の付加価値に対する損失（%）", "loss, % of usual value added"},
                        {"部門", "Sector"},
                        {},
                        {{{"輸送機械", "Transport equipment"}, {}},
                         {{"運輸付帯サービス・旅行業", "Supporting transport and travel agencies"}, {}},
                         {{"鉄鋼・金属製品", "Basic and fabricated metal"}, {}}}};
  for (int k = 0; k < 17; ++k) {
    chart.days.push_back(28 * k);
    for (std::size_t r = 0; r < 3; ++r)
      chart.rows[r].values.emplace_back(std::max(0.0, 30.0 / static_cast<double>(r + 1) - 3.0 * std::abs(k - 5)));
  }
  return chart;
}

ScatterChart scatter() {
  ScatterChart chart{.text = sample("失敗する場合", "when the package fails"),
                     .x_axis = {"閉鎖の日数（日）", "closure (days)"},
                     .y_axis = {"在庫の日数（日）", "stock (days)"}};
  chart.groups = {{{"基準の内", "meets the threshold"}, ScatterMark::Faint, {}},
                  {{"失敗", "fails"}, ScatterMark::Cross, {}},
                  {{"代表の場合", "the case told"}, ScatterMark::Ring, {{95, 35}}}};
  for (int k = 0; k < 120; ++k) {
    const double days = (k * 37) % 121, stock = 20 + (k * 53) % 83;
    chart.groups[days > 74 && stock < 60 ? 1 : 0].points.push_back({days, stock});
  }
  chart.boxes = {{.x_low = 74.0, .y_high = 60.0, .name = {"失敗しやすい範囲", "where it tends to fail"}}};
  chart.lines = {{30, {"通常の備え", "usual buffer"}}};
  chart.labels = {{{95, 35}, {"代表の場合", "the case told"}}};
  return chart;
}

} // namespace

std::vector<NamedChart> sample_charts() {
  return {{"tree", tree()},         {"fan", fan()},         {"losses", losses()},
          {"options", options()},   {"regret", regret()},   {"needs", needs()},
          {"gap", gap()},           {"network", network()}, {"network_large", large_network()},
          {"variance", variance()}, {"outcome", outcome()}, {"trace", trace()},
          {"days", days()},         {"tiles", tiles()},     {"weeks", weeks()},
          {"scatter", scatter()}};
}

} // namespace rashin::report

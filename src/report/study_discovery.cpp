#include "core/number_text.h"
#include "report/study_judgement.h"
#include "study/discovery_tables.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using study::DiscoveredLimit;
using study::Discovery;
using study::DiscoveryVerdict;
using study::FutureInput;
using study::Futures;

constexpr std::size_t most_points = 400; ///< of each kind in the picture

/// How an input's numbers are shown: divided by `scale`, with these words behind.
struct Shown {
  double scale = 1;
  LocalizedText unit;
};
Shown shown(const StudyView& view, const Unit& unit) {
  if (unit.text() == "share") return {0.01, {"%", "%"}};
  const double money = unit_scale(view, unit);
  return {money, unit_words(view, unit)};
}

std::string percent(double share) {
  return format_number(100 * share, Language::English, {2});
}

LocalizedText amount(const StudyView& view, const FutureInput& input, double value) {
  const Shown how = shown(view, input.unit);
  const double scaled = value / how.scale;
  const bool close = how.unit.en == "%";
  return {format_number(scaled, Language::Japanese) + how.unit.ja,
          format_number(scaled, Language::English) + (close ? "" : " ") + how.unit.en};
}

LocalizedText limit_words(const StudyView& view, const FutureInput& input, const DiscoveredLimit& limit) {
  const LocalizedText at = amount(view, input, limit.low ? *limit.low : *limit.high);
  if (limit.low) return {input.name.ja + "が" + at.ja + "以上", input.name.en + " is at least " + at.en};
  return {input.name.ja + "が" + at.ja + "以下", input.name.en + " is at most " + at.en};
}

LocalizedText box_words(const StudyView& view, const Futures& futures, const Discovery& found) {
  LocalizedText words;
  for (const DiscoveredLimit& limit : found.limits) {
    const LocalizedText own = limit_words(view, futures.inputs[limit.input], limit);
    words.ja += (words.ja.empty() ? "" : "、かつ") + own.ja;
    words.en += (words.en.empty() ? "" : " and ") + own.en;
  }
  return words;
}

Prose sentence(const StudyView& view, const Futures* futures, const Discovery& found) {
  const Plain title = plain(arm_title(view, view.result.arms[found.arm].id));
  const std::string failures = std::to_string(found.failures), of = std::to_string(found.futures);
  switch (found.verdict) {
  case DiscoveryVerdict::NoThreshold:
    return {{"失敗の基準（failure_threshold）がないため、「{0}」が失敗する条件は調べていません。",
             "Without a failure_threshold nothing says when “{0}” fails."},
            {title}};
  case DiscoveryVerdict::TooFewFailures:
    return {{"「{0}」が失敗するのは " + of + " の場合のうち " + failures + " だけで、条件を見つけるには足りません。",
             "“{0}” fails in " + failures + " of " + of + " futures: too few to find a pattern in."},
            {title}};
  case DiscoveryVerdict::FailsAlmostAlways:
    return {
        {"「{0}」は " + of + " の場合のうち " + failures + " で失敗します。ほぼ常に失敗するため、条件はありません。",
         "“{0}” fails in " + failures + " of " + of + " futures: almost always, so there is no condition to name."},
        {title}};
  case DiscoveryVerdict::NothingFound:
    return {{"「{0}」が失敗する条件を二、三の値で言い表すことはできませんでした（探していない半分の標本で、"
             "見つけた条件が当てはまりません）。",
             "No two or three numbers tell when “{0}” fails: what was found on one half of the draws does not hold on "
             "the other."},
            {title}};
  case DiscoveryVerdict::Found:
    break;
  }
  const LocalizedText box = box_words(view, *futures, found);
  return {
      {"「{0}」は、{1}のときに失敗しやすくなります。その場合の " + percent(found.density) + "% で失敗し（全体では " +
           percent(found.failure_share) + "%）、失敗の " + percent(found.coverage) + "% がこの場合に含まれます。",
       "“{0}” tends to fail when {1}. It then fails in " + percent(found.density) + "% of cases (" +
           percent(found.failure_share) + "% in all), and " + percent(found.coverage) + "% of all failures lie there."},
      {title, plain(box)}};
}

/// The other input of the picture where the box bounds one only: the one that differs most between failing and not.
std::size_t companion(const Futures& futures, std::size_t taken) {
  std::size_t best = taken;
  double most = -1;
  for (std::size_t k = 0; k < futures.inputs.size(); ++k) {
    if (k == taken) continue;
    double sum[2] = {0, 0}, count[2] = {0, 0}, squares = 0;
    for (std::size_t i = 0; i < futures.fails.size(); ++i) {
      const double x = futures.inputs[k].values[i];
      sum[futures.fails[i]] += x, count[futures.fails[i]] += 1, squares += x * x;
    }
    const double n = count[0] + count[1], mean = (sum[0] + sum[1]) / n;
    const double spread = std::sqrt(std::max(squares / n - mean * mean, 0.0));
    if (count[0] == 0 || count[1] == 0 || !(spread > 0)) continue;
    const double gap = std::abs(sum[0] / count[0] - sum[1] / count[1]) / spread;
    if (gap > most) most = gap, best = k;
  }
  return best;
}

struct Axes {
  std::size_t x = 0, y = 0;
};
Axes axes_of(const Futures& futures, const Discovery& found) {
  Axes axes{found.limits[0].input, found.limits[0].input};
  for (const DiscoveredLimit& limit : found.limits)
    if (axes.y == axes.x) axes.y = limit.input;
  if (axes.y == axes.x) axes.y = companion(futures, axes.x);
  return axes;
}

LocalizedText axis_title(const StudyView& view, const FutureInput& input) {
  const Shown how = shown(view, input.unit);
  return {input.name.ja + "（" + how.unit.ja + "）", input.name.en + " (" + how.unit.en + ")"};
}

/// Every so many futures that were not searched, so that at most `most_points` of a kind are drawn.
std::vector<ScatterPoint> points_of(const Futures& futures, const Axes& axes, bool failing, const Shown& x,
                                    const Shown& y) {
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < futures.fails.size(); ++i)
    if (!futures.searched[i] && (futures.fails[i] != 0) == failing) own.push_back(i);
  const std::size_t step = (own.size() + most_points - 1) / most_points;
  std::vector<ScatterPoint> points;
  for (std::size_t k = 0; k < own.size(); k += std::max<std::size_t>(step, 1))
    points.push_back(
        {futures.inputs[axes.x].values[own[k]] / x.scale, futures.inputs[axes.y].values[own[k]] / y.scale});
  return points;
}

ChartBlock box_chart(const StudyView& view, const Futures& futures, const Discovery& found, TableBlock data) {
  const Axes axes = axes_of(futures, found);
  const FutureInput &first = futures.inputs[axes.x], &second = futures.inputs[axes.y];
  const Shown x = shown(view, first.unit), y = shown(view, second.unit);
  const std::string& arm = view.result.arms[found.arm].id;
  const LocalizedText title = arm_title(view, arm);
  ScatterChart chart{.text = {{"「" + title.ja + "」が失敗する場合", "When “" + title.en + "” fails"},
                              {"点は一つの場合（標本と展開経路）。枠は失敗しやすい範囲。",
                               "A point is one future (a pathway of a draw). Frame: where it tends to fail."}},
                     .x_axis = axis_title(view, first),
                     .y_axis = axis_title(view, second)};
  chart.groups = {{{"基準の内", "meets the threshold"}, ScatterMark::Faint, points_of(futures, axes, false, x, y)},
                  {{"失敗", "fails"}, ScatterMark::Cross, points_of(futures, axes, true, x, y)}};
  ScatterBox box;
  box.name = {"失敗しやすい範囲", "where it tends to fail"};
  for (const DiscoveredLimit& limit : found.limits) {
    if (limit.input == axes.x && limit.low) box.x_low = *limit.low / x.scale;
    if (limit.input == axes.x && limit.high) box.x_high = *limit.high / x.scale;
    if (limit.input == axes.y && limit.low) box.y_low = *limit.low / y.scale;
    if (limit.input == axes.y && limit.high) box.y_high = *limit.high / y.scale;
  }
  chart.boxes.push_back(box);
  ChartBlock block{.id = "chart-discovery-" + arm, .chart = chart};
  block.limits = words({"探すのに使わなかった半分の標本から間引いて描いています。点の数は確率に比例しません。"
                        "範囲に三つ目の値があるとき、それは図に現れません。",
                        "Drawn from the half of the draws that was not searched, thinned. The number of points is not "
                        "in proportion to probability. A third bound does not show."});
  block.data = std::move(data);
  return block;
}

TableBlock limits_table(const StudyView& view, const Futures& futures, const Discovery& found, std::string id) {
  const LocalizedText title = arm_title(view, view.result.arms[found.arm].id);
  TableBlock table{.id = std::move(id),
                   .caption = {"「" + title.ja + "」が失敗しやすい範囲", "Where “" + title.en + "” tends to fail"},
                   .columns = {{{"値", "Number"}}, {{"範囲", "Range"}}, {{"標本での幅", "Spread in the draws"}}}};
  for (const DiscoveredLimit& limit : found.limits) {
    const FutureInput& input = futures.inputs[limit.input];
    const auto [low, high] = std::minmax_element(input.values.begin(), input.values.end());
    const LocalizedText at = amount(view, input, limit.low ? *limit.low : *limit.high),
                        from = amount(view, input, *low), to = amount(view, input, *high);
    table.rows.push_back({text_cell(input.name),
                          text_cell(limit.low ? LocalizedText{at.ja + "以上", at.en + " or more"}
                                              : LocalizedText{at.ja + "以下", at.en + " or less"}),
                          text_cell({from.ja + "〜" + to.ja, from.en + " to " + to.en})});
  }
  return table;
}

} // namespace

Section discovery_section(const StudyView& view) {
  Section section{.id = "discovery", .title = {"どのようなときに失敗するか", "When does it fail?"}};
  section.blocks.push_back(paragraph(
      {"標本の一つひとつの展開経路を一つの場合とみて、損失が失敗の基準を超える場合に共通する条件を探しました（PRIM）。"
       "偶数番の標本で探し、割合は奇数番の標本で、経路の確率で重み付けて数えています。共通する条件は原因とは限りません"
       "。"
       "一つの経路だけにある衝撃が条件に挙がるときは、その経路全体を指すものと読んでください。",
       "Every pathway of every draw is one future. What do those have in common in which the loss exceeds the "
       "threshold (PRIM)? The search uses the even draws; shares are counted on the odd ones, weighted by pathway. "
       "What "
       "they have in common need not be the cause: a shock that only one pathway has stands for that whole pathway."}));
  for (const Discovery& found : study::discoveries(view.study, view.result)) {
    if (found.verdict != DiscoveryVerdict::Found) {
      section.blocks.push_back(Paragraph{sentence(view, nullptr, found)});
      continue;
    }
    const Futures futures = study::futures_of(view.study, view.result, found.arm);
    const std::string& arm = view.result.arms[found.arm].id;
    section.blocks.push_back(
        Callout{CalloutKind::Conclusion, {"失敗する条件", "When it fails"}, {sentence(view, &futures, found)}});
    section.blocks.push_back(
        box_chart(view, futures, found, limits_table(view, futures, found, "discovery-data-" + arm)));
  }
  return section;
}

} // namespace rashin::report

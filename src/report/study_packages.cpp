#include "core/number_text.h"
#include "report/study_parts.h"
#include "study/further_runs.h"
#include "study/package_tables.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rashin::report {
namespace {

constexpr int most_of_a_kind = 5; ///< rows of the table of small changes

using study::MarginalRow;
using study::PackageRow;

constexpr std::size_t shown_packages = 6;

LocalizedText package_title(const StudyView& view, const PackageRow& row) {
  if (!row.named.empty()) return arm_title(view, row.named);
  LocalizedText title;
  for (const std::size_t o : view.result.packages.arms[row.arm].options) {
    title.ja += (title.ja.empty() ? "" : "＋") + view.study.options[o].title.ja;
    title.en += (title.en.empty() ? "" : " + ") + view.study.options[o].title.en;
  }
  return title;
}

std::string number_text(double value, Language language) {
  return format_number(value, language);
}
LocalizedText money_text(const StudyView& view, double value) {
  const double scaled = value / money_scale(view);
  const LocalizedText unit = money_unit(view);
  return {number_text(scaled, Language::Japanese) + unit.ja, number_text(scaled, Language::English) + " " + unit.en};
}

TableBlock packages_table(const StudyView& view, const std::vector<PackageRow>& rows) {
  TableBlock table{.id = "packages-best", .caption = {"組み合わせの順位", "Packages in order"}};
  const LocalizedText money = money_unit(view);
  table.columns = {{{"組み合わせ", "Package"}},
                   {{"費用", "Cost"}, money},
                   {{"効果まで", "Works after"}, {"日", "days"}},
                   {{"損失と費用", "Loss + cost"}, money},
                   {{"首位との差", "Behind the first"}, money},
                   {{"最悪5%の平均", "Worst 5 %"}, money}};
  if (view.study.header.failure_threshold) table.columns.push_back({{"失敗の確率", "Chance of failing"}, {"%", "%"}});
  for (std::size_t r = 0; r < std::min(rows.size(), shown_packages); ++r) {
    const PackageRow& row = rows[r];
    if (!row.permitted) break;
    const std::string& id = view.result.packages.arms[row.arm].id;
    const double money_by = money_scale(view);
    Figure behind = plain_figure(view, "packages", id, "behind", money_by);
    if (r > 0)
      behind.interval = Interval{(row.behind - 1.645 * row.behind_error) / money_by,
                                 (row.behind + 1.645 * row.behind_error) / money_by};
    table.rows.push_back({text_cell(package_title(view, row)),
                          number_cell(plain_figure(view, "packages", id, "cost", money_by)),
                          number_cell(plain_figure(view, "packages", id, "lead_days")),
                          number_cell(plain_figure(view, "packages", id, "burden", money_by)), number_cell(behind),
                          number_cell(plain_figure(view, "packages", id, "tail_burden", money_by))});
    if (view.study.header.failure_threshold)
      table.rows.back().push_back(number_cell(plain_figure(view, "packages", id, "failure_share", 0.01)));
  }
  table.note = {"平均。差の区間は標本誤差（同じ標本の上の差、90%）。すべての組み合わせは results/packages.csv にある。",
                "Means. The interval of the difference is sampling error (same draws, 90 %). All packages stand in "
                "results/packages.csv."};
  return table;
}

ChartBlock packages_chart(const StudyView& view, const std::vector<PackageRow>& rows) {
  ScatterChart chart{
      .text = {{"組み合わせの費用と損失", "Cost and loss of the packages"},
               {"点は一つの組み合わせ。左下ほど安く、損失が少ない。",
                "A point is a package: the further down and left, the cheaper and the less loss."}},
      .x_axis = {"費用（" + money_unit(view).ja + "、平均）", "cost (" + money_unit(view).en + ", mean)"},
      .y_axis = {"損失（" + money_unit(view).ja + "、平均）", "loss (" + money_unit(view).en + ", mean)"},
      .from_zero = true};
  chart.groups = {
      {{"組み合わせ", "package"}, ScatterMark::Faint, {}},
      {{"同じ費用でこれより損失の少ないものがない", "none costs no more and loses less"}, ScatterMark::Dot, {}},
      {{"予算の中で最善", "best within the budget"}, ScatterMark::Ring, {}}};
  if (!view.study.budget) chart.groups[2].name = {"損失と費用の和が最少", "least loss + cost"};
  const double by = money_scale(view);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const ScatterPoint at{rows[r].cost / by, rows[r].loss / by};
    chart.groups[rows[r].frontier ? 1 : 0].points.push_back(at);
    if (r == 0 && rows[r].permitted) chart.groups[2].points.push_back(at);
    const bool package = std::any_of(view.study.packages.begin(), view.study.packages.end(),
                                     [&](const auto& p) { return p.id == rows[r].named; });
    if (package || rows[r].named == "none") chart.labels.push_back({at, arm_title(view, rows[r].named)});
  }
  if (view.study.budget) chart.lines.push_back({view.study.budget->amount / by, {"予算", "budget"}});
  ChartBlock block{.id = "chart-packages", .chart = chart};
  block.limits = words({"どれも計算し直した値で、オプションの効果を足し合わせたものではありません。",
                        "Every package was played; effects of options were not added up."});
  return block;
}

/// What was combined, on how many draws, and what was left out.
Prose how_combined(const StudyView& view) {
  const auto& runs = view.result.packages;
  const auto combined = study::combined_options(view.study);
  LocalizedText left;
  for (std::size_t o = 0; o < view.study.options.size(); ++o)
    if (std::find(combined.begin(), combined.end(), o) == combined.end()) {
      left.ja += (left.ja.empty() ? "" : "、") + view.study.options[o].title.ja;
      left.en += (left.en.empty() ? "" : ", ") + view.study.options[o].title.en;
    }
  const std::string draws = std::to_string(runs.draws), arms = std::to_string(runs.arms.size()),
                    of = std::to_string(combined.size());
  const std::size_t every = std::size_t{1} << std::min<std::size_t>(combined.size(), study::most_combined);
  const std::string total = std::to_string(every), first = std::to_string(study::screening_draws);
  LocalizedText text{of + " のオプションのすべての組み合わせ（" + arms + " 通り）を、標本の最初の " + draws +
                         " で計算しました。",
                     "All " + arms + " packages of " + of + " options were played on the first " + draws + " draws."};
  if (!runs.all)
    text = {of + " のオプションは組み合わせが多いため、単独の効果を足して見積もった上位など " + arms +
                " 通りだけを、標本の最初の " + draws +
                " で計算しました。効果を高め合う組み合わせは漏れることがあります。",
            "With " + of +
                " options there are too many packages: those that look best when single effects are added up, "
                "and the named ones, " +
                arms + " in all, were played on the first " + draws +
                " draws. Options that only work together may be missed."};
  else if (runs.arms.size() < every)
    text = {of + " のオプションのすべての組み合わせ（" + total + " 通り）を標本の最初の " + first +
                " で計算し、そのうち良い " + arms + " 通りを最初の " + draws + " で計算し直しました。",
            "All " + total + " packages of " + of + " options were played on the first " + first + " draws, the best " +
                arms + " of them on the first " + draws + "."};
  if (!left.empty())
    text.ja += "モデルを変えないもの、期限に間に合わないものは組み合わせていません（" + left.ja + "）。",
        text.en +=
        " Options that change nothing in the model or miss the deadline were not combined (" + left.en + ").";
  return words(text);
}

Prose best_package(const StudyView& view, const std::vector<PackageRow>& rows) {
  const PackageRow& best = rows.front();
  if (!best.permitted || view.result.packages.arms[best.arm].options.empty())
    return words({"許される組み合わせの中に、費用を上回る効果が見込めるものはありません。",
                  "No package permitted is expected to avoid more than it costs."});
  const std::string& id = view.result.packages.arms[best.arm].id;
  std::string ties;
  std::size_t close = 0;
  for (std::size_t r = 1; r < rows.size() && rows[r].permitted; ++r) close += rows[r].behind < 2 * rows[r].behind_error;
  const std::string count = std::to_string(close);
  const LocalizedText within =
      view.study.budget ? LocalizedText{"予算" + money_text(view, view.study.budget->amount).ja + "の中では",
                                        "Within the budget of " + money_text(view, view.study.budget->amount).en}
                        : LocalizedText{"予算を設けなければ", "Without a budget"};
  Prose prose{{within.ja + "「{0}」の損失と費用の和が最も少なく、{1} です。",
               within.en + ", “{0}” has the least loss and cost: {1}."},
              {plain(package_title(view, best)),
               plain_figure(view, "packages", id, "burden", money_scale(view), money_unit(view))}};
  if (close > 0)
    prose.text.ja += "ほかの " + count + " 通りとの差は標本誤差の二倍より小さく、順位は確かではありません。",
        prose.text.en +=
        " Of the others, " + count + " are within twice the sampling error of it: their order is not sure.";
  return prose;
}

LocalizedText kind_text(const std::string& kind) {
  if (kind == "stock-day") return {"在庫を一日分増やす", "One more day of stock"};
  if (kind == "supplier") return {"供給者を一つ増やす", "One more supplier"};
  if (kind == "lead-time") return {"効果が出るのを30日早める", "An option working 30 days sooner"};
  return {"技術の実用を30日早める", "A technology ready 30 days sooner"};
}

LocalizedText name_of(const StudyView& view, const MarginalRow& row) {
  if (row.kind == "lead-time") return arm_title(view, row.of);
  for (const auto& technology : view.study.technologies)
    if (row.kind == "readiness" && technology.id == row.of) return technology.title;
  for (const auto& item : view.study.network.items)
    if (item.id == row.of) return item.name;
  return {row.of, row.of};
}

} // namespace

Section packages_section(const StudyView& view) {
  const std::vector<PackageRow> rows = study::package_rows(view.study, view.result);
  Section section{.id = "packages", .title = {"どの組み合わせがよいか", "Which options together?"}};
  if (rows.empty()) {
    section.blocks.push_back(paragraph({"組み合わせは計算していません。", "No packages were played."}));
    return section;
  }
  section.blocks.push_back(Callout{CalloutKind::Conclusion, {}, {best_package(view, rows)}});
  section.blocks.push_back(Paragraph{how_combined(view)});
  if (view.study.budget && !view.study.budget->note.empty())
    section.blocks.push_back(paragraph({"予算：{0}", "Budget: {0}"}, {plain(view.study.budget->note)}));
  ChartBlock chart = packages_chart(view, rows);
  chart.data = packages_table(view, rows);
  chart.data->id = "packages-data";
  section.blocks.push_back(chart);
  section.blocks.push_back(packages_table(view, rows));
  return section;
}

Section marginal_section(const StudyView& view) {
  Section section{.id = "marginal", .title = {"少しの上積みの価値", "What a little more is worth"}};
  const std::vector<MarginalRow> rows = study::marginal_rows(view.study, view.result);
  TableBlock table{.id = "marginal-values",
                   .caption = {"一日・一社・一か月の価値", "Value of one day, one supplier, one month"},
                   .columns = {{{"上積み", "A little more"}},
                               {{"対象", "Of what"}},
                               {{"減る損失", "Loss avoided"}, money_unit(view)},
                               {{"標本誤差", "Sampling error"}, money_unit(view)},
                               {{"効く標本", "Helps in"}, {"%", "% of draws"}}},
                   .header_columns = 2};
  std::map<std::string, int> shown;
  int left_out = 0;
  for (const MarginalRow& row : rows) {
    if (std::abs(row.value.mean) < 1 || ++shown[row.kind] > most_of_a_kind) {
      ++left_out;
      continue;
    }
    const std::string id = row.kind + "." + row.of;
    table.rows.push_back({text_cell(kind_text(row.kind)), text_cell(name_of(view, row)),
                          number_cell(figure_of(view, "marginal", id, "value", money_scale(view))),
                          number_cell(plain_figure(view, "marginal", id, "value_error", money_scale(view))),
                          number_cell(plain_figure(view, "marginal", id, "helps_share", 0.01))});
  }
  table.note = {
      "在庫と供給者はオプションなしに対して、リードタイムはそのオプションに対して、同じ標本で計算し直した差。"
      "増やす供給者は通常の輸入の10%を初日から増やせるとする。上積みの費用は引いていない。"
      "技術は、30日早まって最初の損失に間に合うようになる標本でだけ、間に合った場合の価値を数える。",
      "Stocks and suppliers against no option, lead times against the option itself: differences between two "
      "runs on the same draws. The further supplier can add 10 % of what normally comes from outside, from the "
      "first day. What a little more costs is not taken off. A technology counts with its value of readiness "
      "where thirty days bring it in before the first loss."};
  section.blocks.push_back(paragraph(
      {"今ある備えを少しだけ増やすと、損失の期待値がどれだけ減るかを示します。大きく増やした場合には当てはまりません。",
       "How much the expected loss falls if what there is grows a little. It does not hold for large steps."}));
  const std::string rest = std::to_string(left_out);
  if (left_out > 0)
    table.note.ja += "種類ごとに上位5件までを示す。ほかの" + rest + "件は results/marginal.csv にある。",
        table.note.en += " The first five of each kind; the other " + rest + " stand in results/marginal.csv.";
  section.blocks.push_back(table);
  return section;
}

} // namespace rashin::report

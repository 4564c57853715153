#include "report/study_parts.h"
#include "study/robustness_tables.h"

#include <algorithm>
#include <map>

namespace rashin::report {
namespace {

/// For a title that will stand in 「」: what it quotes itself stands in 『』.
LocalizedText inner_quotes(LocalizedText title) {
  for (const auto& [from, to] : {std::pair{"「", "『"}, std::pair{"」", "』"}})
    for (std::size_t at = title.ja.find(from); at != std::string::npos; at = title.ja.find(from))
      title.ja.replace(at, std::string_view(from).size(), to);
  return title;
}

/// The arm with the largest mean net benefit among options and packages.
std::string best_arm(const StudyView& view) {
  const Table& table = table_of(view, "policy");
  std::string best = "none";
  double most = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double value = table.column("net_benefit_mean").number(row).value_or(0);
    if (value > most) most = value, best = *table.column("id").text(row);
  }
  return best;
}

/// The pathway whose certain coming would most change which option is best: said in a sentence.
Prose what_would_change(const StudyView& view) {
  const auto& study = view.study;
  const Table& regret = table_of(view, "regret");
  const std::string best = best_arm(view);
  std::string pathway, rival;
  double worst = 0;
  for (const auto& p : study.pathways) {
    const double own = regret.column("regret_mean").number(row_of(regret, best + "." + p.id)).value_or(0);
    if (own <= worst) continue;
    double least = own;
    for (std::size_t row = 0; row < table_of(view, "policy").rows(); ++row) {
      const std::string arm(*table_of(view, "policy").column("id").text(row));
      const double value = regret.column("regret_mean").number(row_of(regret, arm + "." + p.id)).value_or(0);
      if (value < least) least = value, rival = arm, pathway = p.id, worst = own;
    }
  }
  if (pathway.empty())
    return words({"どの展開経路が確実になっても、最も費用と損失の少ない選択は変わりません。",
                  "Whichever pathway became certain, the choice with the least loss and cost would stay the same."});
  LocalizedText name;
  for (const auto& p : study.pathways)
    if (p.id == pathway) name = p.title;
  return {{"展開経路「{0}」が確実になれば、「{1}」が「{2}」より有利になります。後者の後悔はその場合{3}です。",
           "If the pathway “{0}” became certain, “{1}” would do better than “{2}”, whose regret there is {3}."},
          {plain(name), plain(arm_title(view, rival)), plain(arm_title(view, best)),
           plain_figure(view, "regret", best + "." + pathway, "regret_mean", money_scale(view), money_unit(view))}};
}

/// The link of the chain whose settling would tell most about the first needs: said in a sentence.
Prose what_to_settle(const StudyView& view, const std::vector<study::NeedRow>& needs) {
  const auto dated = leading_link_of_first(view, needs, true), in_time = leading_link_of_first(view, needs, false);
  const BasisReport& b = view.study.basis;
  const auto number = [](int value) { return plain({std::to_string(value), std::to_string(value)}); };
  if (!dated && !in_time)
    return {{"入力値{0}のうち{1}は例示（根拠となる公表値がない）で、文献値に置き換えると順位は変わり得ます。",
             "Of {0} input values, {1} are only illustrative; replacing them by sourced ones may change the ranks."},
            {number(b.values), number(b.illustrative + b.missing)}};
  const Link more{{"どの環で見方が分かれるか", "which link we argue about most"}, "#links"};
  if (dated && in_time && dated->link != in_time->link)
    return {
        {"上位の技術ニーズの価値を最も左右するのは「{0}」、間に合うとした場合は「{1}"
         "」で、ここが定まれば順位は変わり得ます"
         "（{2}）。",
         "What the first needs are worth turns most on “{0}” and, taking them to be in time, on “{1}”: settling these "
         "may change their order ({2})."},
        {plain(study::link_title(dated->link)), plain(study::link_title(in_time->link)), more}};
  return {{"上位の技術ニーズの価値を最も左右するのは「{0}」で、ここが定まれば順位は変わり得ます（{1}）。",
           "What the first needs are worth turns most on “{0}”: settling it may change their order ({1})."},
          {plain(study::link_title((dated ? dated : in_time)->link)), more}};
}

/// The choices with the largest mean net benefit: what the picture of a summary has room for.
ChartBlock best_choices(const StudyView& view) {
  constexpr std::size_t most = 4;
  const Table& policy = table_of(view, "policy");
  std::vector<std::size_t> arms;
  for (std::size_t a = 1; a < view.result.arms.size(); ++a)
    if (!view.result.arms[a].technology) arms.push_back(a);
  const auto benefit = [&](std::size_t a) {
    return policy.column("net_benefit_mean").number(row_of(policy, view.result.arms[a].id)).value_or(0);
  };
  std::stable_sort(arms.begin(), arms.end(), [&](auto a, auto b) { return benefit(a) > benefit(b); });
  if (arms.size() > most) arms.resize(most);
  const LocalizedText money = money_unit(view);
  IntervalChart chart{.text = {{"純便益の大きい選択", "The choices with the largest net benefit"},
                               {"避けられる損失と費用。点は中央値、太線は 25–75 %、細線は 5–95 %。",
                                "Avoided loss and cost. Dot: median; thick bar: 25–75 %; thin bar: 5–95 %."}},
                      .panels = {{"避けられる損失（" + money.ja + "）", "avoided loss (" + money.en + ")"},
                                 {"費用（" + money.ja + "）", "cost (" + money.en + ")"}}};
  const auto none = policy::expected_loss(view.result.losses[0], view.result.probabilities.pathways);
  for (const std::size_t a : arms) {
    auto avoided = policy::expected_loss(view.result.losses[a], view.result.probabilities.pathways);
    for (std::size_t d = 0; d < avoided.size(); ++d) avoided[d] = none[d] - avoided[d];
    chart.rows.push_back(
        {.name = arm_title(view, view.result.arms[a].id),
         .values = {band_of(avoided, money_scale(view)), band_of(view.result.losses[a].cost, money_scale(view))}});
  }
  return {.id = "chart-summary-choices", .chart = chart};
}

/// What is lost in the pathways that weigh most in the expectation, if nothing is done.
ChartBlock pathway_losses(const StudyView& view) {
  constexpr std::size_t most = 3;
  const auto& result = view.result;
  std::vector<std::size_t> pathways(view.study.pathways.size());
  std::vector<double> weight(pathways.size(), 0.0);
  for (std::size_t p = 0; p < pathways.size(); ++p) {
    pathways[p] = p;
    for (std::size_t d = 0; d < static_cast<std::size_t>(result.draws); ++d)
      weight[p] += result.probabilities.pathways[p][d] * result.losses[0].loss[p][d];
  }
  std::stable_sort(pathways.begin(), pathways.end(), [&](auto a, auto b) { return weight[a] > weight[b]; });
  if (pathways.size() > most) pathways.resize(most);
  const LocalizedText money = money_unit(view);
  const bool all = pathways.size() == view.study.pathways.size();
  const LocalizedText title =
      all ? LocalizedText{"何もしない場合の経路ごとの損失", "Loss in each pathway if nothing is done"}
          : LocalizedText{"何もしない場合の損失（寄与の大きい" + std::to_string(most) + "経路）",
                          "Loss if nothing is done: the " + std::to_string(most) + " pathways that weigh most"};
  IntervalChart chart{.text = {title,
                               {"失われる付加価値。点は中央値、太線は 25–75 %、細線は 5–95 %。",
                                "Value added lost. Dot: median; thick bar: 25–75 %; thin bar: 5–95 %."}},
                      .panels = {{"損失（" + money.ja + "）", "loss (" + money.en + ")"}}};
  for (const std::size_t p : pathways)
    chart.rows.push_back(
        {.name = view.study.pathways[p].title, .values = {band_of(result.losses[0].loss[p], money_scale(view))}});
  return {.id = "chart-summary-losses", .chart = chart};
}

ChartBlock first_needs(const StudyView& view, const std::vector<study::NeedRow>& needs) {
  constexpr std::size_t most = 3;
  const std::string k = std::to_string(view.study.header.top_k);
  TopKChart chart{.text = {{"上位 " + k + " 件に入りやすい技術ニーズ", "The needs most often among the top " + k},
                           {"間に合った場合の価値が上位に入る標本の割合。",
                            "Share of draws in which the value of readiness is among the first."}},
                  .k = view.study.header.top_k};
  for (std::size_t i = 0; i < std::min(needs.size(), most); ++i)
    chart.rows.push_back({.name = view.study.technologies[needs[i].technology].title,
                          .note = timing_words(needs[i].timing()),
                          .probability = needs[i].top_share,
                          .standard_error = needs[i].top_error});
  return {.id = "chart-summary-needs", .chart = chart};
}

/// The choice with the largest net benefit, and which one most of the measures pick.
Prose best_words(const StudyView& view, const std::string& best) {
  const study::RobustnessReport report = study::robustness_report(view.study, view.result);
  std::map<std::string, int> picks;
  for (const study::Criterion& criterion : report.criteria) ++picks[report.arms[criterion.choice]];
  std::string favourite = best;
  int most = picks[best];
  for (const auto& [arm, count] : picks)
    if (count > most) favourite = arm, most = count;
  const auto number = [](auto value) { return plain({std::to_string(value), std::to_string(value)}); };
  LocalizedText text{"検討した中では「{0}」の純便益が最も大きく、{1}です。",
                     "Of the choices studied, “{0}” has the largest net benefit: {1}."};
  std::vector<Inline> parts{plain(arm_title(view, best)), money_figure(view, "policy", best, "net_benefit", true),
                            number(most), number(report.criteria.size())};
  if (favourite == best) {
    text.ja += "基準{3}件のうち{2}件がこれを選びます。", text.en += " It is the pick of {2} of {3} measures.";
  } else {
    text.ja += "ただし基準{3}件のうち{2}件は「{4}」を選びます。", text.en += " But {2} of {3} measures pick “{4}”.";
    parts.push_back(plain(arm_title(view, favourite)));
  }
  return {text, std::move(parts)};
}

} // namespace

Section summary_section(const StudyView& view) {
  const auto& study = view.study;
  const auto needs = study::need_rows(study, view.result);
  const std::string best = best_arm(view);
  Section section{.id = "summary", .title = {"概要版", "Summary"}, .numbered = false};
  KeyFigures key;
  key.figures.push_back({{"何もしない場合の損失（期待値）", "Expected loss without any option"},
                         money_figure(view, "policy", "none", "loss", true),
                         {"失われる付加価値", "value added lost"}});
  if (best != "none")
    key.figures.push_back({{"最も有利な選択の純便益（期待値）", "Expected net benefit of the best choice"},
                           money_figure(view, "policy", best, "net_benefit", true),
                           arm_title(view, best)});
  if (!needs.empty())
    key.figures.push_back(
        {{"第一の技術ニーズが上位 " + std::to_string(study.header.top_k) + " 件に入る確率",
          "Chance that the first need is among the top " + std::to_string(study.header.top_k)},
         plain_figure(view, "needs", study.technologies[needs[0].technology].id, "top_share", 0.01, {"%", "%"}),
         study.technologies[needs[0].technology].title});
  section.blocks.push_back(key);
  Callout conclusion{CalloutKind::Conclusion, {}, {}};
  conclusion.paragraphs.push_back(
      {{"「{0}」により、何も備えなければ{1}の付加価値が失われると見込まれます。",
        "“{0}” is expected to cost {1} of value added if nothing is done."},
       {plain(inner_quotes(study.trigger.title)), money_figure(view, "policy", "none", "loss", true)}});
  if (best == "none")
    conclusion.paragraphs.push_back(words({"検討したオプションの中に、費用を上回る効果が見込めるものはありません。",
                                           "None of the options studied is expected to avoid more than it costs."}));
  else
    conclusion.paragraphs.push_back(best_words(view, best));
  if (!needs.empty()) {
    const auto& first = study.technologies[needs[0].technology];
    conclusion.paragraphs.push_back(
        {{"技術では「{0}」が最も多くの場合に上位に入ります（{1}）。間に合った場合の価値は{2}です。",
          "Among technologies, “{0}” is most often among the first " + std::to_string(study.header.top_k) +
              " ({1}); being ready in time is worth {2}."},
         {Link{first.title, "#need-" + first.id}, plain_figure(view, "needs", first.id, "top_share", 0.01, {"%", "%"}),
          money_figure(view, "needs", first.id, "value", true)}});
  }
  std::size_t late = 0;
  for (const auto& row : needs) late += row.timing() == study::Timing::TooLate;
  const auto count = [](std::size_t number) { return plain({std::to_string(number), std::to_string(number)}); };
  if (late > 0 && late == needs.size())
    conclusion.paragraphs.push_back(
        {{"技術{0}件はいずれも、最初の損失に間に合わない場合の方が多く、事前に開発しておかなければ役立ちません。",
          "All {0} technologies would more often than not come too late for the first loss unless developed "
          "beforehand."},
         {count(late)}});
  else if (late > 0)
    conclusion.paragraphs.push_back(
        {{"技術{0}件のうち{1}件は、最初の損失に間に合わない場合の方が多く、事前に開発しておかなければ役立ちません。",
          "Of {0} technologies, {1} would more often than not come too late for the first loss unless developed "
          "beforehand."},
         {count(needs.size()), count(late)}});
  section.blocks.push_back(conclusion);
  section.blocks.push_back(
      Callout{CalloutKind::WhatWouldChange, {}, {what_would_change(view), what_to_settle(view, needs)}});
  section.blocks.push_back(pathway_losses(view));
  if (view.result.arms.size() > 1) section.blocks.push_back(best_choices(view));
  if (!needs.empty()) section.blocks.push_back(first_needs(view, needs));
  return section;
}

Section main_part() {
  Section section{.id = "main-part", .title = {"本篇", "Main part"}, .numbered = false, .new_page = true};
  section.blocks.push_back(
      paragraph({"概要版の根拠を、出来事と展開経路、供給網、損失、政策オプション、技術の順に示します。数値はいずれも "
                 "results/ の表から引いたもので、末尾の付録に計算のしかたを記します。",
                 "What the summary rests on: the event and its pathways, the network, losses, policy options, "
                 "technologies. Every figure is from the tables in results/; the annex says how each is computed."}));
  return section;
}

} // namespace rashin::report

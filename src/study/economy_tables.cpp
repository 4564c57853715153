#include "study/economy_tables.h"

#include "study/table_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::study {
namespace {

using Builder = TableBuilder;

/// Industries that are listed: those with a mean loss of this much of their own value added, or among the first.
constexpr std::size_t most_sectors = 200;

struct Line {
  std::string id;
  LocalizedText title;
  const std::vector<double>* draws = nullptr;
  double whole = 0; ///< value added per year of what the line is about
};

void put_line(Builder& b, const EconomyResult& economy, const Line& line, int days) {
  b.begin_row();
  b.put(line.id), b.put(line.title.ja), b.put(line.title.en), b.put(policy::summarize(*line.draws)),
      b.put(standard_error(*line.draws));
  const double over = line.whole * days / 365;
  if (over > 0)
    b.put(100 * policy::summarize(*line.draws).mean / over);
  else
    b.skip();
  if (economy.money) b.put(policy::summarize(*line.draws).mean * economy.money->factor);
}

Builder loss_table(const EconomyResult& economy, const std::string& of) {
  Builder b;
  b.text("id", of).text("title_ja", of).text("title_en", of);
  b.summary("loss", economy_unit(economy), "value added lost over the horizon without any option, draws 1 to K")
      .number("loss_error", economy_unit(economy), "standard error of the mean over K draws")
      .number("loss_share", "percent", "mean loss over the value added that is usual in the horizon");
  if (economy.money)
    b.number("loss_money", economy.money->currency,
             "mean loss at the exchange rate of " + economy.year + ", in prices of that year");
  return b;
}

ResultTable pathways_table(const Study& study, const RunResult& run, const EconomyResult& economy) {
  Builder b = loss_table(economy, "pathway, all; .focal: in the focal region only");
  const double world = world_value_added(economy), home = region_value_added(economy, economy.focal);
  const int days = study.header.horizon_days;
  const auto all = expectation(economy.loss[0], run), focal = expectation(economy.focal_loss[0], run);
  const LocalizedText over{"全経路の期待値", "Expectation over pathways"};
  put_line(b, economy, {"all", over, &all, world}, days);
  put_line(b, economy, {"all.focal", over, &focal, home}, days);
  for (std::size_t p = 0; p < study.pathways.size(); ++p) {
    put_line(b, economy, {study.pathways[p].id, study.pathways[p].title, &economy.loss[0][p], world}, days);
    put_line(b, economy, {study.pathways[p].id + ".focal", study.pathways[p].title, &economy.focal_loss[0][p], home},
             days);
  }
  return b.finish("economy_pathways", {"経済全体の損失（展開経路ごと）", "Economy-wide losses of each pathway"});
}

ResultTable regions_table(const Study& study, const RunResult& run, const EconomyResult& economy) {
  Builder b = loss_table(economy, "region, or region.pathway");
  const int days = study.header.horizon_days;
  for (std::size_t r = 0; r < economy.regions.size(); ++r) {
    const LocalizedText title = region_title(economy.regions[r]);
    const double whole = region_value_added(economy, r);
    const auto expected = expectation(economy.region_loss[r], run);
    put_line(b, economy, {economy.regions[r], title, &expected, whole}, days);
    for (std::size_t p = 0; p < study.pathways.size(); ++p)
      put_line(b, economy, {economy.regions[r] + "." + study.pathways[p].id, title, &economy.region_loss[r][p], whole},
               days);
  }
  return b.finish("economy_regions", {"経済全体の損失（国・地域ごと）", "Economy-wide losses by region"});
}

ResultTable unmet_table(const Study& study, const RunResult& run, const EconomyResult& economy) {
  Builder b;
  b.text("id", "region, or region.pathway").text("title_ja", "region").text("title_en", "region");
  b.summary("unmet", economy_unit(economy), "final demand given up over the horizon without any option, draws 1 to K")
      .number("unmet_error", economy_unit(economy), "standard error of the mean over K draws");
  const auto row = [&](const std::string& id, const LocalizedText& title, const std::vector<double>& draws) {
    b.begin_row();
    b.put(id), b.put(title.ja), b.put(title.en), b.put(policy::summarize(draws)), b.put(standard_error(draws));
  };
  for (std::size_t r = 0; r < economy.regions.size(); ++r) {
    const LocalizedText title = region_title(economy.regions[r]);
    row(economy.regions[r], title, expectation(economy.unmet[r], run));
    for (std::size_t p = 0; p < study.pathways.size(); ++p)
      row(economy.regions[r] + "." + study.pathways[p].id, title, economy.unmet[r][p]);
  }
  return b.finish("economy_unmet", {"満たされない最終需要（国・地域ごと）", "Unmet final demand by region"});
}

/// The industries with the largest expected loss or gain, largest first.
std::vector<std::pair<std::size_t, std::vector<double>>> largest(const RunResult& run, const EconomyResult& economy) {
  std::vector<std::pair<std::size_t, std::vector<double>>> list;
  std::vector<double> mean(economy.industries.size());
  for (std::size_t i = 0; i < economy.industries.size(); ++i) {
    auto draws = expectation(economy.industry_loss[i], run);
    mean[i] = std::accumulate(draws.begin(), draws.end(), 0.0) / static_cast<double>(draws.size());
    if (mean[i] != 0) list.emplace_back(i, std::move(draws));
  }
  std::stable_sort(list.begin(), list.end(),
                   [&](const auto& a, const auto& b) { return std::abs(mean[a.first]) > std::abs(mean[b.first]); });
  if (list.size() > most_sectors) list.resize(most_sectors);
  return list;
}

ResultTable sectors_table(const Study& study, const RunResult& run, const EconomyResult& economy) {
  Builder b = loss_table(economy, "region|sector, or region|sector.pathway; the 200 largest");
  for (const auto& [i, expected] : largest(run, economy)) {
    const auto& [region, sector] = economy.industries[i];
    const std::string id = economy.regions[region] + "|" + economy.sectors[sector];
    const LocalizedText title = industry_title(economy, i);
    put_line(b, economy, {id, title, &expected, economy.value_added[i]}, study.header.horizon_days);
    for (std::size_t p = 0; p < study.pathways.size(); ++p)
      put_line(b, economy,
               {id + "." + study.pathways[p].id, title, &economy.industry_loss[i][p], economy.value_added[i]},
               study.header.horizon_days);
  }
  return b.finish("economy_sectors", {"経済全体の損失（産業ごと）", "Economy-wide losses by industry"});
}

ResultTable options_table(const RunResult& run, const EconomyResult& economy) {
  Builder b;
  const std::string unit = economy_unit(economy);
  b.text("id", "none, an option or a package; .focal: in the focal region only")
      .summary("loss", unit, "expectation over pathways, draws 1 to K")
      .number("loss_error", unit, "standard error of the mean over K draws")
      .summary("avoided", unit, "against none on the same draws")
      .number("avoided_error", unit, "standard error of the mean over K draws");
  const auto row = [&](const std::string& id, const ByPathway& none, const ByPathway& arm) {
    const auto before = expectation(none, run), after = expectation(arm, run);
    std::vector<double> avoided(before.size());
    for (std::size_t d = 0; d < avoided.size(); ++d) avoided[d] = before[d] - after[d];
    b.begin_row();
    b.put(id), b.put(policy::summarize(after)), b.put(standard_error(after)), b.put(policy::summarize(avoided)),
        b.put(standard_error(avoided));
  };
  for (std::size_t a = 0; a < economy.arms.size(); ++a) {
    row(run.arms[economy.arms[a]].id, economy.loss[0], economy.loss[a]);
    row(run.arms[economy.arms[a]].id + ".focal", economy.focal_loss[0], economy.focal_loss[a]);
  }
  return b.finish("economy_options", {"経済全体の損失（オプションごと）", "Economy-wide losses with each option"});
}

ResultTable days_table(const Study& study, const EconomyResult& economy) {
  return daily_rows(study, {economy.daily, economy.daily_middle}, economy_unit(economy),
                    "value added lost everywhere so far, without any option")
      .finish("economy_daily", {"経済全体の損失の推移", "Economy-wide losses day by day"});
}

ResultTable example_table(const Study& study, const EconomyResult& economy) {
  Builder b;
  b.text("id", "sector.first day")
      .text("pathway", "the one that weighs most")
      .number("draw", "1", "from 0; the one with the middle loss")
      .number("day", "day", "first of four weeks")
      .number("loss_share", "percent", "value added lost in the focal region over the usual");
  for (std::size_t s = 0; s < economy.example.sector_loss.size(); ++s)
    for (std::size_t k = 0; k < economy.example.sector_loss[s].size(); ++k) {
      const auto day = static_cast<int>(k) * example_days;
      b.begin_row();
      b.put(economy.sectors[s] + "." + std::to_string(day)), b.put(study.pathways[economy.example.pathway].id),
          b.put(static_cast<double>(economy.example.draw)), b.put(day * 1.0),
          b.put(100 * economy.example.sector_loss[s][k]);
    }
  return b.finish("economy_weeks", {"部門ごとの損失の推移（一つの標本）", "Losses by sector over time (one draw)"});
}

ResultTable causes_table(const EconomyResult& economy) {
  Builder b;
  b.text("id", "step").number("day", "day", "after the as-of date").text("industry", "region|sector");
  b.number("output_share", "percent", "of the usual")
      .text("text_ja", "largest cause at each step")
      .text("text_en", "largest cause at each step");
  for (std::size_t k = 0; k < economy.example.chain.size(); ++k) {
    const supply::Cause& cause = economy.example.chain[k];
    const LocalizedText words = cause_sentence(economy, k);
    const auto& [region, sector] = economy.industries[cause.industry];
    b.begin_row();
    b.put(std::to_string(k)), b.put(static_cast<double>(cause.day)),
        b.put(economy.regions[region] + "|" + economy.sectors[sector]), b.put(100 * cause.output_share),
        b.put(words.ja), b.put(words.en);
  }
  return b.finish("economy_causes", {"波及の連鎖（一つの標本）", "Chain of causes (one draw)"});
}

} // namespace

double standard_error(const std::vector<double>& draws) {
  const double n = static_cast<double>(draws.size());
  if (draws.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const double mean = std::accumulate(draws.begin(), draws.end(), 0.0) / n;
  double squares = 0;
  for (const double value : draws) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / (n - 1) / n);
}

double region_value_added(const EconomyResult& economy, std::size_t region) {
  double sum = 0;
  for (std::size_t i = 0; i < economy.industries.size(); ++i)
    if (economy.industries[i].region == region) sum += economy.value_added[i];
  return sum;
}

double world_value_added(const EconomyResult& economy) {
  return std::accumulate(economy.value_added.begin(), economy.value_added.end(), 0.0);
}

std::string economy_unit(const EconomyResult& economy) {
  return economy.unit.empty() ? "unit of the table" : economy.unit;
}

std::vector<ResultTable> economy_tables(const Study& study, const RunResult& run, const EconomyResult& economy) {
  return {pathways_table(study, run, economy), regions_table(study, run, economy),
          unmet_table(study, run, economy),    sectors_table(study, run, economy),
          options_table(run, economy),         days_table(study, economy),
          example_table(study, economy),       causes_table(economy)};
}

} // namespace rashin::study

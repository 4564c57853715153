#include "balance/leadership.h"

#include "math/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace rashin::balance {
namespace {

double squared_shares(std::span<const double> credits) {
  const double total = math::sum(credits);
  double result = 0;
  for (const double credit : credits) result += (credit / total) * (credit / total);
  return result;
}

MonopolyRisk risk_of(std::size_t institutions, std::optional<double> ratio) {
  const double lead = ratio.value_or(std::numeric_limits<double>::infinity());
  if (institutions >= 8 && lead >= 3) return MonopolyRisk::High;
  return institutions >= 5 && lead >= 2 ? MonopolyRisk::Medium : MonopolyRisk::Low;
}

void rank_institutions(Leadership& result, std::span<const Institution> institutions, std::span<const double> credits) {
  if (!(math::sum(credits) > 0)) return;
  std::vector<std::size_t> order(institutions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return credits[a] > credits[b]; });
  for (std::size_t i = 0; i < std::min<std::size_t>(10, order.size()); ++i)
    if (credits[order[i]] > 0 && institutions[order[i]].country == result.leader) ++result.leader_institutions;
  result.risk = risk_of(result.leader_institutions, result.lead_ratio);
  result.institution_concentration = squared_shares(credits);
}

Leadership from_credits(std::vector<double> countries, std::span<const Institution> institutions,
                        std::span<const double> credits, std::size_t papers) {
  Leadership result;
  result.top_papers = papers;
  result.credit = std::move(countries);
  const double total = math::sum(result.credit);
  if (!(total > 0)) throw Error("no credit to share");
  for (const double credit : result.credit) result.share.push_back(credit / total);
  result.leader =
      static_cast<std::size_t>(std::max_element(result.share.begin(), result.share.end()) - result.share.begin());
  double second = 0;
  for (std::size_t c = 0; c < result.share.size(); ++c)
    if (c != result.leader) second = std::max(second, result.share[c]);
  if (second > 0) result.lead_ratio = result.share[result.leader] / second;
  result.concentration = squared_shares(result.credit);
  rank_institutions(result, institutions, credits);
  return result;
}

} // namespace

std::vector<Credit> equal_credit(std::span<const std::size_t> countries) {
  std::vector<std::size_t> distinct(countries.begin(), countries.end());
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  std::vector<Credit> result;
  for (const std::size_t country : distinct) result.push_back({country, 1 / static_cast<double>(distinct.size())});
  return result;
}

std::vector<std::size_t> top_cited(const Corpus& corpus, double top) {
  std::map<int, std::vector<double>> years;
  for (const Paper& paper : corpus.papers) years[paper.year].push_back(paper.citations);
  std::map<int, double> threshold;
  for (auto& [year, citations] : years) {
    const double wanted = std::ceil(top * static_cast<double>(citations.size()));
    const std::size_t place = std::clamp<std::size_t>(static_cast<std::size_t>(wanted), 1, citations.size());
    std::nth_element(citations.begin(), citations.begin() + static_cast<std::ptrdiff_t>(place - 1), citations.end(),
                     std::greater<>());
    threshold[year] = citations[place - 1];
  }
  std::vector<std::size_t> result;
  for (std::size_t p = 0; p < corpus.papers.size(); ++p)
    if (corpus.papers[p].citations >= threshold[corpus.papers[p].year]) result.push_back(p);
  return result;
}

Leadership leadership(const Corpus& corpus, std::span<const std::size_t> papers) {
  std::vector<double> countries(corpus.countries.size(), 0.0), institutions(corpus.institutions.size(), 0.0);
  for (const std::size_t p : papers) {
    for (const Credit& credit : corpus.papers.at(p).countries) countries.at(credit.who) += credit.share;
    for (const Credit& credit : corpus.papers[p].institutions) institutions.at(credit.who) += credit.share;
  }
  return from_credits(std::move(countries), corpus.institutions, institutions, papers.size());
}

Leadership leadership(const std::vector<std::string>& countries, std::span<const Institution> institutions,
                      std::span<const double> credits) {
  if (credits.size() != institutions.size()) throw Error("credits that are not one per institution");
  std::vector<double> by_country(countries.size(), 0.0);
  for (std::size_t i = 0; i < credits.size(); ++i) by_country.at(institutions[i].country) += credits[i];
  return from_credits(std::move(by_country), institutions, credits,
                      static_cast<std::size_t>(std::llround(math::sum(credits))));
}

std::size_t h_index(std::span<const double> citations) {
  std::vector<double> sorted(citations.begin(), citations.end());
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  std::size_t h = 0;
  while (h < sorted.size() && sorted[h] >= static_cast<double>(h + 1)) ++h;
  return h;
}

} // namespace rashin::balance

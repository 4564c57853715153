#include "balance/leadership.h"
#include "core/draws.h"
#include "math/parallel.h"
#include "math/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace rashin::balance {
namespace {

/// What one resample says.
struct Resample {
  std::vector<double> share, h;
  std::size_t leader = 0;
  std::optional<MonopolyRisk> risk;
};

std::vector<double> h_indices(const Corpus& corpus) {
  std::vector<std::vector<double>> citations(corpus.countries.size());
  for (const Paper& paper : corpus.papers)
    for (const Credit& credit : paper.countries) citations.at(credit.who).push_back(paper.citations);
  std::vector<double> result;
  for (const auto& values : citations) result.push_back(static_cast<double>(h_index(values)));
  return result;
}

Corpus resampled(const Corpus& corpus, const std::map<int, std::vector<std::size_t>>& years,
                 const BootstrapOptions& options, std::size_t resample) {
  Corpus result{corpus.countries, corpus.institutions, {}};
  for (const auto& [year, papers] : years) {
    std::vector<double> u(papers.size());
    fill_uniforms(options.seed, FactorKey("leadership/" + std::to_string(year)), Stream::A, resample * papers.size(),
                  u);
    for (const double at : u)
      result.papers.push_back(corpus.papers[papers[static_cast<std::size_t>(at * static_cast<double>(papers.size()))]]);
  }
  return result;
}

LeadershipIntervals summed_up(Leadership point, const std::vector<Resample>& resamples) {
  LeadershipIntervals result{std::move(point), {}, 0, 0, 0};
  constexpr std::array<double, 2> levels{0.05, 0.95};
  const double n = static_cast<double>(resamples.size());
  for (std::size_t c = 0; c < result.point.share.size(); ++c) {
    CountryInterval interval;
    std::vector<double> share, h;
    for (const Resample& r : resamples) {
      share.push_back(r.share[c]);
      if (!r.h.empty()) h.push_back(r.h[c]);
      interval.leads += (r.leader == c ? 1 : 0) / n;
    }
    const auto q = math::quantiles(share, levels);
    interval.share_p5 = q[0], interval.share_p95 = q[1];
    if (!h.empty()) {
      const auto hq = math::quantiles(h, levels);
      interval.h_p5 = hq[0], interval.h_p95 = hq[1];
    }
    result.countries.push_back(interval);
  }
  double known = 0;
  for (const Resample& r : resamples) known += r.risk ? 1 : 0;
  for (const Resample& r : resamples)
    if (r.risk)
      (*r.risk == MonopolyRisk::Low      ? result.low
       : *r.risk == MonopolyRisk::Medium ? result.medium
                                         : result.high) += 1 / known;
  return result;
}

template <class Make> std::vector<Resample> play(const BootstrapOptions& options, const Make& make) {
  std::vector<Resample> resamples(options.resamples);
  if (!math::parallel_for(resamples.size(), {.threads = options.threads, .chunk = 16, .stop = {}},
                          [&](std::size_t begin, std::size_t end) {
                            for (std::size_t b = begin; b < end; ++b) resamples[b] = make(b);
                          }))
    throw Error("a bootstrap was stopped");
  return resamples;
}

} // namespace

LeadershipIntervals bootstrap_leadership(const Corpus& corpus, const BootstrapOptions& options) {
  if (options.resamples == 0) throw Error("a bootstrap without resamples");
  std::map<int, std::vector<std::size_t>> years;
  for (std::size_t p = 0; p < corpus.papers.size(); ++p) years[corpus.papers[p].year].push_back(p);
  const auto resamples = play(options, [&](std::size_t b) {
    const Corpus drawn = resampled(corpus, years, options, b);
    const Leadership here = leadership(drawn, top_cited(drawn, options.top));
    return Resample{here.share, h_indices(drawn), here.leader, here.risk};
  });
  LeadershipIntervals result = summed_up(leadership(corpus, top_cited(corpus, options.top)), resamples);
  const auto h = h_indices(corpus);
  for (std::size_t c = 0; c < h.size(); ++c) result.countries[c].h = static_cast<std::size_t>(h[c]);
  return result;
}

LeadershipIntervals bootstrap_leadership(const std::vector<std::string>& countries,
                                         std::span<const Institution> institutions, std::span<const double> credits,
                                         const BootstrapOptions& options) {
  if (options.resamples == 0) throw Error("a bootstrap without resamples");
  Leadership point = leadership(countries, institutions, credits);
  std::vector<double> below{0};
  for (const double credit : credits) below.push_back(below.back() + credit);
  const auto resamples = play(options, [&](std::size_t b) {
    std::vector<double> u(point.top_papers), drawn(credits.size(), 0.0);
    fill_uniforms(options.seed, FactorKey("leadership/table"), Stream::A, b * u.size(), u);
    for (const double at : u) {
      const auto above = std::upper_bound(below.begin() + 1, below.end() - 1, at * below.back());
      drawn[static_cast<std::size_t>(above - below.begin()) - 1] += 1;
    }
    const Leadership here = leadership(countries, institutions, drawn);
    return Resample{here.share, {}, here.leader, here.risk};
  });
  return summed_up(std::move(point), resamples);
}

} // namespace rashin::balance

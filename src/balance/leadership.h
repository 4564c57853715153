#pragma once
#include "core/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::balance {

/// Part of a paper's credit: shares of one paper sum to 1 over countries, and over institutions.
struct Credit {
  std::size_t who = 0; ///< position in Corpus::countries or Corpus::institutions
  double share = 0;
};
struct Paper {
  int year = 0;
  double citations = 0;
  std::vector<Credit> countries;
  std::vector<Credit> institutions;
};
struct Institution {
  std::string name;
  std::size_t country = 0;
};
struct Corpus {
  std::vector<std::string> countries;
  std::vector<Institution> institutions;
  std::vector<Paper> papers;
};

/// Equal credit to each distinct country of a list, as for papers of which only countries are known.
std::vector<Credit> equal_credit(std::span<const std::size_t> countries);

enum class MonopolyRisk { Low, Medium, High };

/// Shares of the credit for much-cited papers. It is about papers, never about military capability.
struct Leadership {
  std::size_t top_papers = 0;
  std::vector<double> credit, share; ///< per country
  std::size_t leader = 0;
  std::optional<double> lead_ratio;    ///< leader's share over the second's; nothing where there is no second
  std::size_t leader_institutions = 0; ///< of the ten with most credit, those of the leader
  std::optional<MonopolyRisk> risk;    ///< nothing where no institution is known
  double concentration = 0;            ///< HHI: sum of squared shares of countries
  std::optional<double> institution_concentration; ///< HHI over institutions
};

/// Papers that reach the share `top` of their year's citations: with the threshold of place ceil(top × n), ties counted
/// in, positions in the order of the corpus.
std::vector<std::size_t> top_cited(const Corpus& corpus, double top = 0.1);
Leadership leadership(const Corpus& corpus, std::span<const std::size_t> papers);
/// From a table of credits per institution instead of papers.
Leadership leadership(const std::vector<std::string>& countries, std::span<const Institution> institutions,
                      std::span<const double> credits);

/// Largest h with h values of at least h (Hirsch 2005).
std::size_t h_index(std::span<const double> citations);

struct CountryInterval {
  double share_p5 = 0, share_p95 = 0;
  std::size_t h = 0;
  double h_p5 = 0, h_p95 = 0;
  double leads = 0; ///< share of resamples in which it leads
};
struct BootstrapOptions {
  double top = 0.1;
  std::size_t resamples = 1000;
  std::uint64_t seed = 1;
  unsigned threads = 1;
};
struct LeadershipIntervals {
  Leadership point;
  std::vector<CountryInterval> countries;
  double low = 0, medium = 0, high = 0; ///< share of resamples with that risk, of those in which it is known
};
/// Papers are drawn with replacement within their year (Efron 1979); threshold, credit and risk are found anew each
/// time. The interval is about which papers were written and cited, not about what the corpus leaves out. Factor of
/// resample b: `leadership/<year>`, draw b × papers + position. Same bytes on any number of threads.
LeadershipIntervals bootstrap_leadership(const Corpus& corpus, const BootstrapOptions& options = {});
/// The same for a table of credits: as many whole papers as the credits sum to are drawn with the institutions' shares.
/// `h` is not known.
LeadershipIntervals bootstrap_leadership(const std::vector<std::string>& countries,
                                         std::span<const Institution> institutions, std::span<const double> credits,
                                         const BootstrapOptions& options = {});

} // namespace rashin::balance

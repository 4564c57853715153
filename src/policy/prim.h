#pragma once
#include "core/localized_text.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace rashin::policy {

/// Cases of a simulation: inputs as columns of finite numbers, and which cases are of interest (failures, say).
struct PrimCases {
  std::vector<std::string> names;
  std::vector<std::vector<double>> columns; ///< [input][case]
  std::vector<std::uint8_t> of_interest;    ///< [case], 0 or 1
};

enum class PrimObjective {
  Lenient,  ///< gain of density per case removed: small, careful peels (EMA's "lenient 1")
  Original, ///< density alone (Friedman and Fisher 1999)
};

struct PrimOptions {
  double peel = 0.05;       ///< share of the box tried at each end of each input
  double paste = 0.05;      ///< share of the box given back at each end
  double least_mass = 0.05; ///< of all cases
  PrimObjective objective = PrimObjective::Lenient;
  unsigned threads = 1;
};

/// The bounds of one input; a bound counts only where it cuts off cases.
struct PrimLimit {
  double low = 0, high = 0;
  bool low_bound = false, high_bound = false;
  bool restricted() const { return low_bound || high_bound; }
  bool holds(double x) const { return (!low_bound || x >= low) && (!high_bound || x <= high); }
};

struct PrimBox {
  std::vector<PrimLimit> limits; ///< per input
  std::size_t cases = 0;
  std::size_t of_interest = 0;
  double density = 0;  ///< cases of interest in the box / cases in the box
  double coverage = 0; ///< cases of interest in the box / all cases of interest
  double mass = 0;     ///< cases in the box / all cases
  std::size_t restricted = 0;
};

/// The patient rule induction method (Friedman and Fisher 1999): from all cases, the most gainful thin slice is peeled
/// off an end of an input, again and again; then slices are pasted back while density does not fall. The whole
/// trajectory, first box = all cases: choosing is the reader's. Equal values go together. Cases of interest: at least
/// one, else Error. Same bytes on any number of threads.
std::vector<PrimBox> prim(const PrimCases& cases, const PrimOptions& options = {});

/// The box with the best balance of density and coverage (harmonic mean, F1); the first of equals.
std::size_t best_balanced(std::span<const PrimBox> trajectory);

/// Per input: could the box's density come about by chance if this input's restriction were dropped? One-sided binomial
/// probability (Bryant and Lempert 2010); 1 for unrestricted inputs. Not a test: the box was chosen on the same cases.
std::vector<double> quasi_p(const PrimCases& cases, const PrimBox& box);

/// Limits found on resampled cases, 5 and 95 % of the boxes nearest in mass; with the share of resamples in which the
/// input was restricted on that side at all.
struct LimitSpread {
  double low_p5 = 0, low_p95 = 0, low_share = 0;
  double high_p5 = 0, high_p95 = 0, high_share = 0;
};
std::vector<LimitSpread> limit_spread(const PrimCases& cases, const PrimBox& box, const PrimOptions& options,
                                      std::size_t resamples, std::uint64_t seed);

/// "closure_days is above 74 and stock is below 60"; "in all cases" for a box without bounds.
LocalizedText in_words(const PrimBox& box, std::span<const std::string> names);

} // namespace rashin::policy

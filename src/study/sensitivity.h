#pragma once
#include "math/sobol.h"
#include "study/course_book.h"
#include "study/model.h"

#include <array>
#include <optional>

namespace rashin::study {

struct RunResult;
struct RunOptions;

/// Draws that every run spends on splitting the variance: the prefix 1…K of its own.
constexpr int usual_sensitivity_draws = 128;

/// The links of the chain in its order.
constexpr std::array<Link, 5> chain_links{Link::Tree, Link::Network, Link::OptionEffects, Link::TechnologyDates,
                                          Link::Judged};

/// Whether an index says anything: something varies, and its interval is narrower than the whole. A value that hardly
/// any draw has leaves nothing to split.
bool is_told(const math::SobolIndices& indices, const math::SensitivityIndex& index);

/// Whose uncertainty a need's value is uncertain by; indices in the order of `chain_links`, intervals of 90 %.
struct LinkVariance {
  math::SobolIndices readiness; ///< of the value of readiness: dates cannot matter, it asks what being in time is worth
  math::SobolIndices realised;  ///< of the value realised: counted only where it is ready by the first loss
};
struct Sensitivity {
  int draws = 0;                   ///< K
  std::vector<LinkVariance> needs; ///< by technology
  CourseBook courses{};            ///< of its runs, where they are to be kept
};

/// The factors of a link, with the draw of who is believed; a whole correlated group goes with any of its members.
std::set<std::string> factors_of(const Study& study, Link link);

/// Pick-freeze over the links on the first `options.sensitivity_draws` draws of `result` (all of them if it has
/// fewer): one run with everything from the other stream, and one per link whose change the network can feel. The
/// option that a technology serves best is taken as in `result`. Errors as those of `run`.
Result<Sensitivity> sensitivity(const Study& study, const RunResult& result, const RunOptions& options);

/// The link with the largest mean total index, of the value realised or of the value of readiness, over those of
/// `technologies` whose indices are told; nothing where none is.
struct LeadingLink {
  std::vector<std::size_t> technologies; ///< over which the mean is taken
  Link link = Link::Tree;
  double total = 0; ///< its mean total index
  Link second = Link::Tree;
  double second_total = 0;
  bool told_apart = false; ///< the two differ by more than the intervals of both
};
std::optional<LeadingLink> leading_link(const Sensitivity& split, const std::vector<std::size_t>& technologies,
                                        bool realised);

std::string_view link_word(Link link);
LocalizedText link_title(Link link);

} // namespace rashin::study

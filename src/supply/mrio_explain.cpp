#include "supply/mrio_explain.h"

#include <algorithm>

namespace rashin::supply {
namespace {

struct Evidence {
  const Mrio& table;
  std::span<const TableShock> shocks;
  const PropagationOptions& options;
  const PropagationResult& result;

  std::size_t at(int day, std::size_t industry) const {
    return static_cast<std::size_t>(day) * table.size() + industry;
  }

  double output_share(int day, std::size_t industry) const {
    const double baseline = table.output[industry] / options.days_per_year;
    return baseline > 0 ? result.production.value[at(day, industry)] / baseline : 1;
  }

  /// The first day up to `until` on which the industry, limited by something, was halfway down to its lowest output:
  /// when it was hit, rather than when it was lowest.
  std::optional<int> onset(std::size_t industry, int until) const {
    double lowest = 2;
    for (int day = 0; day <= until; ++day)
      if (result.limit[at(day, industry)] != Limit::None) lowest = std::min(lowest, output_share(day, industry));
    for (int day = 0; day <= until; ++day)
      if (result.limit[at(day, industry)] != Limit::None && output_share(day, industry) <= (1 + lowest) / 2) return day;
    return std::nullopt;
  }

  /// The first day up to `until` on which it made all it could and that was not what was asked for: others went short
  /// although it may have made more than usual.
  std::optional<int> overloaded(std::size_t industry, int until) const {
    for (int day = 0; day <= until; ++day)
      if (result.limit[at(day, industry)] == Limit::Capacity && result.served[at(day, industry)] < 1 - 1e-6F)
        return day;
    return std::nullopt;
  }

  /// What its buyers went short of on a day, as a share: it made less than usual, or served less than was asked for.
  double behind(int day, std::size_t industry) const {
    const bool bound = result.limit[at(day, industry)] != Limit::None;
    const double served = bound ? static_cast<double>(result.served[at(day, industry)]) : 1;
    return 1 - std::min({1.0, output_share(day, industry), served});
  }

  std::optional<std::size_t> own_shock(std::size_t industry, int day) const {
    for (std::size_t k = 0; k < shocks.size(); ++k) {
      const TableShock& shock = shocks[k];
      const bool own = shock.kind == TableShockKind::Capacity || shock.kind == TableShockKind::Capital;
      const bool active = share_on_day(shock, day) > 0 || (!shock.rebuilding.empty() && day >= shock.start);
      if (own && active && std::any_of(shock.impacts.begin(), shock.impacts.end(), [&](const auto& impact) {
            return impact.industry == industry && impact.amount > 0;
          }))
        return k;
    }
    return std::nullopt;
  }

  static bool contains(const std::vector<std::uint32_t>& list, std::size_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  /// The link shocks between two industries, and with them what passes on a day.
  double passage(std::size_t seller, std::size_t buyer, int day, std::optional<std::size_t>& narrowest) const {
    double open = 1;
    for (std::size_t k = 0; k < shocks.size(); ++k) {
      const TableShock& shock = shocks[k];
      if (shock.kind != TableShockKind::Link || !contains(shock.sellers, seller) || !contains(shock.buyers, buyer))
        continue;
      const double passes = 1 - shock.route_share * (1 - shock.passage) * share_on_day(shock, day);
      if (passes < open) open = passes, narrowest = k;
    }
    return open;
  }
};

/// The supplier of `input`, not named in the chain before, whose deliveries fell furthest behind, and whether links or
/// output did it. An industry may be its own worst supplier if it was overloaded.
void blame_supplier(const Evidence& evidence, const std::vector<Cause>& chain, Cause& cause) {
  const Mrio& table = evidence.table;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double flow = table.industries[i].sector == cause.input ? table.flows.at(i, cause.industry) : 0;
    const bool named = i == cause.industry ? !evidence.overloaded(i, cause.day)
                                           : std::any_of(chain.begin(), chain.end(),
                                                         [i](const Cause& earlier) { return earlier.industry == i; });
    if (flow <= 0 || named) continue;
    double by_output = 0, by_link = 0;
    std::optional<std::size_t> link;
    for (int day = 0; day <= cause.day; ++day) {
      const double open = evidence.passage(i, cause.industry, day, link);
      by_output += evidence.behind(day, i);
      by_link += 1 - open;
    }
    const double missing = flow / evidence.options.days_per_year * std::max(by_output, by_link);
    if (missing <= cause.missing) continue;
    cause.missing = missing;
    cause.supplier = i;
    cause.kind = by_link > by_output ? CauseKind::LinkShock : CauseKind::Input;
    cause.shock = by_link > by_output ? link : std::nullopt;
  }
}

} // namespace

std::vector<Cause> explain(const Mrio& table, std::span<const TableShock> shocks, const PropagationOptions& options,
                           const PropagationResult& result, std::size_t industry, std::optional<int> day) {
  const Evidence evidence{table, shocks, options, result};
  std::vector<Cause> chain;
  if (!day) day = evidence.onset(industry, result.days - 1);
  if (!day) return {{industry, 0, CauseKind::Unlimited, 1, no_sector, {}, 0, {}}};
  while (true) {
    Cause cause{industry, *day, CauseKind::Unlimited, evidence.output_share(*day, industry), no_sector, {}, 0, {}};
    const Limit limit = result.limit[evidence.at(*day, industry)];
    if (limit == Limit::Capacity) {
      cause.shock = evidence.own_shock(industry, *day);
      cause.kind = cause.shock ? CauseKind::Shock : CauseKind::Overload;
    } else if (limit == Limit::Input) {
      cause.input = result.limiting_input[evidence.at(*day, industry)];
      cause.kind = CauseKind::Input;
      blame_supplier(evidence, chain, cause);
    }
    chain.push_back(cause);
    if (cause.kind != CauseKind::Input || !cause.supplier) return chain;
    const bool itself = *cause.supplier == industry;
    auto before = itself ? std::nullopt : evidence.onset(*cause.supplier, *day);
    if (!before) before = evidence.overloaded(*cause.supplier, *day);
    if (!before) return chain;
    industry = *cause.supplier;
    day = before;
  }
}

} // namespace rashin::supply

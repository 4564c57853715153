#include "study/economy.h"

#include "core/sha256.h"
#include "math/weighted.h"
#include "study/economy_plan.h"
#include "supply/mrio_ensemble.h"

#include <algorithm>
#include <cstring>

namespace rashin::study {
namespace {

using supply::Mrio;

ByPathway zeros(const Study& study, int draws) {
  return ByPathway(study.pathways.size(), std::vector<double>(static_cast<std::size_t>(draws), 0.0));
}

EconomyResult empty_result(const Study& study, const Mrio& table, const EconomyPlan& plan) {
  EconomyResult result;
  result.table = study.economy->table;
  result.year = table.year;
  result.unit = table.unit;
  result.hash = table_hash(table);
  result.draws = plan.draws;
  result.regions = table.regions, result.sectors = table.sectors;
  result.industries = table.industries;
  result.value_added = supply::value_added(table);
  result.focal = plan.focal;
  result.arms = plan.arms;
  const ByPathway none = zeros(study, plan.draws);
  result.loss.assign(plan.arms.size(), none);
  result.focal_loss = result.loss;
  result.region_loss.assign(table.regions.size(), none);
  result.unmet = result.region_loss;
  result.industry_loss.assign(table.size(), none);
  return result;
}

/// Takes the results of a batch into their places; a day's losses so far are kept for the fans.
class Gatherer {
 public:
  Gatherer(const Study& study, const EconomyPlan& plan, EconomyResult& result)
      : result_(result), days_(static_cast<std::size_t>(study.header.horizon_days)),
        daily_(study.pathways.size(), std::vector<std::vector<double>>(
                                          days_, std::vector<double>(static_cast<std::size_t>(plan.draws), 0.0))) {}

  void take(const EconomyMember& member, const supply::PropagationResult& run) {
    for (std::size_t i = 0; i < result_.industries.size(); ++i) {
      const double loss = run.value_added_loss[i];
      result_.loss[member.arm][member.pathway][member.draw] += loss;
      if (result_.industries[i].region == result_.focal)
        result_.focal_loss[member.arm][member.pathway][member.draw] += loss;
      if (member.arm > 0) continue;
      result_.industry_loss[i][member.pathway][member.draw] = loss;
      result_.region_loss[result_.industries[i].region][member.pathway][member.draw] += loss;
    }
    result_.worst_balance = std::max(result_.worst_balance, run.worst_balance);
    if (member.arm > 0) return;
    for (std::size_t r = 0; r < result_.regions.size(); ++r)
      result_.unmet[r][member.pathway][member.draw] = run.unmet_by_region[r];
    double so_far = 0;
    for (std::size_t day = 0; day < days_; ++day)
      daily_[member.pathway][day][member.draw] = so_far += run.total_value_added_loss[day];
  }

  void summarize_days() {
    constexpr std::array<double, 2> levels{0.25, 0.75};
    for (const auto& pathway : daily_) {
      result_.daily.emplace_back();
      result_.daily_middle.emplace_back();
      for (const auto& draws : pathway) {
        const auto q = math::weighted_quantiles(draws, std::vector<double>(draws.size(), 1.0), levels);
        result_.daily.back().push_back(policy::summarize(draws));
        result_.daily_middle.back().emplace_back(q[0], q[1]);
      }
    }
  }

 private:
  EconomyResult& result_;
  std::size_t days_;
  std::vector<std::vector<std::vector<double>>> daily_; ///< [pathway][day][draw]
};

/// The pathway that adds most to the expected loss, and in it the draw with the middle loss above zero.
void choose_example(const RunResult& run, EconomyResult& result) {
  double most = 0;
  const auto draws = static_cast<std::size_t>(result.draws);
  for (std::size_t p = 0; p < result.loss[0].size(); ++p) {
    double expected = 0;
    for (std::size_t d = 0; d < draws; ++d) expected += run.probabilities.pathways[p][d] * result.loss[0][p][d];
    if (expected > most) most = expected, result.example.pathway = p, result.example.any = true;
  }
  if (!result.example.any) return;
  const std::vector<double>& loss = result.loss[0][result.example.pathway];
  std::vector<std::size_t> order;
  for (std::size_t d = 0; d < draws; ++d)
    if (loss[d] > 0) order.push_back(d);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return loss[a] < loss[b]; });
  result.example.draw = order[order.size() / 2];
}

void fill_sectors(const Study& study, const Mrio& table, const supply::PropagationResult& run, EconomyResult& result) {
  const int days = study.header.horizon_days;
  const auto periods = static_cast<std::size_t>((days + example_days - 1) / example_days);
  auto& loss = result.example.sector_loss;
  loss.assign(table.sectors.size(), std::vector<double>(periods, 0.0));
  std::vector<double> normal(table.sectors.size(), 0.0);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.industries[i].region != result.focal || table.output[i] <= 0) continue;
    const std::size_t s = table.industries[i].sector;
    const double daily = result.value_added[i] / 365, whole = table.output[i] / 365;
    normal[s] += daily;
    for (int day = 0; day < days; ++day)
      loss[s][static_cast<std::size_t>(day / example_days)] +=
          daily * (1 - run.production(static_cast<std::size_t>(day), i) / whole);
  }
  for (std::size_t s = 0; s < loss.size(); ++s)
    for (std::size_t k = 0; k < periods; ++k) {
      const int length = std::min(days, static_cast<int>(k + 1) * example_days) - static_cast<int>(k) * example_days;
      loss[s][k] = normal[s] > 0 ? loss[s][k] / (normal[s] * length) : 0;
    }
}

/// The chain that tells most starts where an input stopped an industry that no shock touched; where nobody lacks an
/// input, the industry that loses most tells its own shock.
void fill_chain(const Mrio& table, const EconomyMember& member, const supply::PropagationResult& run,
                EconomyResult& result) {
  double worst = 0, worst_of_all = 0;
  bool far = false;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double loss = run.value_added_loss[i];
    if (loss <= 0 || (loss <= worst && (far || loss <= worst_of_all))) continue;
    auto chain = supply::explain(table, member.shocks, member.options, run, i);
    const bool input = chain[0].kind == supply::CauseKind::Input || chain[0].kind == supply::CauseKind::LinkShock;
    if (input && loss > worst) {
      worst = loss, far = true;
      result.example.chain = std::move(chain);
    } else if (!far && loss > worst_of_all && chain[0].kind == supply::CauseKind::Shock) {
      worst_of_all = loss;
      result.example.chain = std::move(chain);
    }
  }
  for (const supply::TableShock& shock : member.shocks) result.example.shocks.push_back(shock.name);
}

Diagnostics play_example(const Study& study, const Mrio& table, const std::vector<EconomyMember>& members,
                         const EconomyOptions& options, EconomyResult& result) {
  for (const EconomyMember& member : members) {
    if (member.arm > 0 || member.pathway != result.example.pathway || member.draw != result.example.draw) continue;
    EconomyMember full = member;
    full.options.record_industries = full.options.record_causes = true;
    full.options.threads = options.threads;
    const auto run = supply::propagate(table, full.shocks, full.options, options.stop);
    if (!run) return run.diagnostics();
    fill_sectors(study, table, *run, result);
    fill_chain(table, full, *run, result);
  }
  return {};
}

/// Shared by all members of a batch, as the engine asks.
Result<bool> play(const Mrio& table, const std::vector<EconomyMember>& members, const EconomyOptions& options,
                  Gatherer& gatherer) {
  std::vector<supply::Member> list;
  for (const EconomyMember& member : members) list.push_back({member.shocks, &member.options});
  supply::EnsembleOptions ensemble;
  ensemble.threads = static_cast<unsigned>(options.threads);
  ensemble.stop = options.stop;
  std::size_t done = 0;
  const std::size_t batches = supply::batch_count(list.size());
  // A member's numbers go to places of its own; only the greatest gap is shared, and batches end one at a time.
  ensemble.on_batch = [&](std::size_t batch, std::span<const supply::PropagationResult> runs) {
    for (std::size_t k = 0; k < runs.size(); ++k) gatherer.take(members[batch * supply::batch_lanes + k], runs[k]);
    if (options.progress) options.progress(static_cast<double>(++done) / static_cast<double>(batches));
  };
  return supply::run_ensemble(table, list, ensemble);
}

} // namespace

std::string table_hash(const Mrio& table) {
  std::string bytes;
  const auto add = [&](const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); };
  const auto name = [&](const std::string& text) { bytes += text, bytes += '\0'; };
  for (std::size_t i = 0; i < table.size(); ++i) name(supply::industry_name(table, i));
  for (std::size_t f = 0; f < table.final_demands.size(); ++f) name(supply::final_demand_name(table, f));
  for (const supply::SparseRows* rows : {&table.flows, &table.final_demand})
    for (std::uint64_t i = 0; i + 1 < rows->row_begin.size(); ++i)
      for (std::uint64_t k = rows->row_begin[i]; k < rows->row_begin[i + 1]; ++k) {
        const std::uint64_t place[2]{i, rows->column[k]};
        add(place, sizeof place), add(&rows->value[k], sizeof rows->value[k]);
      }
  return sha256_hex(bytes);
}

Result<EconomyResult> run_economy(const Study& study, const RunResult& run, const Mrio& table,
                                  const EconomyOptions& options) {
  if (!study.economy) throw Error("a study without mrio.yaml has no economy");
  const auto plan = plan_economy(study, run, table, options.draws);
  if (!plan) return plan.diagnostics();
  EconomyResult result = empty_result(study, table, *plan);
  const std::vector<EconomyMember> members = economy_members(study, run, *plan, options);
  Gatherer gatherer(study, *plan, result);
  const auto whole = play(table, members, options, gatherer);
  if (!whole) return whole.diagnostics();
  if (!*whole || options.stop.stop_requested()) return make_diagnostic("stopped", {});
  gatherer.summarize_days();
  choose_example(run, result);
  try {
    if (Diagnostics faults = play_example(study, table, members, options, result); !faults.empty()) return faults;
  } catch (const supply::Stopped&) {
    return make_diagnostic("stopped", {});
  }
  return result;
}

} // namespace rashin::study

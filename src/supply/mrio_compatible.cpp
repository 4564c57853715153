#include "supply/mrio_compatible.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::supply {
namespace {

using Vector = std::vector<double>;

/// Money still to be rebuilt from one supplier for one buyer.
struct RebuildCell {
  std::uint32_t supplier, user;
  double left;
  double asked = 0;
};

struct Event {
  const TableShock* shock;
  std::vector<RebuildCell> rebuild;
};

/// The run of the compatible engine: fixed tables, then the state of the day.
class Run {
 public:
  Run(const Mrio& table, std::span<const TableShock> shocks, const PropagationOptions& options);
  PropagationResult go(std::stop_token stop);

 private:
  void start_events(std::span<const TableShock> shocks);
  void losses_of_day(int t);
  void demand_of_day();
  void overproduce();
  void produce();
  void distribute();
  void rebuild();
  void order();
  void record(int t);
  std::size_t cell(std::size_t s, std::size_t j) const { return s * n_ + j; }

  const Mrio& table_;
  const PropagationOptions& options_;
  std::size_t n_, sectors_;
  Vector x0_, a_, capital_, final_total_, days_held_;
  std::vector<bool> genuine_;
  SparseRows z0_;
  std::vector<Event> events_;

  Vector capacity_share_, orders_scale_, orders_, stock_, alpha_, last_x_;
  Vector delta_, arbitrary_, next_arbitrary_, capacity_, demand_, wanted_output_, x_, served_;
  Vector rebuild_demand_, rebuild_delivered_, received_;
  PropagationResult result_;
};

Run::Run(const Mrio& table, std::span<const TableShock> shocks, const PropagationOptions& options)
    : table_(table), options_(options), n_(table.size()), sectors_(table.sectors.size()) {
  const double year = options.days_per_year;
  for (const double x : table.output) x0_.push_back(x / year);
  Vector z0(table.flows.value.begin(), table.flows.value.end());
  for (double& flow : z0) flow /= year;
  orders_ = z0;
  z0_ = with_values(table.flows, std::move(z0));
  days_held_ = stock_targets(table, options);
  final_total_ = final_demand_totals(table);
  for (double& demand : final_total_) demand /= year;
  for (const double added : value_added(table)) capital_.push_back(options.capital_ratio * std::max(0.0, added));

  Vector yearly(sectors_ * n_, 0);
  for (std::size_t i = 0; i < n_; ++i)
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k)
      yearly[cell(table.industries[i].sector, table.flows.column[k])] += table.flows.value[k];
  a_.resize(yearly.size());
  genuine_.resize(yearly.size());
  stock_.resize(yearly.size());
  for (std::size_t s = 0; s < sectors_; ++s)
    for (std::size_t j = 0; j < n_; ++j) {
      const std::size_t c = cell(s, j);
      a_[c] = table.output[j] != 0 ? yearly[c] / table.output[j] : 0;
      genuine_[c] = yearly[c] > 1e-5 * x0_[j]; // a yearly flow against a daily output: the peer's test (defect 4)
      stock_[c] = std::isinf(days_held_[s]) ? never_short : a_[c] * x0_[j] * days_held_[s];
    }
  alpha_.assign(n_, 1);
  last_x_ = x0_;
  for (Vector* v : {&delta_, &arbitrary_, &next_arbitrary_, &rebuild_demand_, &rebuild_delivered_}) v->assign(n_, 0);
  for (Vector* v : {&capacity_, &demand_, &wanted_output_, &x_, &served_, &received_}) v->resize(n_);
  start_events(shocks);
}

void Run::start_events(std::span<const TableShock> shocks) {
  for (const TableShock& shock : shocks) {
    Event event{&shock, {}};
    for (const IndustryImpact& impact : shock.impacts)
      for (const SectorShare& part : shock.rebuilding) {
        double all = 0;
        for (std::size_t i = 0; i < n_; ++i)
          if (table_.industries[i].sector == part.sector) all += table_.flows.at(i, impact.industry);
        for (std::uint32_t i = 0; all > 0 && i < n_; ++i)
          if (table_.industries[i].sector == part.sector)
            event.rebuild.push_back(
                {i, impact.industry,
                 shock.rebuild_factor * impact.amount * part.share * table_.flows.at(i, impact.industry) / all});
      }
    events_.push_back(std::move(event));
  }
}

/// Step 1. Arbitrary losses are those worked out the day before (defect 3); capital losses are of today.
void Run::losses_of_day(int t) {
  Vector capital_lost(n_, 0);
  arbitrary_ = next_arbitrary_;
  std::fill(next_arbitrary_.begin(), next_arbitrary_.end(), 0);
  std::fill(rebuild_demand_.begin(), rebuild_demand_.end(), 0);
  for (Event& event : events_) {
    const TableShock& shock = *event.shock;
    for (RebuildCell& rebuild : event.rebuild) rebuild.asked = 0;
    if (t < shock.start) continue;
    const bool over = t >= shock.start + shock.duration;
    if (over && !event.rebuild.empty()) {
      for (RebuildCell& rebuild : event.rebuild) {
        capital_lost[rebuild.user] += rebuild.left / shock.rebuild_factor;
        rebuild.asked = rebuild.left / shock.rebuild_days;
        rebuild_demand_[rebuild.supplier] += rebuild.asked;
      }
      continue;
    }
    const int e = std::max(0, t - shock.start - shock.duration - 1);
    const double share = over ? remaining_share(shock.recovery, shock.recovery_days, e) : 1;
    for (const IndustryImpact& impact : shock.impacts) {
      const double loss = impact.amount * share;
      if (shock.kind == TableShockKind::Capital)
        capital_lost[impact.industry] += loss;
      else
        next_arbitrary_[impact.industry] =
            std::max(next_arbitrary_[impact.industry], over ? std::nearbyint(loss * 1e6) / 1e6 : loss);
    }
  }
  for (std::size_t j = 0; j < n_; ++j) {
    const double destroyed = capital_[j] > 0 ? capital_lost[j] / capital_[j] : 0;
    delta_[j] = std::min(1.0, std::max(destroyed, arbitrary_[j]));
  }
}

/// Step 2.
void Run::demand_of_day() {
  for (std::size_t i = 0; i < n_; ++i) {
    received_[i] = 0;
    for (std::uint64_t k = z0_.row_begin[i]; k < z0_.row_begin[i + 1]; ++k) received_[i] += orders_[k];
    demand_[i] = received_[i] + final_total_[i] + rebuild_demand_[i];
  }
}

/// Step 3. The change q may be negative, and is tested against 0 exactly.
void Run::overproduce() {
  for (std::size_t j = 0; j < n_; ++j) {
    const double q = demand_[j] != 0 ? (demand_[j] - last_x_[j]) / demand_[j] : 0;
    alpha_[j] += (options_.overproduction_most - alpha_[j]) * q / options_.overproduction_days;
    if (q == 0) alpha_[j] += (options_.overproduction_base - alpha_[j]) / options_.overproduction_days;
    alpha_[j] = std::max(1.0, alpha_[j]);
  }
}

/// Step 4.
void Run::produce() {
  const double psi = options_.base_model ? 1 : options_.stock_need;
  for (std::size_t j = 0; j < n_; ++j) {
    capacity_[j] = alpha_[j] * (1 - delta_[j]) * x0_[j];
    wanted_output_[j] = std::min(demand_[j], capacity_[j]);
    double share = 1;
    for (std::size_t s = 0; s < sectors_; ++s) {
      const std::size_t c = cell(s, j);
      if (!genuine_[c] || std::isinf(days_held_[s])) continue;
      const double need = psi * days_held_[s] * a_[c] * wanted_output_[j];
      if (need > 0) share = std::min(share, stock_[c] / need);
    }
    x_[j] = wanted_output_[j] * share;
    served_[j] = demand_[j] != 0 ? x_[j] / demand_[j] : 0;
  }
}

/// Step 5. The stock update is dropped as a whole where it looks like nothing (defect 5).
void Run::distribute() {
  Vector add(sectors_ * n_, 0);
  for (std::size_t i = 0; i < n_; ++i)
    for (std::uint64_t k = z0_.row_begin[i]; k < z0_.row_begin[i + 1]; ++k)
      add[cell(table_.industries[i].sector, z0_.column[k])] += orders_[k] * served_[i];
  bool same = true;
  for (std::size_t s = 0; s < sectors_; ++s)
    for (std::size_t j = 0; j < n_; ++j) {
      const double use = a_[cell(s, j)] * x_[j];
      same = same && std::abs(add[cell(s, j)] - use) <= 1e-8 + 1e-5 * std::abs(use);
    }
  if (same) return;
  for (std::size_t s = 0; s < sectors_; ++s)
    for (std::size_t j = 0; j < n_; ++j) stock_[cell(s, j)] += add[cell(s, j)] - a_[cell(s, j)] * x_[j];
}

void Run::rebuild() {
  std::fill(rebuild_delivered_.begin(), rebuild_delivered_.end(), 0);
  const double digits = std::pow(10.0, std::log10(options_.monetary_factor) + 1);
  for (Event& event : events_)
    for (RebuildCell& rebuild : event.rebuild) {
      const double delivered = rebuild.asked * served_[rebuild.supplier];
      rebuild_delivered_[rebuild.supplier] += delivered;
      if (rebuild.asked > 0) rebuild.left = std::max(0.0, std::nearbyint((rebuild.left - delivered) * digits) / digits);
    }
}

/// Step 6. The goal uses the rebuild demand left after delivery (defect 7).
void Run::order() {
  Vector weight(n_), all(sectors_ * n_, 0), scale(sectors_ * n_, 0);
  for (std::size_t i = 0; i < n_; ++i)
    weight[i] = !options_.reweight_suppliers ? 1 : x0_[i] != 0 ? capacity_[i] / x0_[i] : 0;
  for (std::size_t i = 0; i < n_; ++i)
    for (std::uint64_t k = z0_.row_begin[i]; k < z0_.row_begin[i + 1]; ++k)
      all[cell(table_.industries[i].sector, z0_.column[k])] += z0_.value[k] * weight[i];
  for (std::size_t s = 0; s < sectors_; ++s)
    for (std::size_t j = 0; j < n_; ++j) {
      const std::size_t c = cell(s, j);
      const double expected = std::min(demand_[j] - rebuild_delivered_[j], capacity_[j]);
      double gap = std::isinf(days_held_[s]) ? 0 : std::max(0.0, days_held_[s] * a_[c] * expected - stock_[c]);
      if (!options_.base_model) gap /= options_.restocking_days;
      scale[c] = all[c] > 0 ? (gap + a_[c] * x_[j]) / all[c] : 0;
    }
  for (std::size_t i = 0; i < n_; ++i)
    for (std::uint64_t k = z0_.row_begin[i]; k < z0_.row_begin[i + 1]; ++k)
      orders_[k] = z0_.value[k] * weight[i] * scale[cell(table_.industries[i].sector, z0_.column[k])];
}

void Run::record(int t) {
  const auto append = [](DayTable& to, const Vector& row) {
    to.columns = row.size();
    to.value.insert(to.value.end(), row.begin(), row.end());
  };
  append(result_.production, x_);
  append(result_.capacity, capacity_);
  append(result_.intermediate_demand, received_);
  append(result_.rebuilding, rebuild_delivered_);
  Vector by_column(table_.final_demands.size(), 0), by_cell(table_.regions.size() * sectors_, 0);
  for (std::size_t i = 0; i < n_; ++i)
    for (std::uint64_t k = table_.final_demand.row_begin[i]; k < table_.final_demand.row_begin[i + 1]; ++k) {
      const std::size_t f = table_.final_demand.column[k];
      const double missing = table_.final_demand.value[k] / options_.days_per_year * (1 - served_[i]);
      by_column[f] += missing;
      by_cell[table_.final_demands[f].region * sectors_ + table_.industries[i].sector] += missing;
      result_.unmet[i] += missing;
      result_.unmet_by_region[table_.final_demands[f].region] += missing;
    }
  append(result_.unmet_by_column, by_column);
  append(result_.unmet_final_demand, by_cell);
  result_.total_production.push_back(std::accumulate(x_.begin(), x_.end(), 0.0));
  result_.total_unmet.push_back(std::accumulate(by_column.begin(), by_column.end(), 0.0));
  result_.days = t + 1;
}

PropagationResult Run::go(std::stop_token stop) {
  result_.unmet.assign(n_, 0);
  result_.unmet_by_region.assign(table_.regions.size(), 0);
  for (int t = 0; t < options_.days; ++t) {
    if (stop.stop_requested()) throw Stopped();
    losses_of_day(t);
    demand_of_day();
    if (t > 1) overproduce();
    produce();
    if (std::find(options_.stock_days.begin(), options_.stock_days.end(), t) != options_.stock_days.end())
      result_.stocks[t] = stock_;
    distribute();
    rebuild();
    record(t);
    order();
    last_x_ = x_;
  }
  return std::move(result_);
}

} // namespace

PropagationResult propagate_compatible(const Mrio& table, std::span<const TableShock> shocks,
                                       const PropagationOptions& options, std::stop_token stop) {
  return Run(table, shocks, options).go(std::move(stop));
}

} // namespace rashin::supply

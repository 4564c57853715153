#include "study/further_runs.h"

#include "study/effects.h"
#include "supply/balance.h"

#include <algorithm>

namespace rashin::study {
namespace {

constexpr double added_supplier_share = 0.1; ///< spare of a further supplier, of what normally comes from outside
constexpr double earlier_days = 30;

/// The share of the work that each of the three runs has, roughly.
constexpr double screened = 0.1, packages_played = 0.7;

RunOptions on_prefix(const RunOptions& options, const RunResult& result, const char* part,
                     const std::vector<ArmPlan>& arms, int draws, double from, double to) {
  RunOptions further;
  further.part = part, further.keep_courses = options.keep_courses, further.earlier = options.earlier;
  further.earlier.push_back(&result.courses);
  further.progress = part_of(options.progress, from, to);
  further.seed = options.seed, further.draws = draws, further.threads = options.threads, further.plan = options.plan;
  further.totals_only = true, further.arms = &arms, further.stop = options.stop;
  return further;
}

/// A study with small changes added as options (zero cost) and technologies, so that arms can play them.
class Extended {
 public:
  explicit Extended(const Study& study) : study_(study) {}

  /// Adds to a number of the network, or of an option; returns the arm that does so.
  ArmPlan stock_day(const supply::Item& item, const std::string& holder, double amount) {
    const std::string row = "stocks:" + item.id + "." + holder;
    return amount > 0 ? network_change("stock-day", item.id, row + ":amount", amount, item.unit)
                      : network_change("stock-day", item.id, row + ":days", 1, "day");
  }
  ArmPlan supplier(supply::Index item, double spare) {
    const supply::Item& own = study_.network.items[item];
    std::string name = "one-more";
    while (supply::find_slot(study_.network, "supply:" + own.id + "." + name + ":spare")) name += '-';
    const supply::TableSpec& table = supply::table_spec(supply::Table::Supply);
    supply::Row row(table.keys.size() + table.attributes.size());
    row[0].text = own.id, row[1].text = name;
    for (std::size_t a = 0; a < table.attributes.size(); ++a)
      if (table.attributes[a].name == "country") row[table.keys.size() + a].text = "ZZZ";
    study_.network_rows[supply::Table::Supply].push_back(std::move(row));
    return network_change("supplier", own.id, "supply:" + own.id + "." + name + ":spare", spare, own.unit + "/year");
  }
  ArmPlan earlier(std::size_t option) {
    const std::string& id = study_.options[option].id;
    Technology technology;
    technology.id = "lead-time." + id;
    technology.role = need::Role::Support;
    technology.effects.push_back(
        {"earlier", "options:" + id + ":lead_time", Operation::Add, fixed(technology.id, -earlier_days, "day"), {}});
    study_.technologies.push_back(std::move(technology));
    return {"lead-time." + id, {option}, study_.technologies.size() - 1};
  }

  /// Builds the network anew with the suppliers added, and connects it with its numbers.
  void connect() {
    const supply::ItemNetwork before = std::move(study_.network);
    const auto parameter = std::move(study_.slot_parameter);
    const auto factor = std::move(study_.slot_factor);
    study_.network = supply::build_network(study_.network_rows).take();
    study_.slot_parameter.assign(study_.network.slots.size(), std::nullopt);
    study_.slot_factor.assign(study_.network.slots.size(), 1.0);
    for (std::size_t s = 0; s < study_.network.slots.size(); ++s) {
      supply::Slot& slot = study_.network.slots[s];
      slot.unit = slot_unit(study_, slot);
      if (const auto old = supply::find_slot(before, slot.name))
        study_.slot_parameter[s] = parameter[*old], study_.slot_factor[s] = factor[*old];
    }
  }
  const Study& study() const { return study_; }

 private:
  ParameterIndex fixed(const std::string& row, double value, const std::string& unit) {
    Quantity quantity;
    quantity.table = "marginal", quantity.row = row, quantity.name = "amount";
    quantity.factor = quantity.id();
    quantity.distribution = Distribution::fixed(value);
    quantity.unit = parse_unit(unit, {}).value();
    study_.parameters.push_back(std::move(quantity));
    return study_.parameters.size() - 1;
  }
  ArmPlan network_change(const std::string& kind, const std::string& id, std::string target, double amount,
                         const std::string& unit) {
    PolicyOption option;
    option.id = kind + "." + id;
    option.cost = fixed(option.id + ".cost", 0, study_.header.currency);
    option.effects.push_back({"one", std::move(target), Operation::Add, fixed(option.id, amount, unit), {}});
    study_.options.push_back(std::move(option));
    return {kind + "." + id, {study_.options.size() - 1}, {}};
  }

  Study study_;
};

/// What normally comes from outside per item and year, mean over the first sixteen draws, after balancing.
std::vector<double> outside_supply(const Study& study, const RunResult& result) {
  const DrawBlock block(result.parameters, result.draws, 0);
  std::vector<supply::Lanes> base = base_values(study, block);
  supply::balance_lanes(study.network, base);
  std::vector<double> sum(study.network.items.size(), 0.0);
  for (const supply::Supplier& supplier : study.network.suppliers) {
    if (supplier.makes) continue;
    double mean = 0;
    for (int lane = 0; lane < block.lanes(); ++lane) mean += base[supplier.supply][lane];
    sum[supplier.item] += mean / block.lanes();
  }
  return sum;
}

struct Change {
  std::string kind, id;
  ArmPlan arm;
  std::string against; ///< the arm that it is set against
};

std::vector<Change> changes(const Study& study, const RunResult& result, Extended& extended) {
  std::vector<Change> list;
  const std::vector<double> outside = outside_supply(study, result);
  std::vector<bool> stocked(study.network.items.size(), false);
  for (const supply::Stock& stock : study.network.stocks) {
    const bool by_amount = !study.slot_parameter[stock.days];
    if (stock.access != supply::StockAccess::Free || stocked[stock.item]) continue;
    if (by_amount && (!study.slot_parameter[stock.amount] || !(outside[stock.item] > 0))) continue;
    stocked[stock.item] = true;
    const supply::Item& item = study.network.items[stock.item];
    const double day = by_amount ? outside[stock.item] / 365 : 0; // 0: the stock is counted in days
    list.push_back({"stock-day", item.id, extended.stock_day(item, stock.holder, day), "none"});
  }
  for (supply::Index i = 0; i < outside.size(); ++i)
    if (outside[i] > 0)
      list.push_back(
          {"supplier", study.network.items[i].id, extended.supplier(i, added_supplier_share * outside[i]), "none"});
  for (std::size_t o = 0; o < study.options.size(); ++o)
    if (study.options[o].lead_time && study.options[o].changes_model())
      list.push_back({"lead-time", study.options[o].id, extended.earlier(o), study.options[o].id});
  extended.connect();
  return list;
}

bool play_marginal(const Study& study, const RunOptions& options, RunResult& result) {
  Extended extended(study);
  const std::vector<Change> list = changes(study, result, extended);
  if (list.empty()) return true;
  std::vector<ArmPlan> arms{{"none", {}, {}}};
  for (const Change& change : list) {
    if (change.kind == "lead-time") arms.push_back({change.against, change.arm.options, {}});
    arms.push_back(change.arm);
  }
  const int draws = std::min(further_draws(arms.size(), result.draws), 64);
  const auto played = run(extended.study(), on_prefix(options, result, "marginal", arms, draws, packages_played, 1));
  if (!played) return false;
  result.courses.insert(played->courses.begin(), played->courses.end());
  const auto burden = [&](const std::string& id) {
    for (std::size_t a = 0; a < arms.size(); ++a)
      if (arms[a].id == id) return policy::expected_burden(played->losses[a], played->probabilities.pathways);
    throw Error("no arm " + id);
  };
  for (const Change& change : list)
    result.marginal.push_back({change.kind, change.id, burden(change.against), burden(change.arm.id)});
  return true;
}

bool is_named(const Study& study, const ArmPlan& arm) {
  if (arm.options.size() < 2) return true;
  return std::any_of(study.packages.begin(), study.packages.end(), [&](const Package& package) {
    std::vector<std::size_t> members = package.options;
    std::sort(members.begin(), members.end());
    return members == arm.options;
  });
}

/// Of too many packages those with the least burden on the first draws, within the budget, and those with a name.
bool screen(const Study& study, const RunOptions& options, RunResult& result) {
  std::vector<ArmPlan>& arms = result.packages.arms;
  const int draws = std::min(screening_draws, options.draws);
  const auto played = run(study, on_prefix(options, result, "screened", arms, draws, 0, screened));
  if (!played) return false;
  result.courses.insert(played->courses.begin(), played->courses.end());
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t a = 0; a < arms.size(); ++a) {
    const double cost = policy::summarize(played->losses[a].cost).mean;
    const bool permitted = !study.budget || cost <= study.budget->amount;
    const auto burden = policy::expected_burden(played->losses[a], played->probabilities.pathways);
    if (permitted && !is_named(study, arms[a])) order.emplace_back(policy::summarize(burden).mean, a);
  }
  std::sort(order.begin(), order.end());
  std::vector<bool> kept(arms.size());
  std::size_t count = 0;
  for (std::size_t a = 0; a < arms.size(); ++a) kept[a] = is_named(study, arms[a]), count += kept[a];
  for (std::size_t k = 0; k < order.size() && count < candidate_packages; ++k, ++count) kept[order[k].second] = true;
  std::vector<ArmPlan> best;
  for (std::size_t a = 0; a < arms.size(); ++a)
    if (kept[a]) best.push_back(arms[a]);
  arms = std::move(best);
  return true;
}

} // namespace

bool play_further(const Study& study, const RunOptions& options, RunResult& result) {
  result.packages.arms = packages_to_play(study, result, result.packages.all);
  if (result.packages.arms.size() > candidate_packages && !screen(study, options, result)) return false;
  result.packages.draws = further_draws(result.packages.arms.size(), result.draws);
  const auto played = run(study, on_prefix(options, result, "packages", result.packages.arms, result.packages.draws,
                                           screened, packages_played));
  if (!played) return false;
  result.courses.insert(played->courses.begin(), played->courses.end());
  result.packages.losses = played->losses;
  return play_marginal(study, options, result);
}

} // namespace rashin::study

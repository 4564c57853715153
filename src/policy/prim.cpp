#include "policy/prim.h"

#include "core/result.h"
#include "math/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace rashin::policy {
namespace {

struct Count {
  std::size_t cases = 0;
  std::size_t of_interest = 0;
  double density() const { return static_cast<double>(of_interest) / static_cast<double>(cases); }
};

/// One slice that may be cut off or put back.
struct Slice {
  std::size_t input = 0;
  bool upper = false;
  Count slice;      ///< what it holds
  double limit = 0; ///< the new bound
  double gain = 0;
  std::size_t free_inputs = 0; ///< inputs without a bound afterwards
};

class Prim {
 public:
  Prim(const PrimCases& cases, const PrimOptions& options) : cases_(cases), options_(options) {
    inside_.assign(cases.of_interest.size(), 1);
    all_ = {cases.of_interest.size(), 0};
    for (const std::uint8_t y : cases.of_interest) all_.of_interest += y;
    if (all_.of_interest == 0) throw Error("no case of interest");
    limits_.resize(cases.columns.size());
    box_ = all_;
    sorted_.resize(cases.columns.size());
    each_input([&](std::size_t input) { sort(input); });
  }

  std::vector<PrimBox> run() {
    note();
    while (peel()) note();
    while (paste()) note();
    return std::move(trajectory_);
  }

 private:
  template <class Body> void each_input(const Body& body) {
    const bool done =
        math::parallel_for(sorted_.size(), {options_.threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
          for (std::size_t input = begin; input < end; ++input) body(input);
        });
    if (!done) throw Error("PRIM was stopped without a request");
  }

  void sort(std::size_t input) {
    const std::vector<double>& column = cases_.columns[input];
    if (column.size() != inside_.size()) throw Error("a column of PRIM has another length");
    std::vector<std::pair<double, std::uint32_t>> pairs;
    pairs.reserve(column.size());
    for (std::size_t i = 0; i < column.size(); ++i) pairs.emplace_back(column[i], static_cast<std::uint32_t>(i));
    std::sort(pairs.begin(), pairs.end());
    sorted_[input].resize(pairs.size());
    std::transform(pairs.begin(), pairs.end(), sorted_[input].begin(), [](const auto& pair) { return pair.second; });
    limits_[input].low = pairs.front().first;
    limits_[input].high = pairs.back().first;
  }

  double gain(const Count& rest, const Count& slice) const {
    if (options_.objective == PrimObjective::Original) return rest.density() - box_.density();
    return (rest.density() - box_.density()) / static_cast<double>(slice.cases);
  }

  std::size_t free_inputs_with(std::size_t input) const {
    std::size_t free = 0;
    for (std::size_t i = 0; i < limits_.size(); ++i) free += i != input && !limits_[i].restricted();
    return free;
  }

  /// The slice below the quantile `peel` (or above its mirror), moved so that equal values stay together.
  std::optional<Slice> slice_of(std::size_t input, bool upper) const {
    const auto& order = sorted_[input];
    const std::vector<double>& x = cases_.columns[input];
    const double position = static_cast<double>(order.size() - 1) * (upper ? 1 - options_.peel : options_.peel);
    std::size_t low = static_cast<std::size_t>(std::floor(position)),
                high = static_cast<std::size_t>(std::ceil(position));
    if (upper)
      while (x[order[low]] == x[order[high]] && low > 0) --low;
    else
      while (x[order[low]] == x[order[high]] && high + 1 < order.size()) ++high;
    const double below = x[order[low]], above = x[order[high]];
    if (below == above) return std::nullopt;
    const double middle = below + (above - below) / 2;
    Slice slice{input, upper, {}, middle > below && middle < above ? middle : (upper ? below : above), 0, 0};
    const std::size_t begin = upper ? low + 1 : 0, end = upper ? order.size() : high;
    slice.slice.cases = end - begin;
    for (std::size_t i = begin; i < end; ++i) slice.slice.of_interest += cases_.of_interest[order[i]];
    const Count rest{box_.cases - slice.slice.cases, box_.of_interest - slice.slice.of_interest};
    slice.gain = gain(rest, slice.slice);
    slice.free_inputs = free_inputs_with(input);
    return slice;
  }

  static bool better(const Slice& a, const Slice& b) {
    return a.gain != b.gain ? a.gain > b.gain : a.free_inputs > b.free_inputs;
  }

  bool peel() {
    std::vector<std::optional<Slice>> found(2 * sorted_.size());
    each_input([&](std::size_t input) {
      found[2 * input] = slice_of(input, true);
      found[2 * input + 1] = slice_of(input, false);
    });
    std::optional<Slice> best;
    for (const auto& slice : found)
      if (slice && (!best || better(*slice, *best))) best = slice;
    if (!best || !(best->gain > 0)) return false;
    const std::size_t rest = box_.cases - best->slice.cases;
    if (static_cast<double>(rest) < options_.least_mass * static_cast<double>(all_.cases)) return false;
    cut(*best);
    return true;
  }

  void cut(const Slice& slice) {
    auto& order = sorted_[slice.input];
    const auto begin = slice.upper ? order.end() - static_cast<std::ptrdiff_t>(slice.slice.cases) : order.begin();
    for (auto at = begin; at != begin + static_cast<std::ptrdiff_t>(slice.slice.cases); ++at) inside_[*at] = 0;
    each_input([&](std::size_t input) {
      // Written without a branch: a kept case moves to the front, a cut one is overwritten.
      auto& ids = sorted_[input];
      std::size_t kept = 0;
      for (const std::uint32_t id : ids) {
        ids[kept] = id;
        kept += inside_[id];
      }
      ids.resize(kept);
    });
    box_ = {box_.cases - slice.slice.cases, box_.of_interest - slice.slice.of_interest};
    set_bound(slice);
  }

  void set_bound(const Slice& slice) {
    PrimLimit& limit = limits_[slice.input];
    (slice.upper ? limit.high : limit.low) = slice.limit;
    (slice.upper ? limit.high_bound : limit.low_bound) = true;
  }

  /// Cases outside the box on one side of one input only, nearest first.
  std::vector<std::vector<std::uint32_t>> outside_once() const {
    std::vector<std::vector<std::uint32_t>> result(2 * limits_.size());
    std::vector<std::size_t> restricted;
    for (std::size_t i = 0; i < limits_.size(); ++i)
      if (limits_[i].restricted()) restricted.push_back(i);
    for (std::uint32_t id = 0; id < inside_.size(); ++id) {
      if (inside_[id]) continue;
      std::size_t broken = 0, side = 0;
      for (const std::size_t i : restricted) {
        const double x = cases_.columns[i][id];
        if (limits_[i].holds(x)) continue;
        if (++broken > 1) break;
        side = 2 * i + (limits_[i].high_bound && x > limits_[i].high ? 1 : 0);
      }
      if (broken == 1) result[side].push_back(id);
    }
    for (std::size_t side = 0; side < result.size(); ++side) {
      const std::vector<double>& x = cases_.columns[side / 2];
      const double sign = side % 2 ? 1 : -1;
      std::sort(result[side].begin(), result[side].end(),
                [&](std::uint32_t a, std::uint32_t b) { return x[a] != x[b] ? sign * x[a] < sign * x[b] : a < b; });
    }
    return result;
  }

  /// The slice next to the box with as many cases as asked for, and all that equal the last of them.
  Slice paste_of(const std::vector<std::uint32_t>& nearest, std::size_t side) const {
    const std::vector<double>& x = cases_.columns[side / 2];
    std::size_t count = static_cast<std::size_t>(std::ceil(options_.paste * static_cast<double>(box_.cases)));
    count = std::clamp<std::size_t>(count, 1, nearest.size());
    while (count < nearest.size() && x[nearest[count]] == x[nearest[count - 1]]) ++count;
    Slice slice{side / 2, side % 2 == 1, {count, 0}, x[nearest[count - 1]], 0, 0};
    for (std::size_t i = 0; i < count; ++i) slice.slice.of_interest += cases_.of_interest[nearest[i]];
    slice.gain = gain({box_.cases + count, box_.of_interest + slice.slice.of_interest}, slice.slice);
    slice.free_inputs = free_inputs_with(slice.input);
    return slice;
  }

  bool paste() {
    const auto outside = outside_once();
    std::optional<Slice> best;
    for (std::size_t side = 0; side < outside.size(); ++side) {
      if (outside[side].empty()) continue;
      const Slice slice = paste_of(outside[side], side);
      if (!best || better(slice, *best)) best = slice;
    }
    if (!best || best->gain < 0) return false;
    const auto& taken = outside[2 * best->input + best->upper];
    for (std::size_t i = 0; i < best->slice.cases; ++i) inside_[taken[i]] = 1;
    box_ = {box_.cases + best->slice.cases, box_.of_interest + best->slice.of_interest};
    set_bound(*best);
    return true;
  }

  void note() {
    PrimBox box{limits_, box_.cases, box_.of_interest, box_.density(), 0, 0, 0};
    box.coverage = static_cast<double>(box_.of_interest) / static_cast<double>(all_.of_interest);
    box.mass = static_cast<double>(box_.cases) / static_cast<double>(all_.cases);
    for (const PrimLimit& limit : limits_) box.restricted += limit.restricted();
    trajectory_.push_back(std::move(box));
  }

  const PrimCases& cases_;
  const PrimOptions& options_;
  std::vector<std::uint8_t> inside_;
  std::vector<std::vector<std::uint32_t>> sorted_; ///< cases in the box by each input
  std::vector<PrimLimit> limits_;
  Count all_, box_;
  std::vector<PrimBox> trajectory_;
};

} // namespace

std::vector<PrimBox> prim(const PrimCases& cases, const PrimOptions& options) {
  if (cases.columns.empty()) throw Error("PRIM needs an input");
  return Prim(cases, options).run();
}

std::size_t best_balanced(std::span<const PrimBox> trajectory) {
  std::size_t best = 0;
  double best_balance = -1;
  for (std::size_t i = 0; i < trajectory.size(); ++i) {
    const double sum = trajectory[i].density + trajectory[i].coverage;
    const double balance = sum > 0 ? 2 * trajectory[i].density * trajectory[i].coverage / sum : 0;
    if (balance <= best_balance) continue;
    best_balance = balance;
    best = i;
  }
  return best;
}

} // namespace rashin::policy

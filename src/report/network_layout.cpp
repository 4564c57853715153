#include "report/network_layout.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace rashin::report {
namespace {

constexpr double bend_height = 12;
constexpr double space = 10;
constexpr int sweeps = 12;
constexpr int relaxations = 24;

using Tiers = std::vector<std::vector<std::size_t>>; // slots from top to bottom
struct Segment {
  std::size_t left;
  std::size_t right;
};

NetworkLayout with_routes(const NetworkChart& chart, const std::vector<double>& node_heights) {
  NetworkLayout layout;
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t n = 0; n < chart.nodes.size(); ++n) {
    by_id.emplace(chart.nodes[n].id, n);
    layout.slots.push_back({static_cast<int>(n), chart.nodes[n].tier, node_heights[n], 0});
  }
  for (const NetworkArc& arc : chart.arcs) {
    layout.routes.emplace_back();
    const auto from = by_id.find(arc.from);
    const auto to = by_id.find(arc.to);
    if (from == by_id.end() || to == by_id.end()) continue;
    layout.routes.back().push_back(from->second);
    for (int tier = layout.slots[from->second].tier + 1; tier < layout.slots[to->second].tier; ++tier) {
      layout.routes.back().push_back(layout.slots.size());
      layout.slots.push_back({-1, tier, bend_height, 0});
    }
    layout.routes.back().push_back(to->second);
  }
  return layout;
}

Tiers tiers_of(const NetworkLayout& layout) {
  int last = 0;
  for (const Slot& slot : layout.slots) last = std::max(last, slot.tier);
  Tiers tiers(static_cast<std::size_t>(last) + 1);
  for (std::size_t s = 0; s < layout.slots.size(); ++s)
    tiers[static_cast<std::size_t>(layout.slots[s].tier)].push_back(s);
  return tiers;
}

std::vector<Segment> segments_of(const NetworkLayout& layout) {
  std::vector<Segment> segments;
  for (const auto& route : layout.routes)
    for (std::size_t i = 1; i < route.size(); ++i) segments.push_back({route[i - 1], route[i]});
  return segments;
}

std::vector<double> ranks_of(const Tiers& tiers, std::size_t slots) {
  std::vector<double> ranks(slots);
  for (const auto& tier : tiers)
    for (std::size_t i = 0; i < tier.size(); ++i) ranks[tier[i]] = static_cast<double>(i);
  return ranks;
}

std::size_t crossings(const NetworkLayout& layout, const std::vector<Segment>& segments,
                      const std::vector<double>& ranks) {
  std::size_t count = 0;
  for (std::size_t a = 0; a < segments.size(); ++a)
    for (std::size_t b = a + 1; b < segments.size(); ++b) {
      if (layout.slots[segments[a].left].tier != layout.slots[segments[b].left].tier) continue;
      const double left = ranks[segments[a].left] - ranks[segments[b].left];
      const double right = ranks[segments[a].right] - ranks[segments[b].right];
      if (left * right < 0) ++count;
    }
  return count;
}

/// Mean of `values` over the neighbours on one or both sides; the own value where there is none.
double neighbour_mean(std::size_t slot, const std::vector<Segment>& segments, const std::vector<double>& values,
                      bool left, bool right) {
  double sum = 0;
  int count = 0;
  for (const Segment& segment : segments) {
    if (left && segment.right == slot) sum += values[segment.left], ++count;
    if (right && segment.left == slot) sum += values[segment.right], ++count;
  }
  return count == 0 ? values[slot] : sum / count;
}

Tiers ordered(const NetworkLayout& layout, const std::vector<Segment>& segments) {
  Tiers tiers = tiers_of(layout);
  Tiers best = tiers;
  std::vector<double> ranks = ranks_of(tiers, layout.slots.size());
  std::size_t fewest = crossings(layout, segments, ranks);
  for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
    const bool rightwards = sweep % 2 == 0;
    for (std::size_t t = 0; t < tiers.size(); ++t) {
      auto& tier = tiers[rightwards ? t : tiers.size() - 1 - t];
      std::vector<double> wanted(layout.slots.size());
      for (const std::size_t slot : tier) wanted[slot] = neighbour_mean(slot, segments, ranks, rightwards, !rightwards);
      std::stable_sort(tier.begin(), tier.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
      for (std::size_t i = 0; i < tier.size(); ++i) ranks[tier[i]] = static_cast<double>(i);
    }
    const std::size_t count = crossings(layout, segments, ranks);
    if (count < fewest) {
      fewest = count;
      best = tiers;
    }
  }
  return best;
}

double tier_height(const NetworkLayout& layout, const std::vector<std::size_t>& tier) {
  return std::accumulate(tier.begin(), tier.end(), -space,
                         [&](double sum, std::size_t slot) { return sum + layout.slots[slot].height + space; });
}

/// Moves a tier's slots as near to `wanted` (least squares) as their order and the frame 0…height allow: with the room
/// that the slots above take subtracted, this is isotonic regression, solved by pooling neighbours that would cross.
void settle(NetworkLayout& layout, const std::vector<std::size_t>& tier, const std::vector<double>& wanted) {
  struct Pool {
    double sum;
    double count;
    double mean() const { return sum / count; }
  };
  std::vector<Pool> pools;
  double above = 0; // room taken by the slots above
  for (const std::size_t s : tier) {
    const double height = layout.slots[s].height;
    pools.push_back({wanted[s] - above - height / 2, 1});
    above += height + space;
    while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
    }
  }
  const double lowest = layout.height - (above - space); // of the first slot's top
  above = 0;
  std::size_t next = 0;
  for (const Pool& pool : pools)
    for (double n = 0; n < pool.count; ++n) {
      Slot& slot = layout.slots[tier[next++]];
      slot.y = std::clamp(pool.mean(), 0.0, std::max(lowest, 0.0)) + above + slot.height / 2;
      above += slot.height + space;
    }
}

void place(NetworkLayout& layout, const Tiers& tiers, const std::vector<Segment>& segments) {
  for (const auto& tier : tiers) layout.height = std::max(layout.height, tier_height(layout, tier));
  std::vector<double> ys(layout.slots.size());
  for (const auto& tier : tiers) {
    double y = (layout.height - tier_height(layout, tier)) / 2;
    for (const std::size_t slot : tier) {
      ys[slot] = layout.slots[slot].y = y + layout.slots[slot].height / 2;
      y += layout.slots[slot].height + space;
    }
  }
  for (int pass = 0; pass < relaxations; ++pass)
    for (std::size_t t = 0; t < tiers.size(); ++t) {
      const auto& tier = tiers[pass % 2 == 0 ? t : tiers.size() - 1 - t];
      std::vector<double> wanted(layout.slots.size());
      for (const std::size_t slot : tier) wanted[slot] = neighbour_mean(slot, segments, ys, true, true);
      settle(layout, tier, wanted);
      for (const std::size_t slot : tier) ys[slot] = layout.slots[slot].y;
    }
}

} // namespace

NetworkLayout lay_out(const NetworkChart& chart, const std::vector<double>& node_heights) {
  NetworkLayout layout = with_routes(chart, node_heights);
  const std::vector<Segment> segments = segments_of(layout);
  place(layout, ordered(layout, segments), segments);
  return layout;
}

} // namespace rashin::report

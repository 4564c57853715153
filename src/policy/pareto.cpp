#include "policy/pareto.h"

#include "core/result.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace rashin::policy {
namespace {

using Point = std::vector<double>;

double box(const Point& point, std::span<const double> reference) {
  double volume = 1;
  for (std::size_t k = 0; k < point.size(); ++k) volume *= reference[k] - point[k];
  return volume;
}

/// Two objectives, points ascending in the first.
double sweep(const std::vector<Point>& points, std::span<const double> reference) {
  double volume = 0, lowest = reference[1];
  for (const Point& point : points) {
    if (point[1] >= lowest) continue;
    volume += (reference[0] - point[0]) * (lowest - point[1]);
    lowest = point[1];
  }
  return volume;
}

/// What no other point dominates, equal ones once, in order.
std::vector<Point> undominated(std::vector<Point> points) {
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  std::vector<Point> kept;
  for (Point& point : points) // a dominating point stands before in this order
    if (std::none_of(kept.begin(), kept.end(), [&](const Point& other) { return dominates(other, point); }))
      kept.push_back(std::move(point));
  return kept;
}

double volume_of(const std::vector<Point>& points, std::span<const double> reference) {
  if (points.empty()) return 0;
  if (reference.size() == 2) return sweep(points, reference);
  double volume = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::vector<Point> within; // the others, moved into the box of this point
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      Point moved = points[j];
      for (std::size_t k = 0; k < moved.size(); ++k) moved[k] = std::max(moved[k], points[i][k]);
      within.push_back(std::move(moved));
    }
    volume += box(points[i], reference) - volume_of(undominated(std::move(within)), reference);
  }
  return volume;
}

} // namespace

bool dominates(std::span<const double> a, std::span<const double> b) {
  bool better = false;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if (a[k] > b[k]) return false;
    better = better || a[k] < b[k];
  }
  return better;
}

std::vector<std::size_t> front_numbers(std::span<const double> values, std::size_t objectives) {
  if (objectives == 0 || values.size() % objectives != 0) throw Error("points do not fit their objectives");
  const std::size_t n = values.size() / objectives;
  const auto row = [&](std::size_t i) { return values.subspan(i * objectives, objectives); };
  std::vector<std::size_t> order(n), numbers(n, 0);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto x = row(a), y = row(b);
    const auto [p, q] = std::mismatch(x.begin(), x.end(), y.begin());
    return p != x.end() ? *p < *q : a < b;
  });
  std::vector<std::vector<std::size_t>> fronts;
  const auto dominated_in = [&](const std::vector<std::size_t>& front, std::size_t point) {
    // With two objectives the last of a front has the least of the second, and its likes stand beside it.
    for (std::size_t i = front.size(); i-- > 0;) {
      if (dominates(row(front[i]), row(point))) return true;
      if (objectives == 2 && !std::equal(row(front[i]).begin(), row(front[i]).end(), row(point).begin())) return false;
    }
    return false;
  };
  for (const std::size_t point : order) {
    std::size_t low = 0, high = fronts.size(); // dominated in all below `low`, in none from `high` on
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (dominated_in(fronts[middle], point))
        low = middle + 1;
      else
        high = middle;
    }
    if (low == fronts.size()) fronts.emplace_back();
    fronts[low].push_back(point);
    numbers[point] = low;
  }
  return numbers;
}

std::vector<double> crowding_distances(std::span<const double> values, std::size_t objectives,
                                       std::span<const std::size_t> points) {
  std::vector<double> distances(points.size(), 0.0);
  std::vector<std::size_t> order(points.size());
  for (std::size_t k = 0; k < objectives && !points.empty(); ++k) {
    const auto value = [&](std::size_t i) { return values[points[i] * objectives + k]; };
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return value(a) != value(b) ? value(a) < value(b) : points[a] < points[b];
    });
    const double width = value(order.back()) - value(order.front());
    distances[order.front()] = distances[order.back()] = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i + 1 < order.size() && width > 0; ++i)
      distances[order[i]] += (value(order[i + 1]) - value(order[i - 1])) / width;
  }
  return distances;
}

double hypervolume(std::span<const double> values, std::span<const double> reference) {
  const std::size_t m = reference.size();
  if (m < 2 || values.size() % m != 0) throw Error("a hypervolume needs points of two objectives or more");
  std::vector<Point> points;
  for (std::size_t i = 0; i < values.size(); i += m) {
    Point point(values.begin() + static_cast<std::ptrdiff_t>(i), values.begin() + static_cast<std::ptrdiff_t>(i + m));
    bool inside = true;
    for (std::size_t k = 0; k < m; ++k) inside = inside && point[k] < reference[k];
    if (inside) points.push_back(std::move(point));
  }
  return volume_of(undominated(std::move(points)), reference);
}

} // namespace rashin::policy

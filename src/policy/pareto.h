#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rashin::policy {

// Objectives are made small. Points are rows: values[point × objectives + objective].

/// No worse in any objective, better in one.
bool dominates(std::span<const double> a, std::span<const double> b);

/// The number of the front each point lies on, from 0: the first are dominated by none, the second only by the first …
/// Efficient non-dominated sort by binary search (Zhang and others 2015).
std::vector<std::size_t> front_numbers(std::span<const double> values, std::size_t objectives);

/// How far apart the neighbours of each point of one front are, summed over objectives in units of the front's width;
/// infinite at the ends (Deb and others 2002).
std::vector<double> crowding_distances(std::span<const double> values, std::size_t objectives,
                                       std::span<const std::size_t> points);

/// The volume that the points dominate up to `reference`; points beyond it count nothing. Exact: a sweep for two
/// objectives, else by exclusive contributions (While and others 2012), which for five and more objectives suits only
/// small fronts.
double hypervolume(std::span<const double> values, std::span<const double> reference);

} // namespace rashin::policy

#pragma once
#include "assessment/run.h"

#include <set>

namespace rashin::assessment {

/// Technologies ranked by what their asymmetries say, with weights of the axes drawn (Free, or as people state them).
/// Only over the largest block of technologies and axes in which nothing is unknown: an axis that only some have would
/// compare unlike things.
/// Axes in `left_out` tell no technology from another; nothing is left where no other axis is.
std::optional<AxisRanking> rank_by_axes(const Assessment& assessment, const RunResult& result,
                                        const std::set<std::size_t>& left_out = {});

/// What remains when axes are left out: the needs that another asymmetry stands behind, and the ranking.
struct WithoutAxes {
  std::vector<NeedRow> needs;
  std::optional<AxisRanking> ranking;
};
WithoutAxes without_axes(const Assessment& assessment, const RunResult& result, const std::set<std::size_t>& axes);

/// What becomes of the first needs and technologies when one axis, or one person, is taken away.
std::vector<ChangeRow> leave_each_out(const Assessment& assessment, const RunResult& result, const RunOptions& options);

/// The assessment as if a person had said nothing: values of several people go on without them. Values that rest on
/// that person alone stay, and are counted.
struct WithoutPerson {
  Assessment assessment;
  int left_out = 0, alone = 0;
};
WithoutPerson without_person(const Assessment& assessment, const std::string& by);

} // namespace rashin::assessment

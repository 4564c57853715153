#pragma once
#include <map>
#include <memory>
#include <string>

namespace rashin::study {

struct Courses;

/// What the parts of a run left for later runs of the study (courses.h): its arms, packages, small changes, and the
/// runs that split the variance.
using CourseBook = std::map<std::string, std::shared_ptr<const Courses>, std::less<>>;
inline const std::string arms_part = "arms";

} // namespace rashin::study

#pragma once
#include "report/study_parts.h"

namespace rashin::report {

/// When the chosen option or package fails: boxes found on the draws, in words and drawn on the data.
Section discovery_section(const StudyView& view);
/// Who says what, what pools would make of it, and the three judgements whose disagreement moves the result most.
Section disagreement_section(const StudyView& view);

/// Scenarios of a cross-impact matrix; the study has one.
Section matrix_section(const StudyView& view);

} // namespace rashin::report

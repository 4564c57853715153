#pragma once
#include "study/model.h"

namespace rashin::study {

/// A short title of a number for readers: `在庫（企業）の日数`, `stock (firms): days`. Several numbers that share one
/// factor are named by what their rows have in common.
LocalizedText parameter_name(const Study& study, const std::vector<ParameterIndex>& sharing);

/// What a shock does and hits, without its numbers: `輸出の停止（中国）`, `ban (China)`.
LocalizedText shock_name(const Study& study, const ShockRecord& shock);

} // namespace rashin::study

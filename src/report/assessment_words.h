#pragma once
#include "core/localized_text.h"

#include <string_view>

namespace rashin::report {

/// A word of an assessment's result tables as a reader meets it; what is not such a word comes back as it is.
LocalizedText assessment_word(std::string_view word);

} // namespace rashin::report

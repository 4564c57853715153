#pragma once
#include "core/localized_text.h"

#include <optional>
#include <string_view>

namespace rashin::supply {

/// The usual name of a strait, canal or cape that a route passes, by the id that studies give it (`hormuz`,
/// `luzon-strait`); none where the id is not a known one. The English name takes "the" in a sentence.
std::optional<LocalizedText> passage_name(std::string_view id);

} // namespace rashin::supply

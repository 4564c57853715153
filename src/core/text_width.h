#pragma once
#include <string>
#include <string_view>

namespace rashin {

/// Full-width forms of ASCII (２０１０，Ａ，－，　) become ASCII; all else stays. For reading numbers, dates and codes
/// that were typed with a Japanese keyboard; the user's file itself is never rewritten. Bytes that are not UTF-8 stay
/// as they are.
std::string narrow(std::string_view text);

/// Without ASCII white space at both ends.
std::string_view trimmed(std::string_view text);

} // namespace rashin

#pragma once
#include "core/localized_text.h"
#include "core/result.h"

#include <set>
#include <string>

namespace rashin {

enum class MarkingLevel { Public, Internal, Restricted, Confidential };

/// Handling level and compartments of a row, claim or result. Of what is derived the marking is computed: the highest
/// level and the union of the compartments of everything it rests on.
struct Marking {
  MarkingLevel level = MarkingLevel::Public;
  std::set<std::string> compartments{};
  bool operator==(const Marking&) const = default;
};

Marking combined(const Marking& a, const Marking& b);

/// `public`, `internal`, `restricted`, `confidential`, with compartments after slashes: `restricted/energy/trade`.
Result<Marking> parse_marking(std::string_view text, Place place);
std::string to_text(const Marking& marking);
/// The same in the words of a reader: `公開`, `public`; compartments after it.
LocalizedText title_of(const Marking& marking);

} // namespace rashin

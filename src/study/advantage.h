#pragma once
#include "core/localized_text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rashin::study {

/// What a technology's being ready does to an advantage: keeps it standing, creates it, or offsets it (others, or the
/// country itself, need it less).
enum class AdvantageEffect { Keeps, Creates, Offsets };

struct AdvantageLink {
  std::size_t technology = 0;
  AdvantageEffect effect = AdvantageEffect::Keeps;
  std::string by; ///< whose judgement
  LocalizedText reason;
  std::vector<std::string> claims;
};

/// What the focal country holds in this chain that others depend on or cannot match, who depends on it, how long it
/// lasts: advantages.yaml. Numbers stand in the parameters.
struct Advantage {
  std::string id;
  std::string entry; ///< of the register; may be empty
  LocalizedText title;
  LocalizedText holds;
  LocalizedText depends;               ///< who depends on it, and for what
  std::vector<std::string> dependents; ///< countries, where known
  std::optional<std::size_t> share;    ///< parameter, share
  std::optional<std::size_t> lasts;    ///< parameter, days after the as-of date
  std::vector<std::string> claims;
  std::vector<AdvantageLink> links;
};

/// Work that is owed.
struct Task {
  std::string id;
  LocalizedText what;
  std::string who; ///< empty: nobody yet
  std::string due; ///< ISO day, or empty
  bool done = false;
};

} // namespace rashin::study

#pragma once
#include <cstdint>

namespace rashin::supply {

/// How a missing input limits its user (classes of Pichler et al. 2022).
enum class InputClass : std::uint8_t {
  Essential,    ///< production falls in proportion to what is there
  Important,    ///< half as strongly
  NonEssential, ///< not at all; what is missing is done without
};

} // namespace rashin::supply

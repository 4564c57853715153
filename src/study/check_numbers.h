#pragma once
#include "study/model.h"

namespace rashin::study {

/// What only the numbers show, each at its middle: one that leaves the range of its unit, of the network or through an
/// effect (errors, at the effect); an item that is needed but not supplied (error); supply that had to be changed by
/// more than 2 % to meet use (warnings). Single draws may leave a range that the middle keeps.
Diagnostics check_numbers(const Study& study);

} // namespace rashin::study

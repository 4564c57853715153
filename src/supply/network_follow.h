#pragma once
#include "supply/network_mornings.h"

namespace rashin::supply {

// Inside the engine: a run beside one that was kept. Where an arm changes a few numbers, most of the network goes on as
// it did without them: only the items are played that see something else than they saw in the kept run, each from the
// hour in which it first does. Of the others that is read off which they show to those. The end is the same, bit by
// bit, as if all had been played.

/// Plays the run of `shocks` with the values of `state` from day `apart` on; before it no number is read in which they
/// differ from the kept run's, whose shocks and days are the same. False, and nothing is done, if they differ in
/// numbers that are read always.
bool follow(NetworkState& state, const Mornings& kept, std::span<const Shock> shocks,
            std::span<const ShockLanes> numbers, int apart);

} // namespace rashin::supply

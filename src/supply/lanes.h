#pragma once

namespace rashin::supply {

/// How many draws are simulated side by side. Fixed, so that no result depends on the width of the processor's vectors.
inline constexpr int lane_count = 16;

/// One number in sixteen draws. `Lanes x;` is not initialised, `Lanes x{};` is zero.
struct alignas(64) Lanes {
  double at[lane_count];
  double& operator[](int lane) { return at[lane]; }
  double operator[](int lane) const { return at[lane]; }
};

inline Lanes all_lanes(double value) {
  Lanes lanes;
  for (double& lane : lanes.at) lane = value;
  return lanes;
}

} // namespace rashin::supply

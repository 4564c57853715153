#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rashin::pathway {

/// Where a variable stands among the others, borders at the mean of influence and of dependence.
enum class MicmacSector {
  Driver,     ///< moves much, is moved little
  Relay,      ///< moves much and is moved much: what is done to it comes back
  Result,     ///< moves little, is moved much
  Autonomous, ///< moves little and is moved little
};

/// Influence and dependence of every variable through chains of k influences: row and column sums of the k-th power.
struct MicmacPower {
  std::size_t k = 1;
  std::vector<double> influence, dependence; ///< sums; rounded only here, beyond 53 bits; infinite beyond doubles
  std::vector<double> influence_share, dependence_share;      ///< of the total, sum 1
  std::vector<std::size_t> influence_place, dependence_place; ///< from 1, equal sums share a place; exact
  std::vector<MicmacSector> sector;
};

/// What the order of the variables does as k grows.
struct MicmacCourse {
  enum class Kind {
    Settled,   ///< one order from power `from` to the last
    Cycle,     ///< `period` orders in turn from power `from` to the last
    Unsettled, ///< neither within the powers looked at
    DiesOut,   ///< no loop among the influences: power `from` is zero
  };
  Kind kind = Kind::Unsettled;
  std::size_t from = 0;
  std::size_t period = 1;
  bool operator==(const MicmacCourse&) const = default;
};

struct Micmac {
  std::vector<MicmacPower> powers; ///< [0]: the matrix itself (k = 1); up to the last one that is not zero
  MicmacCourse influence, dependence;
};

struct MicmacOptions {
  std::size_t powers = 100; ///< the cap on k
  std::size_t steady = 10;  ///< an order counts as settled when it has held for so many powers up to the cap
};

/// MICMAC (Duperrin and Godet 1973): `matrix` [row][column] says how strongly the row's variable acts on the column's,
/// as whole numbers (so millionths, say, must be scaled by the caller). Computed without rounding, so equal sums stay
/// equal. "Raise k until the order stays" needs care: an order can stay for one step and change again, and a periodic
/// structure never settles; so all powers up to the cap are looked at. Throws Error unless square. Pure, thread-safe.
/// Cost: powers × n² steps on numbers of powers × log2(row sum) bits.
Micmac micmac(const std::vector<std::vector<std::uint32_t>>& matrix, const MicmacOptions& options = {});

} // namespace rashin::pathway

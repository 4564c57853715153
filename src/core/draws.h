#pragma once
#include "core/result.h"

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace rashin {

/// Law 2. The uniform of factor f in draw d is a pure function of (seed, f, stream, d): Philox4x32-10 (Salmon et al.
/// 2011) with the seed as key and the counter (hash of f, d / 2, stream); one block gives draws 2k and 2k + 1. Nothing
/// is stored, nothing runs forward, so a new factor changes no other, and any machine can make any stretch of draws.
enum class Stream : std::uint8_t { A, B };

/// The 64-bit FNV-1a hash of a factor id (`table/row/quantity`), taken once.
struct FactorKey {
  std::uint64_t hash = 0;
  FactorKey() = default;
  explicit FactorKey(std::uint64_t known_hash) : hash(known_hash) {}
  explicit FactorKey(std::string_view factor);
  bool operator==(const FactorKey&) const = default;
};

/// In the open interval (0, 1): an odd multiple of 2^-53, symmetric about 1/2.
double uniform(std::uint64_t seed, FactorKey factor, Stream stream, std::uint64_t draw);
double uniform(std::uint64_t seed, std::string_view factor, Stream stream, std::uint64_t draw);
/// The same numbers for the draws first, first + 1, …, one per element of `out`.
void fill_uniforms(std::uint64_t seed, FactorKey factor, Stream stream, std::uint64_t first, std::span<double> out);

/// Factors that move together. `rank_correlation` is Spearman's, row by row in the order of `factors`.
struct CorrelatedGroup {
  std::string name;
  std::vector<std::string> factors;
  std::vector<double> rank_correlation;
  Place place;
};

/// How the uniforms of one run are made. Correlation is a Gaussian copula: normal scores with rho = 2 sin(pi rho_s / 6)
/// (Pearson 1907) by Cholesky in declared order, each factor from its own uniform, so the first of a group is as if it
/// stood alone. Immutable after making; thread-safe.
class DrawPlan {
 public:
  explicit DrawPlan(std::uint64_t seed) : seed_(seed) {}

  std::uint64_t seed() const { return seed_; }
  /// The plan of a pick-freeze run (Saltelli 2010): factors among `names` from the other stream, all the rest from
  /// `base`. A name is a factor id, the name of a group, or a prefix that ends in '/' (a link of the chain: all factors
  /// below it). A group goes as one factor: naming one of its members moves all of them.
  DrawPlan picked(Stream base, const std::set<std::string>& names) const;

  Stream stream_of(std::string_view factor) const;
  /// The uniforms of `factor` in the draws first, first + 1, …: correlated if it stands in a group.
  void uniforms(std::string_view factor, std::uint64_t first, std::span<double> out) const;

 private:
  friend Result<DrawPlan> make_draw_plan(std::uint64_t, std::vector<CorrelatedGroup>);
  struct Group {
    std::string name;
    std::vector<std::string> factors;
    std::vector<double> cholesky; ///< lower triangle, row by row, n * n
  };
  struct Member {
    std::size_t group;
    std::size_t row;
  };
  bool is_picked(std::string_view factor) const;
  bool is_named(std::string_view factor) const;

  std::uint64_t seed_;
  std::vector<Group> groups_;
  std::map<std::string, Member, std::less<>> members_;
  Stream base_ = Stream::A;
  std::set<std::string, std::less<>> picked_;
};

/// Checks the groups: shape, symmetry, one group per factor, positive definite; all faults at once.
Result<DrawPlan> make_draw_plan(std::uint64_t seed, std::vector<CorrelatedGroup> groups);

} // namespace rashin

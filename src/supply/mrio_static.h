#pragma once
#include "core/result.h"
#include "supply/mrio.h"
#include "supply/mrio_dense.h"
#include "supply/mrio_solve.h"

#include <vector>

namespace rashin::supply {

/// All-pairs inverses: L = (I − A)⁻¹ of Leontief and G = (I − B)⁻¹ of Ghosh, B = diag(1/x) Z. Industries × industries.
/// Only L is inverted; G follows by the similarity G = diag(1/x) L diag(x). Cost: 2N³ operations, 16 N² bytes; for a
/// single shock use solve_leontief instead. Error `mrio-singular`.
struct Inverses {
  Dense leontief;
  Dense ghosh;
};
Result<Inverses> inverses(const Mrio& table);

/// One value per industry; money per year in the table's unit. Definitions: Miller and Blair (2009), chapters 6 and 12;
/// foreign input reliance after Baldwin and Freeman (2022); upstreamness after Antràs et al. (2012).
struct Indicators {
  std::vector<double> output, final_demand, value_added, value_added_share;
  std::vector<double> output_multiplier;        ///< column sums of L
  std::vector<double> value_added_multiplier;   ///< 1 by construction where output is not 0: a check
  std::vector<double> forward_multiplier;       ///< row sums of G; equals upstreamness
  std::vector<double> backward_linkage;         ///< output multiplier over its mean (Hirschman)
  std::vector<double> forward_linkage;          ///< forward multiplier over its mean (Rasmussen)
  std::vector<double> foreign_reliance;         ///< look-through: share of foreign rows in L − I
  std::vector<double> foreign_reliance_face;    ///< face value: share of foreign rows in direct inputs
  std::vector<double> foreign_value_added;      ///< share of foreign value added in a unit of final use
  std::vector<double> source_concentration;     ///< Herfindahl index (0..1) over source regions, look-through
  std::vector<double> extraction_loss;          ///< output lost everywhere if the industry vanished
  std::vector<double> extraction_loss_others;   ///< that without its own output
  std::vector<double> backward_extraction_loss; ///< if it bought nothing
  std::vector<double> forward_extraction_loss;  ///< if it sold nothing to industries (Ghosh)
};
Indicators indicators(const Mrio& table, const Inverses& inverse);

/// Key sectors: both linkages above 1 (both), one of them, or none.
enum class Linkage { Weak, Backward, Forward, Key };
std::vector<Linkage> linkage_classes(const Indicators& indicators);

/// Value added of region r embodied in the final demand of region f: regions × regions, money per year.
Dense value_added_in_trade(const Mrio& table, const Dense& leontief);

/// The row and the column of `region` in that matrix by two matrix-free solves, for tables whose inverse is not at
/// hand.
struct ValueAddedTrade {
  std::vector<double> earned_from; ///< value added of `region` in the final demand of each region
  std::vector<double> paid_to;     ///< value added of each region in the final demand of `region`
  double residual = 0;             ///< the larger of the two
};
Result<ValueAddedTrade> value_added_trade(const Mrio& table, std::uint32_t region);

/// Output lost per industry when a set of industries is extracted, by block elimination (no new inversion).
/// Full: rows, columns and final demand of the set vanish. Backward: its purchases vanish. Forward: its sales to
/// industries vanish in the Ghosh system, value added kept.
std::vector<double> full_extraction(const Mrio& table, const Dense& leontief, const std::vector<std::size_t>& set);
std::vector<double> backward_extraction(const Mrio& table, const Dense& leontief, const std::vector<std::size_t>& set);
std::vector<double> forward_extraction(const Mrio& table, const Dense& ghosh, const std::vector<std::size_t>& set);

/// Output lost per industry when region `exporter` sells neither inputs nor final goods to region `importer` and nobody
/// steps in: an upper bound of the static kind. By the Woodbury identity, rank = industries of the exporter.
std::vector<double> bilateral_extraction(const Mrio& table, const Dense& leontief, std::uint32_t exporter,
                                         std::uint32_t importer);
/// The same by one matrix-free solve, for tables whose inverse is not at hand.
Result<OutputLoss> bilateral_extraction(const Mrio& table, std::uint32_t exporter, std::uint32_t importer);

/// Value added lost per region for a loss of output per industry.
std::vector<double> value_added_loss(const Mrio& table, const std::vector<double>& output_loss);

} // namespace rashin::supply

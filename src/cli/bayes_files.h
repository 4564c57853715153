#pragma once
#include "collect/json_file.h"
#include "pathway/bayes.h"

namespace rashin::cli {

struct BayesFile {
  pathway::BayesNetwork network;
  pathway::Evidence evidence;
  std::vector<bool> filled; ///< per node: its table comes from noisy-OR
};
/// docs/methods/bayesian-network.md. Whole only where the file has no faults.
BayesFile read_bayes(collect::JsonFile& file, const collect::JsonValue& root);

std::optional<std::size_t> node_named(const pathway::BayesNetwork& network, std::string_view name);
std::optional<std::size_t> value_named(const pathway::BayesNode& node, std::string_view name);
/// `a, b, c`.
std::string values_of(const pathway::BayesNode& node);

} // namespace rashin::cli

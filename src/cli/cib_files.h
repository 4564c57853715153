#pragma once
#include "cli/method_print.h"
#include "collect/scw.h"
#include "pathway/cib_experts.h"
#include "pathway/cib_explain.h"

namespace rashin::cli {

/// The matrix of a project as the pathway room takes it.
pathway::CrossImpactMatrix matrix_of(const collect::ScwProject& project);

/// A project as one person's judgements.
pathway::ExpertMatrix expert_of(const collect::ScwProject& project, std::string by);

/// `A.a1>B.b2=3; …`, descriptors and states by name or by number from 1; the diagnostic `cib-change-form` says which
/// change cannot be read.
Result<std::vector<pathway::CellChange>> parse_changes(const pathway::CrossImpactMatrix& matrix, std::string_view text);

/// `1 3 2`: a state of each descriptor, from 1; `cib-scenario-form` otherwise.
Result<pathway::Scenario> parse_scenario(const pathway::CrossImpactMatrix& matrix, std::string_view text);

/// The number among all states of `A.a1`, by name or by numbers from 1 (`1.1`).
std::optional<std::size_t> state_named(const pathway::CrossImpactMatrix& matrix, std::string_view text);
/// `A.a1`.
std::string state_name(const pathway::CrossImpactMatrix& matrix, std::size_t state);
/// `1 3 2`.
std::string scenario_numbers(const pathway::Scenario& scenario);
/// `a1 · b3 · c2`.
std::string scenario_names(const pathway::CrossImpactMatrix& matrix, const pathway::Scenario& scenario);

} // namespace rashin::cli

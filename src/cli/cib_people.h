#pragma once
#include "cli/method_print.h"
#include "collect/scw.h"
#include "pathway/cib_experts.h"

namespace rashin::cli {

/// A file of cross-impact judgements: a ScenarioWizard project, or JSON with one matrix or one per person
/// (docs/methods/cross-impact-balances.md).
struct CibFile {
  std::vector<pathway::Descriptor> descriptors;
  std::vector<pathway::ExpertMatrix> people;    ///< at least one, nobody with a skipped cell
  std::optional<collect::ScwProject> project{}; ///< of a .scw file
};

/// `by`: the name of the person where the file gives none. A cell that somebody skipped is a fault at its place
/// (`cib-cell-skipped`).
Result<CibFile> read_cib(const std::string& file, std::string_view bytes, const std::string& by);

} // namespace rashin::cli

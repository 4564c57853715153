#pragma once
#include "cli/arguments.h"
#include "cli/command.h"
#include "study/economy.h"

#include <memory>

namespace rashin::cli {

/// Plays the economy where the user asks for it (--economy, --tables, --economy-draws): null if not, so that a run
/// never depends on what else the machine holds. Asked for and without mrio.yaml or table: a diagnostic.
Result<std::shared_ptr<const study::EconomyResult>> play_economy(const Call& call, const Arguments& arguments,
                                                                 const study::Study& study, const FileSet& files,
                                                                 const study::RunResult& run, int threads);

/// What a reader of a run without the table is told.
LocalizedText economy_missing(const study::Study& study);

} // namespace rashin::cli

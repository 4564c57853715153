#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `trace`, of any kind of run.
int trace(const Call& call);

} // namespace rashin::cli

#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin report`: hands a run over as a file that others can read and edit.
Command report_command();

} // namespace rashin::cli

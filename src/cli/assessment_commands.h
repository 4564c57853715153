#pragma once
#include "cli/command.h"
#include "core/file_set.h"

namespace rashin::cli {

std::vector<Command> assessment_commands();

/// The report of a finished run of an assessment, computed anew from its own copies, on standard output.
int assessment_report(const Call& call, const FileSet& inputs, const std::string& manifest);

} // namespace rashin::cli

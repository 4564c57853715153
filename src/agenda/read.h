#pragma once
#include "agenda/model.h"
#include "core/file_set.h"
#include "core/result.h"

namespace rashin::agenda {

/// Understands the files of an agenda folder (`agenda.yaml` at the root; the files of folders below are not looked at).
/// All faults of all files in one go. What only the runs can tell is checked by `join`. Pure, thread-safe.
Result<Agenda> read_agenda(const FileSet& files);

/// What `status: release` asks and this agenda does not have. Errors.
Diagnostics check_release(const Agenda& agenda);

} // namespace rashin::agenda

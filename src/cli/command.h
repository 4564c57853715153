#pragma once
#include "core/result.h"

#include <iosfwd>
#include <stop_token>
#include <string>
#include <vector>

namespace rashin::cli {

/// What users' scripts rely on.
enum ExitCode : int { Done = 0, CheckFails = 1, FileWrong = 2, CannotWrite = 3, Stopped = 130 };

/// Everything a command may touch: its words after the command's name, where to print, the language, the stop request.
struct Call {
  std::vector<std::string> words;
  std::ostream& out;
  std::ostream& err;
  Language language = Language::English;
  bool terminal = false; ///< standard error is a terminal: progress may be shown
  std::stop_token stop{};
};

struct Command {
  std::string_view name; ///< `study run`, `trace`
  LocalizedText usage;   ///< one line: what follows the name, and what the command does
  LocalizedText help;    ///< the rest: options, one per line
  int (*run)(const Call&);
  bool stops_at_once = false; ///< ends at the first stop request, without tidying up
};

/// Diagnostics on standard error in the call's language, or as JSON on standard output; returns the exit code that
/// fits: 3 for `cannot-write`, 130 for `stopped`, else 2 where one is an error, else 0.
int report(const Call& call, Diagnostics diagnostics, bool json = false);

/// All commands, in the order of the help.
std::vector<Command> commands();

} // namespace rashin::cli

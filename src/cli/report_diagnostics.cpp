#include "cli/command.h"

#include <algorithm>
#include <ostream>

namespace rashin::cli {

int report(const Call& call, Diagnostics diagnostics, bool json) {
  const auto holds = [&](std::string_view code) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return d.code == code; });
  };
  const int code = holds("stopped")          ? Stopped
                   : holds("cannot-write")   ? CannotWrite
                   : has_errors(diagnostics) ? FileWrong
                                             : Done;
  if (json) {
    call.out << to_json(diagnostics);
  } else {
    for (const Diagnostic& diagnostic : diagnostics) call.err << to_text(diagnostic, call.language) << '\n';
  }
  return code;
}

} // namespace rashin::cli

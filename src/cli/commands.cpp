#include "cli/study_commands.h"

namespace rashin::cli {

std::vector<Command> commands() {
  return study_commands();
}

} // namespace rashin::cli

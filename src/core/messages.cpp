#include "core/messages.h"

#include <array>

namespace rashin {

std::span<const MessageEntry> core_messages();
std::span<const MessageEntry> agenda_messages();
std::span<const MessageEntry> assessment_messages();
std::span<const MessageEntry> cli_messages();
std::span<const MessageEntry> evidence_messages();
std::span<const MessageEntry> format_messages();
std::span<const MessageEntry> handover_messages();
std::span<const MessageEntry> methods_messages();
std::span<const MessageEntry> mrio_messages();
std::span<const MessageEntry> server_messages();
std::span<const MessageEntry> store_messages();
std::span<const MessageEntry> study_messages();
std::span<const MessageEntry> network_messages();

std::span<const std::span<const MessageEntry>> message_groups() {
  // clang-format off
  static const std::array groups{
      core_messages(),
      agenda_messages(),
      assessment_messages(),
      cli_messages(),
      evidence_messages(),
      format_messages(),
      handover_messages(),
      methods_messages(),
      mrio_messages(),
      network_messages(),
      server_messages(),
      store_messages(),
      study_messages(),
  };
  // clang-format on
  return groups;
}

} // namespace rashin

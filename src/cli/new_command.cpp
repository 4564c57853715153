#include "cli/new_command.h"

#include "cli/arguments.h"
#include "store/folder.h"

#include <filesystem>
#include <ostream>

namespace rashin::cli {
namespace {

/// An id made of a folder's name; `otherwise` where nothing is left of it.
std::string id_of_folder(const std::filesystem::path& folder, const std::string& otherwise) {
  std::string id;
  for (const char c : folder.lexically_normal().filename().string()) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      id += c;
    else if (c >= 'A' && c <= 'Z')
      id += static_cast<char>(c - 'A' + 'a');
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? otherwise : id;
}

} // namespace

int make_new_work(const Call& call, const NewWork& work) {
  const auto arguments = parse_arguments(call.words, {{}, {}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const std::filesystem::path folder = arguments->words[0];
  const std::string command(work.command), id = id_of_folder(folder, "new-" + command);
  if (const Diagnostics failed = store::write_new_folder(folder, work.files(id)); !failed.empty()) {
    report(call, failed);
    return CannotWrite;
  }
  const std::string next = "rashin " + command + " run " + folder.string();
  call.out << LocalizedText{work.title.ja + "「" + id + "」を作りました。次は: " + next,
                            "The " + work.title.en + " \"" + id + "\" is made. Next: " + next}
                  .in(call.language)
           << '\n';
  return Done;
}

} // namespace rashin::cli

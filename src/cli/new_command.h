#pragma once
#include "cli/command.h"
#include "core/file_set.h"

namespace rashin::cli {

/// A kind of work that starts from a template.
struct NewWork {
  std::string_view command; ///< `study`: of `rashin study run`
  LocalizedText title;
  FileSet (*files)(std::string_view id);
};

/// `… new DIR`: the template in a new folder, its id made of the folder's name.
int make_new_work(const Call& call, const NewWork& work);

} // namespace rashin::cli

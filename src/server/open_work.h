#pragma once
#include "core/file_set.h"
#include "study/model.h"

#include <map>
#include <memory>

namespace rashin::server {

/// What the routes show of a work, whatever its kind.
struct OpenWork {
  LocalizedText title, question;
  bool draft = true;
  Date as_of;
  std::string marking;
  BasisReport basis;
  std::vector<study::Task> tasks;
  std::vector<Quantity> parameters;
  std::map<std::string, std::vector<std::pair<std::string, LocalizedText>>> names; ///< group: ids, titles
  std::string focal_country{};                                                     ///< of a study
  std::shared_ptr<const study::Study> study{};                                     ///< where it is one: what is run
};

/// The files of a work and what they say; shared by all who ask while the files stay as they are.
struct ReadWork {
  FileSet files;
  Result<OpenWork> open;
};

} // namespace rashin::server

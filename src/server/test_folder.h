#pragma once
#include "study/work.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace rashin::server {

/// A folder of its own for a test, with the study of the template in it; removed at the end.
class TestFolder {
 public:
  TestFolder() {
    static int number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("rashin-server-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    add("sample", study::new_study("sample"));
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  /// Puts another work beside it.
  void add(const std::string& folder, const FileSet& files) const {
    for (const auto& [name, bytes] : files) {
      std::filesystem::create_directories((path_ / "works" / folder / name).parent_path());
      std::ofstream(path_ / "works" / folder / name, std::ios::binary) << bytes;
    }
  }

  std::filesystem::path works() const { return path_ / "works"; }
  std::filesystem::path runs() const { return path_ / "out"; }

 private:
  std::filesystem::path path_;
};

} // namespace rashin::server

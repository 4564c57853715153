#include "study/worked_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace rashin::study {
namespace {

namespace fs = std::filesystem;

const fs::path studies = fs::path(RASHIN_SOURCE_DIR) / "studies";

TEST(WorkedFiles, HoldEveryStudy) {
  const std::vector<std::string> names = worked_studies();
  EXPECT_GE(names.size(), 3u);
  for (const std::string& name : names) EXPECT_TRUE(worked_files(name).contains("study.yaml")) << name;
}

} // namespace

std::vector<std::string> worked_studies() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(studies))
    if (fs::exists(entry.path() / "study.yaml")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

FileSet worked_files(const std::string& study) {
  FileSet files;
  for (const auto& entry : fs::recursive_directory_iterator(studies / study)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".yaml" && ending != ".csv") continue;
    std::stringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[entry.path().lexically_relative(studies / study).generic_string()] = bytes.str();
  }
  return files;
}

} // namespace rashin::study

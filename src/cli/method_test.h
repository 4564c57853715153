#pragma once
#include "cli/method_commands.h"
#include "collect/json_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <sstream>
#include <unistd.h>

namespace rashin::cli {
namespace fs = std::filesystem;
using collect::JsonFile;
using collect::JsonValue;

/// Runs commands on files of its own and reads what they print as JSON. Vectors: data/methods (SOURCE.md there).
class MethodCommands : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("rashin-methods-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const char* const data = std::getenv("RASHIN_DATA");
    vectors = fs::path(data ? data : "../shared/data") / "methods";
  }
  void TearDown() override { fs::remove_all(folder); }

  static std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
  }
  std::string write(const std::string& name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    return (folder / name).string();
  }
  int run(const std::string& name, std::vector<std::string> words) {
    out.str("");
    err.str("");
    for (const Command& command : method_commands())
      if (command.name == name) return command.run(Call{std::move(words), out, err});
    return -1;
  }
  /// Runs with --json; the answer is valid until the next run.
  const JsonValue& answer(const std::string& name, std::vector<std::string> words) {
    words.push_back("--json");
    EXPECT_EQ(run(name, std::move(words)), Done) << err.str() << out.str();
    printed = out.str();
    parsed = std::make_unique<JsonFile>("answer", printed);
    EXPECT_TRUE(parsed->ok()) << printed;
    return parsed->root();
  }
  std::unique_ptr<JsonFile> vector_file(const std::string& name) {
    vector_bytes = bytes_of(vectors / name);
    if (vector_bytes.empty()) return nullptr;
    return std::make_unique<JsonFile>(name, vector_bytes);
  }
  static const JsonValue& at(const JsonValue& object, std::string_view name) {
    const JsonValue* const found = object.find(name);
    if (!found) throw std::runtime_error("no member " + std::string(name));
    return *found;
  }
  static std::string text_of(const JsonValue& list) {
    std::string text;
    for (const JsonValue& item : list.items)
      text += (text.empty() ? "" : " ") + std::to_string(static_cast<int>(item.number));
    return text;
  }
  /// The bytes of a value of the vector file, to be pasted into a file of ours.
  std::string raw(const JsonValue& value) const {
    return vector_bytes.substr(value.begin_byte, value.end_byte - value.begin_byte);
  }
  static void expect_numbers(const JsonValue& seen, std::string_view member, const JsonValue& expected,
                             double tolerance) {
    ASSERT_EQ(seen.items.size(), expected.items.size());
    for (std::size_t i = 0; i < seen.items.size(); ++i)
      EXPECT_NEAR(at(seen.items[i], member).number, expected.items[i].number, tolerance) << member << ' ' << i;
  }

  fs::path folder, vectors;
  std::ostringstream out, err;
  std::string printed, vector_bytes;
  std::unique_ptr<JsonFile> parsed;
};

} // namespace rashin::cli

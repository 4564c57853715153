#pragma once
#include <chrono>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::handover {

/// A program run as a child: in a process group of its own, without a file of ours but its three streams.
struct ProcessOrder {
  std::vector<std::string> words{}; ///< the program's path first
  std::string input{};
  std::chrono::milliseconds patience{std::chrono::seconds(60)};
  std::size_t most_output = std::size_t{64} << 20;
  std::stop_token stop{};
  std::vector<std::string> environment{}; ///< `NAME=value`, besides what this program has
};
enum class ProcessFate { Ended, NotStarted, TimedOut, Stopped, TooMuchOutput };
struct ProcessEnd {
  ProcessFate fate = ProcessFate::NotStarted;
  int status = -1;      ///< the exit code; -1 where a signal ended it
  std::string output{}; ///< standard output
  std::string errors{}; ///< the first 64 KiB of standard error
};
/// Waits for its end; a child that outstays `patience`, or a stop, is killed with all that it started. Thread-safe.
ProcessEnd run_process(const ProcessOrder& order);

/// The first of `names` found on PATH.
std::optional<std::string> find_program(std::initializer_list<std::string_view> names);

/// A folder of its own under the system's temporary one, gone with all its files when this goes.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

} // namespace rashin::handover

#include "handover/process.h"

#include "core/result.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT: the name is POSIX's

namespace rashin::handover {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t most_errors = 65536;

/// Both ends of a pipe, closed with it.
struct Pipe {
  std::array<int, 2> ends{-1, -1};
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(std::string("pipe: ") + std::strerror(errno));
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() { close_end(0), close_end(1); }
  void close_end(std::size_t end) {
    if (ends[end] >= 0) close(ends[end]);
    ends[end] = -1;
  }
};

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> environment_with(const std::vector<std::string>& more) {
  std::vector<std::string> all = more;
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view have(*entry);
    bool given = false;
    for (const std::string& one : more) given = given || have.starts_with(one.substr(0, one.find('=') + 1));
    if (!given) all.emplace_back(have);
  }
  return all;
}

std::optional<pid_t> spawn(const ProcessOrder& order, const Pipe& in, const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.ends[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out.ends[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none), sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> words = order.words, environment = environment_with(order.environment);
  pid_t child = 0;
  const int failed = posix_spawn(&child, words.front().c_str(), &actions, &attributes, pointers(words).data(),
                                 pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return std::nullopt;
  return child;
}

/// Moves bytes until the child has closed its output, or there is a reason to end it.
ProcessFate exchange(const ProcessOrder& order, Pipe& in, Pipe& out, Pipe& err, ProcessEnd& end) {
  const auto last = Clock::now() + order.patience;
  std::size_t given = 0;
  std::array<char, 65536> chunk;
  const auto take = [&](Pipe& pipe, std::string& to, std::size_t most) {
    const ssize_t size = read(pipe.ends[0], chunk.data(), chunk.size());
    if (size > 0 && to.size() < most) to.append(chunk.data(), static_cast<std::size_t>(size));
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR)) pipe.close_end(0);
  };
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    if (order.stop.stop_requested()) return ProcessFate::Stopped;
    if (Clock::now() > last) return ProcessFate::TimedOut;
    std::array<pollfd, 3> waits{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0},
                                pollfd{in.ends[1], POLLOUT, 0}};
    poll(waits.data(), waits.size(), 50);
    if (waits[0].revents != 0) take(out, end.output, order.most_output + 1);
    if (waits[1].revents != 0) take(err, end.errors, most_errors);
    if (end.output.size() > order.most_output) return ProcessFate::TooMuchOutput;
    if (waits[2].revents != 0) {
      const ssize_t size = write(in.ends[1], order.input.data() + given, order.input.size() - given);
      if (size > 0) given += static_cast<std::size_t>(size);
      if (given == order.input.size() || (size < 0 && errno != EAGAIN && errno != EINTR)) in.close_end(1);
    }
  }
  return ProcessFate::Ended;
}

/// Waits for the child's end as long as it may take; then kills it.
ProcessFate await(const ProcessOrder& order, pid_t child, int& status) {
  const auto last = Clock::now() + order.patience;
  while (waitpid(child, &status, WNOHANG) == 0) {
    if (order.stop.stop_requested()) return ProcessFate::Stopped;
    if (Clock::now() > last) return ProcessFate::TimedOut;
    poll(nullptr, 0, 5);
  }
  return ProcessFate::Ended;
}

/// A pipe that its reader has left is an error of `write`, not the end of this program.
class NoPipeSignal {
 public:
  NoPipeSignal() {
    sigset_t pipe;
    sigemptyset(&pipe), sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &before_);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;
  ~NoPipeSignal() {
    sigset_t pipe;
    sigemptyset(&pipe), sigaddset(&pipe, SIGPIPE);
    const timespec now{};
    while (sigtimedwait(&pipe, nullptr, &now) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t before_{};
};

} // namespace

ProcessEnd run_process(const ProcessOrder& order) {
  const NoPipeSignal quiet;
  Pipe in, out, err;
  ProcessEnd end;
  const auto child = spawn(order, in, out, err);
  if (!child) return end;
  in.close_end(0), out.close_end(1), err.close_end(1);
  fcntl(in.ends[1], F_SETFL, O_NONBLOCK);
  if (order.input.empty()) in.close_end(1);
  int status = 0;
  end.fate = exchange(order, in, out, err, end);
  if (end.fate == ProcessFate::Ended) end.fate = await(order, *child, status);
  if (end.fate != ProcessFate::Ended) {
    kill(-*child, SIGKILL);
    waitpid(*child, &status, 0);
  }
  kill(-*child, SIGKILL); // what it left behind in its group
  end.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return end;
}

std::optional<std::string> find_program(std::initializer_list<std::string_view> names) {
  const char* path = std::getenv("PATH");
  if (!path) return std::nullopt;
  for (const std::string_view name : names)
    for (std::string_view rest = path; !rest.empty();) {
      const std::size_t end = std::min(rest.find(':'), rest.size());
      const std::string file = std::string(rest.substr(0, end)) + "/" + std::string(name);
      if (file.front() == '/' && access(file.c_str(), X_OK) == 0) return file;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  return std::nullopt;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "rashin-XXXXXX").string();
  if (!mkdtemp(name.data())) throw Error(std::string("no temporary folder: ") + std::strerror(errno));
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  for (int attempt = 0; attempt < 5 && std::filesystem::exists(path_, error); ++attempt) {
    std::filesystem::remove_all(path_, error);
    if (error) poll(nullptr, 0, 50); // a child that was killed may still be closing its files
  }
}

} // namespace rashin::handover

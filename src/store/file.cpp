#include "store/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rashin::store {
namespace fs = std::filesystem;

Diagnostic cannot_write(const fs::path& path, int error) {
  return make_diagnostic("cannot-write", {}, {path.string(), std::strerror(error)});
}

Result<std::string> read_file(const fs::path& path, const ReadOptions& options) {
  const std::string shown = options.shown.empty() ? path.filename().string() : options.shown;
  const auto failed = [&](int error) {
    return make_diagnostic("file-cannot-be-read", {.file = shown}, {std::strerror(error)});
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | (options.follow_links ? 0 : O_NOFOLLOW));
  if (file < 0) return failed(errno);
  std::string bytes;
  struct stat now {};
  std::size_t size = 0; // of a plain file; a pipe has none
  if (::fstat(file, &now) == 0 && S_ISREG(now.st_mode)) size = static_cast<std::size_t>(now.st_size);
  if (size <= options.most_bytes) bytes.reserve(size);
  char part[65536];
  ssize_t got = size <= options.most_bytes ? 1 : 0;
  while (got != 0 && bytes.size() <= options.most_bytes) {
    got = ::read(file, part, sizeof part);
    if (got < 0 && errno != EINTR) break;
    if (got > 0) bytes.append(part, static_cast<std::size_t>(got));
  }
  const int error = errno;
  ::close(file);
  if (got < 0) return failed(error);
  if (std::max(size, bytes.size()) > options.most_bytes)
    return make_diagnostic("file-too-large", {.file = shown},
                           {std::to_string(std::max(size, bytes.size())), std::to_string(options.most_bytes)});
  return bytes;
}

int write_bytes(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), std::min<std::size_t>(bytes.size(), 1 << 30));
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Diagnostics write_file(const fs::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return {cannot_write(path, errno)};
  int error = write_bytes(file, bytes);
  if (::close(file) != 0 && error == 0) error = errno;
  if (error != 0) return {cannot_write(path, error)};
  return {};
}

Diagnostics replace_file(const fs::path& path, std::string_view bytes) {
  struct stat now {};
  if (::lstat(path.c_str(), &now) == 0 && !S_ISREG(now.st_mode)) return {cannot_write(path, EINVAL)};
  const mode_t mode = now.st_mode != 0 ? now.st_mode & 0777 : 0644;
  const fs::path partial =
      path.parent_path() / ("." + path.filename().string() + ".partial-" + std::to_string(::getpid()));
  const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode);
  if (file < 0) return {cannot_write(path, errno)};
  int error = write_bytes(file, bytes);
  if (error == 0 && ::fsync(file) != 0) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(partial.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(partial.c_str());
  return {cannot_write(path, error)};
}

} // namespace rashin::store

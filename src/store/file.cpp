#include "store/folder.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rashin::store {
namespace fs = std::filesystem;
namespace {

Diagnostics cannot_write(const fs::path& path, int error) {
  return {make_diagnostic("cannot-write", {}, {path.string(), std::strerror(error)})};
}

int write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

} // namespace

Result<std::string> read_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  const std::string shown = path.filename().string();
  if (file < 0) return make_diagnostic("file-cannot-be-read", {.file = shown}, {std::strerror(errno)});
  std::string bytes;
  char part[65536];
  ssize_t got = 0;
  while ((got = ::read(file, part, sizeof part)) > 0 && bytes.size() <= max_file_bytes)
    bytes.append(part, static_cast<std::size_t>(got));
  const int error = errno;
  ::close(file);
  if (got < 0) return make_diagnostic("file-cannot-be-read", {.file = shown}, {std::strerror(error)});
  if (bytes.size() > max_file_bytes)
    return make_diagnostic("file-too-large", {.file = shown},
                           {std::to_string(bytes.size()), std::to_string(max_file_bytes)});
  return bytes;
}

Diagnostics replace_file(const fs::path& path, std::string_view bytes) {
  struct stat now {};
  if (::lstat(path.c_str(), &now) == 0 && !S_ISREG(now.st_mode)) return cannot_write(path, EINVAL);
  const mode_t mode = now.st_mode != 0 ? now.st_mode & 0777 : 0644;
  const fs::path partial =
      path.parent_path() / ("." + path.filename().string() + ".partial-" + std::to_string(::getpid()));
  const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode);
  if (file < 0) return cannot_write(path, errno);
  int error = write_whole(file, bytes);
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(partial.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(partial.c_str());
  return cannot_write(path, error);
}

} // namespace rashin::store

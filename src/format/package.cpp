#include "format/package.h"

#include "format/faults.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace rashin::format {
namespace {

struct CloseArchive {
  void operator()(archive* open) const { archive_free(open); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find_first_of("\\:") != std::string_view::npos) return false;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (name.substr(begin, end - begin) == "..") return false;
    begin = end + 1;
  }
  return true;
}

/// The file as a whole: no line, no column.
class Reader {
 public:
  Reader(std::string_view file, std::string_view bytes, const PackageLimits& limits)
      : file_(file), bytes_(bytes), limits_(limits), archive_(archive_read_new()) {}
  Result<PackageParts> read(const std::function<bool(std::string_view)>& wanted);

 private:
  Diagnostic fault(std::string_view code, std::initializer_list<std::string_view> arguments = {}) const {
    return make_diagnostic(code, {file_, 0, 0, 0, bytes_.size(), ""}, arguments);
  }
  Diagnostic damaged() const {
    const char* reason = archive_error_string(archive_.get());
    return fault("package-damaged", {shortened(reason ? reason : "ZIP", 80)});
  }
  Result<std::string> unpack();

  std::string file_;
  std::string_view bytes_;
  PackageLimits limits_;
  Archive archive_;
  std::size_t unpacked_ = 0;
};

Result<PackageParts> Reader::read(const std::function<bool(std::string_view)>& wanted) {
  if (bytes_.starts_with("\xD0\xCF\x11\xE0")) return fault("package-old-or-locked");
  if (!bytes_.starts_with("PK")) return fault("package-not-zip");
  archive_read_support_format_zip_seekable(archive_.get());
  if (archive_read_open_memory(archive_.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK) return damaged();
  PackageParts parts;
  archive_entry* entry = nullptr;
  for (std::size_t count = 1;; ++count) {
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) return parts;
    if (status != ARCHIVE_OK) return damaged();
    if (count > limits_.parts) return fault("package-too-many-parts", {std::to_string(limits_.parts)});
    const char* name = archive_entry_pathname_utf8(entry);
    if (!name || !is_safe_name(name)) return fault("package-bad-name", {name ? shortened(name) : "?"});
    if (archive_entry_is_encrypted(entry)) return fault("package-old-or-locked");
    if (!wanted(name)) continue;
    if (archive_entry_filetype(entry) != AE_IFREG)
      return fault("package-bad-name", {shortened(name)}); // a link, a folder
    Result<std::string> part = unpack();
    if (!part) return part.diagnostics();
    if (!parts.emplace(name, part.take()).second) return fault("package-bad-name", {shortened(name)});
  }
}

Result<std::string> Reader::unpack() {
  std::string part;
  char chunk[1 << 16];
  while (true) {
    const auto size = archive_read_data(archive_.get(), chunk, sizeof chunk);
    if (size < 0) return damaged();
    if (size == 0) return part;
    part.append(chunk, static_cast<std::size_t>(size));
    unpacked_ += static_cast<std::size_t>(size);
    const bool bomb = unpacked_ > (std::size_t{1} << 20) && unpacked_ / limits_.ratio > bytes_.size();
    if (bomb || part.size() > limits_.part_bytes || unpacked_ > limits_.bytes)
      return fault("package-too-large", {std::to_string(unpacked_), std::to_string(bytes_.size())});
  }
}

la_ssize_t append(archive*, void* out, const void* data, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(data), size);
  return static_cast<la_ssize_t>(size);
}

void require(bool done, archive* open) {
  if (done) return;
  const char* reason = archive_error_string(open);
  throw Error(std::string("libarchive: ") + (reason ? reason : "no reason"));
}

} // namespace

Result<PackageParts> read_package(std::string_view file, std::string_view bytes,
                                  const std::function<bool(std::string_view)>& wanted, const PackageLimits& limits) {
  return Reader(file, bytes, limits).read(wanted);
}

std::string write_package(const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string out;
  const Archive open(archive_write_new());
  require(archive_write_set_format_zip(open.get()) == ARCHIVE_OK, open.get());
  require(archive_write_set_bytes_in_last_block(open.get(), 1) == ARCHIVE_OK, open.get());
  require(archive_write_open(open.get(), &out, nullptr, append, nullptr) == ARCHIVE_OK, open.get());
  for (const auto& [name, data] : parts) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str()); // no time set: ZIP's first day, in every time zone
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(data.size()));
    require(archive_write_header(open.get(), entry.get()) == ARCHIVE_OK, open.get());
    require(archive_write_data(open.get(), data.data(), data.size()) == static_cast<la_ssize_t>(data.size()),
            open.get());
  }
  require(archive_write_close(open.get()) == ARCHIVE_OK, open.get());
  return out;
}

} // namespace rashin::format

#include "store/mrio_file.h"

#include "store/file.h"
#include "store/mrio_file_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

namespace rashin::store {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::array<char, 8> magic{'R', 'A', 'S', 'H', 'M', 'R', 'I', 'O'};
constexpr std::uint32_t version = 2, order_mark = 0x01020304;
constexpr std::size_t alignment = 64;
enum Kind : std::uint32_t {
  Labels,
  Output,
  FlowRows,
  FlowColumns,
  FlowValues,
  FinalRows,
  FinalColumns,
  FinalValues,
  Checks, ///< since version 2
  kinds
};

struct Header {
  std::array<char, 8> mark;
  std::uint32_t file_version, order, sections, list_crc;
};
struct Section {
  std::uint32_t kind, crc;
  std::uint64_t offset, length;
};
constexpr std::size_t list_bytes = kinds * sizeof(Section);

std::uint32_t crc_of(Bytes bytes) {
  uLong crc = crc32(0, nullptr, 0);
  while (!bytes.empty()) {
    const std::size_t part = std::min<std::size_t>(bytes.size(), 1 << 30);
    crc = crc32(crc, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(part));
    bytes = bytes.subspan(part);
  }
  return static_cast<std::uint32_t>(crc);
}

/// A file mapped for reading, unmapped when the last table lets go of it.
class Mapping {
 public:
  explicit Mapping(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    struct stat status {};
    if (::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
      void* at = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
      if (at != MAP_FAILED) bytes = {static_cast<const std::byte*>(at), static_cast<std::size_t>(status.st_size)};
    }
    ::close(file);
  }
  ~Mapping() {
    if (!bytes.empty()) ::munmap(const_cast<std::byte*>(bytes.data()), bytes.size());
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  Bytes bytes;
};

template <class T> std::span<const T> as(Bytes bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

supply::SparseRows matrix_of(Bytes rows, Bytes columns, Bytes values, std::size_t width) {
  supply::SparseRows matrix;
  matrix.row_begin = as<std::uint64_t>(rows);
  matrix.rows = matrix.row_begin.empty() ? 0 : matrix.row_begin.size() - 1;
  matrix.columns = width;
  matrix.column = as<std::uint16_t>(columns);
  matrix.value = as<double>(values);
  return matrix;
}

/// Offsets rise from 0 to the number of cells, columns rise within each row and stay inside, values are finite.
bool is_sound(const supply::SparseRows& matrix, std::size_t rows) {
  if (matrix.rows != rows || matrix.row_begin.empty() || matrix.row_begin.front() != 0 ||
      matrix.row_begin.back() != matrix.cells() || matrix.column.size() != matrix.cells())
    return false;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint64_t begin = matrix.row_begin[row], end = matrix.row_begin[row + 1];
    if (begin > end || end > matrix.cells()) return false;
    for (std::uint64_t k = begin; k < end; ++k)
      if (matrix.column[k] >= matrix.columns || (k > begin && matrix.column[k] <= matrix.column[k - 1]) ||
          !std::isfinite(matrix.value[k]))
        return false;
  }
  return true;
}

} // namespace

Diagnostics write_mrio(const std::filesystem::path& path, const supply::CheckedMrio& checked) {
  const supply::Mrio& table = checked.table;
  const std::string labels = labels_of(table), checks = checks_of(checked.checks);
  const std::array<Bytes, kinds> parts{
      std::as_bytes(std::span(labels)),         std::as_bytes(std::span(table.output)),
      std::as_bytes(table.flows.row_begin),     std::as_bytes(table.flows.column),
      std::as_bytes(table.flows.value),         std::as_bytes(table.final_demand.row_begin),
      std::as_bytes(table.final_demand.column), std::as_bytes(table.final_demand.value),
      std::as_bytes(std::span(checks))};
  std::array<Section, kinds> list{};
  std::uint64_t offset = sizeof(Header) + list_bytes;
  for (std::uint32_t kind = 0; kind < kinds; ++kind) {
    offset = (offset + alignment - 1) / alignment * alignment;
    list[kind] = {kind, crc_of(parts[kind]), offset, parts[kind].size()};
    offset += parts[kind].size();
  }
  const Header header{magic, version, order_mark, kinds, crc_of(std::as_bytes(std::span(list)))};

  std::filesystem::path partial = path;
  partial += ".part";
  const int file = ::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  int error = file < 0 ? errno : 0;
  const auto write = [&](Bytes bytes) {
    if (error == 0) error = write_bytes(file, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  };
  write(std::as_bytes(std::span(&header, 1)));
  write(std::as_bytes(std::span(list)));
  std::uint64_t at = sizeof(Header) + list_bytes;
  for (std::uint32_t kind = 0; error == 0 && kind < kinds; ++kind) {
    const std::string gap(list[kind].offset - at, '\0');
    write(std::as_bytes(std::span(gap)));
    write(parts[kind]);
    at = list[kind].offset + list[kind].length;
  }
  if (file >= 0 && error == 0 && ::fsync(file) != 0) error = errno;
  if (file >= 0 && ::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(partial.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(partial.c_str());
  return {cannot_write(path, error)};
}

Result<supply::CheckedMrio> open_mrio(const std::filesystem::path& path) {
  const auto damaged = [&](std::string_view why) {
    return make_diagnostic("mrio-file-damaged", {path.string()}, {why});
  };
  const auto mapping = std::make_shared<Mapping>(path);
  const Bytes bytes = mapping->bytes;
  if (bytes.empty()) return make_diagnostic("mrio-missing-file", {}, {path.string()});
  Header header{};
  std::array<Section, kinds> list{};
  if (bytes.size() < sizeof header + list_bytes) return damaged("it is too short");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.mark != magic || header.order != order_mark) return damaged("it does not begin like a table file");
  const std::uint32_t sections = header.file_version == 1 ? Checks : kinds; // the first version ends before the checks
  std::memcpy(list.data(), bytes.data() + sizeof header, sections * sizeof(Section));
  if (header.file_version < 1 || header.file_version > version)
    return make_diagnostic("mrio-file-version", {path.string()},
                           {std::to_string(header.file_version), std::to_string(version)});
  if (header.sections != sections || header.list_crc != crc_of(std::as_bytes(std::span(list).first(sections))))
    return damaged("its list of sections is changed");
  std::array<Bytes, kinds> part;
  for (std::uint32_t kind = 0; kind < sections; ++kind) {
    const auto& [its_kind, crc, offset, length] = list[kind];
    if (its_kind != kind || offset % alignment != 0 || offset > bytes.size() || length > bytes.size() - offset)
      return damaged("it ends too early");
    part[kind] = bytes.subspan(offset, length);
    if (crc != crc_of(part[kind])) return damaged("a checksum does not fit");
  }
  supply::CheckedMrio checked;
  supply::Mrio& table = checked.table;
  const bool labelled = read_labels(part[Labels], table);
  const std::size_t n = table.size();
  table.flows = matrix_of(part[FlowRows], part[FlowColumns], part[FlowValues], n);
  table.final_demand = matrix_of(part[FinalRows], part[FinalColumns], part[FinalValues], table.final_demands.size());
  const auto output = as<double>(part[Output]);
  table.output.assign(output.begin(), output.end());
  if (!labelled || output.size() != n || !is_sound(table.flows, n) || !is_sound(table.final_demand, n) ||
      (sections > Checks && !read_checks(part[Checks], checked.checks)))
    return damaged("its sections do not fit together");
  table.flows.owner = mapping;
  table.final_demand.owner = mapping;
  checked.checks.recorded = sections > Checks;
  supply::check_industries(checked);
  return checked;
}

} // namespace rashin::store

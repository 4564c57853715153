#include "collect/mrio_gzip.h"
#include "collect/mrio_readers.h"

#include <algorithm>
#include <cstdint>

// The five files of the release, parted by NUL; the whole also as gzip and as an aggregation map.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashin::collect;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  (void)unpack_gzip(rest, "fuzz.gz", 1 << 20);
  (void)read_aggregation_map({"map", rest}, {{"A", "x"}, {"B", "y"}});
  NamedText part[5];
  for (NamedText& text : part) {
    const std::size_t cut = std::min(rest.find('\0'), rest.size());
    text = {"part", rest.substr(0, cut)};
    rest.remove_prefix(std::min(cut + 1, rest.size()));
  }
  (void)read_wiod_release({part[0], part[1], part[2], part[3], part[4]});
  return 0;
}

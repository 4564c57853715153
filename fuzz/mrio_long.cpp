#include "collect/mrio_readers.h"
#include "supply/mrio.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto entries = rashin::collect::read_long_csv({"fuzz.csv", {reinterpret_cast<const char*>(data), size}});
  if (entries) (void)rashin::supply::make_mrio(*entries);
  return 0;
}

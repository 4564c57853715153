#include "collect/mrio_readers.h"

#include <algorithm>
#include <cstdint>

// Both matrix layouts: the text up to the first NUL is Z, the rest Y.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rashin::collect;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(text.find('\0'), size);
  const NamedText z{"Z", text.substr(0, cut)}, y{"Y", text.substr(std::min(cut + 1, size))};
  (void)read_labelled_matrices(z, y);
  (void)read_pymrio_folder(z, y);
  (void)read_oecd_icio(z);
  return 0;
}

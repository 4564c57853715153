#include "store/mrio_file.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

// The mapped table file; most inputs fail a checksum, so the seeds carry right ones.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("rashin-fuzz-" + std::to_string(::getpid()) + ".rmrio");
  if (std::FILE* file = std::fopen(path.c_str(), "wb")) {
    std::fwrite(data, 1, size, file);
    std::fclose(file);
    (void)rashin::store::open_mrio(path);
  }
  return 0;
}

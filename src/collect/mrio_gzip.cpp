#include "collect/mrio_gzip.h"

#include <algorithm>
#include <zlib.h>

namespace rashin::collect {
namespace {

/// Ends an inflate stream whatever happens.
struct Stream {
  z_stream state{};
  Stream() {
    if (inflateInit2(&state, 15 + 16) != Z_OK) throw Error("zlib cannot start");
  }
  ~Stream() { inflateEnd(&state); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
};

/// The place is the line and column of the unpacked text up to which the data is whole.
Diagnostic broken(const std::string& file, const std::string& text, std::string_view why) {
  const auto lines = std::count(text.begin(), text.end(), '\n');
  const std::size_t start = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
  return make_diagnostic(
      "mrio-gzip",
      {file, static_cast<int>(lines) + 1, static_cast<int>(text.size() - start) + 1, text.size(), text.size(), ""},
      {why});
}

} // namespace

Result<std::string> unpack_gzip(std::string_view bytes, const std::string& file, std::size_t limit) {
  if (!bytes.starts_with("\x1f\x8b")) return std::string(bytes);
  Stream stream;
  std::string text;
  std::string block(1 << 20, '\0');
  std::size_t at = 0;
  for (;;) {
    if (stream.state.avail_in == 0) {
      const std::size_t take = std::min<std::size_t>(bytes.size() - at, 1 << 30);
      if (take == 0) return broken(file, text, "it ends too early");
      stream.state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + at));
      stream.state.avail_in = static_cast<uInt>(take);
      at += take;
    }
    stream.state.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.state.avail_out = static_cast<uInt>(block.size());
    const int answer = inflate(&stream.state, Z_NO_FLUSH);
    text.append(block, 0, block.size() - stream.state.avail_out);
    if (answer != Z_OK && answer != Z_STREAM_END && answer != Z_BUF_ERROR)
      return broken(file, text, stream.state.msg ? stream.state.msg : "damaged data");
    if (text.size() > limit) return make_diagnostic("mrio-too-large", {file}, {std::to_string(limit)});
    if (answer != Z_STREAM_END) continue;
    if (stream.state.avail_in == 0 && at == bytes.size()) return text;
    if (inflateReset(&stream.state) != Z_OK) return broken(file, text, "damaged data");
  }
}

} // namespace rashin::collect

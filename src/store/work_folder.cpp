#include "store/work_folder.h"

namespace rashin::store {

Result<FileSet> read_work_folder(const std::filesystem::path& folder, const std::vector<std::string_view>& endings) {
  auto files = read_folder(folder, endings);
  if (!files) return files;
  std::error_code error;
  const auto registry = std::filesystem::absolute(folder, error).lexically_normal() / ".." / "registry";
  if (!std::filesystem::is_directory(registry, error)) return files;
  auto shared = read_folder(registry, {".yaml"}, "registry/");
  if (!shared) return shared.diagnostics();
  FileSet all = files.take();
  all.merge(shared.take());
  return all;
}

Result<FileSet> read_run_folder(const std::filesystem::path& folder, const std::vector<std::string_view>& endings) {
  std::error_code error;
  if (!std::filesystem::exists(folder / "run.json", error)) return make_diagnostic("not-a-run", {}, {folder.string()});
  FileSet all;
  const auto add = [&](const char* part) -> Diagnostics {
    if (!std::filesystem::is_directory(folder / part, error)) return {};
    auto files = read_folder(folder / part, endings, std::string(part) + "/");
    if (!files) return files.diagnostics();
    all.merge(files.take());
    return {};
  };
  for (const char* part : {"inputs", "results"})
    if (Diagnostics faults = add(part); !faults.empty()) return faults;
  auto top = read_folder(folder, {"run.json"});
  if (!top) return top.diagnostics();
  all.merge(top.take());
  return all;
}

} // namespace rashin::store

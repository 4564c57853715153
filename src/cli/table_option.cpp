#include "cli/table_option.h"

#include "cli/mrio_source.h"

namespace rashin::cli {
namespace fs = std::filesystem;

Result<supply::CheckedMrio> table_for(const Arguments& arguments, const std::string& named, const fs::path& beside) {
  const std::string year = arguments.option("--year").value_or("");
  const auto given = arguments.option("--table");
  std::error_code error;
  if (given && fs::exists(*given, error)) return load_table({*given, "", year});
  std::vector<fs::path> folders;
  if (const auto folder = arguments.option("--tables")) folders.emplace_back(*folder);
  auto source = find_table(given.value_or(named), folders, {beside.empty() ? fs::path(".") : beside});
  if (!source) return source.diagnostics();
  TableSource found = source.take();
  if (!year.empty()) found.year = year;
  return load_table(found);
}

} // namespace rashin::cli

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

Result<TableCall> open_table(const Call& call, CommandForm form) {
  form.options.insert(form.options.end(), {"--table", "--tables", "--year", "--top"});
  auto arguments = parse_arguments(call.words, form);
  if (!arguments) return arguments.diagnostics();
  const auto top = integer_option(*arguments, "--top", 1, 100000);
  if (!top) return top.diagnostics();
  auto checked = table_for(*arguments, "wiod1435_2011", ".");
  if (!checked) return checked.diagnostics();
  return TableCall{arguments.take(), static_cast<std::size_t>(top->value_or(20)), checked.take()};
}

} // namespace rashin::cli

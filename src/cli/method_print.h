#pragma once
#include "cli/arguments.h"
#include "cli/command.h"
#include "collect/json_file.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace rashin::cli {

/// A table on a terminal: columns padded to one width (wide characters count two), numbers to the right.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) { rows_.push_back(std::move(header)); }
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  void print(std::ostream& out) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

/// Four significant digits, plain; very small ones as 6.130e-13.
std::string figure(double value);

/// The command line of a method with one plain file, and the bytes of the file.
struct MethodCall {
  Arguments arguments;
  std::string file;
  std::string bytes;
  bool json = false;
};
/// `--json` is always allowed.
Result<MethodCall> method_call(const Call& call, CommandForm form);

/// A number option within [least, most], or nothing when it is not given; `usage-number` where it is none.
Result<std::optional<double>> number_option(const Arguments& arguments, std::string_view name, double least,
                                            double most);

/// Notes and warnings of a file that was read: to standard error, before the results.
void report_notes(const Call& call, const Diagnostics& notes);

/// Diagnostics of a computation on a file, with the file's name in their places; reports them.
int report_in_file(const Call& call, const std::string& file, Diagnostics diagnostics, bool json);

} // namespace rashin::cli

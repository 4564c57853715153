#pragma once
#include "cli/command.h"
#include "supply/mrio.h"

#include <cstdio>
#include <ostream>
#include <string>

namespace rashin::cli {

inline std::string number(double value, const char* form = "%.6g") {
  char text[64];
  std::snprintf(text, sizeof text, form, value);
  return text;
}
inline std::string percent(double share) {
  return number(100 * share, "%.2f") + " %";
}

/// "label: value" in the call's language.
class Printer {
 public:
  explicit Printer(const Call& call) : call_(call) {}
  void line(const LocalizedText& label, const std::string& value) const {
    call_.out << label.in(call_.language) << ": " << value << '\n';
  }
  void list(const LocalizedText& label, const std::vector<supply::TableChecks::NamedAmount>& amounts) const {
    if (amounts.empty()) return;
    call_.out << label.in(call_.language) << ":\n";
    for (const auto& [what, amount] : amounts) call_.out << "  " << what << "  " << number(amount, "%.9g") << '\n';
  }

 private:
  const Call& call_;
};

} // namespace rashin::cli

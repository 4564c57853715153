#pragma once
#include "core/result.h"

#include <gtest/gtest.h>

namespace rashin::format {

/// One fault as a test names it: its code, line and column, and the bytes it covers.
struct ExpectedFault {
  std::string code{};
  int line = 0;
  int column = 0;
  std::string covered{};
};

inline std::ostream& operator<<(std::ostream& out, const ExpectedFault& fault) {
  return out << fault.code << " at " << fault.line << ":" << fault.column << " covering <" << fault.covered << ">";
}

inline bool operator==(const ExpectedFault& a, const ExpectedFault& b) {
  return a.code == b.code && a.line == b.line && a.column == b.column && a.covered == b.covered;
}

/// The faults as tests name them; each must have its text in both languages with every argument filled in.
inline std::vector<ExpectedFault> named(const Diagnostics& diagnostics, std::string_view bytes) {
  std::vector<ExpectedFault> faults;
  for (const Diagnostic& d : diagnostics) {
    EXPECT_LE(d.place.begin_byte, d.place.end_byte) << d.code;
    EXPECT_LE(d.place.end_byte, bytes.size()) << d.code;
    for (const std::string& text : {d.message.en, d.message.ja}) {
      EXPECT_FALSE(text.empty()) << d.code;
      for (const char* open : {"{0}", "{1}", "{2}"}) EXPECT_EQ(text.find(open), std::string::npos) << text;
    }
    const std::size_t begin = std::min(d.place.begin_byte, bytes.size());
    faults.push_back(
        {d.code, d.place.line, d.place.column, std::string(bytes.substr(begin, d.place.end_byte - begin))});
  }
  return faults;
}

} // namespace rashin::format

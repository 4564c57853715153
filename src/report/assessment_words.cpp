#include "report/assessment_words.h"

#include <array>

namespace rashin::report {

LocalizedText assessment_word(std::string_view word) {
  struct Entry {
    std::string_view word, ja, en;
  };
  static constexpr std::array<Entry, 22> entries{
      {{"centre", "重心", "centre of gravity"},
       {"capability", "重要な能力", "critical capability"},
       {"requirement", "重要な要件", "critical requirement"},
       {"vulnerability", "重要な脆弱性", "critical vulnerability"},
       {"system", "システム", "system"},
       {"subsystem", "サブシステム", "subsystem"},
       {"technology", "技術", "technology"},
       {"element", "要素技術", "element technology"},
       {"compared", "比較済み", "compared"},
       {"unknown", "不明", "unknown"},
       {"scale-says-nothing", "この尺度では言えない", "the scale says nothing"},
       {"none", "ほぼない", "hardly any"},
       {"slight", "わずか", "slight"},
       {"clear", "明らか", "clear"},
       {"large", "大きい", "large"},
       {"deter", "抑止", "deter"},
       {"respond", "対処", "respond"},
       {"yes", "はい", "yes"},
       {"no", "いいえ", "no"},
       {"open", "定まらない", "open"},
       {"bounded", "定まる", "bounded"},
       {"example", "例示", "illustrative"}}};
  for (const Entry& entry : entries)
    if (entry.word == word) return {std::string(entry.ja), std::string(entry.en)};
  return {std::string(word), std::string(word)};
}

} // namespace rashin::report

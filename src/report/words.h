#pragma once
#include "report/figure.h"

#include <string_view>

namespace rashin::report {

/// The decimals that show `digits` significant ones of a number as large as `magnitude`.
int decimals_for(double magnitude, int digits);
/// With exactly `decimals`, thousands apart by commas, a real minus sign: ticks and cells that stand in one column.
std::string fixed_text(double value, int decimals);

/// "value" and "low–high" as core/number_text.h writes them; empty where missing or not finite.
struct FigureText {
  std::string value;
  std::string interval;
};
FigureText figure_text(const Figure& figure, Language language);
/// `unit` as it follows a number: 日 and % closely, tonnes after a no-break space.
std::string unit_after(std::string_view unit);
/// "12 %" of 0.123 as "12%"; below 1 % one decimal more.
std::string percent_text(double share);

/// Fixed words of pages and charts in both languages, so that each is written once.
namespace words {
inline const LocalizedText missing{"欠測", "missing"};
inline const LocalizedText sources{"出典", "Sources"};
inline const LocalizedText data{"データ", "Data"};
inline const LocalizedText interval90{"90%区間", "90% interval"};
inline const LocalizedText small_intervals{"小さい数字は90%区間。", "Small figures: 90% interval."};
inline const LocalizedText means_and_intervals{"値は平均、小さい数字は90%区間。",
                                               "Values are means; small figures: 90% interval."};
inline const LocalizedText mean_outside{"平均が区間の外にあるものは、まれに大きな値が出るため。",
                                        "Where a mean lies outside its interval, rare values are large."};
inline const LocalizedText contents{"目次", "Contents"};
inline const LocalizedText glossary{"用語", "Glossary"};
} // namespace words

} // namespace rashin::report

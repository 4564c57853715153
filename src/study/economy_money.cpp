#include "study/economy.h"
#include "study/reader.h"

#include <array>
#include <cctype>
#include <sstream>

namespace rashin::study {
namespace {

bool is_currency(const std::string& word) {
  return word.size() == 3 &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
}

} // namespace

std::optional<EconomyMoney> economy_money(const FileSet& files, const std::string& currency, const std::string& unit,
                                          const std::string& year) {
  static constexpr std::array<std::pair<std::string_view, double>, 3> sizes{
      {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}}};
  EconomyMoney money{1, currency, 1, "", {}};
  std::istringstream words(unit);
  for (std::string word; words >> word;) {
    for (const auto& [name, size] : sizes)
      if (word == name) money.factor *= size;
    if (is_currency(word)) money.of = word;
  }
  const bool dated =
      year.size() == 4 && std::all_of(year.begin(), year.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  if (money.of.empty() || !dated) return std::nullopt;
  if (money.of == currency) return money;
  Reading reading{files};
  read_rates(reading);
  const auto exchanged = reading.rates.exchange(money.of, currency, year_period(std::stoi(year)), {});
  if (!exchanged) return std::nullopt;
  money.rate = exchanged->factor;
  money.factor *= exchanged->factor;
  for (const std::string& basis : exchanged->bases)
    money.claims.push_back(basis.starts_with("claim:") ? basis.substr(6) : basis);
  return money;
}

} // namespace rashin::study

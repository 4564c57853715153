#include "core/unit_names.h"

#include "core/unit.h"

#include <algorithm>
#include <array>

namespace rashin {
namespace {

constexpr auto zero_up = RangeKind::FromZero;

constexpr UnitName measures[] = {
    {"1", "", 0, 1, 1, RangeKind::Any},
    {"ratio", "", 0},
    {"share", "", 0, 1, 1, RangeKind::Share},
    {"percent", "", 0, 1, 100, RangeKind::Percent},
    {"%", "", 0, 1, 100, RangeKind::Percent},
    {"percentage-point", "", 0, 1, 100, RangeKind::PercentagePoint},
    {"t", "mass"},
    {"mg", "mass", 1, 1, 1e9},
    {"g", "mass", 1, 1, 1e6},
    {"kg", "mass", 1, 1, 1e3},
    {"kt", "mass", 1, 1e3},
    {"Mt", "mass", 1, 1e6},
    {"Gt", "mass", 1, 1e9},
    {"kg-CO2e", "CO2e", 1, 1, 1e3},
    {"t-CO2e", "CO2e"},
    {"Mt-CO2e", "CO2e", 1, 1e6},
    {"s", "time", 1, 1, 86400},
    {"minute", "time", 1, 1, 1440},
    {"hour", "time", 1, 1, 24},
    {"day", "time"},
    {"week", "time", 1, 7},
    {"month", "time", 1, 365, 12},
    {"quarter", "time", 1, 365, 4},
    {"year", "time", 1, 365},
    {"m", "length"},
    {"nm", "length", 1, 1, 1e9},
    {"km", "length", 1, 1e3},
    {"nmi", "length", 1, 1852},
    {"knot", "length", 1, 1852 * 24, 1, zero_up, true},
    {"m2", "length", 2},
    {"ha", "length", 2, 1e4},
    {"km2", "length", 2, 1e6},
    {"L", "length", 3, 1, 1e3},
    {"kL", "length", 3},
    {"m3", "length", 3},
    {"bcm", "length", 3, 1e9},
    {"bbl", "length", 3, 9936705933.0, 625e8}, // 42 * 231 * 0.0254^3 m3
    {"J", "energy", 1, 1, 1e9},
    {"kJ", "energy", 1, 1, 1e6},
    {"MJ", "energy", 1, 1, 1e3},
    {"GJ", "energy"},
    {"TJ", "energy", 1, 1e3},
    {"PJ", "energy", 1, 1e6},
    {"EJ", "energy", 1, 1e9},
    {"kWh", "energy", 1, 36, 1e4},
    {"MWh", "energy", 1, 36, 10},
    {"GWh", "energy", 1, 3600},
    {"TWh", "energy", 1, 3600e3},
    {"toe", "energy", 1, 41868, 1e3},
    {"ktoe", "energy", 1, 41868},
    {"Mtoe", "energy", 1, 41868e3},
    {"MMBtu", "energy", 1, 52752792631.0, 5e10},
    {"W", "energy", 1, 86400, 1e9, zero_up, true},
    {"kW", "energy", 1, 86400, 1e6, zero_up, true},
    {"MW", "energy", 1, 86400, 1e3, zero_up, true},
    {"GW", "energy", 1, 86400, 1, zero_up, true},
    {"dwt", "dwt"},
    {"gross-ton", "gross-ton"},
    {"TEU", "TEU"},
};

constexpr std::string_view count_words[] = {
    "aircraft",  "attack",  "battery",  "bed",     "building",      "cable",      "case",      "chip",
    "company",   "dose",    "dwelling", "event",   "facility",      "flight",     "household", "incident",
    "item",      "job",     "launch",   "magnet",  "mission",       "missile",    "motor",     "paper",
    "patent",    "patient", "patrol",   "person",  "piece",         "plant",      "point",     "project",
    "satellite", "ship",    "sortie",   "system",  "transit",       "treatment",  "unit",      "vehicle",
    "vessel",    "voyage",  "wafer",    "warhead", "establishment", "researcher",
};

constexpr std::string_view currencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHF CLP CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL "
    "GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF "
    "KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR "
    "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG "
    "SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD "
    "UYU UZS VED VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL";

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

bool is_currency(std::string_view code) {
  return code.size() == 3 && code.find(' ') == std::string_view::npos &&
         currencies.find(code) != std::string_view::npos;
}

std::optional<UnitName> find_unit_name(std::string_view name) {
  for (const UnitName& measure : measures)
    if (measure.name == name) return measure;
  if (std::find(std::begin(count_words), std::end(count_words), name) != std::end(count_words) || is_currency(name))
    return UnitName{name, name};
  return std::nullopt;
}

std::string similar_unit_name(std::string_view name) {
  const auto matches = [name](std::string_view known) {
    return equal_but_for_case(name, known) ||
           (name.ends_with('s') && equal_but_for_case(name.substr(0, name.size() - 1), known));
  };
  for (const UnitName& measure : measures)
    if (matches(measure.name)) return std::string(measure.name);
  for (const std::string_view word : count_words)
    if (matches(word)) return std::string(word);
  for (std::size_t i = 0; i + 3 <= currencies.size(); i += 4)
    if (equal_but_for_case(name, currencies.substr(i, 3))) return std::string(currencies.substr(i, 3));
  return {};
}

} // namespace rashin

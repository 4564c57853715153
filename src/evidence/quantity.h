#pragma once
#include "core/distribution.h"
#include "core/draws.h"
#include "core/unit.h"
#include "evidence/source.h"
#include "format/csv.h"

namespace rashin {

/// Which link of the chain a value belongs to; the variance of the result is split by link.
enum class Link { Tree, Network, OptionEffects, TechnologyDates, Judged };

/// How several people's values become one draw.
enum class Pool { Linear };

/// One person's value.
struct PersonValue {
  std::string by;
  Distribution distribution;
  LocalizedText reason;
  Date on;
  std::vector<std::string> claims; ///< the published position it was read from
  Place basis_place;
  double trust = 1; ///< how often the person is believed, relative to the others
};

/// What a value rests on.
enum class Standing {
  Cited,        ///< on claims
  Judged,       ///< a named person's judgement
  Illustrative, ///< `by: example`
  Missing       ///< nothing: counted in the watermark of a draft, refused in a release
};
/// As tables write it: `cited`, `judged`, `illustrative`, `missing`.
std::string_view standing_word(Standing standing);

/// An uncertain number with unit, period and basis. Its factor id keys its draws: `table/row/quantity`, or an explicit
/// one that it shares with others.
struct Quantity {
  std::string table;
  std::string row; ///< ids joined by '.'
  std::string name;
  std::string factor;
  Link link = Link::Network;
  Distribution distribution = Distribution::fixed(0); ///< of a single value; of several people's: unused
  std::vector<PersonValue> people;                    ///< empty for a single value
  double scale = 1; ///< money of another currency or price year: what the drawn value is multiplied by
  Unit unit;        ///< after scaling
  std::optional<Period> period;
  std::vector<std::string> claims;
  std::string by;
  LocalizedText note; ///< how the number follows from its basis
  Marking marking;
  Place place;        ///< of the value
  Place unit_place;   ///< of the unit
  Place period_place; ///< of the period
  Place basis_place;  ///< of the basis; of the value where there is none

  std::string id() const { return table + "/" + row + "/" + name; }
  Standing standing() const;
};

/// The words of a quantity's row in CSV behind its keys and attributes.
const std::vector<std::string>& quantity_columns();

/// The ids in the words of a basis, `claim:a; claim:b`. What has another form is a fault.
std::vector<std::string> parse_basis(std::string_view text, const Place& place, Diagnostics& faults);

/// What reading needs to know about the study.
struct QuantityContext {
  Date as_of;
  std::string currency;
};

/// Reads the mapping of one uncertain number. The unit `date` takes dates as values and turns them into days after the
/// as-of date. Faults are added to `faults`; nothing is returned then.
std::optional<Quantity> read_quantity(const format::YamlNode& node, std::string_view table, std::string_view row,
                                      std::string_view name, const QuantityContext& context, Diagnostics& faults);
/// The same from a row in the long form.
std::optional<Quantity> read_quantity(const format::CsvFile& file, std::size_t row_index, std::string_view table,
                                      std::string_view row, const QuantityContext& context, Diagnostics& faults);

/// Values in draws first, first + 1, … in the quantity's unit. Several people: who is believed in a draw is drawn too
/// (factor `<factor>/believed`, by their trust), and every person's value is read at the same uniform. Thread-safe,
/// pure.
void draw_values(const Quantity& quantity, const DrawPlan& plan, std::uint64_t first, std::span<double> values);

/// What the as-of date and the claims say about a list of quantities, and what lacks a basis.
struct BasisReport {
  int values = 0;
  int cited = 0;
  int judged = 0;
  int illustrative = 0;
  int missing = 0;
  int known_later = 0; ///< about a time before the as-of date, first published after it
};
bool is_known_later(const Quantity& quantity, const Evidence& evidence, const Date& as_of);
/// Counts, and adds a fault for each claim that does not exist and each value about a time after the as-of date, and a
/// note for each value that was known later only.
BasisReport check_basis(const std::vector<const Quantity*>& quantities, const Evidence& evidence, const Date& as_of,
                        Diagnostics& faults);

} // namespace rashin

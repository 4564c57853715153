#pragma once
#include "format/csv.h"
#include "format/yaml.h"

#include <memory>

namespace rashin::format {

enum class FieldKind {
  Text,
  Id, ///< see is_valid_id
  Integer,
  Number,
  Boolean,
  Date,      ///< see parse_date
  Period,    ///< see parse_period
  Localized, ///< {ja, en}, at least one of them
  Choice,    ///< one of `words`
  Quantity,  ///< an uncertain number
  List,
  OneOrMore, ///< a value or a list of such values
  Map,       ///< keys are free, values are alike
  Reference, ///< the id of something in `target`, with or without its prefix
  Object
};

struct Schema;

struct FieldType {
  FieldKind kind = FieldKind::Text;
  std::vector<std::string> words{};
  std::string target{};
  std::vector<FieldType> element;         ///< List, OneOrMore, Map: exactly one
  std::shared_ptr<const Schema> object{}; ///< Object
};

/// The types of fields: `type::list_of(type::object(step))`.
namespace type {
FieldType text();
FieldType id();
FieldType integer();
FieldType number();
FieldType boolean();
FieldType date();
FieldType period();
FieldType localized();
FieldType quantity();
FieldType choice(std::vector<std::string> words);
FieldType reference(std::string target);
FieldType list_of(FieldType element);
FieldType one_or_more(FieldType element);
FieldType map_of(FieldType element);
FieldType object(Schema schema);
} // namespace type

enum class Presence { Optional, Required };

struct Field {
  std::string name{};
  FieldType type{};
  Presence presence = Presence::Optional;
  LocalizedText description{};
};

/// A mapping with named fields. `name` says in messages what the mapping is, as in `option`.
struct Schema {
  std::string name{};
  LocalizedText description{};
  std::vector<Field> fields{};
};

/// The mapping of an uncertain number: {value, low, high, dist, unit, period, basis, by, marking, note, factor}, or the
/// values of several people: {judgements: [{by, p5, p50, p95, reason, on, basis}], pool, unit, …}. With the unit `date`
/// its values are dates. Whether the numbers make a distribution is not asked here.
const Schema& quantity_schema();

/// All faults of form in one go, in file order: unknown keys (with the nearest known one), missing keys and values,
/// wrong types.
Diagnostics check(const YamlNode& node, const Schema& schema);

/// JSON Schema (draft 2020-12) for editors. Same schema, same bytes.
std::string to_json_schema(const Schema& schema, std::string_view title);

/// The columns of a CSV file or XLSX sheet. A required column must be there and filled in every row.
struct CsvSchema {
  std::string name{};
  LocalizedText description{};
  std::vector<Field> columns{}; ///< of kinds that fit in a cell; OneOrMore: separated by semicolons
};

Diagnostics check(const CsvFile& table, const CsvSchema& schema);

/// The columns as a Markdown table (name, required, form, meaning).
std::string to_markdown(const CsvSchema& schema, Language language);

} // namespace rashin::format

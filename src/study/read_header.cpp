#include "core/country.h"
#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"
#include "study/shared.h"

namespace rashin::study {
namespace {

std::int64_t integer_of(Reading& reading, const format::YamlNode& mapping, std::string_view key, std::int64_t least,
                        std::int64_t most) {
  const auto value = format::as_integer(*mapping.find(key));
  if (!take_faults(value, reading.faults)) return least;
  if (*value < least || *value > most)
    reading.fault("number-outside", place_of(mapping, key),
                  {key, std::to_string(*value), std::to_string(least), std::to_string(most)});
  return *value;
}

void read_correlations(Reading& reading, const format::YamlNode& list) {
  for (const format::YamlNode& item : list.items) {
    CorrelatedGroup group{text_of(item, "name"), list_of(item, "factors"), {}, place_of(item, "name")};
    for (const format::YamlNode& row : item.find("spearman")->items)
      for (const format::YamlNode& cell : row.items)
        if (const auto value = format::as_number(cell); take_faults(value, reading.faults))
          group.rank_correlation.push_back(*value);
    reading.study.correlations.push_back(std::move(group));
  }
  const auto plan = make_draw_plan(reading.study.header.seed, reading.study.correlations);
  take_faults(plan, reading.faults);
}

/// What the other files are read against, of a study.yaml whose form is wrong elsewhere. Without an as-of date nothing
/// lies after it; without currency and price year money is not compared.
void salvage_context(Reading& reading) {
  const auto file = reading.files.find("study.yaml");
  if (file == reading.files.end()) return;
  const auto root = format::read_yaml(file->first, file->second);
  if (!root) return;
  Header& header = reading.study.header;
  const auto as_of = parse_date(text_of(*root, "as_of"), {});
  if (as_of && as_of->precision() == Precision::Day) header.as_of = *as_of;
  const auto* year = root->find("price_year");
  const auto price_year = year ? format::as_integer(*year) : std::int64_t{0};
  if (!is_currency(text_of(*root, "currency")) || !price_year || *price_year < 1900) return;
  header.currency = text_of(*root, "currency");
  header.price_year = static_cast<int>(*price_year);
}

} // namespace

void read_header(Reading& reading) {
  const auto root = reading.yaml("study.yaml", study_schema(), true);
  if (root) return take_header(reading, *root);
  Header& header = reading.study.header;
  header.as_of = parse_date("9999-12-31", {}).value();
  salvage_context(reading);
  reading.context = {header.as_of, header.currency};
}

void take_header(Reading& reading, const format::YamlNode& root) {
  Header& header = reading.study.header;
  header.id = text_of(root, "id");
  header.status = text_of(root, "status") == "release" ? Status::Release : Status::Draft;
  header.title = localized_of(root, "title");
  header.question = localized_of(root, "question");
  header.focal_country = text_of(root, "focal_country");
  if (!find_country(header.focal_country))
    reading.fault("country-unknown", place_of(root, "focal_country"), {header.focal_country});
  header.as_of = date_of(root, "as_of", reading.faults);
  if (header.as_of.precision() != Precision::Day)
    reading.fault("as-of-needs-a-day", place_of(root, "as_of"), {text_of(root, "as_of")});
  const format::YamlNode& horizon = *root.find("horizon");
  header.horizon_days = static_cast<int>(integer_of(reading, horizon, "days", 1, 3650));
  const std::size_t before = reading.faults.size();
  header.currency = text_of(root, "currency");
  if (!is_currency(header.currency)) reading.fault("currency-unknown", place_of(root, "currency"), {header.currency});
  header.price_year = static_cast<int>(integer_of(reading, root, "price_year", 1900, 2200));
  if (reading.faults.size() > before) header.currency.clear(); // money is then not compared
  header.seed = static_cast<std::uint64_t>(integer_of(reading, root, "seed", 0, INT64_MAX));
  header.draws = static_cast<int>(integer_of(reading, root, "draws", 1, 1'000'000));
  header.top_k = static_cast<int>(integer_of(reading, root, "top_k", 1, 100));
  if (const auto* threshold = root.find("failure_threshold"))
    if (const auto value = format::as_number(*threshold); take_faults(value, reading.faults))
      header.failure_threshold = *value;
  if (const auto* marking = root.find("marking"))
    if (const auto value = parse_marking(marking->text, marking->place); take_faults(value, reading.faults))
      header.marking = *value;
  if (const auto* limits = root.find("limits"))
    for (const format::YamlNode& item : limits->items)
      header.limits.push_back({text_of(item, "ja"), text_of(item, "en")});
  if (const auto* correlations = root.find("correlations")) read_correlations(reading, *correlations);
  reading.context = {header.as_of, header.currency};
}

void read_evidence_files(Reading& reading) {
  const auto sources = reading.yaml("sources.yaml", sources_schema(), false),
             claims = reading.yaml("claims.yaml", claims_schema(), false);
  reading.study.evidence = gather_evidence(sources ? &*sources : nullptr, claims ? &*claims : nullptr,
                                           !reading.unread.contains("sources"), reading.faults);
}

} // namespace rashin::study

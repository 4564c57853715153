#include "core/country.h"
#include "core/number_text.h"
#include "core/period.h"
#include "core/unit.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever is read must read back from its canonical text to the same thing; whatever is refused must say why.
namespace {

void require(bool kept) {
  if (!kept) std::abort();
}

void dates(std::string_view text) {
  using namespace rashin;
  const auto date = parse_date(text, {});
  require(date.ok() || !date.diagnostics().empty());
  if (!date) return;
  require(parse_date(to_iso(*date), {}).value() == *date);
  if (date->year() >= 1000 || date->is_undated())
    require(parse_date(to_text(*date, Language::Japanese), {}).value() == *date);
  require(date->first_day() <= date->last_day());
  require(!to_era_text(*date).empty() && !to_text(*date, Language::English).empty());
}

void periods(std::string_view text) {
  using namespace rashin;
  const auto period = parse_period(text, {});
  require(period.ok() || !period.diagnostics().empty());
  if (!period) return;
  require(parse_period(period->text, {}).value() == *period);
  require(period->days() > 0 && !to_text(*period, Language::English).empty());
}

void units(std::string_view text) {
  using namespace rashin;
  const auto unit = parse_unit(text, {});
  require(unit.ok() || !unit.diagnostics().empty());
  if (!unit) return;
  require(parse_unit(unit->text(), {}).value() == *unit);
  require(is_convertible(*unit, *unit));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  dates(text);
  periods(text);
  units(text);
  (void)rashin::parse_country(text, {}).ok();
  return 0;
}

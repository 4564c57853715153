#pragma once
#include "core/date.h"
#include "core/period.h"
#include "core/unit.h"
#include "evidence/marking.h"
#include "format/yaml.h"

#include <map>
#include <optional>

namespace rashin {

namespace format {
struct Schema;
}

/// An exact place in one version of a source, with the words that stand there.
struct Span {
  std::string id;
  std::string locator; ///< page, paragraph, table: how a reader finds it
  std::string quote;   ///< unaltered
  std::string sha256;  ///< of the quote's UTF-8 bytes
};

/// A document or data set: cited (address, dates, quoted text) or archived (its bytes are kept under their SHA-256).
struct Source {
  std::string id;
  LocalizedText title;
  std::string publisher;
  Date published;
  std::string address;
  std::string original; ///< whose words a mirror or a press report carries
  Language language = Language::English;
  bool archived = false;
  std::string sha256; ///< of the archived bytes
  std::vector<Span> spans;
  Place place;
};

enum class Grade { Primary, Secondary, Judgement };

/// A number that a claim states, with its unit and the period it is about.
struct ClaimFigure {
  double value = 0;
  Unit unit;
  Period period;
};

/// A statement resting on spans. `published` is when it first became public, which decides what was known at the as-of
/// date.
struct Claim {
  std::string id;
  LocalizedText text;
  std::vector<std::string> spans; ///< `source#span`
  Date published;
  char reliability = 'F'; ///< Admiralty A–F: of the source
  int credibility = 6;    ///< Admiralty 1–6: of the information
  Grade grade = Grade::Secondary;
  std::string by;         ///< judgements: who
  std::string likelihood; ///< judgements: in the words of ICD 203
  std::optional<ClaimFigure> figure;
  Marking marking;
  Place place;
};

/// All sources and claims of a study, by id.
struct Evidence {
  std::map<std::string, Source> sources;
  std::map<std::string, Claim> claims;

  const Span* find_span(std::string_view reference) const; ///< `source#span`
};

const format::Schema& sources_schema();
const format::Schema& claims_schema();

/// Reads both files (either may be absent: nullptr). All faults in one go: form, unknown spans, quotes that do not have
/// the stated SHA-256, ids used twice, dates and figures that do not parse.
Result<Evidence> read_evidence(const format::YamlNode* sources, const format::YamlNode* claims);

/// The same from files whose form has been checked: keeps whatever could be understood beside the faults, so that what
/// cites it can be checked too. Spans are looked up where the sources are `known`.
Evidence gather_evidence(const format::YamlNode* sources, const format::YamlNode* claims, bool known,
                         Diagnostics& faults);

/// ICD 203: `likely` -> 55–80 %. Nothing for words that are not of the scale.
std::optional<std::pair<double, double>> likelihood_range(std::string_view words);

std::string to_text(Grade grade, Language language);

} // namespace rashin

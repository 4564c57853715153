#pragma once
#include "core/date.h"
#include "evidence/source.h"
#include "study/advantage.h"
#include "study/criteria.h"

#include <array>

namespace rashin::agenda {

/// Where a need comes from. Columns of one origin never make a technology multi-use, columns of two do.
enum class Origin { SupplyChain, Asymmetry, Framework, Domestic };
constexpr std::array<Origin, 4> all_origins{Origin::SupplyChain, Origin::Asymmetry, Origin::Framework,
                                            Origin::Domestic};
std::string_view origin_word(Origin origin); ///< `supply-chain`, … as in needs.csv
LocalizedText origin_title(Origin origin);

/// A finished run that the agenda reads, as agenda.yaml names it.
struct RunEntry {
  std::string id;
  std::string run;    ///< folder of the run, relative to the agenda's
  std::string work;   ///< folder of the study or assessment that makes it; may be empty
  std::string pinned; ///< SHA-256 that the run must have; may be empty
  Place place;        ///< of `run`
  Place pinned_place;
};

/// A cooperation framework or a domestic body that names technologies.
struct NamingList {
  std::string id;
  Origin origin = Origin::Framework;
  LocalizedText title;
  std::vector<std::string> members; ///< countries
  std::vector<std::string> claims;
};

/// One technology on one list: it names it, or names a field that covers it.
struct ListEntry {
  std::size_t list = 0;
  std::string technology;
  bool names = true;
  LocalizedText words; ///< as the list says it, in short
  std::string by;      ///< who matched the words with the technology
  std::vector<std::string> claims;
  Place place;
};

/// A row of the agenda that runs call by other ids, or that only a list names.
struct TechnologyEntry {
  std::string id;
  LocalizedText title;
  std::string field;
  std::vector<std::string> same_as; ///< `run:technology`
  std::string by;                   ///< who says that these are the same
  LocalizedText reason;
  Place place;
  std::vector<Place> same_as_places;
};

/// What an emerging technology could do, one row per relation. The four are never added up.
enum class SeedRelation { Support, Substitute, Offset, Create };
constexpr std::array<SeedRelation, 4> all_relations{SeedRelation::Support, SeedRelation::Substitute,
                                                    SeedRelation::Offset, SeedRelation::Create};
std::string_view relation_word(SeedRelation relation);
struct SeedLink {
  std::string seed;
  LocalizedText title;
  SeedRelation relation = SeedRelation::Support;
  std::string target; ///< support, substitute: a technology of the agenda; offset: `run:advantage`; create: free words
  LocalizedText reason;
  std::string by;
  std::vector<std::string> claims;
  Place place;
};

/// What was advised, to whom, when, and what became of it.
struct Recommendation {
  std::string id, technology, to, status;
  Date advised, status_on, review_by;
  LocalizedText text, follow_up;
  std::string by;
  std::vector<std::string> claims;
  Place place; ///< of the technology
};

struct Agenda {
  std::string id;
  bool draft = true;
  LocalizedText title, question;
  std::string focal_country;
  Date as_of;
  std::uint64_t seed = 1; ///< of the weights between origins
  int draws = 1000;       ///< at most; fewer where a run has fewer
  int top_k = 5;          ///< within a column
  double threshold = 0.5; ///< share of draws
  int list_length = 10;   ///< of the one-page list
  std::vector<RunEntry> runs;
  std::vector<NamingList> lists;
  std::vector<ListEntry> entries;
  std::vector<TechnologyEntry> technologies;
  std::vector<SeedLink> seeds;
  std::vector<Recommendation> recommendations;
  std::vector<study::RankWeights> weights; ///< of the origins, in their order
  std::vector<LocalizedText> limits;
  std::vector<study::Task> tasks;
  Evidence evidence;

  /// Statements of the agenda itself that rest on nobody's published position.
  int illustrative() const;
};

} // namespace rashin::agenda

#pragma once
#include "balance/asymmetry.h"
#include "balance/curve.h"
#include "balance/gravity.h"
#include "balance/leadership.h"
#include "balance/parts.h"
#include "balance/systems.h"
#include "study/model.h"

namespace rashin::assessment {

using study::ParameterIndex;

struct Party {
  std::string id; ///< country, ISO 3166
  bool own = false;
};

enum class AxisScale { Ratio, Robust, Anchored, Text };
struct Anchor {
  double grade = 0;
  LocalizedText text;
};
struct Axis {
  std::string id;
  LocalizedText title;
  AxisScale scale = AxisScale::Text;
  std::string unit;
  balance::SideValue side = balance::SideValue::Sum;
  bool more_is_better = true;
  std::vector<Anchor> anchors; ///< graded axes: what each grade means
};

/// Titles beside balance::Decomposition.
struct PartTitle {
  LocalizedText title;
  std::string field;
};

/// What is known of one technology in one country on one axis. Unknown = looked for and not found.
struct Cell {
  std::size_t part = 0, axis = 0, party = 0;
  bool unknown = false;
  std::optional<ParameterIndex> value;
  LocalizedText text;
  std::vector<std::string> claims;
  std::string by;
};

/// An operational concept of a side, or an ecosystem of development: read side by side under one aspect, not computed
/// with.
struct Record {
  std::string id, party, part;
  LocalizedText aspect, title, text;
  std::vector<std::string> claims;
  std::string by;
};

struct GravityText {
  LocalizedText title;
  std::vector<std::string> claims;
  std::string by;
};

/// A layered graph of one side.
struct SystemsGraph {
  std::string id, party;
  balance::SystemGraph graph;
  std::vector<LocalizedText> titles;
  std::vector<std::vector<std::size_t>> parts;             ///< per node: what it needs of the decomposition
  std::vector<std::optional<ParameterIndex>> availability; ///< per node; the sink has none
};

struct CurvePair {
  std::string id;
  LocalizedText title;
  std::string leader, follower;
  std::string unit;
  bool own_leads = true;
  balance::CurveOptions options;
  std::vector<balance::CurvePoint> leader_points, follower_points;
  std::vector<std::string> claims;
  Place place;
  std::optional<ParameterIndex> expert; ///< people's own date of the crossing, days after the as-of date
};

/// A counter-argument by somebody else, or marked illustrative.
struct Counter {
  LocalizedText text;
  std::vector<std::string> claims;
  std::string by;
};

struct Concept {
  std::string id;
  LocalizedText title, text;
  std::optional<std::size_t> curve;       ///< duration from this crossing, else
  std::optional<ParameterIndex> duration; ///< judged, years
  std::optional<std::size_t> graph;       ///< effect: what its side loses without `denies`, else
  std::vector<std::size_t> denies;
  std::optional<ParameterIndex> effect; ///< judged, share
  ParameterIndex difficulty = 0;        ///< share
  Counter counter;
};

/// Papers on a technology, or a table of credits per institution instead: about papers, never about capability.
struct PaperSet {
  std::size_t part = 0;
  balance::Corpus corpus;
  std::vector<double> credits; ///< by institution of the corpus, where it has no papers
  std::vector<std::string> claims;
};

/// An asymmetry that a need stands on: of its technology itself, or of a system that uses it.
struct Behind {
  std::size_t part = 0, axis = 0;
};

enum class Function { Deter, Respond };
struct Need {
  std::size_t part = 0;
  std::vector<Behind> behind; ///< at least one
  std::size_t concept_index = 0;
  Function function = Function::Deter;
  LocalizedText reason;
  ParameterIndex ready = 0;
};

/// An assessment as read from its files. `common` holds what every kind of work has: header, trigger, evidence, values.
struct Assessment {
  study::Study common;
  std::string domain;
  bool is_trend = false;
  std::vector<Party> parties;
  std::vector<Axis> axes;
  balance::Decomposition decomposition;
  std::vector<PartTitle> part_titles;
  std::vector<Cell> cells;
  std::vector<Record> operations, ecosystems;
  balance::GravityGraph gravity;
  std::vector<GravityText> gravity_texts; ///< per node
  std::vector<SystemsGraph> graphs;
  std::vector<CurvePair> curves;
  std::vector<Concept> concepts;
  std::vector<Need> needs;
  std::vector<PaperSet> papers;
  int blank_cells = 0; ///< of the technologies with a dossier: neither known nor said to be unknown

  const Cell* find_cell(std::size_t part, std::size_t axis, std::size_t party) const;
  /// Parts with at least one cell, in their order.
  std::vector<std::size_t> dossier_parts() const;
};

} // namespace rashin::assessment

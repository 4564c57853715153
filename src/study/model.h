#pragma once
#include "core/file_set.h"
#include "evidence/quantity.h"
#include "evidence/source.h"
#include "need/readiness.h"
#include "pathway/event_tree.h"
#include "study/advantage.h"
#include "study/criteria.h"
#include "study/economy_model.h"
#include "study/matrix.h"
#include "supply/item_network.h"
#include "supply/network_shock.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rashin::study {

/// Position in Study::parameters.
using ParameterIndex = std::size_t;

enum class Status { Draft, Release };
enum class Operation { Set, Add, Scale };
enum class Stage { Before, During };

/// What the study is about, when it is seen from, and how it is computed: study.yaml.
struct Header {
  std::string id;
  Status status = Status::Draft;
  LocalizedText title;
  LocalizedText question;
  std::string focal_country;
  Date as_of;
  int horizon_days = 365;
  std::string currency;
  int price_year = 0;
  std::uint64_t seed = 1;
  int draws = 1000;
  int top_k = 3;
  std::optional<double> failure_threshold; ///< loss above which an option counts as failed, in the currency
  Marking marking;
  std::vector<LocalizedText> limits; ///< what this study cannot show
};

/// What sets the pathways off: a dated, placed, typed happening.
struct Trigger {
  std::string id;
  std::string type;
  LocalizedText title;
  Date date;
  std::vector<std::string> actors;
  std::vector<std::string> targets;
  std::vector<std::string> items;
  std::vector<std::string> claims;
};

/// Sets, adds to or scales one number of the network, or of an option.
struct Effect {
  std::string id;
  std::string target; ///< `table:row:quantity`
  Operation operation = Operation::Set;
  ParameterIndex amount = 0;
  Place place;
};

/// A shock of the network with its uncertain numbers.
struct ShockRecord {
  std::string id;
  LocalizedText title;
  supply::Shock shock; ///< what it hits; its numbers come from the parameters
  ParameterIndex magnitude = 0, start = 0, duration = 0;
  std::optional<ParameterIndex> recovery;
};

/// One course of events: the shocks that it brings, in their order.
struct PathwayRecord {
  std::string id;
  LocalizedText title;
  LocalizedText description;
  std::vector<std::size_t> shocks;
};

/// Why a person gave the probabilities of a node: kept for the report beside the numbers in EventTree.
struct TreeReason {
  std::size_t node = 0;
  std::size_t judgement = 0;
  LocalizedText reason;
  Date on;
  std::vector<std::string> claims;
};

/// A criterion judged beside the numbers, never added to them: diplomatic effect, legal feasibility, partner consent.
struct JudgedCriterion {
  std::string criterion;
  std::string grade; ///< strongly-negative … strongly-positive
  std::string by;
  LocalizedText reason;
  std::vector<std::string> claims;
};

/// Gives one use of an item its rank among those that want it: `demand:USE.ITEM:priority`, from the first day on.
struct PriorityRule {
  bool of_demand = true; ///< a row of the network's demands, else of its inputs
  std::size_t row = 0;
  int rank = 1; ///< 1 is served first
};

/// What an option costs in one pathway, in place of its cost elsewhere.
struct PathwayCost {
  std::size_t pathway = 0;
  ParameterIndex cost = 0;
};

struct PolicyOption {
  std::string id;
  std::string instrument; ///< of the option catalogue; may be empty
  LocalizedText title;
  LocalizedText description;
  Stage stage = Stage::Before;
  ParameterIndex cost = 0;
  std::vector<PathwayCost> pathway_costs;
  std::optional<ParameterIndex> lead_time; ///< days until the effects begin
  bool lead_from_shock = false;            ///< counted from the pathway's first shock, else from the as-of date
  std::vector<Effect> effects;
  std::vector<PriorityRule> priorities;
  std::vector<ParameterIndex> priority_amounts; ///< what the ranks rest on
  std::vector<JudgedCriterion> judged;

  bool changes_model() const { return !effects.empty() || !priorities.empty(); }
};

struct Package {
  std::string id;
  LocalizedText title;
  std::vector<std::size_t> options;
};

/// What may be spent on options together, and by when they must work: a condition on packages, no number of the model.
struct Budget {
  double amount = 0;                 ///< in the study's currency and price year
  std::optional<double> within_days; ///< options that take longer (median) are out
  LocalizedText note;
};

struct Technology {
  std::string id;
  LocalizedText title;
  LocalizedText function; ///< for which function the country needs it
  LocalizedText reason;
  std::string field;
  std::vector<LocalizedText> parts; ///< element technologies
  need::Role role = need::Role::Support;
  std::vector<std::size_t> options; ///< support: the options it serves
  std::optional<int> trl;
  Date trl_date;
  std::vector<std::string> trl_claims;
  std::vector<std::string> leading_countries;
  ParameterIndex ready = 0; ///< days after the as-of date
  std::vector<Effect> effects;
};

/// A judged impact: beside the simulated ones, or instead of them.
struct JudgedImpact {
  std::size_t pathway = 0;
  std::string indicator;
  ParameterIndex amount = 0;
};

/// What several companies say in confidence about one impact (`impacts.private.csv`). Single cells never leave the
/// study: not into parameters, runs or reports; only the mean over three or more contributors does.
struct PrivateImpact {
  std::size_t pathway = 0;
  std::string indicator;
  std::vector<Quantity> cells;
};
constexpr std::size_t least_contributors = 3;

/// What then happened. Only the page of that name reads it.
struct Outcome {
  std::string id;
  LocalizedText title;
  std::string figure; ///< the run's figure that it is set beside: `table/row`; empty = told only
  std::optional<double> value;
  Unit unit;
  std::optional<Period> period;
  std::vector<std::string> claims;
  LocalizedText note;
  Place place; ///< of `figure`
};

/// How often a person is believed, relative to the others, and why.
struct Expert {
  std::string by;
  double trust = 1;
  std::string reason;
  std::vector<std::string> claims;
  Place place;
};

/// A study as read from its files, all references resolved.
struct Study {
  Header header;
  Evidence evidence;
  std::vector<Quantity> parameters;
  std::map<std::string, ParameterIndex, std::less<>> parameter_index; ///< by `table/row/quantity`
  supply::NetworkRows network_rows;                                   ///< what `network` was built from
  supply::ItemNetwork network;
  std::vector<std::optional<ParameterIndex>> slot_parameter; ///< by slot of the network
  std::vector<double> slot_factor;                           ///< from the parameter's unit to the slot's
  Trigger trigger;
  pathway::EventTree tree;
  std::vector<TreeReason> tree_reasons;
  std::vector<Expert> experts;          ///< none: everyone is believed alike
  std::optional<MatrixPathways> matrix; ///< beside the tree, or in its place
  std::vector<ShockRecord> shocks;
  std::vector<PathwayRecord> pathways;
  std::vector<PolicyOption> options;
  std::vector<Package> packages;
  std::optional<Budget> budget;
  std::vector<Technology> technologies;
  std::vector<Advantage> advantages;
  std::vector<RankCriterion> criteria;
  std::vector<RankWeights> weights;
  std::vector<Task> tasks;
  std::vector<JudgedImpact> judged_impacts;
  std::map<std::string, LocalizedText, std::less<>> indicator_titles; ///< of the registers, by id
  std::vector<PrivateImpact> private_impacts;
  std::vector<Outcome> outcomes;
  std::optional<Economy> economy;
  BasisReport basis;
  std::vector<CorrelatedGroup> correlations;

  const Quantity* find_parameter(std::string_view id) const;
};

/// The unit of a slot of the network with the study's currency in the place of `money`.
std::string slot_unit(const Study& study, const supply::Slot& slot);

} // namespace rashin::study

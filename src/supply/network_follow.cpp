#include "supply/network_follow.h"

#include "supply/network_course.h"

#include <algorithm>
#include <cstring>

namespace rashin::supply {
namespace {

bool differ(const Lanes& a, const Lanes& b) {
  return std::memcmp(a.at, b.at, sizeof a.at) != 0;
}

class Follower {
 public:
  Follower(NetworkState& state, const Mornings& kept, std::span<const Shock> shocks,
           std::span<const ShockLanes> numbers)
      : state_(state), kept_(kept), shocks_(shocks), numbers_(numbers), items_(state.items.size()),
        steps_(3 * items_ + state.end_uses.size()), own_(state.links.size()), due_(state.links.size()), joining_(own_),
        plain_(own_), asks_others_(own_), serves_others_(own_) {}

  bool mark_changed() {
    for (const SlotIndex slot : changed_slots(kept_.values, state_.values)) {
      const SlotUse& use = state_.slot_uses[slot];
      if (use.when == SlotUse::Always) return false;
      if (use.when == SlotUse::Spare) due_[state_.network.suppliers[use.row].item] = true;
      if (use.when == SlotUse::Stock) due_[state_.network.stocks[use.row].item] = true;
      if (use.when == SlotUse::Substitute) due_[state_.network.substitutes[use.row].item] = true;
    }
    return true;
  }

  void run(int apart) {
    state_.shock_levels.clear();
    state_.closed.assign(state_.network.passages.size(), Lanes{});
    for (EndUseLanes& e : state_.end_use) e.level = all_lanes(1);
    for (int day = std::max(apart, kept_.first); day < kept_.days; ++day) play_day(day);
    take_over();
  }

 private:
  /// A day's steps: orders from the end uses upwards, goods from the raw materials downwards, end uses, books.
  Entity entity_of(std::size_t step) const {
    if (step < items_) return state_.order[items_ - 1 - step];
    if (step < 2 * items_) return state_.order[step - items_];
    const std::size_t books = steps_ - items_;
    return step < books ? step - items_ : state_.order[step - books];
  }

  void play(std::size_t step, int day) {
    const Entity entity = entity_of(step);
    const auto item = static_cast<Index>(entity);
    if (step < items_)
      order_item(state_, item, day);
    else if (step < 2 * items_)
      send_item(state_, item, day);
    else if (entity >= items_)
      end_use_day(state_, entity - items_, day);
    else
      close_item(state_, item, day);
  }

  void play_day(int day) {
    apply_shocks(state_, shocks_, numbers_, day);
    for (const Entity entity : border_) show(entity, day);
    if (!arcs_.empty()) plan_substitutes(state_, arcs_, day);
    for (std::size_t step = 0; step < steps_; ++step) {
      const Entity entity = entity_of(step);
      if (!own_[entity] && due_[entity]) join(entity, step, day);
      if (!own_[entity]) continue;
      play(step, day);
      look_around(step, day);
    }
  }

  /// What an entity showed on that day of the kept run.
  void show(Entity entity, int day) {
    const Signs& signs = kept_.signs[kept_.at(entity, day)];
    const bool plain = !(signs.asks_otherwise || signs.is_short || signs.held_up);
    if (!plain || !plain_[entity]) show_lanes(entity, signs, day);
    plain_[entity] = plain;
    if (entity < items_) state_.flags[entity].awake_to_order = signs.awake_to_order;
  }
  void show_lanes(Entity entity, const Signs& signs, int day) {
    const Lanes& made = signs.held_up ? kept_.made[kept_.at(entity, day)] : whole_;
    if (entity >= items_) {
      EndUseLanes& lanes = state_.end_use[entity - items_];
      lanes.held_up = signs.held_up, lanes.output = made;
      return;
    }
    ItemLanes& lanes = state_.item[entity];
    ItemFlags& flags = state_.flags[entity];
    flags.asks_otherwise = signs.asks_otherwise;
    flags.is_short = signs.is_short, flags.held_up = signs.held_up;
    lanes.asked_of_makers = signs.asks_otherwise ? kept_.asked[kept_.at(entity, day)] : lanes.base_asked;
    lanes.made = made;
    const Span groups = state_.items[entity].groups;
    for (std::size_t g = groups.begin; g < groups.end; ++g)
      state_.group_fill[g] = signs.is_short ? kept_.fill[kept_.at(g, day)] : whole_;
  }

  // What an own item shows otherwise than in the kept run wakes those who see it, at their next step.

  void look_around(std::size_t step, int day) {
    const Entity entity = entity_of(step);
    const Links& links = state_.links[entity];
    const auto wake = [&](const std::vector<Entity>& list) {
      for (const Entity other : list) due_[other] = true;
    };
    if (step < items_) {
      if (asks_others_[entity] && orders_otherwise(entity, day)) wake(links.inputs);
    } else if (step < steps_ - items_) {
      if (asks_others_[entity] && makes_otherwise(entity, day)) wake(links.inputs);
      if (serves_others_[entity] && serves_otherwise(entity, day)) wake(links.users);
    }
  }
  bool orders_otherwise(Entity item, int day) const {
    const Signs& signs = kept_.signs[kept_.at(item, day)];
    const ItemFlags& flags = state_.flags[item];
    if (flags.awake_to_order != signs.awake_to_order || flags.asks_otherwise != signs.asks_otherwise) return true;
    return signs.asks_otherwise && differ(state_.item[item].asked_of_makers, kept_.asked[kept_.at(item, day)]);
  }
  bool makes_otherwise(Entity entity, int day) const {
    const Signs& signs = kept_.signs[kept_.at(entity, day)];
    const bool is_item = entity < items_;
    if (signs.held_up != (is_item ? state_.flags[entity].held_up : state_.end_use[entity - items_].held_up))
      return true;
    const Lanes& made = is_item ? state_.item[entity].made : state_.end_use[entity - items_].output;
    return signs.held_up && differ(made, kept_.made[kept_.at(entity, day)]);
  }
  bool serves_otherwise(Entity item, int day) const {
    const Signs& signs = kept_.signs[kept_.at(item, day)];
    if (signs.is_short != state_.flags[item].is_short) return true;
    const Span groups = state_.items[item].groups;
    for (std::size_t g = groups.begin; signs.is_short && g < groups.end; ++g)
      if (differ(state_.group_fill[g], kept_.fill[kept_.at(g, day)])) return true;
    return false;
  }

  // An entity joins with all that is tied to it. They are brought from a kept morning to this step of this day among
  // others as these were in the kept run; those of them that are played already get their own signs back afterwards.

  struct Sign {
    Entity entity;
    ItemFlags flags;
    EndUseLanes end_use;
    Lanes asked, made;
    std::vector<Lanes> fill;
  };

  void join(Entity entity, std::size_t step, int day) {
    const std::vector<Entity>& tied = state_.links[entity].tied;
    for (const Entity e : tied) joining_[e] = true;
    const std::vector<Entity> around = around_joining(tied);
    const std::vector<Sign> signs = signs_of(around);
    bring(tied, around, step, day);
    put_back(signs);
    for (const Entity e : tied) own_[e] = true, joining_[e] = false;
    for (const Entity e : around)
      if (!own_[e]) show(e, day);
    find_border();
    arcs_ = arcs_among(own_);
  }

  void find_border() {
    const auto any_of = [&](const std::vector<Entity>& list, bool own) {
      return std::any_of(list.begin(), list.end(), [&](Entity other) { return (own_[other] != 0) == own; });
    };
    border_.clear();
    for (Entity e = 0; e < own_.size(); ++e) {
      const Links& links = state_.links[e];
      if (!own_[e] && (any_of(links.inputs, true) || any_of(links.users, true))) border_.push_back(e);
      asks_others_[e] = own_[e] && any_of(links.inputs, false);
      serves_others_[e] = own_[e] && any_of(links.users, false);
    }
  }

  void bring(const std::vector<Entity>& tied, const std::vector<Entity>& around, std::size_t step, int day) {
    const Morning& morning = morning_before(kept_, day);
    for (const Entity e : tied) start_from(state_, morning, e);
    const std::vector<std::size_t> arcs = arcs_among(joining_);
    state_.shock_levels.clear();
    for (int d = morning.day; d <= day; ++d) {
      apply_shocks(state_, shocks_, numbers_, d);
      for (const Entity e : around) show(e, d);
      if (!arcs.empty()) plan_substitutes(state_, arcs, d);
      for (std::size_t s = 0; s < (d == day ? step : steps_); ++s)
        if (joining_[entity_of(s)]) play(s, d);
    }
  }

  std::vector<Entity> around_joining(const std::vector<Entity>& tied) const {
    std::vector<Entity> around;
    for (const Entity e : tied)
      for (const auto* list : {&state_.links[e].inputs, &state_.links[e].users})
        for (const Entity other : *list)
          if (!joining_[other] && std::find(around.begin(), around.end(), other) == around.end())
            around.push_back(other);
    return around;
  }
  std::vector<std::size_t> arcs_among(const std::vector<char>& entities) const {
    std::vector<std::size_t> arcs;
    for (const std::size_t a : state_.covered_arcs)
      if (entities[state_.arcs[a].item]) arcs.push_back(a);
    return arcs;
  }

  std::vector<Sign> signs_of(const std::vector<Entity>& around) {
    std::vector<Sign> signs;
    for (const Entity e : around) {
      if (!own_[e]) continue;
      plain_[e] = false;
      if (e >= items_) {
        signs.push_back({e, {}, state_.end_use[e - items_], {}, {}, {}});
        continue;
      }
      const Span g = state_.items[e].groups;
      const auto fill = state_.group_fill.begin();
      signs.push_back({e,
                       state_.flags[e],
                       {},
                       state_.item[e].asked_of_makers,
                       state_.item[e].made,
                       {fill + static_cast<std::ptrdiff_t>(g.begin), fill + static_cast<std::ptrdiff_t>(g.end)}});
    }
    return signs;
  }
  void put_back(const std::vector<Sign>& signs) {
    for (const Sign& sign : signs) {
      if (sign.entity >= items_) {
        state_.end_use[sign.entity - items_] = sign.end_use;
        continue;
      }
      ItemLanes& lanes = state_.item[sign.entity];
      state_.flags[sign.entity] = sign.flags;
      lanes.asked_of_makers = sign.asked, lanes.made = sign.made;
      std::copy(sign.fill.begin(), sign.fill.end(),
                state_.group_fill.begin() + static_cast<std::ptrdiff_t>(state_.items[sign.entity].groups.begin));
    }
  }

  /// The totals of what was not played are the kept run's.
  void take_over() {
    for (std::size_t i = 0; i < items_; ++i) {
      if (own_[i]) continue;
      state_.result.items[i] = kept_.result.items[i];
      state_.flags[i].alarmed_on = kept_.result.footprint.alarmed[i];
      state_.flags[i].drew_on = kept_.result.footprint.drew[i];
    }
    for (std::size_t e = 0; e < state_.end_use.size(); ++e)
      if (!own_[items_ + e]) state_.result.end_uses[e] = kept_.result.end_uses[e];
  }

  NetworkState& state_;
  const Mornings& kept_;
  const std::span<const Shock> shocks_;
  const std::span<const ShockLanes> numbers_;
  const std::size_t items_, steps_;
  const Lanes whole_ = all_lanes(1);
  std::vector<char> own_, due_, joining_; ///< by entity: is played; shall be, at its next step; is being brought here
  std::vector<char> plain_;               ///< by entity: what it shows in the lanes is as at rest
  std::vector<char> asks_others_, serves_others_; ///< by entity: it is played and takes from, serves some that is not
  std::vector<Entity> border_;                    ///< seen by those that are played
  std::vector<std::size_t> arcs_;                 ///< covered, of those that are played
};

} // namespace

bool follow(NetworkState& state, const Mornings& kept, std::span<const Shock> shocks,
            std::span<const ShockLanes> numbers, int apart) {
  if (kept.values.size() != state.values.size()) return false;
  Follower follower(state, kept, shocks, numbers);
  if (!follower.mark_changed()) return false;
  follower.run(apart);
  return true;
}

} // namespace rashin::supply

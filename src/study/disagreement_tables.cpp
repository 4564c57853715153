#include "study/disagreement_tables.h"

#include "math/statistics.h"
#include "panel/pooling.h"
#include "study/table_builder.h"

#include <algorithm>
#include <limits>

namespace rashin::study {
namespace {

constexpr double certainty = 0.005; ///< probabilities of 0 and 1 are drawn in by this before log-odds are taken

DrawPlan plan_of(const Study& study, const RunResult& result) {
  return make_draw_plan(result.seed, study.correlations).value();
}

double expected_loss(const RunResult& result, const policy::PathwayProbabilities& probabilities) {
  return math::mean(policy::expected_loss(result.losses[0], probabilities));
}

/// The choice with the least mean burden under these probabilities; `kept`: only draws marked there, all if empty.
std::size_t best_choice(const RunResult& result, const policy::PathwayProbabilities& probabilities,
                        const std::vector<bool>& kept = {}) {
  std::size_t best = 0, choice = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    if (result.arms[a].technology) continue;
    const auto burden = policy::expected_burden(result.losses[a], probabilities);
    double sum = 0;
    for (std::size_t d = 0; d < burden.size(); ++d)
      if (kept.empty() || kept[d]) sum += burden[d];
    if (sum < least) least = sum, best = choice;
    ++choice;
  }
  return best;
}

policy::PathwayProbabilities probabilities_of(const pathway::EventTree& tree, const DrawPlan& plan, int draws) {
  return pathway::draw_probabilities(tree, plan, 0, static_cast<std::size_t>(draws)).pathways;
}

void finish(Disagreement& disagreement) {
  const auto by_loss = [](const Voice& a, const Voice& b) { return a.loss < b.loss; };
  auto& voices = disagreement.voices;
  const auto position = [&](auto it) { return static_cast<std::size_t>(it - voices.begin()); };
  disagreement.low = position(std::min_element(voices.begin(), voices.end(), by_loss));
  disagreement.high = position(std::max_element(voices.begin(), voices.end(), by_loss));
  disagreement.spread = voices[disagreement.high].loss - voices[disagreement.low].loss;
  disagreement.changes_choice =
      std::any_of(voices.begin(), voices.end(), [&](const Voice& v) { return v.choice != voices[0].choice; });
}

/// Each person alone believed at one node, all else drawn as before.
Disagreement at_node(const Study& study, const RunResult& result, const DrawPlan& plan, std::size_t node) {
  Disagreement disagreement;
  disagreement.id = study.tree.nodes[node].id;
  for (const pathway::BranchJudgement& judgement : study.tree.nodes[node].judgements) {
    pathway::EventTree tree = study.tree;
    tree.nodes[node].judgements = {judgement};
    tree.nodes[node].judgements[0].trust = 1;
    const auto probabilities = probabilities_of(tree, plan, result.draws);
    disagreement.voices.push_back(
        {judgement.by, expected_loss(result, probabilities), 0, best_choice(result, probabilities)});
  }
  finish(disagreement);
  return disagreement;
}

/// The draws in which each person's value of a number was drawn; nothing where fewer than two people were believed.
std::optional<Disagreement> at_number(const RunResult& result, const DrawPlan& plan, const Quantity& quantity) {
  Disagreement disagreement;
  disagreement.id = quantity.id();
  disagreement.of_tree = false;
  std::vector<double> believed(static_cast<std::size_t>(result.draws));
  plan.uniforms(quantity.factor + "/believed", 0, believed);
  const auto losses = policy::expected_loss(result.losses[0], result.probabilities.pathways);
  std::vector<double> trust;
  for (const PersonValue& person : quantity.people) trust.push_back(person.trust);
  for (std::size_t k = 0; k < quantity.people.size(); ++k) {
    std::vector<bool> kept(believed.size());
    std::vector<double> own;
    for (std::size_t d = 0; d < believed.size(); ++d) {
      kept[d] = panel::believed_person(trust, believed[d]) == k;
      if (kept[d]) own.push_back(losses[d]);
    }
    if (own.empty() && trust[k] == 0) continue;
    if (own.size() < 2) return std::nullopt;
    disagreement.voices.push_back({quantity.people[k].by, math::mean(own), math::standard_error(own),
                                   best_choice(result, result.probabilities.pathways, kept)});
  }
  if (disagreement.voices.size() < 2) return std::nullopt;
  finish(disagreement);
  return disagreement;
}

/// Linear and log-odds pools of every branch of a node; the latter divided by their sum.
std::pair<std::vector<double>, std::vector<double>> pooled_node(const pathway::TreeNode& node) {
  std::vector<double> linear, log_odds;
  double sum = 0;
  for (std::size_t b = 0; b < node.branches.size(); ++b) {
    std::vector<panel::Opinion> opinions;
    for (const auto& judgement : node.judgements)
      opinions.push_back({judgement.by, judgement.probabilities[b], judgement.trust, {}});
    panel::PoolOptions options;
    options.bound = certainty;
    const panel::PooledProbability pooled = panel::pool(opinions, options).value();
    double mean = 0, trust = 0;
    for (const auto& opinion : opinions) mean += opinion.weight * opinion.probability, trust += opinion.weight;
    linear.push_back(mean / trust);
    log_odds.push_back(pooled.geometric_odds);
    sum += pooled.geometric_odds;
  }
  for (double& value : log_odds) value /= sum;
  return {linear, log_odds};
}

PooledResult pooled_result(const Study& study, const RunResult& result, const DrawPlan& plan, const std::string& id) {
  pathway::EventTree tree = study.tree;
  for (pathway::TreeNode& node : tree.nodes) {
    if (id == "drawn") break;
    auto [linear, log_odds] = pooled_node(node);
    node.judgements = {{id, id == "linear" ? linear : log_odds, std::numeric_limits<double>::infinity()}};
  }
  const auto probabilities = probabilities_of(tree, plan, result.draws);
  return {id, expected_loss(result, probabilities), best_choice(result, probabilities)};
}

} // namespace

std::vector<std::string> choice_ids(const RunResult& result) {
  std::vector<std::string> ids;
  for (const ArmPlan& arm : result.arms)
    if (!arm.technology) ids.push_back(arm.id);
  return ids;
}

std::vector<BranchOpinions> branch_opinions(const Study& study, const RunResult& result) {
  std::vector<BranchOpinions> list;
  for (std::size_t n = 0; n < study.tree.nodes.size(); ++n) {
    const auto [linear, log_odds] = pooled_node(study.tree.nodes[n]);
    for (std::size_t b = 0; b < linear.size(); ++b) {
      BranchOpinions opinions{n, b, {}, policy::summarize(result.probabilities.nodes[n][b]), linear[b], log_odds[b]};
      for (const auto& judgement : study.tree.nodes[n].judgements)
        opinions.stated.push_back(judgement.probabilities[b]);
      list.push_back(std::move(opinions));
    }
  }
  return list;
}

std::vector<Disagreement> disagreements(const Study& study, const RunResult& result) {
  const DrawPlan plan = plan_of(study, result);
  std::vector<Disagreement> list;
  for (std::size_t n = 0; n < study.tree.nodes.size(); ++n)
    if (study.tree.nodes[n].judgements.size() > 1) list.push_back(at_node(study, result, plan, n));
  for (const Quantity& quantity : study.parameters)
    if (quantity.people.size() > 1)
      if (auto disagreement = at_number(result, plan, quantity)) list.push_back(*std::move(disagreement));
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.spread > b.spread; });
  return list;
}

std::vector<PooledResult> pooled_results(const Study& study, const RunResult& result) {
  if (study.tree.nodes.empty()) return {};
  const DrawPlan plan = plan_of(study, result);
  std::vector<PooledResult> list;
  for (const char* id : {"drawn", "linear", "log-odds"}) list.push_back(pooled_result(study, result, plan, id));
  return list;
}

ResultTable judgements_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "node.branch")
      .number("people", "1", "who judged the node")
      .summary("drawn", "share", "one person believed in each draw, the probabilities varied around theirs")
      .number("linear", "share", "mean over people")
      .number("log_odds", "share", "geometric mean of odds, divided by the sum over branches")
      .number("lowest", "share", "stated")
      .text("lowest_by", "who states it")
      .number("highest", "share", "stated")
      .text("highest_by", "who states it")
      .text("stated", "every person's probability");
  for (const BranchOpinions& o : branch_opinions(study, result)) {
    const pathway::TreeNode& node = study.tree.nodes[o.node];
    const auto [low, high] = std::minmax_element(o.stated.begin(), o.stated.end());
    const auto by = [&](auto it) { return node.judgements[static_cast<std::size_t>(it - o.stated.begin())].by; };
    std::string all;
    for (std::size_t k = 0; k < o.stated.size(); ++k) {
      char text[32];
      std::snprintf(text, sizeof text, " %.6g", o.stated[k]);
      all += (k ? "; " : "") + node.judgements[k].by + text;
    }
    b.begin_row();
    b.put(node.id + "." + node.branches[o.branch].id), b.put(static_cast<double>(o.stated.size())), b.put(o.drawn);
    b.put(o.linear), b.put(o.log_odds), b.put(*low), b.put(by(low)), b.put(*high), b.put(by(high)), b.put(all);
  }
  return b.finish("judgements", {"人ごとの判断と束ね方", "Judgements by person, and pools of them"});
}

ResultTable disagreement_table(const Study& study, const RunResult& result) {
  const std::string money = study.header.currency;
  const auto choices = choice_ids(result);
  TableBuilder b;
  b.text("id", "node of the tree, or table/row/quantity; pool.…: all nodes under one way of pooling")
      .number("people", "1", "who judged it")
      .text("low_by", "believed alone, the least expected loss")
      .number("low_loss", money, "expected loss without any option then")
      .text("low_choice", "least expected loss + cost then")
      .text("high_by", "believed alone, the largest expected loss")
      .number("high_loss", money, "expected loss without any option then")
      .text("high_choice", "least expected loss + cost then")
      .number("spread", money, "between the two")
      .number("spread_error", money, "standard error of sampling; 0: the same draws");
  for (const Disagreement& row : disagreements(study, result)) {
    const Voice &low = row.voices[row.low], &high = row.voices[row.high];
    b.begin_row();
    b.put(row.id), b.put(static_cast<double>(row.voices.size())), b.put(low.by), b.put(low.loss),
        b.put(choices[low.choice]), b.put(high.by), b.put(high.loss), b.put(choices[high.choice]), b.put(row.spread),
        b.put(std::hypot(low.error, high.error));
  }
  for (const PooledResult& pooled : pooled_results(study, result)) {
    b.begin_row();
    b.put("pool." + pooled.id), b.skip(), b.put(""), b.put(pooled.loss), b.put(choices[pooled.choice]), b.put("");
    b.put(pooled.loss), b.put(choices[pooled.choice]), b.put(0.0), b.put(0.0);
  }
  return b.finish("disagreement", {"見解の相違が結果をどれだけ動かすか", "How far disagreement moves the result"});
}

} // namespace rashin::study

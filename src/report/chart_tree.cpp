// Event tree: the trigger on the left, branches with their conditional probability, each leaf a pathway with its whole
// probability.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double trigger_width = 116;
constexpr double leaf_width = 196;
constexpr double label_pad = 12; // left and right of a branch's words
constexpr double prob_height = 14;

std::string share_text(const Share& share) {
  std::string text = percent_text(share.value);
  if (share.interval) {
    const std::string high = percent_text(share.interval->high);
    std::string low = percent_text(share.interval->low);
    low.pop_back();
    text += " (" + low + "–" + high + ")";
  }
  return text;
}

constexpr double label_gap = 8; ///< between a branch and the words above it

int depth_of(const std::vector<TreeBranch>& branches) {
  int depth = 0;
  for (const TreeBranch& branch : branches) depth = std::max(depth, 1 + depth_of(branch.next));
  return depth;
}

int leaves_of(const std::vector<TreeBranch>& branches) {
  int leaves = 0;
  for (const TreeBranch& branch : branches) leaves += branch.next.empty() ? 1 : leaves_of(branch.next);
  return leaves;
}

struct Layout {
  double column = 0;      ///< width of one level
  double leaf_height = 0; ///< the same for all leaves, so that no words meet
  double next_leaf = 0;   ///< top of the next leaf
};

double height_needed(const Svg& svg, const std::vector<TreeBranch>& branches, double words_width) {
  double height = 0;
  for (const TreeBranch& branch : branches) {
    const auto name = wrap_text(svg.say(branch.name), text_size, words_width).size();
    const auto pathway = wrap_text(svg.say(branch.pathway), strong_size, leaf_width - 16).size() + 1;
    const double own = 2 * (std::max(static_cast<double>(name) * line_height, prob_height * 1.5) + label_gap);
    height = std::max(
        {height, own, static_cast<double>(pathway) * line_height + 20, height_needed(svg, branch.next, words_width)});
  }
  return height;
}

void draw_leaf(Svg& svg, const TreeBranch& branch, double y, double height) {
  const double left = chart_width - leaf_width;
  auto words = wrap_text(svg.say(branch.pathway), strong_size, leaf_width - 20);
  const double box = static_cast<double>(words.size() + 1) * line_height + 10;
  svg.rect({left, y - box / 2}, leaf_width - 1, std::min(box, height - 4), "box", 5);
  svg.lines({left + 10, y - line_height / 2}, words, "t strong");
  svg.lines({left + 10, y + static_cast<double>(words.size()) * line_height / 2}, {share_text(branch.path_probability)},
            "t");
}

std::string branch_path(Point from, Point to) {
  const double bend = from.x + 18;
  return "M" + coordinate(from.x) + ' ' + coordinate(from.y) + "C" + coordinate(bend) + ' ' + coordinate(from.y) + ' ' +
         coordinate(from.x) + ' ' + coordinate(to.y) + ' ' + coordinate(bend) + ' ' + coordinate(to.y) + "H" +
         coordinate(to.x);
}

struct Placed {
  const TreeBranch* branch;
  double y;
  std::vector<Placed> next;
};

/// Leaves one below the other in declared order, inner nodes in the middle of their branches.
std::vector<Placed> placed(const std::vector<TreeBranch>& branches, Layout& layout) {
  std::vector<Placed> all;
  for (const TreeBranch& branch : branches) {
    Placed node{&branch, 0, placed(branch.next, layout)};
    if (node.next.empty()) {
      node.y = layout.next_leaf + layout.leaf_height / 2;
      layout.next_leaf += layout.leaf_height;
    } else {
      node.y = (node.next.front().y + node.next.back().y) / 2;
    }
    all.push_back(std::move(node));
  }
  return all;
}

void draw_branches(Svg& svg, const std::vector<Placed>& nodes, Point from, const Layout& layout) {
  for (const Placed& node : nodes) {
    const bool leaf = node.next.empty();
    const Point to{leaf ? chart_width - leaf_width : from.x + layout.column, node.y};
    svg.path(branch_path(from, to), "branch", 1.2 + 5 * std::clamp(node.branch->probability.value, 0.0, 1.0));
    const double left = from.x + 24;
    const auto name = wrap_text(svg.say(node.branch->name), text_size, layout.column - 24 - label_pad);
    svg.lines({left, node.y - label_gap - static_cast<double>(name.size()) * line_height / 2}, name, "t halo");
    svg.text({left, node.y + 17}, share_text(node.branch->probability), "s soft halo");
    draw_branches(svg, node.next, to, layout);
    if (leaf)
      draw_leaf(svg, *node.branch, node.y, layout.leaf_height);
    else
      svg.circle(to, 4, "ink");
  }
}

} // namespace

std::string draw(const EventTreeChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  const int depth = std::max(depth_of(chart.branches), 1);
  Layout layout{.column = (chart_width - trigger_width - leaf_width) / depth};
  layout.leaf_height = std::max(height_needed(svg, chart.branches, layout.column - 24 - label_pad), 48.0);
  const auto trigger = wrap_text(svg.say(chart.trigger), strong_size, trigger_width - 20);
  const double box = static_cast<double>(trigger.size()) * line_height + 18;
  layout.next_leaf = std::max(0.0, (box + 2 - layout.leaf_height * leaves_of(chart.branches)) / 2);
  const std::vector<Placed> nodes = placed(chart.branches, layout);
  const double middle = nodes.empty() ? 30 : (nodes.front().y + nodes.back().y) / 2;
  draw_branches(svg, nodes, {trigger_width, middle}, layout);
  svg.rect({1, middle - box / 2}, trigger_width - 1, box, "box last", 5);
  svg.lines({trigger_width / 2, middle}, trigger, "t strong", Align::Middle);
  const double bottom = std::max(layout.next_leaf, middle + box / 2) + 6;
  svg.text({0, bottom + 12},
           svg.say({"割合は確率、（ ）内は90%区間。右端は起点からの確率。",
                    "Shares are probabilities, with 90% intervals in brackets; on the right, from the trigger."}),
           "s soft");
  return svg.finished(chart_width, bottom + 20, chart.text);
}

} // namespace rashin::report

// Resolves the one style sheet of the charts: selectors of at most two steps, custom properties, no media.
#include "report/svg_plain.h"

#include "report/markup.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace rashin::report {
namespace {

using Properties = std::map<std::string, std::string, std::less<>>;

struct Rule {
  std::string tag{};
  std::vector<std::string> classes{};
  bool of_root = false;
  bool japanese = false; ///< only of `:lang(ja)`
  Properties properties{};
  std::size_t weight() const { return 10 * classes.size() + (tag.empty() ? 0 : 1) + (japanese ? 10 : 0); }
};

struct Sheet {
  Properties variables{};
  std::vector<Rule> rules{}; ///< the weightier later
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts(1);
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c == at && depth == 0)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

Properties properties_of(std::string_view declarations) {
  Properties out;
  for (const std::string& one : split(declarations, ';'))
    if (const std::size_t colon = one.find(':'); colon != std::string::npos)
      out[one.substr(0, colon)] = one.substr(colon + 1);
  return out;
}

Rule rule_of(const std::string& selector, const Properties& properties) {
  Rule rule{.properties = properties};
  const std::vector<std::string> steps = split(selector, ' ');
  rule.of_root = steps.size() == 1;
  rule.japanese = steps[0].find(":lang(ja)") != std::string::npos;
  if (rule.of_root) return rule;
  const std::vector<std::string> names = split(steps[1], '.');
  rule.tag = names[0];
  rule.classes.assign(names.begin() + 1, names.end());
  return rule;
}

Sheet read_sheet(std::string_view css) {
  Sheet sheet;
  while (!css.empty()) {
    const std::size_t open = css.find('{');
    if (open == std::string_view::npos) break;
    std::string selector(css.substr(0, open));
    std::erase(selector, '\n');
    std::size_t end = open + 1;
    for (int depth = 1; end < css.size() && depth > 0; ++end) depth += css[end] == '{' ? 1 : css[end] == '}' ? -1 : 0;
    std::string inside(css.substr(open + 1, end - open - 2));
    std::erase(inside, '\n');
    css.remove_prefix(end);
    if (selector == ":root") sheet.variables = properties_of(inside);
    if (selector.starts_with(':') || selector.starts_with('@')) continue;
    for (const std::string& one : split(selector, ',')) sheet.rules.push_back(rule_of(one, properties_of(inside)));
  }
  std::stable_sort(sheet.rules.begin(), sheet.rules.end(),
                   [](const Rule& a, const Rule& b) { return a.weight() < b.weight(); });
  return sheet;
}

const Sheet& sheet_of_charts() {
  static const Sheet sheet = read_sheet(chart_css());
  return sheet;
}

/// `value` without `var(--…)`; empty where a name has no value.
std::string resolved(std::string value, const Properties& own) {
  for (int guard = 0; guard < 4; ++guard) {
    const std::size_t at = value.find("var(");
    if (at == std::string::npos) return value;
    const std::size_t end = value.find(')', at);
    const std::string name = value.substr(at + 4, end - at - 4);
    const auto mine = own.find(name);
    const auto given = sheet_of_charts().variables.find(name);
    if (mine == own.end() && given == sheet_of_charts().variables.end()) return "";
    value.replace(at, end - at + 1, mine != own.end() ? mine->second : given->second);
  }
  return value;
}

std::string attributes_of(const Properties& properties) {
  static const std::set<std::string, std::less<>> drawn{
      "fill",           "fill-opacity",     "stroke",    "stroke-width", "stroke-linejoin",
      "stroke-linecap", "stroke-dasharray", "font-size", "font-weight",  "font-family",
      "text-decoration"};
  std::string out;
  for (const auto& [name, written] : properties) {
    if (!drawn.contains(name)) continue;
    std::string value = resolved(written, properties);
    if (value.empty()) continue;
    std::replace(value.begin(), value.end(), '"', '\'');
    if (name == "font-size" && value.ends_with("px")) value.resize(value.size() - 2);
    if (name == "stroke-width" && value.ends_with("px")) value.resize(value.size() - 2);
    out += " " + name + "=\"" + value + '"';
  }
  return out;
}

Properties style_of(std::string_view tag, const std::vector<std::string>& classes, Language language) {
  const bool root = tag == "svg";
  Properties style;
  for (const Rule& rule : sheet_of_charts().rules) {
    if (rule.of_root != root || (rule.japanese && language != Language::Japanese)) continue;
    if (!rule.tag.empty() && rule.tag != tag) continue;
    const bool fits = std::all_of(rule.classes.begin(), rule.classes.end(), [&](const std::string& name) {
      return std::find(classes.begin(), classes.end(), name) != classes.end();
    });
    if (fits)
      for (const auto& [name, value] : rule.properties) style[name] = value;
  }
  return style;
}

/// The value of an attribute inside one tag; empty if there is none.
std::string_view value_in(std::string_view tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(key);
  if (at == std::string_view::npos) return {};
  return tag.substr(at + key.size(), tag.find('"', at + key.size()) - at - key.size());
}

std::string without(std::string tag, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  if (const std::size_t at = tag.find(key); at != std::string::npos)
    tag.erase(at, tag.find('"', at + key.size()) + 1 - at);
  return tag;
}

/// One tag of ours with its looks as attributes; of a text with a halo, the text twice: halo below, letters above.
std::string plain_tag(const std::string& tag, std::string_view rest, Language language) {
  std::string name = tag.substr(1, tag.find_first_of(" />", 1) - 1);
  const std::vector<std::string> classes = split(value_in(tag, "class"), ' ');
  const bool closed = tag.ends_with("/>");
  std::string bare = without(without(without(without(tag, "class"), "role"), "aria-labelledby"), "aria-describedby");
  if (name == "a") return "<g>";
  bare.resize(bare.size() - (closed ? 2 : 1));
  Properties style = style_of(name, classes, language);
  const bool own_width = !value_in(tag, "stroke-width").empty();
  if (own_width) style.erase("stroke-width");
  const std::string end = closed ? "/>" : ">";
  if (name == "svg") return without(bare, "lang") + attributes_of(style) + end;
  if (name != "text" || !style.contains("stroke")) return bare + attributes_of(style) + end;
  const std::string words(rest.substr(0, rest.find('<')));
  Properties letters = style;
  for (const char* of_halo : {"stroke", "stroke-width", "stroke-linejoin"}) letters.erase(of_halo);
  return bare + attributes_of(style) + end + words + "</text>" + bare + attributes_of(letters) + end;
}

} // namespace

std::string to_plain_svg(const ChartSpec& chart, Language language) {
  const std::string svg = to_svg(chart, language, "chart");
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  for (std::size_t at = 0; at < svg.size();) {
    if (svg[at] != '<' || svg[at + 1] == '/') {
      const bool link_ends = svg.compare(at, 4, "</a>") == 0;
      out += link_ends ? "</g>" : std::string(1, svg[at]);
      at += link_ends ? 4 : 1;
      continue;
    }
    const std::size_t end = svg.find('>', at) + 1;
    const std::string tag = svg.substr(at, end - at);
    out += plain_tag(tag, std::string_view(svg).substr(end), language);
    if (tag.starts_with("<svg"))
      out.insert(out.size() - 1, " xml:lang=\"" + std::string(language_code(language)) + '"'),
          out += "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>";
    at = end;
  }
  return out;
}

PictureSize size_of_svg(std::string_view svg) {
  const std::size_t at = svg.find("<svg");
  const std::string tag(svg.substr(at, svg.find('>', at) - at));
  return {std::strtod(std::string(value_in(tag, "width")).c_str(), nullptr),
          std::strtod(std::string(value_in(tag, "height")).c_str(), nullptr)};
}

} // namespace rashin::report

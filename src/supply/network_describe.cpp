#include "supply/network_explain.h"

#include "core/country.h"
#include "supply/place_names.h"

#include <cmath>

namespace rashin::supply {
namespace {

/// `text` with {day}, {item}, … replaced.
class Sentence {
 public:
  Sentence(const ItemNetwork& network, std::span<const Shock> shocks, const NetworkCause& cause, Language language)
      : network_(network), shocks_(shocks), cause_(cause), language_(language) {}

  std::string operator()(std::string text) const {
    const std::pair<std::string_view, std::string> parts[] = {
        {"{day}", std::to_string(cause_.day)},
        {"{percent}", std::to_string(std::lround(100 * cause_.share))},
        {"{item}", item(cause_.item)},
        {"{user}", user()},
        {"{supplier}", supplier()},
        {"{passage}", passage()},
        {"{shock}", cause_.shock ? shocks_[*cause_.shock].id : "?"},
        {"{other}", item(cause_.instead_of)}};
    for (const auto& [mark, value] : parts)
      for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
    return text;
  }

 private:
  std::string named(const LocalizedText& name, const std::string& id) const {
    return name.empty() ? id : name.in(language_);
  }
  std::string item(const std::optional<Index>& i) const {
    return i ? named(network_.items[*i].name, network_.items[*i].id) : "?";
  }
  std::string user() const {
    if (cause_.end_use) return named(network_.end_uses[*cause_.end_use].name, network_.end_uses[*cause_.end_use].id);
    if (!cause_.maker_of) return language_ == Language::Japanese ? "域外の買い手" : "outside buyers";
    return language_ == Language::Japanese ? item(cause_.maker_of) + "の製造"
                                           : "the makers of " + item(cause_.maker_of);
  }
  std::string passage() const {
    if (!cause_.passage) return "?";
    const std::string& id = network_.passages[*cause_.passage];
    const auto name = passage_name(id);
    if (!name) return id;
    return language_ == Language::Japanese ? name->ja : "the " + name->en;
  }
  std::string supplier() const {
    if (!cause_.supplier) return "?";
    const Supplier& s = network_.suppliers[*cause_.supplier];
    const Country* country = find_country(s.country);
    const std::string where = country ? country->short_name.in(language_) : s.country;
    if (s.id == s.country) return where;
    const std::string name = s.name.empty() ? s.id : s.name.in(language_);
    return language_ == Language::Japanese ? where + "（" + name + "）" : name + " (" + where + ")";
  }

  const ItemNetwork& network_;
  std::span<const Shock> shocks_;
  const NetworkCause& cause_;
  Language language_;
};

struct Form {
  const char* en;
  const char* ja;
};

Form form_of(NetworkCauseKind kind) {
  switch (kind) {
  case NetworkCauseKind::ShortInput:
    return {"Day {day}: {user} got {percent}% of the {item} needed.",
            "{day}日目：{user}に必要な{item}は {percent}% しか届かなかった。"};
  case NetworkCauseKind::HeldUp:
    return {"Day {day}: the makers of {item} made {percent}% of what was asked.",
            "{day}日目：{item}の製造は求められた量の {percent}% にとどまった。"};
  case NetworkCauseKind::Cut:
    return {"Day {day}: {supplier} sent less {item}; {percent}% of the normal supply was missing: {shock}.",
            "{day}日目：{supplier}からの{item}が減り、通常供給の {percent}% が欠けた。原因：{shock}。"};
  case NetworkCauseKind::Stopped:
    return {"Day {day}: {item} from {supplier} could not pass {passage}; {percent}% of the normal supply was missing: "
            "{shock}.",
            "{day}日目：{supplier}からの{item}が{passage}を通れず、通常供給の {percent}% が欠けた。原因：{shock}。"};
  case NetworkCauseKind::Diverted:
    return {
        "Day {day}: {item} from {supplier} went round {passage} and came later; {percent}% of the normal supply was "
        "missing: {shock}.",
        "{day}日目：{supplier}からの{item}が{passage}を避けて遅れ、通常供給の {percent}% が欠けた。原因：{shock}。"};
  case NetworkCauseKind::Surge:
    return {"Day {day}: {user} wanted more {item}, {percent}% of the normal supply: {shock}.",
            "{day}日目：{user}が{item}を余分に求めた（通常供給の {percent}%）。原因：{shock}。"};
  case NetworkCauseKind::AskedMore:
    return {"Day {day}: {user} were asked for more and wanted more {item}, {percent}% of the normal supply.",
            "{day}日目：{user}への注文が増え、{item}が余分に求められた（通常供給の {percent}%）。"};
  case NetworkCauseKind::StoodIn:
    return {"Day {day}: {item} was wanted in place of {other}, {percent}% of the normal supply.",
            "{day}日目：{item}が{other}の代わりに求められた（通常供給の {percent}%）。"};
  case NetworkCauseKind::OrderedLess:
    return {"Day {day}: less {item} had been ordered while {user} was held up.",
            "{day}日目：{user}が滞っていた間に{item}の注文が減っていた。"};
  case NetworkCauseKind::Scarce:
    return {"Day {day}: there is less {item} than is wanted even without a shock.",
            "{day}日目：ショックがなくても{item}は足りない。"};
  }
  return {"", ""};
}

} // namespace

LocalizedText describe(const ItemNetwork& network, std::span<const Shock> shocks, const NetworkCause& cause) {
  Form form = form_of(cause.kind);
  if (cause.kind == NetworkCauseKind::ShortInput && std::lround(100 * cause.share) == 0)
    form = {"Day {day}: {user} got none of the {item} needed.",
            "{day}日目：{user}に必要な{item}がまったく届かなかった。"};
  if (cause.kind == NetworkCauseKind::HeldUp && std::lround(100 * cause.share) == 0)
    form = {"Day {day}: the makers of {item} made nothing of what was asked.",
            "{day}日目：{item}の製造が完全に止まった。"};
  return {Sentence(network, shocks, cause, Language::Japanese)(form.ja),
          Sentence(network, shocks, cause, Language::English)(form.en)};
}

} // namespace rashin::supply

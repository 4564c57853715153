#include "study/need_tables.h"
#include "study/table_builder.h"

namespace rashin::study {

std::string_view effect_word(AdvantageEffect effect) {
  switch (effect) {
  case AdvantageEffect::Keeps:
    return "keeps";
  case AdvantageEffect::Creates:
    return "creates";
  case AdvantageEffect::Offsets:
    return "offsets";
  }
  throw Error("unknown effect on an advantage");
}

ResultTable advantages_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "advantages.yaml").text("title_ja", "advantages.yaml").text("title_en", "advantages.yaml");
  b.text("holds_ja", "advantages.yaml").text("holds_en", "advantages.yaml");
  b.text("depends_ja", "advantages.yaml").text("depends_en", "advantages.yaml");
  b.text("dependents", "countries").summary("share", "share", "of what the text of `holds` says");
  for (const char* name : {"lasts_p5", "lasts_p50", "lasts_p95"}) b.text(name, "until when; missing: not known");
  b.text("technologies", "needs that keep, create or offset it").text("basis", "claims");
  const auto joined = [](const std::vector<std::string>& words, const std::string& prefix) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ";") + prefix + word;
    return text;
  };
  for (const Advantage& a : study.advantages) {
    b.begin_row();
    b.put(a.id), b.put(a.title.ja), b.put(a.title.en), b.put(a.holds.ja), b.put(a.holds.en);
    b.put(a.depends.ja), b.put(a.depends.en), b.put(joined(a.dependents, ""));
    if (a.share) {
      std::vector<double> share = result.parameters[*a.share];
      const double factor = convert(1, study.parameters[*a.share].unit, parse_unit("share", {}).value(), {}).value();
      for (double& value : share) value *= factor;
      b.put(policy::summarize(share));
    } else {
      b.skip(4);
    }
    if (a.lasts) {
      const auto s = policy::summarize(result.parameters[*a.lasts]);
      b.put(iso_day(study, s.p5)), b.put(iso_day(study, s.p50)), b.put(iso_day(study, s.p95));
    } else {
      b.skip(3);
    }
    std::vector<std::string> links;
    for (const AdvantageLink& link : a.links)
      links.push_back(std::string(effect_word(link.effect)) + ":" + study.technologies[link.technology].id);
    b.put(joined(links, "")), b.put(joined(a.claims, "claim:"));
  }
  return b.finish("advantages", {"優位性と不可欠性", "Advantages held"});
}

} // namespace rashin::study

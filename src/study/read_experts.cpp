#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"

#include <algorithm>

namespace rashin::study {
namespace {

void read_rows(Reading& reading, const format::CsvFile& file) {
  for (std::size_t r = 0; r < file.rows(); ++r) {
    const auto text = [&](std::string_view name) {
      return file.column(name) ? file.at(r, *file.column(name)).text : std::string();
    };
    const Place place = file.place(r, *file.column("by")), trust_place = file.place(r, *file.column("trust"));
    const auto trust = format::number_at(file, r, *file.column("trust"));
    if (!take_faults(trust, reading.faults)) continue;
    if (!*trust || **trust < 0) reading.fault("expert-trust", trust_place, {text("by"), text("trust")});
    for (const Expert& other : reading.study.experts)
      if (other.by == text("by")) reading.fault("expert-twice", place, {other.by});
    Expert expert{text("by"), std::max(0.0, trust->value_or(0)), text("reason"), {}, place};
    if (!text("basis").empty()) {
      const Place basis = file.place(r, *file.column("basis"));
      expert.claims = reading.claims(parse_basis(text("basis"), basis, reading.faults), basis);
    }
    reading.study.experts.push_back(std::move(expert));
  }
}

/// Puts the trust to the judgements of one value and checks that somebody there is believed.
template <class Judgements>
void put_trust(Reading& reading, Judgements& judgements, const std::string& id, std::vector<bool>& used,
               std::set<std::string>& unlisted) {
  const std::vector<Expert>& experts = reading.study.experts;
  double total = 0;
  bool listed = true;
  for (auto& judgement : judgements) {
    const auto found =
        std::find_if(experts.begin(), experts.end(), [&](const Expert& expert) { return expert.by == judgement.by; });
    if (found == experts.end()) {
      unlisted.insert(judgement.by);
      listed = false;
      continue;
    }
    used[static_cast<std::size_t>(found - experts.begin())] = true;
    total += judgement.trust = found->trust;
  }
  if (listed && !judgements.empty() && total == 0) reading.fault("expert-nobody", experts.front().place, {id});
}

} // namespace

/// Knowledge, not values: the weights of criteria keep their own trust (study.yaml).
void read_experts(Reading& reading) {
  const auto file = reading.table("experts", experts_schema());
  if (!file) return;
  read_rows(reading, *file);
  Study& study = reading.study;
  if (study.experts.empty()) return;
  std::vector<bool> used(study.experts.size());
  std::set<std::string> unlisted;
  if (!study.matrix || !study.matrix->alone)
    for (pathway::TreeNode& node : study.tree.nodes)
      put_trust(reading, node.judgements, "tree/" + node.id, used, unlisted);
  for (Quantity& quantity : study.parameters) put_trust(reading, quantity.people, quantity.id(), used, unlisted);
  if (study.matrix) // everyone counts alike there, but judges
    for (std::size_t i = 0; i < used.size(); ++i)
      used[i] = used[i] || std::ranges::find(study.matrix->people, study.experts[i].by, &MatrixPerson::by) !=
                               study.matrix->people.end();
  const Place whole{.file = study.experts.front().place.file};
  for (const std::string& by : unlisted) reading.fault("expert-unlisted", whole, {by});
  if (reading.unread.empty())
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i]) reading.fault("expert-idle", study.experts[i].place, {study.experts[i].by});
}

} // namespace rashin::study

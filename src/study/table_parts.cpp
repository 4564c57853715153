#include "study/table_parts.h"

namespace rashin::study {

std::vector<double> expectation(const ByPathway& values, const RunResult& result) {
  std::vector<double> sum(values.front().size(), 0.0);
  for (std::size_t p = 0; p < values.size(); ++p)
    for (std::size_t d = 0; d < sum.size(); ++d) sum[d] += result.probabilities.pathways[p][d] * values[p][d];
  return sum;
}

TableBuilder daily_rows(const Study& study, const DailyBands& bands, const std::string& unit,
                        const std::string& basis) {
  TableBuilder b;
  b.text("id", "pathway.day").text("pathway", "pathways.yaml").number("day", "day", "after the as-of date");
  for (const char* level : {"loss_p5", "loss_p25", "loss_p50", "loss_p75", "loss_p95"}) b.number(level, unit, basis);
  for (std::size_t p = 0; p < bands.day.size(); ++p)
    for (std::size_t day = 0; day < bands.day[p].size(); ++day) {
      const policy::Summary& s = bands.day[p][day];
      const auto& [p25, p75] = bands.middle[p][day];
      b.begin_row();
      b.put(study.pathways[p].id + "." + std::to_string(day)), b.put(study.pathways[p].id),
          b.put(static_cast<double>(day));
      b.put(s.p5), b.put(p25), b.put(s.p50), b.put(p75), b.put(s.p95);
    }
  return b;
}

std::string joined(const std::vector<std::string>& words, std::string_view prefix) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + std::string(prefix) + word;
  return text;
}

} // namespace rashin::study

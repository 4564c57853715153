#pragma once
#include "assessment/read.h"
#include "assessment/run.h"

namespace rashin::assessment {

/// The template with two concepts of five needs each and `top_k: 5`: those of `strong` come first, but one of them
/// rests on the axis `sites` alone, and what makes `strong` strong is what Anna says of its duration; Ben says little
/// of it.
inline FileSet planted_files() {
  FileSet files = new_assessment("planted");
  std::string& text = files["assessment.yaml"];
  text.erase(text.find("concepts:"));
  text.replace(text.find("top_k: 1"), 8, "top_k: 5");
  const std::string counter = ", counter: {text: {ja: \"架空\", en: \"invented\"}, by: example}}\n";
  const auto judged = [](const char* name, const char* value) {
    return std::string(name) + ": {value: " + value + ", unit: share, period: 2025, by: example}";
  };
  text +=
      "concepts:\n  - {id: strong, title: {ja: \"強\", en: \"Strong\"}, duration: {judgements: ["
      "{by: Anna, p5: 8, p50: 9, p95: 9.5, reason: {ja: \"架空\", en: \"invented\"}}, "
      "{by: Ben, p5: 0.1, p50: 0.2, p95: 0.3, reason: {ja: \"架空\", en: \"invented\"}}], unit: year, period: 2025}, " +
      judged("effect", "0.5") + ", " + judged("difficulty", "0.5") + counter +
      "  - {id: weak, title: {ja: \"弱\", en: \"Weak\"}, duration: {value: 2, unit: year, period: 2025, by: "
      "example}, " +
      judged("effect", "0.5") + ", " + judged("difficulty", "0.5") + counter + "needs:\n";
  for (const char* each : {"strong", "weak"})
    for (const char* part : {"small-radar", "optics", "relay", "amplifier", "sensor"}) {
      const bool lone = std::string(each) == "strong" && std::string(part) == "optics";
      text += std::string("  - {technology: ") + part + ", concept: " + each + ", function: deter, asymmetry: " +
              (lone ? "small-radar.sites" : "[small-radar.satellites, small-radar.integration]") +
              ", reason: {ja: \"架空\", en: \"invented\"}, "
              "ready: {value: 2028-04-01, unit: date, period: 2025, by: example}}\n";
    }
  return files;
}

} // namespace rashin::assessment

#include "cli/judge_files.h"

#include "core/date.h"
#include "core/number_text.h"

#include <algorithm>

namespace rashin::cli {

using collect::JsonFile;
using collect::JsonValue;

PoolFile read_pool(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "question", "opinions", "p", "extremising", "bound"});
  PoolFile read;
  const bool bare = root.kind == JsonValue::Kind::Array;
  for (const JsonValue& item : file.items(bare ? root : file.member(root, {"opinions", "p"}))) {
    if (item.kind == JsonValue::Kind::Number) { // a probability alone: people are numbered
      read.opinions.push_back({std::to_string(read.opinions.size() + 1), file.number(item, 0, 1), 1, ""});
      continue;
    }
    file.allow_only(item, {"by", "probability", "weight", "reason"});
    read.opinions.push_back({file.text(file.member(item, "by")), file.number(file.member(item, "probability"), 0, 1),
                             file.optional_number(item, "weight", 0, 1e12).value_or(1),
                             file.optional_text(item, "reason")});
  }
  if (read.opinions.empty() && file.ok()) file.fail(root, "judge-nobody");
  read.options.extremising = file.optional_number(root, "extremising", 0.1, 100).value_or(read.options.extremising);
  read.options.bound = file.optional_number(root, "bound", 1e-12, 0.49);
  return read;
}

namespace {

/// Quantiles as a bare array, [expert][question][level].
constexpr std::string_view bare_quantiles = "experts_q[e][item][k]";

void read_questions(JsonFile& file, const JsonValue& root, panel::CookeInput& input) {
  if (const JsonValue* truths = root.find("realisations")) {
    for (const JsonValue& truth : file.items(*truths)) {
      panel::CookeQuestion question{std::to_string(input.questions.size() + 1), false, {}};
      if (truth.kind != JsonValue::Kind::Null) question.truth = file.number(truth);
      input.questions.push_back(std::move(question));
    }
    return;
  }
  for (const JsonValue& item : file.items(file.member(root, "questions"))) {
    file.allow_only(item, {"id", "truth", "scale", "text"});
    panel::CookeQuestion question{file.text(file.member(item, "id")), false, {}};
    if (const JsonValue* scale = item.find("scale")) question.log_scale = file.word(*scale, {"uniform", "log"}) == 1;
    if (const JsonValue* truth = item.find("truth"); truth && truth->kind != JsonValue::Kind::Null)
      question.truth = file.number(*truth);
    input.questions.push_back(std::move(question));
  }
}

} // namespace

CookeFile read_cooke(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "levels", "quantile_levels", "questions", "realisations", "experts", bare_quantiles,
                         "overshoot", "alpha", "scale"});
  CookeFile read;
  if (const JsonValue* levels = root.find({"levels", "quantile_levels"})) {
    read.input.levels.clear();
    for (const JsonValue& level : file.items(*levels)) {
      const double value = file.number(level, 1e-9, 1 - 1e-9);
      if (!read.input.levels.empty() && value <= read.input.levels.back()) file.fail(level, "judge-levels");
      read.input.levels.push_back(value);
    }
    if (read.input.levels.empty()) file.fail(*levels, "judge-levels");
  }
  read_questions(file, root, read.input);
  for (const JsonValue& item : file.items(file.member(root, {"experts", bare_quantiles}))) {
    const bool bare = item.kind == JsonValue::Kind::Array; // quantiles alone: people are numbered
    file.allow_only(item, {"by", "quantiles"});
    panel::CookeExpert expert{bare ? std::to_string(read.input.experts.size() + 1) : file.text(file.member(item, "by")),
                              {}};
    const JsonValue& answers = bare ? item : file.member(item, "quantiles");
    for (const JsonValue& answer : file.items(answers, read.input.questions.size()))
      expert.quantiles.push_back(answer.kind == JsonValue::Kind::Null ? std::vector<double>{}
                                                                      : file.numbers(answer, read.input.levels.size()));
    read.input.experts.push_back(std::move(expert));
  }
  if (read.input.experts.empty() && file.ok()) file.fail(root, "judge-nobody");
  read.options.overshoot = file.optional_number(root, "overshoot", 1e-9, 10).value_or(read.options.overshoot);
  read.options.alpha = file.optional_number(root, "alpha", 0, 1);
  return read;
}

namespace {

/// true, false, 1, 0 or yet unknown.
std::optional<bool> outcome_of(JsonFile& file, const JsonValue* value) {
  if (!value || value->kind == JsonValue::Kind::Null) return std::nullopt;
  if (value->kind == JsonValue::Kind::Boolean) return value->boolean;
  if (value->kind == JsonValue::Kind::Number && (value->number == 0 || value->number == 1)) return value->number == 1;
  if (value->kind == JsonValue::Kind::Text && (value->text == "true" || value->text == "false"))
    return value->text == "true"; // from a table
  const std::string seen = value->kind == JsonValue::Kind::Number ? shortest(value->number) : value->text;
  file.fail(*value, "judge-outcome", {seen});
  return std::nullopt;
}

/// Probabilities and outcomes as two lists of numbers; each pair is a question.
void read_bare_forecasts(JsonFile& file, const JsonValue& root, BrierFile& read) {
  const std::vector<JsonValue>& forecasts = file.items(file.member(root, "forecasts"));
  const std::vector<JsonValue>& outcomes = file.items(file.member(root, "outcomes"), forecasts.size());
  for (std::size_t i = 0; i < std::min(forecasts.size(), outcomes.size()); ++i)
    read.forecasts.push_back(
        {std::to_string(i + 1), "", file.number(forecasts[i], 0, 1), {}, {}, outcome_of(file, &outcomes[i])});
}

} // namespace

BrierFile read_brier(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "forecasts", "outcomes", "bins", "resamples", "seed", "least_questions"});
  BrierFile read;
  const bool bare = root.find("outcomes") != nullptr;
  if (bare) read_bare_forecasts(file, root, read);
  for (const JsonValue& item : bare ? std::vector<JsonValue>{} : file.items(file.member(root, "forecasts"))) {
    file.allow_only(item, {"question", "by", "probability", "criterion", "resolves_on", "outcome"});
    panel::Forecast forecast{file.text(file.member(item, "question")),
                             file.text(file.member(item, "by")),
                             file.number(file.member(item, "probability"), 0, 1),
                             file.optional_text(item, "criterion"),
                             file.optional_text(item, "resolves_on"),
                             {}};
    forecast.outcome = outcome_of(file, item.find("outcome"));
    if (const JsonValue* when = item.find("resolves_on");
        when && !forecast.resolves_on.empty() && !parse_date(forecast.resolves_on, {}).ok())
      file.fail(*when, "judge-date", {forecast.resolves_on});
    if (!forecast.outcome && (forecast.criterion.empty() || forecast.resolves_on.empty()))
      file.fail(item, "judge-no-criterion", {forecast.question, forecast.by});
    read.forecasts.push_back(std::move(forecast));
  }
  read.options.bins = file.count(root, "bins", read.options.bins, 0, 1000);
  read.options.resamples = file.count(root, "resamples", read.options.resamples, 0, 100'000);
  read.options.seed = file.count(root, "seed", 1, 0, std::size_t{1} << 53);
  read.options.least_questions = file.count(root, "least_questions", read.options.least_questions, 1, 1'000'000);
  return read;
}

} // namespace rashin::cli

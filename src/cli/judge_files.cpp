#include "cli/judge_files.h"

namespace rashin::cli {

using collect::JsonFile;
using collect::JsonValue;

PoolFile read_pool(JsonFile& file) {
  const JsonValue& root = file.root();
  file.allow_only(root, {"schema", "question", "opinions", "extremising", "bound"});
  PoolFile read;
  for (const JsonValue& item : file.items(file.member(root, "opinions"))) {
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

void read_questions(JsonFile& file, const JsonValue& root, panel::CookeInput& input) {
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

CookeFile read_cooke(JsonFile& file) {
  const JsonValue& root = file.root();
  file.allow_only(root, {"schema", "levels", "questions", "experts", "overshoot", "alpha"});
  CookeFile read;
  if (const JsonValue* levels = root.find("levels")) {
    read.input.levels.clear();
    for (const JsonValue& level : file.items(*levels)) {
      const double value = file.number(level, 1e-9, 1 - 1e-9);
      if (!read.input.levels.empty() && value <= read.input.levels.back()) file.fail(level, "judge-levels");
      read.input.levels.push_back(value);
    }
    if (read.input.levels.empty()) file.fail(*levels, "judge-levels");
  }
  read_questions(file, root, read.input);
  for (const JsonValue& item : file.items(file.member(root, "experts"))) {
    file.allow_only(item, {"by", "quantiles"});
    panel::CookeExpert expert{file.text(file.member(item, "by")), {}};
    for (const JsonValue& answer : file.items(file.member(item, "quantiles"), read.input.questions.size()))
      expert.quantiles.push_back(answer.kind == JsonValue::Kind::Null ? std::vector<double>{}
                                                                      : file.numbers(answer, read.input.levels.size()));
    read.input.experts.push_back(std::move(expert));
  }
  if (read.input.experts.empty() && file.ok()) file.fail(root, "judge-nobody");
  read.options.overshoot = file.optional_number(root, "overshoot", 1e-9, 10).value_or(read.options.overshoot);
  read.options.alpha = file.optional_number(root, "alpha", 0, 1);
  return read;
}

BrierFile read_brier(JsonFile& file) {
  const JsonValue& root = file.root();
  file.allow_only(root, {"schema", "forecasts", "bins", "resamples", "seed", "least_questions"});
  BrierFile read;
  for (const JsonValue& item : file.items(file.member(root, "forecasts"))) {
    file.allow_only(item, {"question", "by", "probability", "criterion", "resolves_on", "outcome"});
    panel::Forecast forecast{file.text(file.member(item, "question")),
                             file.text(file.member(item, "by")),
                             file.number(file.member(item, "probability"), 0, 1),
                             file.optional_text(item, "criterion"),
                             file.optional_text(item, "resolves_on"),
                             {}};
    const JsonValue* const outcome = item.find("outcome");
    if (outcome && outcome->kind == JsonValue::Kind::Boolean)
      forecast.outcome = outcome->boolean;
    else if (outcome && outcome->kind != JsonValue::Kind::Null)
      file.fail(*outcome, "judge-outcome");
    read.forecasts.push_back(std::move(forecast));
  }
  read.options.bins = file.count(root, "bins", read.options.bins, 0, 1000);
  read.options.resamples = file.count(root, "resamples", read.options.resamples, 0, 100'000);
  read.options.seed = file.count(root, "seed", 1, 0, std::size_t{1} << 53);
  read.options.least_questions = file.count(root, "least_questions", read.options.least_questions, 1, 1'000'000);
  return read;
}

} // namespace rashin::cli

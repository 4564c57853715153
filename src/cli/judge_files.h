#pragma once
#include "collect/json_file.h"
#include "panel/cooke.h"
#include "panel/forecast.h"
#include "panel/pooling.h"

namespace rashin::cli {

// Plain files of judgements (docs/methods/expert-judgement.md, docs/schemas): `root` is the part that holds the case.
// Faults gather in `file`.

struct PoolFile {
  std::vector<panel::Opinion> opinions;
  panel::PoolOptions options;
};
PoolFile read_pool(collect::JsonFile& file, const collect::JsonValue& root);

struct CookeFile {
  panel::CookeInput input;
  panel::CookeOptions options;
};
CookeFile read_cooke(collect::JsonFile& file, const collect::JsonValue& root);

struct BrierFile {
  std::vector<panel::Forecast> forecasts;
  panel::ScoreOptions options;
};
BrierFile read_brier(collect::JsonFile& file, const collect::JsonValue& root);

} // namespace rashin::cli

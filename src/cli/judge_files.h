#pragma once
#include "collect/json_file.h"
#include "panel/cooke.h"
#include "panel/forecast.h"
#include "panel/pooling.h"

namespace rashin::cli {

// Plain files of judgements (docs/methods/judgement.md, docs/schemas). Faults gather in `file`.

struct PoolFile {
  std::vector<panel::Opinion> opinions;
  panel::PoolOptions options;
};
PoolFile read_pool(collect::JsonFile& file);

struct CookeFile {
  panel::CookeInput input;
  panel::CookeOptions options;
};
CookeFile read_cooke(collect::JsonFile& file);

struct BrierFile {
  std::vector<panel::Forecast> forecasts;
  panel::ScoreOptions options;
};
BrierFile read_brier(collect::JsonFile& file);

} // namespace rashin::cli

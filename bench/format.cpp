#include "format/edit.h"
#include "format/xlsx.h"
#include "format/yaml.h"

#include <benchmark/benchmark.h>

using namespace rashin;
using namespace rashin::format;

namespace {

CsvFile table(std::size_t rows) {
  std::vector<std::vector<std::string>> cells;
  for (std::size_t r = 0; r < rows; ++r)
    cells.push_back(
        {"item-" + std::to_string(r), "CHN", "磁石用", std::to_string(r) + ".5", "10", "90", "t", "claim:a"});
  return make_table("supply", {"item", "supplier", "名前", "value", "low", "high", "unit", "basis"}, cells);
}

std::string yaml(std::size_t entries) {
  std::string text = "schema: 1\nsources:\n";
  for (std::size_t i = 0; i < entries; ++i)
    text +=
        "  - id: source-" + std::to_string(i) +
        "\n    title: {ja: \"大畠経産相、提訴も\", en: \"Ohata may take halt to WTO\"}\n    published: 2010-09-25\n";
  return text;
}

void read(benchmark::State& state, const std::string& bytes, bool (*reads)(const std::string&)) {
  for (auto _ : state)
    if (!reads(bytes)) state.SkipWithError("does not read");
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes.size()));
}

void csv(benchmark::State& state) {
  read(state, write_csv(table(100'000)), [](const std::string& bytes) { return read_csv("x", bytes).ok(); });
}
void yaml_tree(benchmark::State& state) {
  read(state, yaml(10'000), [](const std::string& bytes) { return read_yaml("x", bytes).ok(); });
}
void xlsx(benchmark::State& state) {
  read(state, write_xlsx(std::vector{table(20'000)}).value(),
       [](const std::string& bytes) { return read_xlsx("x", bytes).ok(); });
}
void edit_of_100_kb(benchmark::State& state) {
  read(state, yaml(900),
       [](const std::string& bytes) { return edit_yaml("x", bytes, "sources[500].title.ja", "新しい題").ok(); });
}

BENCHMARK(csv)->Unit(benchmark::kMillisecond);
BENCHMARK(yaml_tree)->Unit(benchmark::kMillisecond);
BENCHMARK(xlsx)->Unit(benchmark::kMillisecond);
BENCHMARK(edit_of_100_kb)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();

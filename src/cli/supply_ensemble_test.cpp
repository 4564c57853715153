#include "cli/mrio_commands.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <thread>
#include <unistd.h>

namespace rashin::cli {
namespace {
namespace fs = std::filesystem;

constexpr const char* scenario = R"({
  "table": "t.csv", "days": 200,
  "options": {"input_days": {"dist": "uniform", "low": 4, "high": 20}},
  "pathways": [
    {"name": "short", "shocks": [{"name": "ban", "kind": "link", "from": "A", "to": "B", "start": 2,
      "duration": {"dist": "uniform", "low": 10, "high": 60}}]},
    {"name": "long", "shocks": [{"name": "cut", "kind": "capacity", "impact": {"A|chips": 0.6}, "start": 2,
      "duration": 150}]}],
  "policies": [{"name": "stocks", "set": {"/options/input_days": 120}}]
})";

class EnsembleCommand : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("rashin-ensemble-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    write("t.csv", "origin_region,origin_sector,destination_region,destination,value\n"
                   "A,chips,B,cars,10\nB,cars,B,households,40\nA,chips,A,households,5\nB,cars,A,households,7\n");
    write("e.json", scenario);
  }
  void TearDown() override { fs::remove_all(folder); }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder / name) << text; }
  std::string text_of(const fs::path& name) {
    std::ifstream file(folder / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  int run(const std::string& out_folder, std::vector<std::string> more, std::stop_token stop = {}) {
    err.str("");
    std::vector<std::string> words{(folder / "e.json").string(), "--table", (folder / "t.csv").string(), "--out",
                                   (folder / out_folder).string()};
    words.insert(words.end(), more.begin(), more.end());
    Call call{std::move(words), out, err};
    call.stop = std::move(stop);
    return supply_ensemble_commands().at(0).run(call);
  }

  fs::path folder;
  std::ostringstream out, err;
};

TEST_F(EnsembleCommand, IsTheSameOnOneAndTwoThreads) {
  ASSERT_EQ(run("one", {"--draws", "20", "--threads", "1"}), Done) << err.str();
  ASSERT_EQ(run("two", {"--draws", "20", "--threads", "2"}), Done) << err.str();
  const std::string draws = text_of("one/draws.csv"), summary = text_of("one/summary.csv");
  EXPECT_EQ(std::count(draws.begin(), draws.end(), '\n'), 1 + 4 * 20) << "two policies by two pathways";
  EXPECT_EQ(std::count(summary.begin(), summary.end(), '\n'), 1 + 4);
  EXPECT_EQ(draws, text_of("two/draws.csv"));
  EXPECT_EQ(summary, text_of("two/summary.csv"));
  EXPECT_FALSE(fs::exists(folder / "one/batches"));
  EXPECT_EQ(run("one", {"--draws", "20"}), FileWrong) << "a finished folder is not overwritten";
}

TEST_F(EnsembleCommand, StoppedItGoesOnWithTheSameBytes) {
  ASSERT_EQ(run("whole", {"--draws", "100", "--threads", "1"}), Done) << err.str();
  std::stop_source source;
  std::jthread watcher([&](std::stop_token ended) {
    while (!ended.stop_requested() && !fs::exists(folder / "parts/batches/0.csv")) std::this_thread::yield();
    source.request_stop();
  });
  const int stopped = run("parts", {"--draws", "100", "--threads", "1"}, source.get_token());
  watcher.request_stop();
  watcher.join();
  ASSERT_EQ(stopped, Stopped) << err.str();
  EXPECT_FALSE(fs::exists(folder / "parts/summary.csv"));
  EXPECT_EQ(run("parts", {"--draws", "100"}), FileWrong) << "without --resume nothing is taken up";
  EXPECT_EQ(run("parts", {"--draws", "100", "--seed", "2", "--resume"}), FileWrong);
  EXPECT_NE(err.str().find("mrio-ensemble-other"), std::string::npos) << err.str();
  ASSERT_EQ(run("parts", {"--draws", "100", "--resume"}), Done) << err.str();
  EXPECT_EQ(text_of("parts/draws.csv"), text_of("whole/draws.csv"));
  EXPECT_EQ(text_of("parts/summary.csv"), text_of("whole/summary.csv"));
}

TEST_F(EnsembleCommand, NamesWhatIsWrong) {
  std::string text = scenario;
  text.replace(text.find("\"high\": 20"), 10, "\"high\": 2");
  text.replace(text.find("/options/input_days\":"), 20, "shocks");
  write("e.json", text);
  EXPECT_EQ(run("wrong", {"--draws", "4"}), FileWrong);
  EXPECT_FALSE(fs::exists(folder / "wrong"));
  write("e.json", R"({"table": "t.csv", "pathways": []})");
  EXPECT_EQ(run("wrong", {}), FileWrong);
  EXPECT_NE(err.str().find("pathways"), std::string::npos) << err.str();
}

} // namespace
} // namespace rashin::cli

#include "cli/mrio_commands.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

namespace rashin::cli {
namespace {
namespace fs = std::filesystem;

class TableCommands : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("rashin-mrio-cli-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    write("t.csv", "origin_region,origin_sector,destination_region,destination,value\n"
                   "A,chips,B,cars,10\nB,cars,B,households,40\nA,chips,A,households,5\nB,cars,B,inventories,-1\n");
    write("s.json", R"({"table": "t.rmrio", "days": 60, "options": {"input_days": 5},
      "shocks": [{"name": "ban", "kind": "link", "from": "A", "to": "B", "start": 2, "duration": 40}]})");
  }
  void TearDown() override { fs::remove_all(folder); }

  std::string path(const std::string& name) { return (folder / name).string(); }
  void write(const std::string& name, const std::string& text) { std::ofstream(folder / name) << text; }

  int run(const std::string& name, std::vector<std::string> words) {
    out.str("");
    err.str("");
    for (const auto& family : {mrio_commands(), supply_commands(), supply_static_commands()})
      for (const Command& command : family)
        if (command.name == name) return command.run(Call{std::move(words), out, err});
    return -1;
  }

  fs::path folder;
  std::ostringstream out, err;
};

TEST_F(TableCommands, ImportSaysWhatTheRuleChanged) {
  EXPECT_EQ(run("mrio import", {path("t.csv"), path("t.rmrio")}), Done) << err.str();
  EXPECT_NE(out.str().find("mass changed by the rule: 1"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("B|cars > B|inventories  -1"), std::string::npos);
  EXPECT_NE(out.str().find("rule for negative cells: set to 0"), std::string::npos) << out.str();
  EXPECT_EQ(run("mrio balance", {path("t.rmrio")}), Done);
  EXPECT_NE(out.str().find("mass changed by the rule: 1\n"), std::string::npos) << "the file keeps it: " << out.str();
  EXPECT_EQ(run("mrio balance", {path("t.csv")}), Done);
  EXPECT_NE(out.str().find("mass changed by the rule: 0\n"), std::string::npos) << out.str();
  EXPECT_EQ(run("mrio import", {path("t.csv"), path("u.rmrio"), "--negatives", "refuse"}), FileWrong);
  EXPECT_EQ(run("mrio import", {path("t.csv"), path("nowhere/t.rmrio")}), CannotWrite);
  EXPECT_EQ(run("mrio compare", {path("t.csv"), path("t.rmrio")}), Done);
  EXPECT_FALSE(fs::exists(folder / "u.rmrio"));
}

TEST_F(TableCommands, AFaultyTableIsNotImported) {
  write("bad.csv", "origin_region,origin_sector,destination_region,destination,value\nA,x,A,x,many\nA,x,A\n");
  EXPECT_EQ(run("mrio import", {path("bad.csv"), path("bad.rmrio")}), FileWrong);
  EXPECT_NE(err.str().find("bad.csv:2:9"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("bad.csv:3:"), std::string::npos) << err.str();
  EXPECT_FALSE(fs::exists(folder / "bad.rmrio"));
  EXPECT_EQ(run("mrio info", {path("absent.csv")}), FileWrong);
}

TEST_F(TableCommands, AShockTellsWhoStoppedWhom) {
  ASSERT_EQ(run("mrio import", {path("t.csv"), path("t.rmrio")}), Done);
  ASSERT_EQ(run("supply shock", {path("s.json"), "--table", path("t.rmrio"), "--out", path("results")}), Done)
      << err.str();
  EXPECT_NE(out.str().find("B|cars makes"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("the link from A|chips is cut by the shock \"ban\""), std::string::npos) << out.str();
  for (const char* name : {"days.csv", "industries.csv", "production.csv", "unmet_final_demand.csv", "causes.csv"})
    EXPECT_TRUE(fs::exists(folder / "results" / name)) << name;
}

TEST_F(TableCommands, StaticAnswersStateTheirResidual) {
  EXPECT_EQ(run("supply exposure", {"B", "--table", path("t.csv")}), Done) << err.str();
  EXPECT_NE(out.str().find("residual of the solution"), std::string::npos) << out.str();
  EXPECT_EQ(run("supply extract", {"--from", "A", "--to", "B", "--table", path("t.csv")}), Done) << err.str();
  EXPECT_NE(out.str().find("residual of the solution"), std::string::npos) << out.str();
  EXPECT_EQ(run("supply demand", {"--industries", "B|cars", "--change", "-0.5", "--table", path("t.csv")}), Done);
  EXPECT_NE(out.str().find("output lost: 25\n"), std::string::npos) << "20 cars and 5 chips: " << out.str();
  EXPECT_EQ(run("supply demand", {"--industries", "B|cars", "--change", "much", "--table", path("t.csv")}), FileWrong);
  EXPECT_EQ(run("supply trade", {"A", "--table", path("t.csv")}), Done) << err.str();
  EXPECT_NE(out.str().find("B\t0\t0.00 %\t10\t66.67 %"), std::string::npos) << out.str();
}

TEST_F(TableCommands, AMisspeltKeyIsAnError) {
  ASSERT_EQ(run("mrio import", {path("t.csv"), path("t.rmrio")}), Done);
  write("wrong.json", R"({"days": 60, "shocks": [{"kind": "link", "from": "A", "to": "Z", "passsage": 0}]})");
  EXPECT_EQ(run("supply shock", {path("wrong.json"), "--table", path("t.rmrio")}), FileWrong);
  EXPECT_NE(err.str().find("passsage"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("\"Z\""), std::string::npos);
  write("broken.json", "{\n \"days\": ,}");
  EXPECT_EQ(run("supply shock", {path("broken.json"), "--table", path("t.rmrio")}), FileWrong);
  EXPECT_NE(err.str().find("broken.json:2:"), std::string::npos) << err.str();
}

} // namespace
} // namespace rashin::cli

#include "store/mrio_file.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

namespace rashin::store {
namespace {
namespace fs = std::filesystem;

class MrioFile : public testing::Test {
 protected:
  void SetUp() override {
    path = fs::temp_directory_path() / ("rashin-mrio-" + std::to_string(::getpid()) + ".rmrio");
    IoEntries entries;
    entries.name = "small";
    entries.unit = "million USD";
    entries.industries = {{"A", "農業"}, {"B", "mill"}};
    entries.final_demands = {{"A", "households"}};
    entries.flows = {{0, 1, 4}, {1, 0, 2}};
    entries.final_demand_flows = {{0, 0, 5.5}, {1, 0, 8}};
    entries.final_demand_flows.push_back({0, 1, -3});
    entries.final_demands.push_back({"A", "inventories"});
    checked = supply::make_mrio(entries).take();
  }
  void TearDown() override { fs::remove(path); }

  std::string bytes() {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::string code_after_writing(const std::string& changed) {
    std::ofstream(path, std::ios::binary) << changed;
    const auto opened = open_mrio(path);
    return opened.ok() ? "ok" : opened.diagnostics()[0].code;
  }

  fs::path path;
  supply::CheckedMrio checked;
  const supply::Mrio& table = checked.table;
};

TEST_F(MrioFile, GivesBackTheTable) {
  ASSERT_TRUE(write_mrio(path, checked).empty());
  const auto opened = open_mrio(path);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->table.name, "small");
  EXPECT_EQ(opened->table.unit, "million USD");
  EXPECT_EQ(opened->table.sectors, table.sectors);
  EXPECT_EQ(opened->table.output, table.output);
  EXPECT_EQ(opened->table.flows.at(0, 1), 4);
  EXPECT_EQ(opened->table.final_demand.at(0, 0), 5.5);
  EXPECT_EQ(supply::industry_name(opened->table, 0), "A|農業");
}

TEST_F(MrioFile, KeepsWhatTheImportFound) {
  ASSERT_TRUE(write_mrio(path, checked).empty());
  const auto opened = open_mrio(path);
  ASSERT_TRUE(opened.ok());
  EXPECT_TRUE(opened->checks.recorded);
  EXPECT_EQ(opened->checks.rule, supply::NegativeRule::Clip);
  EXPECT_EQ(opened->checks.negative_final_demands, 1U);
  EXPECT_EQ(opened->checks.negative_mass, 3);
  ASSERT_EQ(opened->checks.worst_negative.size(), 1U);
  EXPECT_EQ(opened->checks.worst_negative[0].what, "A|農業 > A|inventories");
}

TEST_F(MrioFile, OpensAFileOfTheFirstVersion) {
  ASSERT_TRUE(write_mrio(path, checked).empty());
  std::string old = bytes(); // version 1: eight sections, no record of the import
  const auto put = [&](std::size_t at, std::uint32_t value) { std::memcpy(old.data() + at, &value, sizeof value); };
  put(8, 1), put(16, 8);
  put(20, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(old.data()) + 24, 8 * 24)));
  std::ofstream(path, std::ios::binary) << old;
  const auto opened = open_mrio(path);
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(opened->table.output, table.output);
  EXPECT_FALSE(opened->checks.recorded);
}

TEST_F(MrioFile, NoticesEveryChangedByteAndEveryCut) {
  ASSERT_TRUE(write_mrio(path, checked).empty());
  const std::string good = bytes();
  for (std::size_t k = 0; k < good.size(); ++k) {
    std::string changed = good;
    changed[k] = static_cast<char>(changed[k] ^ 0x20);
    const std::string code = code_after_writing(changed);
    // Bytes between sections carry nothing: a change there is harmless, and the table is still right.
    if (code == "ok")
      EXPECT_EQ(good[k], '\0') << k;
    else
      EXPECT_TRUE(code == "mrio-file-damaged" || code == "mrio-file-version") << code;
  }
  for (std::size_t size = 1; size < good.size(); size += 7)
    EXPECT_EQ(code_after_writing(good.substr(0, size)), "mrio-file-damaged") << size;
}

TEST_F(MrioFile, SaysWhatIsMissingAndWhatCannotBeWritten) {
  EXPECT_EQ(open_mrio(path).diagnostics().at(0).code, "mrio-missing-file");
  EXPECT_EQ(write_mrio(path / "nowhere" / "table.rmrio", checked).at(0).code, "cannot-write");
}

} // namespace
} // namespace rashin::store

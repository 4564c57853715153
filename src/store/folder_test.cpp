#include "store/folder.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rashin::store {
namespace {
namespace fs = std::filesystem;

struct Folder : testing::Test {
  fs::path root = fs::temp_directory_path() / ("rashin-folder-" + std::to_string(::getpid()));
  void SetUp() override { fs::create_directories(root); }
  void TearDown() override { fs::remove_all(root); }
  std::string content(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t entries() {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(root), fs::directory_iterator{}));
  }
};

TEST_F(Folder, ReadsWantedEndingsTwoLevelsDeepAndNoHiddenFiles) {
  fs::create_directories(root / "network/deep");
  for (const char* name : {"a.yaml", "b.txt", ".c.yaml", "network/d.csv", "network/deep/e.csv"})
    std::ofstream(root / name) << name;
  const auto files = read_folder(root, {".yaml", ".csv"}, "p/");
  ASSERT_TRUE(files.ok());
  EXPECT_EQ(*files, (FileSet{{"p/a.yaml", "a.yaml"}, {"p/network/d.csv", "network/d.csv"}}));
}

TEST_F(Folder, AMissingFolderIsDiagnosed) {
  EXPECT_EQ(read_folder(root / "none", {".yaml"}).diagnostics().front().code, "folder-not-found");
}

TEST_F(Folder, CommitReplacesTheWholeEarlierRun) {
  for (const char* text : {"one", "two"}) {
    auto run = FolderReplacement::begin(root / "out").take();
    ASSERT_TRUE(run.add({{"run.json", text}, {std::string("results/") + text + ".csv", "x"}}).empty());
    ASSERT_TRUE(run.commit().empty());
  }
  EXPECT_EQ(content(root / "out/run.json"), "two");
  EXPECT_FALSE(fs::exists(root / "out/results/one.csv"));
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Folder, WithoutCommitTheEarlierRunStaysAndNothingIsLeft) {
  {
    auto run = FolderReplacement::begin(root / "out").take();
    ASSERT_TRUE(run.add({{"run.json", "one"}}).empty());
    ASSERT_TRUE(run.commit().empty());
  }
  {
    auto run = FolderReplacement::begin(root / "out").take();
    ASSERT_TRUE(run.add({{"run.json", "two"}}).empty());
  }
  EXPECT_EQ(content(root / "out/run.json"), "one");
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Folder, AFolderThatIsNoRunIsNotOverwritten) {
  fs::create_directories(root / "out");
  std::ofstream(root / "out/thesis.docx") << "precious";
  const auto run = FolderReplacement::begin(root / "out");
  ASSERT_FALSE(run.ok());
  EXPECT_EQ(run.diagnostics().front().code, "out-not-a-run");
  EXPECT_EQ(entries(), 1u);
}

TEST_F(Folder, AFullDiskIsSeenBeforeTheCommit) {
  auto run = FolderReplacement::begin(root / "out").take();
  // /dev/full accepts no byte; a link with its name stands in for the full disk.
  fs::create_symlink("/dev/full", root / (".out.partial-" + std::to_string(::getpid())) / "run.json");
  const auto failed = run.add({{"run.json", "one"}});
  ASSERT_FALSE(failed.empty());
  EXPECT_EQ(failed.front().code, "cannot-write");
}

TEST_F(Folder, LeftoversOfAKilledRunAreRemoved) {
  fs::create_directories(root / ".out.partial-4194303"); // above the largest process id of a usual system
  FolderReplacement::begin(root / "out").take();
  EXPECT_EQ(entries(), 0u);
}

TEST_F(Folder, ANewFolderMustBeNewOrEmpty) {
  EXPECT_TRUE(write_new_folder(root / "new", {{"network/a.csv", "1"}}).empty());
  EXPECT_EQ(content(root / "new/network/a.csv"), "1");
  EXPECT_EQ(write_new_folder(root / "new", {{"b", ""}}).front().code, "folder-not-empty");
}

} // namespace
} // namespace rashin::store

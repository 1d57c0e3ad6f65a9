// The forms that the core has for JSON, against those of the library.
#include <nlohmann/json.hpp>

#include "catch.h"
#include "exact_buffer.h"
#include "wire/json.h"
#include "wire/value.h"

namespace botschaft {
namespace {

using Library = nlohmann::ordered_json;
using wire::Document;
using wire::Json;
using wire::Value;

// Whether the two say the same, value by value.
void expect_same(const Value& value, const Library& expected) {
  INFO(expected.dump(-1, ' ', false, Library::error_handler_t::replace));
  switch (expected.type()) {
    case Library::value_t::object:
    case Library::value_t::array: {
      REQUIRE(value.type() == (expected.is_object() ? Value::Type::kObject : Value::Type::kArray));
      REQUIRE(value.size() == expected.size());
      auto found = value.begin();
      for (const auto& entry : expected.items()) {
        if (expected.is_object()) CHECK((*found).key() == entry.key());
        expect_same(*found, entry.value());
        ++found;
      }
      CHECK(found == Value::end());
      break;
    }
    case Library::value_t::string:
      REQUIRE(value.is_string());
      CHECK(value.string() == expected.get<std::string>());
      break;
    case Library::value_t::boolean:
      REQUIRE(value.is_boolean());
      CHECK(value.boolean() == expected.get<bool>());
      break;
    case Library::value_t::number_integer:
      REQUIRE(value.is_integer());
      CHECK(value.integer() == expected.get<int64_t>());
      break;
    case Library::value_t::number_unsigned:
      REQUIRE(value.is_integer());
      CHECK(value.integer() == static_cast<int64_t>(std::min<uint64_t>(expected.get<uint64_t>(), INT64_MAX)));
      break;
    case Library::value_t::number_float:
      CHECK(value.type() == Value::Type::kFraction);
      break;
    default:
      CHECK(value.type() == Value::Type::kNull);
  }
}

void compare(std::string_view text) {
  INFO(text);
  const test::ExactBuffer buffer(text);
  const Document document(buffer.view());
  const Library expected = Library::parse(text.begin(), text.end(), nullptr, false);
  REQUIRE(document.ok() == !expected.is_discarded());
  if (document.ok()) expect_same(document.root(), expected);
}

TEST_CASE("JSON is read as another library reads it", "[wire][json]") {
  for (const std::string_view text : {"null",
                                      " true\n",
                                      "false",
                                      "0",
                                      "-0",
                                      "7",
                                      "-12",
                                      "9223372036854775807",
                                      "9223372036854775808",
                                      "18446744073709551615",
                                      "18446744073709551616",
                                      "-9223372036854775808",
                                      "-9223372036854775809",
                                      "1.5",
                                      "1e3",
                                      "-2.5E-3",
                                      "0.0",
                                      R"("")",
                                      R"("plain")",
                                      R"("\"\\\/\b\f\n\r\t")",
                                      R"("ä\u00e4\u20AC\ud83d\ude00 z")",
                                      R"("\u0000")",
                                      "[]",
                                      "{}",
                                      "[ ]",
                                      "{ }",
                                      "[1,[2,[3,{}]],\"x\"]",
                                      R"({"a":1,"b":{"c":[null,true]},"":""})",
                                      R"({"a":1,"b":2,"a":3,"c":4,"b":5})",
                                      "\xEF\xBB\xBF{}",
                                      R"({"\u0061":1,"a":2})",
                                      "\t[\r\n1 , 2 ]  "}) {
    compare(text);
  }
}

TEST_CASE("What is no JSON is refused as another library refuses it", "[wire][json]") {
  for (const std::string_view text : {"",
                                      " ",
                                      "nul",
                                      "tru",
                                      "falsee",
                                      "00",
                                      "01",
                                      "-",
                                      "+1",
                                      ".5",
                                      "1.",
                                      "1e",
                                      "1e+",
                                      "-a",
                                      "0x1",
                                      "\"",
                                      "\"a",
                                      "\"\\",
                                      "\"\\x\"",
                                      "\"\\u12\"",
                                      "\"\\u12G4\"",
                                      R"("\ud83d")",
                                      R"("\ud83dx")",
                                      R"("\ud83d\u0041")",
                                      R"("\ude00")",
                                      "\"\n\"",
                                      "\"\x01\"",
                                      "\"\xC3\"",
                                      "\"\xFF\"",
                                      "\"\xED\xA0\x80\"",
                                      "[",
                                      "]",
                                      "[1",
                                      "[1,",
                                      "[1,]",
                                      "[,1]",
                                      "[1 2]",
                                      "[1}",
                                      "{",
                                      "}",
                                      "{]",
                                      "{\"a\"",
                                      "{\"a\":",
                                      "{\"a\":1",
                                      "{\"a\":1,",
                                      "{\"a\":1,}",
                                      "{,}",
                                      "{a:1}",
                                      "{1:1}",
                                      "{\"a\" 1}",
                                      "{} {}",
                                      "1 2",
                                      "[] x",
                                      "\xEF\xBB",
                                      "\xC3\xA4"}) {
    compare(text);
  }
}

TEST_CASE("Every cut and every changed byte of a document is read alike", "[wire][json]") {
  const std::string text = R"({"op":"check","list":[1,-2.5,true,null,"ä\n\u20ac\ud83d\ude00"],"o":{"k":{},"k":[]}} )";
  for (size_t size = 0; size <= text.size(); ++size) compare(std::string_view(text).substr(0, size));
  for (size_t at = 0; at < text.size(); ++at) {
    for (const char c : std::string_view("\"\\{}[],:0a \n\x80")) {
      std::string changed = text;
      changed[at] = c;
      compare(changed);
    }
  }
}

TEST_CASE("Deep nesting and many keys are read in bounded time", "[wire][json]") {
  constexpr size_t kDepth = 200'000;
  CHECK(Document(std::string(kDepth, '[') + std::string(kDepth, ']')).ok());
  CHECK_FALSE(Document(std::string(kDepth, '[')).ok());
  std::string many = "{";
  for (int key = 0; key < 100'000; ++key)
    many += "\"k" + std::to_string(key % 60'000) + "\":" + std::to_string(key) + ",";
  many.back() = '}';
  const Document document(many);
  REQUIRE(document.ok());
  CHECK(document.root().size() == 60'000);
  CHECK(document.root().find("k7")->integer() == 60'007);
}

TEST_CASE("What is left out is filled in", "[wire][json]") {
  Document document(R"({"a":1})");
  const Document defaults(R"({"a":2,"b":[3],"c":null})");
  document.fill_in(defaults.root());
  expect_same(document.root(), Library::parse(R"({"a":1,"b":[3],"c":null})"));
}

TEST_CASE("JSON is written as another library writes it", "[wire][json]") {
  std::string every;
  for (char c = 1; c < 0x7F; ++c) every += c;
  every += "\x7F äß€😀";
  for (const std::string& text : {std::string(), every, std::string(3, '\0'), std::string("a\\\"b")}) {
    CHECK(Json(text).dump() == Library(text).dump());
  }
  Json json = Json::object();
  json["null"] = nullptr;
  json["yes"] = true;
  json["n"] = -5;
  json["size"] = size_t{4'000'000'000};
  json["text"] = "x\ny";
  json["empty"] = Json::array();
  json["words"] = std::vector<std::string>{"a", "b"};
  json["nested"] = Json{{"k", 1}, {"l", Json::object()}};
  Json more = Json::object();
  json.update(more);
  more["last"] = "z";
  json.update(more);
  const Library expected = Library::parse(json.dump());
  CHECK(json.dump() == expected.dump());
  CHECK(expected["nested"]["l"].is_object());
  CHECK(expected["last"] == "z");
  CHECK(Json().is_null());
}

TEST_CASE("Numbers with a fraction are written as another library writes them", "[wire][json]") {
  for (int tenths = -2000; tenths <= 2000; ++tenths) {
    CHECK(Json(tenths / 10.0).dump() == Library(tenths / 10.0).dump());
  }
  CHECK(Json(0.25).dump() == "0.25");
  CHECK(Json(1.0 / 3).dump() == "0.333333");
  CHECK(Json(1e9).dump() == "1000000000.0");
}

}  // namespace
}  // namespace botschaft

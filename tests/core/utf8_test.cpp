#include "base/utf8.h"

#include "catch.h"
#include "exact_buffer.h"

using namespace botschaft;
using test::ExactBuffer;

TEST_CASE("decode reads one code point and refuses what is ill-formed", "[utf8]") {
  struct Case {
    std::string text;
    char32_t value;
    size_t size;
  };
  const Case cases[] = {
      {"a", U'a', 1},
      {"\u00DF", U'ß', 2},
      {"\u20AC", U'€', 3},
      {"\U0001F600", 0x1F600, 4},
      {std::string(1, '\0'), 0, 1},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
      {"\x80", 0xFFFD, 1},
      {"\xC0\xAF", 0xFFFD, 1},
      {"\xE0\x9F\xBF", 0xFFFD, 1},
      {"\xED\xA0\x80", 0xFFFD, 1},
      {"\xF4\x90\x80\x80", 0xFFFD, 1},
      {"\xF0\x9F\x98", 0xFFFD, 1},
      {"\xE2\x82", 0xFFFD, 1},
      {"\xC3", 0xFFFD, 1},
      {"\xFF", 0xFFFD, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ExactBuffer buffer(c.text);
    const CodePoint found = decode(buffer.view(), 0);
    CHECK(static_cast<uint32_t>(found.value) == static_cast<uint32_t>(c.value));
    CHECK(found.size == c.size);
    CHECK(is_well_formed(buffer.view()) == (c.value != 0xFFFD));
  }
}

TEST_CASE("decode_before reads backwards what decode reads forwards", "[utf8]") {
  const ExactBuffer buffer("aß€\U0001F600\u0308z");
  size_t end = buffer.view().size();
  std::u32string backwards;
  while (end > 0) {
    const CodePoint c = decode_before(buffer.view(), end);
    backwards.insert(backwards.begin(), c.value);
    end -= c.size;
  }
  CHECK(backwards == U"aß€\U0001F600\u0308z");
  CHECK(static_cast<uint32_t>(decode_before("\x80\x80", 2).value) == 0xFFFD);
  CHECK(decode_before("\x80\x80", 2).size == 1);
}

TEST_CASE("repair replaces each maximal ill-formed part once", "[utf8]") {
  // The examples of Unicode 15, section 3.9, tables 3-8 to 3-11.
  const std::string r = "\uFFFD";
  CHECK(repair("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") == r + r + r + r + r + r + r + r + "A");
  CHECK(repair("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") == r + r + r + r + r + r + r + r + "A");
  CHECK(repair("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") == r + r + r + r + r + "A" + r + r + "B");
  CHECK(repair("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == r + r + r + r + "A");
  CHECK(repair("gut ß") == "gut ß");
  CHECK(repair("").empty());
  CHECK(is_well_formed(repair("\xF0\x9F\x98")));
  CHECK(repair("\xF0\x9F\x98") == r);
}

TEST_CASE("UTF-16 offsets agree with counting from the start", "[utf8]") {
  std::string text;
  for (int i = 0; i < 200; i++) text += i % 7 == 0 ? "\U0001F600" : i % 3 == 0 ? "ü" : i % 5 == 0 ? "€" : "ab";
  const ExactBuffer buffer(text);
  const Utf16Offsets offsets(buffer.view());
  size_t utf16 = 0;
  for (size_t at = 0; at < text.size();) {
    REQUIRE(offsets.at(at) == utf16);
    const CodePoint c = decode(text, at);
    utf16 += c.value > 0xFFFF ? 2 : 1;
    at += c.size;
  }
  CHECK(offsets.total() == utf16);
  CHECK(Utf16Offsets("plain").at(3) == 3);
  CHECK(Utf16Offsets("").total() == 0);
  CHECK(Utf16Offsets("ü").total() == 1);
}

TEST_CASE("append_utf8 and count_code_points", "[utf8]") {
  std::string out;
  for (const char32_t c : std::u32string(U"aß€\U0001F600")) append_utf8(out, c);
  CHECK(out == "aß€\U0001F600");
  CHECK(count_code_points(out) == 4);
  std::string surrogate;
  append_utf8(surrogate, 0xD800);
  CHECK(surrogate == "\uFFFD");
}

#include "text/unicode.h"

#include "catch.h"
#include "text/normalize.h"

using namespace botschaft::text;

TEST_CASE("Character properties", "[unicode]") {
  CHECK(is_letter(U'ß'));
  CHECK(is_letter(U'世'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK(is_digit(U'٣'));
  CHECK_FALSE(is_digit(U'½'));
  CHECK(is_mark(0x0308));
  CHECK(is_white_space(0x00A0));
  CHECK_FALSE(is_white_space(0x200B));
  CHECK(is_upper(U'Ä'));
  CHECK(is_lower(U'ß'));
  CHECK(is_ignorable(0x200B));
  CHECK(is_ignorable(0x00AD));
  CHECK(is_ignorable(0xE0001));
  CHECK_FALSE(is_ignorable(U' '));
  CHECK(script_of(U'ü') == Script::kLatin);
  CHECK(script_of(U'α') == Script::kGreek);
  CHECK(script_of(U'я') == Script::kCyrillic);
  CHECK(script_of(U'世') == Script::kOther);
  CHECK(script_of(U'!') == Script::kCommon);
  CHECK(script_of(0x0308) == Script::kCommon);
  // Nothing outside the code space is anything.
  CHECK_FALSE(is_letter(0x110000));
}

TEST_CASE("Case mappings", "[unicode]") {
  const std::pair<char32_t, char32_t> pairs[] = {{U'A', U'a'}, {U'Ä', U'ä'},       {U'Ÿ', U'ÿ'},
                                                 {U'Ā', U'ā'}, {U'Ž', U'ž'},       {U'Σ', U'σ'},
                                                 {U'Я', U'я'}, {0x10400, 0x10428}, {0xA7C9, 0xA7CA}};
  for (const auto& [upper, lower] : pairs) {
    CAPTURE(static_cast<uint32_t>(upper));
    CHECK(to_lower(upper) == lower);
    CHECK(to_upper(lower) == upper);
    CHECK(to_lower(lower) == lower);
    CHECK(to_upper(upper) == upper);
  }
  CHECK(to_lower(0x1E9E) == U'ß');
  CHECK(to_upper(U'ß') == U'ß');
  CHECK(to_lower(U'1') == U'1');
}

TEST_CASE("Composition", "[unicode]") {
  CHECK(compose(U'u', 0x0308) == U'ü');
  CHECK(compose(U'x', 0x0308) == 0x1E8D);
  CHECK(compose(U'q', 0x0308) == 0);
  CHECK(compose(0x1100, 0x1161) == 0xAC00);
  CHECK(compose(0xAC00, 0x11A8) == 0xAC01);
  CHECK(compose(0xAC01, 0x11A8) == 0);
  CHECK(compose(0x11099, 0x110BA) == 0x1109A);
}

TEST_CASE("Normalisation form C", "[unicode]") {
  const std::pair<std::string, std::string> cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"gru\u0308n", "grün"},
      {"\u212B", "Å"},
      {"\u2126", "Ω"},
      {"a\u0323\u0308", "\u1EA1\u0308"},
      {"a\u0308\u0323", "\u1EA1\u0308"},
      {"ạ\u0302", "ậ"},
      {"â\u0323", "ậ"},
      {"\u0344", "\u0308\u0301"},
      {"\u0958", "\u0915\u093C"},
      {"\u1100\u1161\u11A8", "각"},
      {"\u0308a", "\u0308a"},
      {"e\u0301\u0301", "é\u0301"},
      {"\U0001D15E", "\U0001D157\U0001D165"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(normalized(text) == expected);
    CHECK(normalized(expected) == expected);
  }
  CHECK_FALSE(may_normalize("Größe — 100 € “gut” 世界 😀"));
}

TEST_CASE("Styled letters stand for plain ones", "[unicode]") {
  const std::pair<char32_t, char32_t> cases[] = {
      {0x1D400, 'A'}, {0x1D7FF, '9'}, {0x210E, 'h'}, {0xFF21, 'A'}, {0xFF19, '9'},  {0x24B6, 'A'},
      {0x2460, '1'},  {0x1F130, 'A'}, {0x1D43, 'a'}, {0x2074, '4'}, {0x1F150, 'A'}, {U'A', 0},
      {U'ä', 0},      {0x2122, 0},    {0x2120, 0},   {0x2116, 0},   {0xAA, 0},      {0xBA, 0},
      {0xB2, 0},      {0xB3, 0},      {0x2139, 0},   {0x1F170, 0},  {U'世', 0},
  };
  for (const auto& [styled, plain] : cases) {
    CAPTURE(static_cast<uint32_t>(styled));
    CHECK(plain_of_styled(styled) == plain);
  }
}

TEST_CASE("Letters that look Latin", "[unicode]") {
  CHECK(latin_lookalike(U'а') == U'a');
  CHECK(latin_lookalike(U'О') == U'O');
  CHECK(latin_lookalike(U'ο') == U'o');
  CHECK(latin_lookalike(U'Ζ') == U'Z');
  CHECK(latin_lookalike(0x051D) == U'w');
  CHECK(latin_lookalike(U'я') == 0);
  CHECK(latin_lookalike(U'a') == 0);
}

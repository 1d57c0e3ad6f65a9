#include "text/segment.h"

#include <chrono>

#include "catch.h"
#include "exact_buffer.h"
#include "unicode_breaks.h"
#include "unicode_files.h"

using namespace botschaft;
using namespace botschaft::text;
using test::ExactBuffer;

namespace {

std::vector<std::string> texts_of(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> texts;
  for (const Span span : spans) texts.emplace_back(span.in(text));
  return texts;
}

std::string repeated(std::string_view text, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

}  // namespace

TEST_CASE("Graphemes break as in the Unicode test file", "[segment]") {
  const auto cases = test::break_cases("GraphemeBreakTest.txt");
  REQUIRE(cases.size() == 602);
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const ExactBuffer buffer(c.text);
    CHECK(test::grapheme_ends(buffer.view()) == c.boundaries);
    CHECK(count_graphemes(buffer.view()) == c.boundaries.size());
  }
}

TEST_CASE("Words break as in the Unicode test file", "[segment]") {
  const auto cases = test::break_cases("WordBreakTest.txt");
  REQUIRE(cases.size() == 1823);
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const ExactBuffer buffer(c.text);
    CHECK(test::word_ends(buffer.view()) == c.boundaries);
  }
}

TEST_CASE("Sentences break as in the Unicode test file", "[segment]") {
  const auto cases = test::break_cases("SentenceBreakTest.txt");
  REQUIRE(cases.size() == 502);
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const ExactBuffer buffer(c.text);
    CHECK(test::sentence_ends(buffer.view()) == c.boundaries);
  }
}

TEST_CASE("Every emoji is one grapheme", "[segment]") {
  const auto cases = test::emoji_cases();
  REQUIRE(cases.size() == 4733);
  for (const auto& c : cases) {
    CAPTURE(c.line);
    const ExactBuffer buffer(c.text);
    CHECK(next_grapheme(buffer.view(), 0) == c.text.size());
    // A skin tone by itself joins whatever stands before it.
    if (c.status != "component") CHECK(count_graphemes(c.text + c.text) == 2);
  }
}

TEST_CASE("Sentences as people count them", "[segment]") {
  struct Case {
    std::string text;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"", {}},
      {"  \n ", {}},
      {"Wir suchen dich! Bewirb dich jetzt.", {"Wir suchen dich!", "Bewirb dich jetzt."}},
      {"Ein Titel ohne Punkt\nUnd ein Satz.", {"Ein Titel ohne Punkt", "Und ein Satz."}},
      {"Eins.\r\n\r\nZwei.", {"Eins.", "Zwei."}},
      {"Wir kaufen z. B. Brot bei Dr. Weber. Danke!", {"Wir kaufen z. B. Brot bei Dr. Weber.", "Danke!"}},
      {"Am 3. Mai geht es los. Kommt vorbei!", {"Am 3. Mai geht es los.", "Kommt vorbei!"}},
      {"Das war im Jahr 2023. Heute ist alles anders.", {"Das war im Jahr 2023.", "Heute ist alles anders."}},
      {"1. Anmelden\n2. Losfahren", {"1. Anmelden", "2. Losfahren"}},
      {"Really?! Yes.", {"Really?!", "Yes."}},
      {"He said: “Stop.” Then he left.", {"He said: “Stop.”", "Then he left."}},
      {"🎉🎉🎉\nWir feiern!", {"Wir feiern!"}},
      {"Version 2.0 ist da. Mehr auf example.com.", {"Version 2.0 ist da.", "Mehr auf example.com."}},
      {"これは文です。次の文です。", {"これは文です。", "次の文です。"}},
      {"Ende …", {"Ende …"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ExactBuffer buffer(c.text);
    CHECK(texts_of(buffer.view(), sentences(buffer.view())) == c.expected);
  }
}

TEST_CASE("Segmentation takes linear time on hostile texts", "[segment]") {
  const std::string_view patterns[] = {"\u0308",           "a'", "1,", ". ",  "a. 1 ",         "\U0001F1E9", "\u200D",
                                       "\U0001F469\u200D", "\"", "…",  "(.)", "a\u0308'\u0308"};
  for (const std::string_view pattern : patterns) {
    CAPTURE(pattern);
    const std::string text = repeated(pattern, 1'000'000);
    const auto start = std::chrono::steady_clock::now();
    CHECK(count_graphemes(text) > 0);
    CHECK_FALSE(word_segments(text).empty());
    CHECK_FALSE(sentence_segments(text).empty());
    (void)sentences(text);
    // Around 50 ms when linear; a quadratic walk takes minutes. Sanitizers slow it down some twenty times.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }
}

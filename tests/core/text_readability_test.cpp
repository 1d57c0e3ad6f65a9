// Syllables by spelling, and the published formulas over them.
#include "text/readability.h"

#include "catch.h"
#include "check/draft.h"

using namespace botschaft;
using text::Language;

TEST_CASE("Syllables of German words", "[text]") {
  struct Case {
    const char* word;
    uint32_t syllables;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"Haus", 1},     {"Häuser", 2},     {"See", 1},  {"neue", 2},   {"bauen", 2},    {"Bäuerin", 3},
           {"Europa", 3},   {"Ferien", 3},     {"Wien", 1}, {"ziehen", 2}, {"Museum", 3},   {"Quelle", 2},
           {"aktuell", 3},  {"Nation", 3},     {"Yoga", 2}, {"System", 2}, {"Theater", 3},  {"Umsatzprognose", 5},
           {"Köpfchen", 2}, {"Café", 2},       {"Tour", 1}, {"Straße", 2}, {"geändert", 3}, {"KG", 1},
           {"2026", 1},     {"Ko\u0308nig", 2}}) {
    CAPTURE(c.word);
    CHECK(text::count_syllables(c.word, Language::kGerman) == c.syllables);
  }
}

TEST_CASE("Syllables of English words", "[text]") {
  struct Case {
    const char* word;
    uint32_t syllables;
  };
  for (const Case& c : std::initializer_list<Case>{
           {"cat", 1},      {"make", 1},      {"makes", 1},   {"boxes", 2},   {"little", 2},  {"rule", 1},
           {"walked", 1},   {"wanted", 2},    {"being", 2},   {"seeing", 2},  {"nation", 2},  {"special", 2},
           {"media", 3},    {"video", 3},     {"people", 2},  {"various", 3}, {"quiet", 2},   {"science", 2},
           {"actual", 3},   {"question", 2},  {"create", 2},  {"tourism", 3}, {"company", 3}, {"the", 1},
           {"engineer", 3}, {"announced", 2}, {"studies", 2}, {"wishes", 2},  {"played", 1},  {"1984", 1}}) {
    CAPTURE(c.word);
    CHECK(text::count_syllables(c.word, Language::kEnglish) == c.syllables);
  }
}

namespace {

text::ReadingCounts counts_of(const char* text, Language language) {
  text::ReadingCounts all;
  for (const text::ReadingCounts& sentence : check::Draft(text, language).reading_counts()) all.add(sentence);
  return all;
}

}  // namespace

TEST_CASE("What is counted for the formulas", "[text]") {
  const text::ReadingCounts counts =
      counts_of("Wir bauen Häuser! Sehr gern sogar. #Umsatzprognose https://www.example.com/a", Language::kGerman);
  CHECK(counts.sentences == 2);
  CHECK(counts.words == 6);
  CHECK(counts.syllables == 9);
  CHECK(counts.long_words == 0);
  CHECK(counts.monosyllables == 3);
  CHECK(counts.polysyllables == 0);
}

TEST_CASE("The formulas as published", "[text]") {
  const text::ReadingCounts counts{5, 100, 150, 30, 60, 10};
  CHECK(text::reading_ease(counts, Language::kEnglish) == Approx(206.835 - 20.3 - 126.9));
  CHECK(text::reading_ease(counts, Language::kGerman) == Approx(180 - 20 - 87.75));
  CHECK(text::wiener_sachtextformel(counts) == Approx(1.935 + 3.344 + 3.891 - 1.962 - 0.875));
  // A nursery rhyme; the published value is 3.770.
  const text::ReadingCounts rhyme = counts_of(
      "Alle meine Entchen schwimmen auf dem See, Köpfchen unters Wasser, Schwänzchen in die Höh.", Language::kGerman);
  CHECK(text::wiener_sachtextformel(rhyme) == Approx(3.770).margin(1));
}

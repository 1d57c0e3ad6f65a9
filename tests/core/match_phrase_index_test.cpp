#include <algorithm>
#include <random>

#include "catch.h"
#include "exact_buffer.h"
#include "match/phrase_index.h"
#include "text/stem.h"

using namespace botschaft;
using match::Hit;
using match::PhraseIndex;
using match::PhraseOptions;
using test::ExactBuffer;
using text::Language;

namespace {

constexpr size_t kMany = 1'000'000;

// Every hit as "id:words", compounds with "~", joined by spaces.
std::string hits(const PhraseIndex& index, std::string_view words, Language language = Language::kGerman,
                 const std::vector<bool>& skip = {}, size_t max = kMany) {
  const ExactBuffer buffer(words);
  const text::TokenizedText text(buffer.view());
  std::string out;
  for (const Hit& hit : index.find(text, skip, language, max)) {
    const Span span{text.tokens()[hit.first_token].span.begin, text.tokens()[hit.last_token].span.end};
    out += (out.empty() ? "" : " ") + std::to_string(hit.phrase) + (hit.compound ? "~" : ":");
    out += span.in(buffer.view());
  }
  return out;
}

struct Loosely {
  PhraseOptions options;
  Loosely& exactly() { return options.match_case = true, *this; }
  Loosely& inflected() { return options.inflect = true, *this; }
  Loosely& umlauts() { return options.umlauts = true, *this; }
  Loosely& compounds() { return options.compounds = true, *this; }
};

}  // namespace

TEST_CASE("A phrase is found as loosely as it asks to be", "[match]") {
  struct Case {
    const char* phrase;
    Loosely how;
    const char* text;
    const char* hits;
    Language language = Language::kGerman;
  };
  const Case cases[] = {
      // As written, in any case, at word edges only.
      {"gratis", {}, "Alles GRATIS, wirklich gratis.", "0:GRATIS 0:gratis"},
      {"gratis", {}, "Gratiskultur", ""},
      {"Gratis", Loosely().exactly(), "gratis Gratis GRATIS", "0:Gratis"},
      {"Straße", {}, "STRASSE Straße", "0:Straße"},
      {"Ökostrom", {}, "ÖKOSTROM o\u0308kostrom", "0:ÖKOSTROM 0:o\u0308kostrom"},
      // Several words and signs, with whatever white space between them.
      {"in real time", {}, "in  real\n time, in real-time", "0:in  real\n time"},
      {"C++", {}, "C++ und C+", "0:C++"},
      {"100 %", {}, "100% 100 % 100", "0:100% 0:100 %"},
      {"🚀", {}, "los 🚀🚀", "0:🚀 0:🚀"},
      {"don't", {}, "don’t", "0:don’t"},
      {"Betrug", {}, "Be\u00ADtrug", "0:Be\u00ADtrug"},
      {"   ", {}, "a   b", ""},
      // Umlauts on request only.
      {"Müller", {}, "Mueller Müller", "0:Müller"},
      {"Müller", Loosely().umlauts(), "Mueller Müller Muller", "0:Mueller 0:Müller"},
      {"Grüße", Loosely().umlauts(), "Gruesse GRÜSSE", "0:Gruesse 0:GRÜSSE"},
      {"Mueller", Loosely().umlauts(), "Müller", "0:Müller"},
      {"Müller", Loosely().umlauts().exactly(), "Mueller mueller Müller MÜLLER", "0:Mueller 0:Müller"},
      // Other forms of the word.
      {"Kunde", Loosely().inflected(), "die Kunden des Kunden", "0:Kunden 0:Kunden"},
      {"Kunde", {}, "die Kunden", ""},
      {"guarantee", Loosely().inflected(), "guaranteed, guarantees", "0:guaranteed 0:guarantees", Language::kEnglish},
      {"neuer Kunde", Loosely().inflected(), "die neuen Kunden", "0:neuen Kunden"},
      {"Haus", Loosely().inflected(), "Häuser Haeuser", "0:Häuser"},
      {"Haus", Loosely().inflected().umlauts(), "Häuser Haeuser", "0:Häuser 0:Haeuser"},
      {"Apple", Loosely().inflected().exactly(), "apples Apples", "0:Apples", Language::kEnglish},
      // Compounds: the word begins or ends with it.
      {"Umsatz", Loosely().compounds(), "Umsatzprognose Jahresumsatz Umsatz Umsatzes",
       "0~Umsatzprognose 0~Jahresumsatz 0:Umsatz 0~Umsatzes"},
      {"Umsatz", {}, "Umsatzprognose", ""},
      {"Prognose", Loosely().compounds().inflected(), "Umsatzprognosen", "0~Umsatzprognosen"},
      {"Prognose", Loosely().compounds(), "Umsatzprognosen", ""},
      // Other verbs than compounds, and too little for one.
      {"Zahl", Loosely().compounds(), "Fallzahl bezahl Bezahl unzahl er be", "0~Fallzahl"},
      {"Kunde", Loosely().compounds(), "Sekunde Großkunde", "0~Großkunde"},
      // Verbs that are in no list: their regular forms. Nouns have none.
      {"kontern", Loosely().inflected(), "kontert konterte gekontert konternd kontere",
       "0:kontert 0:konterte 0:gekontert 0:konternd 0:kontere"},
      {"festklammern", Loosely().inflected(), "festklammerten festgeklammert festzuklammern klammern",
       "0:festklammerten 0:festgeklammert 0:festzuklammern"},
      {"verrenken", Loosely().inflected(), "verrenkt verrenktest geverrenkt", "0:verrenkt 0:verrenktest"},
      {"Kontern", Loosely().inflected(), "gekontert", ""},
      // The prefix apart: at the end of the clause, behind a verb and not a noun.
      {"mitnehmen", Loosely().inflected(), "Wir nehmen das heute mit. Nimmt sie es mit? Nehmen, mit wem?",
       "0~nehmen 0~Nimmt"},
      {"mitnehmen", Loosely().inflected(), "Wir nehmen mit Freude an. Er nimmt es, und sie kommt mit.", ""},
      {"anbieten", Loosely().inflected(), "Wir bieten Kaffee, Tee und Saft an. Sie bietet es ihm an und geht.",
       "0~bieten 0~bietet"},
      {"abmachen", Loosely().inflected(), "Die Macht nimmt ab.", ""},
      {"anbieten", Loosely().inflected(), "Wir bieten das an.", "", Language::kEnglish},
      {"festklammern", Loosely().inflected(), "Sie klammerten sich fest!", "0~klammerten"},
      {"ausüben", Loosely().inflected().umlauts(), "Er uebt Druck aus.", "0~uebt"},
      {"Büro", Loosely().compounds().umlauts(), "Buerokratie Großbuero", "0~Buerokratie 0~Großbuero"},
      {"Büro", Loosely().compounds(), "Buerokratie Bürokratie", "0~Bürokratie"},
      {"ei", Loosely().compounds(), "Eimer ei", "0:ei"},
      {"Umsatz", Loosely().compounds().exactly(), "umsatzstark Umsatzstark", "0~Umsatzstark"},
      {"neuer Umsatz", Loosely().compounds(), "neuer Umsatzbericht", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.phrase, c.text);
    PhraseIndex index;
    index.add(c.phrase, c.how.options, 0);
    CHECK(hits(index, c.text, c.language) == c.hits);
  }
}

TEST_CASE("Stems are those of the text's language", "[match]") {
  PhraseIndex index;
  PhraseOptions options{.inflect = true};
  index.add("running", options, 0);
  CHECK(hits(index, "He runs", Language::kEnglish) == "0:runs");
  CHECK(hits(index, "Er runs", Language::kGerman).empty());
  CHECK(hits(index, "runs", Language::kUndetermined) == "0:runs");
  PhraseIndex english_only;
  options.german = false;
  english_only.add("Kunde", options, 0);
  CHECK(hits(english_only, "Kunden", Language::kUndetermined).empty());
  PhraseIndex none;
  options.english = false;
  none.add("Kunde", options, 0);  // no language to inflect in: as written
  CHECK(hits(none, "Kunde Kunden", Language::kUndetermined) == "0:Kunde");
}

TEST_CASE("Overlapping phrases are all found, in the order of their places", "[match]") {
  PhraseIndex index;
  int id = 0;
  for (const char* phrase : {"a b", "b c", "a b c", "b", "b"}) index.add(phrase, {}, static_cast<uint32_t>(id++));
  const std::string found = hits(index, "A B C");
  CHECK(found == "0:A B 2:A B C 4:B 3:B 1:B C");  // of the same place and length the order is left open
}

TEST_CASE("At most so many hits are given", "[match]") {
  PhraseIndex index;
  index.add("b", {}, 0);
  index.add("b", {}, 1);
  CHECK(hits(index, "b b b", Language::kGerman, {}, 3).size() == std::string("0:b 1:b 0:b").size());
  CHECK(hits(index, "b b b", Language::kGerman, {}, 0).empty());
}

TEST_CASE("Skipped tokens match nothing and end a phrase", "[match]") {
  PhraseIndex index;
  index.add("b", {.compounds = true}, 0);
  index.add("a b c", {}, 1);
  CHECK(hits(index, "a b c", Language::kGerman, {false, true, false}).empty());
  CHECK(hits(index, "a b c", Language::kGerman, {false, false, true}) == "0:b");
  CHECK(hits(index, "a b c", Language::kGerman, {false, false, false}) == "1:a b c 0:b");
}

TEST_CASE("An empty index and an empty text give nothing", "[match]") {
  PhraseIndex index;
  CHECK(hits(index, "a b").empty());
  index.add("a", {}, 0);
  CHECK(hits(index, "").empty());
}

TEST_CASE("The index agrees with looking at every phrase at every place", "[match]") {
  std::mt19937 random(20261124);
  const std::vector<std::string> words{"Haus",    "haus", "Häuser",    "Haeuser", "HAUS",  "Kunde", "Kunden", "run",
                                       "running", "runs", "Hauskunde", "groß",    "gross", "🚀",     "!",      "a"};
  const auto pick = [&](size_t size) { return std::uniform_int_distribution<size_t>(0, size - 1)(random); };
  const auto sentence = [&](size_t length) {
    std::string out;
    for (size_t i = 0; i < length; ++i) out += (i > 0 ? " " : "") + words[pick(words.size())];
    return out;
  };
  for (int round = 0; round < 60; ++round) {
    struct Phrase {
      std::string text;
      PhraseOptions options;
    };
    std::vector<Phrase> phrases;
    PhraseIndex index;
    for (uint32_t i = 0; i < 25; ++i) {
      phrases.push_back({sentence(1 + pick(3)), {pick(2) == 0, pick(2) == 0, pick(2) == 0, false, true, true}});
      index.add(phrases.back().text, phrases.back().options, i);
    }
    const Language language = round % 2 == 0 ? Language::kGerman : Language::kEnglish;
    const std::string draft = sentence(40);
    const auto tokens = text::tokenize(draft);
    std::vector<bool> skip(tokens.size());
    for (size_t i = 0; i < skip.size(); ++i) skip[i] = pick(8) == 0;

    // The same question, asked of each phrase and place by itself.
    const auto form = [&](std::string_view word, const PhraseOptions& options) {
      if (options.inflect)
        return text::stem(text::folded_form(word), language, options.umlauts && language == Language::kGerman);
      std::string out = options.match_case ? text::exact_form(word) : text::folded_form(word);
      return options.umlauts ? text::flat_form(out) : out;
    };
    std::vector<std::string> expected;
    for (uint32_t id = 0; id < phrases.size(); ++id) {
      const auto& [text, options] = phrases[id];
      const auto wanted = text::tokenize(text);
      for (uint32_t first = 0; first + wanted.size() <= tokens.size(); ++first) {
        bool same = true;
        for (uint32_t i = 0; same && i < wanted.size(); ++i) {
          same = !skip[first + i] &&
                 form(wanted[i].span.in(text), options) == form(tokens[first + i].span.in(draft), options);
        }
        // An inflected name keeps its initial.
        if (options.inflect && options.match_case) same = same && text[0] == tokens[first].span.in(draft)[0];
        if (same)
          expected.push_back(std::to_string(first) + "-" + std::to_string(first + wanted.size() - 1) + ":" +
                             std::to_string(id));
      }
    }
    std::vector<std::string> found;
    for (const Hit& hit : index.find(text::TokenizedText(draft), skip, language, kMany)) {
      found.push_back(std::to_string(hit.first_token) + "-" + std::to_string(hit.last_token) + ":" +
                      std::to_string(hit.phrase));
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CAPTURE(round, draft);
    REQUIRE(found == expected);
  }
}

TEST_CASE("Ten thousand phrases cost little memory and all of them are found", "[match]") {
  PhraseIndex index;
  std::string draft;
  for (uint32_t i = 0; i < 10'000; ++i) {
    const std::string phrase = "wort" + std::to_string(i) + " folgt";
    index.add(phrase, {}, i);
    if (i % 1000 == 7) draft += phrase + ". ";
  }
  CHECK(hits(index, draft) ==
        "7:wort7 folgt 1007:wort1007 folgt 2007:wort2007 folgt 3007:wort3007 folgt 4007:wort4007 folgt 5007:wort5007 "
        "folgt "
        "6007:wort6007 folgt 7007:wort7007 folgt 8007:wort8007 folgt 9007:wort9007 folgt");
  CHECK(index.memory() < 4'000'000);
}

#include "text/entities.h"

#include <chrono>

#include "catch.h"
#include "exact_buffer.h"
#include "unicode_files.h"

using namespace botschaft;
using namespace botschaft::text;
using test::ExactBuffer;

namespace {

using Texts = std::vector<std::string>;

Texts texts_of(std::string_view text, const std::vector<Span>& spans) {
  Texts texts;
  for (const Span span : spans) texts.emplace_back(span.in(text));
  return texts;
}

Texts links_in(std::string_view text) {
  Texts texts;
  for (const Link& link : find_entities(text, Network::kLinkedin).links) texts.emplace_back(link.span.in(text));
  return texts;
}

struct Case {
  std::string text;
  Texts expected;
};

}  // namespace

TEST_CASE("Links", "[entities]") {
  const Case cases[] = {
      {"", {}},
      {"Mehr auf https://www.firma.de/seite.", {"https://www.firma.de/seite"}},
      {"https://firma.de, und HTTP://FIRMA.DE!", {"https://firma.de", "HTTP://FIRMA.DE"}},
      {"(siehe https://firma.de/a)", {"https://firma.de/a"}},
      {"https://de.wikipedia.org/wiki/Bach_(Begriff), gut", {"https://de.wikipedia.org/wiki/Bach_(Begriff)"}},
      {"„https://firma.de/a“", {"https://firma.de/a"}},
      {"https://x.example/pfad?utm_source=li&a=b#teil", {"https://x.example/pfad?utm_source=li&a=b#teil"}},
      {"https://firma.de?x=1", {"https://firma.de?x=1"}},
      {"https://firma.de#oben", {"https://firma.de#oben"}},
      {"Kennst du https://firma.de?", {"https://firma.de"}},
      {"http://localhost:3000/a und http://192.168.0.1 und https://[::1]:8080/",
       {"http://localhost:3000/a", "http://192.168.0.1", "https://[::1]:8080/"}},
      {"https://user:pw@firma.de/a", {"https://user:pw@firma.de/a"}},
      {"https://bücher.de/größe?q=müller", {"https://bücher.de/größe?q=müller"}},
      {"https://bu\u0308cher.de", {"https://bu\u0308cher.de"}},
      {"firma.de und www.firma.co.uk/pfad, münchen.de:8080/x",
       {"firma.de", "www.firma.co.uk/pfad", "münchen.de:8080/x"}},
      {"beispiel.香港 xn--mnchen-3ya.de twitter.みんなです", {"beispiel.香港", "xn--mnchen-3ya.de", "twitter.みんな"}},
      {"見てexample.comです", {"example.com"}},
      {"見てhttps://example.com/aです", {"https://example.com/a"}},
      {"Ende.Neu node.js Firma.GbR z.B. u.a. 3.5 1.000,50", {}},
      {"anna@firma.de max.muster@firma.de name.al+news@firma.de", {}},
      {"#firma.de @firma.de $firma.de /firma.de ftp://firma.de", {}},
      {"http:// https:///a http:/firma http://.de", {}},
      {"http://http://firma.de", {"http://firma.de"}},
      {"xhttp://firma.de", {}},
      {"https://firma.de...mehr", {"https://firma.de"}},
      {"https://firma.de…", {"https://firma.de"}},
      {"firma.de.", {"firma.de"}},
      {"-firma.de _firma.de a..de", {}},
      {"https://t.co/abc's", {"https://t.co/abc"}},
      {"https://firma.de/a🎉", {"https://firma.de/a"}},
      {"https://firma.de/\nhttps://firma.de/", {"https://firma.de/", "https://firma.de/"}},
      {"https://medium.com/@anna/text", {"https://medium.com/@anna/text"}},
      {"https://a.de/(((x)))", {"https://a.de/"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ExactBuffer buffer(c.text);
    CHECK(links_in(buffer.view()) == c.expected);
  }
}

TEST_CASE("What a link is made of", "[entities]") {
  const std::string text = "https://user@www.firma.de.:8443/a http://b.de c.de";
  const Entities found = find_entities(text, Network::kLinkedin);
  REQUIRE(found.links.size() == 3);
  CHECK(found.links[0].host.in(text) == "www.firma.de");
  CHECK(found.links[0].has_scheme);
  CHECK(found.links[0].secure);
  CHECK(found.links[1].host.in(text) == "b.de");
  CHECK(found.links[1].has_scheme);
  CHECK_FALSE(found.links[1].secure);
  CHECK(found.links[2].host.in(text) == "c.de");
  CHECK_FALSE(found.links[2].has_scheme);
}

TEST_CASE("Hashtags", "[entities]") {
  const Case cases[] = {
      {"#team #Größe2024, #日本 ＃voll", {"#team", "#Größe2024", "#日本", "＃voll"}},
      {"#2024 # ## #_ &#39;", {}},
      {"#_a #a_b #4all", {"#_a", "#a_b", "#4all"}},
      {"wort#tag ä#tag 1#tag &#tag", {}},
      {"(#tag) „#tag“ .#tag", {"#tag", "#tag", "#tag"}},
      {"#Kund*innen #E-Auto", {"#Kund", "#E"}},
      {"https://firma.de/#tag firma.de/a#tag", {}},
      {"#eins#zwei", {}},
      {"#http://firma.de", {}},
      {"#️⃣ #⃣", {}},
      {"🎉#party ❤️#love #love❤️", {"#party", "#love", "#love"}},
      {"#gru\u0308n", {"#gru\u0308n"}},
      {"#top1️⃣", {"#top"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ExactBuffer buffer(c.text);
    CHECK(texts_of(buffer.view(), find_entities(buffer.view(), Network::kLinkedin).hashtags) == c.expected);
  }
}

TEST_CASE("Emoji", "[entities]") {
  const Case cases[] = {
      {"gut 👍🏽!🎉🎉", {"👍🏽", "🎉", "🎉"}},
      {"🇩🇪🇦🇹 👨‍👩‍👧‍👦 1️⃣ 🏳️‍🌈",
       {"🇩🇪", "🇦🇹", "👨‍👩‍👧‍👦", "1️⃣", "🏳️‍🌈"}},
      {"© ™ ® ☀ ✔ → 1 # ☎\uFE0E 😀\uFE0E", {}},
      {"©️ ™️ ☀️ ✔️", {"©️", "™️", "☀️", "✔️"}},
      {"🇩 x", {}},
      {"☝🏽 👁‍🗨", {"☝🏽", "👁‍🗨"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const ExactBuffer buffer(c.text);
    CHECK(texts_of(buffer.view(), find_entities(buffer.view(), Network::kLinkedin).emoji) == c.expected);
  }
}

TEST_CASE("Every emoji of the Unicode test file is one emoji", "[entities]") {
  for (const auto& c : test::emoji_cases()) {
    CAPTURE(c.line);
    // A single character without variation selector is text: © or ☀.
    if (c.status == "unqualified" && c.code_points == 1) {
      CHECK(find_entities(c.text, Network::kLinkedin).emoji.empty());
      continue;
    }
    const std::string text = "a " + c.text + " b " + c.text;
    const ExactBuffer buffer(text);
    CHECK(texts_of(buffer.view(), find_entities(buffer.view(), Network::kLinkedin).emoji) == Texts{c.text, c.text});
  }
}

TEST_CASE("Entities never overlap", "[entities]") {
  const std::string text = "#a@b @c#d https://e.de/#f@g h.de#i 1️⃣#j @k@l.de/m #n🎉@o";
  const Entities found = find_entities(text, Network::kLinkedin);
  std::vector<Span> all = found.hashtags;
  all.insert(all.end(), found.mentions.begin(), found.mentions.end());
  all.insert(all.end(), found.emoji.begin(), found.emoji.end());
  for (const Link& link : found.links) all.push_back(link.span);
  REQUIRE(all.size() >= 6);
  for (size_t i = 0; i < all.size(); i++) {
    for (size_t j = i + 1; j < all.size(); j++) CHECK_FALSE(all[i].overlaps(all[j]));
  }
}

TEST_CASE("Entities are found in linear time in hostile texts", "[entities]") {
  const std::string_view patterns[] = {
      "#",
      "@",
      "http://",
      "a.",
      "a.de",
      "a.deあ",
      "https://a.de/(",
      "https://a.de/((",
      "@a@",
      "#1",
      "1\uFE0F",
      "https://a:b",
      "-",
      "_",
      ".",
      "a@",
      "\u0308",
      "\u200D",
      "👨‍",
      "🇩",
      "h.de#",
      "a.de.x1.",
      "https://x?",
      "a.みんな",
      "xn--a.",
      "@a.",
      "(",
      "https://[",
      "a+b",
      "a.de+",
  };
  for (const std::string_view pattern : patterns) {
    CAPTURE(pattern);
    std::string text;
    while (text.size() < 400'000) text += pattern;
    const auto start = std::chrono::steady_clock::now();
    const Entities found = find_entities(text, Network::kLinkedin);
    CHECK(length_on(Network::kX, text, found) > 0);
    (void)length_on(Network::kMastodon, text, found);
    // Around 20 ms when linear; a quadratic walk takes minutes.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(8));
  }
}

// What words mean where they stand: negated, quoted, part of the company's own disclaimer.
#include "check_cases.h"
#include "text/quotations.h"

using namespace botschaft::test;

TEST_CASE("Negated claims are no claims", "[check][negation]") {
  Client client({rule("r", R"({"type":"phrases","inflect":true,"negation":"ignore",
                              "phrases":["garantiert","Garantie","garantieren","risikofrei","guaranteed","guarantee","risk-free"]})")});
  const char* const de = R"(,"lang":"de")";
  const char* const en = R"(,"lang":"en")";
  expect(client, {
                     // Negated: nothing is said.
                     {"Das ist nicht garantiert.", "", de},
                     {"Es ist nicht immer und überall garantiert.", "", de},
                     {"Keine Garantie!", "", de},
                     {"Wir geben keine absolute Garantie auf den Preis.", "", de},
                     {"Ohne jede Garantie.", "", de},
                     {"Das können wir niemals garantieren", "", de},
                     {"Weder Garantie noch Rabatt", "", de},
                     {"Es gibt weder Rabatt, noch eine Garantie", "", de},
                     {"Eine Garantie gibt es nicht.", "", de},
                     {"Eine Garantie können wir leider nicht geben.", "", de},
                     {"Garantien werden keine übernommen", "", de},
                     {"Wir garantieren nicht, dass es klappt.", "", de},
                     {"Keineswegs risikofrei", "", de},
                     {"nicht „garantiert“", "", de},
                     {"This is not guaranteed.", "", en},
                     {"Never guaranteed", "", en},
                     {"without any guarantee", "", en},
                     {"We don't guarantee anything", "", en},
                     {"We don’t guarantee anything", "", en},
                     {"There is no guarantee", "", en},
                     {"Guarantees cannot be given.", "", en},
                     {"A guarantee is not possible", "", en},
                     {"Neither fast nor guaranteed", "", en},
                     {"No guarantee. Keine Garantie.", "", ""},
                     // Not negated, whatever else stands there.
                     {"Das ist garantiert.", "r warn 8-18 garantiert", de},
                     {"Das ist nicht neu. Garantiert!", "r warn 19-29 Garantiert", de},
                     {"Nicht teuer, garantiert", "r warn 13-23 garantiert", de},
                     {"Nicht\ngarantiert", "r warn 6-16 garantiert", de},
                     {"Nicht nur garantiert günstig", "r warn 10-20 garantiert", de},
                     {"Garantiert nicht teuer!", "r warn 0-10 Garantiert", de},
                     {"Garantiert günstig und nicht teuer", "r warn 0-10 Garantiert", de},
                     {"Ohne Zweifel garantiert", "r warn 13-23 garantiert", de},
                     {"Keine Sorge das ist garantiert", "r warn 20-30 garantiert", de},
                     {"Ohne Wartezeit garantiert", "r warn 15-25 garantiert", de},
                     {"Nicht ohne Garantie", "r warn 11-19 Garantie", de},
                     {"Nicht billig aber garantiert", "r warn 18-28 garantiert", de},
                     {"Heute nicht mehr nur so nebenbei gemacht und garantiert", "r warn 45-55 garantiert", de},
                     {"Not only guaranteed", "r warn 9-19 guaranteed", en},
                     {"No doubt guaranteed", "r warn 9-19 guaranteed", en},
                     {"without a doubt guaranteed", "r warn 16-26 guaranteed", en},
                     {"It never fails, guaranteed", "r warn 16-26 guaranteed", en},
                     {"Guaranteed not to fail", "r warn 0-10 Guaranteed", en},
                     {"Guaranteed you won't regret it", "r warn 0-10 Guaranteed", en},
                     {"No more of the old waiting: guaranteed", "r warn 28-38 guaranteed", en},
                     {"In der Not garantiert", "r warn 11-21 garantiert", de},
                 });
}

TEST_CASE("Without the option negated words are still found", "[check][negation]") {
  Client client({rule("r", R"({"type":"phrases","phrases":["Umsatz"]})"),
                 rule("d", R"({"type":"required","oneOf":["Werbung","ad"],"negation":"ignore"})",
                      R"(,"where":{"networks":["x"]},"message":{"en":"{why}"})")});
  expect(client, {
                     {"Kein Umsatz", "r warn 5-11 Umsatz"},
                     {"„Umsatz“", "r warn 1-7 Umsatz"},
                     {"Das ist keine Werbung", "d warn 14-21 is negated", R"(,"network":"x")"},
                     {"This is not an ad", "d warn 15-17 is negated", R"(,"network":"x")"},
                     {"Das ist Werbung", "", R"(,"network":"x")"},
                     {"Keine Werbung? Doch, Werbung", "", R"(,"network":"x")"},
                 });
}

TEST_CASE("Quotes are found", "[text][quotes]") {
  struct Case {
    const char* text;
    const char* quoted;  // each between [ and ]
  };
  const Case cases[] = {
      {"Er sagt „ja“ und „nein”.", "[„ja“][„nein”]"},
      {"He said “yes” and \"no\".", "[“yes”][\"no\"]"},
      {"»eins« und «zwei» ‚drei‘ ‘four’ ›fünf‹ ‹sechs›", "[»eins«][«zwei»][‚drei‘][‘four’][›fünf‹][‹sechs›]"},
      {"‘don’t do it’", "[‘don’t do it’]"},
      {"„Er sagt ‚ja‘ dazu“", "[„Er sagt ‚ja‘ dazu“]"},
      {"> quoted line\r\nown line\n  > another", "[> quoted line\r][> another]"},
      {"\"one\ntwo\"", "[\"one\ntwo\"]"},
      {"\"not closed\n\nin this paragraph\"", ""},
      {"27\" and 32\" wide", ""},
      {"don't, can’t, ’n’", ""},
      {"a > b", ""},
      {"„offen", ""},
      {"“", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    std::string found;
    for (const botschaft::Span& span : botschaft::text::quotations(c.text)) {
      found += "[" + std::string(span.in(c.text)) + "]";
    }
    CHECK(found == c.quoted);
  }
}

TEST_CASE("Quoted words are somebody else's", "[check][quotes]") {
  Client client({rule("r", R"({"type":"phrases","quotes":"ignore","phrases":["garantiert","guaranteed"]})")});
  expect(client, {
                     {"Auf dem Schild stand „garantiert“.", ""},
                     {"»Das klappt garantiert«, sagte sie.", ""},
                     {"> It is guaranteed", ""},
                     {"She said: \"guaranteed to work\"", ""},
                     {"„Ja“, garantiert, „nein“", "r warn 6-16 garantiert"},
                     {"\"This\" is guaranteed", "r warn 10-20 guaranteed"},
                     {"\"Open but guaranteed", "r warn 10-20 guaranteed"},
                     {"5 > 3 guaranteed", "r warn 6-16 guaranteed"},
                 });
}

TEST_CASE("No rule objects to the company's own disclaimer", "[check][disclaimers]") {
  const char* const disclaimers = R"(,"organisation":{"names":["Nordwind"]},"disclaimers":[
      {"de":"Keine Anlageberatung. Werte sind „Prognosen“ – ohne Garantie von {company}!",
       "en":"Forward-looking statements aren't guaranteed by {company}."},
      {"en":"Forward-looking statements aren't guaranteed by {company}. Call +49 30 901820 NOW PLEASE."}, {"de":"…"}])";
  Client client(
      {rule("words", R"({"type":"phrases","phrases":["Anlageberatung","Garantie","guaranteed"]})"),
       rule("phone", R"({"type":"personalData"})"), rule("loud", R"({"type":"shouting","minLetters":3})"),
       rule("when", R"({"type":"question"})", R"(,"when":[{"phrases":["Prognosen"]}])", "ask"),
       rule("own", R"({"type":"required","oneOf":["keine Anlageberatung"]})", R"(,"where":{"networks":["x"]})")},
      disclaimers);
  const char* const x = R"(,"network":"x")";
  expect(client, {
                     {"Keine Anlageberatung. Werte sind „Prognosen“ – ohne Garantie von Nordwind!", ""},
                     {"Neu!\nkeine  Anlageberatung\r\nWerte sind \"Prognosen\" - ohne\nGarantie von Nordwind", ""},
                     {"Garantie! Keine Anlageberatung. Werte sind »Prognosen« — ohne Garantie von Nordwind!",
                      "words warn 0-8 Garantie"},
                     {"Forward-looking statements aren’t guaranteed by Nordwind. A guaranteed day.",
                      "words warn 60-70 guaranteed"},
                     {"Forward-looking statements aren't guaranteed by Nordwind. Call +49 30 901820 NOW PLEASE.", ""},
                     // Not the whole of it, or not its words.
                     {"Keine Anlageberatung. Werte sind sicher, mit Garantie von Nordwind!",
                      "words warn 6-20 Anlageberatung\nwords warn 45-53 Garantie"},
                     {"Keine Anlageberatung", "words warn 6-20 Anlageberatung"},
                     {"Werte sind Prognosen", "when ask - {match}"},
                     {"Forward-looking statements are guaranteed by Nordwind.", "words warn 31-41 guaranteed"},
                     {"Call +49 30 901820 NOW PLEASE",
                      "phone warn 5-18 +49 30 901820 | 5-19 \nloud warn 19-29 NOW PLEASE | 19-29 Now please"},
                     // What a disclaimer discloses counts.
                     {"Keine Anlageberatung. Werte sind Prognosen ohne Garantie von Nordwind", "", x},
                     {"Hallo", "own warn - ", x},
                 });
}

TEST_CASE("A megabyte of beginnings of a disclaimer is no matter", "[check][disclaimers]") {
  std::string words = "a";
  for (int i = 0; i < 1500; ++i) words += " a";
  Client client({rule("r", R"({"type":"phrases","phrases":["b"]})")},
                R"(,"disclaimers":[{"de":")" + words + R"( b"}])");
  std::string text = "b";
  while (text.size() < 500'000) text += " a";
  CHECK(client.check(text) == "r warn 0-1 b");
}

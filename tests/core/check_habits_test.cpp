// The same again, acronyms before their explanation, and hashtags in the middle.
#include "check_cases.h"

using namespace botschaft::test;

TEST_CASE("A word too often", "[check][repetition]") {
  Client client({rule("r", R"({"type":"repetition","of":"words","max":2,"except":["Speicher"]})",
                      R"(,"message":{"en":"{match} {count}/{max}"})")});
  const char* const de = R"(,"lang":"de")";
  expect(client, {
                     {"Anlage, Anlagen und noch eine ANLAGE", "r warn 30-36 ANLAGE 3/2", de},
                     {"wirklich gut, wirklich neu, wirklich da, wirklich", "r warn 28-36 wirklich 4/2"},
                     {"Anlage und Anlage", "", de},
                     {"Speicher Speicher, Speicher", "", de},
                     {"und und und und aber aber aber", "", de},
                     {"#Anlage @Anlage Anlage, Anlage https://anlage.de/anlage", "", de},
                     {"10000 10000 10000", ""},
                 });
}

TEST_CASE("An emoji too often", "[check][repetition]") {
  Client client({rule("r", R"({"type":"repetition","of":"emoji","max":1,"except":["✅"]})")});
  expect(client, {
                     {"🚀 los 🚀", "r warn 7-9 🚀 | 6-9 "},
                     {"🎉🎉🎉 🚀", "r warn 2-4 🎉 | 2-4 "},
                     {"👍🏽 und 👍", ""},
                     {"✅ a\n✅ b\n✅ c", ""},
                     {"🚀 🎉", ""},
                     {"", ""},
                 });
  Client bad;
  CHECK(bad.load({pack({rule("r", R"({"type":"repetition","of":"emoji"})")})}) ==
        "contradiction /rules/0/check: “max” belongs to “words” and “emoji”, not to “inARow”. Add or remove “max”.");
}

TEST_CASE("An acronym is explained with its first use", "[check][acronym]") {
  Client client({rule("r", R"({"type":"acronym","known":["EU"],"beforeUse":true})")});
  expect(client, {
                     {"Die ALB ist da. Die Abteilung für Leitungsbau (ALB) freut sich.", "r warn 4-7 ALB"},
                     {"ALB (Abteilung für Leitungsbau), ALB", ""},
                     {"Die Abteilung für Leitungsbau (ALB) und die ALB", ""},
                     {"Die EU", ""},
                 });
}

TEST_CASE("Hashtags and links at the end", "[check][placement]") {
  Client client({rule("h", R"({"type":"placement","of":"hashtags"})"),
                 rule("l", R"({"type":"placement","of":"links"})", R"(,"where":{"networks":["x"]})")});
  const char* const x = R"(,"network":"x")";
  expect(client, {
                     {"Mein #Team ist da", "h warn 5-10 #Team | 5-10 Team"},
                     {"#eins #zwei Text #drei", "h warn 0-5 #eins | 0-5 eins\nh warn 6-11 #zwei | 6-11 zwei"},
                     {"＃Team ist da", "h warn 0-5 ＃Team | 0-5 Team"},
                     {"Text https://a.example Text #b", "l warn 5-22 https://a.example", x},
                     {"Mein Team ist da. #Team #da", ""},
                     {"Text\n\n#a #b 🎉 https://a.example #c", ""},
                     {"#nur #tags", ""},
                     {"Text #a https://a.example", "", x},
                     {"https://a.example", "", x},
                     {"", ""},
                 });
}

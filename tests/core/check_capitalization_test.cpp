// Names as they are written, hashtags that can be read aloud, capitals in the first line.
#include "check_cases.h"

using namespace botschaft::test;

TEST_CASE("Names are written as the company writes them", "[check][capitalization]") {
  Client client({rule("r", R"({"type":"capitalization","terms":["{product}","Nordwind Energie","iQ"]})",
                      R"(,"message":{"en":"{match} is {instead}"})")},
                R"(,"organisation":{"products":["WindBox","Ä-Klasse"]})");
  expect(client, {
                     {"Die Windbox läuft", "r warn 4-11 Windbox is WindBox | 4-11 WindBox"},
                     {"WINDBOX und windbox",
                      "r warn 0-7 WINDBOX is WindBox | 0-7 WindBox\n"
                      "r warn 12-19 windbox is WindBox | 12-19 WindBox"},
                     {"Windbox-Kunden", "r warn 0-7 Windbox is WindBox | 0-7 WindBox"},
                     {"ä-klasse", "r warn 0-8 ä-klasse is Ä-Klasse | 0-8 Ä-Klasse"},
                     {"nordwind energie", "r warn 0-16 nordwind energie is Nordwind Energie | 0-16 Nordwind Energie"},
                     {"Mehr #windbox", "r warn 6-13 windbox is WindBox | 6-13 WindBox"},
                     {"#nordwindenergie", "r warn 1-16 nordwindenergie is NordwindEnergie | 1-16 NordwindEnergie"},
                     {"IQ", "r warn 0-2 IQ is iQ | 0-2 iQ"},
                     // Written right, or something else.
                     {"Die WindBox läuft, und iQ auch", ""},
                     {"Nordwind\nEnergie und Nordwind  Energie", ""},
                     {"#WindBox #NordwindEnergie", ""},
                     {"https://windbox.example/windbox", ""},
                     {"@windbox und mail@windbox.de", ""},
                     {"Windboxen", ""},  // compounds are not asked for
                     {"nordwindenergie im Satz", ""},
                     {"Ein Nordwind, viel Energie", ""},
                     {"WindBox-Kunden", ""},
                 });
}

TEST_CASE("Names in compounds, and not in hashtags", "[check][capitalization]") {
  Client client({rule("r", R"({"type":"capitalization","terms":["WindBox"],"compounds":true,"inHashtags":false})")});
  expect(client, {
                     {"Windboxkunden", "r warn 0-13 Windboxkunden | 0-13 WindBox-Kunden"},
                     {"windboxen", "r warn 0-9 windboxen | 0-9 WindBoxen"},
                     {"Windboxs", "r warn 0-8 Windboxs | 0-8 WindBoxs"},
                     {"WindBoxkunden", ""},
                     {"WindBoxen", ""},
                     {"Superwindbox", ""},
                     {"#windbox", ""},
                     {"#windboxkunden", ""},
                 });
}

TEST_CASE("The full name comes first, and some abbreviations never", "[check][capitalization]") {
  Client client({rule("r", R"({"type":"capitalization","terms":[
      {"text":"WindBox","full":"Nordwind WindBox","never":["WB","W-Box"]},{"text":"Nordwind"}]})")});
  expect(client, {
                     {"Die WindBox läuft", "r warn 4-11 WindBox | 4-11 Nordwind WindBox"},
                     {"Die windbox läuft, die WindBox", "r warn 4-11 windbox | 4-11 Nordwind WindBox"},
                     {"WindBox, also Nordwind WindBox", "r warn 0-7 WindBox | 0-7 Nordwind WindBox"},
                     {"Nordwind WindBox: die WB", "r warn 22-24 WB | 22-24 WindBox"},
                     {"nordwind windbox", "r warn 0-8 nordwind | 0-8 Nordwind\nr warn 9-16 windbox | 9-16 WindBox"},
                     {"Die Nordwind WindBox läuft. Die WindBox auch.", ""},
                     {"#WindBox", ""},  // a hashtag is no mention in the text
                     {"#WindBox Die Nordwind WindBox", ""},
                     {"wb und WBs", ""},
                     {"Nordwind", ""},
                 });
}

TEST_CASE("Hashtags of several words", "[check][capitalization]") {
  Client client({rule("r", R"({"type":"capitalization","hashtags":{"words":
      ["social","media","Team","work","teamwork","life","balance","wir","suchen","dich","für"]}})")});
  expect(client, {
                     {"#socialmedia", "r warn 0-12 #socialmedia | 0-12 #SocialMedia"},
                     {"#Socialmedia", "r warn 0-12 #Socialmedia | 0-12 #SocialMedia"},
                     {"#SOCIALMEDIA", "r warn 0-12 #SOCIALMEDIA | 0-12 #SocialMedia"},
                     {"Neu: #wirsuchendich!", "r warn 5-19 #wirsuchendich | 5-19 #WirSuchenDich"},
                     {"#social_media", "r warn 0-13 #social_media | 0-13 #SocialMedia"},
                     {"#worklifebalance", "r warn 0-16 #worklifebalance | 0-16 #WorkLifeBalance"},
                     {"＃fürdich", "r warn 0-8 ＃fürdich | 0-8 ＃FürDich"},
                     {"#SocialMedia", ""},
                     {"#socialMedia", ""},
                     {"#teamwork", ""},  // one word, which is also two
                     {"#media", ""},
                     {"#socialmediamanager", ""},  // not all of it is known
                     {"#klimaschutz", ""},
                     {"socialmedia", ""},
                     {"https://a.example/#socialmedia", ""},
                     {"#NASA", ""},
                     {"#_", ""},
                 });
}

TEST_CASE("The first line as a sentence", "[check][capitalization]") {
  Client client({rule("r", R"({"type":"capitalization","firstLine":"sentence"})")},
                R"(,"organisation":{"names":["Nordwind"],"products":["Wind Box"]})");
  const char* const en = R"(,"lang":"en")";
  const char* const de = R"(,"lang":"de")";
  expect(
      client,
      {
          {"Our New Battery Is Here\nWe are glad.",
           "r warn 0-23 Our New Battery Is Here | 0-23 Our new battery is here", en},
          {"Why We Love Nordwind: Ten Good Reasons of Ours",
           "r warn 0-46 Why We Love Nordwind: Ten Good Reasons of Ours | 0-46 Why we love Nordwind: Ten good "
           "reasons of ours",
           en},
          {"our new battery", "r warn 0-3 our | 0-3 Our", en},
          {"\n\nunsere neue Anlage", "r warn 2-8 unsere | 2-8 Unsere", de},
          {"Neu Für Alle Und Für Dich", "r warn 0-25 Neu Für Alle Und Für Dich | 0-25 Neu für Alle und für Dich", de},
          {"Our new battery is here", "", en},
          {"Meeting Anna Schmidt in Hamburg today", "", en},
          {"Our New Battery", "", en},  // too few to tell from a name
          {"The NATO and the EU met I think", "", en},
          {"iPhone users rejoice", "", en},
          {"Nice.\nOur New Battery Is Here", "", en},
          {"#neu unsere Anlage", "", de},
          {"Die Neue Anlage Läuft", "", de},  // nouns, who knows
          {"Über alles: Der Tag", "", de},
          {"https://a.example", "", en},
          {"", ""},
      });
}

TEST_CASE("The first line as a title", "[check][capitalization]") {
  Client client({rule("r", R"({"type":"capitalization","firstLine":"title"})")});
  const char* const en = R"(,"lang":"en")";
  expect(client, {
                     {"Our new Battery for the Home",
                      "r warn 0-28 Our new Battery for the Home | 0-28 Our New Battery for the Home", en},
                     {"what we are for\nand more", "r warn 0-15 what we are for | 0-15 What We Are For", en},
                     {"Our New Battery for the Home", "", en},
                     {"The iPhone and the NATO", "", en},
                     {"Unsere neue Anlage", "", R"(,"lang":"de")"},
                     {"#our https://a.example @anna", "", en},
                 });
}

TEST_CASE("Capitalization asks for one thing", "[check][capitalization]") {
  Client client;
  CHECK(
      client.load({pack({rule("r", R"({"type":"capitalization","terms":["A"],"firstLine":"title"})")})}) ==
      "contradiction /rules/0/check: This takes exactly one of: terms, hashtags, firstLine. Remove the others (or make "
      "them rules of their own), or add the missing one.");
  CHECK(client.load({pack({rule("r", R"({"type":"capitalization","firstLine":"heading"})")})}, "de")
            .find("unknown-value /rules/0/check/firstLine: „heading“") == 0);
}

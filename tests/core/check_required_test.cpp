// Where a disclosure counts, and where the law does not let it count.
#include "check_cases.h"

using namespace botschaft::test;

namespace {

std::string required(const char* more) {
  return std::string(R"({"type":"required","oneOf":["#Werbung","Werbung","Anzeige","#ad","Ad"])") + more + "}";
}
const char* const kMessage = R"(,"message":{"de":"Sie {why}: {match}","en":"It {why}: {match}"})";

}  // namespace

TEST_CASE("A disclosure among hashtags", "[check][required]") {
  Client client({rule("r", required(R"(,"amongHashtags":false,"inClosingHashtags":false)"), kMessage)});
  expect(client,
         {
             {"Neu #ad #montag", "r warn 4-7 It stands among the hashtags at the end: #ad"},
             {"Neu #montag, #ad https://a.example 🎉", "r warn 13-16 It stands among the hashtags at the end: #ad"},
             {"Neu #a #ad #c und dann Text", "r warn 7-10 It stands in a run of hashtags: #ad"},
             {"#a #ad #c und dann Text", "r warn 3-6 It stands in a run of hashtags: #ad"},
             {"Neu\n\n#werbung", "r warn 5-13 Sie steht erst bei den Hashtags am Ende: #werbung", R"(,"uiLang":"de")"},
             {"Neu", "r warn - Sie fehlt: ", R"(,"uiLang":"de")"},
             // Any other place is enough.
             {"#ad Neu im Haus", ""},
             {"#ad #montag Neu im Haus", ""},
             {"Das hier ist #Werbung für uns", ""},
             {"Neu #ad und mehr #a #b #c", ""},
             {"#ad", ""},  // nothing stands before it
             {"🎉 #ad #b", ""},
             {"Werbung: neu #a #b #ad", ""},
             {"Neu #a #ad #c und dann Anzeige.", ""},
             {"Neu #a #b #adler. Eine Anzeige.", ""},
         });
}

TEST_CASE("A disclosure in the first word", "[check][required]") {
  Client client({rule("r", required(R"(,"within":{"firstWord":true})"), kMessage)});
  expect(client, {
                     {"Neu: Anzeige", "r warn 5-12 It is not the first word: Anzeige"},
                     {"@firma Anzeige", "r warn 7-14 It is not the first word: Anzeige"},
                     {"Unbezahlte Werbung", "r warn 11-18 It is not the first word: Werbung"},
                     {"Werbungskosten absetzen", "r warn - It is missing: "},
                     {"Anzeige", ""},
                     {"ANZEIGE | Neu", ""},
                     {"[Anzeige] Neu", ""},
                     {"\n🚀 – (Werbung) Neu", ""},
                     {"#Werbung Neu", ""},
                     {"*Ad* New. Another ad.", ""},
                 });
}

TEST_CASE("What an earlier part of a thread has is not asked for again", "[check][required]") {
  Client client({rule("r", required(R"(,"within":{"firstWord":true})"), kMessage),
                 rule("s", R"({"type":"required","oneOf":["Quelle"]})", R"(,"when":[{"phrases":["Studie"]}])")});
  expect(client, {
                     {"Weiter", "r warn - It is missing: ", R"(,"before":[])"},
                     {"Weiter", "", R"(,"before":["Anzeige: neu"])"},
                     {"Weiter", "", R"(,"before":["Neu","Anzeige: neu","Mehr"])"},
                     // There, too, it counts only in its place.
                     {"Weiter", "r warn - It is missing: ", R"(,"before":["Neu: Anzeige"])"},
                     // A rule that nothing called for in the earlier part.
                     {"Anzeige: die Studie", "", R"(,"before":["Quelle: eigene"])"},
                     {"Anzeige: die Studie", "s warn - ", R"(,"before":["Anzeige: neu"])"},
                 });
}

TEST_CASE("A disclosure that the feed shows", "[check][required]") {
  Client client({rule("r", required(R"(,"within":{"beforeFold":true})"), kMessage)});
  const std::string text(120, 'x');
  const std::string near = text + " eine Anzeige";     // ends with character 133
  const std::string far = text + " und eine Anzeige";  // with 137
  const std::string beyond = text + " und noch eine Anzeige";
  expect(client, {
                     {beyond.c_str(), "r warn 135-142 It comes only after “more”: Anzeige"},
                     {far.c_str(), ""},
                     {far.c_str(), "r warn 130-137 It comes only after “more”: Anzeige", R"(,"network":"instagram")"},
                     {near.c_str(), "r warn 126-133 It comes only after “more”: Anzeige", R"(,"network":"instagram")"},
                     {"a\nb\nc\nAnzeige", "r warn 6-13 It comes only after “more”: Anzeige"},
                     {"a\r\n\r\nb\r\nAnzeige", "r warn 8-15 It comes only after “more”: Anzeige"},
                     {"a\nb\nAnzeige", ""},
                     {"a\nb\nAnzeige\nc\nd", ""},
                     {"a\nb\nc\nAnzeige", "", R"(,"network":"instagram")"},  // counts no lines
                     {beyond.c_str(), "", R"(,"network":"x")"},              // shows everything
                     {"Anzeige", ""},
                 });
}

TEST_CASE("Tags that never count", "[check][required]") {
  Client client({rule("r",
                      R"({"type":"required","oneOf":["Partner","bezahlte Partnerschaft","Anzeige","meine Meinung"],
                          "weak":["#spon","#ee","#partner","privat",{"text":"Anzeige","except":[],"case":true}]})",
                      kMessage)});
  expect(client, {
                     {"Neu #spon", "r warn 4-9 It is not enough: #spon"},
                     {"Neu #Partner", "r warn 4-12 It is not enough: #Partner"},
                     {"Privat: neu", "r warn 0-6 It is not enough: Privat"},
                     {"Neu #partner #ee #spon", "r warn 4-12 It is not enough: #partner"},
                     {"Eine Anzeige", "r warn 5-12 It is not enough: Anzeige"},
                     {"Neu", "r warn - It is missing: "},
                     // A weak tag beside something that counts does no harm.
                     {"Unser Partner #spon", ""},
                     {"#partner und Partner", ""},
                     {"Bezahlte Partnerschaft #ee", ""},
                     {"Das ist meine Meinung, ganz privat", ""},
                     {"anzeige #spon", ""},
                 });
}

TEST_CASE("A link in place of words", "[check][required]") {
  Client client({rule("r", R"({"type":"required","oneOf":["Risikohinweis"],"links":["{domain}","risk.example"],
                              "within":{"first":10}})",
                      kMessage)},
                R"(,"organisation":{"domains":["firma.example"]})");
  expect(client, {
                     {"Alles steigt https://other.example/firma.example", "r warn - It is missing: "},
                     {"Alles steigt https://notfirma.example", "r warn - It is missing: "},
                     {"Alles steigt. Risikohinweis", "r warn 14-27 It stands too far back: Risikohinweis"},
                     {"Alles steigt https://www.firma.example/risk", ""},
                     {"Alles steigt https://RISK.example", ""},
                     {"Risikohinweis", ""},
                 });
}

TEST_CASE("A required element asks for one place only", "[check][required]") {
  Client client;
  CHECK(
      client.load({pack({rule("r", required(R"(,"within":{"first":3,"firstWord":true})"))})}) ==
      "contradiction /rules/0/check/within: This takes exactly one of: first, last, firstWord, beforeFold. Remove the "
      "others (or make them rules of their own), or add the missing one.");
  CHECK(client.load({pack({rule("r", required(R"(,"within":{"beforeFold":false})"))})}, "de") ==
        "unknown-value /rules/0/check/within/beforeFold: „false“ ist hier nicht möglich. true eintragen oder den "
        "Schlüssel weglassen.");
  CHECK(client.load({pack({rule("r", required(R"(,"inClosingHashtag":false)"))})}) ==
        "unknown-key /rules/0/check/inClosingHashtag: There is no key “inClosingHashtag” here. Did you mean "
        "“inClosingHashtags”?");
}

TEST_CASE("A megabyte of disclosures among hashtags is one pass", "[check][required]") {
  Client client({rule("r", required(R"(,"amongHashtags":false,"inClosingHashtags":false)"))});
  std::string text = "Neu";
  while (text.size() < 1'000'000) text += " #ad";
  CHECK(client.check(text) == "r warn 4-7 #ad");
}

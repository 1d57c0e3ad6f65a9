// Pictures and videos, by the facts that come with the draft.
#include "check_cases.h"

using namespace botschaft::test;

namespace {

std::string media(const char* need, const char* more = "") {
  return std::string(R"({"type":"media","need":)") + quoted(need) + more + "}";
}
const char* const kMessage = R"x(,"message":{"en":"{match} ({count})"})x";

void expect_media(const std::string& check, std::initializer_list<CheckCase> cases) {
  Client client({rule("r", check, kMessage)});
  for (const CheckCase& c : cases) {
    CAPTURE(check, c.text, c.more);
    CHECK(client.check(c.text, std::string(R"(,"media":)") + c.more) == c.findings);
  }
}

}  // namespace

TEST_CASE("Alt text and captions", "[check][media]") {
  expect_media(media("altText"), {
                                     {"", "r warn - 1 (1)", R"([{"type":"image"}])"},
                                     {"", "r warn - a.jpg, 3 (2)",
                                      R"([{"type":"image","name":"a.jpg","alt":" "},{"type":"image","alt":"Der Hof"},
                                          {"type":"image","alt":"IMG_2041.JPG"}])"},
                                     {"", "r warn - 1 (1)", R"([{"type":"image","alt":"DSC0042"}])"},
                                     {"", "r warn - 1 (1)", R"([{"type":"image","alt":"Bild1"}])"},
                                     {"", "", R"([{"type":"image","alt":"Der Hof am Morgen"}])"},
                                     {"", "", R"([{"type":"image","alt":"Sonnenaufgang"}])"},
                                     {"", "", R"([{"type":"image","alt":"Bild 1 zeigt main.jpg im Editor"}])"},
                                     {"", "", R"([{"type":"video"}])"},
                                     {"", "", "[]"},
                                 });
  expect_media(media("captions"), {
                                      {"", "r warn - 1 (1)", R"([{"type":"video"}])"},
                                      {"", "r warn - clip (1)", R"([{"type":"video","name":"clip","captions":false}])"},
                                      {"", "", R"([{"type":"video","captions":true}])"},
                                      {"", "", R"([{"type":"image"}])"},
                                  });
}

TEST_CASE("People, place, time", "[check][media]") {
  expect_media(media("consent"), {
                                     {"", "r warn - 1 (1)", R"([{"type":"image","people":true}])"},
                                     {"", "r warn - 1 (1)", R"([{"type":"video"}])"},
                                     {"", "r warn - 1 (1)", R"([{"type":"image","people":true,"consent":false}])"},
                                     {"", "", R"([{"type":"image","people":true,"consent":true}])"},
                                     {"", "", R"([{"type":"image","people":false}])"},
                                 });
  expect_media(media("noPlace"), {
                                     {"", "r warn - 1 (1)", R"([{"type":"image","gps":true}])"},
                                     {"", "", R"([{"type":"image","gps":false}])"},
                                     {"", "", R"([{"type":"image","takenAt":"2026:11:24 08:30:00"}])"},
                                 });
  expect_media(media("noTime"), {
                                    {"", "r warn - 1 (1)", R"([{"type":"image","takenAt":"2026:11:24 08:30:00"}])"},
                                    {"", "", R"([{"type":"image","takenAt":""}])"},
                                    {"", "", R"([{"type":"image","gps":true}])"},
                                });
}

TEST_CASE("Labels and sources, with the picture or in the text", "[check][media]") {
  const char* const labels = R"(,"labels":["KI-generiert","AI-generated"])";
  expect_media(media("aiLabel", labels),
               {
                   {"Neu", "r warn - 1 (1)", R"([{"type":"image","aiGenerated":true}])"},
                   {"KI ist toll", "r warn - 1 (1)", R"([{"type":"video","aiGenerated":true,"aiLabel":false}])"},
                   {"Bild: ki-generiert", "", R"([{"type":"image","aiGenerated":true}])"},
                   {"Neu", "", R"([{"type":"image","aiGenerated":true,"aiLabel":true}])"},
                   {"Neu", "", R"([{"type":"image","aiGenerated":false}])"},
                   {"Neu", "", R"([{"type":"image"}])"},
               });
  expect_media(media("source", R"(,"labels":["Foto:","©"])"),
               {
                   {"Neu", "r warn - 1 (1)", R"([{"type":"image"}])"},
                   {"Foto", "r warn - 1 (1)", R"([{"type":"image","source":" "}])"},
                   {"Foto: Anna", "", R"([{"type":"image"}])"},
                   {"© Anna", "", R"([{"type":"image"}])"},
                   {"Neu", "", R"([{"type":"image","source":"Anna"}])"},
               });
}

TEST_CASE("Sizes of pictures", "[check][media]") {
  expect_media(media("size", R"(,"minWidth":600,"minHeight":400,"maxBytes":1000)"),
               {
                   {"", "r warn - 1 (1)", R"([{"type":"image","width":599,"height":400}])"},
                   {"", "r warn - 1 (1)", R"([{"type":"image","height":399}])"},
                   {"", "r warn - 1 (1)", R"([{"type":"image","bytes":1001}])"},
                   {"", "", R"([{"type":"image","width":600,"height":400,"bytes":1000}])"},
                   {"", "", R"([{"type":"image"}])"},
               });
}

TEST_CASE("Media facts count as attachments, and answers settle what was asked", "[check][media]") {
  Client client(
      {rule("r", media("consent"), "", "ask"), rule("q", R"({"type":"question"})", R"(,"when":[{"media":"video"}])")});
  CHECK(client.check("", R"(,"media":[{"type":"video","people":true}])") == "r ask - 1\nq warn - {match}");
  CHECK(client.check("", R"(,"media":[{"type":"video","people":true}],"answers":{"r":"yes","q":"yes"})") == "");
  CHECK(client.check("", R"(,"media":[{"type":"image"}],"answers":{"r":"no"})") == "r warn - 1");
  CHECK(client.check("", R"(,"images":2)") == "");  // nothing is told of them
}

TEST_CASE("Media rules and facts that cannot be", "[check][media]") {
  Client client;
  CHECK(client.load({pack({rule("r", media("size"))})}) ==
        "contradiction /rules/0/check: A limit belongs to \"need\": \"size\", and to nothing else. Add or remove "
        "“minWidth”, “minHeight” or “maxBytes”.");
  CHECK(
      client.load({pack({rule("r", media("altText", R"(,"labels":["x"])"))})}, "de") ==
      "contradiction /rules/0/check/labels: Wörter im Text helfen nur bei „aiLabel“ und „source“. „labels“ entfernen.");
  CHECK(problems_in(client.check_answer("", R"(,"media":[{"type":"picture"}])"))
            .find("unknown-value /media/0/type: “picture”") == 0);
  CHECK(problems_in(client.check_answer("", R"(,"media":[{"type":"image","width":0}])")).substr(0, 29) ==
        "out-of-range /media/0/width: ");
}

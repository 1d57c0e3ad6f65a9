// Protected topics: what people may speak of whatever a style guide says.
#include "check_cases.h"

using namespace botschaft::test;

namespace {

const char* const kTopics = R"(,"protected":[
  {"id":"pay","name":{"de":"Bezahlung","en":"Pay"},"inflect":true,
   "phrases":[{"text":"Gehalt","except":["Gehalt an"]},{"text":"Lohn","case":true},"Mindestlohn","wage"],
   "examples":{"about":["Mein Gehalt reicht nicht."],"notAbout":["Der Gehalt an Zucker."]}},
  {"id":"union","name":{"de":"Gewerkschaft","en":"Union"},"phrases":["Streik","strike"],"silences":["tone","form"]}])";

std::vector<std::string> rules() {
  const auto in = [](const char* id, const char* group, const char* word) {
    return rule(id, std::string(R"({"type":"phrases","phrases":[")") + word + "\"]}",
                group[0] == 0 ? "" : std::string(R"(,"group":")") + group + "\"");
  };
  return {in("tone", "tone", "mies"),     in("brand", "brand", "Nordwinde"),         in("form", "form", "haha"),
          in("law", "law", "garantiert"), in("secret", "confidentiality", "geheim"), in("other", "", "Unsinn")};
}

}  // namespace

TEST_CASE("Tone and brand rules are silent on protected topics", "[check][protected]") {
  Client client(rules(), kTopics);
  const char* const all =
      "tone warn 0-4 mies\nbrand warn 5-14 Nordwinde\nform warn 15-19 haha\nlaw warn 20-30 "
      "garantiert\nsecret warn 31-37 geheim\nother warn 38-44 Unsinn";
  const char* const pay =
      "form warn 15-19 haha\nlaw warn 20-30 garantiert\nsecret warn 31-37 geheim\nother warn 38-44 Unsinn";
  const char* const strike =
      "brand warn 5-14 Nordwinde\nlaw warn 20-30 garantiert\nsecret warn 31-37 geheim\nother warn 38-44 Unsinn";
  const char* const both = "law warn 20-30 garantiert\nsecret warn 31-37 geheim\nother warn 38-44 Unsinn";
  const std::string text = "mies Nordwinde haha garantiert geheim Unsinn ";
  const auto with = [&](const char* words) { return client.check(text + words, R"(,"lang":"de")"); };
  CHECK(with("") == all);
  CHECK(with("Gehalt an Zucker") == all);
  CHECK(with("Streiks") == all);  // that topic is not inflected
  CHECK(with("https://lohn.de/wage") == all);
  CHECK(with("Das lohnt sich") == all);
  CHECK(with("mein Gehalt") == pay);
  CHECK(with("Gehälter") == pay);
  CHECK(with("Gehalt an Zucker, Gehalt im Mai") == pay);
  CHECK(with("Mindestlohn") == pay);
  CHECK(with("der Streik") == strike);
  CHECK(with("Streik um Lohn") == both);
}

TEST_CASE("The answer names the topics", "[check][protected]") {
  Client client(rules(), kTopics);
  const std::string answer = client.check_answer("Streik um Lohn", R"(,"uiLang":"de")");
  CHECK(each_at(answer, "/protected", "id") == "pay union");
  CHECK(value_at(answer, "/protected/1/name") == "Gewerkschaft");
  CHECK(value_at(answer, "/verdict") == "clean");
  CHECK(value_at(client.check_answer("Hallo"), "/protected") == "-");
}

TEST_CASE("A later pack's topic takes the place of an earlier one's", "[check][protected]") {
  Client client;
  REQUIRE(
      client.load(
          {pack(rules(), kTopics),
           pack(
               {},
               R"(,"valid":{"until":"2026-06-30"},"protected":[{"id":"pay","name":{"en":"Money"},"phrases":["Boni"]}])",
               "second")}) == "ok");
  expect(client, {
                     {"mies Gehalt", "tone warn 0-4 mies"},
                     {"mies Boni", ""},
                     {"mies Boni", "tone warn 0-4 mies", R"(,"now":"2026-07-01T12:00")"},  // that pack is out of date
                     {"mies Streik", ""},
                 });
}

TEST_CASE("Topics that cannot be are told", "[check][protected]") {
  Client client;
  const auto load = [&](const char* topics, const char* language = "en") {
    return client.load({pack({}, std::string(R"(,"protected":[)") + topics + "]")}, language);
  };
  CHECK(load(R"({"id":"a","name":{"en":"A"},"phrases":["x"],"silences":["law"]})") ==
        "contradiction /protected/0/silences/0: Rules on law and confidentiality hold for every topic. Remove this "
        "entry.");
  CHECK(load(R"({"id":"a","name":{"en":"A"},"phrases":["x"]},{"id":"a","name":{"en":"A"},"phrases":["y"]})", "de") ==
        "duplicate-id /protected/1: „a“ steht zweimal in der Liste. Einen der beiden Einträge entfernen oder "
        "umbenennen.");
  CHECK(load(R"({"id":"a","name":{"en":"A"},"phrases":["x"],"examples":{"about":["y"],"notAbout":["x"]}})") ==
        "example-failed /protected/0/examples/about/0: The protected topic “a” is not found in its example “y”. Change "
        "phrases or exceptions (\"except\"), or move the example to the other list.\n"
        "example-failed /protected/0/examples/notAbout/0: The protected topic “a” is found in its example “x”. Change "
        "phrases or exceptions (\"except\"), or move the example to the other list.");
  CHECK(load(R"({"id":"a","name":{"en":"A"}})") == "missing-key /protected/0: “phrases” is missing. Add “phrases”.");
}

// What holds for every rule: where and when it applies, its level, its sentences, answers to questions, timing, and the
// cap on findings.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

const std::string kWord = R"({"type":"phrases","phrases":["wort"]})";
std::string plain(const char* name, const std::string& more, std::string_view level = "warn") {
  return rule(name, kWord, R"(,"message":{"en":"m"})" + more, level);
}
std::string at(const char* moment, const std::string& more = "") {
  return std::string(R"(,"now":")") + moment + "\"" + kBerlin + more;
}

}  // namespace

TEST_CASE("Where a rule applies", "[check]") {
  Client client(
      {plain("networks", R"(,"where":{"networks":["x","xing"]})"),
       plain("kinds", R"(,"where":{"kinds":["comment","reply"]})"), plain("german", R"(,"where":{"languages":["de"]})"),
       plain("english", R"(,"where":{"languages":["en"]})"), plain("roles", R"(,"where":{"roles":["expert"]})"),
       plain("others", R"(,"where":{"exceptRoles":["expert"]})"),
       plain("days", R"(,"where":{"from":"2026-05-01","until":"2026-05-31"})")},
      R"(,"roles":[{"id":"expert","name":{"en":"Expert"}}])");
  struct Case {
    std::string more;
    const char* rules;
    const char* text = "wort";
  };
  const Case cases[] = {
      {"", "german english others days"},  // a text too short to tell its language counts as every language
      {R"(,"network":"x")", "networks german english others days"},
      {R"(,"kind":"reply")", "kinds german english others days"},
      {R"(,"lang":"de")", "german others days"},
      {R"(,"lang":"en")", "english others days"},
      {"", "german others days", "Das ist ein Wort und noch eines, das wir nicht kennen."},
      {R"(,"role":"expert")", "german english roles days"},
      {R"(,"role":"someone")", "german english others days"},
      {at("2026-04-30T23:59"), "german english others"},
      {at("2026-05-01T00:00"), "german english others days"},
      {at("2026-05-31T21:59Z"), "german english others days"},
      {at("2026-05-31T22:00Z"), "german english others"},  // midnight in Berlin
  };
  for (const Case& c : cases) {
    CAPTURE(c.more, c.text);
    CHECK(each_at(client.check_answer(c.text, c.more), "/findings", "rule") == c.rules);
  }
}

TEST_CASE("When a rule applies: every condition, any of its parts", "[check]") {
  Client client({plain("phrase", R"(,"when":[{"phrases":["{company}","wir"]}])"),
                 plain("link", R"(,"when":[{"links":true}])"), plain("domain", R"(,"when":[{"links":["{domain}"]}])"),
                 plain("image", R"(,"when":[{"media":"image"}])"), plain("any", R"(,"when":[{"media":"any"}])"),
                 plain("both", R"(,"when":[{"links":true},{"phrases":["wir"],"media":"video"}])")},
                R"(,"organisation":{"names":["Werk Nord"],"domains":["werk.example"]})");
  struct Case {
    const char* text;
    const char* more;
    const char* rules;
  };
  const Case cases[] = {
      {"wort", "", ""},
      {"wort von Werk Nord", "", "phrase"},
      {"Wir! wort", "", "phrase"},
      {"wort https://a.example/wir", "", "link"},
      {"wort https://blog.werk.example", "", "link domain"},
      {"wort", R"(,"images":1)", "image any"},
      {"wort", R"(,"videos":2)", "any"},
      {"wir wort https://a.example", "", "phrase link both"},
      {"wort https://a.example", R"(,"videos":1)", "link any both"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.more);
    CHECK(each_at(client.check_answer(c.text, c.more), "/findings", "rule") == c.rules);
  }
}

TEST_CASE("An exception of a condition's phrase holds there too", "[check]") {
  Client client({plain("r", R"(,"when":[{"phrases":[{"text":"Aktie","except":["konzertierte Aktie"]}]}])")});
  CHECK(client.check("wort zur Aktie") == "r warn 0-4 m");
  CHECK(client.check("wort zur konzertierten Aktie, konzertierte Aktie") == "r warn 0-4 m");
  CHECK(client.check("wort zur konzertierte Aktie").empty());
  Client required({rule("r", R"({"type":"required","oneOf":[{"text":"Anzeige","except":["Anzeige erstatten"]}]})",
                        R"(,"message":{"en":"m"})")});
  CHECK(required.check("Anzeige erstatten") == "r warn - m");
  CHECK(required.check("Anzeige. Anzeige erstatten").empty());
}

TEST_CASE("The verdict is the most serious level", "[check]") {
  for (const char* level : {"hint", "ask", "warn", "block"}) {
    Client client({plain("least", "", "hint"), plain("most", "", level)});
    CHECK(value_at(client.check_answer("wort"), "/verdict") == level);
    CHECK(value_at(client.check_answer("anderes"), "/verdict") == "clean");
  }
}

TEST_CASE("A finding says everything the guideline does", "[check]") {
  Client client(
      {rule(
          "r", kWord,
          R"(,"message":{"de":"{company}: „{match}“ {","en":"{company}: “{match}”"},"reason":{"de":"Weil {product}."},)"
          R"("section":"3.2","source":"Gesetz","url":"https://werk.example/regeln")")},
      R"(,"organisation":{"names":["Werk"]},"owner":{"name":"Team Kommunikation"})");
  CHECK(
      value_at(client.check_answer("🚀 Wort", R"(,"uiLang":"de","id":"7")"), "") ==
      R"({"id":"7","ok":true,"verdict":"warn","lang":"und","findings":[{"rule":"r","type":"phrases","level":"warn","start":3,"end":7,)"
      R"("title":"Title","message":"Werk: „Wort“ {","reason":"Weil {product}.","section":"3.2","source":"Gesetz",)"
      R"("url":"https://werk.example/regeln","owner":"Team Kommunikation","pack":"test"}],)"
      R"("length":{"network":"linkedin","used":7,"limit":3000}})");
  CHECK(value_at(client.check_answer("Wort"), "/findings/0/message") == "Werk: “Wort”");
}

TEST_CASE("What is found is not taken for a placeholder", "[check]") {
  Client client({rule("r", R"({"type":"phrases","phrases":["{ count }"]})", R"(,"message":{"en":"{match} {count}"})")});
  CHECK(client.check("{ count }") == "r warn 0-9 { count } {count}");
}

TEST_CASE("Questions are settled by the expected answer", "[check]") {
  const std::string ask = R"(,"message":{"en":"Really?"})";
  Client client({rule("yes", R"({"type":"question"})", ask, "ask"),
                 rule("no", R"({"type":"question","expect":"no","otherwise":"block"})", ask, "ask"),
                 rule("word", kWord, ask, "ask"), rule("firm", kWord, ask, "block")});
  struct Case {
    const char* text;
    const char* answers;
    const char* findings;
  };
  const Case cases[] = {
      {"x", "{}", "yes ask - Really?\nno ask - Really?"},
      {"x", R"({"yes":"yes","no":"no"})", ""},
      {"x", R"({"yes":"no","no":"yes"})", "yes warn - Really?\nno block - Really?"},
      {"wort", R"({"yes":"yes","no":"no"})", "word ask 0-4 Really?\nfirm block 0-4 Really?"},
      {"wort", R"({"yes":"yes","no":"no","word":"yes"})", "firm block 0-4 Really?"},
      {"wort", R"({"yes":"yes","no":"no","word":"no"})", "word warn 0-4 Really?\nfirm block 0-4 Really?"},
      {"wort", R"({"yes":"yes","no":"no","word":"yes","firm":"yes"})",
       "firm block 0-4 Really?"},  // a blocker is no question
      {"x", R"({"yes":"yes","no":"no","nobody":"yes"})", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.answers);
    CHECK(client.check(c.text, std::string(R"(,"answers":)") + c.answers) == c.findings);
  }
}

TEST_CASE("Good time to post?", "[check]") {
  Client client(
      {rule("hours",
            R"({"type":"calendar","windows":[{"days":["mon","tue","wed","thu","fri"],"from":"08:00","to":"18:00"}]})",
            R"(,"message":{"de":"Erst {next}","en":"Not before {next}"})"),
       rule(
           "quiet",
           R"({"type":"calendar","quiet":[{"from":"2026-11-24","until":"2026-11-25","name":{"de":"Ruhe","en":"Quiet"}}]})",
           R"(,"message":{"en":"{period} until {next}"})", "block"),
       rule("holidays", R"({"type":"calendar","holidays":true})", R"(,"message":{"en":"Holiday"})", "hint"),
       rule("often", R"({"type":"frequency","perDay":2})", R"(,"message":{"en":"{count} of {max}, {next}"})", "hint")},
      R"(,"holidays":[{"date":"2026-12-25","name":{"en":"Christmas"}}])");
  struct Case {
    std::string more;
    const char* findings;
    const char* timing;
  };
  const std::string two =
      R"(,"history":[{"network":"linkedin","at":"2026-11-23T06:00Z"},{"network":"linkedin","at":"2026-11-23T08:00"},)"
      R"({"network":"x","at":"2026-11-23T08:00"},{"network":"linkedin","kind":"comment","at":"2026-11-23T08:00"}]})";
  const std::string history = two.substr(0, two.size() - 1);
  const Case cases[] = {
      {"", "", "-"},
      {at("2026-11-23T09:00"), "", R"({"good":true,"next":"2026-11-23T09:00"})"},
      {at("2026-11-23T08:00:30+01:00"), "", R"({"good":true,"next":"2026-11-23T08:00"})"},
      {at("2026-11-27T18:00"), "hours warn - Not before Mon 30 Nov, 08:00",
       R"~({"good":false,"next":"2026-11-30T08:00","because":["Title"]})~"},
      {at("2026-11-27T18:00", R"(,"uiLang":"de")"), "hours warn - Erst Mo., 30.11., 08:00",
       R"~({"good":false,"next":"2026-11-30T08:00","because":["Title"]})~"},
      {at("2026-11-24T10:00"), "quiet block - Quiet until Thu 26 Nov, 08:00",
       R"~({"good":false,"next":"2026-11-26T08:00","because":["Title (Quiet)"]})~"},
      {at("2026-12-25T10:00"), "holidays hint - Holiday",
       R"~({"good":false,"next":"2026-12-28T08:00","because":["Title (Christmas)"]})~"},
      {at("2026-11-23T12:00", history), "often hint - 3 of 2, Thu 26 Nov, 08:00",
       R"~({"good":false,"next":"2026-11-26T08:00","because":["Title"]})~"},
      {at("2026-11-23T12:00", history + R"(,"network":"x")"), "", R"({"good":true,"next":"2026-11-23T12:00"})"},
      {at("2026-11-23T12:00", history + R"(,"kind":"comment")"), "", R"({"good":true,"next":"2026-11-23T12:00"})"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.more);
    const std::string answer = client.check_answer("x", c.more);
    CHECK(findings_in(answer) == c.findings);
    CHECK(value_at(answer, "/timing") == c.timing);
  }
}

TEST_CASE("No good time within two months is said so", "[check]") {
  Client client(
      {rule("r", R"({"type":"calendar","quiet":[{"from":"2026-01-01","until":"2027-12-31","name":{"en":"Q"}}]})",
            R"(,"message":{"de":"{next}","en":"{next}"})")});
  const std::string answer = client.check_answer("x", at("2026-11-24T10:00"));
  CHECK(findings_in(answer) == "r warn - not within the next two months");
  CHECK(value_at(answer, "/timing") == R"~({"good":false,"because":["Title (Q)"]})~");
  CHECK(client.check("x", at("2026-11-24T10:00", R"(,"uiLang":"de")")) ==
        "r warn - nicht in den nächsten zwei Monaten");
}

TEST_CASE("A rule about time keeps its conditions and its level ask", "[check]") {
  Client client({rule("r", R"({"type":"frequency","minGapMinutes":60})",
                      R"(,"message":{"en":"{count} of {max}"},"when":[{"phrases":["job"]}])", "ask")});
  const std::string soon = at("2026-11-24T10:00", R"(,"history":[{"network":"linkedin","at":"2026-11-24T09:30"}])");
  CHECK(client.check("job", soon) == "r ask - 30 of 60");
  CHECK(client.check("anderes", soon).empty());
  CHECK(client.check("job", soon + R"(,"answers":{"r":"yes"})").empty());
  CHECK(client.check("job", soon + R"(,"answers":{"r":"no"})") == "r warn - 30 of 60");
}

TEST_CASE("A guideline outside its dates rests, and says so", "[check]") {
  Client client({plain("r", "")}, R"(,"valid":{"from":"2026-01-01","until":"2026-06-30"})");
  CHECK(client.check("wort", at("2026-06-30T23:59")) == "r warn 0-4 m");
  const std::string answer = client.check_answer("wort", at("2026-07-01T00:00"));
  CHECK(findings_in(answer).empty());
  CHECK(problems_in(answer) ==
        "pack-out-of-date /valid: The guideline “Test” is not valid today; its rules rest. Ask its owner for the "
        "current version.");
  CHECK(client.check("wort") == "r warn 0-4 m");
}

TEST_CASE("Beyond 500 findings the most serious stay", "[check]") {
  Client client({plain("hint", "", "hint"), rule("stop", R"({"type":"phrases","phrases":["halt"]})", "", "block"),
                 rule("whole", R"({"type":"count","of":"words","max":1})", "", "warn")});
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "wort ";
  const std::string answer = client.check_answer(text + "halt");
  CHECK(value_at(answer, "/verdict") == "block");
  CHECK(value_at(answer, "/omitted") == "9502");
  CHECK(value_at(answer, "/findings/498/rule") == "stop");  // by place in the text
  CHECK(value_at(answer, "/findings/498/start") == "50000");
  CHECK(value_at(answer, "/findings/499/rule") == "whole");  // those about the whole post come last
  CHECK(value_at(answer, "/findings/500") == "-");
  CHECK(value_at(answer, "/findings/0/start") == "0");
  CHECK(value_at(client.check_answer("wort"), "/omitted") == "-");
}

TEST_CASE("In a mixed post a rule of one language leaves the other's sentences alone", "[check]") {
  Client client({plain("german", R"(,"where":{"languages":["de"]})"),
                 plain("english", R"(,"where":{"languages":["en"]})"), plain("both", "")});
  const std::string german = "Wir suchen für unser Team noch ein Wort, das wir nicht kennen.";
  const std::string english = "We are looking for a wort that you can share with our team.";
  const std::string french = "Nous sommes ravis de partager ce wort avec toute notre équipe.";
  const auto rules_on = [&client](const std::string& text) {
    return each_at(client.check_answer(text), "/findings", "rule");
  };
  CHECK(rules_on(german + " " + english) == "german both english both");
  CHECK(rules_on(german) == "german both");
  CHECK(rules_on(english) == "english both");
  CHECK(rules_on(french) == "both");
  CHECK(rules_on(german + "\n" + french) == "german both both");
}

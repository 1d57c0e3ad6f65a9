// The tone as its callers see it: lexicons, requests, bounds of packs, and answers.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

constexpr const char* kLexicon = R"({"format":1,"groups":[
  {"id":"big","source":"here","reason":{"en":"Too big."},"dimension":"hype","weight":50,"words":["riesig~>groß~|best","huge>large"]},
  {"id":"sure","source":"there","dimension":"certainty","weight":75,"languages":["en"],"words":["certainly"]},
  {"id":"not","source":"here","role":"negates","words":["nicht|not"]}]})";

struct ToneClient : Client {
  ToneClient() {
    REQUIRE(call(std::string(R"({"op":"loadLexicon","lexicon":)") + kLexicon + "}") == R"({"ok":true,"words":6})");
  }
};

std::string tone_pack(const std::string& entries) {
  return pack({}, R"(,"tone":[)" + entries + "]");
}

}  // namespace

TEST_CASE("The tone comes when asked for, with offsets in UTF-16 units", "[tone][wire]") {
  ToneClient client;
  CHECK(value_at(client.check_answer("🚀 Riesige Freude"), "/tone") == "-");
  const std::string answer = client.check_answer("🚀 Riesige Freude", R"(,"tone":"profile")");
  CHECK(each_at(answer, "/tone", "dimension") ==
        "formality friendliness certainty hype aggression jargon inclusiveness energy");
  CHECK(value_at(answer, "/tone/3") ==
        R"({"dimension":"hype","score":50,"words":[{"start":3,"end":10,"share":100,"instead":["große"]}]})");
  CHECK(value_at(answer, "/tone/7/words/0") == R"({"start":0,"end":2,"share":100,"sign":"emoji"})");
}

TEST_CASE("An explained tone names the list and the source of every word", "[tone][wire]") {
  ToneClient client;
  const std::string answer = client.check_answer("riesigen", R"(,"tone":"explain")");
  CHECK(
      value_at(answer, "/tone/3/words/0") ==
      R"({"start":0,"end":8,"share":100,"instead":["großen"],"entry":"riesig~","list":"big","source":"here","reason":"Too big."})");
}

TEST_CASE("Without a lexicon nothing is said about tone, and it is told so", "[tone][wire]") {
  Client client;
  const std::string answer = client.check_answer("huge", R"(,"tone":"profile")");
  CHECK(value_at(answer, "/tone") == "-");
  CHECK(problems_in(answer) ==
        "no-lexicon /tone: No lexicon is loaded to tell the tone by. Load the lexicon before (loadLexicon).");
  const std::string entry = R"({"id":"t","dimension":"hype","max":10})";
  CHECK(client.load({tone_pack(entry)}) == "ok");
  CHECK(client.check("huge") == "");
  const std::string with_example = R"({"id":"t","dimension":"hype","max":10,"examples":{"bad":["huge"]}})";
  CHECK(
      client.load({tone_pack(with_example)}) ==
      "no-lexicon /tone/0/examples: No lexicon is loaded to tell the tone by. Load the lexicon before (loadLexicon).");
}

TEST_CASE("A bound makes a finding at the word that can best be changed", "[tone][wire]") {
  ToneClient client;
  REQUIRE(client.load({tone_pack(R"({"id":"t","dimension":"hype","max":40,"minWords":1})")}) == "ok");
  CHECK(client.check("the best huge thing") ==
        "t hint 9-13 Hype: 75 of 100; at most 40 suits us. “huge”, “best” | 9-13 large");
  CHECK(client.check("Best Huge thing") ==
        "t hint 5-9 Hype: 75 of 100; at most 40 suits us. “Huge”, “Best” | 5-9 Large");
  CHECK(client.check("not best, not huge") == "");
  CHECK(value_at(client.check_answer("best", R"(,"uiLang":"de")"), "/findings/0/message") ==
        "Werbeton: 50 von 100, höchstens 40 passen zu uns. „best“");
  // A product's name is no wording.
  REQUIRE(
      client.load({pack(
          {},
          R"(,"organisation":{"products":["Huge One"]},"tone":[{"id":"t","dimension":"hype","max":40,"minWords":1}])")}) ==
      "ok");
  CHECK(client.check("The Huge One is here") == "");
  CHECK(client.check("a huge one is here") != "");
}

TEST_CASE("A bound from below, a level, a message and where it applies", "[tone][wire]") {
  ToneClient client;
  REQUIRE(client.load({tone_pack(
              R"({"id":"t","dimension":"certainty","min":60,"level":"warn","minWords":2,"where":{"networks":["x"]},)"
              R"("message":{"en":"{count} < {min}: {words}{match}"}})")}) == "ok");
  CHECK(client.check("well then", R"(,"network":"x")") == "t warn - 50 < 60: ");
  CHECK(client.check("well then") == "");
  CHECK(client.check("certainly then", R"(,"network":"x")") == "");
  CHECK(client.check("well", R"(,"network":"x")") == "");  // fewer words than minWords
}

TEST_CASE("A target is shown with the tone and makes no finding", "[tone][wire]") {
  ToneClient client;
  REQUIRE(client.load({tone_pack(R"({"id":"t","dimension":"hype","target":{"max":20}})")}) == "ok");
  const std::string answer = client.check_answer("huge huge huge huge huge huge huge huge", R"(,"tone":"profile")");
  CHECK(findings_in(answer) == "");
  CHECK(value_at(answer, "/tone/3/target") == R"({"min":0,"max":20})");
}

TEST_CASE("Examples of a tone are tests", "[tone][wire]") {
  ToneClient client;
  const auto entry = [](const char* good, const char* bad) {
    return tone_pack(std::string(R"({"id":"t","dimension":"hype","max":40,"minWords":1,"examples":{"good":[")") + good +
                     R"("],"bad":[")" + bad + R"("]}})");
  };
  CHECK(client.load({entry("small", "huge")}) == "ok");
  CHECK(
      client.load({entry("small", "small")}).find("example-failed /tone/0/examples/bad/0: Rule “t” does not report") ==
      0);
  CHECK(client.load({entry("huge", "huge")}).find("example-failed /tone/0/examples/good/0: Rule “t” reports “huge”") ==
        0);
}

TEST_CASE("A tone that cannot be is refused with its place", "[tone][wire]") {
  ToneClient client;
  CHECK(client.load({tone_pack(R"({"id":"t","dimension":"hipe","max":1})")}) ==
        "unknown-value /tone/0/dimension: “hipe” is not possible here. Did you mean “hype”?");
  CHECK(client.load({tone_pack(R"({"id":"t","dimension":"hype"})")}) ==
        "missing-key /tone/0: It is not said where the tone should be. Add “min”, “max” or “target”.");
  CHECK(client.load({tone_pack(R"({"id":"t","dimension":"hype","min":9,"max":8})")}) ==
        "contradiction /tone/0: “max” is less than “min”: no text can satisfy this. Change one of the two numbers.");
  CHECK(client.load({tone_pack(R"({"id":"t","dimension":"hype","target":{"min":9},"level":"warn"})")}) ==
        "contradiction /tone/0/level: Without “min” and “max” there is no finding, and so no level. Add a bound, or "
        "remove “level”.");
  CHECK(client.load({tone_pack(R"({"id":"t","dimension":"hype","max":101})")}).find("out-of-range /tone/0/max") == 0);
}

TEST_CASE("A lexicon that cannot be is refused, and what was in force stays", "[tone][wire]") {
  ToneClient client;
  CHECK(problems_in(
            client.call(
                R"({"op":"loadLexicon","lexicon":{"format":1,"groups":[{"id":"a","source":"b","words":["c"]}]}})"))
            .find("contradiction /groups/0: ") == 0);
  CHECK(problems_in(client.call(R"({"op":"loadLexicon","lexicon":{"format":2,"groups":[]}})"))
            .find("out-of-range /format") == 0);
  CHECK(value_at(client.check_answer("huge", R"(,"tone":"profile")"), "/tone/3/score") == "50");
}

// Packs come into force together, or not at all; what cannot be is named.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

std::string words(const char* phrases, const std::string& more = "", const char* id = "r") {
  return rule(id, std::string(R"({"type":"phrases","phrases":[)") + phrases + "]}", more);
}

}  // namespace

TEST_CASE("Examples are tests", "[engine]") {
  struct Case {
    std::string rule;
    const char* problems;
  };
  const Case cases[] = {
      {words(
           R"("gratis")",
           R"(,"examples":{"good":["kostenlos"],"bad":["gratis",{"text":"GRATIS","network":"x","kind":"reply","lang":"de"}]})"),
       "ok"},
      {words(R"("gratis")", R"(,"examples":{"good":["alles","Ganz gratis"]})"),
       "example-failed /rules/0/examples/good/1: Rule “r” reports “gratis” in its good example “Ganz gratis”. Add an "
       "exception (\"except\"), "
       "narrow the rule, or move the example to \"bad\"."},
      {words(R"("gratis")", R"(,"examples":{"bad":["kostenlos"]})"),
       "example-failed /rules/0/examples/bad/0: Rule “r” does not report its bad example “kostenlos”. Change the rule "
       "so that it finds this, "
       "or move the example to \"good\". Conditions in \"where\" and \"when\" must fit too."},
      {rule("r", R"({"type":"calendar","windows":[{"days":["mon"],"from":"08:00","to":"09:00"}]})",
            R"(,"examples":{"bad":["Hallo"]})"),
       "example-failed /rules/0/examples/bad/0: Rule “r” does not report its bad example “Hallo”. The rule is about "
       "time: say when the example "
       "is posted, with \"at\"."},
      {rule(
           "r", R"({"type":"calendar","windows":[{"days":["mon"],"from":"08:00","to":"09:00"}]})",
           R"(,"examples":{"good":[{"text":"a","at":"2026-11-23T08:00"}],"bad":[{"text":"a","at":"2026-11-23T09:00"},{"text":"a","at":"2026-11-24"}]})"),
       "ok"},
      {rule(
           "r", R"({"type":"frequency","perDay":1})",
           R"(,"examples":{"good":[{"text":"a","at":"2026-11-23T08:00","posted":["2026-11-22"]}],"bad":[{"text":"a","at":"2026-11-23T08:00","posted":["2026-11-23"]}]})"),
       "ok"},
      {rule("r", R"({"type":"question"})",
            R"(,"examples":{"good":[{"text":"a","answer":"yes"}],"bad":["a",{"text":"a","answer":"no"}]})", "ask"),
       "ok"},
      // What an example leaves open is chosen so that the rule applies.
      {words(
           R"("gratis")",
           R"(,"where":{"networks":["xing"],"kinds":["reply"],"languages":["en"],"from":"2030-01-01"},"examples":{"bad":["gratis"]})"),
       "ok"},
      {words(R"("gratis")",
             R"(,"when":[{"media":"image"}],"examples":{"good":["gratis"],"bad":[{"text":"gratis","images":1}]})"),
       "ok"},
      // Where the packs name no company, examples speak of a sample one.
      {words(R"("{company}","{product}")",
             R"(,"examples":{"bad":["{company}","Musterwerk","{product}"],"good":["Werk"]})"),
       "ok"},
      {words(R"("gratis")", R"(,"examples":{"bad":["🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀"]})"),
       "example-failed /rules/0/examples/bad/0: Rule “r” does not report its bad example "
       "“🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀…”. "
       "Change the rule so that it finds this, or move the example to \"good\". Conditions in \"where\" and \"when\" "
       "must fit too."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rule);
    Client client;
    CHECK(client.load({pack({c.rule})}) == c.problems);
  }
  Client client;
  CHECK(client.load({pack({words(R"("a")", R"(,"examples":{"good":["a"]})")})}, "de") ==
        "example-failed /rules/0/examples/good/0: Die Regel „r“ meldet „a“ in ihrem guten Beispiel „a“. Eine Ausnahme "
        "(\"except\") ergänzen, die Regel "
        "enger fassen oder das Beispiel nach \"bad\" verschieben.");
}

TEST_CASE("What packs say that cannot be", "[engine]") {
  const std::string a = pack({words(R"("x")")}, "", "first");
  struct Case {
    std::vector<std::string> packs;
    const char* problems;
  };
  const Case cases[] = {
      {{pack({words(R"("x")"), words(R"("y")")})},
       "duplicate-id /rules/1/id: The rule id “r” is used already in the pack “test”. Give this rule another id; to "
       "take the place of a rule from an "
       "earlier pack, name that one in \"replaces\"."},
      {{a, pack({words(R"("y")")})},
       "duplicate-id /rules/0/id: The rule id “r” is used already in the pack “first”. Give this rule another id; to "
       "take the place of a rule from an "
       "earlier pack, name that one in \"replaces\"."},
      {{a, pack({words(R"("y")", R"(,"replaces":["r"])")})}, "ok"},
      {{a, pack({words(R"("y")", R"(,"replaces":["r"])", "other")})}, "ok"},
      {{a, pack({words(R"("y")", R"(,"replaces":["rr"])", "other")})},
       "unknown-rule /rules/0/replaces: No pack before this one has a rule “rr”. Check the id, and give the "
       "packs in the order in which "
       "they build on each other."},
      {{pack({words(R"("y")", R"(,"replaces":["r"])", "other")}), a},
       "unknown-rule /rules/0/replaces: No pack before this one has a rule “r”. Check the id, and give the "
       "packs in the order in which "
       "they build on each other."},
      {{pack({words(R"("x")", R"(,"where":{"roles":["expert"]})")})},
       "unknown-role /rules/0/where: No pack describes the role “expert”. Describe the role under \"roles\"."},
      {{pack({words(R"("x")", R"(,"where":{"exceptRoles":["exprt"]})")},
             R"(,"roles":[{"id":"core","name":{"en":"C"}},{"id":"expert","name":{"en":"E"}}])")},
       "unknown-role /rules/0/where: No pack describes the role “exprt”. Describe it under \"roles\", or use one of: "
       "core, expert."},
      {{pack({words(R"("x")", R"(,"where":{"roles":["expert"]})")}),
        pack({}, R"(,"roles":[{"id":"expert","name":{"en":"E"}}])", "roles")},
       "ok"},
      {{pack({words(R"({"text":"a","replace":"b"},{"text":"b","replace":"a"})")})},
       "replacement-cycle /rules/0/check/phrases/0/replace: Following the suggestions never comes to rest: a → b → a → "
       "b. Suggest words that no rule reports."},
      {{pack({words(R"({"text":"a","replace":"aus a mach b"})")})}, "replacement-cycle"},
      {{pack({words(R"({"text":"a","replace":"b"})"), words(R"({"text":"b","replace":"c"})", "", "s")}),
        pack({words(R"({"text":"c","replace":"a"})", "", "t")}, "", "u")},
       "replacement-cycle /rules/0/check/phrases/0/replace: Following the suggestions never comes to rest: a → b → c → "
       "a → b. Suggest words that no rule reports."},
      {{pack({words(R"({"text":"a","replace":"b"},{"text":"b","replace":"c"})")})}, "ok"},
      {{pack({words(R"({"text":"linkedin","replace":"LinkedIn"})")})}, "ok"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.packs);
    Client client;
    const std::string problems = client.load(c.packs);
    if (std::string(c.problems) == "replacement-cycle")
      CHECK(problems.rfind("replacement-cycle /rules/0/check/phrases/0/replace:", 0) == 0);
    else
      CHECK(problems == c.problems);
  }
}

TEST_CASE("Later packs come on top of earlier ones", "[engine]") {
  Client client;
  REQUIRE(
      client.load(
          {pack(
               {words(R"("{company}")", "", "one"), words(R"("gone")", "", "two")},
               R"(,"organisation":{"names":["Alt"],"domains":["alt.example"]},"roles":[{"id":"all","name":{"en":"Everyone"}}])",
               "starter"),
           pack({words(R"("new")", R"(,"replaces":["two"])", "three")},
                R"(,"organisation":{"names":["Neu","Neuwerk"]},"roles":[{"id":"all","name":{"en":"All of us"}}])",
                "company")}) == "ok");
  CHECK(client.check("alt neu Neuwerk gone new") == "one warn 4-7 neu\none warn 8-15 Neuwerk\nthree warn 21-24 new");
  const std::string answer = client.call(
      R"({"op":"loadPacks","packs":[)" +
      pack({words(R"("{company}")", R"(,"examples":{"good":["a","b"]})")},
           R"(,"organisation":{"names":["Alt"],"domains":["alt.example"]})", "starter") +
      "," +
      pack(
          {},
          R"(,"organisation":{"names":["Neu"]},"roles":[{"id":"all","name":{"en":"All"}}],"departments":[{"id":"hr","name":{"de":"Personal"}}])",
          "company") +
      "]}");
  CHECK(value_at(answer, "/company") == "Neu");
  CHECK(value_at(answer, "/domains") == R"(["alt.example"])");
  CHECK(value_at(answer, "/packs/0") == R"({"id":"starter","version":"1","name":"Test","rules":1,"examples":2})");
  CHECK(value_at(answer, "/packs/1/rules") == "0");
  CHECK(value_at(answer, "/timeZone") == "Europe/Berlin");
  CHECK(value_at(answer, "/roles") == R"([{"id":"all","name":"All"}])");
  CHECK(value_at(answer, "/departments/0/name") == "Personal");
}

TEST_CASE("The sample company is there for examples, and gone afterwards", "[engine]") {
  const std::string with_examples =
      words(R"("{company}","{product}")", R"(,"examples":{"bad":["{company} wirbt.","{product} wirbt."]})");
  struct Case {
    const char* organisation;
    const char* findings;
  };
  const Case cases[] = {
      {"", ""},
      {R"(,"organisation":{"names":["Neu"]})", "r warn 24-27 Neu"},
      {R"(,"organisation":{"names":["Neu"],"products":["Ding"]})", "r warn 24-27 Neu\nr warn 28-32 Ding"},
      // What nobody speaks of may be missing or not.
      {R"(,"organisation":{"names":["Neu"],"products":["Ding"],"competitors":["Alt"]})",
       "r warn 24-27 Neu\nr warn 28-32 Ding"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.organisation);
    Client client;
    REQUIRE(client.load({pack({with_examples}, c.organisation)}) == "ok");
    CHECK(client.check("Musterwerk, Mustermodul Neu Ding Alt") == c.findings);
  }
}

TEST_CASE("A pack that cannot be loaded leaves the one before in force", "[engine]") {
  Client client({words(R"("gratis")")});
  const std::vector<std::string> broken[] = {
      {pack({words(R"("neu")")}), pack({words(R"("neu")")})},
      {pack({words(R"("neu")", R"(,"examples":{"bad":["alt"]})")})},
      {R"({"format":1})"},
      {"[]"},
  };
  for (const auto& packs : broken) {
    CHECK(client.load(packs) != "ok");
    CHECK(client.check("gratis neu") == "r warn 0-6 gratis");
  }
  CHECK(client.load({}) == "ok");
  CHECK(client.check("gratis").empty());
}

TEST_CASE("Validating puts nothing in force", "[engine]") {
  Client client({words(R"("alt")")});
  const std::string good =
      R"({"op":"validate","packs":[)" + pack({words(R"("neu")", R"(,"examples":{"bad":["neu"]})")}) + "]}";
  CHECK(value_at(client.call(good), "/rules") == "1");
  CHECK(value_at(client.call(good), "/examples") == "1");
  CHECK(client.check("alt neu") == "r warn 0-3 alt");
}

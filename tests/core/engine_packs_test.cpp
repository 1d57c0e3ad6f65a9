// Packs on top of each other: overrides, legal packs, and whose law applies.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

std::string word(const std::string& id, const std::string& text, const std::string& more = "") {
  return rule(id, R"({"type":"phrases","inflect":true,"phrases":[)" + quoted(text) + "]}", more);
}

// A pack with these overrides.
std::string over(const std::string& overrides, const std::string& more = "") {
  return pack({}, R"(,"overrides":[)" + overrides + "]" + more, "company");
}

std::string change(const std::string& rule, const std::string& what) {
  return R"({"rule":)" + quoted(rule) + "," + what + R"(,"reason":{"en":"Because."}})";
}

}  // namespace

TEST_CASE("A later pack changes a rule's level, place or being without repeating it", "[engine][packs]") {
  struct Case {
    std::string change;
    const char* more;  // of the request
    const char* findings;
  };
  const char* const warn = "r warn 0-6 gratis";
  const char* const hint = "r hint 0-6 gratis";
  const Case cases[] = {
      {R"("level":"hint")", "", hint},
      {R"("level":"hint","where":{"networks":["x"]})", "", warn},
      {R"("level":"hint","where":{"networks":["x"]})", R"(,"network":"x")", hint},
      {R"("off":true)", "", ""},
      {R"("off":true,"where":{"kinds":["reply"]})", "", warn},
      {R"("off":true,"where":{"kinds":["reply"]})", R"(,"kind":"reply")", ""},
      {R"("off":true,"where":{"languages":["en"]})", R"(,"lang":"de")", warn},
      {R"("off":true,"where":{"languages":["en"]})", R"(,"lang":"en")", ""},
      {R"("off":true,"where":{"roles":["core"]})", R"(,"role":"core")", ""},
      {R"("off":true,"where":{"roles":["core"]})", "", warn},
      {R"("level":"hint","where":{"from":"2026-11-16","until":"2026-11-25"})", R"(,"now":"2026-11-25T23:59")", hint},
      {R"("level":"hint","where":{"from":"2026-11-16","until":"2026-11-25"})", R"(,"now":"2026-11-26T00:00")", warn},
      {R"("applyTo":{"networks":["x","xing"]})", "", ""},
      {R"("applyTo":{"networks":["x","xing"]})", R"(,"network":"xing")", warn},
      {R"("applyTo":{"roles":["core"]},"level":"hint")", R"(,"role":"core")", hint},
      {R"("applyTo":{"roles":["core"]},"level":"hint")", "", ""},
      {R"("applyTo":{"exceptRoles":["core"]})", R"(,"role":"core")", ""},
      {R"("applyTo":{"from":"2030-01-01"})", R"(,"now":"2026-11-25T12:00")", ""},
      {R"("applyTo":{"jurisdictions":["us"]})", R"(,"jurisdictions":["de"])", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.change, c.more);
    Client client;
    REQUIRE(client.load({pack({word("r", "gratis")}, R"(,"roles":[{"id":"core","name":{"en":"Core"}}])", "base"),
                         over(change("r", c.change))}) == "ok");
    CHECK(client.check("gratis", c.more) == c.findings);
  }
}

TEST_CASE("Overrides add up, and the last pack has the last word", "[engine][packs]") {
  Client client;
  const std::string base = pack({word("r", "gratis"), word("s", "umsonst")}, "", "base");
  REQUIRE(client.load({base, pack({}, R"(,"overrides":[)" + change("r", R"("level":"block")") + "]", "legal"),
                       over(change("r", R"("level":"hint","where":{"networks":["x"]})"))}) == "ok");
  CHECK(client.check("gratis umsonst") == "r block 0-6 gratis\ns warn 7-14 umsonst");
  CHECK(client.check("gratis umsonst", R"(,"network":"x")") == "r hint 0-6 gratis\ns warn 7-14 umsonst");
  // A rule at level ask can be answered, also where an override made it one.
  REQUIRE(client.load({base, over(change("r", R"("level":"ask")"))}) == "ok");
  CHECK(client.check("gratis") == "r ask 0-6 gratis");
  CHECK(client.check("gratis", R"(,"answers":{"r":"yes"})").empty());
  CHECK(client.check("gratis", R"(,"answers":{"r":"no"})") == "r warn 0-6 gratis");
}

TEST_CASE("A language that an override adds is found with its inflection", "[engine][packs]") {
  Client client;
  const std::string base =
      pack({word("r", "guarantee", R"(,"where":{"languages":["de"]},"examples":{"bad":["Mein guarantee"]})")}, "", "b");
  REQUIRE(client.load({base}) == "ok");
  CHECK(client.check("We are guaranteeing this to you", R"(,"lang":"en")").empty());
  REQUIRE(client.load({base, over(change("r", R"("applyTo":{"languages":["de","en"]})"))}) == "ok");
  CHECK(client.check("We are guaranteeing this to you", R"(,"lang":"en")") == "r warn 7-19 guaranteeing");
}

TEST_CASE("Examples show a rule as it is written, whatever a later pack makes of it", "[engine][packs]") {
  const std::string base = pack(
      {word("r", "gratis", R"(,"where":{"networks":["x"]},"examples":{"good":["alles"],"bad":["gratis"]})")}, "", "b");
  for (const char* what : {R"("off":true,"where":{"networks":["x"]})", R"("off":true)", R"("level":"hint")",
                           R"("applyTo":{"networks":["xing"]})"}) {
    CAPTURE(what);
    Client client;
    CHECK(client.load({base, over(change("r", what))}) == "ok");
  }
}

TEST_CASE("An override that cannot be is named with the nearest spelling", "[engine][packs]") {
  struct Case {
    std::string overrides;
    const char* problems;
  };
  const Case cases[] = {
      {change("promisse", R"("off":true)"),
       "unknown-rule /overrides/0/rule: No pack before this one has a rule “promisse”. Did you mean “promises”?"},
      {change("elsewhere", R"("off":true)"),
       "unknown-rule /overrides/0/rule: No pack before this one has a rule “elsewhere”. Check the id, and give the "
       "packs in the order in which they build on each other."},
      {R"({"rule":"promises","off":true})", "missing-key /overrides/0: “reason” is missing. Add “reason”."},
      {change("promises", R"("off":true,"level":"hint")"),
       "contradiction /overrides/0: This takes either “off”, or “level”, “applyTo” or both of these. Say what changes "
       "about the rule, and leave out the rest."},
      {change("promises", R"("where":{"networks":["x"]})"),
       "contradiction /overrides/0: This takes either “off”, or “level”, “applyTo” or both of these. Say what changes "
       "about the rule, and leave out the rest."},
      {change("promises", R"("level":"hint","where":{"roles":["boss"]})"),
       "unknown-role /overrides/0/where: No pack describes the role “boss”. Describe the role under \"roles\"."},
      {change("promises", R"("applyTo":{"roles":["boss"]})"),
       "unknown-role /overrides/0/applyTo: No pack describes the role “boss”. Describe the role under \"roles\"."},
      {change("promises", R"("levl":"hint")"),
       "unknown-key /overrides/0/levl: There is no key “levl” here. Did you mean “level”?\n"
       "contradiction /overrides/0: This takes either “off”, or “level”, “applyTo” or both of these. Say what changes "
       "about the rule, and leave out the rest."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.overrides);
    Client client;
    CHECK(client.load({pack({word("promises", "garantiert")}, "", "base"), over(c.overrides)}) == c.problems);
  }
  // A rule of the pack itself is changed where it stands.
  Client client;
  CHECK(client
            .load({pack({word("promises", "garantiert")},
                        R"(,"overrides":[)" + change("promises", R"("off":true)") + "]")},
                  "de")
            .rfind("unknown-rule /overrides/0/rule: Kein Pack vor diesem hat eine Regel „promises“.", 0) == 0);
}

TEST_CASE("What an earlier pack replaced may be named again by a later one", "[engine][packs]") {
  const std::string base = pack({word("r", "gratis")}, "", "base");
  const std::string legal = pack({word("law", "gratis", R"(,"replaces":["r"])")}, R"(,"legal":true)", "legal");
  Client client;
  REQUIRE(client.load({base, legal, over(change("r", R"("level":"hint")"))}) == "ok");
  CHECK(client.check("gratis") == "law warn 0-6 gratis");
  REQUIRE(client.load({base, legal, pack({word("own", "gratis", R"(,"replaces":["r","law"])")}, "", "own")}) == "ok");
  CHECK(client.check("gratis") == "own warn 0-6 gratis");
  // A legal pack stands on its own too.
  REQUIRE(client.load({legal}) == "ok");
  CHECK(client.load({pack({word("law", "gratis", R"(,"replaces":["r"])")}, "", "house")}) != "ok");
}

TEST_CASE("Findings of a legal pack say that they are no legal advice", "[engine][packs]") {
  Client client({word("r", "gratis", R"(,"source":"UWG §5","url":"https://law.example")")}, R"(,"legal":true)");
  CHECK(value_at(client.check_answer("gratis"), "/findings/0/note") == "Note, not legal advice.");
  CHECK(value_at(client.check_answer("gratis", R"(,"uiLang":"de")"), "/findings/0/note") ==
        "Hinweis, keine Rechtsberatung.");
  CHECK(value_at(client.check_answer("gratis"), "/findings/0/source") == "UWG §5");
  Client house({word("r", "gratis")});
  CHECK(value_at(house.check_answer("gratis"), "/findings/0/note") == "-");
}

TEST_CASE("Only the law that a post is under applies", "[engine][packs]") {
  const std::string us = word("us", "gratis", R"(,"where":{"jurisdictions":["us"]})");
  const std::string eu = word("eu", "gratis", R"(,"where":{"jurisdictions":["eu"]})");
  const std::string any = word("any", "gratis");
  Client client({us, eu, any});
  const auto rules = [&](const char* more) {
    return each_at(client.check_answer("gratis", more), "/findings", "rule");
  };
  CHECK(rules("") == "us eu any");
  CHECK(rules(R"(,"jurisdictions":["us"])") == "us any");
  CHECK(rules(R"(,"jurisdictions":["de"])") == "eu any");
  CHECK(rules(R"(,"jurisdictions":["at","us"])") == "us eu any");
  CHECK(rules(R"(,"jurisdictions":["uk"])") == "any");
  CHECK(problems_in(client.call(R"({"op":"check","text":"a","jurisdictions":["gb"]})")) ==
        "unknown-value /jurisdictions/0: “gb” is not possible here. Possible: eu, de, at, ch, uk, us.");
  // The company says whose law it is under; the request has the last word.
  REQUIRE(client.load({pack({us, eu, any}, "", "law"),
                       pack({}, R"(,"organisation":{"jurisdictions":["de"]})", "company")}) == "ok");
  CHECK(rules("") == "eu any");
  CHECK(rules(R"(,"jurisdictions":["us"])") == "us any");
  // A pack's jurisdictions are its rules', unless a rule has its own.
  REQUIRE(client.load({pack({eu, any}, R"(,"jurisdictions":["us"])")}) == "ok");
  CHECK(rules(R"(,"jurisdictions":["us"])") == "any");
  CHECK(rules(R"(,"jurisdictions":["de"])") == "eu");
}

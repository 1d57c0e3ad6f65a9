// What the author of a pack is told although it can be loaded.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

const std::string kBoth = R"(,"message":{"de":"{match}","en":"{match}"})";

// A rule with everything that advice asks for, unless `more` says otherwise.
std::string complete(std::string_view id, const std::string& check, const std::string& more, const char* level) {
  std::string out = R"({"id":)" + quoted(id) + R"(,"level":")" + level + R"(","title":{"de":"T","en":"T"},"check":)";
  return out + check + kBoth + more + "}";
}

std::string examples(const std::string& bad) {
  return R"(,"examples":{"good":["ganz anders"],"bad":[)" + bad + "]}";
}

std::string words(std::string_view id, const std::string& phrases, const std::string& bad, const std::string& more = "",
                  const char* level = "warn") {
  return complete(id, R"({"type":"phrases","phrases":[)" + phrases + "]}", examples(bad) + more, level);
}

std::string with_check(std::string_view id, const std::string& check, const std::string& more = "",
                       const char* level = "warn") {
  return complete(id, check, R"(,"examples":{"good":[],"bad":[]})" + more, level);
}

// The advice without what it says about missing examples.
std::string advice(const std::vector<std::string>& packs, std::string_view language = "en",
                   std::string_view today = "") {
  std::string out;
  const std::string all = advice_on(packs, language, today);
  for (size_t begin = 0; begin < all.size();) {
    const size_t end = std::min(all.find('\n', begin), all.size());
    const std::string line = all.substr(begin, end - begin);
    if (line.rfind("warning no-example", 0) != 0) out += (out.empty() ? "" : "\n") + line;
    begin = end + 1;
  }
  return out.empty() ? "ok" : out;
}

}  // namespace

TEST_CASE("A pack in order gets no advice", "[engine][advice]") {
  CHECK(advice_on({pack({words("r", R"("gratis")", R"("gratis")")})}) == "ok");
}

TEST_CASE("Phrases that are never found, or listed twice, are named", "[engine][advice]") {
  struct Case {
    std::string rule;
    const char* advice;
  };
  const Case cases[] = {
      {words("r", R"("gratis",{"text":"umsonst","except":["Umsonst"]})", R"("gratis")"),
       "warning never-found test/rules/0/check/phrases: An exception covers the whole of what is looked for: "
       "“umsonst”. "
       "Name longer phrases as exceptions, or remove the phrase."},
      {complete("r", R"({"type":"phrases","phrases":["gratis","umsonst"],"except":["umsonst"]})",
                examples(R"("gratis")"), "warn"),
       "warning never-found test/rules/0/check/phrases: An exception covers the whole of what is looked for: "
       "“umsonst”. "
       "Name longer phrases as exceptions, or remove the phrase."},
      {words("r", R"({"text":"umsonst","except":["umsonst und draußen"]})", R"("umsonst")"), "ok"},
      {words("r", R"("gratis","a","Gratis")", R"("gratis")"),
       "warning duplicate-phrase test/rules/0/check/phrases: In the list twice: “Gratis”. Remove one of the two "
       "entries."},
      {words("r", R"({"text":"gratis","case":true},{"text":"Gratis","case":true})", R"("gratis")"), "ok"},
      {words("r", R"("gratis")", R"("gratis am Ende")",
             R"(,"when":[{"phrases":[{"text":"am Ende","except":["am Ende"]},"gratis"]}])"),
       "ok"},
      {words("r", R"("gratis")", "",
             R"(,"when":[{"phrases":["gratis"]},{"phrases":[{"text":"am Ende","except":["am Ende"]}]}])"),
       "warning never-holds test/rules/0/when/1: The condition never holds: exceptions cover all of its phrases. Name "
       "longer phrases as exceptions."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rule);
    CHECK(advice({pack({c.rule})}) == c.advice);
  }
  CHECK(advice({pack({words("r", R"("a","b","c","d","e","f","a","b","c","d","e","f")", R"("a")")})}, "de") ==
        "warning duplicate-phrase test/rules/0/check/phrases: Zweimal in der Liste: „a“, „b“, „c“, „d“, „e“ und "
        "weitere: 1. Einen der beiden Einträge entfernen.");
}

TEST_CASE("What another rule reports anyway is named", "[engine][advice]") {
  const std::string narrow = R"("gratis Strom","umsonst")";
  const auto ask = [&](const std::string& wide, const std::string& more = "") {
    return advice({pack({words("wide", wide, R"("gratis Strom")", more)}, "", "base"),
                   pack({words("narrow", narrow, R"("umsonst")", R"(,"where":{"networks":["x"]})")}, "", "own")});
  };
  const char* const one =
      "warning shadowed-phrase own/rules/0/check/phrases: The rule “wide” reports this as well: “gratis Strom”. Remove "
      "the phrases from one of the two rules.";
  CHECK(ask(R"("gratis Strom")") == one);
  CHECK(ask(R"("gratis Strom","umsonst")") ==
        "warning shadowed-rule own/rules/0: All that the rule finds is reported by “wide” as well: “gratis Strom”, "
        "“umsonst”. Remove one of the two rules, or take the place of the other with \"replaces\".");
  CHECK(ask(R"("gratis")") == "ok");  // a part of the words only
  CHECK(ask(R"("gratis Strom")", R"(,"where":{"networks":["x","xing"]})") == one);
  CHECK(ask(R"("gratis Strom")", R"(,"where":{"networks":["xing"]})") == "ok");
  CHECK(ask(R"("gratis Strom")", R"(,"where":{"kinds":["reply"]})") == "ok");
  CHECK(ask(R"("gratis Strom")", R"(,"where":{"until":"2030-01-01"})") == "ok");
  CHECK(ask(R"("gratis Strom")", R"(,"when":[{"phrases":["Strom"]}])") == "ok");
  CHECK(ask(R"({"text":"gratis Strom","except":["gratis Strom am"]})") == one);
  // Less serious than what it would cover.
  CHECK(advice({pack({words("wide", R"("gratis")", R"("gratis")", "", "hint"),
                      words("narrow", R"("gratis")", R"("gratis")", "", "block")})})
            .find("shadowed") != std::string::npos);  // the hint is too much
  CHECK(advice({pack({words("wide", R"("gratis")", R"("gratis")", "", "hint")}),
                pack({words("narrow", R"("gratis")", R"("gratis")", R"(,"where":{"networks":["x"]})", "block")}, "",
                     "own")}) == "ok");
  // Of two that say the same, one is named.
  CHECK(
      advice({pack({words("a", R"("gratis")", R"("gratis")"), words("b", R"("gratis")", R"("gratis")")})}) ==
      "warning shadowed-rule test/rules/1: All that the rule finds is reported by “a” as well: “gratis”. Remove one of "
      "the two rules, or take the place of the other with \"replaces\".");
}

TEST_CASE("A bad example that another rule reports for the same words shows that one", "[engine][advice]") {
  const auto ask = [](const std::string& bad) {
    return advice({pack({words("wide", R"("ganz gratis")", R"("ganz gratis")")}, "", "base"),
                   pack({words("narrow", R"("gratis","umsonst")", bad)}, "", "own")});
  };
  CHECK(ask(R"("Das ist ganz gratis")") ==
        "warning shows-another-rule own/rules/0/examples/bad/0: The same words are reported by “wide” as well: the "
        "example does not show this rule. Take an example with a phrase that only this rule finds.");
  CHECK(ask(R"("Das ist gratis")") == "ok");
  CHECK(ask(R"("Das ist ganz gratis, also umsonst")") == "ok");
}

TEST_CASE("Suggestions that another rule reports are named", "[engine][advice]") {
  const std::string reporter = words("no", R"("kostenlos")", R"("kostenlos")");
  CHECK(advice({pack({words("r", R"("frei",{"text":"gratis","replace":["günstig","ganz kostenlos"]})", R"("gratis")"),
                      reporter})}) ==
        "warning reported-replacement test/rules/0/check/phrases/1/replace: The suggested “ganz kostenlos” is reported "
        "by the rule “no”. Suggest words that no rule reports, or add an exception there.");
  CHECK(advice(
            {pack({with_check(
                       "r",
                       R"({"type":"required","oneOf":["Anzeige"],"insert":{"text":{"de":"Kostenlos:"},"at":"start"}})"),
                   reporter})})
            .rfind("warning reported-replacement test/rules/0/check/insert/text/de:", 0) == 0);
  // A brand in its own spelling is found and let pass.
  CHECK(advice({pack({complete("r", R"({"type":"phrases","phrases":[{"text":"linkedin","replace":"LinkedIn"}]})",
                               examples(R"("linkedin")"), "warn")})}) == "ok");
}

TEST_CASE("Rules that ask for opposite things are named", "[engine][advice]") {
  const std::string required = with_check("must", R"({"type":"required","oneOf":["Werbung","Anzeige"]})");
  const auto ask = [&](const std::string& phrases, const std::string& more = "", const char* level = "warn") {
    return advice(
        {pack({required}, "", "law"), pack({words("no", phrases, R"("Werbung")", more, level)}, "", "company")});
  };
  const std::string hopeless =
      "error opposite-rules law/rules/0/check/oneOf: The rule requires this, and “no” reports it: “Werbung”, "
      "“Anzeige”. Change one of the two rules, or limit one to other cases with \"where\".";
  CHECK(ask(R"("Werbung","Anzeige")") == hopeless);
  CHECK(ask(R"("Werbung")") ==
        "warning opposite-rules law/rules/0/check/oneOf: The rule requires this, and “no” reports it: “Werbung”. "
        "Something is still allowed; better let both rules name the same.");
  CHECK(ask(R"("Werbung","Anzeige")", "", "hint").rfind("warning opposite-rules", 0) == 0);
  CHECK(ask(R"("Werbung","Anzeige")", R"(,"where":{"networks":["x"]})").rfind("warning opposite-rules", 0) == 0);
  CHECK(ask(R"("Werbung",{"text":"Anzeige","except":["Anzeige"]})").find("error") == std::string::npos);
  CHECK(advice({pack({required, words("no", R"("Werbung","Anzeige")", R"("Werbung")")})}, "de") ==
        "error opposite-rules test/rules/0/check/oneOf: Das verlangt die Regel, und „no“ meldet es: „Werbung“, "
        "„Anzeige“. Eine der beiden Regeln ändern, oder eine mit \"where\" auf andere Fälle begrenzen.");

  const std::string few = with_check("few", R"({"type":"count","of":"hashtags","max":2})");
  CHECK(advice({pack({few, with_check("many", R"({"type":"count","of":"hashtags","min":3})")})}) ==
        "error opposite-rules test/rules/1/check/min: The rule asks for at least 3, “few” allows 2 at most. Change one "
        "of the two rules, or limit one to other cases with \"where\".");
  CHECK(advice({pack({few, with_check("many", R"({"type":"count","of":"hashtags","min":2})")})}) == "ok");
  CHECK(advice({pack({few, with_check("many", R"({"type":"count","of":"emoji","min":3})")})}) == "ok");
  CHECK(advice({pack({few, with_check("many", R"({"type":"count","of":"hashtags","min":3})",
                                      R"(,"when":[{"media":"image"}])")})})
            .rfind("warning opposite-rules", 0) == 0);

  const std::string only = with_check("only", R"({"type":"links","allow":["a.example","go.b.example"]})");
  CHECK(advice({pack({only, with_check("never", R"({"type":"links","forbid":["b.example"]})")})})
            .rfind("warning opposite-rules test/rules/0/check/allow: The rule allows this, and “never” forbids it: "
                   "“go.b.example”.",
                   0) == 0);
  CHECK(advice({pack({only, with_check("never", R"({"type":"links","forbid":["b.example","a.example"]})")})})
            .rfind("error opposite-rules", 0) == 0);
  CHECK(advice({pack({only, with_check("never", R"({"type":"links","forbid":["c.example"]})")})}) == "ok");
}

TEST_CASE("What is over or never applies is named", "[engine][advice]") {
  const std::string over = words("r", R"("gratis")", R"("gratis")", R"(,"where":{"until":"2026-06-30"})");
  CHECK(advice({pack({over})}) == "ok");
  CHECK(advice({pack({over})}, "en", "2026-06-30") == "ok");
  CHECK(advice({pack({over})}, "en", "2026-07-01") ==
        "warning over test/rules/0/where/until: The last day has passed: this is no longer in force. Remove it, or "
        "write a later “until”.");
  const std::string plain = words("r", R"("gratis")", R"("gratis")");
  CHECK(advice({pack({plain}, R"(,"valid":{"until":"2025-12-31"})")}, "de", "2026-01-01") ==
        "warning over test/valid/until: Das letzte Datum liegt in der Vergangenheit: Das gilt nicht mehr. Entfernen "
        "oder ein späteres „until“ eintragen.");
  CHECK(advice({pack({over}, R"(,"valid":{"from":"2026-07-01"})")})
            .rfind("warning never-applies test/rules/0/where: The rule is in force only on days on which the pack is "
                   "not.",
                   0) == 0);
  CHECK(advice({pack({plain, words("s", R"("umsonst")", R"("umsonst")")}, R"(,"jurisdictions":["us"])", "law"),
                pack({}, R"(,"organisation":{"jurisdictions":["de"]})", "company")}) ==
        "warning never-applies law/jurisdictions: Never applied: 2 rule(s) about the law of us; the organisation names "
        "de. Add to the organisation's “jurisdictions”, or leave the pack out.");
  CHECK(advice({pack({plain}, R"(,"jurisdictions":["eu"])", "law"),
                pack({}, R"(,"organisation":{"jurisdictions":["de"]})", "company")}) == "ok");
}

TEST_CASE("Texts in one language and rules without examples are named", "[engine][advice]") {
  CHECK(
      advice_on({pack({rule("r", R"({"type":"lookalikes"})")})}) ==
      "warning missing-translation test/rules/0: Missing in German: title, message. Write both languages: authors "
      "read their own.\n"
      "warning no-example test/rules/0/examples: The rule has no examples. Show under “bad” what the rule reports, and "
      "under “good” what looks like it and is fine.");
  CHECK(
      advice_on({pack({complete("r", R"({"type":"lookalikes"})",
                                R"(,"reason":{"de":"Darum."},"examples":{"good":["a"]})", "warn")})},
                "de") ==
      "warning missing-translation test/rules/0: Auf Englisch fehlt: reason. Beide Sprachen eintragen: Autorinnen und "
      "Autoren lesen die ihre.\n"
      "warning no-example test/rules/0/examples: Die Regel hat keine Beispiele unter „bad“. Unter „bad“ zeigen, was "
      "die "
      "Regel meldet, und unter „good“, was ihr ähnlich und in Ordnung ist.");
  CHECK(advice_on({pack({words("r", R"("gratis","umsonst","frei")", R"("Das ist umsonst")")})}, "en", "", true) ==
        "warning unshown-phrase test/rules/0/examples/bad: No bad example uses: “gratis”, “frei”. Add examples with "
        "them.");
  // A target is shown with the tone and reports nothing.
  CHECK(advice_on({pack({}, R"(,"tone":[{"id":"t","dimension":"hype","target":{"max":40}}])")}) == "ok");
}

TEST_CASE("Weaker law and changes without effect are told", "[engine][advice]") {
  const std::string law =
      pack({words("law", R"("gratis")", R"("gratis")", R"(,"source":"UWG §5")", "block")}, R"(,"legal":true)", "legal");
  const auto company = [](const std::string& what) {
    return pack({}, R"(,"overrides":[{"rule":"law",)" + what + R"(,"reason":{"de":"D","en":"E"}}])", "company");
  };
  const char* const weaker =
      "warning weaker-law company/overrides/0: This weakens “law”, a rule about the law (UWG §5). Agree it with those "
      "who answer for legal matters. It is allowed.";
  CHECK(advice({law, company(R"("level":"hint")")}) == weaker);
  CHECK(advice({law, company(R"("off":true)")}) == weaker);
  CHECK(advice({law, company(R"("off":true,"where":{"networks":["x"]})")}) == weaker);
  CHECK(advice({law, company(R"("applyTo":{"networks":["x"]})")}) == weaker);
  CHECK(advice({law, company(R"("level":"block")")}) ==
        "warning no-effect company/overrides/0: The rule “law” has this level already. Remove or correct the entry.");
  CHECK(advice({law, pack({words("own", R"("umsonst")", R"("umsonst")", R"(,"replaces":["law"])")}, "", "company")},
               "de") ==
        "warning weaker-law company/rules/0/replaces: Das schwächt „law“, eine Regel zum Recht (UWG §5). Mit denen "
        "absprechen, die für Recht zuständig sind. Erlaubt ist es.");
  CHECK(advice({law, pack({words("own", R"("umsonst")", R"("umsonst")", R"(,"replaces":["law"])", "block")}, "",
                          "company")}) == "ok");
  CHECK(
      advice({pack({words("law", R"("gratis")", R"("gratis")", R"(,"where":{"networks":["xing"]})")}, "", "house"),
              company(R"("level":"hint","where":{"networks":["x"]})")}) ==
      "warning no-effect company/overrides/0: The rule “law” does not apply in the cases that “where” names. Remove or "
      "correct the entry.");
  const std::string house = pack({words("law", R"("gratis")", R"("gratis")", "", "block")}, "", "house");
  CHECK(advice({house, company(R"("level":"hint")")}) == "ok");
  CHECK(advice({house, pack({words("own", R"("umsonst")", R"("umsonst")", R"(,"replaces":["law"])")}, "", "mid"),
                company(R"("level":"hint")")}) ==
        "warning no-effect company/overrides/0: The rule “law” is replaced by “own” already. Remove or correct the "
        "entry.");
}

TEST_CASE("A key that an object has twice is named", "[engine][advice]") {
  Client client;
  const std::string twice = R"({"format":1,"id":"p","version":"1","name":{"en":"N","en":"M"},"rules":[{"id":"a",)"
                            R"("level":"hint","title":{"en":"T"},"message":{"en":"M"},"level":"warn",)"
                            R"("check":{"type":"lookalikes"}}]})";
  const char* const named =
      "duplicate-key /name/en: “en” is here twice. Remove one of the two.\n"
      "duplicate-key /rules/0/level: “level” is here twice. Remove one of the two.";
  CHECK(client.load({pack({}, "", "first"), twice}) == named);
  CHECK(problems_in(client.call(R"({"op":"validate","packs":[)" + twice + "]}")) == named);
  CHECK(value_at(client.call(R"({"op":"validate","packs":[)" + twice + "]}"), "/problems/0/document") == "p");
  CHECK(client.load({twice}, "de")
            .rfind("duplicate-key /name/en: „en“ steht hier zweimal. Einen der beiden Einträge entfernen.", 0) == 0);
  // The same key in different objects, and texts that look like keys, are fine.
  CHECK(client.load({pack({words("r", R"("a\": 1, \"a\": 2","b")", R"("b")")})}) == "ok");
}

TEST_CASE("Windows that leave nothing, quiet periods that overlap", "[engine][advice]") {
  const auto hours = [](const char* id, const char* kind, const char* days, const char* from, const char* to,
                        const std::string& more = "") {
    return with_check(id,
                      std::string(R"({"type":"calendar",")") + kind + R"(":[{"days":[)" + days + R"(],"from":")" +
                          from + R"(","to":")" + to + R"("}]})",
                      more);
  };
  const std::string monday = hours("monday", "windows", R"("mon")", "08:00", "18:00");
  CHECK(advice({pack({monday, hours("evening", "windows", R"("mon")", "17:59", "22:00")})}) == "ok");
  CHECK(advice({pack({monday, hours("tuesday", "windows", R"("tue")", "08:00", "18:00")})}) ==
        "error no-time-left test/rules/1/check: Together these rules leave no good minute in any week on LinkedIn: "
        "“monday”, "
        "“tuesday”. Change windows and quiet hours so that they share some time, or narrow a rule with “where”.");
  CHECK(advice({pack({monday, hours("closed", "quietHours", R"("mon")", "07:00", "19:00")})}, "de") ==
        "error no-time-left test/rules/1/check: Zusammen lassen diese Regeln auf LinkedIn in keiner Woche eine gute "
        "Minute: "
        "„monday“, „closed“. Zeitfenster und Ruhestunden so ändern, dass sie sich überschneiden, oder eine Regel mit "
        "„where“ "
        "enger fassen.");
  CHECK(advice(
            {pack({monday, hours("tuesday", "windows", R"("tue")", "08:00", "18:00", R"(,"where":{"kinds":["reply"]})"),
                   hours("for-x", "windows", R"("wed")", "08:00", "18:00", R"(,"where":{"from":"2026-01-01"})")})})
            .find("error no-time-left") == 0);
  CHECK(advice({pack({hours("a", "windows", R"("mon")", "08:00", "18:00", R"(,"where":{"networks":["x"]})"),
                      hours("b", "windows", R"("tue")", "08:00", "18:00", R"(,"where":{"networks":["xing"]})")})}) ==
        "ok");
  const std::string quiet =
      R"({"type":"calendar","quiet":[{"from":"2026-11-01","until":"2026-11-10","name":{"de":"Wahl","en":"Election"}},)"
      R"({"from":"2026-11-11","until":"2026-11-20","name":{"de":"Zahlen","en":"Results"}},)"
      R"({"from":"2026-11-20T23:59","until":"2026-11-30","name":{"de":"Messe","en":"Fair"}}]})";
  CHECK(advice({pack({with_check("r", quiet)})}) ==
        "warning overlap test/rules/0/check/quiet/2: The quiet period “Fair” overlaps with “Results”; only the first "
        "is named. "
        "Check the days, or join the two into one period.");
  CHECK(advice({pack({with_check("r", quiet)})}, "de") ==
        "warning overlap test/rules/0/check/quiet/2: Die Ruhezeit „Messe“ überschneidet sich mit „Zahlen“; genannt "
        "wird nur die "
        "erste. Die Tage prüfen, oder beide zu einer Ruhezeit verbinden.");
  CHECK(advice({pack({}, R"(,"pauseSharing":{"reason":{"de":"Brand.","en":"Fire."}})")}) == "ok");
}

// What packs say about time, from the pack to the answer.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft;
using namespace botschaft::test;

namespace {

constexpr const char* kZone =
    R"(,"zone":[{"at":1761440400,"offsetMinutes":60},{"at":1774746000,"offsetMinutes":120},{"at":1792890000,"offsetMinutes":60}])";

std::string timed(const std::string& id, const std::string& check, const std::string& more = "") {
  return rule(id, check, R"(,"message":{"en":"{count}/{max} {period}"})" + more, "hint");
}

std::string at(const std::string& now, const std::string& more = "") {
  return R"(,"now":")" + now + '"' + kZone + more;
}

constexpr const char* kHolidays =
    R"({"format":1,"from":"2026-01-01","until":"2027-12-31","regions":[{"id":"DE-BY","name":{"de":"Bayern","en":"Bavaria"}},{"id":"CH-ZH","name":{"de":"Zürich","en":"Zürich"}}],"holidays":[{"name":{"de":"Allerheiligen","en":"All Saints"},"regions":[0],"days":["2026-11-01"]},{"name":{"de":"Bundesfeier","en":"National Day"},"regions":[1],"days":["2026-08-01"]}]})";

std::string load_holidays(Client& client) {
  return problems_in(client.call(std::string(R"({"op":"loadHolidays","holidays":)") + kHolidays + "}"));
}

}  // namespace

TEST_CASE("How often: by network, person, topic, item and link", "[timing]") {
  Client client({timed("network", R"({"type":"frequency","perDay":1})"),
                 timed("person", R"({"type":"frequency","of":"person","perMonth":2})",
                       R"(,"where":{"networks":["x","linkedin"]})"),
                 timed("topic", R"({"type":"frequency","of":"topic","perWeek":1})"),
                 timed("item", R"({"type":"frequency","of":"item","minGapDays":30})"),
                 timed("link", R"({"type":"frequency","of":"link","minGapDays":14})")});
  struct Case {
    const char* history;
    const char* more;
    const char* text;
    const char* findings;
  };
  const Case cases[] = {
      {R"([{"network":"linkedin","at":"2026-11-25T08:00"}])", "", "a", "network hint - 2/1 "},
      {R"([{"network":"x","at":"2026-11-25T08:00"}])", "", "a", ""},
      {R"([{"network":"linkedin","kind":"comment","at":"2026-11-25T08:00"}])", "", "a", ""},
      {R"([{"network":"x","at":"2026-11-01T00:00"},{"network":"linkedin","at":"2026-11-02T08:00"}])", "", "a",
       "person hint - 3/2 "},
      {R"([{"network":"x","at":"2026-10-31T23:59"},{"network":"linkedin","at":"2026-11-02T08:00"}])", "", "a", ""},
      {R"([{"network":"xing","at":"2026-11-01T08:00"},{"network":"xing","at":"2026-11-02T08:00"}])", "", "a", ""},
      {R"([{"network":"x","at":"2026-11-23T08:00","topics":["jobs","tech"]}])", R"(,"topics":["tech"])", "a",
       "topic hint - 2/1 "},
      {R"([{"network":"x","at":"2026-11-22T23:00","topics":["tech"]}])", R"(,"topics":["tech"])", "a", ""},
      {R"([{"network":"x","at":"2026-11-23T08:00","topics":["jobs"]}])", R"(,"topics":["tech"])", "a", ""},
      {R"([{"network":"x","at":"2026-11-15T12:00","item":"one"}])", R"(,"item":"one")", "a", "item hint - 10/30 "},
      {R"([{"network":"x","at":"2026-11-15T12:00","item":"one"}])", R"(,"item":"two")", "a", ""},
      {R"([{"network":"x","at":"2026-11-15T12:00","item":"one"}])", "", "a", ""},
      {R"([{"network":"x","at":"2026-11-20T12:00","links":["https://www.A.example/b/?utm_source=x"]}])", "",
       "siehe https://a.example/b", "link hint - 5/14 "},
      {R"([{"network":"x","at":"2026-11-20T12:00","links":["https://a.example/b?id=1"]}])", "",
       "siehe https://a.example/b?id=2", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.history, c.more);
    CHECK(findings_in(client.check_answer(
              c.text, at("2026-11-25T12:00", std::string(R"(,"history":)") + c.history + c.more))) == c.findings);
  }
}

TEST_CASE("The library says what an item is about, and when it may be shared", "[timing]") {
  Client client({timed("topic", R"({"type":"frequency","of":"topic","topics":["tech"],"perWeek":1})"),
                 timed("link", R"({"type":"frequency","of":"link","minGapDays":7})"),
                 timed("content", R"({"type":"calendar","content":true})")});
  REQUIRE(
      client.load_library(
          R"({"format":1,"id":"l","name":{"en":"L"},"campaigns":[{"id":"fair","name":{"en":"Fair"},"from":"2026-12-01","until":"2026-12-03"}],"items":[
    {"id":"one","title":{"en":"One"},"url":"https://a.example/one","topics":["tech"],"embargo":"2026-11-26T08:00","captions":[{"lang":"en","text":"One"}]},
    {"id":"two","title":{"en":"Two"},"url":"https://a.example/two","topics":["tech"],"expires":"2026-11-24","captions":[{"lang":"en","text":"Two"}]},
    {"id":"three","title":{"en":"Three"},"url":"https://a.example/three","campaign":"fair","captions":[{"lang":"en","text":"Three"}]}]})") ==
      "ok");
  const auto findings = [&](const char* now, const std::string& more) {
    return findings_in(client.check_answer("a", at(now, more)));
  };
  CHECK(findings("2026-11-26T07:59", R"(,"item":"one")") == "content hint - 0/0 Embargo");
  CHECK(findings("2026-11-26T08:00", R"(,"item":"one")").empty());
  CHECK(findings("2026-11-24T23:59", R"(,"item":"two")").empty());
  CHECK(findings("2026-11-25T00:00", R"(,"item":"two")") == "content hint - 0/0 Expired");
  CHECK(findings("2026-11-30T23:59", R"(,"item":"three")") == "content hint - 0/0 Before the campaign Fair");
  CHECK(findings("2026-12-03T23:59", R"(,"item":"three")").empty());
  CHECK(findings("2026-12-04T00:00", R"(,"item":"three")") == "content hint - 0/0 After the campaign Fair");
  CHECK(findings("2026-11-27T08:00",
                 R"(,"item":"one","history":[{"network":"x","at":"2026-11-26T09:00","item":"two"}])") ==
        "topic hint - 2/1 ");
  CHECK(findings("2026-11-27T08:00",
                 R"(,"item":"one","history":[{"network":"x","at":"2026-11-20T09:00","links":["a.example/one"]}])") ==
        "link hint - 6/7 ");
  const std::string plan =
      client.call(R"({"op":"plan","now":"2026-11-25T12:00Z","item":"three","count":1)" + std::string(kZone) + "}");
  CHECK(value_at(plan, "/slots/0/at") == "2026-12-01T13:00");  // good all day: at the time of day of the question
  CHECK(each_at(plan, "/slots/0/because", "reason") == "after");
  CHECK(value_at(plan, "/slots/0/because/0/name") == "Before the campaign Fair");
}

TEST_CASE("An item is recognised in a draft by its link or its caption", "[timing]") {
  Client client({timed("topic", R"({"type":"frequency","of":"topic","topics":["tech"],"perWeek":1})"),
                 timed("item", R"({"type":"frequency","of":"item","minGapDays":30})"),
                 timed("link", R"({"type":"frequency","of":"link","minGapDays":7})"),
                 timed("content", R"({"type":"calendar","content":true})")});
  REQUIRE(client.load_library(
              R"({"format":1,"id":"l","name":{"en":"L"},"items":[
    {"id":"night","title":{"en":"Night"},"url":"https://a.example/night?id=7","topics":["tech"],"embargo":"2026-11-26T08:00","captions":[{"lang":"en","text":"The night shift at our plant keeps the turbines of the whole valley running."}]},
    {"id":"old","title":{"en":"Old"},"url":"https://a.example/jobs","expires":"2026-11-20","captions":[{"lang":"en","text":"Apply until Friday and start with us in the new year."}]},
    {"id":"jobs","title":{"en":"Jobs"},"url":"https://a.example/jobs/","captions":[{"lang":"en","text":"Twelve of us tell what made them stay for more than twenty years."}]}]})") ==
          "ok");
  struct Case {
    const char* text;
    const char* item;
    const char* findings;
  };
  const Case cases[] = {
      {"Read https://www.a.example/night?utm_source=linkedin&id=7&utm_campaign=n#top today", "night",
       "content hint - 0/0 Embargo"},
      {"Read http://A.example/night?id=7.", "night", "content hint - 0/0 Embargo"},
      {"Read https://a.example/night?id=8", "-", ""},
      {"The night shift at our plant keeps turbines of the whole valley running!", "night",
       "content hint - 0/0 Embargo"},
      {"The night was long.", "-", ""},
      // Of items that share a page, the one that may be shared now, unless the words are the other's.
      {"See https://a.example/jobs", "jobs", ""},
      {"Apply until Friday and start with us in the new year. https://a.example/jobs", "old",
       "content hint - 0/0 Expired"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::string answer = client.check_answer(c.text, at("2026-11-25T12:00"));
    CHECK(value_at(answer, "/items/0") == c.item);
    CHECK(findings_in(answer) == c.findings);
  }
  // Earlier posts are recognised by their links: topic, item and link count.
  const std::string posted =
      R"(,"history":[{"network":"x","at":"2026-11-26T09:00","links":["https://a.example/night?id=7&utm_source=x"]}])";
  CHECK(findings_in(client.check_answer("The night shift at our plant keeps turbines of the whole valley running!",
                                        at("2026-11-27T08:00", posted))) ==
        "topic hint - 2/1 \nitem hint - 0/30 \nlink hint - 0/7 ");
  CHECK(findings_in(client.check_answer("Something else.", at("2026-11-27T08:00", posted))).empty());
  const std::string plan =
      client.call(R"({"op":"plan","text":"https://a.example/night?id=7","now":"2026-11-25T12:00Z","count":1)" +
                  std::string(kZone) + "}");
  CHECK(value_at(plan, "/slots/0/at") == "2026-11-26T08:00");
}

TEST_CASE("A draft is about the topics that its words tell", "[timing]") {
  Client client;
  REQUIRE(client.load({pack({timed("topic", R"({"type":"frequency","of":"topic","topics":["hiring"],"perWeek":1})")},
                            R"(,"topics":[{"id":"hiring","name":{"en":"Hiring"},"phrases":["apprenticeship"]}])")}) ==
          "ok");
  const std::string posted = R"(,"history":[{"network":"x","at":"2026-11-24T09:00","topics":["hiring"]}])";
  const auto findings = [&](const char* text) {
    return findings_in(client.check_answer(text, at("2026-11-25T08:00", posted)));
  };
  CHECK(findings("An apprenticeship with us.") == "topic hint - 2/1 ");
  CHECK(findings("A day with us.").empty());
  CHECK(each_at(client.check_answer("A day with us.", R"(,"topics":["hiring"])"), "/topics", "id") == "hiring");
}

TEST_CASE("A topic's examples are tests", "[engine]") {
  Client client;
  const auto load = [&](const char* examples, const char* language = "en") {
    return client.load(
        {pack({}, std::string(R"(,"topics":[{"id":"hiring","name":{"en":"Hiring"},"phrases":)") +
                      R"([{"text":"apprenticeship","except":["no apprenticeship"]}],"examples":)" + examples + "}]")},
        language);
  };
  CHECK(load(R"({"about":["An apprenticeship."],"notAbout":["There is no apprenticeship.","A walk."]})") == "ok");
  CHECK(load(R"({"about":["A walk."]})") ==
        "example-failed /topics/0/examples/about/0: The topic “hiring” is not found in its example “A walk.”. Change "
        "phrases or exceptions (\"except\"), or move the example to the other list.");
  CHECK(load(R"({"notAbout":["An apprenticeship."]})", "de") ==
        "example-failed /topics/0/examples/notAbout/0: Das Thema „hiring“ wird in seinem Beispiel „An apprenticeship.“ "
        "gefunden. Ausdrücke oder Ausnahmen (\"except\") ändern, oder das Beispiel in die andere Liste verschieben.");
}

TEST_CASE("Whose hours: the pack's or the person's", "[timing]") {
  const std::string window = R"("windows":[{"days":["mon","tue","wed","thu","fri"],"from":"09:00","to":"17:00"}])";
  Client client(
      {timed("pack", R"({"type":"calendar",)" + window + "}", R"(,"where":{"networks":["x"]})"),
       timed("person", R"({"type":"calendar","zone":"person",)" + window + "}", R"(,"where":{"networks":["xing"]})"),
       timed("day", R"({"type":"frequency","perDay":1,"zone":"person"})", R"(,"where":{"networks":["xing"]})")});
  // New York: 15:00 there is 21:00 in Berlin, but 20:00 in the week between the two changes of the clock.
  const std::string there =
      R"(,"personZone":[{"at":1772953200,"offsetMinutes":-240},{"at":1793512800,"offsetMinutes":-300}])";
  const auto timing = [&](const char* network, const char* now, const std::string& more) {
    return value_at(client.check_answer("a", at(now, more + R"(,"network":")" + network + '"')), "/timing/next");
  };
  CHECK(timing("x", "2026-11-24T20:30", there) == "2026-11-25T09:00");
  CHECK(timing("xing", "2026-11-24T20:30", there) == "2026-11-24T20:30");
  CHECK(timing("xing", "2026-11-24T23:00", there) == "2026-11-25T15:00");
  CHECK(timing("xing", "2026-10-27T22:00", there) == "2026-10-28T14:00");  // Europe has winter time, New York not yet
  CHECK(timing("xing", "2026-11-24T20:30", "") == "2026-11-25T09:00");     // not known: the pack's
  // 01:00 in Berlin is still the day before in New York.
  CHECK(findings_in(client.check_answer(
                        "a", at("2026-11-25T16:00",
                                there + R"(,"network":"xing","history":[{"network":"xing","at":"2026-11-25T01:00"}])")))
            .empty());
}

TEST_CASE("Rest: from the last work of one day to the first post of the next", "[timing]") {
  Client client({timed("rest", R"({"type":"rest","hours":11})")});
  const auto findings = [&](const char* now, const char* worked) {
    return findings_in(client.check_answer("a", at(now, std::string(R"(,"worked":[)") + worked + "]")));
  };
  CHECK(findings("2026-11-25T08:00", R"("2026-11-24T22:00")") == "rest hint - 10/11 ");
  CHECK(findings("2026-11-25T09:00", R"("2026-11-24T22:00")").empty());
  CHECK(findings("2026-11-24T22:30", R"("2026-11-24T22:00")").empty());  // the same evening
  CHECK(findings("2026-11-25T01:00", R"("2026-11-24T22:00")").empty());  // which lasts until four
  CHECK(findings("2026-11-25T08:00", R"("2026-11-25T00:30")") == "rest hint - 7/11 ");
  CHECK(findings("2026-11-25T12:00", R"("2026-11-25T08:00")").empty());
  // Posts are work too, and an hour of the night of the change counts as what it is.
  CHECK(findings_in(
            client.check_answer("a", at("2026-10-25T08:30", R"(,"history":[{"network":"x","at":"2026-10-24T22:30"}])")))
            .empty());
  CHECK(findings_in(client.check_answer(
            "a", at("2026-10-25T08:29", R"(,"history":[{"network":"x","at":"2026-10-24T22:30"}])"))) ==
        "rest hint - 10/11 ");
}

TEST_CASE("The stop of all sharing has a reason and an end", "[timing]") {
  Client client;
  const std::string reason = R"("reason":{"de":"Unfall in Werk 2.","en":"Accident in plant 2."})";
  REQUIRE(client.load({pack(
              {}, R"(,"pauseSharing":{)" + reason + R"(,"from":"2026-11-25T10:00","until":"2026-11-26"})")}) == "ok");
  CHECK(findings_in(client.check_answer("a", at("2026-11-25T09:59"))).empty());
  CHECK(
      findings_in(client.check_answer("a", at("2026-11-25T10:00"))) ==
      "pause-sharing-test block - Nothing is shared for now: Accident in plant 2. Next good time: Fri 27 Nov, 00:00.");
  CHECK(value_at(client.check_answer("a", at("2026-11-26T23:59", R"(,"uiLang":"de","kind":"comment")")),
                 "/timing/because/0") == "Teilen ist angehalten (Unfall in Werk 2.)");
  REQUIRE(client.load({pack({}, R"(,"pauseSharing":{)" + reason + R"(,"level":"warn","where":{"kinds":["post"]}})")}) ==
          "ok");
  CHECK(findings_in(client.check_answer("a", at("2030-11-25T09:59"))) ==
        "pause-sharing-test warn - Nothing is shared for now: Accident in plant 2. Next good time: not within the next "
        "two months.");
  CHECK(findings_in(client.check_answer("a", at("2026-11-25T09:59", R"(,"kind":"reply")"))).empty());
  CHECK(each_at(client.call(R"({"op":"plan","now":"2026-11-25T09:59Z"})"), "/slots", "").empty());
}

TEST_CASE("Public holidays by the name of the region", "[timing]") {
  Client client;
  const std::string holidays = timed("holidays", R"({"type":"calendar","holidays":true})");
  REQUIRE(load_holidays(client) == "ok");
  const auto on = [&](const char* region, const char* now) {
    REQUIRE(client.load({pack({holidays}, std::string(R"(,"holidayRegions":[")") + region + "\"]")}) == "ok");
    return findings_in(client.check_answer("a", at(now)));
  };
  for (const char* name : {"DE-BY", "de-by", "Bayern", "Bavaria", "BAYERN"}) {
    CAPTURE(name);
    CHECK(on(name, "2026-11-01T12:00") == "holidays hint - 0/0 All Saints");
    CHECK(on(name, "2026-08-01T12:00").empty());
  }
  CHECK(on("zürich", "2026-08-01T12:00") == "holidays hint - 0/0 National Day");
  const auto refused = [&](const char* region, const char* language) {
    return client.load({pack({holidays}, std::string(R"(,"holidayRegions":[")") + region + "\"]")}, language);
  };
  CHECK(refused("Bavarai", "en") ==
        "unknown-region /holidayRegions/0: No public holidays are known for the region “Bavarai”. Did you mean "
        "“Bavaria”?");
  CHECK(refused("Bayren", "de") ==
        "unknown-region /holidayRegions/0: Für die Region „Bayren“ sind keine Feiertage bekannt. Gemeint ist wohl "
        "„Bayern“.");
  CHECK(
      refused("CH", "de") ==
      "unknown-region /holidayRegions/0: Für die Region „CH“ sind keine Feiertage bekannt. Deutschland, Österreich, "
      "die "
      "Schweiz, ein Bundesland oder einen Kanton nennen, zum Beispiel DE-BY, Bayern oder CH-ZH; andere Feiertage unter "
      "„holidays“ eintragen.");
  SECTION("beyond the table it is said that nothing is known") {
    REQUIRE(client.load({pack({holidays}, R"(,"holidayRegions":["Bayern"])")}) == "ok");
    CHECK(problems_in(client.check_answer("a", at("2027-12-31T12:00"))) == "ok");
    CHECK(problems_in(client.check_answer("a", at("2028-01-01T12:00", R"(,"uiLang":"de")"))) ==
          "holidays-unknown /now: Für diesen Tag sind keine gesetzlichen Feiertage bekannt. Uhr prüfen oder Botschaft "
          "aktualisieren.");
  }
}

TEST_CASE("Rules that hold on some days only", "[timing]") {
  Client client(
      {timed("election", R"({"type":"calendar","quietHours":[{"days":["sat","sun"],"from":"00:00","to":"24:00"}]})",
             R"(,"where":{"from":"2026-11-28","until":"2026-11-28"})")});
  CHECK(findings_in(client.check_answer("a", at("2026-11-28T10:00"))) == "election hint - 0/0 ");
  CHECK(findings_in(client.check_answer("a", at("2026-11-29T10:00"))).empty());
  CHECK(value_at(client.check_answer("a", at("2026-11-28T10:00")), "/timing/next") == "2026-11-29T00:00");
  // A plan that is made before looks at the day that the slot is on.
  const std::string plan = client.call(R"({"op":"plan","now":"2026-11-27T10:00","days":4)" + std::string(kZone) + "}");
  CHECK(each_at(plan, "/slots", "at") == "2026-11-27T10:00 2026-11-29T10:00 2026-11-30T10:00");
}

TEST_CASE("Overlapping quiet periods, a clock set back, a history from another zone", "[timing]") {
  Client client(
      {timed(
           "quiet",
           R"({"type":"calendar","quiet":[{"from":"2026-11-25T12:00","until":"2026-11-25T18:00","name":{"en":"Talks"}},{"from":"2026-11-25T16:00","until":"2026-11-26","name":{"en":"Results"}}]})"),
       timed("day", R"({"type":"frequency","perDay":1})")});
  CHECK(value_at(client.check_answer("a", at("2026-11-25T13:00")), "/timing/next") == "2026-11-27T00:00");
  // What lies ahead of the clock is set aside and named, and the rest counts.
  const std::string set_back = client.check_answer(
      "a",
      at("2026-11-24T10:00",
         R"(,"history":[{"network":"linkedin","at":"2026-11-24T10:01"},{"network":"linkedin","at":"2026-11-24T09:00"}])"));
  CHECK(problems_in(set_back).find("future-history /history/0") == 0);
  CHECK(findings_in(set_back) == "day hint - 2/1 ");
  // 23:30 in New York on the 23rd is the 24th in Berlin; wall time without an offset is the pack's.
  CHECK(findings_in(client.check_answer(
            "a", at("2026-11-24T10:00", R"(,"history":[{"network":"linkedin","at":"2026-11-23T23:30-05:00"}])"))) ==
        "day hint - 2/1 ");
  CHECK(findings_in(client.check_answer(
                        "a", at("2026-11-24T10:00", R"(,"history":[{"network":"linkedin","at":"2026-11-23T23:30"}])")))
            .empty());
}

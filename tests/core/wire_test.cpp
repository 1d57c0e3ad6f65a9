// Broken input of every kind: each gets its place, the reason and how to mend it, and an answer in time.
#include <algorithm>
#include <chrono>
#include <functional>

#include "base/utf8.h"
#include "catch.h"
#include "wire/session.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

// A pack with one rule of this check; the problem's place is then below /rules/0/check.
std::string with_check(const std::string& check) {
  return pack({rule("r", check)});
}

#ifdef __SANITIZE_ADDRESS__
constexpr double kInTime = 20;  // seconds; under the sanitizers only the growth matters
#else
constexpr double kInTime = 1;
#endif

double seconds_for(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("What is wrong with a pack: place, reason, mend, in both languages", "[wire]") {
  struct Case {
    std::string pack;
    const char* en;
    const char* de;
  };
  const std::string phrases = R"({"type":"phrases","phrases":["a"]})";
  const Case cases[] = {
      {R"({"format":1,"id":"p","version":"1","name":{"en":"P"},"ruels":[]})",
       "unknown-key /ruels: There is no key “ruels” here. Did you mean “rules”?\nmissing-key : “rules” is missing. Add "
       "“rules”.",
       "unknown-key /ruels: Den Schlüssel „ruels“ gibt es hier nicht. Gemeint ist wohl „rules“.\nmissing-key : „rules“ "
       "fehlt. „rules“ ergänzen."},
      {pack({}, R"(,"x/y~z":1)"),
       "unknown-key /x~1y~0z: There is no key “x/y~z” here. Remove it. Possible keys: $schema, format, id, version, "
       "name, owner, valid, organisation, "
       "timeZone, holidays, roles, departments, topics, people, responsibilities, approval, protected, disclaimers, "
       "jurisdictions, legal, tone, rules, "
       "overrides, website, holidayRegions, pauseSharing, workingTime.",
       "unknown-key /x~1y~0z: Den Schlüssel „x/y~z“ gibt es hier nicht. Den Schlüssel entfernen. Möglich sind: "
       "$schema, format, id, version, name, owner, "
       "valid, organisation, timeZone, holidays, roles, departments, topics, people, responsibilities, approval, "
       "protected, disclaimers, jurisdictions, "
       "legal, tone, rules, overrides, website, holidayRegions, pauseSharing, workingTime."},
      {pack({}, R"(,"owner":"Kommunikation")"),
       "wrong-type /owner: This is a text, but should be an object. Write an object here.",
       "wrong-type /owner: Hier steht ein Text, erwartet wird ein Objekt. Hier gehört ein Objekt hin."},
      {pack({}, R"(,"valid":{"from":"2026-02-30"})"),
       "bad-date /valid/from: “2026-02-30” is no date. Write it as YYYY-MM-DD, for example 2026-12-24.",
       "bad-date /valid/from: „2026-02-30“ ist kein Datum. Als JJJJ-MM-TT schreiben, zum Beispiel 2026-12-24."},
      {pack({}, R"(,"valid":{"from":"2026-03-01","until":"2026-02-01"})"),
       "contradiction /valid/until: The end lies before the beginning. Swap or correct the two days.",
       "contradiction /valid/until: Das Ende liegt vor dem Anfang. Die beiden Tage tauschen oder berichtigen."},
      {with_check(R"({"type":"phrasse","phrases":["a"]})"),
       "unknown-value /rules/0/check/type: “phrasse” is not possible here. Did you mean “phrases”?",
       "unknown-value /rules/0/check/type: „phrasse“ ist hier nicht möglich. Gemeint ist wohl „phrases“."},
      {with_check(R"({"type":"phrases","phrases":["a",{"text":"b","inflekt":true}]})"),
       "unknown-key /rules/0/check/phrases/1/inflekt: There is no key “inflekt” here. Did you mean “inflect”?",
       "unknown-key /rules/0/check/phrases/1/inflekt: Den Schlüssel „inflekt“ gibt es hier nicht. Gemeint ist wohl "
       "„inflect“."},
      {with_check(R"({"type":"phrases","phrases":[]})"),
       "too-few /rules/0/check/phrases: The list is empty. Add at least one entry.",
       "too-few /rules/0/check/phrases: Die Liste ist leer. Mindestens einen Eintrag ergänzen."},
      {with_check(R"({"type":"consistency","sets":[["a"]]})"),
       "too-few /rules/0/check/sets/0: The list has fewer than 2 entries. Add to the list.",
       "too-few /rules/0/check/sets/0: Die Liste hat weniger als 2 Einträge. Die Liste ergänzen."},
      {with_check(R"({"type":"phrases","phrases":["  "]})"),
       "empty-phrase /rules/0/check/phrases/0: The phrase is only white space. Write words, or remove the entry.",
       "empty-phrase /rules/0/check/phrases/0: Der Ausdruck besteht nur aus Leerzeichen. Wörter eintragen oder den "
       "Eintrag entfernen."},
      {with_check(R"({"type":"count","of":"hashtags","max":2,"min":3})"),
       "contradiction /rules/0/check: “max” is less than “min”: no text can satisfy this. Change one of the two "
       "numbers.",
       "contradiction /rules/0/check: „max“ ist kleiner als „min“: Kein Text kann das erfüllen. Eine der beiden Zahlen "
       "ändern."},
      {with_check(R"({"type":"count","of":"hashtags","max":2.5})"),
       "wrong-type /rules/0/check/max: This is a number with a fraction, but should be a whole number. Write a whole "
       "number here.",
       "wrong-type /rules/0/check/max: Hier steht eine Kommazahl, erwartet wird eine ganze Zahl. Hier gehört eine "
       "ganze Zahl hin."},
      {with_check(R"({"type":"count","of":"hashtags","max":99999999999999999999999})"), "wrong-type", "wrong-type"},
      {with_check(R"({"type":"count","of":"hashtags","max":18446744073709551615})"), "out-of-range", "out-of-range"},
      {with_check(R"({"type":"count","of":"hashtags"})"),
       "missing-key /rules/0/check: It is not said how much at most or at least. Add “max” or “min”.",
       "missing-key /rules/0/check: Es fehlt, wie viel höchstens oder mindestens sein soll. „max“ oder „min“ "
       "ergänzen."},
      {with_check(R"({"type":"count","of":"words","max":"network"})"),
       "contradiction /rules/0/check/max: Only characters have a limit of the network. Write a number.",
       "contradiction /rules/0/check/max: Nur für Zeichen gibt es eine Grenze des Netzwerks. Eine Zahl eintragen."},
      {with_check(R"({"type":"links","allow":["a.example"],"forbid":["b.example"]})"),
       "contradiction /rules/0/check: This takes exactly one of: allow, forbid, params, secure. Remove the others (or "
       "make them rules of their own), or add the missing one.",
       "contradiction /rules/0/check: Hier steht genau eines von: allow, forbid, params, secure. Die übrigen entfernen "
       "(oder eigene Regeln daraus machen) oder das fehlende ergänzen."},
      {with_check(R"({"type":"links","secure":false})"),
       "unknown-value /rules/0/check/secure: “false” is not possible here. Write true, or leave the key out.",
       "unknown-value /rules/0/check/secure: „false“ ist hier nicht möglich. true eintragen oder den Schlüssel "
       "weglassen."},
      {with_check(R"({"type":"calendar","holidays":false})"),
       "unknown-value /rules/0/check/holidays: “false” is not possible here. Write true, or leave the key out.",
       "unknown-value /rules/0/check/holidays: „false“ ist hier nicht möglich. true eintragen oder den Schlüssel "
       "weglassen."},
      {with_check(R"({"type":"calendar","windows":[{"days":["mon","tu"],"from":"8:00","to":"18:00"}]})"),
       "unknown-value /rules/0/check/windows/0/days/1: “tu” is not possible here. Did you mean “tue”?\n"
       "bad-time /rules/0/check/windows/0/from: “8:00” is no time of day. Write it as hh:mm, 00:00 to 24:00.",
       "unknown-value /rules/0/check/windows/0/days/1: „tu“ ist hier nicht möglich. Gemeint ist wohl „tue“.\n"
       "bad-time /rules/0/check/windows/0/from: „8:00“ ist keine Uhrzeit. Als hh:mm von 00:00 bis 24:00 schreiben."},
      {with_check(
           R"({"type":"calendar","quiet":[{"from":"2026-11-25T10:00","until":"2026-11-25T10:00","name":{"en":"Q"}}]})"),
       "contradiction /rules/0/check/quiet/0: The end does not lie after the beginning. Swap or correct the two.",
       "contradiction /rules/0/check/quiet/0: Das Ende liegt nicht nach dem Anfang. Die beiden Zeitpunkte tauschen "
       "oder berichtigen."},
      {with_check(R"({"type":"frequency"})"),
       "missing-key /rules/0/check: It is not said how often posting is fine. Add “perDay”, “perWeek”, “perMonth”, "
       "“minGapMinutes” or “minGapDays”.",
       "missing-key /rules/0/check: Es fehlt, wie oft gepostet werden darf. „perDay“, „perWeek“, „perMonth“, "
       "„minGapMinutes“ oder „minGapDays“ ergänzen."},
      {with_check(R"({"type":"frequency","perDay":1,"topics":["jobs"]})"),
       "contradiction /rules/0/check/topics: “topics” belongs to \"of\": \"topic\". Add \"of\": \"topic\", or remove "
       "“topics”.",
       "contradiction /rules/0/check/topics: „topics“ gehört zu \"of\": \"topic\". \"of\": \"topic\" ergänzen oder "
       "„topics“ entfernen."},
      {with_check(R"({"type":"calendar","windows":[{"days":["mon"],"from":"09:00","to":"09:00"}]})"),
       "contradiction /rules/0/check/windows/0/from: A window that ends where it begins is never open. For the whole "
       "day, write 00:00 to 24:00.",
       "contradiction /rules/0/check/windows/0/from: Ein Zeitfenster, das endet, wo es beginnt, ist nie offen. Für den "
       "ganzen Tag 00:00 bis 24:00 schreiben."},
      {pack({}, R"(,"pauseSharing":{"reason":{"en":"A fire."},"from":"2026-11-26","until":"2026-11-25"})"),
       "contradiction /pauseSharing/until: The end does not lie after the beginning. Swap or correct the two.",
       "contradiction /pauseSharing/until: Das Ende liegt nicht nach dem Anfang. Die beiden Zeitpunkte tauschen oder "
       "berichtigen."},
      {pack({}, R"(,"holidayRegions":["DE-BY"])"),
       "no-holidays /holidayRegions/0: No table of public holidays is loaded. Load it before (loadHolidays).",
       "no-holidays /holidayRegions/0: Es ist keine Tabelle der Feiertage geladen. Sie vorher laden (loadHolidays)."},
      {pack({rule("r", phrases, R"(,"where":{"roles":["a"],"exceptRoles":["a"]})")}),
       "contradiction /rules/0/where: The same role is in “roles” and “exceptRoles”. Remove it from one of the two "
       "lists.",
       "contradiction /rules/0/where: Dieselbe Rolle steht in „roles“ und „exceptRoles“. Sie aus einer der beiden "
       "Listen entfernen."},
      {pack({rule("r", phrases, R"(,"message":"Nein")")}),
       "wrong-type /rules/0/message: The language is not named here. Write it as {\"de\": \"…\", \"en\": \"…\"}.",
       "wrong-type /rules/0/message: Hier fehlt die Angabe der Sprache. Als {\"de\": \"…\", \"en\": \"…\"} schreiben."},
      {pack({rule("r", phrases, R"(,"message":{})")}),
       "missing-key /rules/0/message: The text is missing in both languages. Add “de” or “en”, best both.",
       "missing-key /rules/0/message: Der Text fehlt in beiden Sprachen. „de“ oder „en“ ergänzen, am besten beide."},
      {pack({rule("Große Regel", phrases)}),
       "bad-id /rules/0/id: “Große Regel” is no valid id. Use lower-case letters a–z, digits and single hyphens.",
       "bad-id /rules/0/id: „Große Regel“ ist keine gültige ID. Nur Kleinbuchstaben a–z, Ziffern und einzelne "
       "Bindestriche verwenden."},
      {pack({}, R"(,"organisation":{"domains":["https://werk.example/"]})"),
       "bad-domain /organisation/domains/0: “https://werk.example/” is no domain name. Write the name only, for "
       "example company.example.",
       "bad-domain /organisation/domains/0: „https://werk.example/“ ist kein Domain-Name. Nur den Namen eintragen, zum "
       "Beispiel firma.example."},
      {pack({}, R"(,"topics":[{"id":"a","name":{"en":"A"}},{"id":"a","name":{"en":"B"}}])"),
       "duplicate-id /topics/1: “a” is in the list twice. Remove or rename one of the two.",
       "duplicate-id /topics/1: „a“ steht zweimal in der Liste. Einen der beiden Einträge entfernen oder umbenennen."},
      {R"({"format":2,"id":"p","version":"1","name":{"en":"P"},"rules":[]})",
       "unknown-format /format: This pack format is not known. Use format 1, or update Botschaft.",
       "unknown-format /format: Dieses Format des Packs ist nicht bekannt. Format 1 verwenden oder Botschaft "
       "aktualisieren."},
      {"7", "wrong-type : This is a number, but should be an object. Write an object here.",
       "wrong-type : Hier steht eine Zahl, erwartet wird ein Objekt. Hier gehört ein Objekt hin."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.pack);
    Client client;
    const auto matches = [](const std::string& found, const std::string& wanted) {  // a code alone stands for any words
      return wanted.find(' ') == std::string::npos ? found.substr(0, found.find(' ')) : found;
    };
    CHECK(matches(client.load({c.pack}), c.en) == c.en);
    CHECK(matches(client.load({c.pack}, "de"), c.de) == c.de);
  }
}

TEST_CASE("One run names every problem, and in which pack", "[wire]") {
  Client client;
  const std::string answer = client.call(R"({"op":"validate","packs":[)" + pack({"1", "2"}, "", "first") + "," +
                                         pack({"3"}, R"(,"owner":4)", "second") + R"(,{"format":1},"x"]})");
  CHECK(each_at(answer, "/problems", "place") == "/rules/0 /rules/1 /owner /rules/0     ");
  CHECK(value_at(answer, "/problems/0/document") == "first");
  CHECK(value_at(answer, "/problems/2/document") == "second");
  CHECK(value_at(answer, "/problems/4/document") == "3");  // its number, as long as it has no id
  std::vector<std::string> many(500, "1");
  const std::string bounded = client.call(R"({"op":"validate","packs":[)" + pack(many) + "]}");
  CHECK(value_at(bounded, "/problems/99/place") == "/rules/99");
  CHECK(value_at(bounded, "/problems/100") == "-");
}

TEST_CASE("A broken item of a library is left out and named", "[wire]") {
  const std::string rest = R"("title":{"en":"T"},"url":"https://a.example","captions":[{"lang":"en","text":"x"}])";
  const std::pair<std::string, const char*> items[] = {
      {R"({"id":"good",)" + rest + "}", ""},
      {R"({"id":"good",)" + rest + "}", "duplicate-id /items/1/id"},
      {R"({"id":"a","titel":{},)" + rest + "}", "unknown-key /items/2/titel"},
      {R"({"id":"b","title":{"en":"T"},"url":"javascript:alert","captions":[{"lang":"en","text":"x"}]})",
       "bad-url /items/3/url"},
      {R"({"id":"c","title":{"en":"T"},"url":"https://a.example","captions":[]})", "too-few /items/4/captions"},
      {R"({"id":"d","title":{"en":"T"},"url":"https://a.example","captions":[{"lang":"fr","text":"x"}]})",
       "unknown-value /items/5/captions/0/lang"},
      {R"({"id":"e","embargo":"2026-12-01","expires":"2026-11-01",)" + rest + "}", "contradiction /items/6/expires"},
      {R"({"id":"f","image":{"url":"https://a.example/i.png"},)" + rest + "}", "missing-key /items/7/image"},
      {R"({"id":"g","priority":4,)" + rest + "}", "out-of-range /items/8/priority"},
      {"null", "wrong-type /items/9"},
      {R"({"id":"last",)" + rest + "}", ""},
  };
  std::string library = R"({"op":"loadLibrary","library":{"format":1,"id":"l","name":{"en":"L"},"items":[)";
  std::string expected;
  for (const auto& [item, problem] : items) {
    library += (library.back() == '[' ? "" : ",") + item;
    if (*problem != 0) expected += (expected.empty() ? "" : " ") + std::string(problem);
  }
  Client client;
  const std::string answer = client.call(library + "]}}");
  CHECK(value_at(answer, "/ok") == "true");
  CHECK(value_at(answer, "/items") == "2");
  std::string found;
  for (int i = 0; value_at(answer, "/leftOut/" + std::to_string(i)) != "-"; ++i) {
    const std::string at = "/leftOut/" + std::to_string(i);
    found += (i > 0 ? " " : "") + value_at(answer, at + "/code") + " " + value_at(answer, at + "/place");
  }
  CHECK(found == expected);
  CHECK(each_at(client.call(R"({"op":"suggest"})"), "/items", "item") == "good last");
}

TEST_CASE("Requests that are none", "[wire]") {
  Client client;
  for (const char* request : {"[]", "[1]", "null", "\"check\""}) {
    CAPTURE(request);
    CHECK(problems_in(client.call(request)).rfind("wrong-type : This is JSON, but no object.", 0) == 0);
  }
  for (const char* request :
       {"", " ", "{", "{\"op\":\"check\",}", "{\"op\":\"check\" \"text\":1}", "nan", "{\"a\":1}}"}) {
    CAPTURE(request);
    CHECK(problems_in(client.call(request)).rfind("not-json : The request (", 0) == 0);
  }
  CHECK(problems_in(client.call("{}")) ==
        "missing-key : “op” is missing. Say what to do, for example \"op\": \"check\".");
  CHECK(problems_in(client.call(R"({"op":"chek"})")) ==
        "unknown-value /op: “chek” is not possible here. Did you mean “check”?");
  CHECK(problems_in(client.call(R"({"op":"check","uiLang":"de"})")) == "missing-key : „text“ fehlt. „text“ ergänzen.");
  CHECK(problems_in(client.call(R"({"op":"check","text":"a","now":"tomorrow"})")) ==
        "bad-time /now: “tomorrow” is no point in time. Write it as YYYY-MM-DDThh:mm, with or without Z or ±hh:mm at "
        "the end.");
  CHECK(problems_in(client.call(
            R"({"op":"loadLibrary","libary":{},"library":{"format":1,"id":"l","name":{"en":"L"},"items":[]}})")) ==
        "unknown-key /libary: There is no key “libary” here. Did you mean “library”?");
  CHECK(value_at(client.call(R"({"op":"check","id":"7"})"), "/id") == "7");
  CHECK(value_at(client.call(R"({"op":"check","id":"7","text":"a"})"), "/id") == "7");
  for (const char* bracket : {"[", "{\"a\":"}) {
    std::string deep = R"({"op":"check","text":)";
    for (int i = 0; i < 100'000; ++i) deep += bracket;
    CHECK(value_at(client.call(deep), "/ok") == "false");
  }
}

TEST_CASE("Earlier posts in the future or broken are set aside and named", "[wire]") {
  Client client({rule("r", R"({"type":"frequency","perDay":1})", R"(,"message":{"en":"{count}"})")});
  const std::string answer = client.check_answer(
      "a", R"(,"now":"2026-11-24T10:00","history":[{"network":"linkedin","at":"2026-11-24T10:01"},)"
           R"({"network":"linkedn","at":"2026-11-24T09:00"},{"network":"linkedin","at":"2026-11-24T09:00"}])");
  CHECK(findings_in(answer) == "r warn - 2");
  CHECK(problems_in(answer) ==
        "future-history /history/0: This earlier post lies in the future and does not count. Check the clock and the "
        "time zone.\n"
        "unknown-value /history/1/network: “linkedn” is not possible here. Did you mean “linkedin”?");
}

TEST_CASE("Half characters become U+FFFD, and places stay right behind them", "[wire]") {
  Client client({rule("r", R"({"type":"phrases","phrases":["gratis"]})")});
  const auto check = [&](const std::string& raw) {
    return findings_in(client.call("{\"op\":\"check\",\"text\":\"" + raw + "\"}"));
  };
  CHECK(check("\\ud83d gratis") == "r warn 2-8 gratis");
  CHECK(check("\\ude80 gratis") == "r warn 2-8 gratis");
  CHECK(check("\\ud83d\\ud83d\\ude80 gratis") == "r warn 4-10 gratis");
  CHECK(check("\\uD83D\\uDE80 gratis") == "r warn 3-9 gratis");
  CHECK(check("\\\\ud83d gratis") == "r warn 7-13 gratis");  // a backslash and letters
  CHECK(check("\\ud83d") == "");
  CHECK(check("\xF0\x9F gratis") == "r warn 2-8 gratis");
  CHECK(check("\xED\xA0\xBD gratis") == "r warn 4-10 gratis");
  const std::string answer = client.call("{\"op\":\"check\",\"text\":\"\xFF gratis\"}");
  CHECK(problems_in(answer) ==
        "invalid-utf8 /text: The text had invalid bytes; they count as �. Save the text as UTF-8.");
  CHECK(check("\\u0000gratis") == "r warn 1-7 gratis");
}

TEST_CASE("A huge paste is answered in time, every place inside the text", "[wire]") {
  Client client(
      {rule("words", R"({"type":"phrases","phrases":["wort",{"text":"Leader","except":["Thought Leader"]}]})", "",
            "hint"),
       rule("loud", R"({"type":"shouting"})", "", "hint"),
       rule("sentences", R"({"type":"count","of":"sentenceWords","max":1})", "", "hint"),
       rule("marks", R"({"type":"count","of":"exclamations","max":0})", "", "hint"),
       rule("same", R"({"type":"lookalikes"})", "", "hint"),
       rule("ad", R"({"type":"required","oneOf":["Thought"],"within":{"last":5},"amongHashtags":false})", "", "hint"),
       rule("if", R"({"type":"phrases","phrases":["x"]})",
            R"(,"when":[{"phrases":[{"text":"Leader","except":["Thought Leader"]}]}])")});
  for (const char* piece : {"Wort 🚀 ", "Thought Leader, ", "JETZT KAUFEN! und dann ", "#a ", "https://a.de ", "𝗛𝗲𝗹𝗹𝗼, ",
                            "\u0301", "[", "@a ", "Ja! "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 200'000) text += piece;
    std::string answer;
    const double seconds = seconds_for([&] { answer = client.check_answer(text); });
    CHECK(seconds < kInTime);
    const size_t length =
        std::stoul(value_at(client.call(R"({"op":"analyze","text":)" + quoted(text) + "}"), "/utf16"));
    const std::string findings = findings_in(answer);
    CHECK(std::count(findings.begin(), findings.end(), '\n') < 500);
    const std::string starts = value_at(answer, "/findings");
    size_t outside = 0;
    for (size_t at = starts.find("\"end\":"); at != std::string::npos; at = starts.find("\"end\":", at + 1)) {
      if (std::stoul(starts.substr(at + 6)) > length) ++outside;
    }
    CHECK(outside == 0);
  }
  CHECK(problems_in(client.check_answer(std::string((1 << 20) + 1, 'a'))) ==
        "too-long /text: The draft is larger than 1 MiB. Shorten the text.");
  CHECK(value_at(client.check_answer(std::string(1 << 20, 'a')), "/ok") == "true");
}

TEST_CASE("A long address that is none is quoted up to a whole character", "[wire]") {
  for (size_t letters = 0; letters < 4; ++letters) {
    std::string url = "https" + std::string(letters, 'x');
    for (int i = 0; i < 400; ++i) url += "€";
    Client client;
    const std::string answer = client.call(
        R"({"op":"loadLibrary","library":{"format":1,"id":"l","name":{"de":"L"},"items":[{"id":"a","title":{"de":"A"},"url":")" +
        url + R"(","captions":[{"lang":"de","text":"a"}]}]}})");
    CHECK(answer.find("bad-url") != std::string::npos);
    CHECK(botschaft::is_well_formed(answer));
  }
}

TEST_CASE("A key that comes twice is an error, whether a pack is validated or loaded, asked or called", "[wire]") {
  const std::string packs =
      R"(,"packs":[{"format":1,"id":"p","version":"1","name":{"de":"P"},"rules":[],"rules":[]}]})";
  botschaft::wire::Session session;
  for (const std::string& answer :
       {session.ask(R"({"op":"validate")" + packs).json, session.call(R"({"op":"validate")" + packs).json,
        session.call(R"({"op":"loadPacks")" + packs).json}) {
    CHECK(answer.find("duplicate-key") != std::string::npos);
  }
}

TEST_CASE("Places and quotes of a request with invalid bytes are well-formed", "[wire]") {
  const std::string request =
      "{\"op\":\"validate\",\"packs\":[{\"format\":1,\"na\xFDme\":{\"en\":\"N\",\"en\":\"M\"},\"ab\xFD\":1,\"ab\xFD\":"
      "2}]}";
  botschaft::wire::Session session;
  for (const std::string& answer : {session.ask(request).json, session.call(request).json}) {
    CHECK(answer.find("duplicate-key") != std::string::npos);
    CHECK(botschaft::is_well_formed(answer));
  }
}

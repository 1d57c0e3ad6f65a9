// Counts and lengths, and links, through requests as callers send them.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

TEST_CASE("Counts: too much and too little of each thing", "[check]") {
  struct Case {
    const char* limits;
    const char* text;
    const char* findings;
    const char* more = "";
  };
  const Case cases[] = {
      {R"("of":"characters","max":10)", "Hallo Welt", ""},
      {R"("of":"characters","max":10)", "Hallo Welt!!", "r warn 10-12 12 of 10"},
      {R"("of":"characters","max":4)", "ab🚀🚀c", "r warn 4-7 7 of 4"},  // LinkedIn counts an emoji as two
      {R"("of":"characters","max":4)", "ab🚀🚀c", "r warn 6-7 5 of 4", R"(,"network":"bluesky")"},
      {R"("of":"characters","max":24)", "https://firma.de/eine/lange/adresse ab", "r warn 36-38 26 of 24",
       R"(,"network":"x")"},
      {R"("of":"characters","min":5)", "kurz", "r warn - 4 of 0"},
      {R"("of":"words","max":2)", "drei Wörter hier", "r warn - 3 of 2"},
      {R"("of":"words","max":2)", "zwei Wörter https://firma.example/viele-worte", ""},
      {R"("of":"words","min":3)", "zwei, Wörter!", "r warn - 2 of 0"},
      {R"("of":"sentenceWords","max":3)", "Eins zwei drei. Eins zwei drei vier. Und so.", "r warn 16-36 4 of 3"},
      {R"("of":"sentenceWords","max":3)", "", ""},
      {R"("of":"paragraphWords","max":2)", "a b\nc d e\n\nf", "r warn 4-9 3 of 2"},
      {R"("of":"paragraphWords","max":2)", "a b\r\nc d e\r\n\r\nf", "r warn 5-10 3 of 2"},
      {R"("of":"lines","max":2)", "a\nb\n\nc\nd\ne", "r warn 5-10 3 of 2"},
      {R"("of":"lines","max":2)", "a\r\nb\r\nc\r\n\r\nd", "r warn 0-7 3 of 2"},
      {R"("of":"lines","max":2)", "a\nb\n \nc\n\n\nd\n", ""},
      {R"("of":"lines","min":3)", "a\nb\n\nc", "r warn - 2 of 0"},
      {R"("of":"hashtags","max":1)", "#eins #zwei #drei", "r warn 6-11 3 of 1 | 5-11 "},
      {R"("of":"hashtags","max":0)", "#eins", "r warn 0-5 1 of 0 | 0-5 "},
      {R"("of":"hashtags","min":1)", "C# ist kein Hashtag", "r warn - 0 of 0"},
      {R"("of":"mentions","max":1)", "@anna und @ben, mail@firma.example", "r warn 10-14 2 of 1 | 9-14 "},
      {R"("of":"links","max":1)", "http://a.example, firma.de und c.de", "r warn 18-26 3 of 1 | 17-26 "},
      {R"("of":"emoji","max":2)", "🚀👩‍👩‍👧 ja 👍🏽", "r warn 14-18 3 of 2 | 13-18 "},
      {R"("of":"exclamations","max":1)", "Ja! Nein!! Doch!",
       "r warn 8-10 4 of 1 | 8-10 .\nr warn 15-16 4 of 1 | 15-16 ."},
      {R"("of":"exclamations","max":2)", "Ja!!!", "r warn 2-5 3 of 2 | 2-5 !!"},
      {R"("of":"exclamations","min":1)", "Ja.", "r warn - 0 of 0"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.limits, c.text, c.more);
    Client client(
        {rule("r", std::string(R"({"type":"count",)") + c.limits + "}", R"(,"message":{"en":"{count} of {max}"})")});
    CHECK(client.check(c.text, c.more) == c.findings);
  }
}

TEST_CASE("The network's own limit depends on network and kind", "[check]") {
  Client client({rule("r", R"({"type":"count","of":"characters","max":"network"})",
                      R"(,"message":{"en":"{count} of {max}"})", "block")});
  const std::string text(1251, 'a');
  CHECK(client.check(text).empty());
  CHECK(client.check(text, R"(,"kind":"comment")") == "r block 1250-1251 1251 of 1250");
  CHECK(client.check(text, R"(,"network":"x")") == "r block 280-1251 1251 of 280");
  CHECK(value_at(client.check_answer(text, R"(,"network":"x")"), "/length") ==
        R"({"network":"x","used":1251,"limit":280})");
}

TEST_CASE("A minimum and what is asked for stand in the message", "[check]") {
  Client client({rule("r", R"({"type":"count","of":"hashtags","min":2,"max":5})",
                      R"(,"message":{"de":"{count} statt {min} bis {max}"})")});
  CHECK(client.check("#eins") == "r warn - 1 statt 2 bis 5");
}

TEST_CASE("Links: allowed, forbidden, secure, tagged", "[check]") {
  struct Case {
    const char* check;
    const char* text;
    const char* findings;
    const char* more = "";
  };
  const char* const tags = R"("params":{"on":["{domain}"],"require":{"utm_source":"{network}","utm_medium":"social"}})";
  const Case cases[] = {
      {R"("allow":["{domain}","partner.example"])",
       "https://bit.ly/x https://www.firma.example/y http://WERK.example https://partner.example",
       "r warn 0-16 bit.ly"},
      {R"("allow":["firma.example"])", "https://boesefirma.example https://firma.example.evil.example",
       "r warn 0-26 boesefirma.example\nr warn 27-61 firma.example.evil.example"},
      {R"("allow":["firma.example"])", "https://user@firma.example:8080/a", ""},
      {R"("allow":["firma.example"])", "https://firma.example@evil.example/a", "r warn 0-36 evil.example"},
      {R"("forbid":["bit.ly"])", "kurz: Bit.LY/abc, und lang.example", "r warn 6-16 Bit.LY"},
      {R"("secure":true)", "http://a.example https://b.example firma.de", "r warn 0-16 a.example | 0-4 https"},
      {tags, "https://firma.example/y",
       "r warn 0-23 utm_source, utm_medium | 0-23 https://firma.example/y?utm_source=linkedin&utm_medium=social"},
      {tags, "https://firma.example/y?utm_medium=x#teil",
       "r warn 0-41 utm_source | 0-41 https://firma.example/y?utm_medium=x&utm_source=x#teil", R"(,"network":"x")"},
      {tags, "https://firma.example/?utm_source=a&utm_medium=b", ""},
      {tags, "https://firma.example/?xutm_source=a&utm_medium=b",
       "r warn 0-49 utm_source | 0-49 https://firma.example/?xutm_source=a&utm_medium=b&utm_source=linkedin"},
      {tags, "https://firma.example/#?utm_source=a&utm_medium=b",
       "r warn 0-49 utm_source, utm_medium | 0-49 "
       "https://firma.example/?utm_source=linkedin&utm_medium=social#?utm_source=a&utm_medium=b"},
      {tags, "https://andere.example/", ""},
      {R"("params":{"on":["firma.example"],"require":{"utm campaign":"Sommer & Söhne"}})", "https://firma.example",
       "r warn 0-21 utm campaign | 0-21 https://firma.example?utm%20campaign=Sommer%20%26%20S%C3%B6hne"},
      {R"("params":{"on":["firma.example"],"require":{"utm campaign":"x"}})", "https://firma.example?utm%20campaign=y",
       ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.check, c.text);
    Client client({rule("r", std::string(R"({"type":"links",)") + c.check + "}")},
                  R"(,"organisation":{"domains":["firma.example","werk.example"]})");
    CHECK(client.check(c.text, c.more) == c.findings);
  }
}

TEST_CASE("A company without domains has no links to judge", "[check]") {
  Client client({rule("r", R"({"type":"links","params":{"on":["{domain}"],"require":{"a":"b"}}})")});
  CHECK(client.check("https://firma.example").empty());
}

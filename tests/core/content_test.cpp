// Approved content: what is offered, in which order and why; and the links that share it.
#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

const char* const kLibrary = R"({"format":1,"id":"news","name":{"de":"Neues"},
  "tags":{"utm_source":"{network}","utm_campaign":"{campaign}","utm_content":"{item}","utm_term":"Sommer & Söhne"},
  "items":[
    {"id":"hydrogen","title":{"de":"Wasserstoff für die Stahlindustrie","en":"Hydrogen for steel"},"url":"https://werk.example/wasserstoff?a=1#mehr",
     "topics":["energy"],"departments":["research"],"campaign":"green",
     "captions":[{"lang":"de","text":"Unser Elektrolyseur läuft."},{"lang":"de","network":"linkedin","text":"Auf LinkedIn."},
                 {"lang":"en","network":"x","text":"On X."}]},
    {"id":"trainees","title":{"de":"Ausbildung für Maschinenbauer"},"url":"https://werk.example/ausbildung/","topics":["career"],"departments":["hr"],
     "captions":[{"lang":"de","text":"Bewirb dich."}]},
    {"id":"results","title":{"en":"Annual results"},"url":"https://werk.example/results","embargo":"2026-11-25T08:00",
     "captions":[{"lang":"en","text":"A good year."}]},
    {"id":"fair","title":{"de":"Messe"},"url":"https://werk.example/messe","published":"2026-11-20","expires":"2026-11-26","priority":3,
     "image":{"url":"https://werk.example/m.png","alt":{"de":"Halle"}},"captions":[{"lang":"de","text":"Komm vorbei."}]}]})";

struct Shop : Client {
  Shop() { REQUIRE(load_library(kLibrary) == "ok"); }
  std::string ask(const std::string& more) { return call(R"({"op":"suggest")" + more + "}"); }
  std::string offered(const std::string& more) { return each_at(ask(more), "/items", "item"); }
  // Why the first one is first.
  std::string because(const std::string& more) { return each_at(ask(more), "/items/0/because", ""); }
};

}  // namespace

TEST_CASE("What is offered, and in which order", "[content]") {
  Shop shop;
  struct Case {
    const char* wish;
    const char* items;
  };
  const Case cases[] = {
      {"", "fair hydrogen trainees"},  // nobody knows the time: nothing with an embargo
      {R"(,"now":"2026-11-24T12:00")", "fair hydrogen trainees"},
      {R"(,"now":"2026-11-25T07:59")", "fair hydrogen trainees"},
      {R"(,"now":"2026-11-25T08:00")", "fair hydrogen trainees results"},
      {R"(,"now":"2026-11-26T23:59")", "fair hydrogen trainees results"},
      {R"(,"now":"2026-11-27T00:00")", "hydrogen trainees results"},
      {R"(,"lang":"en","now":"2026-12-01T00:00")", "hydrogen results"},
      {R"(,"lang":"en","network":"xing")", ""},
      {R"(,"network":"x")", "fair hydrogen trainees"},
      {R"(,"filter":{"topic":"career"})", "trainees"},
      {R"(,"filter":{"department":"research","topic":"career"})", ""},
      {R"(,"limit":2)", "fair hydrogen"},
      {R"(,"text":"Wir bauen einen neuen Elektrolyseur, der mit Wasserstoff arbeitet, und die Stahlindustrie freut sich.")",
       "hydrogen fair trainees"},
      {R"(,"page":{"url":"http://werk.example/ausbildung?quelle=1#top"})", "trainees fair hydrogen"},
      {R"(,"page":{"title":"Maschinenbauer in Ausbildung","description":"Alles zur Ausbildung"})",
       "trainees fair hydrogen"},
      {R"(,"department":"hr","topics":["career"])", "trainees fair hydrogen"},
      {R"(,"history":[{"network":"x","at":"2026-01-01T00:00","item":"fair"}])", "hydrogen trainees fair"},
      {R"(,"history":[{"network":"x","at":"2026-01-01T00:00"}])", "fair hydrogen trainees"},
      // Searching: every word, beginnings too, in any spelling and form.
      {R"(,"query":"Wasserst")", "hydrogen"},
      {R"(,"query":"stahlindustrie WASSERSTOFF")", "hydrogen"},
      {R"(,"query":"laeuft")", "hydrogen"},
      {R"(,"query":"energy")", "hydrogen"},
      {R"(,"query":"Maschinenbauern")", "trainees"},
      {R"(,"query":"wasserstoff messe")", ""},
      {R"(,"query":"stoff")", ""},
      {R"(,"query":"  ")", "fair hydrogen trainees"},
      {R"(,"query":"\"")", ""},
      {R"(,"query":"\\")", ""},
      {R"(,"query":"🌲")", ""},
      {R"(,"query":"🌲 Wasserstoff")", "hydrogen"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.wish);
    CHECK(shop.offered(c.wish) == c.items);
  }
  CHECK(value_at(shop.ask(R"(,"limit":2)"), "/total") == "3");
}

TEST_CASE("Every item says what raised it, strongest first", "[content]") {
  Shop shop;
  CHECK(shop.because("") == "priority");
  CHECK(shop.because(R"(,"now":"2026-11-24T12:00")") == "priority new expiring");
  CHECK(shop.because(R"(,"now":"2026-11-19T12:00","query":"messe")") ==
        "search priority");  // not published yet, not about to expire
  CHECK(shop.because(R"(,"filter":{"topic":"career"},"department":"hr","topics":["career"])") == "topic department");
  CHECK(shop.because(R"(,"page":{"url":"https://werk.example/messe/"},"query":"Messe")") == "page search priority");
  CHECK(shop.because(
            R"(,"filter":{"topic":"career"},"history":[{"network":"x","at":"2026-01-01T00:00","item":"trainees"}])") ==
        "shared");
}

TEST_CASE("Captions: those that suit, the network's own first", "[content]") {
  Shop shop;
  const std::string only = R"(,"filter":{"topic":"energy"})";
  const auto texts = [&](const char* wish) { return each_at(shop.ask(only + wish), "/items/0/captions", "text"); };
  CHECK(texts("") == "Unser Elektrolyseur läuft. Auf LinkedIn. On X.");
  CHECK(texts(R"(,"network":"linkedin")") == "Auf LinkedIn. Unser Elektrolyseur läuft.");
  CHECK(texts(R"(,"network":"x")") == "On X. Unser Elektrolyseur läuft.");
  CHECK(texts(R"(,"network":"x","lang":"de")") == "Unser Elektrolyseur läuft.");
  CHECK(value_at(shop.ask(only + R"(,"lang":"en","uiLang":"en")"), "/items/0/title") == "Hydrogen for steel");
  const std::string fair = shop.ask(R"(,"query":"messe","uiLang":"en")");
  CHECK(value_at(fair, "/items/0/image") == R"({"url":"https://werk.example/m.png","alt":"Halle"})");
  CHECK(value_at(fair, "/items/0/url") == "https://werk.example/messe");
}

TEST_CASE("Links that open a network's composer", "[content]") {
  Client client;
  const std::string text = "Größe & Mut #eins\n🚀 100% + \"so\"?";
  const std::string encoded = "Gr%C3%B6%C3%9Fe%20%26%20Mut%20%23eins%0A%F0%9F%9A%80%20100%25%20%2B%20%22so%22%3F";
  const std::string url = "https://werk.example/ä?b=1&c=2#t";
  const std::string encoded_url = "https%3A%2F%2Fwerk.example%2F%C3%A4%3Fb%3D1%26c%3D2%23t";
  const std::string both = encoded + "%0A" + encoded_url;
  const std::pair<const char*, std::string> hrefs[] = {
      {"linkedin", "https://www.linkedin.com/feed/?shareActive=true&text=" + both},
      {"x", "https://x.com/intent/tweet?text=" + encoded + "&url=" + encoded_url},
      {"facebook", "https://www.facebook.com/sharer/sharer.php?u=" + encoded_url},
      {"bluesky", "https://bsky.app/intent/compose?text=" + both},
      {"mastodon", "https://share.joinmastodon.org/#text=" + both},
      {"threads", "https://www.threads.com/intent/post?text=" + encoded + "&url=" + encoded_url},
      {"instagram", "-"},
  };
  for (const auto& [network, href] : hrefs) {
    CAPTURE(network);
    const std::string answer = client.call(R"({"op":"intent","network":)" + quoted(network) + R"(,"text":)" +
                                           quoted(text) + R"(,"url":)" + quoted(url) + "}");
    CHECK(value_at(answer, "/href") == href);
    CHECK(value_at(answer, "/text") == text + "\n" + url);
    CHECK(value_at(answer, "/url") == url);
    CHECK(value_at(answer, "/prefills") == (std::string(network) == "facebook" || href == "-" ? "false" : "true"));
  }
  SECTION("what there is nothing for is left out") {
    CHECK(value_at(client.call(R"({"op":"intent","network":"x","text":"a"})"), "/href") ==
          "https://x.com/intent/tweet?text=a");
    CHECK(value_at(client.call(R"({"op":"intent","network":"x","url":"https://a.example"})"), "/href") ==
          "https://x.com/intent/tweet?url=https%3A%2F%2Fa.example");
    CHECK(value_at(client.call(R"({"op":"intent","network":"x","url":"https://a.example"})"), "/text") ==
          "https://a.example");
    CHECK(value_at(client.call(R"({"op":"intent","network":"linkedin"})"), "/href") ==
          "https://www.linkedin.com/feed/?shareActive=true");
    CHECK(value_at(client.call(R"({"op":"intent","network":"x","text":"{url} {text}"})"), "/href") ==
          "https://x.com/intent/tweet?text=%7Burl%7D%20%7Btext%7D");
  }
}

TEST_CASE("A shared item's link carries the campaign's tags", "[content]") {
  Shop shop;
  CHECK(value_at(shop.call(R"({"op":"intent","network":"xing","item":"hydrogen","text":"Hallo"})"), "/text") ==
        "Hallo\nhttps://werk.example/"
        "wasserstoff?a=1&utm_source=xing&utm_campaign=green&utm_content=hydrogen&utm_term=Sommer%20%26%20S%C3%B6hne#"
        "mehr");
  CHECK(
      value_at(shop.call(R"({"op":"intent","network":"x","item":"trainees"})"), "/url") ==
      "https://werk.example/ausbildung/?utm_source=x&utm_content=trainees&utm_term=Sommer%20%26%20S%C3%B6hne");  // no
                                                                                                                 // campaign:
                                                                                                                 // no
                                                                                                                 // tag
}

TEST_CASE("What cannot be shared is said", "[content]") {
  Shop shop;
  CHECK(problems_in(shop.call(R"({"op":"intent","network":"x","item":"nothing"})")) ==
        "unknown-item /item: The library has no item “nothing”. Load the content again.");
  for (const char* url : {"javascript:alert(1)", "https://a.example/ b", "ftp://a.example", "a.example"}) {
    CAPTURE(url);
    CHECK(problems_in(shop.call(std::string(R"({"op":"intent","network":"x","url":")") + url + "\"}")) ==
          "bad-url /url: This is no web address. Give a whole address that begins with https://.");
  }
  CHECK(problems_in(shop.call(R"({"op":"intent","network":"linkdin"})")) ==
        "unknown-value /network: “linkdin” is not possible here. Did you mean “linkedin”?");
}

TEST_CASE("An internal page is internal however its address is written", "[content]") {
  Client client({}, R"(,"website":{"internal":["https://werk.example/intern","https://werk.example/Büro/",
                                               "https://wiki.werk.example"]})");
  struct Case {
    const char* url;
    const char* state;
  };
  const Case cases[] = {
      {"https://werk.example/intern/x", "internal"},
      {"https://werk.example/%69ntern/x", "internal"},
      {"https://werk.example/%69%6E%74ern", "internal"},
      {"https://werk.example//intern/x", "internal"},
      {"https://werk.example///intern//x?a=1#b", "internal"},
      {"https://werk.example/intern%2Fx", "internal"},
      {"https://werk.example/INTERN/x", "internal"},
      {"https://werk.example/%49ntern/", "internal"},
      {"https://WERK.example/Intern", "internal"},
      {"https://werk.example/B%C3%BCro/plan", "internal"},
      {"https://werk.example/b%c3%bcro", "internal"},
      {"https://wiki.werk.example//start", "internal"},
      {"https://werk.example/internet", "open"},
      {"https://werk.example/%69nternet", "open"},
      {"https://werk.example/%2569ntern", "open"},
      {"https://werk.example/%intern", "open"},
      {"https://werk.example/intern%", "open"},
      {"https://werk.example/x//intern", "open"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.url);
    const std::string answer = client.call(std::string(R"({"op":"suggest","page":{"url":")") + c.url + R"("}})");
    CHECK(value_at(answer, "/page/state") == c.state);
  }
}

TEST_CASE("A library that cannot be used leaves the one before in force", "[content]") {
  Shop shop;
  CHECK(shop.load_library(R"({"format":2,"id":"other","name":{"en":"Other"},"items":[]})") ==
        "unknown-format /format: This library format is not known. Use format 1, or update Botschaft.");
  CHECK(shop.offered("") == "fair hydrogen trainees");
  CHECK(shop.load_library(R"({"format":1,"id":"other","name":{"en":"Other"},"items":[]})") == "ok");
  CHECK(shop.offered("").empty());
}

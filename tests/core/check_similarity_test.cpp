// Too close to what was approved or posted before.
#include <set>

#include "check_cases.h"
#include "match/similar_texts.h"

using namespace botschaft::test;
using botschaft::match::ComparableText;
using botschaft::match::likeness;
using botschaft::match::SimilarTexts;

namespace {

// The measure itself, the plain way: shingles as texts in sets. For ASCII without digits.
uint32_t plain_likeness(const std::string& a, const std::string& b) {
  const auto shingles = [](const std::string& text) {
    std::string words;
    for (const char c : text) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter) words += static_cast<char>(c | 0x20);
      if (!letter && !words.empty() && words.back() != ' ') words += ' ';
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    std::set<std::string> set;
    for (size_t i = 0; i + 5 <= words.size(); ++i) set.insert(words.substr(i, 5));
    return set;
  };
  const std::set<std::string> of_a = shingles(a);
  const std::set<std::string> of_b = shingles(b);
  size_t shared = 0;
  for (const std::string& shingle : of_a) shared += of_b.count(shingle);
  return static_cast<uint32_t>(shared * 100 / (of_a.size() + of_b.size() - shared));
}

// Sentences of invented words, the same on every machine.
std::string sentence(uint32_t seed, int words) {
  static const char* const kParts[] = {"ba", "ne", "ti", "ro", "mu", "sel", "kor", "wan", "dul", "fer"};
  std::string out;
  for (int i = 0; i < words; ++i) {
    for (int part = 0; part < 2; ++part) {
      seed = seed * 1664525u + 1013904223u;
      out += kParts[(seed >> 16) % 10];
    }
    out += i % 7 == 6 ? ". " : " ";
  }
  return out;
}

const char* const kCaption =
    "Achtzehn Container, zwei Reihen, sehr viel Wind: Mein Team hat in Moorbek den Speicher ans Netz gebracht.";
const char* const kLibrary = R"({"format":1,"id":"l","name":{"en":"L"},"items":[
  {"id":"other","title":{"en":"Other"},"url":"https://firma.example/o","captions":[
    {"lang":"en","text":"Our new office has a garden on the roof, and today the first tomatoes are ripe."}]},
  {"id":"storage","title":{"de":"Der Speicher","en":"The storage"},"url":"https://firma.example/s","captions":[
    {"lang":"en","text":"Eighteen containers, two rows, a lot of wind: my team has brought the storage to the grid."},
    {"lang":"de","text":"Achtzehn Container, zwei Reihen, sehr viel Wind: Mein Team hat in Moorbek den Speicher ans Netz gebracht."},
    {"lang":"de","text":"Kurz."}]}]})";

}  // namespace

TEST_CASE("Likeness is the share of common shingles", "[match][similarity]") {
  for (uint32_t seed = 1; seed <= 40; ++seed) {
    const std::string a = sentence(seed, 40);
    std::string b = a;
    b.replace(20, seed * 2, sentence(seed + 1000, 3));  // more and more of it is rewritten
    CAPTURE(a, b);
    const uint32_t plain = plain_likeness(a, b);
    const uint32_t ours = likeness(ComparableText(a), ComparableText(b));
    // Below a quarter of the sample a pair is not looked at, which is far below any threshold.
    if (plain >= 50 || ours > 0) CHECK(ours == plain);
  }
  CHECK(likeness(ComparableText(sentence(1, 40)), ComparableText(sentence(2, 40))) < 50);
}

TEST_CASE("Case, punctuation, line breaks and links make no difference", "[match][similarity]") {
  const ComparableText a(kCaption);
  CHECK(likeness(a, ComparableText("ACHTZEHN CONTAINER – zwei Reihen … sehr viel Wind!\n\nmein team hat in Moorbek den "
                                   "Speicher ans Netz gebracht https://firma.example/x?y=z #moorbek @anna")) == 100);
  CHECK(likeness(
            a, ComparableText("Achtzehn Container, zwei Reihen, sehr viel Sturm: Mein Team hat in Moorbek den Speicher "
                              "ans Netz gebracht.")) == 83);
  CHECK(likeness(a, ComparableText("Zwanzig Container")) == 0);
  CHECK(likeness(ComparableText("Danke an alle!"), ComparableText("Danke an alle!")) == 0);  // too short to tell
  CHECK(likeness(ComparableText(""), ComparableText("")) == 0);
}

TEST_CASE("Near texts are found among very many", "[match][similarity]") {
  SimilarTexts texts;
  for (uint32_t id = 0; id < 2000; ++id) texts.add(sentence(id * 7 + 1, 30 + static_cast<int>(id % 30)), id);
  texts.finish();
  uint32_t found = 0;
  for (uint32_t id = 0; id < 2000; id += 50) {
    std::string draft = sentence(id * 7 + 1, 30 + static_cast<int>(id % 30));
    draft.replace(30, 8, "xylophon");
    const auto matches = texts.find(ComparableText(draft), 80, 3);
    found += matches.size() == 1 && matches[0].id == id && matches[0].percent < 100 ? 1 : 0;
  }
  CHECK(found == 40);
  CHECK(texts.find(ComparableText(sentence(99'999, 40)), 60, 3).empty());
}

TEST_CASE("A draft too close to an approved caption", "[check][similarity]") {
  Client client({rule("r", R"({"type":"similarity","to":"captions"})", R"(,"message":{"en":"{count} {match}"})")});
  CHECK(client.check(kCaption) == "");  // no library yet
  client.load_library(kLibrary);
  expect(client,
         {
             {kCaption, "r block - 100 The storage"},
             {kCaption, "r block - 100 Der Speicher", R"(,"uiLang":"de")"},
             {"Achtzehn Container, zwei Reihen, sehr viel Sturm: Mein Team hat in Moorbek den Speicher ans Netz "
              "gebracht. #moorbek",
              "r warn - 83 The storage"},
             {"Kurz.", ""},
             {"Mein Team hat in Moorbek den Speicher ans Netz gebracht. Ich war selbst dabei, bei Wind und "
              "Regen, und habe noch nie so gefroren wie an diesem Tag.",
              ""},
             {"", ""},
         });
}

TEST_CASE("A draft too close to earlier posts", "[check][similarity]") {
  Client client({rule("r", R"({"type":"similarity","to":"lastPosts","min":70,"identical":"ask"})",
                      R"(,"message":{"en":"{count} {match}"})")});
  client.load_library(kLibrary);
  const std::string post =
      std::string(R"(,"lastPosts":[{"text":"Hallo"},{"text":")") + kCaption +
      R"(","by":"colleague"},{"text":"Achtzehn Container und zwei Reihen, sehr viel Wind: Mein Team hat in Moorbek den Speicher ans Netz gebracht."}])";
  CHECK(client.check(kCaption, post) == "r ask - 100 Achtzehn Container, zwei Reihen, sehr vi…");
  CHECK(client.check(std::string(kCaption) + " Was für ein Tag!", post) ==
        "r warn - 86 Achtzehn Container, zwei Reihen, sehr vi…");
  CHECK(client.check("Etwas ganz anderes, das niemand vorher geschrieben hat.", post) == "");
  CHECK(client.check(kCaption) == "");
}

TEST_CASE("Which texts come close is a question of its own", "[wire][similarity]") {
  Client client;
  client.load_library(kLibrary);
  const std::string answer =
      client.call(std::string(R"({"op":"similar","id":"s","uiLang":"de","text":")") + kCaption +
                  R"(","lastPosts":[{"text":"Hallo"},{"id":"p1","by":"colleague","text":")" + kCaption + R"( Ja!"}]})");
  CHECK(each_at(answer, "/similar", "percent") == "100 97");
  CHECK(each_at(answer, "/similar", "to") == "caption post");
  CHECK(value_at(answer, "/similar/0/item") == "storage");
  CHECK(value_at(answer, "/similar/0/title") == "Der Speicher");
  CHECK(value_at(answer, "/similar/0/text") == kCaption);
  CHECK(value_at(answer, "/similar/1/post") == "1");
  CHECK(value_at(answer, "/similar/1/postId") == "p1");
  CHECK(value_at(answer, "/similar/1/by") == "colleague");
  CHECK(value_at(client.call(R"({"op":"similar","text":"Kurz."})"), "/longEnough") == "false");
  CHECK(problems_in(client.call(R"({"op":"similar","text":"x","min":50})")).substr(0, 18) == "out-of-range /min:");
  CHECK(client.load({pack({rule("r", R"({"type":"similarity","to":"posts"})")})})
            .find("unknown-value /rules/0/check/to: “posts”") == 0);
}

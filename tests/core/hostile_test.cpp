// Input that is meant to hurt: each is refused or bounded, says so, and costs less than a second and a fixed amount of
// memory.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>

#include "catch.h"
#include "wire_client.h"

using namespace botschaft::test;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double kSeconds = 20;
constexpr double kMegabytes = 4000;
#else
constexpr double kSeconds = 1;
constexpr double kMegabytes = 300;  // besides the request itself
#endif

struct Cost {
  double seconds;    // of this process's own time: other work on the machine does not count
  double megabytes;  // by which its memory grew at its highest
};

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

Cost cost_of(const std::function<void()>& work) {
#ifdef __linux__
  std::ofstream("/proc/self/clear_refs") << "5";  // the highest so far does not count
#endif
  const double before = peak_megabytes();
  const std::clock_t start = std::clock();
  work();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  return {seconds, peak_megabytes() - before};
}

// `make(0)`, `make(1)`, … `count` of them, with commas between.
std::string listed(int count, const std::function<std::string(int)>& make) {
  std::string out;
  for (int i = 0; i < count; ++i) out.append(i > 0 ? "," : "").append(make(i));
  return out;
}

std::string repeated(std::string_view piece, int count) {
  std::string out;
  out.reserve(piece.size() * static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) out += piece;
  return out;
}

std::string word(int number) {
  return "\"w" + std::to_string(number) + "\"";
}

std::string phrases(const std::string& list, const std::string& more = "") {
  return R"({"type":"phrases","phrases":[)" + list + "]" + more + "}";
}

std::string load(const std::string& packs, const char* language = "en") {
  return std::string(R"({"op":"loadPacks","uiLang":")") + language + R"(","packs":[)" + packs + "]}";
}

std::string load_one(const std::string& check, const std::string& more = "") {
  return load(pack({rule("r", check, more)}));
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

void expect_bounded(const std::string& name, const std::string& request, const std::string& expected) {
  CAPTURE(name);
  Client client;
  std::string answer;
  const Cost cost = cost_of([&] { answer = client.call(request); });
  INFO(request.size() / 1000 << " kB, " << cost.seconds << " s, " << cost.megabytes << " MB");
  const std::string problem = first_line(problems_in(answer));
  CHECK(problem.substr(0, expected.size()) == expected);
  CHECK(answer.size() < 100'000);
  CHECK(cost.seconds < kSeconds);
  CHECK(cost.megabytes < kMegabytes);
}

}  // namespace

TEST_CASE("Hostile JSON is refused before it costs anything", "[hostile]") {
  const std::string deep = repeated("[", 100'000) + repeated("]", 100'000);
  expect_bounded(
      "deep rules", load(R"({"format":1,"id":"p","version":"1","name":{"en":"P"},"rules":)" + deep + "}"),
      "too-deep : From byte 163 on there are more than 64 brackets inside one another. Send less at once, and "
      "check that it is the right file.");
  expect_bounded("deep, unknown key", R"({"op":"check","text":"a","x":)" + deep + "}", "too-deep : ");
  expect_bounded("deep, as id", R"({"op":"check","text":"a","id":)" + deep + "}", "too-deep : ");
  expect_bounded("deep objects",
                 R"({"op":"check","text":"a","x":)" + repeated("{\"a\":", 100'000) + "1" + repeated("}", 100'000) + "}",
                 "too-deep : ");
  expect_bounded("deep and open", R"({"op":"check","text":)" + repeated("[", 100'000), "too-deep : ");
  expect_bounded(
      "a million keys",
      R"({"op":"check","text":"a","answers":{)" + listed(900'000, [](int i) { return word(i) + ":1"; }) + "}}",
      "too-many : From byte ");
  expect_bounded(
      "100,000 answers",
      R"({"op":"check","text":"a","answers":{)" + listed(100'000, [](int i) { return word(i) + ":\"yes\""; }) + "}}",
      "too-many : From byte ");
  expect_bounded("millions of empty lists", R"({"op":"check","text":"a","x":[)" + repeated("[],", 5'500'000) + "1]}",
                 "too-many : From byte ");
  expect_bounded("larger than a request may be", R"({"op":"check","text":")" + std::string(17 << 20, 'a') + "\"}",
                 "too-large : The request is larger than 16 MiB. Send less at once.");
  Client client;
  const std::string german = client.call(load("[" + deep + "]", "de"));
  CHECK(value_at(german, "/problems/0/code") == "too-deep");
}

TEST_CASE("The bounds of JSON leave room for what is meant", "[hostile]") {
  Client client;
  // Brackets, commas and colons inside texts are no structure.
  const std::string text = repeated("[{,:\\\"", 100'000);
  CHECK(value_at(client.call(R"({"op":"check","text":")" + text + "\"}"), "/ok") == "true");
  // Exactly as many keys, and values as deep, as there may be; each is then judged by itself.
  const std::string padding = R"({"op":"check","text":")" + std::string(20'000, 'a') + "\",";
  CHECK(
      value_at(client.call(padding + R"("answers":{)" + listed(256, [](int i) { return word(i) + ":\"yes\""; }) + "}}"),
               "/ok") == "true");
  CHECK(first_line(problems_in(client.call(padding + R"("answers":{)" +
                                           listed(257, [](int i) { return word(i) + ":\"yes\""; }) + "}}")))
            .rfind("too-many", 0) == 0);
  CHECK(first_line(problems_in(client.call(padding + "\"x\":" + repeated("[", 63) + repeated("]", 63) + "}")))
            .rfind("unknown-key /x", 0) == 0);
  CHECK(first_line(problems_in(client.call(padding + "\"x\":" + repeated("[", 64) + repeated("]", 64) + "}")))
            .rfind("too-deep", 0) == 0);
}

TEST_CASE("A hostile pack is refused or bounded", "[hostile]") {
  expect_bounded("a million phrases", load_one(phrases(listed(1'000'000, word))),
                 "too-many /rules/0/check/phrases: The list has more than 200000 entries. Shorten or split the list.");
  expect_bounded("as many phrases as there may be", load_one(phrases(listed(200'000, word))), "ok");
  expect_bounded("a message of 1 MB",
                 load_one(phrases("\"a\""), R"(,"message":{"en":")" + std::string(1'000'000, 'm') + "\"}"),
                 "too-long /rules/0/message/en: The text has more than 4000 characters. Shorten the text.");
  expect_bounded("a phrase of 10 MB", load_one(phrases("\"" + std::string(10'000'000, 'a') + "\"")),
                 "too-long /rules/0/check/phrases/0: The text has more than 300 characters. Shorten the text.");
  expect_bounded("a key of 10 MB", load_one(phrases("\"a\""), ",\"" + std::string(10'000'000, 'k') + "\":1"),
                 "unknown-key /rules/0/kkkkk");
  expect_bounded(
      "a hundred dates of 99 kB",
      load(pack(
          {},
          R"(,"holidays":[)" +
              listed(100, [](int) { return R"({"date":")" + std::string(99'000, 'x') + R"(","name":{"en":"n"}})"; }) +
              "]")),
      "bad-date /holidays/0/date: “xxxxx");
  expect_bounded("100,000 rules",
                 load(pack({listed(100'000, [](int i) { return rule("r" + std::to_string(i), phrases("\"a\"")); })})),
                 "too-many /rules: The list has more than 20000 entries.");
  expect_bounded("the same id 20,000 times",
                 load(pack({listed(20'000, [](int) { return rule("r", phrases("\"a\"")); })})),
                 "duplicate-id /rules/1/id: The rule id “r” is used already in the pack “test”.");
  expect_bounded("a million exceptions", load_one(phrases("\"a\"", R"(,"except":[)" + listed(1'000'000, word) + "]")),
                 "too-many /rules/0/check/except: The list has more than 20000 entries.");
  expect_bounded(
      "unknown keys by the hundred thousand",
      load_one(phrases(
          listed(190'000, [](int) { return std::string(R"({"text":"w","rplace":1,"excpt":2,"cas":3,"inflct":4})"); }))),
      "unknown-key /rules/0/check/phrases/0/rplace: There is no key “rplace” here. Did you mean “replace”?");
  for (const char* number : {"-1", "1e6", "1.5", "1e-400", "123456789012345678901234567890", "-9223372036854775809"}) {
    CAPTURE(number);
    Client client;
    const std::string problem =
        client.load({pack({rule("r", R"({"type":"count","of":"words","max":)" + std::string(number) + "}")})});
    CHECK((problem.rfind("out-of-range /rules/0/check/max", 0) == 0 ||
           problem.rfind("wrong-type /rules/0/check/max", 0) == 0));
  }
  Client client;
  CHECK(first_line(client.load({pack({rule("r\\u0000", phrases("\"a\""))})})).rfind("bad-id /rules/0/id", 0) == 0);
  CHECK(client.load({pack({rule("r", phrases("\"a\\u0000b\""))})}) == "ok");
  CHECK(client.check("a\\u0000b") == "");
}

TEST_CASE("Packs are bounded together, and with every name filled in", "[hostile]") {
  const auto many_rules = [](int from) {
    return pack({listed(10'000, [&](int i) { return rule("r" + std::to_string(from + i), phrases("\"a\"")); })}, "",
                "p" + std::to_string(from));
  };
  expect_bounded("20,000 rules in two packs", load(many_rules(0) + "," + many_rules(10'000)), "ok");
  expect_bounded("30,000 rules in three packs",
                 load(many_rules(0) + "," + many_rules(10'000) + "," + many_rules(20'000)),
                 "too-many /packs: Together the packs have more than 20000 rules. Join rules: one rule can have many "
                 "phrases.");
  const std::string names = R"(,"organisation":{"names":[)" + listed(20'000, word) + "]}";
  const std::string too_large =
      "too-many /packs: Together the packs look for more than 300000 phrases and domains; a placeholder such as "
      "{company} counts once for each name.";
  expect_bounded(
      "20,000 names in 100 phrases",
      load(pack({rule("r", phrases(listed(100, [](int i) { return "\"{company} " + std::to_string(i) + "\""; })))},
                names)),
      too_large);
  expect_bounded(
      "20,000 names in the domains of 100 rules",
      load(pack(
          {listed(100,
                  [](int i) { return rule("r" + std::to_string(i), R"({"type":"links","allow":["{company}"]})"); })},
          names)),
      too_large);
  expect_bounded(
      "20,000 names in ten phrases",
      load(pack({rule("r", phrases(listed(10, [](int i) { return "\"{company} " + std::to_string(i) + "\""; })))},
                names)),
      "ok");
  // A pack that replaces every rule of another one.
  const auto all = [](int count) { return listed(count, [](int i) { return "\"r" + std::to_string(i) + "\""; }); };
  expect_bounded(
      "10,000 rules replaced by one",
      load(many_rules(0) + "," + pack({rule("one", phrases("\"b\""), ",\"replaces\":[" + all(10'000) + "]")})), "ok");
}

TEST_CASE("Messages stay short, whatever is filled in", "[hostile]") {
  const std::string message = R"(,"message":{"en":")" + repeated("{match}", 500) + "\"}";
  Client client({rule("r", R"({"type":"phrases","compounds":true,"phrases":["Umsatz"]})", message)});
  std::string answer;
  const Cost cost = cost_of([&] {
    answer = client.call(R"({"op":"check","lang":"de","text":"Umsatz)" + std::string(1'000'000, 'a') + "\"}");
  });
  CHECK(value_at(answer, "/findings/0/end") == "1000006");
  CHECK(answer.size() < 30'000);
  CHECK(cost.megabytes < kMegabytes);
  // As many rules as find every word: findings are counted, not kept.
  std::vector<std::string> rules;
  for (int i = 0; i < 1000; ++i) rules.push_back(rule("r" + std::to_string(i), phrases("\"a\""), message));
  Client many(rules);
  const Cost of_many =
      cost_of([&] { answer = many.call(R"({"op":"check","text":")" + repeated("a ", 100'000) + "\"}"); });
  INFO(of_many.seconds << " s, " << of_many.megabytes << " MB");
  CHECK(value_at(answer, "/omitted") == "99500");
  CHECK(of_many.seconds < kSeconds);
  CHECK(of_many.megabytes < kMegabytes);
}

TEST_CASE("Trying a hostile pack out ends, whatever its examples and replacements are", "[hostile]") {
  const auto step = [](int number, int next) {
    return R"({"text":)" + word(number) + R"(,"replace":)" + word(next) + "}";
  };
  expect_bounded(
      "a circle of a thousand", load_one(phrases(listed(1000, [&](int i) { return step(i, (i + 1) % 1000); }))),
      "replacement-cycle /rules/0/check/phrases/0/replace: Following the suggestions never comes to rest: w0 → "
      "w1 → w2 → w3 → w4 → …. Suggest words that no rule reports.");
  expect_bounded("a circle of 100,000",
                 load_one(phrases(listed(100'000, [&](int i) { return step(i, (i + 1) % 100'000); }))),
                 "replacement-cycle /rules/0/check/phrases/0/replace: ");
  expect_bounded("a chain of a thousand that ends",
                 load_one(phrases(listed(1000, [&](int i) { return step(i, i + 1); }))), "ok");
  expect_bounded(
      "suggestions that grow for ever",
      load_one(phrases(listed(
          300,
          [](int i) { return R"({"text":)" + word(i) + R"(,"replace":"x )" + "w" + std::to_string(i) + " x\"}"; }))),
      "replacement-cycle /rules/0/check/phrases/0/replace: ");
  expect_bounded("the same phrase 150,000 times",
                 load_one(phrases(repeated(R"({"text":"a","replace":"b b b b"},)", 100'000) +
                                  repeated("\"b\",", 50'000) + "\"c\"")),
                 "ok");
  const std::string too_many =
      "too-many /rules/0/examples: From here on the examples are too many or too long to try them all. Keep a few "
      "short "
      "examples for each rule, and name no phrase more than once.";
  expect_bounded(
      "long examples",
      load_one(phrases("\"b\""),
               R"(,"examples":{"good":[)" + listed(700, [](int) { return "\"" + repeated("a ", 9990) + "\""; }) + "]}"),
      too_many);
  expect_bounded(
      "an example full of the same phrase",
      load_one(phrases(repeated("\"a\",", 150'000) + "\"a\""),
               R"(,"examples":{"bad":[)" + listed(100, [](int) { return "\"" + repeated("a ", 9990) + "\""; }) + "]}"),
      too_many);
}

TEST_CASE("A request full of everything is answered within bounds", "[hostile]") {
  const auto history = [](int entries) {
    return R"(,"now":"2026-11-24T08:30Z","history":[)" +
           listed(entries,
                  [](int i) {
                    return R"({"network":"linkedin","at":"2026-11-)" + std::to_string(10 + i % 10) + R"(T08:00Z"})";
                  }) +
           "]";
  };
  expect_bounded("a history of 100,000", R"({"op":"check","text":"a")" + history(100'000) + "}",
                 "too-many /history: The list has more than 10000 entries.");
  Client client({rule("f", R"({"type":"frequency","perDay":1,"perWeek":2,"minGapMinutes":60})"),
                 rule("w", phrases("\"wort\",{\"text\":\"gut\",\"except\":[\"gut gut\"]}"))});
  std::string answer;
  const auto cost_of_check = [&](const std::string& text, const std::string& more = "") {
    const std::string request = R"({"op":"check","text":")" + text + "\"" + more + "}";
    const Cost cost = cost_of([&] { answer = client.call(request); });
    INFO(text.substr(0, 40) << ": " << cost.seconds << " s, " << cost.megabytes << " MB");
    CHECK(value_at(answer, "/ok") == "true");
    CHECK(cost.seconds < kSeconds);
    CHECK(cost.megabytes < kMegabytes);
  };
  cost_of_check("a", history(10'000));
  cost_of_check(repeated("wort ", 200'000));  // a finding each
  CHECK(value_at(answer, "/omitted") == "99500");
  cost_of_check(repeated("a ", 500'000));       // as many words as fit
  cost_of_check(repeated(".", 1'000'000));      // as many tokens as fit, in one line
  cost_of_check(repeated("gut ", 250'000));     // exceptions everywhere
  cost_of_check(repeated("\\ud83d", 300'000));  // half characters, mended
  cost_of_check(repeated("\xFF", 300'000));     // bytes that are no UTF-8, mended
  cost_of_check(repeated("\\u0000", 150'000));
  cost_of_check(std::string(1'000'000, 'a'));
}

// Roles, responsibilities and approval: what the author's role may do, whom to ask, and who must agree.
#include "check/duties.h"
#include "check_cases.h"

using namespace botschaft::test;

namespace {

const char* const kPeople = R"(,
  "roles":[
    {"id":"everyone","name":{"de":"Alle","en":"Everyone"},"may":["share","comment","like"]},
    {"id":"expert","name":{"de":"Fachleute","en":"Experts"},"may":["author","share",{"act":"comment","networks":["linkedin"]}],
     "topics":["hiring"],"otherwise":"expert"},
    {"id":"trainee","name":{"de":"Auszubildende","en":"Trainees"},"may":["share"],"otherwise":"approval","approvers":["press"]},
    {"id":"press","name":{"de":"Presse","en":"Press"},"contact":{"email":"press@werk.example"}},
    {"id":"free","name":{"de":"Frei","en":"Free"}}],
  "topics":[{"id":"hiring","name":{"de":"Ausbildung","en":"Hiring"},"phrases":["job","apprentice"],"inflect":true},
    {"id":"money","name":{"de":"Geld","en":"Money"},"phrases":[{"text":"budget","except":["energy budget"]}]},
    {"id":"silent","name":{"de":"Still","en":"Silent"}}],
  "people":[
    {"id":"anna","name":"Anna Berg","role":"press","email":"anna@werk.example","slack":"https://werk.slack.example/anna",
     "key":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
    {"id":"ben","name":"Ben Cole","teams":"https://teams.example/ben"}],
  "responsibilities":[{"topics":["hiring"],"role":"press"},
    {"topics":["hiring","silent"],"person":"anna","deputy":"ben","note":{"de":"Fragen zur Ausbildung","en":"Questions on hiring"}}],
  "approval":{"rules":[
    {"id":"money-first","title":{"de":"Geld","en":"Money"},"level":"block","topics":["money"],"by":["ben"],"where":{"kinds":["post"]}},
    {"id":"own-pictures","title":{"de":"Bilder","en":"Pictures"},"people":true,"by":["press"],"days":3}],
   "channels":[{"id":"talk","type":"slack","name":{"de":"Kanal","en":"Channel"},"url":"https://hooks.slack.example/x"}]},
  "protected":[{"id":"pay","name":{"de":"Lohn","en":"Pay"},"phrases":["wage"]}])";

const char* const kLibrary =
    R"({"format":1,"id":"l","name":{"de":"L","en":"L"},"items":[{"id":"i","title":{"de":"T","en":"T"},"url":"https://werk.example/a",
      "captions":[{"lang":"en","text":"Our workshop has three new places for people who like to build pumps and to travel, and the budget grows."}]}]})";

struct Company : Client {
  Company() : Client({rule("r", R"({"type":"phrases","phrases":["never-said"]})")}, kPeople) {
    REQUIRE(load_library(kLibrary) == "ok");
  }
};

std::string role_of(Client& c, std::string_view text, const std::string& more) {
  const std::string answer = c.check_answer(text, more);
  std::string out = value_at(answer, "/verdict");
  for (const char* field : {"act", "may", "because", "otherwise"}) {
    const std::string value = value_at(answer, std::string("/duties/role/") + field);
    if (value != "-") out += " " + value;
  }
  return out;
}

// One approval of a request; `more` follows it.
std::string given(const std::string& by, const std::string& hash = "h", const std::string& network = "linkedin",
                  const std::string& decision = "approved", const std::string& from = "1764000000",
                  const std::string& until = "1765000000") {
  return R"({"by":")" + by + R"(","textHash":")" + hash + R"(","network":")" + network + R"(","decision":")" +
         decision + R"(","from":)" + from + R"(,"until":)" + until + "}";
}
std::string approvals(const std::string& list, const char* now = "2025-11-26T12:00Z") {
  return R"(,"textHash":"h","approvals":[)" + list + R"(],"now":")" + now + "\"";
}

}  // namespace

TEST_CASE("What a role may do by act, network and topic", "[check][duties]") {
  Company c;
  const auto post = [&](const char* role, const char* text, const std::string& more = "") {
    return role_of(c, text, std::string(R"(,"role":")") + role + "\"" + more);
  };
  CHECK(post("everyone", "My own words") == "warn author false act approved-content");
  CHECK(post("everyone", "My own words", R"(,"kind":"comment")") == "clean comment true");
  CHECK(post("expert", "My own words") == "clean author true");
  CHECK(post("expert", "We have jobs") == "clean author true");
  CHECK(post("expert", "The budget") == "block author false topic expert");
  CHECK(post("expert", "The energy budget") == "clean author true");
  CHECK(post("expert", "Nice", R"(,"kind":"reply")") == "clean comment true");
  CHECK(post("expert", "Nice", R"(,"kind":"reply","network":"x")") == "warn comment false network expert");
  CHECK(post("trainee", "My own words") == "warn author false act approval");
  CHECK(post("press", "My own words") == "clean author true");
  CHECK(post("free", "Nice", R"(,"kind":"comment","network":"x")") == "clean comment true");
  // Neither an unknown role nor an empty draft is held.
  CHECK(post("nobody", "My own words") == "clean");
  CHECK(post("everyone", "") == "clean");
  CHECK(role_of(c, "My own words", "") == "clean");
}

TEST_CASE("Approved content is shared, whatever its topic", "[check][duties]") {
  Company c;
  const char* const caption =
      "Our workshop has three new places for people who like to build pumps and to travel, and the budget grows.";
  CHECK(role_of(c, caption, R"(,"role":"everyone")") == "clean share true");
  // In one's own words it needs the agreement that its topic needs.
  CHECK(role_of(c, std::string(caption) + " What a summer!", R"(,"role":"everyone")") == "block share true");
}

TEST_CASE("Who answers for a topic is named, with the deputy", "[check][duties]") {
  Company c;
  const std::string answer = c.check_answer("Two jobs and a budget", R"(,"uiLang":"de")");
  CHECK(each_at(answer, "/topics", "id") == "hiring money");
  CHECK(each_at(answer, "/duties/contacts", "note") == "Fragen zur Ausbildung");
  CHECK(value_at(answer, "/duties/contacts/0/people/0/name") == "Anna Berg");
  CHECK(value_at(answer, "/duties/contacts/0/people/0/slack") == "https://werk.slack.example/anna");
  CHECK(value_at(answer, "/duties/contacts/0/deputy/teams") == "https://teams.example/ben");
  CHECK(value_at(c.check_answer("Hello"), "/duties") == "-");
}

TEST_CASE("A post that needs agreement is held until it is there", "[check][duties]") {
  Company c;
  const auto state = [&](const std::string& more) {
    const std::string answer = c.check_answer("The budget", more);
    const std::string states = value_at(answer, "/duties/states");
    return value_at(answer, "/verdict") + " " + value_at(answer, "/duties/approvals/0/state") +
           (states == "-" ? "" : " " + states);
  };
  CHECK(state("") == "block needed");
  CHECK(state(approvals(given("ben"))) == R"(clean given ["valid"])");
  CHECK(state(approvals(given("anna"))) == R"(block needed ["valid"])");  // she is not asked for this
  CHECK(state(approvals(given("carl"))) == R"(block needed ["unknown-person"])");
  CHECK(state(approvals(given("ben", "other"))) == R"(block needed ["other-text"])");
  CHECK(state(approvals(given("ben", "h", "x"))) == R"(block needed ["other-network"])");
  CHECK(state(approvals(given("ben", "h", "linkedin", "refused"))) == R"(block needed ["refused"])");
  CHECK(state(approvals(given("ben", "h", "linkedin", "changes"))) == R"(block needed ["changes"])");
  CHECK(state(approvals(given("ben"), "2025-12-07T12:00Z")) == R"(block needed ["expired"])");
  CHECK(state(approvals(given("ben"), "2025-11-20T12:00Z")) == R"(block needed ["not-yet"])");
  CHECK(state(approvals(given("anna") + "," + given("ben"))) == R"(clean given ["valid","valid"])");
  // The last second counts, the one after it does not.
  CHECK(state(approvals(given("ben", "h", "linkedin", "approved", "0", "1764158400"), "2025-11-26T11:59:59Z")) ==
        R"(clean given ["valid"])");
  CHECK(state(approvals(given("ben", "h", "linkedin", "approved", "0", "1764158400"))) ==
        R"(block needed ["expired"])");
  CHECK(value_at(c.check_answer("The budget", R"(,"kind":"comment")"), "/verdict") == "clean");
}

TEST_CASE("A role's own posts may go by approval", "[check][duties]") {
  Company c;
  const std::string role = R"(,"role":"trainee")";
  CHECK(value_at(c.check_answer("Hello all", role), "/duties/approvals/0/id") == "role-trainee");
  CHECK(value_at(c.check_answer("Hello all", role), "/duties/approvals/0/by/0/name") == "Anna Berg");
  CHECK(value_at(c.check_answer("Hello all", role + approvals(given("anna"))), "/verdict") == "clean");
}

TEST_CASE("Pictures of people need agreement; where that is not known, the author is asked", "[check][duties]") {
  Company c;
  const auto state = [&](const std::string& more) {
    const std::string answer = c.check_answer("Hello", more);
    return value_at(answer, "/verdict") + " " + value_at(answer, "/duties/approvals/0/state");
  };
  CHECK(state("") == "clean -");
  CHECK(state(R"(,"images":1)") == "clean unsure");
  CHECK(state(R"(,"media":[{"type":"image","people":true}])") == "warn needed");
  CHECK(state(R"(,"media":[{"type":"image","people":false}])") == "clean -");
  CHECK(state(R"(,"images":2,"media":[{"type":"image","people":false}])") == "clean unsure");
  CHECK(state(R"(,"images":1,"answers":{"own-pictures":"yes"})") == "warn needed");
  CHECK(state(R"(,"images":1,"answers":{"own-pictures":"no"})") == "clean -");
}

TEST_CASE("Nobody needs consent to speak of a protected topic", "[check][duties]") {
  Company c;
  CHECK(role_of(c, "My wage and the budget", R"(,"role":"everyone")") == "clean");
}

TEST_CASE("The form of a text that an approval is for", "[check][duties]") {
  using botschaft::check::approved_form;
  CHECK(approved_form("") == "");
  CHECK(approved_form(" \r\n\t ") == "");
  CHECK(approved_form("a \r\nb\rc\xE2\x80\xA8"
                      "d\n\n") == "a\nb\nc\nd");
  CHECK(approved_form("a\xC2\xA0"
                      "b\tc") == "a b c");
  CHECK(approved_form("o\xCC\x88") == "\xC3\xB6");
  CHECK(approved_form("a  b\n\nc") == "a  b\n\nc");
  CHECK(approved_form(approved_form(" \xE2\x80\xA9 x y ")) == approved_form(" \xE2\x80\xA9 x y "));
}

TEST_CASE("What packs say about people that cannot be", "[wire][duties]") {
  Client c;
  const auto load = [&](const std::string& more) {
    return c.load({pack({rule("r", R"({"type":"phrases","phrases":["a"]})")}, "," + more)});
  };
  const std::string name = R"("name":{"de":"N","en":"N"})";
  CHECK(load(R"("roles":[{"id":"a",)" + name + R"(,"may":["author"],"topics":["hirring"]}],"topics":[{"id":"hiring",)" +
             name + "}]") ==
        "unknown-topic /roles/0/topics: No pack describes “hirring” under “topics”. Did you mean “hiring”?");
  CHECK(load(R"("roles":[{"id":"a",)" + name + R"(,"approvers":["x"]}])") ==
        "unknown-person /roles/0/approvers: No pack describes “x” under “people”. Describe it under “people”.");
  CHECK(load(R"("roles":[{"id":"a",)" + name + R"(,"otherwise":"approval"}])").starts_with("contradiction /roles/0: "));
  CHECK(load(R"("people":[{"id":"a","name":"A","email":"a@b@c"}])").starts_with("bad-email /people/0/email: "));
  CHECK(load(R"("people":[{"id":"a","name":"A","key":"short"}])").starts_with("bad-key /people/0/key: "));
  CHECK(load(R"("people":[{"id":"a","name":"A","slack":"http://slack.example"}])")
            .starts_with("bad-url /people/0/slack: This is no address with https."));
  CHECK(load(R"("people":[{"id":"a","name":"A"},{"id":"a","name":"B"}])").starts_with("duplicate-id /people/1: "));
  CHECK(load(R"("people":[{"id":"a","name":"A"}],"responsibilities":[{"topics":["t"],"person":"a","role":"r"}])")
            .starts_with("contradiction /responsibilities/0"));
  const auto channel = [&](const std::string& keys) {
    return load(R"("approval":{"channels":[{"id":"c",)" + name + "," + keys + "}]}");
  };
  CHECK(channel(R"("type":"slack")")
            .starts_with("missing-key /approval/channels/0: A channel of the type “slack” lacks “url”"));
  CHECK(channel(R"("type":"slack","url":"http://hooks.example/x")").starts_with("bad-url /approval/channels/0/url: "));
  CHECK(channel(R"("type":"copy","to":"a@b.example")").starts_with("contradiction /approval/channels/0/to: "));
  CHECK(channel(R"("type":"slack","url":"http://127.0.0.1:8080/x")") == "ok");
  CHECK(load(R"("approval":{"rules":[{"id":"x","title":{"de":"T","en":"T"},"by":["x"],"channel":"c"}]})") ==
        "unknown-person /approval/rules/0/by: No pack describes “x” under “people”. Describe it under “people”.\n"
        "unknown-channel /approval/rules/0/channel: No pack describes “c” under “channels”. Describe it under "
        "“channels”.");
}

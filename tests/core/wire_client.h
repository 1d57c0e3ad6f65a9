// The core as its callers see it: requests go in as JSON, answers come back as lines that a test can compare.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft::wire {
class Session;
}

namespace botschaft::test {

// `text` as a JSON string, quotes included.
[[nodiscard]] std::string quoted(std::string_view text);

// The value at a JSON pointer: texts bare, everything else as JSON; "-" where there is none.
[[nodiscard]] std::string value_at(std::string_view json, std::string_view pointer);
// The same field of every element of a list, joined by spaces.
[[nodiscard]] std::string each_at(std::string_view json, std::string_view list, std::string_view field);

// One per line: "rule level start-end message", "-" for a finding without a place, then " | start-end fix" for each
// fix.
[[nodiscard]] std::string findings_in(std::string_view answer);
// One per line: "code place: reason mend", from "problems", "leftOut" and "notices"; "ok" where there are none.
[[nodiscard]] std::string problems_in(std::string_view answer);

// What the author of these packs is told: "error" or "warning" before each line of problems_in; "ok" where there is
// nothing. `today` is YYYY-MM-DD or empty.
[[nodiscard]] std::string advice_on(const std::vector<std::string>& packs, std::string_view ui_language = "en",
                                    std::string_view today = "", bool unshown_phrases = false);

// A rule whose message is "{match}" unless `more` (further members, beginning with a comma) says otherwise.
[[nodiscard]] std::string rule(std::string_view id, std::string_view check, std::string_view more = "",
                               std::string_view level = "warn");
// A pack of these rules, in Europe/Berlin.
[[nodiscard]] std::string pack(const std::vector<std::string>& rules, std::string_view more = "",
                               std::string_view id = "test");
// Summer time in Berlin from March to October 2026, as the "zone" member of a request.
extern const char* const kBerlin;

class Client {
 public:
  Client();
  ~Client();
  // Loads one pack, which must be fine.
  explicit Client(const std::vector<std::string>& rules, std::string_view more = "");

  std::string call(std::string_view request);
  // problems_in the answer to loading these packs.
  std::string load(const std::vector<std::string>& packs, std::string_view ui_language = "en");
  std::string load_library(std::string_view library);
  // findings_in the answer to checking `text`; `more` is further members of the request, beginning with a comma.
  std::string check(std::string_view text, std::string_view more = "") { return findings_in(check_answer(text, more)); }
  std::string check_answer(std::string_view text, std::string_view more = "");
  const wire::Session& session() const { return *session_; }

 private:
  std::unique_ptr<wire::Session> session_;  // by pointer, so that the tests need not compile the JSON library
};

}  // namespace botschaft::test

// `botschaft approve`: makes keys, signs approvals, and says what an approval is worth for a text.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "approval_token.h"
#include "base/nearest.h"
#include "check/duties.h"
#include "commands.h"
#include "files.h"
#include "session_setup.h"

namespace botschaft::cli {
namespace {

constexpr int64_t kDay = 24 * 60 * 60;

// Written anew and for its owner only: a key that others can read is no key.
int new_key(const ApproveOptions& options) {
  const bool german = options.ui_language == "de";
  if (options.by.empty()) {
    std::fputs(german ? "--by: Sag, wessen Schlüssel es ist.\n    Die id der Person im Pack angeben.\n"
                      : "--by: say whose key it is.\n    Give the person's id in the pack.\n",
               stderr);
    return kExitBadInput;
  }
  const SigningKey key = make_key(options.by);
  const int file = open(options.new_key.c_str(), O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
  if (file < 0) {
    std::fprintf(stderr, "%s: %s\n    %s\n", options.new_key.c_str(), std::strerror(errno),
                 german ? "Einen neuen Dateinamen in einem Ordner nehmen, in den du schreiben darfst."
                        : "Name a new file in a folder that you may write to.");
    return kExitBadInput;
  }
  const std::string json = to_jwk(key) + "\n";
  const bool written = write(file, json.data(), json.size()) == static_cast<ssize_t>(json.size());
  if (close(file) != 0 || !written) {
    std::fprintf(stderr, "%s: %s\n", options.new_key.c_str(), std::strerror(errno));
    return kExitBadInput;
  }
  std::printf("\"key\": \"%s\"\n", key.public_key.c_str());
  std::fputs(german ? "Diese Zeile gehört im Pack unter „people“ zur Person. Die Datei bleibt geheim.\n"
                    : "This line belongs to the person under \"people\" in the pack. The file stays secret.\n",
             stderr);
  return kExitClean;
}

// The instant that --at means, or the system's.
std::optional<int64_t> instant(const ApproveOptions& options) {
  if (options.at.empty()) return static_cast<int64_t>(std::time(nullptr));
  const auto moment = timing::parse_moment(options.at, {});
  if (!moment) {
    std::fprintf(stderr, "--at: \"%s\" is no point in time.\n    Write it as YYYY-MM-DDThh:mmZ.\n", options.at.c_str());
    return std::nullopt;
  }
  return moment->utc;
}

// The request for a check of the text as of `now`.
Json check_request(const ApproveOptions& options, const std::string& text, int64_t now) {
  Json request{{"op", "check"}, {"text", text}, {"network", options.network}, {"uiLang", options.ui_language}};
  // To the second: an approval that has just been given holds.
  const timing::LocalMinute minute = timing::Moment{now, now}.minute();
  const std::string seconds = std::to_string(100 + now - minute * 60).substr(1);
  request["now"] = timing::format_local_minute(minute) + ":" + seconds + "Z";
  return request;
}

// How many days an approval holds: of the approval rules that the text falls under the shortest. None after telling
// what is wrong.
std::optional<int64_t> days_for(const ApproveOptions& options, const wire::Session& session, const std::string& text,
                                int64_t now) {
  if (options.days) return *options.days;
  const wire::Reply reply = session.ask(check_request(options, text, now).dump());
  const Json answer = Json::parse(reply.json);
  if (!reply.ok) {
    print_problems(answer);
    return std::nullopt;
  }
  std::optional<int64_t> days;
  const Json duties = answer.value("duties", Json::object());
  for (const Json& approval : duties.value("approvals", Json::array())) {
    const auto of_rule = approval["days"].get<int64_t>();
    days = std::min(days.value_or(of_rule), of_rule);
  }
  return days.value_or(pack::ApprovalRule().days);
}

// A text of white space only.
Problem nothing_to_approve(const std::string& file) {
  return {"empty-text",
          file,
          "",
          {"Hier steht kein Text, dem man zustimmen könnte.", "There is no text to agree to."},
          {"Den Text des Beitrags geben.", "Give the post's text."}};
}

Problem unknown_approver(const std::string& document, const std::string& by, const check::People& people) {
  std::vector<std::string_view> known;
  for (const pack::Person& person : people.people) known.push_back(person.id);
  Problem problem{"unknown-person",
                  document,
                  "",
                  {"Die Leitlinie kennt „" + by + "“ nicht.", "The guideline does not know “" + by + "”."},
                  {"Die id einer Person angeben, die im Pack unter „people“ steht.",
                   "Give the id of a person under “people” in the pack."}};
  if (const auto near = nearest(by, known))
    problem.mend = {"Gemeint ist wohl „" + std::string(*near) + "“.", "Did you mean “" + std::string(*near) + "”?"};
  return problem;
}

Problem no_key_of(const std::string& document, const pack::Person& person) {
  return {"no-key",
          document,
          "",
          {"Die Leitlinie hat keinen Schlüssel von " + person.name + ".",
           "The guideline has no key of " + person.name + "."},
          {"Die Zeile, die „botschaft approve --new-key“ ausgibt, im Pack zur Person schreiben.",
           "Write the line that “botschaft approve --new-key” prints to the person in the pack."}};
}

Problem other_key(const std::string& document, const pack::Person& person) {
  return {"other-key",
          document,
          "",
          {"Das ist nicht der Schlüssel, den die Leitlinie von " + person.name + " hat.",
           "This is not the key that the guideline has for " + person.name + "."},
          {"Mit dem Schlüssel unterschreiben, dessen öffentliche Hälfte im Pack steht.",
           "Sign with the key whose public half is in the pack."}};
}

// Why nobody who has the guideline would accept the token that `options` made, if so.
std::optional<Problem> why_never_valid(const ApproveOptions& options, const check::People& people,
                                       const std::string& by, const std::string& token) {
  const std::string said_in = options.by.empty() ? options.key : "--by";
  const pack::Person* person = people.person(by);
  if (person == nullptr) return unknown_approver(said_in, by, people);
  if (person->key.empty()) return no_key_of(said_in, *person);
  if (!is_signed_by(token, person->key)) return other_key(options.key, *person);
  return std::nullopt;
}

int sign_approval(const ApproveOptions& options, const wire::Session& session, const std::string& text, int64_t now) {
  if (check::approved_form(text).empty()) {
    print_problems(Problems{nothing_to_approve(options.file)}, options.ui_language);
    return kExitBadInput;
  }
  const Result<std::string> file = read_file(options.key);
  if (!file.ok()) {
    print_problems(file.problems(), options.ui_language);
    return kExitBadInput;
  }
  const Result<SigningKey> key = from_jwk(file.value());
  if (!key.ok()) {
    print_problems(key.problems(), options.ui_language, options.key + ": ");
    return kExitBadInput;
  }
  ApprovalClaims claims;
  claims.by = options.by.empty() ? key.value().person : options.by;
  claims.text_hash = text_hash(text);
  claims.network = options.network;
  claims.decision = options.decision;
  claims.note = options.note;
  if (const auto& packs = session.engine().rules().packs(); !packs.empty()) {
    claims.pack = packs.back().id;
    claims.pack_version = packs.back().version;
  }
  claims.issued = claims.from = now;
  const std::optional<int64_t> days = days_for(options, session, text, now);
  if (!days) return kExitBadInput;
  claims.until = now + *days * kDay;
  const std::string token = sign(claims, key.value());
  if (token.empty()) {
    std::fputs("The approval could not be signed.\n    Make a new key with --new-key.\n", stderr);
    return kExitBadInput;
  }
  if (!options.packs.empty()) {
    const auto problem = why_never_valid(options, session.engine().rules().people(), claims.by, token);
    if (problem) {
      print_problems(Problems{*problem}, options.ui_language);
      return kExitBadInput;
    }
  }
  std::printf("%s\n", token.c_str());
  return kExitClean;
}

struct Verdict {
  std::string_view state;
  LocalizedText said;
};

// In the words of the core's states (check/given_approval.h).
const Verdict kVerdicts[] = {
    {"valid", {"Gilt: {by} hat diesem Text zugestimmt.", "Valid: {by} has agreed to this text."}},
    {"other-text",
     {"Gilt nicht: Die Freigabe von {by} ist für einen anderen Text. Nach einer Änderung braucht es eine neue.",
      "Not valid: the approval of {by} is for another text. After a change a new one is needed."}},
    {"other-network",
     {"Gilt nicht: Die Freigabe von {by} ist für ein anderes Netzwerk.",
      "Not valid: the approval of {by} is for another network."}},
    {"expired",
     {"Gilt nicht mehr: Die Freigabe von {by} ist abgelaufen.", "No longer valid: the approval of {by} has expired."}},
    {"not-yet", {"Gilt noch nicht: Uhr und Zeitzone prüfen.", "Not valid yet: check the clock and the time zone."}},
    {"unknown-person", {"Gilt nicht: Die Leitlinie kennt {by} nicht.", "Not valid: the guideline does not know {by}."}},
    {"changes", {"{by} wünscht Änderungen.", "{by} wants changes."}},
    {"refused", {"{by} hat abgelehnt.", "{by} has refused."}},
};

int verify(const ApproveOptions& options, const wire::Session& session, const std::string& text, int64_t now) {
  const UiLanguage language = options.ui_language == "de" ? UiLanguage::kGerman : UiLanguage::kEnglish;
  const Result<ApprovalClaims> read = read_token(options.verify);
  if (!read.ok()) {
    print_problems(read.problems(), options.ui_language);
    return kExitBadInput;
  }
  const ApprovalClaims& claims = read.value();
  const pack::Person* person = session.engine().rules().people().person(claims.by);
  if (person != nullptr && !is_signed_by(options.verify, person->key)) {
    std::fputs(language == UiLanguage::kGerman
                   ? "Gefälscht oder beschädigt: Die Unterschrift passt nicht zum Schlüssel in der Leitlinie.\n"
                   : "Forged or damaged: the signature does not fit the key in the guideline.\n",
               stderr);
    return kExitFound;
  }
  Json request = check_request(options, text, now);
  request["textHash"] = text_hash(text);
  Json given{{"by", claims.by}};
  given["textHash"] = claims.text_hash;
  given["network"] = claims.network;
  given["decision"] = claims.decision;
  given["from"] = claims.from;
  given["until"] = claims.until;
  request["approvals"] = Json::array({given});
  const wire::Reply reply = session.ask(request.dump());
  const Json answer = Json::parse(reply.json);
  if (!reply.ok) {
    print_problems(answer);
    return kExitBadInput;
  }
  const std::string state = answer["duties"]["states"][0];
  for (const Verdict& verdict : kVerdicts) {
    if (verdict.state != state) continue;
    std::string said = verdict.said.in(language);
    if (const size_t at = said.find("{by}"); at != std::string::npos)
      said.replace(at, 4, person != nullptr ? person->name : claims.by);
    std::printf("%s\n", said.c_str());
  }
  if (!claims.note.empty()) std::printf("    %s\n", claims.note.c_str());
  return state == "valid" ? kExitClean : kExitFound;
}

}  // namespace

int run_approve(const ApproveOptions& options) {
  if (!options.new_key.empty()) return new_key(options);
  if (options.key.empty() == options.verify.empty()) {
    std::fputs(options.ui_language == "de" ? "Eines von --new-key, --key und --verify angeben.\n"
                                           : "Give one of --new-key, --key and --verify.\n",
               stderr);
    return kExitBadInput;
  }
  wire::Session session;
  if (!load_packs(session, options.packs, options.ui_language)) return kExitBadInput;
  const Result<std::string> text = read_draft(options.file, options.ui_language);
  if (!text.ok()) {
    print_problems(text.problems(), options.ui_language);
    return kExitBadInput;
  }
  const std::optional<int64_t> now = instant(options);
  if (!now) return kExitBadInput;
  return options.verify.empty() ? sign_approval(options, session, text.value(), *now)
                                : verify(options, session, text.value(), *now);
}

}  // namespace botschaft::cli

#include <algorithm>
#include <array>
#include <cstdio>

#include "commands.h"
#include "files.h"
#include "image_facts.h"
#include "line_answers.h"
#include "session_setup.h"
#include "text_report.h"

namespace botschaft::cli {
namespace {

// Whether a check's verdict is at or above the level; "ask" needs a person and counts like a hint.
bool is_found(const std::string& verdict, const std::string& fail_on) {
  constexpr std::array<std::string_view, 5> kRising{"clean", "hint", "ask", "warn", "block"};
  const auto rank = [&](std::string_view level) {
    return std::find(kRising.begin(), kRising.end(), level) - kRising.begin();
  };
  return !verdict.empty() && rank(verdict) >= rank(fail_on);
}

// Whether the packs know the role; says which they do where they do not.
bool knows_role(const CheckOptions& options, const wire::Session& session) {
  std::string known;
  for (const pack::Pack& pack : session.engine().rules().packs()) {
    for (const pack::Role& named : pack.roles) {
      if (named.id == options.role) return true;
      known += (known.empty() ? "" : ", ") + named.id;
    }
  }
  if (options.role.empty() || known.empty()) return true;
  print_problems(Problems{{"unknown-role",
                           "--role",
                           "",
                           {"Die Leitlinie kennt keine Rolle „" + options.role + "“.",
                            "The guideline knows no role “" + options.role + "”."},
                           {"Eine von diesen nehmen: " + known + ".", "Use one of: " + known + "."}}},
                 options.ui_language);
  return false;
}

// Without a time nothing is said about time, and a history is of no use. Each line of many may bring its own.
void tell_unused_history(const CheckOptions& options) {
  if (options.history.empty() || !options.at.empty() || options.format == "jsonl") return;
  print_problems(Problems{{"unused-history",
                           "--history",
                           "",
                           {"Ohne --at gilt keine Regel zur Häufigkeit; die Datei wird nicht gebraucht.",
                            "Without --at no rule of frequency applies; the file is not used."},
                           {"Mit --at sagen, wann gepostet werden soll.", "Say with --at when it is to be posted."}}},
                 options.ui_language);
}

// What the image files say, behind what --media says. False after telling what is wrong.
bool add_images(Json& request, const CheckOptions& options) {
  for (const std::string& path : options.images) {
    Result<Json> facts = image_facts(path);
    if (!facts.ok()) {
      print_problems(facts.problems(), options.ui_language);
      return false;
    }
    request["media"].push_back(std::move(facts.value()));
  }
  return true;
}

bool make_request(const CheckOptions& options, const wire::Session& session, Json& request) {
  request = {{"op", "check"},
             {"network", options.network},
             {"kind", options.kind},
             {"lang", options.language},
             {"uiLang", options.ui_language}};
  if (!options.role.empty()) request["role"] = options.role;
  if (!options.jurisdictions.empty()) request["jurisdictions"] = options.jurisdictions;
  return set_time(request, options.at, session, options.ui_language) &&
         set_from_file(request, "history", options.history, options.ui_language) &&
         set_from_file(request, "media", options.media, options.ui_language) &&
         set_from_file(request, "lastPosts", options.last_posts, options.ui_language) && add_images(request, options);
}

int check_lines(const CheckOptions& options, const wire::Session& session, const Json& defaults) {
  const Result<LineTotals> totals = answer_lines(session, options.file, defaults.dump(), is_found, options.fail_on);
  if (!totals.ok()) {
    print_problems(totals.problems(), options.ui_language);
    return kExitBadInput;
  }
  if (totals.value().failed > 0) return kExitBadInput;
  return totals.value().found > 0 ? kExitFound : kExitClean;
}

}  // namespace

int run_check(const CheckOptions& options) {
  wire::Session session;
  if (!load_packs(session, options.packs, options.ui_language)) return kExitBadInput;
  if (!knows_role(options, session)) return kExitBadInput;
  tell_unused_history(options);
  if (!options.library.empty() && !load_library(session, options.library, options.ui_language)) return kExitBadInput;
  Json request;
  if (!make_request(options, session, request)) return kExitBadInput;
  if (options.format == "jsonl") return check_lines(options, session, request);
  const Result<std::string> content = read_draft(options.file, options.ui_language);
  if (!content.ok()) {
    print_problems(content.problems(), options.ui_language);
    return kExitBadInput;
  }
  const std::string& text = content.value();
  request["text"] = text;
  const wire::Reply reply = session.ask(request.dump());
  const Json answer = Json::parse(reply.json);
  if (!reply.ok) {
    print_problems(answer);
    return kExitBadInput;
  }
  if (options.format == "json") {
    std::printf("%s\n", reply.json.c_str());
  } else {
    const std::string name = options.file == "-" ? "draft" : options.file;
    std::fputs(check_report(answer, text, name, {wants_colours(), options.ui_language == "de"}).c_str(), stdout);
    if (const auto notices = answer.find("notices"); notices != answer.end())
      print_problems(Json{{"problems", *notices}});
  }
  return is_found(reply.verdict, options.fail_on) ? kExitFound : kExitClean;
}

}  // namespace botschaft::cli

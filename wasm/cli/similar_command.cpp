// Which approved captions and earlier posts a text comes close to.
#include <cstdio>

#include "commands.h"
#include "files.h"
#include "session_setup.h"

namespace botschaft::cli {
namespace {

std::string as_text(const Json& answer, bool german) {
  const Json& similar = answer["similar"];
  if (!answer["longEnough"].get<bool>())
    return german ? "Der Text ist zu kurz zum Vergleichen.\n" : "The text is too short to be compared.\n";
  if (similar.empty()) return german ? "Nichts klingt so.\n" : "Nothing sounds like it.\n";
  std::string out;
  for (const Json& one : similar) {
    std::string what;
    if (one["to"] == "caption") {
      what = one["item"].get<std::string>() + "  " + one["title"].get<std::string>();
    } else {
      const bool own = one["by"] == "self";
      what = german ? (own ? "eigener Beitrag" : "Beitrag aus dem Kreis der Kollegen")
                    : (own ? "own post" : "colleague's post");
      if (const auto id = one.find("postId"); id != one.end()) what += "  " + id->get<std::string>();
    }
    std::string text = one["text"].get<std::string>();
    for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 5) text.replace(at, 1, "\n    ");
    out += std::to_string(one["percent"].get<int>()) + " %  " + what + "\n    " + text + "\n";
  }
  return out;
}

}  // namespace

int run_similar(const SimilarOptions& options) {
  wire::Session session;
  if (!options.library.empty() && !load_library(session, options.library, options.ui_language)) return kExitBadInput;
  Json request{{"op", "similar"}, {"uiLang", options.ui_language}, {"min", options.min}};
  if (!set_from_file(request, "lastPosts", options.last_posts, options.ui_language)) return kExitBadInput;
  const Result<std::string> text = read_draft(options.file, options.ui_language);
  if (!text.ok()) {
    print_problems(text.problems(), options.ui_language);
    return kExitBadInput;
  }
  request["text"] = text.value();
  const wire::Reply reply = session.ask(request.dump());
  const Json answer = Json::parse(reply.json);
  if (!reply.ok) {
    print_problems(answer);
    return kExitBadInput;
  }
  std::fputs((options.format == "json" ? reply.json + "\n" : as_text(answer, options.ui_language == "de")).c_str(),
             stdout);
  return answer["similar"].empty() ? kExitClean : kExitFound;
}

}  // namespace botschaft::cli

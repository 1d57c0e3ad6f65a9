// The commands that ask one question and print one answer.
#include <cstdio>
#include <iostream>

#include "base/utf8.h"
#include "commands.h"
#include "files.h"
#include "session_setup.h"
#include "wire/site_session.h"
#include "zone_table.h"

namespace botschaft::cli {
namespace {

int print_answer(const wire::Reply& reply, const std::string& format, std::string (*as_text)(const Json&)) {
  if (format == "json") {
    std::printf("%s\n", reply.json.c_str());
  } else if (reply.ok) {
    std::fputs(as_text(Json::parse(reply.json)).c_str(), stdout);
  } else {
    print_problems(Json::parse(reply.json));
  }
  return reply.ok ? kExitClean : kExitBadInput;
}

std::string word(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string suggest_text(const Json& answer) {
  std::string out;
  for (const Json& item : answer["items"]) {
    std::string because;
    for (const Json& reason : item["because"]) because += (because.empty() ? "" : ", ") + word(reason);
    out += word(item["item"]) + "  " + word(item["title"]) + "\n    " + word(item["url"]) + "\n    " +
           word(item["score"]) + (because.empty() ? "" : " (" + because + ")") + "\n";
    for (const Json& caption : item["captions"]) {
      const auto network = caption.find("network");
      std::string text = word(caption["text"]);
      for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 7) text.replace(at, 1, "\n      ");
      out += "    [" + word(caption["lang"]) + (network != caption.end() ? ", " + word(*network) : "") + "] " + text +
             "\n";
    }
  }
  out += word(answer["total"]) + " in all\n";
  return out;
}

std::string analyze_text(const Json& answer) {
  std::string out = "language " + word(answer["lang"]) + "\nUTF-16 units " + word(answer["utf16"]) + ", code points " +
                    word(answer["codePoints"]) + ", characters " + word(answer["graphemes"]) + "\n";
  for (const char* kind : {"words", "sentences", "urls", "hashtags", "mentions", "cashtags", "emoji"}) {
    const Json& spans = answer[kind];
    if (spans.empty() && std::string_view(kind) == "cashtags") continue;
    out += std::string(kind) + " " + std::to_string(spans.size());
    for (const Json& span : spans) out += " " + word(span["start"]) + "-" + word(span["end"]);
    out += "\n";
    if (std::string_view(kind) != "sentences" || spans.size() < 2) continue;
    out += "in";
    for (const Json& language : answer["sentenceLangs"]) out += " " + word(language);
    out += "\n";
  }
  if (const auto address = answer.find("address"); address != answer.end()) {
    out += "address " + word((*address)["form"]) + ((*address)["mixed"] == true ? ", mixed" : "");
    for (const Json& marker : (*address)["markers"]) {
      out += " " + word(marker["start"]) + "-" + word(marker["end"]) + " " + word(marker["form"]) +
             (marker["certain"] == true ? "" : "?");
    }
    out += "\n";
  }
  if (const auto readability = answer.find("readability"); readability != answer.end()) {
    const auto wiener = readability->find("wiener");
    out += "reading ease " + word((*readability)["ease"]) +
           (wiener != readability->end() ? ", Wiener Sachtextformel " + word(*wiener) : "") + "\nwords per sentence " +
           word((*readability)["wordsPerSentence"]) + ", syllables per word " +
           word((*readability)["syllablesPerWord"]) + "\n";
  }
  for (const Json& network : answer["networks"]) {
    out += word(network["network"]) + " " + word(network["used"]) + "/" + word(network["limit"]) + "\n";
  }
  return out;
}

}  // namespace

int run_suggest(const SuggestOptions& options) {
  wire::Session session;
  if (!load_packs(session, options.packs, options.ui_language)) return kExitBadInput;
  if (!load_library(session, options.library, options.ui_language)) return kExitBadInput;
  Json request{{"op", "suggest"}, {"uiLang", options.ui_language}, {"limit", options.limit}};
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) request[key] = value;
  };
  set("text", repair(options.text));
  set("query", repair(options.query));
  set("network", options.network);
  set("lang", options.language);
  set("department", options.department);
  if (!options.topics.empty()) request["topics"] = options.topics;
  if (!set_time(request, options.at.empty() ? now_utc() : options.at, session)) return kExitBadInput;
  return print_answer(session.ask(request.dump()), options.format, suggest_text);
}

int run_analyze(const AnalyzeOptions& options) {
  const Result<std::string> content = read_draft(options.file);
  if (!content.ok()) {
    print_problems(content.problems(), ui_language_of_environment());
    return kExitBadInput;
  }
  const wire::Session session;
  return print_answer(
      session.ask(Json{{"op", "analyze"}, {"network", options.network}, {"text", content.value()}}.dump()),
      options.format, analyze_text);
}

int run_requests() {
  wire::Session session;
  bool all_ok = true;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) continue;
    const wire::Reply reply = wire::is_about_site(line) ? wire::call_site(line) : session.call(line);
    all_ok = all_ok && reply.ok;
    std::cout << reply.json << '\n' << std::flush;
  }
  return all_ok ? kExitClean : kExitBadInput;
}

}  // namespace botschaft::cli

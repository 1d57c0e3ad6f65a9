// The commands that ask one question and print one answer.
#include <algorithm>
#include <array>
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

int print_answer(const wire::Reply& reply, const std::string& format, bool german,
                 std::string (*as_text)(const Json&, bool)) {
  if (format == "json") {
    std::printf("%s\n", reply.json.c_str());
  } else if (reply.ok) {
    std::fputs(as_text(Json::parse(reply.json), german).c_str(), stdout);
  } else {
    print_problems(Json::parse(reply.json));
  }
  return reply.ok ? kExitClean : kExitBadInput;
}

std::string word(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// Why an item is suggested, as the protocol calls it.
std::string because_of(const std::string& id, bool german) {
  constexpr std::array<std::array<const char*, 2>, 9> kGerman{{{"page", "passt zur Seite"},
                                                               {"draft", "passt zum Entwurf"},
                                                               {"search", "passt zur Suche"},
                                                               {"department", "Abteilung"},
                                                               {"topic", "Thema"},
                                                               {"priority", "empfohlen"},
                                                               {"new", "neu"},
                                                               {"expiring", "endet bald"},
                                                               {"shared", "schon geteilt"}}};
  for (const auto& [known, words] : kGerman) {
    if (german && id == known) return words;
  }
  return id;
}

std::string suggest_text(const Json& answer, bool german) {
  std::string out;
  for (const Json& item : answer["items"]) {
    std::string because;
    for (const Json& reason : item["because"])
      because += (because.empty() ? "" : ", ") + because_of(word(reason), german);
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
  out += word(answer["total"]) + (german ? " insgesamt\n" : " in all\n");
  return out;
}

std::string analyze_text(const Json& answer, bool) {
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

// Whether packs or library have what an option names; says what they have where they do not.
bool knows(const char* option, const std::vector<std::string>& wanted, std::vector<std::string> known,
           const std::string& ui_language) {
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  std::string all;
  for (const std::string& id : known) all += (all.empty() ? "" : ", ") + id;
  for (const std::string& id : wanted) {
    if (id.empty() || known.empty() || std::binary_search(known.begin(), known.end(), id)) continue;
    print_problems(
        Problems{{"unknown-id",
                  option,
                  "",
                  {"Weder Packs noch Bibliothek haben „" + id + "“.", "Neither packs nor library have “" + id + "”."},
                  {"Eines von diesen nehmen: " + all + ".", "Use one of: " + all + "."}}},
        ui_language);
    return false;
  }
  return true;
}

bool knows_person(const SuggestOptions& options, const engine::Engine& engine) {
  std::vector<std::string> departments;
  std::vector<std::string> topics;
  for (const pack::Pack& pack : engine.rules().packs()) {
    for (const pack::Named& named : pack.departments) departments.push_back(named.id);
    for (const pack::Named& named : pack.topics) topics.push_back(named.id);
  }
  for (const content::Item& item : engine.shelf().library().items) {
    departments.insert(departments.end(), item.departments.begin(), item.departments.end());
    topics.insert(topics.end(), item.topics.begin(), item.topics.end());
  }
  return knows("--department", {options.department}, std::move(departments), options.ui_language) &&
         knows("--topic", options.topics, std::move(topics), options.ui_language);
}

}  // namespace

int run_suggest(const SuggestOptions& options) {
  wire::Session session;
  if (!load_packs(session, options.packs, options.ui_language)) return kExitBadInput;
  if (!load_library(session, options.library, options.ui_language)) return kExitBadInput;
  if (!knows_person(options, session.engine())) return kExitBadInput;
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
  if (!set_time(request, options.at.empty() ? now_utc() : options.at, session, options.ui_language))
    return kExitBadInput;
  return print_answer(session.ask(request.dump()), options.format, options.ui_language == "de", suggest_text);
}

int run_analyze(const AnalyzeOptions& options) {
  const Result<std::string> content = read_draft(options.file, ui_language_of_environment());
  if (!content.ok()) {
    print_problems(content.problems(), ui_language_of_environment());
    return kExitBadInput;
  }
  const wire::Session session;
  return print_answer(
      session.ask(Json{{"op", "analyze"}, {"network", options.network}, {"text", content.value()}}.dump()),
      options.format, false, analyze_text);
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

#include "session_setup.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.h"
#include "builtin_packs.h"
#include "files.h"
#include "zone_table.h"

namespace botschaft::cli {
namespace {

void print_problem(const std::string& document, const std::string& place, const std::string& reason,
                   const std::string& mend) {
  std::string where = document;
  if (!place.empty()) where += (where.empty() ? "" : " ") + place;
  std::fprintf(stderr, "%s%s%s\n    %s\n", where.c_str(), where.empty() ? "" : ": ", reason.c_str(), mend.c_str());
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

void load_what_packs_need(wire::Session& session, const Json& packs) {
  const auto any_has = [&](const char* key) {
    return std::any_of(packs.begin(), packs.end(),
                       [&](const Json& pack) { return pack.is_object() && pack.contains(key); });
  };
  if (any_has("tone")) load_lexicon(session);
  if (any_has("holidayRegions"))
    (void)session.call(std::string(R"({"op":"loadHolidays","holidays":)").append(holidays()).append("}"));
}

std::string ui_language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).substr(0, 2) == "de" ? "de" : "en";
  }
  return "en";
}

void print_problems(const Problems& problems, const std::string& ui_language, const std::string& before_reason) {
  const UiLanguage language = ui_language == "de" ? UiLanguage::kGerman : UiLanguage::kEnglish;
  for (const Problem& problem : problems) {
    print_problem(problem.document, problem.place, before_reason + problem.reason.in(language),
                  problem.mend.in(language));
  }
}

void print_problems(const Json& answer, const std::vector<std::string>& names) {
  const auto problems = answer.find("problems");
  if (problems == answer.end()) return;
  for (const Json& problem : *problems) {
    std::string document = text_of(problem, "document");
    for (size_t number = 0; number < names.size(); ++number) {
      if (document == std::to_string(number + 1)) document = names[number];
    }
    print_problem(document, text_of(problem, "place"), text_of(problem, "reason"), text_of(problem, "mend"));
  }
}

Result<std::string> read_draft(const std::string& path, const std::string& ui_language) {
  const Result<std::string> content = read_file(path);
  if (!content.ok()) return content.problems();
  std::string text = repair(content.value());
  if (text != content.value()) {
    print_problems(Problems{not_utf8(path, {"Manche Bytes sind kein gültiges UTF-8; sie zählen als \xEF\xBF\xBD.",
                                            "Some bytes are no valid UTF-8; they count as \xEF\xBF\xBD."})},
                   ui_language);
  }
  if (text.rfind("\xEF\xBB\xBF", 0) == 0) text.erase(0, 3);
  if (!text.empty() && text.back() == '\n') text.pop_back();
  if (!text.empty() && text.back() == '\r') text.pop_back();
  return text;
}

int print_valid_pack(const Json& pack, const std::string& ui_language) {
  wire::Session session;
  load_what_packs_need(session, Json::array({pack}));
  const wire::Reply reply =
      session.call(Json{{"op", "validate"}, {"uiLang", ui_language}, {"packs", Json::array({pack})}}.dump());
  if (!reply.ok) {
    print_problems(Json::parse(reply.json));
    return kExitBadInput;
  }
  std::printf("%s\n", pack.dump(2).c_str());
  return kExitClean;
}

void load_lexicon(wire::Session& session) {
  (void)session.call(std::string(R"({"op":"loadLexicon","lexicon":)").append(lexicon()).append("}"));
}

bool load_packs(wire::Session& session, const std::vector<std::string>& paths, const std::string& ui_language) {
  Json request{{"op", "loadPacks"}, {"uiLang", ui_language}, {"packs", Json::array()}};
  const std::vector<std::string> names = paths.empty() ? std::vector<std::string>{"starter"} : paths;
  for (const std::string& path : names) {
    Result<Json> pack = read_pack_named(path);
    if (!pack.ok()) {
      print_problems(pack.problems(), ui_language);
      return false;
    }
    request["packs"].push_back(std::move(pack.value()));
  }
  load_what_packs_need(session, request["packs"]);
  const wire::Reply reply = session.call(request.dump());
  if (!reply.ok) print_problems(Json::parse(reply.json), names);
  return reply.ok;
}

bool set_time(Json& request, const std::string& at, const wire::Session& session, const std::string& ui_language) {
  if (at.empty()) return true;
  const auto moment = timing::parse_moment(at, {});
  if (!moment) {
    print_problems(Problems{{"bad-time",
                             "--at",
                             "",
                             {"„" + at + "“ ist kein Zeitpunkt.", "“" + at + "” is no point in time."},
                             {"Als JJJJ-MM-TTThh:mm schreiben, zum Beispiel 2026-11-23T08:30.",
                              "Write it as YYYY-MM-DDThh:mm, for example 2026-11-23T08:30."}}},
                   ui_language);
    return false;
  }
  // As far as the rules of time zones are known to anybody.
  constexpr int64_t kLatest = 32'503'680'000;  // the year 3000
  if (moment->utc < 0 || moment->utc > kLatest) {
    print_problems(
        Problems{{"bad-time",
                  "--at",
                  "",
                  {"„" + at + "“ liegt nicht zwischen 1970 und 3000.", "“" + at + "” is not between 1970 and 3000."},
                  {"Die Jahreszahl prüfen.", "Check the year."}}},
        ui_language);
    return false;
  }
  request["now"] = at;
  const std::string& zone = session.engine().rules().time_zone();
  if (zone.empty()) return true;
  Json table = zone_table(zone, moment->utc);
  if (table.is_null()) {
    print_problems(Problems{{"unknown-time-zone",
                             "",
                             "",
                             {"Dieses System kennt keine Zeitzone „" + zone + "“; Zeiten gelten, wie sie dastehen.",
                              "This system knows no time zone “" + zone + "”; times are taken as they are written."},
                             {"Das Paket tzdata installieren, oder timeZone im Pack berichtigen.",
                              "Install the tzdata package, or correct the pack's timeZone."}}},
                   ui_language);
    return true;
  }
  request["zone"] = std::move(table);
  return true;
}

bool load_library(wire::Session& session, const std::string& path, const std::string& ui_language) {
  Json request{{"op", "loadLibrary"}, {"uiLang", ui_language}};
  if (!set_from_file(request, "library", path, ui_language)) return false;
  const wire::Reply reply = session.call(request.dump());
  const Json answer = Json::parse(reply.json);
  print_problems(reply.ok ? Json{{"problems", answer["leftOut"]}} : answer);
  return reply.ok;
}

bool set_from_file(Json& request, const char* field, const std::string& path, const std::string& ui_language) {
  if (path.empty()) return true;
  Result<Json> value = read_json_file(path);
  if (!value.ok()) {
    print_problems(value.problems(), ui_language);
    return false;
  }
  request[field] = std::move(value.value());
  return true;
}

}  // namespace botschaft::cli

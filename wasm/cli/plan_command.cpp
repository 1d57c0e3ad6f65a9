// When to post next: the slots of a plan, in words, as JSON or as a calendar file.
#include <cstdio>

#include "base/nearest.h"
#include "check/message.h"
#include "commands.h"
#include "files.h"
#include "session_setup.h"
#include "timing/civil_time.h"
#include "zone_table.h"

namespace botschaft::cli {
namespace {

std::string word(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  return found->is_string() ? found->get<std::string>() : found->dump();
}

struct Words {
  std::string_view good, bad, next, no_next, none, window, day, week, month, of, after, turn, free, caps, post_on;
};
constexpr Words kEnglish{"Now is a good time to post.",
                         "Not now",
                         "next good time",
                         "there is none within two months",
                         "No good slot in these days.",
                         "window",
                         "that day",
                         "that week",
                         "that month",
                         "of",
                         "after",
                         "a minute of your own, so that colleagues do not post at the same one",
                         "the guideline sets no limit",
                         "Used so far",
                         "Post on"};
constexpr Words kGerman{"Jetzt ist eine gute Zeit zum Posten.",
                        "Jetzt nicht",
                        "nächste gute Zeit",
                        "in den nächsten zwei Monaten gibt es keine",
                        "Kein guter Zeitpunkt in diesen Tagen.",
                        "Zeitfenster",
                        "an dem Tag",
                        "in der Woche",
                        "in dem Monat",
                        "von",
                        "nach",
                        "eine eigene Minute, damit nicht alle in derselben posten",
                        "die Leitlinie setzt keine Grenze",
                        "Bisher genutzt",
                        "Beitrag auf"};

// Reads the zone by its name. False after telling that there is none of that name.
bool read_zone(const std::string& name, const std::string& ui_language, Json& table, int64_t around) {
  table = zone_table(name, around);
  if (!table.is_null()) return true;
  const std::string near = nearest_zone(name);
  Problem problem{
      "unknown-zone",
      "--zone",
      "",
      {"Eine Zeitzone „" + name + "“ kennt dieses System nicht.", "This system knows no time zone “" + name + "”."},
      {"Einen IANA-Namen angeben, zum Beispiel Europe/Berlin, oder das Paket tzdata installieren.",
       "Give an IANA name, for example Europe/Berlin, or install the tzdata package."}};
  if (!near.empty()) problem.mend = {"Gemeint ist wohl „" + near + "“.", "Did you mean “" + near + "”?"};
  print_problems(Problems{problem}, ui_language);
  return false;
}

// Where the library has no item of this id, whose embargo and topics would silently not count.
std::optional<Problem> unknown_item(const std::string& id, const content::Library& library) {
  std::vector<std::string_view> known;
  for (const content::Item& item : library.items) {
    if (item.id == id) return std::nullopt;
    known.push_back(item.id);
  }
  Problem problem{"unknown-item",
                  "--item",
                  "",
                  {"Die Bibliothek hat keinen Inhalt „" + id + "“.", "The library has no item “" + id + "”."},
                  {"Die id eines Inhalts der Bibliothek angeben.", "Give the id of one of the library's items."}};
  if (const auto near = nearest(id, known))
    problem.mend = {"Gemeint ist wohl „" + std::string(*near) + "“.", "Did you mean “" + std::string(*near) + "”?"};
  return problem;
}

// "now", "zone" and "personZone". False after telling what is wrong.
bool set_times(Json& request, const PlanOptions& options, const wire::Session& session) {
  const std::string at = options.at.empty() ? now_utc() : options.at;
  auto moment = timing::parse_moment(at, {});
  if (!moment) {
    print_problems(Problems{{"bad-time",
                             "--at",
                             "",
                             {"„" + at + "“ ist kein Zeitpunkt.", "“" + at + "” is no point in time."},
                             {"Als JJJJ-MM-TTThh:mm schreiben, zum Beispiel 2026-11-23T08:30.",
                              "Write it as YYYY-MM-DDThh:mm, for example 2026-11-23T08:30."}}},
                   options.ui_language);
    return false;
  }
  const std::string& of_pack = session.engine().rules().time_zone();
  Json person;
  Json pack;
  if (!options.zone.empty() && !read_zone(options.zone, options.ui_language, person, moment->utc)) return false;
  if (!of_pack.empty()) pack = zone_table(of_pack, moment->utc);
  if (!of_pack.empty() && pack.is_null()) {
    print_problems(
        Problems{{"unknown-zone",
                  "",
                  "/timeZone",
                  {"Die Zeitzone „" + of_pack + "“ der Leitlinie kennt dieses System nicht; es gilt die der Person.",
                   "This system does not know the guideline's time zone “" + of_pack + "”; the person's is taken."},
                  {"Das Paket tzdata installieren oder „timeZone“ berichtigen.",
                   "Install the tzdata package, or correct “timeZone”."}}},
        options.ui_language);
  }
  if (person.is_null()) person = pack;
  if (pack.is_null()) pack = person;
  moment = timing::parse_moment(at, zone_of(person));
  // As an instant, because the core takes bare wall time as the pack's.
  request["now"] = timing::format_local_minute(timing::Moment{moment->utc, moment->utc}.minute()) + "Z";
  if (!pack.is_null()) request["zone"] = pack;
  if (!person.is_null()) request["personZone"] = person;
  return true;
}

std::string reason_in_words(const Json& reason, const Words& words) {
  const std::string kind = word(reason, "reason");
  const std::string title = word(reason, "title");
  const std::string name = word(reason, "name");
  const std::string rule = word(reason, "rule");
  std::string out;
  if (kind == "window") {
    out.append(words.window).append(" ").append(word(reason, "from")).append("–").append(word(reason, "to"));
  } else if (kind == "count") {
    const std::string per = word(reason, "per");
    out.append(word(reason, "count")).append(" ").append(words.of).append(" ").append(word(reason, "max"));
    out.append(" ").append(per == "day" ? words.day : per == "week" ? words.week : words.month);
  } else if (kind == "after") {
    out.append(words.after).append(": ").append(title);
    if (!name.empty()) out.append(title.empty() ? "" : " (").append(name).append(title.empty() ? "" : ")");
  } else if (kind == "turn") {
    out.append(words.turn).append(" (+").append(word(reason, "minutes")).append(" min)");
  } else {
    out.append(words.free);
  }
  if (!rule.empty()) out.append(" [").append(rule).append("]");
  return out;
}

std::string plan_text(const Json& answer, const PlanOptions& options, const timing::Zone& person) {
  const bool german = options.ui_language == "de";
  const UiLanguage language = german ? UiLanguage::kGerman : UiLanguage::kEnglish;
  const Words& words = german ? kGerman : kEnglish;
  std::string out;
  if (answer["good"] == true) {
    out.append(words.good);
  } else {
    out.append(words.bad);
    std::string reasons;
    for (const Json& reason : answer["because"]) reasons += (reasons.empty() ? ": " : ", ") + reason.get<std::string>();
    out.append(reasons).append("; ");
    const auto next = timing::parse_local_minute(word(answer, "next"));
    out.append(next ? words.next : words.no_next);
    if (next) out.append(": ").append(check::friendly_time(*next, language));
    if (const std::string zone = word(answer, "zone"); next && !zone.empty()) out.append(" (").append(zone).append(")");
  }
  out += '\n';
  for (const Json& slot : answer["slots"]) {
    const timing::Moment at = person.from_utc(slot["utc"].get<int64_t>());
    out.append("\n").append(check::friendly_time(at.minute(), language));
    if (!options.zone.empty()) out.append(" (").append(options.zone).append(")");
    out += '\n';
    for (const Json& reason : slot["because"]) out.append("    ").append(reason_in_words(reason, words)).append("\n");
  }
  if (answer["slots"].empty()) out.append("\n").append(words.none).append("\n");
  for (const Json& cap : answer["caps"]) {
    out.append(&cap == &answer["caps"].front() ? "\n" + std::string(words.caps) + "\n" : "");
    const std::string per = word(cap, "per");
    out.append("    ").append(word(cap, "title")).append(": ").append(word(cap, "used")).append(" ").append(words.of);
    out.append(" ").append(word(cap, "max")).append(" ");
    out.append(per == "day" ? words.day : per == "week" ? words.week : words.month);
    out.append(" [").append(word(cap, "rule")).append("]\n");
  }
  return out;
}

// What the calendar's entries are called.
Json calendar_entry(const PlanOptions& options) {
  const Words& words = options.ui_language == "de" ? kGerman : kEnglish;
  std::string name = options.network;
  for (const NetworkFacts& facts : all_networks()) {
    if (facts.id == options.network) name = facts.name;
  }
  Json entry{{"summary", std::string(words.post_on) + " " + name}, {"alarmMinutes", options.alarm}};
  if (!options.item.empty()) entry["description"] = options.item;
  return entry;
}

}  // namespace

int run_plan(const PlanOptions& options) {
  wire::Session session;
  if (!load_packs(session, options.packs, options.ui_language)) return kExitBadInput;
  if (!options.library.empty() && !load_library(session, options.library, options.ui_language)) return kExitBadInput;
  if (!options.library.empty() && !options.item.empty()) {
    if (const auto problem = unknown_item(options.item, session.engine().shelf().library())) {
      print_problems(Problems{*problem}, options.ui_language);
      return kExitBadInput;
    }
  }
  Json request{{"op", "plan"},         {"uiLang", options.ui_language}, {"network", options.network},
               {"kind", options.kind}, {"days", options.days},          {"count", options.count}};
  if (options.spread) request["spread"] = true;
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) request[key] = value;
  };
  set("role", options.role);
  set("item", options.item);
  set("person", options.person);
  if (options.format == "ics") request["ics"] = calendar_entry(options);
  if (!options.draft.empty()) {
    const Result<std::string> draft = read_draft(options.draft, options.ui_language);
    if (!draft.ok()) {
      print_problems(draft.problems(), options.ui_language);
      return kExitBadInput;
    }
    request["text"] = draft.value();
  }
  if (!set_times(request, options, session) ||
      !set_from_file(request, "history", options.history, options.ui_language) ||
      !set_from_file(request, "worked", options.worked, options.ui_language))
    return kExitBadInput;
  const wire::Reply reply = session.ask(request.dump());
  const Json answer = Json::parse(reply.json);
  if (!reply.ok) {
    print_problems(answer);
    return kExitBadInput;
  }
  if (options.format == "json") {
    std::printf("%s\n", reply.json.c_str());
  } else if (options.format == "ics") {
    std::fputs(word(answer, "ics").c_str(), stdout);
  } else {
    const timing::Zone person = request.contains("personZone") ? zone_of(request["personZone"]) : timing::Zone();
    std::fputs(plan_text(answer, options, person).c_str(), stdout);
  }
  if (const auto notices = answer.find("notices"); notices != answer.end())
    print_problems(Json{{"problems", *notices}});
  return answer["slots"].empty() ? kExitFound : kExitClean;
}

}  // namespace botschaft::cli

// Says whether packs can be used, and what their author probably did not mean.
#include <cstdio>

#include "builtin_packs.h"
#include "commands.h"
#include "engine/advice.h"
#include "session_setup.h"
#include "wire/answers.h"
#include "wire/pack_reader.h"
#include "zone_table.h"

namespace botschaft::cli {
namespace {

std::string word(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// The packs as the engine sees them; they can be read, because the session did.
engine::Advice advice_for(const Json& packs, const ValidateOptions& options) {
  std::vector<pack::Pack> read;
  for (size_t number = 0; number < packs.size(); ++number) {
    const std::string json = packs[number].dump();
    const wire::Document document(json);
    Result<pack::Pack> pack = wire::read_pack(document.root(), number);
    if (pack.ok()) read.push_back(std::move(pack.value()));
  }
  return engine::advise(read, {timing::parse_day(now_utc().substr(0, 10)), options.unshown_phrases});
}

void print_report(const Json& answer, const engine::Advice& advice, const ValidateOptions& options) {
  const bool german = options.ui_language == "de";
  for (const Json& pack : answer["packs"]) {
    const char* form = german ? "%s %s: ok, %s Regeln, %s Beispiele\n" : "%s %s: ok, %s rules, %s examples\n";
    std::printf(form, word(pack["id"]).c_str(), word(pack["version"]).c_str(), word(pack["rules"]).c_str(),
                word(pack["examples"]).c_str());
  }
  if (options.unshown_phrases) {
    std::printf(german ? "Die schlechten Beispiele zeigen %zu von %zu Ausdrücken.\n"
                       : "The bad examples show %zu of %zu phrases.\n",
                advice.shown_phrases, advice.phrases);
  }
}

// The core knows no time zones; this system's database does.
Problems unknown_zones(const Json& packs, const std::vector<std::string>& names) {
  Problems problems;
  if (!zone_table("Europe/Berlin", 0).is_array()) return problems;
  for (size_t number = 0; number < names.size(); ++number) {
    const auto zone = packs[number].find("timeZone");
    if (zone == packs[number].end() || !zone_table(word(*zone), 0).is_null()) continue;
    const std::string name = word(*zone);
    problems.push_back({"unknown-time-zone",
                        names[number],
                        "/timeZone",
                        {"Es gibt keine Zeitzone „" + name + "“.", "There is no time zone “" + name + "”."},
                        {"Einen IANA-Namen schreiben, zum Beispiel Europe/Berlin.",
                         "Write an IANA name, for example Europe/Berlin."}});
  }
  return problems;
}

}  // namespace

int run_validate(const ValidateOptions& options) {
  Json request{{"op", "validate"}, {"uiLang", options.ui_language}, {"packs", Json::array()}};
  for (const std::string& name : options.packs) {
    Result<Json> pack = read_pack_named(name);
    if (!pack.ok()) {
      print_problems(pack.problems(), options.ui_language);
      return kExitBadInput;
    }
    request["packs"].push_back(std::move(pack.value()));
  }
  wire::Session session;
  load_what_packs_need(session, request["packs"]);
  Json answer = Json::parse(session.call(request.dump()).json);
  engine::Advice advice;
  const UiLanguage language = options.ui_language == "de" ? UiLanguage::kGerman : UiLanguage::kEnglish;
  if (answer["ok"] == true) {
    advice = advice_for(request["packs"], options);
    const Problems zones = unknown_zones(request["packs"], options.packs);
    advice.errors.insert(advice.errors.end(), zones.begin(), zones.end());
    if (!advice.errors.empty()) answer = Json::parse(wire::failure(advice.errors, language).dump());
  }
  const bool ok = answer["ok"] == true;
  if (options.format == "json") {
    if (!advice.warnings.empty())
      answer["warnings"] = Json::parse(wire::problems_to_json(advice.warnings, language).dump());
    std::printf("%s\n", answer.dump().c_str());
  } else {
    if (ok)
      print_report(answer, advice, options);
    else
      print_problems(answer, options.packs);
    print_problems(advice.warnings, options.ui_language, language == UiLanguage::kGerman ? "Warnung: " : "warning: ");
  }
  if (!ok) return kExitBadInput;
  return options.strict && !advice.warnings.empty() ? kExitFound : kExitClean;
}

}  // namespace botschaft::cli

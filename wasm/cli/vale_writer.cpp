#include "vale_writer.h"

#include <algorithm>

#include "base/utf8.h"
#include "vale_tokens.h"
#include "wire/document.h"
#include "wire/session.h"

namespace botschaft::cli {
namespace {

// Signs of a pattern that may run over a line's end.
constexpr const char* kWithWhite[] = {"\\s", "\\W", "[^", "(?s", "\\D", "\\S"};

// "WordList" → "Word list"
std::string title_of(const std::string& name) {
  std::string title;
  for (size_t at = 0; at < name.size(); ++at) {
    const bool upper = name[at] >= 'A' && name[at] <= 'Z';
    const bool lower_behind = at + 1 < name.size() && name[at + 1] >= 'a' && name[at + 1] <= 'z';
    const bool begins = at > 0 && upper && lower_behind && name[at - 1] != '-' && name[at - 1] != ' ';
    if (begins) title += ' ';
    title += begins ? static_cast<char>(name[at] - 'A' + 'a') : name[at] == '_' ? ' ' : name[at];
  }
  return wire::shortened(title);
}

// The first thing that the core says against a rule; none where a pack can have it.
std::optional<LocalizedText> objection_to(const Json& rule) {
  const Json pack{{"format", 1}, {"id", "vale"}, {"version", "1"}, {"name", {{"en", "Vale"}}}, {"rules", {rule}}};
  LocalizedText reason;
  for (const auto& [language, text] : {std::pair{"de", &reason.de}, std::pair{"en", &reason.en}}) {
    const Json request{{"op", "validate"}, {"uiLang", language}, {"packs", {pack}}};
    const wire::Reply reply = wire::Session().ask(request.dump());
    if (reply.ok) return std::nullopt;
    const Json answer = Json::parse(reply.json);
    const Json& problem = answer["problems"][0];
    *text = problem["place"].get<std::string>() + ": " + problem["reason"].get<std::string>();
  }
  return reason;
}

}  // namespace

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

void ValeWriter::leave_out(std::string de, std::string en) {
  if (outcome_.left_out.size() < kMaxProblems)
    outcome_.left_out.push_back({std::move(de), std::move(en)});
  else
    ++further_notes_;
}

ValeOutcome ValeWriter::take() {
  if (further_notes_ > 0) {
    const std::string count = std::to_string(further_notes_);
    outcome_.left_out.push_back({"Und noch " + count + "-mal etwas.", "And " + count + " more."});
  }
  if (outcome_.rules.empty() && outcome_.left_out.empty())
    leave_out("Die Regel nennt nichts, wonach zu suchen wäre.", "The rule names nothing to look for.");
  return std::move(outcome_);
}

bool ValeWriter::fits(const std::string& words) {
  if (count_code_points(words) <= kLongestPhrase) return true;
  const std::string quoted = wire::shortened(words);
  leave_out("„" + quoted + "“ ist länger als 300 Zeichen.", "“" + quoted + "” is longer than 300 characters.");
  return false;
}

bool ValeWriter::read_scope() {
  constexpr std::pair<const char*, const char*> kScopes[] = {{"text", ""},
                                                             {"summary", ""},
                                                             {"raw", ""},
                                                             {"paragraph", "paragraph"},
                                                             {"sentence", "sentence"},
                                                             {"heading", "heading"},
                                                             {"heading.h1", "heading"},
                                                             {"heading.h2", "heading"},
                                                             {"heading.h3", "heading"}};
  for (const auto& [scope, within] : kScopes) {
    if (rule_.scope != scope) continue;
    within_ = within;
    return true;
  }
  const std::string quoted = wire::shortened(rule_.scope);
  leave_out("Den Bereich „" + quoted + "“ gibt es in einem Beitrag nicht.",
            "There is no scope “" + quoted + "” in a post.");
  return false;
}

std::string ValeWriter::message(const std::string& first) const {
  // Braces would be placeholders of ours.
  const std::string given = replaced(replaced(rule_.message, "{", "("), "}", ")");
  std::string text;
  size_t from = 0;
  bool is_first = true;
  for (size_t at = given.find('%'); at != std::string::npos; at = given.find('%', at + 1)) {
    const char next = at + 1 < given.size() ? given[at + 1] : '\0';
    if (next != 's' && next != '%' && next != 'd') continue;
    text += given.substr(from, at - from);
    text += next == '%' ? "%" : next == 'd' ? "{count}" : is_first ? first : "{match}";
    if (next == 's') is_first = false;
    ++at;
    from = at + 1;
  }
  text += given.substr(from);
  if (text.empty()) text = title_of(rule_.name) + ": {match}";
  return text.substr(0, text.find_last_not_of(" \n") + 1);
}

void ValeWriter::add(Json check, const std::string& first) {
  Json json;
  json["id"] = outcome_.rules.empty() ? id_ : id_ + "-" + std::to_string(outcome_.rules.size() + 1);
  json["level"] = rule_.level == "error" ? options_.error_level : rule_.level == "suggestion" ? "hint" : "warn";
  const std::string text = message(first);
  const std::string language = options_.language.empty() ? "en" : options_.language;
  json["title"] = {{language, title_of(rule_.name)}};
  json["message"] = {{language, text}};
  json["source"] = "Vale: " + rule_.file;
  if (rule_.link.compare(0, 4, "http") == 0 && rule_.link.size() <= 2000) json["url"] = rule_.link;
  if (!options_.language.empty()) json["where"] = {{"languages", {options_.language}}};
  json["check"] = std::move(check);
  if (std::optional<LocalizedText> objection = objection_to(json))
    leave_out(std::move(objection->de), std::move(objection->en));
  else
    outcome_.rules.push_back(std::move(json));
}

Json ValeWriter::phrases_check(Json phrases) {
  Json check{{"type", "phrases"}, {"phrases", std::move(phrases)}};
  if (!rule_.ignorecase) check["case"] = true;
  add_exceptions(check);
  return check;
}

Json ValeWriter::patterns_check(Json patterns) {
  Json check{{"type", "patterns"}};
  if (!rule_.ignorecase) check["case"] = true;
  std::string within = within_;
  const std::string all = patterns.dump();
  const bool crosses = std::any_of(std::begin(kWithWhite), std::end(kWithWhite), [&](const char* sign) {
    return all.find(replaced(sign, "\\", "\\\\")) != std::string::npos;
  });
  if (within.empty() && crosses) within = "paragraph";  // Vale looks at each block by itself
  if (!within.empty()) check["within"] = within;
  check["patterns"] = std::move(patterns);
  if (!rule_.exceptions.empty() && !exceptions_written_)
    check["unless"] = Json::array({{{"pattern", any_exception()}}});
  return check;
}

std::string ValeWriter::any_exception() {
  std::string any;
  for (const std::string& exception : rule_.exceptions) {
    if (any.size() + exception.size() > kLongestPattern || match::refuse_pattern(exception, {})) {
      const std::string quoted = wire::shortened(exception);
      leave_out("Die Ausnahme „" + quoted + "“ geht hier nicht.", "The exception “" + quoted + "” does not work here.");
    } else
      any += (any.empty() ? "" : "|") + exception;
  }
  return "(?s:.*)\\b(?:" + any + ")\\b(?s:.*)";
}

void ValeWriter::add_exceptions(Json& check) {
  for (const std::string& exception : rule_.exceptions) {
    if (!is_plain(exception)) {
      const std::string quoted = wire::shortened(exception);
      leave_out("Die Ausnahme „" + quoted + "“ ist ein Muster.", "The exception “" + quoted + "” is a pattern.");
    } else if (fits(exception)) {
      check["except"].push_back(exception);
    }
  }
}

void ValeWriter::add_pattern(Json& patterns, const std::string& pattern, const std::vector<match::Neighbour>& sides,
                             const std::vector<std::string>& replace, const std::string& token) {
  std::string text = pattern;
  if (within_.empty() && (text.find('^') != std::string::npos || text.find('$') != std::string::npos))
    text = "(?m)" + text;
  match::PatternOptions options;
  options.neighbours = sides;
  options.flags = rule_.ignorecase ? 0U : static_cast<uint32_t>(match::kPatternMatchesCase);
  LocalizedText why{"Es ist zu lang.", "It is too long."};
  if (text.size() <= 1000) {
    const auto refusal = match::refuse_pattern(text, options);
    if (!refusal) {
      patterns.push_back(pattern_json(text, sides, replace));
      return;
    }
    why = refusal->reason;
  }
  const std::string quoted = wire::shortened(token);
  leave_out("Das Muster „" + quoted + "“: " + why.de, "The pattern “" + quoted + "”: " + why.en);
}

std::string ValeWriter::at_edges(const std::string& token) const {
  return rule_.nonword ? "(?:" + token + ")" : "\\b(?:" + token + ")\\b";
}

}  // namespace botschaft::cli

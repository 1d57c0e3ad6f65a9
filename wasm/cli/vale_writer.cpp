#include "vale_writer.h"

#include <algorithm>

#include "vale_tokens.h"

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
  return title;
}

}  // namespace

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

void ValeWriter::leave_out(std::string de, std::string en) {
  outcome_.left_out.push_back({std::move(de), std::move(en)});
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
  leave_out("Den Bereich „" + rule_.scope + "“ gibt es in einem Beitrag nicht.",
            "There is no scope “" + rule_.scope + "” in a post.");
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
  json["title"] = {{language, title_of(rule_.name).substr(0, 100)}};
  json["message"] = {{language, text}};
  json["source"] = "Vale: " + rule_.file;
  if (rule_.link.compare(0, 4, "http") == 0 && rule_.link.size() <= 2000) json["url"] = rule_.link;
  if (!options_.language.empty()) json["where"] = {{"languages", {options_.language}}};
  json["check"] = std::move(check);
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
    if (match::refuse_pattern(exception, {}) || any.size() + exception.size() > kLongestPattern)
      leave_out("Die Ausnahme „" + exception + "“ geht hier nicht.",
                "The exception “" + exception + "” does not work here.");
    else
      any += (any.empty() ? "" : "|") + exception;
  }
  return "(?s:.*)\\b(?:" + any + ")\\b(?s:.*)";
}

void ValeWriter::add_exceptions(Json& check) {
  for (const std::string& exception : rule_.exceptions) {
    if (is_plain(exception))
      check["except"].push_back(exception);
    else
      leave_out("Die Ausnahme „" + exception + "“ ist ein Muster.", "The exception “" + exception + "” is a pattern.");
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
  const auto refusal = match::refuse_pattern(text, options);
  if (!refusal && text.size() <= 1000) {
    patterns.push_back(pattern_json(text, sides, replace));
    return;
  }
  const LocalizedText why = refusal ? refusal->reason : LocalizedText{"Es ist zu lang.", "It is too long."};
  leave_out("Das Muster „" + token + "“: " + why.de, "The pattern “" + token + "”: " + why.en);
}

std::string ValeWriter::at_edges(const std::string& token) const {
  return rule_.nonword ? "(?:" + token + ")" : "\\b(?:" + token + ")\\b";
}

}  // namespace botschaft::cli

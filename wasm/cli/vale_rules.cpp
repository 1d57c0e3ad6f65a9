#include "vale_rules.h"

#include <algorithm>
#include <charconv>

#include "vale_tokens.h"
#include "vale_writer.h"
#include "wire/document.h"

namespace botschaft::cli {
namespace {

// A list of substitutions up to this long becomes patterns as a whole where one of them is a pattern: then only one of
// several that overlap is reported.
constexpr size_t kFewSubstitutions = 80;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> fixes_of_existence(const ValeRule& rule) {
  if (rule.action == "remove") return {""};
  if (rule.action == "replace" && rule.action_params.size() == 2 && is_plain(rule.action_params[1]))
    return {rule.action_params[1]};
  return {};
}

void existence(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  const std::vector<std::string> fixes = fixes_of_existence(rule);
  const bool plain = rule.raw.empty() && !rule.nonword && writer.within().empty() &&
                     std::all_of(rule.tokens.begin(), rule.tokens.end(), is_plain);
  if (plain && !rule.tokens.empty()) {
    Json phrases = Json::array();
    for (const std::string& token : rule.tokens) {
      if (!writer.fits(token)) continue;
      if (fixes.empty())
        phrases.push_back(token);
      else
        phrases.push_back({{"text", token}, {"replace", fixes.front()}});
    }
    if (!phrases.empty()) writer.add(writer.phrases_check(std::move(phrases)));
    return;
  }
  std::string raw;
  for (const std::string& part : rule.raw) raw += part;
  if (raw.size() > kLongestPattern) {
    return writer.leave_out("„raw“ ist zu lang.", "“raw” is too long.");
  }
  Json patterns = Json::array();
  std::string chunk;
  const auto flush = [&] {
    if (!chunk.empty()) writer.add_pattern(patterns, raw + writer.at_edges(chunk), {}, fixes, chunk);
    chunk.clear();
  };
  for (const std::string& whole : rule.tokens) {
    for (const std::string& token : alternatives(whole)) {
      const ValeToken bare = without_lookarounds(token);
      if (!bare.sides.empty() || match::refuse_pattern(writer.at_edges(bare.pattern), {})) {
        writer.add_pattern(patterns, raw + writer.at_edges(bare.pattern), bare.sides, fixes, token);
        continue;
      }
      if (chunk.size() + token.size() + raw.size() > kLongestPattern) flush();
      chunk += (chunk.empty() ? "" : "|") + token;
    }
  }
  flush();
  if (rule.tokens.empty() && !raw.empty()) {
    for (const std::string& token : alternatives(raw)) {
      const ValeToken bare = without_lookarounds(token);
      writer.add_pattern(patterns, bare.pattern, bare.sides, fixes, token);
    }
  }
  if (!patterns.empty()) writer.add(writer.patterns_check(std::move(patterns)));
}

void substitution(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  const bool few = rule.pairs.size() <= kFewSubstitutions;
  const bool all_plain =
      std::all_of(rule.pairs.begin(), rule.pairs.end(), [](const auto& pair) { return is_plain(pair.first); });
  Json phrases = Json::array();
  Json patterns = Json::array();
  for (const auto& [key, value] : rule.pairs) {
    const std::vector<std::string> instead = split(value, '|');
    if (instead.size() > kMostReplacements) {
      const std::string quoted = wire::shortened(key);
      writer.leave_out("Für „" + quoted + "“ gibt es mehr als zehn Vorschläge.",
                       "There are more than ten suggestions for “" + quoted + "”.");
      continue;
    }
    if (!std::all_of(instead.begin(), instead.end(), [&](const std::string& words) { return writer.fits(words); }))
      continue;
    if (is_plain(key) && !rule.nonword && writer.within().empty() && (all_plain || !few)) {
      if (!writer.fits(key)) continue;
      Json phrase{{"text", key}};
      if (instead.size() == 1)
        phrase["replace"] = instead.front();
      else
        phrase["replace"] = instead;
      // Vale reports "cloud" in "the cloud" once more unless the longer words come first; what is offered is fine.
      for (const std::string& words : instead) {
        if (words.size() > key.size() && words.find(key) != std::string::npos) phrase["except"].push_back(words);
      }
      phrases.push_back(std::move(phrase));
      continue;
    }
    std::vector<std::string> fixes;
    for (const std::string& words : instead) fixes.push_back(replaced(words, "$", "$$"));
    for (const std::string& token : alternatives(key)) {
      const ValeToken bare = without_lookarounds(token);
      writer.add_pattern(patterns, writer.at_edges(bare.pattern), bare.sides, fixes, token);
    }
  }
  if (!phrases.empty()) writer.add(writer.phrases_check(std::move(phrases)), "{instead}");
  if (!patterns.empty()) writer.add(writer.patterns_check(std::move(patterns)), "{instead}");
}

// The whole number that the text begins with; 0 where it begins with none, or with one that no rule needs.
int whole_number(std::string_view text) {
  int value = 0;
  return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc() ? value : 0;
}

int number(const ValeRule& rule, const char* key) {
  const auto value = rule.values.find(key);
  return value == rule.values.end() ? 0 : whole_number(value->second);
}

void occurrence(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  const auto given = rule.values.find("token");
  const std::string token = given == rule.values.end() ? "" : given->second;
  const int max = number(rule, "max");
  const int min = number(rule, "min");
  constexpr const char* kWords[] = {"\\b(\\w+)\\b", "\\b\\w+\\b", "\\w+", "\\b[\\w']+\\b", "[^\\s]+", "\\S+"};
  const bool words = std::find(std::begin(kWords), std::end(kWords), token) != std::end(kWords);
  if (words && (writer.within().empty() || writer.within() == "sentence" || writer.within() == "paragraph")) {
    Json check{{"type", "count"}, {"of", writer.within().empty() ? "words" : writer.within() + "Words"}};
    if (max > 0) check["max"] = max;
    if (min > 0) check["min"] = min;
    if (max > 0 || min > 0) return writer.add(std::move(check));
  }
  if (token.empty() || min > 0 || max > 50) {
    return writer.leave_out("Mindestens so viele zu verlangen oder sehr viele zu zählen geht hier nur mit Wörtern.",
                            "To ask for at least so many, or to count very many, works here with words only.");
  }
  Json patterns = Json::array();
  std::string pattern = "(?:" + token + ")";
  if (max > 0) pattern = "(?s:(?:(?:" + token + ").*?){" + std::to_string(max) + "}(?:" + token + "))";
  writer.add_pattern(patterns, pattern, {}, {}, token);
  if (!patterns.empty()) writer.add(writer.patterns_check(std::move(patterns)));
}

void repetition(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  Json check{{"type", "repetition"}};
  writer.add_exceptions(check);
  if (number(rule, "max") > 0) {
    return writer.leave_out("Mehr als eine Wiederholung zu erlauben geht hier nicht.",
                            "More than one repetition cannot be allowed here.");
  }
  writer.add(std::move(check));
}

void consistency(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  Json sets = Json::array();
  for (const auto& [one, other] : rule.pairs) {
    if (!is_plain(one) || !is_plain(other)) {
      const std::pair quoted{wire::shortened(one), wire::shortened(other)};
      writer.leave_out("„" + quoted.first + "“ und „" + quoted.second + "“ sind keine Schreibweisen, sondern Muster.",
                       "“" + quoted.first + "” and “" + quoted.second + "” are no spellings but patterns.");
    } else if (writer.fits(one) && writer.fits(other)) {
      sets.push_back({one, other});
    }
  }
  if (!sets.empty()) writer.add({{"type", "consistency"}, {"sets", std::move(sets)}});
}

// The one conditional that styles in the wild have: an acronym wants its definition.
void conditional(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  const auto first = rule.values.find("first");
  const auto second = rule.values.find("second");
  const bool acronyms = first != rule.values.end() && second != rule.values.end() &&
                        first->second.find("[A-Z]{") != std::string::npos &&
                        second->second.find("\\(([A-Z]{") != std::string::npos;
  if (!acronyms) {
    return writer.leave_out("Von den Bedingungen geht hier nur: Abkürzungen wollen erklärt sein.",
                            "Of conditionals only one works here: acronyms want to be explained.");
  }
  Json check{{"type", "acronym"}};
  if (!rule.exceptions.empty()) check["known"] = rule.exceptions;
  writer.add(std::move(check));
}

void metric(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  const auto formula = rule.values.find("formula");
  const auto condition = rule.values.find("condition");
  std::string plain = formula == rule.values.end() ? "" : formula->second;
  plain.erase(
      std::remove_if(plain.begin(), plain.end(), [](char c) { return c == ' ' || c == '\n' || c == '(' || c == ')'; }),
      plain.end());
  const std::string limit = condition == rule.values.end() ? "" : condition->second;
  const size_t digit = limit.find_first_of("0123456789");
  const int least =
      limit.starts_with('<') && digit != std::string::npos ? whole_number(std::string_view(limit).substr(digit)) : 0;
  if (plain != "206.835-1.015*words/sentences-84.6*syllables/words" || least < 1 || least > 100) {
    return writer.leave_out("Von den Formeln geht hier nur Fleschs Lesbarkeit mit einer Untergrenze.",
                            "Of formulas only Flesch's reading ease with a lower bound works here.");
  }
  writer.add({{"type", "readability"}, {"min", least}});
}

// A heading, or whatever the scope is, is reported as a whole unless all its words are as they should be.
void capitalization(ValeWriter& writer) {
  const ValeRule& rule = writer.rule();
  const auto match = rule.values.find("match");
  const std::string style = match == rule.values.end() ? "" : match->second;
  std::string names;  // may be written as they are
  for (const std::string& exception : rule.exceptions) names += exception + "|";
  std::string right;
  if (style == "$sentence") {
    right = "(?:(?:\\d+[.)]\\s+)?(?:" + names + "[^a-z\\s:][^\\s:]*)(?:\\s+(?:" + names +
            "[^A-Z\\s:][^\\s:]*))*(?::\\s+|:?$))+";
  } else if (style == "$title") {
    const std::string word = "(?:" + names + "[^a-z\\s]\\S*)";
    const std::string small = "a|an|and|as|at|but|by|for|from|if|in|into|nor|of|on|or|so|the|to|up|via|vs\\.?|with|yet";
    right = word + "(?:\\s+(?:" + small + "|" + word + "))*";
  } else if (style == "$lower") {
    right = "(?:" + names + "[^A-Z\\s]+|\\s+)+";
  } else if (style == "$upper") {
    right = "(?:" + names + "[^a-z\\s]+|\\s+)+";
  } else {
    right = "(?s:.*)(?:" + style + ")(?s:.*)";
  }
  if (right.size() > 1000) {
    return writer.leave_out("Die Regel hat zu viele Ausnahmen.", "The rule has too many exceptions.");
  }
  writer.exceptions_are_written();
  Json patterns = Json::array();
  if (writer.within().empty()) writer.set_within("paragraph");
  writer.add_pattern(patterns, "^.*\\S", {{match::PatternSide::kUnless, true, right}}, {}, style);
  if (!patterns.empty()) writer.add(writer.patterns_check(std::move(patterns)));
}

constexpr std::pair<const char*, void (*)(ValeWriter&)> kExtensions[] = {
    {"existence", existence},   {"substitution", substitution},    {"occurrence", occurrence},
    {"repetition", repetition}, {"consistency", consistency},      {"conditional", conditional},
    {"metric", metric},         {"capitalization", capitalization}};
// What Vale has besides.
constexpr const char* kOthers[] = {"spelling", "sequence", "script", "readability"};

}  // namespace

ValeOutcome convert_vale_rule(const ValeRule& rule, const std::string& id, const ValeOptions& options) {
  ValeWriter writer(rule, id, options);
  if (!writer.read_scope()) return writer.take();
  for (const auto& [name, write] : kExtensions) {
    if (rule.extends != name) continue;
    write(writer);
    return writer.take();
  }
  if (std::find(std::begin(kOthers), std::end(kOthers), rule.extends) != std::end(kOthers))
    writer.leave_out("Die Art „" + wire::shortened(rule.extends) + "“ gibt es hier nicht.",
                     "There is nothing like “" + wire::shortened(rule.extends) + "” here.");
  else
    writer.leave_out("Vale kennt keine Art „" + wire::shortened(rule.extends) + "“.",
                     "Vale has no extension “" + wire::shortened(rule.extends) + "”.");
  return writer.take();
}

}  // namespace botschaft::cli

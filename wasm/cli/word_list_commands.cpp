// Word lists between spreadsheets and packs: `import csv` and `export csv`.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "commands.h"
#include "csv_file.h"
#include "files.h"
#include "session_setup.h"
#include "text/language.h"
#include "text/token.h"

namespace botschaft::cli {
namespace {

enum Column { kTerm, kReplacement, kReason, kLevel, kLanguage, kColumnCount };
constexpr std::array<const char*, kColumnCount> kHeader{"term", "replacement", "reason", "level", "language"};

// What people call the columns; without such a first row, the columns are in the order of kHeader.
constexpr std::pair<const char*, Column> kColumnNames[] = {{"term", kTerm},
                                                           {"word", kTerm},
                                                           {"phrase", kTerm},
                                                           {"begriff", kTerm},
                                                           {"wort", kTerm},
                                                           {"ausdruck", kTerm},
                                                           {"replacement", kReplacement},
                                                           {"replace", kReplacement},
                                                           {"instead", kReplacement},
                                                           {"ersatz", kReplacement},
                                                           {"stattdessen", kReplacement},
                                                           {"besser", kReplacement},
                                                           {"reason", kReason},
                                                           {"why", kReason},
                                                           {"grund", kReason},
                                                           {"begründung", kReason},
                                                           {"warum", kReason},
                                                           {"level", kLevel},
                                                           {"severity", kLevel},
                                                           {"stufe", kLevel},
                                                           {"language", kLanguage},
                                                           {"lang", kLanguage},
                                                           {"sprache", kLanguage}};

constexpr std::pair<const char*, const char*> kLevelNames[] = {
    {"hint", "hint"},    {"ask", "ask"},   {"warn", "warn"},    {"block", "block"},
    {"hinweis", "hint"}, {"frage", "ask"}, {"warnung", "warn"}, {"sperre", "block"}};

constexpr std::pair<const char*, const char*> kLanguageNames[] = {{"de", "de"}, {"deutsch", "de"},  {"german", "de"},
                                                                  {"en", "en"}, {"englisch", "en"}, {"english", "en"}};

template <typename Value, size_t kSize>
std::optional<Value> look_up(const std::pair<const char*, Value> (&names)[kSize], const std::string& cell) {
  const std::string folded = text::folded_form(cell);
  for (const auto& [name, value] : names) {
    if (folded == name) return value;
  }
  return std::nullopt;
}

std::array<std::optional<size_t>, kColumnCount> columns_of(std::vector<CsvRow>& rows) {
  std::array<std::optional<size_t>, kColumnCount> columns;
  bool named = false;
  for (size_t i = 0; i < rows.front().size(); ++i) {
    const auto column = look_up(kColumnNames, rows.front()[i]);
    if (!column || columns[*column]) continue;
    columns[*column] = i;
    named |= *column == kTerm;
  }
  if (named) {
    rows.front().clear();
    return columns;
  }
  for (size_t i = 0; i < kColumnCount; ++i) columns[i] = i;
  return columns;
}

std::vector<std::string> split(const std::string& cell) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= cell.size();) {
    const size_t end = std::min(cell.find('|', begin), cell.size());
    std::string part = cell.substr(begin, end - begin);
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

// Rows that agree in these become one rule.
struct Group {
  std::string level;
  std::string language;
  std::string reason;

  friend bool operator==(const Group& a, const Group& b) {
    return a.level == b.level && a.language == b.language && a.reason == b.reason;
  }
};

struct Entry {
  std::string term;
  std::vector<std::string> replacements;
};

Problem left_out(const std::string& file, const std::string& place, LocalizedText reason, LocalizedText mend) {
  return {"left-out", file, place, std::move(reason), std::move(mend)};
}

Json rule_of(const Group& group, const std::vector<Entry>& entries, size_t number, const ImportCsvOptions& options) {
  Json rule{{"id", "words-" + std::to_string(number)}, {"level", group.level}};
  rule["title"] = {{"de", "Wortwahl"}, {"en", "Choice of words"}};
  rule["message"] = {{"de", "»{match}« schreiben wir nicht."}, {"en", "We do not write »{match}«."}};
  if (!group.reason.empty()) {
    const text::Language language = text::detect_languages(group.reason, text::tokenize(group.reason)).of_text;
    const bool german =
        language == text::Language::kGerman || (language == text::Language::kUndetermined && group.language == "de");
    rule["reason"] = {{german ? "de" : "en", group.reason}};
  }
  if (!group.language.empty()) rule["where"] = {{"languages", {group.language}}};
  Json check{{"type", "phrases"}};
  if (options.inflect) check["inflect"] = true;
  if (options.umlauts) check["umlauts"] = true;
  if (options.compounds) check["compounds"] = true;
  check["phrases"] = Json::array();
  for (const Entry& entry : entries) {
    if (entry.replacements.empty()) {
      check["phrases"].push_back(entry.term);
      continue;
    }
    Json phrase{{"text", entry.term}};
    if (entry.replacements.size() == 1)
      phrase["replace"] = entry.replacements.front();
    else
      phrase["replace"] = entry.replacements;
    // "customers" may stand in "customers and partners": else the suggestion would be reported once it is taken.
    const std::string term = text::folded_form(entry.term);
    Json except = Json::array();
    for (const std::string& replacement : entry.replacements) {
      const std::string folded = text::folded_form(replacement);
      if (folded != term && folded.find(term) != std::string::npos) except.push_back(replacement);
    }
    if (!except.empty()) phrase["except"] = std::move(except);
    check["phrases"].push_back(std::move(phrase));
  }
  rule["check"] = std::move(check);
  return rule;
}

// The rules of a table; what cannot become one is told in `notices`.
std::vector<Json> rules_of(std::vector<CsvRow> rows, const ImportCsvOptions& options, Problems& notices) {
  const auto columns = columns_of(rows);
  std::vector<std::pair<Group, std::vector<Entry>>> groups;
  std::set<std::pair<std::string, std::string>> known;  // term and language
  for (size_t number = 0; number < rows.size(); ++number) {
    const CsvRow& row = rows[number];
    if (row.empty()) continue;
    const std::string place = "row " + std::to_string(number + 1);
    const auto cell = [&](Column column) {
      return columns[column] && *columns[column] < row.size() ? row[*columns[column]] : std::string();
    };
    const std::string term = cell(kTerm);
    if (term.empty()) {
      notices.push_back(left_out(options.file, place, {"Der Begriff fehlt.", "The term is missing."},
                                 {"Die erste Spalte ausfüllen.", "Fill in the first column."}));
      continue;
    }
    Group group{options.level, options.language, cell(kReason)};
    if (const std::string level = cell(kLevel); !level.empty()) {
      const auto known_level = look_up(kLevelNames, level);
      if (!known_level) {
        notices.push_back(left_out(options.file, place,
                                   {"Die Stufe „" + level + "“ gibt es nicht.", "There is no level “" + level + "”."},
                                   {"hint, ask, warn oder block schreiben.", "Write hint, ask, warn or block."}));
        continue;
      }
      group.level = *known_level;
    }
    if (const std::string language = cell(kLanguage); !language.empty()) {
      const auto known_language = look_up(kLanguageNames, language);
      if (!known_language) {
        notices.push_back(left_out(
            options.file, place,
            {"Die Sprache „" + language + "“ gibt es hier nicht.", "There is no language “" + language + "” here."},
            {"de oder en schreiben, oder das Feld leer lassen.", "Write de or en, or leave the cell empty."}));
        continue;
      }
      group.language = *known_language;
    }
    if (!known.emplace(text::folded_form(term), group.language).second) {
      notices.push_back(left_out(
          options.file, place, {"„" + term + "“ steht weiter oben schon.", "“" + term + "” stands further up already."},
          {"Die Zeilen zusammenfassen; mehrere Vorschläge mit | trennen.",
           "Put the rows together; separate several suggestions by |."}));
      continue;
    }
    auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& other) { return other.first == group; });
    if (found == groups.end()) found = groups.insert(groups.end(), {group, {}});
    found->second.push_back({term, split(cell(kReplacement))});
  }
  std::vector<Json> rules;
  for (const auto& [group, entries] : groups) rules.push_back(rule_of(group, entries, rules.size() + 1, options));
  return rules;
}

std::string in_any_language(const Json& rule, const char* key) {
  const auto text = rule.find(key);
  if (text == rule.end()) return "";
  for (const char* language : {"en", "de"}) {
    if (const auto found = text->find(language); found != text->end()) return found->get<std::string>();
  }
  return "";
}

std::string joined(const Json& phrase) {
  if (!phrase.is_object() || phrase.find("replace") == phrase.end()) return "";
  const Json& replace = phrase["replace"];
  if (replace.is_string()) return replace.get<std::string>();
  std::string out;
  for (const Json& text : replace) out += (out.empty() ? "" : "|") + text.get<std::string>();
  return out;
}

// Importing makes these exceptions again by itself.
bool only_excepts_its_suggestions(const Json& phrase) {
  const auto except = phrase.find("except");
  if (except == phrase.end()) return true;
  const std::vector<std::string> suggestions = split(joined(phrase));
  return std::all_of(except->begin(), except->end(), [&](const Json& text) {
    return std::find(suggestions.begin(), suggestions.end(), text.get<std::string>()) != suggestions.end();
  });
}

// What of a rule a row cannot say; empty where it says everything.
std::string unsaid(const Json& rule) {
  std::string names;
  const auto name = [&](const std::string& key) { names += (names.empty() ? "" : ", ") + key; };
  for (const char* key : {"when", "replaces"}) {
    if (rule.find(key) != rule.end()) name(key);
  }
  if (const auto where = rule.find("where"); where != rule.end()) {
    for (const auto& entry : where->items()) {
      if (entry.key() != "languages" || entry.value().size() != 1) name("where/" + entry.key());
    }
  }
  std::set<std::string> of_check;
  const auto note = [&](const Json& object) {
    for (const auto& entry : object.items()) {
      const std::string& key = entry.key();
      if (key != "type" && key != "phrases" && key != "text" && key != "replace" && entry.value() != false)
        of_check.insert(key);
    }
  };
  note(rule["check"]);
  for (const Json& phrase : rule["check"]["phrases"]) {
    if (!phrase.is_object()) continue;
    Json other = phrase;
    if (only_excepts_its_suggestions(phrase)) other.erase("except");
    note(other);
    const auto replace = phrase.find("replace");
    if (replace == phrase.end()) continue;
    const auto deletes = [](const Json& text) { return text == ""; };
    if (replace->is_string() ? deletes(*replace) : std::any_of(replace->begin(), replace->end(), deletes))
      of_check.insert("replace \"\"");
  }
  for (const std::string& key : of_check) name(key);
  return names;
}

}  // namespace

int run_import_csv(const ImportCsvOptions& options) {
  Problems notices;
  Result<std::vector<CsvRow>> rows = read_csv(options.file, notices);
  if (!rows.ok()) {
    print_problems(rows.problems(), options.ui_language);
    return kExitBadInput;
  }
  std::vector<Json> rules;
  if (!rows.value().empty()) rules = rules_of(std::move(rows.value()), options, notices);
  print_problems(notices, options.ui_language);
  if (rules.empty()) {
    print_problems(
        {{"no-terms",
          options.file,
          "",
          {"Hier steht kein Begriff.", "There is no term in here."},
          {"Je Zeile Begriff, Ersatz und Grund schreiben.", "Write term, replacement and reason in each row."}}},
        options.ui_language);
    return kExitBadInput;
  }
  Json pack{{"format", 1},
            {"id", options.id},
            {"version", "1"},
            {"name", {{"de", options.name}, {"en", options.name}}},
            {"rules", std::move(rules)}};
  return print_valid_pack(pack, options.ui_language);
}

int run_export_csv(const ExportCsvOptions& options) {
  Result<Json> read = read_json_file(options.pack);
  if (!read.ok()) {
    print_problems(read.problems(), options.ui_language);
    return kExitBadInput;
  }
  const Json& pack = read.value();
  wire::Session session;
  const wire::Reply reply =
      session.call(Json{{"op", "validate"}, {"uiLang", options.ui_language}, {"packs", Json::array({pack})}}.dump());
  if (!reply.ok) {
    print_problems(Json::parse(reply.json));
    return kExitBadInput;
  }
  std::string table = csv_line({kHeader.begin(), kHeader.end()});
  Problems notices;
  for (const Json& rule : pack["rules"]) {
    const std::string id = rule["id"].get<std::string>();
    const std::string type = rule["check"]["type"].get<std::string>();
    if (type != "phrases") {
      notices.push_back(left_out(options.pack, id,
                                 {"Eine Regel der Art „" + type + "“ ist keine Wortliste.",
                                  "A rule of the kind “" + type + "” is no list of words."},
                                 {"Sie bleibt im Pack.", "It stays in the pack."}));
      continue;
    }
    if (const std::string keys = unsaid(rule); !keys.empty()) {
      notices.push_back(left_out(
          options.pack, id, {"Das kann eine Zeile nicht sagen: " + keys + ".", "A row cannot say this: " + keys + "."},
          {"Die Wörter sind in der Tabelle; das Übrige bleibt im Pack.",
           "The words are in the table; the rest stays in the pack."}));
    }
    const auto where = rule.find("where");
    const bool one_language =
        where != rule.end() && where->find("languages") != where->end() && (*where)["languages"].size() == 1;
    const std::string language = one_language ? (*where)["languages"][0].get<std::string>() : "";
    for (const Json& phrase : rule["check"]["phrases"]) {
      const std::string term = phrase.is_string() ? phrase.get<std::string>() : phrase["text"].get<std::string>();
      table +=
          csv_line({term, joined(phrase), in_any_language(rule, "reason"), rule["level"].get<std::string>(), language});
    }
  }
  std::fputs(table.c_str(), stdout);
  print_problems(notices, options.ui_language);
  return kExitClean;
}

}  // namespace botschaft::cli

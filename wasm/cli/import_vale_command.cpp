// `import vale`: a folder of Vale's rules becomes a pack.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/utf8.h"
#include "commands.h"
#include "files.h"
#include "session_setup.h"
#include "text/language.h"
#include "text/token.h"
#include "vale_rules.h"

namespace botschaft::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostFiles = 2'000;

Problem cannot_use(const std::string& folder, LocalizedText reason, LocalizedText mend) {
  return {"bad-folder", folder, "", std::move(reason), std::move(mend)};
}

// The YAML files of a style, or of a folder of styles, sorted.
Result<std::vector<fs::path>> find_files(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return cannot_use(folder, {"Das ist kein Ordner.", "This is no folder."},
                      {"Den Ordner eines Stils angeben, mit einer .yml-Datei je Regel.",
                       "Give the folder of a style, with one .yml file for each rule."});
  }
  std::vector<fs::path> files;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry.depth() > 3) entry.disable_recursion_pending();
    const std::string extension = entry->path().extension().string();
    if ((extension != ".yml" && extension != ".yaml") || !entry->is_regular_file(error)) continue;
    files.push_back(entry->path());
    if (files.size() > kMostFiles) {
      return cannot_use(folder, {"Der Ordner hat mehr als 2000 Regeln.", "The folder has more than 2000 rules."},
                        {"Die Stile einzeln übernehmen.", "Import the styles one by one."});
    }
  }
  if (files.empty()) {
    return cannot_use(folder, {"Hier ist keine .yml-Datei.", "There is no .yml file in here."},
                      {"Den Ordner eines Stils angeben, mit einer .yml-Datei je Regel.",
                       "Give the folder of a style, with one .yml file for each rule."});
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Lower-case words joined by hyphens; empty where nothing is left.
std::string slug(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.substr(0, 50);
}

struct Taken {
  ValeRule rule;
  ValeOutcome outcome;
};

Result<ValeRule> read_rule(const fs::path& path, const std::string& name) {
  std::error_code error;
  if (const auto size = fs::file_size(path, error); !error && size > kMaxValeFile) {
    return Problem{"too-large",
                   name,
                   "",
                   {"Die Datei ist größer als 4 MiB.", "The file is larger than 4 MiB."},
                   {"Die Regel in mehrere teilen.", "Split the rule into several."}};
  }
  const Result<std::string> content = read_file(path.string());
  if (!content.ok()) return content.problems();
  return read_vale_rule(name, content.value());
}

// "de", "en", or empty where the messages do not tell.
std::string language_of(const std::vector<Taken>& taken) {
  std::string messages;
  for (const Taken& one : taken) messages += one.rule.message + "\n";
  switch (text::detect_languages(messages, text::tokenize(messages)).of_text) {
    case text::Language::kGerman:
      return "de";
    case text::Language::kEnglish:
      return "en";
    default:
      return "";
  }
}

bool write_report(const std::string& path, const std::vector<Taken>& taken, const Problems& unread,
                  const std::string& ui_language) {
  Json report{{"rules", Json::array()}};
  for (const Taken& one : taken) {
    Json entry{{"file", one.rule.file}, {"extends", one.rule.extends}, {"scope", one.rule.scope}};
    entry["taken"] = one.outcome.rules.empty() ? "no" : one.outcome.left_out.empty() ? "whole" : "partly";
    entry["rules"] = Json::array();
    for (const Json& rule : one.outcome.rules) entry["rules"].push_back(rule["id"]);
    for (const LocalizedText& reason : one.outcome.left_out) {
      entry["leftOut"].push_back(reason.in(ui_language == "de" ? UiLanguage::kGerman : UiLanguage::kEnglish));
    }
    report["rules"].push_back(std::move(entry));
  }
  for (const Problem& problem : unread) {
    report["unread"].push_back(
        {{"file", problem.document},
         {"reason", problem.reason.in(ui_language == "de" ? UiLanguage::kGerman : UiLanguage::kEnglish)}});
  }
  std::ofstream out(path);
  out << report.dump(2) << "\n";
  if (out.good()) return true;
  print_problems({{"cannot-write",
                   path,
                   "",
                   {"Nicht schreibbar.", "Cannot be written."},
                   {"Pfad und Rechte prüfen.", "Check the path and its permissions."}}},
                 ui_language);
  return false;
}

}  // namespace

int run_import_vale(const ImportValeOptions& options) {
  const Result<std::vector<fs::path>> files = find_files(options.folder);
  if (!files.ok()) {
    print_problems(files.problems(), options.ui_language);
    return kExitBadInput;
  }
  const fs::path root = fs::path(options.folder).lexically_normal();
  // Names of files are any bytes; a pack is text.
  const std::string style = repair((root.has_filename() ? root : root.parent_path()).filename().string());
  std::vector<Taken> taken;
  Problems notices;
  for (const fs::path& path : files.value()) {
    const std::string inside = repair(path.lexically_relative(root).generic_string());
    Result<ValeRule> rule = read_rule(path, inside.find('/') == std::string::npos ? style + "/" + inside : inside);
    if (rule.ok())
      taken.push_back({std::move(rule.value()), {}});
    else
      notices.insert(notices.end(), rule.problems().begin(), rule.problems().end());
  }
  const Problems unread = notices;
  const ValeOptions how{options.language.empty() ? language_of(taken) : options.language, options.error_level};
  Json rules = Json::array();
  std::set<std::string> ids;
  for (Taken& one : taken) {
    std::string id = slug(one.rule.file.substr(0, one.rule.file.find_last_of('.')));
    if (id.empty()) id = "rule";
    // Two files may differ in signs that an id cannot have.
    for (const std::string base = id; !ids.insert(id).second;) id = base + "-" + std::to_string(ids.size());
    one.outcome = convert_vale_rule(one.rule, id, how);
    for (const Json& rule : one.outcome.rules) rules.push_back(rule);
    for (const LocalizedText& reason : one.outcome.left_out) {
      notices.push_back(
          {"left-out", one.rule.file, "", reason,
           one.outcome.rules.empty()
               ? LocalizedText{"Die Regel fehlt im Pack.", "The rule is not in the pack."}
               : LocalizedText{"Der Rest der Regel ist im Pack.", "The rest of the rule is in the pack."}});
    }
  }
  print_problems(notices, options.ui_language);
  if (!options.report.empty() && !write_report(options.report, taken, unread, options.ui_language))
    return kExitBadInput;
  if (rules.empty()) {
    print_problems({cannot_use(options.folder, {"Keine Regel ließ sich übernehmen.", "No rule could be taken."},
                               {"Die Gründe stehen darüber.", "The reasons stand above."})},
                   options.ui_language);
    return kExitBadInput;
  }
  const std::string id = options.id.empty() ? slug(style) : options.id;
  const Json pack{{"format", 1},
                  {"id", id.empty() ? "vale" : id},
                  {"version", "1"},
                  {"name", {{"de", "Vale: " + style}, {"en", "Vale: " + style}}},
                  {"rules", std::move(rules)}};
  return print_valid_pack(pack, options.ui_language);
}

}  // namespace botschaft::cli

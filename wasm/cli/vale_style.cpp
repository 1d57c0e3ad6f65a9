#include "vale_style.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "base/utf8.h"

namespace botschaft::cli {
namespace {

Problem broken(const std::string& file, const std::string& place, const std::string& why) {
  return {"bad-yaml",
          file,
          place,
          {"Das ist keine Vale-Regel: " + why + ".", "This is no rule of Vale: " + why + "."},
          {"Die Datei berichtigen; `vale` selbst nennt denselben Fehler.",
           "Mend the file; `vale` itself names the same fault."}};
}

std::string line_of(const YAML::Mark& mark) {
  return mark.is_null() ? "" : "line " + std::to_string(mark.line + 1);
}

bool is_true(const YAML::Node& node) {
  return node.IsScalar() && (node.Scalar() == "true" || node.Scalar() == "yes" || node.Scalar() == "on");
}

// A text, or a list of texts; false where it is anything else.
bool read_texts(const YAML::Node& node, std::vector<std::string>& texts) {
  if (node.IsScalar()) {
    texts.push_back(node.Scalar());
    return true;
  }
  if (!node.IsSequence()) return node.IsNull();
  for (const YAML::Node& item : node) {
    if (!item.IsScalar()) return false;
    texts.push_back(item.Scalar());
  }
  return true;
}

// A map of texts, or a list of such maps.
bool read_pairs(const YAML::Node& node, std::vector<std::pair<std::string, std::string>>& pairs) {
  if (node.IsSequence()) {
    return std::all_of(node.begin(), node.end(), [&](const YAML::Node& item) { return read_pairs(item, pairs); });
  }
  if (!node.IsMap()) return node.IsNull();
  for (const auto& entry : node) {
    if (!entry.first.IsScalar() || !(entry.second.IsScalar() || entry.second.IsNull())) return false;
    pairs.emplace_back(entry.first.Scalar(), entry.second.IsNull() ? "" : entry.second.Scalar());
  }
  return true;
}

void read_action(const YAML::Node& node, ValeRule& rule) {
  if (!node.IsMap()) return;
  if (const YAML::Node name = node["name"]; name && name.IsScalar()) rule.action = name.Scalar();
  if (const YAML::Node params = node["params"]) (void)read_texts(params, rule.action_params);
}

// Whether the key is one that this reads; `ok` is false where its value has the wrong form.
bool read_key(const std::string& key, const YAML::Node& value, ValeRule& rule, bool& ok) {
  constexpr std::pair<const char*, std::string ValeRule::*> kTexts[] = {{"extends", &ValeRule::extends},
                                                                        {"message", &ValeRule::message},
                                                                        {"level", &ValeRule::level},
                                                                        {"link", &ValeRule::link}};
  constexpr std::pair<const char*, std::vector<std::string> ValeRule::*> kLists[] = {
      {"raw", &ValeRule::raw}, {"tokens", &ValeRule::tokens}, {"exceptions", &ValeRule::exceptions}};
  for (const auto& [name, text] : kTexts) {
    if (key != name) continue;
    ok = value.IsScalar();
    if (ok) rule.*text = value.Scalar();
    return true;
  }
  for (const auto& [name, list] : kLists) {
    if (key != name) continue;
    ok = read_texts(value, rule.*list);
    return true;
  }
  if (key == "scope") {
    std::vector<std::string> scopes;
    ok = read_texts(value, scopes);
    rule.scope.clear();
    for (const std::string& scope : scopes) rule.scope += (rule.scope.empty() ? "" : ", ") + scope;
  } else if (key == "ignorecase") {
    rule.ignorecase = is_true(value);
  } else if (key == "nonword") {
    rule.nonword = is_true(value);
  } else if (key == "swap" || key == "either") {
    ok = read_pairs(value, rule.pairs);
  } else if (key == "action") {
    read_action(value, rule);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<ValeRule> read_vale_rule(const std::string& file, std::string_view yaml) {
  ValeRule rule;
  rule.file = file;
  const size_t slash = file.find_last_of('/');
  rule.name = file.substr(slash == std::string::npos ? 0 : slash + 1);
  rule.name.erase(std::min(rule.name.find_last_of('.'), rule.name.size()));
  if (!is_well_formed(yaml)) return broken(file, "", "it is not UTF-8");
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsMap()) return broken(file, "", "it has no keys");
    for (const auto& entry : root) {
      if (!entry.first.IsScalar()) return broken(file, line_of(entry.first.Mark()), "a key is no text");
      const std::string& key = entry.first.Scalar();
      bool ok = true;
      if (!read_key(key, entry.second, rule, ok)) {
        if (entry.second.IsScalar())
          rule.values[key] = entry.second.Scalar();
        else
          rule.lists.push_back(key);
      }
      if (!ok) return broken(file, line_of(entry.second.Mark()), "“" + key + "” has a value of the wrong form");
    }
  } catch (const YAML::Exception& error) {
    return broken(file, line_of(error.mark), error.msg);
  }
  if (rule.extends.empty()) return broken(file, "", "“extends” is missing");
  return rule;
}

}  // namespace botschaft::cli

#include "vale_style.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "base/utf8.h"
#include "wire/document.h"

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

// yaml-cpp makes one byte of the escapes \N and \_ (U+0085 and U+00A0), which is no UTF-8.
std::string text_of(const YAML::Node& scalar) {
  return repair(scalar.Scalar());
}

bool is_true(const YAML::Node& node) {
  return node.IsScalar() && (node.Scalar() == "true" || node.Scalar() == "yes" || node.Scalar() == "on");
}

// Takes texts out of a file's nodes. Aliases stand for the same text many times over, and for lists inside themselves;
// so there is never more text in a rule than in a file of the largest size, and nothing here goes deeper than its form.
class Texts {
 public:
  // A text, or a list of texts; false where it is anything else.
  bool read(const YAML::Node& node, std::vector<std::string>& texts) {
    if (node.IsScalar()) return take(node, texts.emplace_back());
    if (!node.IsSequence()) return node.IsNull();
    return std::all_of(node.begin(), node.end(),
                       [&](const YAML::Node& item) { return item.IsScalar() && take(item, texts.emplace_back()); });
  }

  using Pairs = std::vector<std::pair<std::string, std::string>>;

  // A map of texts, or a list of such maps.
  bool read(const YAML::Node& node, Pairs& pairs) {
    if (!node.IsSequence()) return read_map(node, pairs);
    return std::all_of(node.begin(), node.end(), [&](const YAML::Node& item) { return read_map(item, pairs); });
  }

  bool take(const YAML::Node& node, std::string& text) {
    if (node.Scalar().size() >= left_) return false;
    left_ -= node.Scalar().size() + 1;
    text = text_of(node);
    return true;
  }

 private:
  bool read_map(const YAML::Node& node, Pairs& pairs) {
    if (!node.IsMap()) return node.IsNull();
    for (const auto& entry : node) {
      if (!entry.first.IsScalar() || !(entry.second.IsScalar() || entry.second.IsNull())) return false;
      auto& [key, value] = pairs.emplace_back();
      if (!take(entry.first, key) || (entry.second.IsScalar() && !take(entry.second, value))) return false;
    }
    return true;
  }

  size_t left_ = kMaxValeFile;  // bytes, one more for each text
};

bool read_action(const YAML::Node& node, ValeRule& rule, Texts& texts) {
  if (!node.IsMap()) return true;  // Vale takes it for none
  const YAML::Node name = node["name"];
  const YAML::Node params = node["params"];
  return (!name || !name.IsScalar() || texts.take(name, rule.action)) &&
         (!params || texts.read(params, rule.action_params));
}

// False where the value has the wrong form for its key, or more text than a file can have.
bool read_key(const std::string& key, const YAML::Node& value, ValeRule& rule, Texts& texts) {
  constexpr std::pair<const char*, std::string ValeRule::*> kTexts[] = {{"extends", &ValeRule::extends},
                                                                        {"message", &ValeRule::message},
                                                                        {"level", &ValeRule::level},
                                                                        {"link", &ValeRule::link}};
  constexpr std::pair<const char*, std::vector<std::string> ValeRule::*> kLists[] = {
      {"raw", &ValeRule::raw}, {"tokens", &ValeRule::tokens}, {"exceptions", &ValeRule::exceptions}};
  for (const auto& [name, text] : kTexts) {
    if (key == name) return value.IsScalar() && texts.take(value, rule.*text);
  }
  for (const auto& [name, list] : kLists) {
    if (key == name) return texts.read(value, rule.*list);
  }
  if (key == "swap" || key == "either") return texts.read(value, rule.pairs);
  if (key == "action") return read_action(value, rule, texts);
  if (key == "scope") {
    std::vector<std::string> scopes;
    const bool ok = texts.read(value, scopes);
    rule.scope.clear();
    for (const std::string& scope : scopes) rule.scope += (rule.scope.empty() ? "" : ", ") + scope;
    return ok;
  }
  if (key == "ignorecase") {
    rule.ignorecase = is_true(value);
  } else if (key == "nonword") {
    rule.nonword = is_true(value);
  } else if (value.IsScalar()) {
    return texts.take(value, rule.values[key]);
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
    Texts texts;
    for (const auto& entry : root) {
      if (!entry.first.IsScalar()) return broken(file, line_of(entry.first.Mark()), "a key is no text");
      const std::string key = text_of(entry.first);
      if (!read_key(key, entry.second, rule, texts)) {
        return broken(file, line_of(entry.second.Mark()),
                      "“" + wire::shortened(key) + "” has a value of the wrong form, or too much text");
      }
    }
  } catch (const YAML::DeepRecursion& error) {
    return broken(file, line_of(error.mark), "it is nested too deeply");
  } catch (const YAML::Exception& error) {
    return broken(file, line_of(error.mark), error.msg);
  }
  if (rule.extends.empty()) return broken(file, "", "“extends” is missing");
  return rule;
}

}  // namespace botschaft::cli

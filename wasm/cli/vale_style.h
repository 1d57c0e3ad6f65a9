// A rule of Vale, the prose linter (vale.sh, "Styles"), as its YAML file has it. One file is one rule.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace botschaft::cli {

struct ValeRule {
  std::string file;  // "Style/Rule.yml"
  std::string name;  // "Rule"
  std::string extends;
  std::string message;
  std::string level;
  std::string link;
  std::string scope = "text";
  bool ignorecase = false;
  bool nonword = false;
  std::vector<std::string> raw;
  std::vector<std::string> tokens;
  std::vector<std::string> exceptions;
  std::vector<std::pair<std::string, std::string>> pairs;  // of swap, or of either
  std::string action;
  std::vector<std::string> action_params;
  std::map<std::string, std::string> values;  // every other key with a plain value
};

// Files up to this size are read, in bytes.
inline constexpr size_t kMaxValeFile = size_t{4} << 20;

// Reads the YAML of one file. The problem names the line where that is known.
[[nodiscard]] Result<ValeRule> read_vale_rule(const std::string& file, std::string_view yaml);

}  // namespace botschaft::cli

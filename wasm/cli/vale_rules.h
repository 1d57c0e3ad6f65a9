// From a rule of Vale to rules of ours.
#pragma once

#include <string>
#include <vector>

#include "json.h"
#include "vale_style.h"

namespace botschaft::cli {

struct ValeOptions {
  std::string language;     // "de", "en", or empty: told from the messages
  std::string error_level;  // what Vale's "error" becomes
};

// What became of one rule.
struct ValeOutcome {
  std::vector<Json> rules;              // as a pack has them; empty: nothing of it could be taken
  std::vector<LocalizedText> left_out;  // what could not, and why
};

// `id` is the prefix of the rules' ids.
[[nodiscard]] ValeOutcome convert_vale_rule(const ValeRule& rule, const std::string& id, const ValeOptions& options);

}  // namespace botschaft::cli

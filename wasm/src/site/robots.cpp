#include "site/robots.h"

#include <algorithm>
#include <string>

#include "site/words.h"

namespace botschaft::site {
namespace {

// Whether a rule's path fits (2.2.2, 2.2.3): a beginning, in which * stands for anything and $ for the end. Takes time
// in proportion to both lengths multiplied at most.
bool fits(std::string_view rule, std::string_view path) {
  bool to_end = false;
  if (rule.ends_with('$')) {
    to_end = true;
    rule.remove_suffix(1);
  }
  size_t r = 0;
  size_t p = 0;
  size_t star = std::string_view::npos;
  size_t retry = 0;
  while (p < path.size()) {
    if (r == rule.size() && !to_end) return true;
    if (r < rule.size() && rule[r] == '*') {
      star = r++;
      retry = p;
    } else if (r < rule.size() && rule[r] == path[p]) {
      ++r;
      ++p;
    } else if (star != std::string_view::npos) {
      r = star + 1;
      p = ++retry;
    } else {
      return false;
    }
  }
  while (r < rule.size() && rule[r] == '*') ++r;
  return r == rule.size();
}

struct Verdict {
  bool seen = false;   // a group for this crawler exists
  size_t longest = 0;  // of the rules that fit, the longest decides; where two are as long, the one that allows
  bool allowed = true;
};

}  // namespace

bool may_fetch(std::string_view robots_txt, std::string_view crawler, std::string_view path) {
  if (robots_txt.starts_with("\xEF\xBB\xBF")) robots_txt.remove_prefix(3);
  const std::string own = lower(crawler);
  Verdict named;
  Verdict everyone;
  bool in_agents = false;
  bool for_named = false;
  bool for_everyone = false;
  while (!robots_txt.empty()) {
    const size_t end = std::min(robots_txt.find_first_of("\r\n"), robots_txt.size());
    const std::string_view line = robots_txt.substr(0, end);
    robots_txt.remove_prefix(std::min(end + 1, robots_txt.size()));
    const std::string_view rule = line.substr(0, line.find('#'));
    const size_t colon = rule.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = lower(trimmed(rule.substr(0, colon)));
    const std::string_view value = trimmed(rule.substr(colon + 1));
    if (key == "user-agent") {
      if (!in_agents) for_named = for_everyone = false;
      in_agents = true;
      if (value == "*") {
        for_everyone = everyone.seen = true;
      } else if (lower(value.substr(0, value.find_first_of(" /"))) == own) {
        for_named = named.seen = true;
      }
      continue;
    }
    const bool allow = key == "allow";
    if (!allow && key != "disallow") continue;
    in_agents = false;
    if (value.empty() || !fits(value, path)) continue;
    for (Verdict* verdict : {for_named ? &named : nullptr, for_everyone ? &everyone : nullptr}) {
      if (verdict == nullptr || value.size() < verdict->longest) continue;
      verdict->allowed = value.size() == verdict->longest ? verdict->allowed || allow : allow;
      verdict->longest = value.size();
    }
  }
  return named.seen ? named.allowed : everyone.allowed;
}

}  // namespace botschaft::site

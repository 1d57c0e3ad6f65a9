// Keys that an object has twice. Parsers let one of the two win in silence; whoever wrote the other would never know.
#include <set>

#include "wire/document.h"

namespace botschaft::wire {
namespace {

struct Open {
  bool object;
  std::set<std::string_view> keys;
  std::string_view key;  // the one whose value is being read
  size_t index = 0;
};

std::string place_of(const std::vector<Open>& stack) {
  std::string place;
  for (const Open& open : stack) {
    place += '/';
    place += open.object ? shortened(open.key) : std::to_string(open.index);
  }
  return place;
}

// The offset behind the string that begins at `at`.
size_t end_of_string(std::string_view json, size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return at + 1;
}

}  // namespace

Problems find_duplicate_keys(std::string_view json, const std::string& document) {
  Report report{document, {}};
  std::vector<Open> stack;
  bool at_key = false;
  for (size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const size_t end = end_of_string(json, at);
      if (at_key && !stack.empty()) {
        Open& open = stack.back();
        open.key = json.substr(at + 1, end - at - 2);
        if (!open.keys.insert(open.key).second) {
          const std::string key = shortened(open.key);
          report.add("duplicate-key", place_of(stack),
                     {"„" + key + "“ steht hier zweimal.", "“" + key + "” is here twice."},
                     {"Einen der beiden Einträge entfernen.", "Remove one of the two."});
          if (report.full()) break;
        }
        at_key = false;
      }
      at = end;
      continue;
    }
    if (c == '{' || c == '[') {
      stack.push_back({c == '{', {}, {}});
      at_key = c == '{';
    } else if (c == '}' || c == ']') {
      if (!stack.empty()) stack.pop_back();
      at_key = false;
    } else if (c == ',' && !stack.empty()) {
      at_key = stack.back().object;
      ++stack.back().index;
    }
    ++at;
  }
  return std::move(report.problems);
}

}  // namespace botschaft::wire

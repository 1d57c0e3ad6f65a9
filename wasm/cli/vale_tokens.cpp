#include "vale_tokens.h"

#include <functional>

namespace botschaft::cli {
namespace {

// Calls `at_sign` with each place that is neither escaped nor inside a class of characters, and how deep in groups it
// is.
void walk(const std::string& token, const std::function<void(size_t place, int depth)>& at_sign) {
  bool in_class = false;
  int depth = 0;
  for (size_t at = 0; at < token.size(); ++at) {
    const char c = token[at];
    if (c == '\\') {
      ++at;
    } else if (in_class) {
      in_class = c != ']';
    } else {
      if (c == ')') --depth;
      at_sign(at, depth);
      if (c == '[') {
        in_class = true;
        if (at + 1 < token.size() && token[at + 1] == '^') ++at;
        if (at + 1 < token.size() && token[at + 1] == ']') ++at;
      }
      if (c == '(') ++depth;
    }
  }
}

bool has_lookaround(const std::string& token) {
  for (const char* sign : {"(?=", "(?!", "(?<=", "(?<!"}) {
    if (token.find(sign) != std::string::npos) return true;
  }
  return false;
}

// A group of a token that lies in no other, with its parentheses.
struct Group {
  size_t begin = 0;
  size_t end = 0;
};

std::vector<Group> outer_groups(const std::string& token) {
  std::vector<Group> groups;
  bool open = false;
  walk(token, [&](size_t place, int depth) {
    if (depth != 0) return;
    if (token[place] == '(') groups.push_back({place, 0});
    if (token[place] == ')' && open) groups.back().end = place + 1;
    if (token[place] == '(' || token[place] == ')') open = token[place] == '(';
  });
  if (open) groups.pop_back();  // it is never closed
  return groups;
}

}  // namespace

bool is_plain(std::string_view token) {
  return !token.empty() && token.find_first_of("\\^$.|?*+()[]{}") == std::string_view::npos && token.front() != ' ' &&
         token.back() != ' ';
}

std::vector<std::string> alternatives(const std::string& token) {
  if (!has_lookaround(token)) return {token};
  std::vector<std::string> parts;
  size_t begin = 0;
  walk(token, [&](size_t place, int depth) {
    if (depth != 0 || token[place] != '|') return;
    parts.push_back(token.substr(begin, place - begin));
    begin = place + 1;
  });
  parts.push_back(token.substr(begin));
  return parts;
}

ValeToken without_lookarounds(const std::string& token) {
  ValeToken out;
  size_t begin = 0;
  size_t end = token.size();
  const auto begins_with = [&](const Group& group, std::string_view sign) {
    return token.compare(group.begin, sign.size(), sign) == 0;
  };
  const auto take = [&](const Group& group, match::PatternSide side, size_t sign) {
    out.sides.push_back({side, true, token.substr(group.begin + sign, group.end - 1 - group.begin - sign)});
  };
  const std::vector<Group> groups = outer_groups(token);
  size_t first = 0;
  for (; first < groups.size() && groups[first].begin == begin; begin = groups[first++].end) {
    const bool wanted = begins_with(groups[first], "(?<=");
    if (!wanted && !begins_with(groups[first], "(?<!")) break;
    take(groups[first], wanted ? match::PatternSide::kAfter : match::PatternSide::kNotAfter, 4);
  }
  for (size_t last = groups.size(); last > first && groups[last - 1].end == end; end = groups[--last].begin) {
    const bool wanted = begins_with(groups[last - 1], "(?=");
    if (!wanted && !begins_with(groups[last - 1], "(?!")) break;
    take(groups[last - 1], wanted ? match::PatternSide::kBefore : match::PatternSide::kNotBefore, 3);
  }
  out.pattern = token.substr(begin, end - begin);
  return out;
}

Json pattern_json(const std::string& pattern, const std::vector<match::Neighbour>& sides,
                  const std::vector<std::string>& replace) {
  constexpr const char* kKeys[match::kPatternSides] = {"before", "notBefore", "after", "notAfter", "unless"};
  Json json{{"text", pattern}};
  for (const match::Neighbour& side : sides) {
    const Json what = side.is_pattern ? Json{{"pattern", side.text}} : Json(side.text);
    json[kKeys[static_cast<size_t>(side.side)]].push_back(what);
  }
  if (replace.size() == 1)
    json["replace"] = replace.front();
  else if (!replace.empty())
    json["replace"] = replace;
  return json.size() == 1 ? Json(pattern) : json;
}

}  // namespace botschaft::cli

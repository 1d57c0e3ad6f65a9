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

// Where the group ends that begins at `begin`: its closing parenthesis, or npos.
size_t end_of_group(const std::string& token, size_t begin) {
  size_t end = std::string::npos;
  int depth = -1;
  walk(token, [&](size_t place, int at) {
    if (place == begin) depth = at;
    if (end == std::string::npos && depth >= 0 && place > begin && token[place] == ')' && at == depth) end = place;
  });
  return end;
}

// Takes a lookbehind off the beginning; false where there is none.
bool take_lookbehind(ValeToken& token) {
  const bool wanted = token.pattern.compare(0, 4, "(?<=") == 0;
  if (!wanted && token.pattern.compare(0, 4, "(?<!") != 0) return false;
  const size_t end = end_of_group(token.pattern, 0);
  if (end == std::string::npos) return false;
  token.sides.push_back(
      {wanted ? match::PatternSide::kAfter : match::PatternSide::kNotAfter, true, token.pattern.substr(4, end - 4)});
  token.pattern.erase(0, end + 1);
  return true;
}

// Takes a lookahead off the end; false where there is none.
bool take_lookahead(ValeToken& token) {
  size_t begin = std::string::npos;
  walk(token.pattern, [&](size_t place, int depth) {
    if (depth == 0 && token.pattern[place] == '(') begin = place;
  });
  if (begin == std::string::npos) return false;
  const bool wanted = token.pattern.compare(begin, 3, "(?=") == 0;
  if (!wanted && token.pattern.compare(begin, 3, "(?!") != 0) return false;
  if (end_of_group(token.pattern, begin) != token.pattern.size() - 1) return false;
  const std::string inside = token.pattern.substr(begin + 3, token.pattern.size() - begin - 4);
  token.sides.push_back({wanted ? match::PatternSide::kBefore : match::PatternSide::kNotBefore, true, inside});
  token.pattern.erase(begin);
  return true;
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

ValeToken without_lookarounds(std::string token) {
  ValeToken out;
  out.pattern = std::move(token);
  while (take_lookbehind(out)) {
  }
  while (take_lookahead(out)) {
  }
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

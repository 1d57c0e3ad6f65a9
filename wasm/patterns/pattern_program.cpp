#include "pattern_program.h"

namespace botschaft::patterns {
namespace {

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// RE2's \b knows ASCII letters only; beside another one the next character must be no letter and no digit.
std::string edge(char beside, bool behind) {
  if (is_ascii_word(beside)) return "\\b";
  if (static_cast<unsigned char>(beside) < 0x80) return "";
  return behind ? "(?:\\z|[^\\pL\\pN])" : "(?:\\A|[^\\pL\\pN])";
}

// Words as a pattern: any white space for a space.
std::string words_pattern(const std::string& words) {
  std::string pattern;
  size_t at = 0;
  while (at < words.size()) {
    const size_t begin = words.find_first_not_of(" \t\r\n", at);
    if (begin == std::string::npos) break;
    const size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    if (!pattern.empty()) pattern += "\\s+";
    pattern += re2::RE2::QuoteMeta(words.substr(begin, end - begin));
    at = end;
  }
  return pattern;
}

}  // namespace

re2::RE2::Options options_for(bool match_case, int64_t bytes) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(match_case);
  options.set_max_mem(bytes);
  return options;
}

std::string PatternSpec::side_pattern(match::PatternSide side) const {
  using match::PatternSide;
  std::string any;
  for (const Neighbour& neighbour : sides[static_cast<size_t>(side)]) {
    const std::string words = neighbour.is_pattern ? "" : words_pattern(neighbour.text);
    if (!neighbour.is_pattern && words.empty()) continue;
    if (!any.empty()) any += '|';
    if (neighbour.is_pattern)
      any += "(?:" + neighbour.text + ")";
    else if (side == PatternSide::kUnless)
      any += words;
    else if (side == PatternSide::kBefore || side == PatternSide::kNotBefore)
      any += "\\s*" + words + edge(neighbour.text.back(), true);
    else
      any += edge(neighbour.text.front(), false) + words + "\\s*";
  }
  if (any.empty()) return any;
  return "(?:" + any + ")" + (side == PatternSide::kAfter || side == PatternSide::kNotAfter ? "\\z" : "");
}

std::string PatternSpec::scan_pattern() const {
  if (unit != match::PatternUnit::kText) {
    for (size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '$' || (text[at] == '^' && (at == 0 || text[at - 1] != '['))) return "";
      if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == 'A' || text[at + 1] == 'z')) return "";
    }
  }
  return has(match::kPatternMatchesCase) ? text : "(?i)(?:" + text + ")";
}

PatternSpec read_pattern(match::ByteReader& reader) {
  PatternSpec spec;
  spec.text = reader.text();
  spec.flags = reader.number();
  spec.unit = static_cast<match::PatternUnit>(reader.number());
  for (uint32_t left = reader.number(); left > 0 && !reader.at_end(); --left) {
    const uint32_t side = reader.number();
    const bool is_pattern = reader.number() != 0;
    const std::string_view text = reader.text();
    if (side < match::kPatternSides) spec.sides[side].push_back({is_pattern, std::string(text)});
  }
  return spec;
}

void PatternProgram::compile() const {
  const re2::RE2::Options options = options_for(spec_.has(match::kPatternMatchesCase), kBytesPerPattern);
  main_ = std::make_unique<re2::RE2>(spec_.text, options);
  for (size_t side = 0; side < match::kPatternSides; ++side) {
    const std::string pattern = spec_.side_pattern(static_cast<match::PatternSide>(side));
    if (!pattern.empty()) sides_[side] = std::make_unique<re2::RE2>(pattern, options);
  }
}

const re2::RE2& PatternProgram::main() const {
  std::call_once(once_, [this] { compile(); });
  return *main_;
}

const re2::RE2& PatternProgram::longest() const {
  std::call_once(longest_once_, [this] {
    re2::RE2::Options options = options_for(spec_.has(match::kPatternMatchesCase), kBytesPerPattern);
    options.set_longest_match(true);
    longest_ = std::make_unique<re2::RE2>(spec_.text, options);
  });
  return *longest_;
}

const re2::RE2* PatternProgram::side(match::PatternSide side) const {
  std::call_once(once_, [this] { compile(); });
  return sides_[static_cast<size_t>(side)].get();
}

}  // namespace botschaft::patterns

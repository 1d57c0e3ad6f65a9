// Graphemes and words. Both walk forward once; what a rule has to know about the text before is kept in a few
// variables, and the only look ahead (over characters that a word rule ignores) is done once per punctuation mark. So
// the time is linear however long a run of marks is.
#include "text/segment.h"

#include <optional>

#include "base/utf8.h"
#include "text/properties.h"

namespace botschaft::text {
namespace {

// --- Graphemes: UAX #29, section 3 ---

GraphemeBreak grapheme_break(char32_t c, const Properties& properties) {
  const auto value = static_cast<GraphemeBreak>(properties.grapheme);
  const bool is_lv = value == GraphemeBreak::kLvt && (c - 0xAC00) % 28 == 0;
  return is_lv ? GraphemeBreak::kLv : value;
}

bool is_control(GraphemeBreak value) {
  return value == GraphemeBreak::kCr || value == GraphemeBreak::kLf || value == GraphemeBreak::kControl;
}

// GB3 to GB9b; the rules that look further back are with the caller.
bool joins(GraphemeBreak before, GraphemeBreak after) {
  using enum GraphemeBreak;
  if (before == kCr) return after == kLf;
  if (is_control(before) || is_control(after)) return false;
  if (after == kExtend || after == kZwj || after == kSpacingMark || before == kPrepend) return true;
  if (before == kL) return after == kL || after == kV || after == kLv || after == kLvt;
  if (before == kLv || before == kV) return after == kV || after == kT;
  if (before == kLvt || before == kT) return after == kT;
  return false;
}

// --- Words: UAX #29, section 4 ---

struct WordCharacter {
  WordBreak value;
  bool pictographic;
  size_t size;
};

WordCharacter word_character(std::string_view text, size_t at) {
  const CodePoint c = decode(text, at);
  const Properties& properties = properties_of(c.value);
  return {properties.word_break(), properties.has(kExtendedPictographic), c.size};
}

bool is_newline(WordBreak value) {
  return value == WordBreak::kCr || value == WordBreak::kLf || value == WordBreak::kNewline;
}
bool is_skipped(WordBreak value) {
  return value == WordBreak::kExtend || value == WordBreak::kFormat || value == WordBreak::kZwj;
}
bool is_ah_letter(WordBreak value) {
  return value == WordBreak::kALetter || value == WordBreak::kHebrewLetter;
}
bool is_mid_letter(WordBreak value) {
  return value == WordBreak::kMidLetter || value == WordBreak::kMidNumLet || value == WordBreak::kSingleQuote;
}
bool is_mid_number(WordBreak value) {
  return value == WordBreak::kMidNum || value == WordBreak::kMidNumLet || value == WordBreak::kSingleQuote;
}

// The class of the first character from `at` on that the word rules do not ignore; kOther at the end.
WordBreak next_counted(std::string_view text, size_t at) {
  while (at < text.size()) {
    const WordCharacter c = word_character(text, at);
    if (!is_skipped(c.value)) return c.value;
    at += c.size;
  }
  return WordBreak::kOther;
}

// What stands before the place asked about, with ignored characters left out (WB4).
struct WordState {
  WordBreak last;  // the last character that counts
  WordBreak before_last = WordBreak::kOther;
  WordBreak last_raw;   // the last character, ignored or not
  bool odd_indicators;  // an odd number of regional indicators ends here

  explicit WordState(WordBreak first)
      : last(first), last_raw(first), odd_indicators(first == WordBreak::kRegionalIndicator) {}

  void take(WordBreak value) {
    last_raw = value;
    if (is_skipped(value)) return;
    odd_indicators = value == WordBreak::kRegionalIndicator && !odd_indicators;
    before_last = last;
    last = value;
  }
};

// WB5 to WB13b for a character of class `next` that ends at `end`.
bool letters_join(const WordState& state, WordBreak next, std::string_view text, size_t end) {
  using enum WordBreak;
  const WordBreak last = state.last;
  if (is_ah_letter(last)) {
    if (is_ah_letter(next) || next == kNumeric || next == kExtendNumLet) return true;
    if (last == kHebrewLetter && next == kSingleQuote) return true;
    if (is_mid_letter(next)) return is_ah_letter(next_counted(text, end));
    if (last == kHebrewLetter && next == kDoubleQuote) return next_counted(text, end) == kHebrewLetter;
    return false;
  }
  if (last == kNumeric) {
    if (next == kNumeric || is_ah_letter(next) || next == kExtendNumLet) return true;
    return is_mid_number(next) && next_counted(text, end) == kNumeric;
  }
  if (last == kKatakana) return next == kKatakana || next == kExtendNumLet;
  if (last == kExtendNumLet)
    return is_ah_letter(next) || next == kNumeric || next == kKatakana || next == kExtendNumLet;
  if (is_ah_letter(next)) {
    if (is_mid_letter(last) && is_ah_letter(state.before_last)) return true;
    return last == kDoubleQuote && state.before_last == kHebrewLetter && next == kHebrewLetter;
  }
  if (next == kNumeric) return is_mid_number(last) && state.before_last == kNumeric;
  return false;
}

bool word_joins(const WordState& state, const WordCharacter& next, std::string_view text, size_t end) {
  using enum WordBreak;
  if (state.last_raw == kCr) return next.value == kLf;
  if (is_newline(state.last_raw) || is_newline(next.value)) return false;
  if (state.last_raw == kZwj && next.pictographic) return true;
  if (state.last_raw == kWSegSpace && next.value == kWSegSpace) return true;
  if (is_skipped(next.value)) return true;
  if (next.value == kRegionalIndicator && state.last == kRegionalIndicator) return state.odd_indicators;
  return letters_join(state, next.value, text, end);
}

bool is_plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_plain_word_byte(char c) {
  return is_plain_letter(c) || (c >= '0' && c <= '9') || c == '_';
}

// Whether a word of plain bytes ends for certain at `at`: before the end, and before any ASCII but what may join two
// letters or digits.
bool ends_plain_word(std::string_view text, size_t at) {
  if (at == text.size()) return true;
  const char c = text[at];
  if (static_cast<unsigned char>(c) >= 0x80) return false;
  if (c != '.' && c != ',' && c != '\'' && c != ':' && c != ';') return true;
  return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
}

}  // namespace

size_t next_word_boundary(std::string_view text, size_t begin) {
  size_t at = begin;
  // Plain ASCII words, the bulk of most texts, and single spaces between them need no tables.
  while (at < text.size() && is_plain_word_byte(text[at])) at++;
  if (at > begin && ends_plain_word(text, at)) return at;
  if (at > begin) at--;
  if (text[at] == ' ' && at + 1 < text.size() && is_plain_word_byte(text[at + 1])) return at + 1;

  const WordCharacter first = word_character(text, at);
  WordState state(first.value);
  at += first.size;
  while (at < text.size()) {
    if (state.last == WordBreak::kALetter && is_plain_letter(text[at])) {
      state.take(WordBreak::kALetter);
      at++;
      continue;
    }
    const WordCharacter next = word_character(text, at);
    if (!word_joins(state, next, text, at + next.size)) break;
    state.take(next.value);
    at += next.size;
  }
  return at;
}

size_t next_grapheme(std::string_view text, size_t at) {
  const auto is_ascii = [text](size_t i) { return static_cast<unsigned char>(text[i]) < 0x80; };
  if (is_ascii(at) && text[at] != '\r' && (at + 1 == text.size() || is_ascii(at + 1))) return at + 1;

  CodePoint c = decode(text, at);
  const Properties* properties = &properties_of(c.value);
  GraphemeBreak last = grapheme_break(c.value, *properties);
  bool odd_indicators = last == GraphemeBreak::kRegionalIndicator;
  // GB11: a pictograph, then only marks, up to a joiner.
  bool pictograph = properties->has(kExtendedPictographic);
  at += c.size;
  while (at < text.size()) {
    c = decode(text, at);
    properties = &properties_of(c.value);
    const GraphemeBreak next = grapheme_break(c.value, *properties);
    const bool is_pictograph = properties->has(kExtendedPictographic);
    const bool both_indicators = last == GraphemeBreak::kRegionalIndicator && next == GraphemeBreak::kRegionalIndicator;
    if (!joins(last, next) && !(pictograph && last == GraphemeBreak::kZwj && is_pictograph) &&
        !(both_indicators && odd_indicators)) {
      break;
    }
    odd_indicators = next == GraphemeBreak::kRegionalIndicator && !odd_indicators;
    pictograph = is_pictograph || (pictograph && (next == GraphemeBreak::kExtend || next == GraphemeBreak::kZwj));
    last = next;
    at += c.size;
  }
  return at;
}

size_t count_graphemes(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at = next_grapheme(text, at)) count++;
  return count;
}

std::vector<Span> word_segments(std::string_view text) {
  std::vector<Span> segments;
  segments.reserve(text.size() / 3);
  for (size_t at = 0; at < text.size();) {
    const size_t end = next_word_boundary(text, at);
    segments.push_back({at, end});
    at = end;
  }
  return segments;
}

}  // namespace botschaft::text

// Sentences by UAX #29, section 5, and on top of them sentences as people count them in posts.
#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "text/properties.h"
#include "text/segment.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

struct SentenceCharacter {
  SentenceBreak value;
  size_t size;
};

SentenceCharacter sentence_character(std::string_view text, size_t at) {
  const CodePoint c = decode(text, at);
  return {properties_of(c.value).sentence_break(), c.size};
}

bool is_separator(SentenceBreak value) {
  return value == SentenceBreak::kSep || value == SentenceBreak::kCr || value == SentenceBreak::kLf;
}
bool is_skipped(SentenceBreak value) {
  return value == SentenceBreak::kExtend || value == SentenceBreak::kFormat;
}
bool is_terminator(SentenceBreak value) {
  return value == SentenceBreak::kATerm || value == SentenceBreak::kSTerm;
}

// SB8: whether the next character that decides is a small letter. Stops at the next terminator, so that each stretch of
// the text is looked over once per terminator before it.
bool continues_small(std::string_view text, size_t at) {
  using enum SentenceBreak;
  while (at < text.size()) {
    const SentenceCharacter c = sentence_character(text, at);
    if (c.value == kLower) return true;
    if (c.value == kOLetter || c.value == kUpper || is_separator(c.value) || is_terminator(c.value)) return false;
    at += c.size;
  }
  return false;
}

// How far the text before is into "terminator, closing marks, spaces".
enum class Ending : uint8_t { kNone, kTerminator, kClose, kSpace };

struct SentenceState {
  SentenceBreak last = SentenceBreak::kOther;
  SentenceBreak before_last = SentenceBreak::kOther;
  SentenceBreak last_raw = SentenceBreak::kOther;
  Ending ending = Ending::kNone;
  bool is_full_stop = false;  // the terminator is ATerm

  void take(SentenceBreak value) {
    using enum SentenceBreak;
    last_raw = value;
    if (is_skipped(value)) return;
    if (is_terminator(value)) {
      ending = Ending::kTerminator;
      is_full_stop = value == kATerm;
    } else if (value == kClose && (ending == Ending::kTerminator || ending == Ending::kClose)) {
      ending = Ending::kClose;
    } else if (value == kSp && ending != Ending::kNone) {
      ending = Ending::kSpace;
    } else {
      ending = Ending::kNone;
    }
    before_last = last;
    last = value;
  }

  // Whether a boundary comes before the character of class `next` at `at` (SB3 to SB998).
  [[nodiscard]] bool breaks_before(SentenceBreak next, std::string_view text, size_t at) const {
    using enum SentenceBreak;
    if (last_raw == kCr && next == kLf) return false;
    if (is_separator(last_raw)) return true;
    if (is_skipped(next) || ending == Ending::kNone) return false;
    if (ending == Ending::kTerminator && is_full_stop) {
      if (next == kNumeric) return false;
      if (next == kUpper && (before_last == kUpper || before_last == kLower)) return false;
    }
    if (next == kSContinue || is_terminator(next)) return false;
    if (next == kSp || is_separator(next)) return false;
    if (next == kClose && ending != Ending::kSpace) return false;
    return !(is_full_stop && continues_small(text, at));
  }
};

// --- Sentences as people count them ---

// Abbreviations that hardly ever end a sentence, in small letters, sorted. Those that often do (etc., usw., Inc.) and
// those that are words or names as well (art., best., max., Jan.) are left out.
constexpr std::string_view kAbbreviations[] = {
    "abb",  "abs",  "abt", "allg", "aug",     "bd",   "bsp",  "bspw", "bzgl", "bzw",  "ca",   "capt", "dez",
    "dgl",  "dipl", "dr",  "ehem", "einschl", "engl", "evtl", "exkl", "feb",  "ff",   "fr",   "geb",  "ggf",
    "ggfs", "hl",   "hr",  "hrn",  "hrsg",    "ing",  "inkl", "insb", "jh",   "jhd",  "jr",   "kap",  "mio",
    "mr",   "mrd",  "mrs", "ms",   "mt",      "nov",  "nr",   "okt",  "prof", "resp", "sept", "sog",  "sr",
    "st",   "std",  "str", "tel",  "ts",      "vgl",  "vol",  "vs",   "zzgl",
};
static_assert(std::is_sorted(std::begin(kAbbreviations), std::end(kAbbreviations)));

constexpr std::string_view kMonths[] = {
    "jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez",
};

std::string lowered(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_utf8(out, to_lower(c.value));
    at += c.size;
  }
  return out;
}

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// The letters or digits right before the full stop that ends `sentence` (white space at its end trimmed); empty where
// something else ends it.
std::string_view last_word(std::string_view sentence) {
  if (sentence.empty() || sentence.back() != '.') return {};
  const size_t end = sentence.size() - 1;
  size_t begin = end;
  while (begin > 0 && end - begin < 24) {
    const CodePoint c = decode_before(sentence, begin);
    if (!is_letter(c.value) && !is_digit(c.value) && !is_mark(c.value)) break;
    begin -= c.size;
  }
  return sentence.substr(begin, end - begin);
}

// Whether the full stop at the end of `before` only marks an abbreviation, an initial, or a number in a date or list.
bool goes_on(std::string_view before, std::string_view after) {
  const std::string_view word = last_word(before);
  if (word.empty()) return false;
  if (std::all_of(word.begin(), word.end(), is_ascii_digit)) {
    if (word.size() + 1 == before.size()) return true;  // "1." begins an item of a list
    if (word.size() > 2) return false;
    const std::string start = lowered(after.substr(0, 8));
    return std::any_of(std::begin(kMonths), std::end(kMonths),
                       [&start](std::string_view month) { return start.starts_with(month); });
  }
  // One letter: an initial ("J. Weber") or part of an abbreviation ("z. B.").
  if (decode(word, 0).size == word.size()) return true;
  const std::string folded = lowered(word);
  return std::binary_search(std::begin(kAbbreviations), std::end(kAbbreviations), std::string_view(folded));
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = decode(text, span.begin);
    if (!is_white_space(c.value)) break;
    span.begin += c.size;
  }
  while (!span.empty()) {
    const CodePoint c = decode_before(text, span.end);
    if (!is_white_space(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

bool has_letter_or_digit(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (properties_of(c.value).has(kLetter | kDigit)) return true;
    at += c.size;
  }
  return false;
}

}  // namespace

std::vector<Span> sentence_segments(std::string_view text) {
  std::vector<Span> segments;
  size_t begin = 0;
  SentenceState state;
  for (size_t at = 0; at < text.size();) {
    const SentenceCharacter next = sentence_character(text, at);
    if (at > begin && state.breaks_before(next.value, text, at)) {
      segments.push_back({begin, at});
      begin = at;
      state = SentenceState();
    }
    state.take(next.value);
    at += next.size;
    // Behind two small letters, more of them change nothing: most of a text is that.
    if (state.last == SentenceBreak::kLower && state.before_last == SentenceBreak::kLower) {
      while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') at++;
    }
  }
  if (begin < text.size()) segments.push_back({begin, text.size()});
  return segments;
}

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> found;
  const auto ends_line = [text](Span segment) {
    if (segment.empty()) return false;
    const SentenceBreak last = properties_of(decode_before(text, segment.end).value).sentence_break();
    return is_separator(last);
  };
  bool joins_next = false;
  for (const Span segment : sentence_segments(text)) {
    const Span sentence = trimmed(text, segment);
    if (joins_next && !sentence.empty()) {
      found.back().end = sentence.end;
    } else if (has_letter_or_digit(sentence.in(text))) {
      found.push_back(sentence);
    } else {
      joins_next = false;
      continue;
    }
    joins_next = !ends_line(segment) && goes_on(found.back().in(text), text.substr(segment.end));
  }
  return found;
}

}  // namespace botschaft::text

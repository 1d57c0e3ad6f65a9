// Each network's rule is followed as its own source has it (shared/networks names them); where a network publishes
// none, the words of its help are.
#include "text/tags.h"

#include "base/utf8.h"
#include "text/characters.h"
#include "text/links.h"
#include "text/properties.h"
#include "text/top_level_domains.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

constexpr char32_t kFullwidthHash = 0xFF03;
constexpr char32_t kFullwidthAt = 0xFF20;
constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;

char32_t before(std::string_view text, size_t at) {
  return at == 0 ? U' ' : decode_before(text, at).value;
}
char32_t behind(std::string_view text, size_t end) {
  return end == text.size() ? U' ' : decode(text, end).value;
}

// --- Hashtags ---

// X's list of signs that hold a hashtag together besides letters, marks, digits and the underscore.
constexpr char32_t kJoiners[] = {0x00B7, 0x05BE, 0x05F3, 0x05F4, 0x0F0B, 0x0F0C, 0x200C, 0x200D,
                                 0x3003, 0x301C, 0x309B, 0x309C, 0x30A0, 0x30FB, 0xA67E, 0xFF5E};

bool is_joiner(char32_t c) {
  for (const char32_t joiner : kJoiners) {
    if (c == joiner) return true;
  }
  return false;
}

bool is_mastodon_joiner(char32_t c) {
  return c == 0x00B7 || c == 0x30FB || c == 0x200C;
}

bool is_in_hashtag(HashtagStyle style, char32_t c) {
  if (c < 0x80) return is_ascii_alnum(c) || c == '_';
  const Properties& properties = properties_of(c);
  const bool in_word = properties.has(kLetter | kMark | kDigit);
  switch (style) {
    case HashtagStyle::kTwitterText:
      return in_word || is_joiner(c);
    case HashtagStyle::kMastodon:
      return (in_word && !properties.has(kEmoji)) || is_mastodon_joiner(c);
    case HashtagStyle::kWordOrEmoji:
      return in_word || properties.has(kEmoji) || c == 0x200D;
    default:
      return in_word && !properties.has(kEmoji) && c != kEmojiStyle && c != kTextStyle && c != kKeycap;
  }
}

// Everything up to white space and a few characters without width (atproto's TAG_REGEX), at most 64 UTF-16 units.
size_t end_of_open_hashtag(std::string_view text, size_t at, size_t name) {
  if (!is_script_space(before(text, at)) || behind(text, name) == kEmojiStyle) return at;
  size_t end = name;     // behind the last character that is no punctuation
  size_t units = 0;      // up to there
  size_t run_units = 0;  // up to where the walk is
  bool has_word = false;
  for (size_t i = name; i < text.size();) {
    const CodePoint c = decode(text, i);
    const bool stops = is_script_space(c.value) || c.value == 0xAD || c.value == 0x2060 ||
                       (c.value >= 0x200B && c.value <= 0x200D) || c.value == 0x20E2;
    if (stops) break;
    i += c.size;
    run_units += c.value > 0xFFFF ? 2 : 1;
    if (is_punctuation(c.value)) continue;
    end = i;
    units = run_units;
    has_word = has_word || !is_ascii_digit(c.value);
  }
  return has_word && units <= 64 ? end : at;
}

bool is_barred_before(HashtagStyle style, std::string_view text, size_t at, bool behind_emoji) {
  if (at == 0) return false;
  const char32_t c = before(text, at);
  if (style == HashtagStyle::kMastodon) return c == '/' || c == '=' || c == ')' || is_letter(c) || is_digit(c);
  if (c == '&') return true;
  if (style == HashtagStyle::kTwitterText && (c == kTextStyle || c == kEmojiStyle)) return false;
  // A joiner or style mark that ends an emoji is no part of a word.
  return !behind_emoji && is_in_hashtag(style, c);
}

bool is_barred_behind(HashtagStyle style, std::string_view text, size_t end) {
  if (text.substr(end).starts_with("://")) return true;
  if (style == HashtagStyle::kMastodon) return false;
  const char32_t c = behind(text, end);
  return c == kFullwidthHash || (c == '#' && !is_keycap_at(text, end));
}

// --- Mentions ---

template <typename Accepts>
size_t end_of_run(std::string_view text, size_t at, size_t longest, Accepts accepts) {
  size_t end = at;
  while (end < text.size() && end - at < longest && accepts(static_cast<unsigned char>(text[end]))) end++;
  return end;
}

bool is_name_byte(char32_t c) {
  return is_ascii_alnum(c) || c == '_';
}

// Whether "RT" or "RT:" right before the sign opens it to a mention, as X has it.
bool is_behind_retweet(std::string_view text, size_t at) {
  if (at > 0 && text[at - 1] == ':') at--;
  if (at < 2 || (text[at - 1] | 0x20) != 't' || (text[at - 2] | 0x20) != 'r') return false;
  const char32_t c = before(text, at - 2);
  return !is_ascii_alnum(c) && !is_one_of(c, "_+~.-");
}

size_t end_of_handle(std::string_view text, size_t at, size_t name) {
  const char32_t c = before(text, at);
  const bool barred = is_ascii_alnum(c) || is_one_of(c, "_!#$%&*@") || c == kFullwidthAt;
  if (barred && !is_behind_retweet(text, at)) return at;
  size_t end = end_of_run(text, name, 20, is_name_byte);
  if (end == name) return at;
  if (end + 1 < text.size() && text[end] == '/' && is_ascii_alnum(text[end + 1]) && !is_ascii_digit(text[end + 1])) {
    end = end_of_run(text, end + 1, 25, [](char32_t b) { return is_name_byte(b) || b == '-'; });
  }
  const char32_t next = behind(text, end);
  if (next == '@' || next == kFullwidthAt || is_latin_accent(next) || text.substr(end).starts_with("://")) return at;
  return end;
}

// Instagram's and Threads' user names.
size_t end_of_dotted_handle(std::string_view text, size_t at, size_t name) {
  const char32_t c = before(text, at);
  if (is_letter(c) || is_digit(c) || is_one_of(c, "_.@/&")) return at;
  size_t end = end_of_run(text, name, 30, [](char32_t b) { return is_name_byte(b) || b == '.'; });
  while (end > name && text[end - 1] == '.') end--;
  const char32_t next = behind(text, end);
  const bool goes_on = is_letter(next) || is_mark(next) || next == '@' || is_name_byte(next);
  return end == name || goes_on || text.substr(name, end - name).find("..") != std::string_view::npos ? at : end;
}

bool is_ruby_word(char32_t c) {
  return c == '_' || is_letter(c) || is_mark(c) || is_digit(c);
}

// Mastodon: @name or @name@host.
size_t end_of_account(std::string_view text, size_t at, size_t name) {
  const char32_t c = before(text, at);
  if (at > 0 && (c == '/' || c == '=' || is_ruby_word(c))) return at;
  size_t end = end_of_run(text, name, 256, [](char32_t b) { return is_name_byte(b) || b == '.' || b == '-'; });
  while (end > name && !is_name_byte(static_cast<unsigned char>(text[end - 1]))) end--;
  if (end == name || !is_name_byte(static_cast<unsigned char>(text[name]))) return at;
  if (behind(text, end) == '@') {
    size_t host = end + 1;
    for (size_t i = host; i < text.size() && i - host < 1024;) {
      const CodePoint next = decode(text, i);
      i += next.size;
      if (is_ruby_word(next.value)) {
        end = i;
      } else if ((next.value != '.' && next.value != '-') || end < host) {
        break;
      }
    }
  }
  const char32_t next = behind(text, end);
  return next == '@' || next == kFullwidthAt || text.substr(end).starts_with("://") ? at : end;
}

// Bluesky: a domain. A word may not go on behind it; what cannot end one is left out.
size_t end_of_domain_handle(std::string_view text, size_t at, size_t name) {
  const char32_t c = before(text, at);
  if (!is_script_space(c) && c != '(') return at;
  size_t end = end_of_run(text, name, 512, [](char32_t b) { return is_ascii_alnum(b) || b == '.' || b == '-'; });
  const auto is_word = [text](size_t i) {
    return i < text.size() && is_name_byte(static_cast<unsigned char>(text[i]));
  };
  while (end > name && is_word(end - 1) == is_word(end)) end--;
  const std::string_view handle = text.substr(name, end - name);
  return handle.ends_with(".test") || ends_in_lower_case_domain(handle) ? end : at;
}

// A name as people write it: capitalised words go on behind one space, four at most.
size_t end_of_display_name(std::string_view text, size_t at, size_t name) {
  const char32_t c = before(text, at);
  if (is_letter(c) || is_digit(c) || is_one_of(c, "_@/&+-")) return at;
  size_t end = at;
  size_t next = name;
  for (int words = 0; words < 4 && next < text.size(); words++) {
    const CodePoint first = decode(text, next);
    if (!is_letter(first.value) && (words > 0 || !is_digit(first.value))) break;
    if (words > 0 && !is_upper(first.value)) break;
    size_t word_end = next;
    for (size_t i = next; i < text.size() && i - next < 128;) {
      const CodePoint letter = decode(text, i);
      i += letter.size;
      if (letter.value != '_' && is_ruby_word(letter.value)) {
        word_end = i;
      } else if (!is_one_of(letter.value, "-'._") && letter.value != 0x2019) {
        break;
      }
    }
    if (word_end == next) break;
    end = word_end;
    // Only who begins with a capital goes on: "@anna Danke" is one word.
    if (!is_upper(first.value) || end >= text.size() || text[end] != ' ') break;
    next = end + 1;
  }
  // "@name@host" is an account elsewhere.
  return behind(text, end) == '@' ? at : end;
}

}  // namespace

size_t hashtag_end(HashtagStyle style, std::string_view text, size_t at, size_t name, bool behind_emoji) {
  if (style == HashtagStyle::kUntilSpace) return end_of_open_hashtag(text, at, name);
  const bool any_sign = style == HashtagStyle::kTwitterText || style == HashtagStyle::kMastodon;
  if (name - at > 1 && !any_sign && style != HashtagStyle::kWord) return at;
  const char32_t first = behind(text, name);
  if (first == kEmojiStyle || first == kKeycap) return at;
  if (style == HashtagStyle::kMastodon && is_mastodon_joiner(first)) return at;
  bool has_word = style == HashtagStyle::kWordOrEmoji;
  size_t end = name;
  while (end < text.size()) {
    const CodePoint c = decode(text, end);
    if (!is_in_hashtag(style, c.value)) break;
    if (c.value < 0x80 && style != HashtagStyle::kTwitterText && is_keycap_at(text, end)) break;
    const bool joins =
        style == HashtagStyle::kMastodon && end > name && (c.value == '_' || is_mastodon_joiner(c.value));
    has_word = has_word || joins || is_letter(c.value) || is_mark(c.value);
    end += c.size;
  }
  if (style == HashtagStyle::kMastodon) {
    while (end > name && is_mastodon_joiner(before(text, end))) end -= decode_before(text, end).size;
  }
  if (end == name || !has_word) return at;
  return is_barred_before(style, text, at, behind_emoji) || is_barred_behind(style, text, end) ? at : end;
}

size_t mention_end(MentionStyle style, std::string_view text, size_t at, size_t name) {
  if (name - at > 1 && style != MentionStyle::kHandle) return at;  // ＠ is X's
  switch (style) {
    case MentionStyle::kHandle:
      return end_of_handle(text, at, name);
    case MentionStyle::kDottedHandle:
      return end_of_dotted_handle(text, at, name);
    case MentionStyle::kAccount:
      return end_of_account(text, at, name);
    case MentionStyle::kDomain:
      return end_of_domain_handle(text, at, name);
    case MentionStyle::kDisplayName:
      return end_of_display_name(text, at, name);
  }
  return at;
}

size_t cashtag_end(LinkStyle style, std::string_view text, size_t at) {
  const bool is_x = style == LinkStyle::kTwitterText;
  const char32_t c = before(text, at);
  if (!is_script_space(c) && (is_x || c != '(')) return at;
  const auto letter = [](char32_t b) { return is_ascii_alnum(b) && !is_ascii_digit(b); };
  size_t end = at + 1;
  if (is_x) {
    // One to six letters, and one or two more behind a full stop or underscore.
    end = end_of_run(text, at + 1, 6, letter);
    if (end == at + 1) return at;
    if (end < text.size() && (text[end] == '.' || text[end] == '_')) {
      const size_t more = end_of_run(text, end + 1, 2, letter);
      const char32_t next = behind(text, more);
      if (more > end + 1 && (is_script_space(next) || is_one_of(next, kAsciiPunctuation))) return more;
    }
  } else {
    if (end < text.size() && letter(static_cast<unsigned char>(text[end])))
      end = end_of_run(text, end, 5, is_ascii_alnum);
    if (end == at + 1) return at;
  }
  const char32_t next = behind(text, end);
  const std::string_view closing = is_x ? kAsciiPunctuation : std::string_view(".,;:!?)\"'");
  return is_script_space(next) || is_one_of(next, closing) || (!is_x && next == 0x2019) ? end : at;
}

}  // namespace botschaft::text

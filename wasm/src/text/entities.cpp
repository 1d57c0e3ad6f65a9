// Finds links, hashtags, mentions and emoji in one walk over the text. At each place at most one of them begins; what
// was looked at in vain is stepped over, so that the time is linear.
#include "text/entities.h"

#include <array>

#include "base/utf8.h"
#include "text/links.h"
#include "text/properties.h"
#include "text/segment.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

constexpr char32_t kFullwidthHash = 0xFF03;
constexpr char32_t kFullwidthAt = 0xFF20;
constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kJoiner = 0x200D;

// Bytes at which nothing of interest begins.
constexpr auto kIsDull = [] {
  std::array<bool, 256> dull{};
  for (size_t byte = 0; byte < 0x80; byte++) {
    const char c = static_cast<char>(byte);
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool in_host = c == '-' || c == '.' || c == '_';
    dull[byte] = !alnum && !in_host && c != '#' && c != '@' && c != '*';
  }
  return dull;
}();

bool is_ascii_alnum(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// X's list of signs that hold a hashtag together besides letters, marks, digits and the underscore.
bool joins_hashtag(char32_t c) {
  switch (c) {
    case '_':
    case 0x00B7:
    case 0x05BE:
    case 0x05F3:
    case 0x05F4:
    case 0x0F0B:
    case 0x0F0C:
    case 0x200C:
    case 0x200D:
    case 0x3003:
    case 0x301C:
    case 0x309B:
    case 0x309C:
    case 0x30A0:
    case 0x30FB:
    case 0xA67E:
    case 0xFF5E:
      return true;
    default:
      return false;
  }
}

bool is_hashtag_character(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(c) || c == '_';
  const Properties& properties = properties_of(c);
  if (c == kEmojiStyle || c == kTextStyle || c == kKeycap || properties.has(kEmoji)) return false;
  return properties.has(kLetter | kMark | kDigit) || joins_hashtag(c);
}

// Where the grapheme at `at` ends if it is shown as an emoji; `at` if not.
size_t emoji_end(std::string_view text, size_t at) {
  if (is_keycap_at(text, at)) return next_grapheme(text, at);
  const CodePoint first = decode(text, at);
  const Properties& properties = properties_of(first.value);
  if (first.value < 0x80 || !properties.has(kEmoji)) return at;
  const size_t end = next_grapheme(text, at);
  const size_t behind_first = at + first.size;
  const bool is_indicator = static_cast<GraphemeBreak>(properties.grapheme) == GraphemeBreak::kRegionalIndicator;
  if (is_indicator) return end > behind_first ? end : at;  // one half of a flag is none
  char32_t second = 0;
  if (behind_first < end) second = decode(text, behind_first).value;
  if (second == kTextStyle) return at;
  if (second == kEmojiStyle || properties.has(kEmojiPresentation)) return end;
  if (second == kJoiner) return decode_before(text, end).value == kJoiner ? at : end;
  return second != 0 && properties_of(second).has(kEmojiModifier) ? end : at;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  Entities run() {
    size_t at = 0;
    while (at < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (kIsDull[byte] && byte < 0x80) {
        at++;
        continue;
      }
      at = take(at);
    }
    return std::move(found_);
  }

 private:
  // Takes what begins at `at`; answers where to go on.
  size_t take(size_t at) {
    const CodePoint c = decode(text_, at);
    if (const size_t end = emoji_end(text_, at); end > at) {
      found_.emoji.push_back({at, end});
      return end;
    }
    if (c.value == '#' || c.value == kFullwidthHash) return take_hashtag(at, at + c.size);
    if (c.value == '@' || c.value == kFullwidthAt) return take_mention(at, at + c.size);
    const HostRun run = host_run_at(text_, at, Scripts::kLatin);
    if (run.span.empty()) return at + c.size;
    if (!run.has_dot && text_.substr(run.span.end, 1) != ":") return run.span.end;
    const std::optional<Link> link = link_in(text_, run);
    if (!link) return run.span.end;
    found_.links.push_back(*link);
    return link->span.end;
  }

  // The sign stands from `at` to `name`.
  size_t take_hashtag(size_t at, size_t name) {
    bool has_letter = false;
    size_t end = name;
    while (end < text_.size()) {
      const CodePoint c = decode(text_, end);
      if (!is_hashtag_character(c.value)) break;
      if (c.value < 0x80 && is_keycap_at(text_, end)) break;
      has_letter = has_letter || properties_of(c.value).has(kLetter | kMark);
      end += c.size;
    }
    if (has_letter && !hashtag_is_barred_before(at) && !hashtag_is_barred_behind(end)) {
      found_.hashtags.push_back({at, end});
      return end;
    }
    // What follows may hold a link: "#http://…" does not, but "#1.example.com" is for the next step to see.
    return end;
  }

  [[nodiscard]] bool hashtag_is_barred_before(size_t at) const {
    if (at == 0) return false;
    const CodePoint before = decode_before(text_, at);
    if (before.value == '&') return true;
    if (!is_hashtag_character(before.value)) return false;
    // A joiner or style mark that ends an emoji is no part of a word.
    return found_.emoji.empty() || found_.emoji.back().end != at;
  }

  [[nodiscard]] bool hashtag_is_barred_behind(size_t end) const {
    const std::string_view rest = text_.substr(end);
    if (rest.empty()) return false;
    if (rest[0] == '#') return !is_keycap_at(text_, end);
    return rest.starts_with("\uFF03") || rest.starts_with("://");
  }

  size_t take_mention(size_t at, size_t name) {
    const size_t end = end_of_name(name);
    if (end == name) return name;
    if (mention_is_barred_before(at)) return end;
    const std::string_view rest = text_.substr(end);
    if (rest.starts_with("://")) return end;
    if (!rest.empty() && rest[0] == '@') {
      const size_t host = end_of_host(end + 1);
      if (host == end + 1) return end;
      found_.mentions.push_back({at, host});
      return host;
    }
    if (!rest.empty()) {
      // No network has letters beyond ASCII in its names: this is a word, such as @Müller.
      const char32_t next = decode(text_, end).value;
      const bool accented = next >= 0x80 && is_letter(next) && script_of(next) == Script::kLatin;
      if (accented || is_mark(next) || next == kFullwidthAt) return end;
    }
    found_.mentions.push_back({at, end});
    return end;
  }

  // Letters, digits and underscores; a full stop only where the name goes on behind it (@firma.bsky.social).
  [[nodiscard]] size_t end_of_name(size_t at) const {
    size_t end = at;
    while (end < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[end]);
      const bool in_name = is_ascii_alnum(c) || c == '_';
      const bool inner_stop = c == '.' && end > at && text_[end - 1] != '.' && end + 1 < text_.size() &&
                              is_ascii_alnum(static_cast<unsigned char>(text_[end + 1]));
      if (!in_name && !inner_stop) break;
      if (is_keycap_at(text_, end)) break;
      end++;
    }
    return end;
  }

  // Of @name@host.tld, from behind the second @; `at` where no host with a letter in its last label follows.
  [[nodiscard]] size_t end_of_host(size_t at) const {
    const HostRun run = host_run_at(text_, at, Scripts::kAll);
    size_t end = run.span.end;
    while (end > at && (text_[end - 1] == '.' || text_[end - 1] == '-')) end--;
    const std::string_view host = text_.substr(at, end - at);
    const size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || host.size() > 253 || host.find("..") != std::string_view::npos)
      return at;
    return is_letter(decode(host, dot + 1).value) ? end : at;
  }

  [[nodiscard]] bool mention_is_barred_before(size_t at) const {
    if (at == 0) return false;
    const char32_t before = decode_before(text_, at).value;
    if (before < 0x80) {
      return is_ascii_alnum(before) ||
             std::string_view("_!#$%&*@").find(static_cast<char>(before)) != std::string_view::npos;
    }
    if (before == kFullwidthAt) return true;
    // Scripts written without spaces may stand right before a mention.
    return is_letter(before) && script_of(before) != Script::kOther;
  }

  std::string_view text_;
  Entities found_;
};

}  // namespace

Entities find_entities(std::string_view text) {
  return Finder(text).run();
}

}  // namespace botschaft::text

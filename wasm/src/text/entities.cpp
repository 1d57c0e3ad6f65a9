// Finds links and emoji in one walk over the text, then hashtags, mentions and cashtags in another that stops at their
// signs only. At each place at most one of them begins; what was looked at in vain is stepped over, so that the time is
// linear.
#include "text/entities.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/links.h"
#include "text/properties.h"
#include "text/segment.h"
#include "text/tags.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;

// Bytes at which nothing of interest begins.
constexpr auto kIsDull = [] {
  std::array<bool, 256> dull{};
  for (size_t byte = 0; byte < 0x80; byte++) {
    const char c = static_cast<char>(byte);
    const bool alnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool in_host = c == '-' || c == '.' || c == '_';
    dull[byte] = !alnum && !in_host && c != '#' && c != '*';
  }
  return dull;
}();

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
  Finder(std::string_view text, Network network) : text_(text), network_(network), facts_(facts_of(network)) {}

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
    find_tags();
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
    const HostRun run = host_run_at(text_, at, Scripts::kLatin);
    if (run.span.empty()) return at + c.size;
    if (!run.has_dot && text_.substr(run.span.end, 1) != ":") return run.span.end;
    const std::optional<Link> link = link_in(text_, run);
    if (!link) return run.span.end;
    found_.links.push_back(*link);
    return link->span.end;
  }

  void find_tags() {
    std::vector<Span> links;
    size_t link = 0;
    size_t from = 0;  // behind the last one found
    bool know_links = false;
    for (size_t at = 0; at < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool wide =
          byte == 0xEF && (text_.substr(at).starts_with("\uFF03") || text_.substr(at).starts_with("\uFF20"));
      if (byte != '#' && byte != '@' && byte != '$' && !wide) {
        at++;
        continue;
      }
      if (!know_links) links = links_on(network_, text_, found_);
      know_links = true;
      while (link < links.size() && links[link].end <= at) link++;
      const size_t name = at + (wide ? 3 : 1);
      const bool taken = at < from || (link < links.size() && links[link].begin <= at);
      const size_t end = taken ? at : take_tag(at, name);
      if (end > at) from = end;
      at = end > at ? end : name;
    }
  }

  size_t take_tag(size_t at, size_t name) {
    const bool is_hash = text_[at] == '#' || text_[name - 1] == '\x83';
    if (text_[at] == '$') {
      if (!facts_.cashtags) return at;
      return keep(found_.cashtags, at, cashtag_end(facts_.links, text_, at));
    }
    if (!is_hash) return keep(found_.mentions, at, mention_end(facts_.mentions, text_, at, name));
    if (text_[at] == '#' && is_keycap_at(text_, at)) return at;
    const auto emoji = std::lower_bound(found_.emoji.begin(), found_.emoji.end(), at,
                                        [](const Span& span, size_t place) { return span.end < place; });
    const bool behind_emoji = emoji != found_.emoji.end() && emoji->end == at;
    return keep(found_.hashtags, at, hashtag_end(facts_.hashtags, text_, at, name, behind_emoji));
  }

  static size_t keep(std::vector<Span>& spans, size_t at, size_t end) {
    if (end > at) spans.push_back({at, end});
    return end;
  }

  std::string_view text_;
  Network network_;
  const NetworkFacts& facts_;
  Entities found_;
};

}  // namespace

Entities find_entities(std::string_view text, Network network) {
  return Finder(text, network).run();
}

}  // namespace botschaft::text

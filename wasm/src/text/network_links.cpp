// What each network turns into links, where that differs from what readers take for one (text/links.h).
//
// X and Mastodon look for domains, as twitter-text does: labels with full stops between them, the last of which begins
// with a top-level domain. Whatever was matched is used up, also where no link comes of it ("-firma.de"), so that
// nothing inside of it becomes one. Bluesky takes everything up to white space.
#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/entities.h"
#include "text/links.h"
#include "text/top_level_domains.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

constexpr size_t kMostLabels = 128;       // more than RFC 1035 allows; they keep the time linear
constexpr size_t kLongestLabel = 63;      // RFC 1035, 2.3.4; in punycode
constexpr size_t kMostCharacters = 1024;  // of a label that is looked at, for the same reason
constexpr size_t kLongestShortName = 40;  // of a t.co link, as twitter-text has it
constexpr char32_t kFullwidthHash = 0xFF03;
constexpr char32_t kFullwidthAt = 0xFF20;

bool is_byte_order_or_none(char32_t c) {
  return c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

// A character that a label may begin with.
bool is_domain_character(char32_t c) {
  if (c < 0x80) return !is_one_of(c, kAsciiPunctuation) && !is_script_space(c);
  const bool direction =
      (c >= 0x202A && c <= 0x202E) || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2066 && c <= 0x2069);
  return !direction && !is_script_space(c) && !is_byte_order_or_none(c) && c != 0x85 && c != 0x180E;
}
bool is_run_character(char32_t c) {
  return c == '.' || c == '-' || c == '_' || is_domain_character(c);
}

// Mastodon's paths and queries may have nearly anything (its config/initializers/twitter_regex.rb).
const Rest kMastodonPath{[](char32_t c) { return !is_white_space(c) && !is_one_of(c, "<>()?"); },
                         [](char32_t c) {
                           return !is_white_space(c) && !is_one_of(c, "()?!*\"'<>;:=,.$%[]~&|@") && c != 0x300C &&
                                  c != 0x300D;
                         }};
const Rest kMastodonQuery{
    [](char32_t c) { return kAsciiQuery.has(c) || c == '^' || (c >= 0xA0 && !is_white_space(c)); },
    [](char32_t c) { return kAsciiQuery.ends(c) || (c >= 0xA0 && !is_white_space(c)); }};

// Characters of the label as the domain name system has it ("xn--…" where it is not ASCII), by RFC 3492.
size_t length_in_punycode(std::string_view label) {
  std::vector<char32_t> characters;
  uint32_t handled = 0;
  for (size_t at = 0; at < label.size();) {
    const CodePoint c = decode(label, at);
    // İ becomes an ASCII letter.
    characters.push_back(to_lower(c.value));
    handled += characters.back() < 0x80 ? 1 : 0;
    at += c.size;
  }
  if (handled == characters.size()) return handled;
  size_t length = 4 + handled + (handled > 0 ? 1 : 0);
  uint32_t bias = 72;
  uint32_t delta = 0;
  uint32_t damp = 700;
  for (char32_t next = 0x80; handled < characters.size(); ++next) {
    char32_t smallest = 0x10FFFF;
    for (const char32_t c : characters) smallest = c >= next ? std::min(smallest, c) : smallest;
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const char32_t c : characters) {
      if (c < next) ++delta;
      if (c != next) continue;
      uint32_t rest = delta;
      for (uint32_t k = 36;; k += 36) {
        const uint32_t threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
        ++length;
        if (rest < threshold || length > kLongestLabel) break;
        rest = (rest - threshold) / (36 - threshold);
      }
      ++handled;
      if (length > kLongestLabel) return length;
      delta = delta / damp + delta / damp / handled;
      damp = 2;
      uint32_t k = 0;
      for (; delta > 455; k += 36) delta /= 35;
      bias = k + 36 * delta / (delta + 38);
      delta = 0;
    }
    ++delta;
  }
  return length;
}

class DomainLinks {
 public:
  DomainLinks(std::string_view text, bool mastodon) : text_(text), mastodon_(mastodon) {}

  std::vector<Span> run() {
    // There is no domain without a full stop.
    for (size_t dot = text_.find('.'); dot < text_.size(); dot = text_.find('.', std::max(dot + 1, done_))) {
      if (dot < done_ || dot + 1 == text_.size() || !is_run_character(decode(text_, dot + 1).value)) continue;
      take(run_around(dot));
    }
    return std::move(found_);
  }

 private:
  Span run_around(size_t dot) {
    Span run{dot, dot};
    while (run.begin > done_) {
      const CodePoint c = decode_before(text_, run.begin);
      if (!is_run_character(c.value)) break;
      run.begin -= c.size;
    }
    while (run.end < text_.size()) {
      const CodePoint c = decode(text_, run.end);
      if (!is_run_character(c.value)) break;
      run.end += c.size;
    }
    return run;
  }

  void take(Span run) {
    done_ = std::max(done_, run.end);
    take_with_scheme(run);
    // What is left may begin a bare domain at its start, behind what joins words, or behind other writing.
    bool failed = false;
    for (size_t at = run.begin; at < run.end;) {
      if (may_begin(at)) {
        const size_t end = domain_end(at, run.end);
        if (end != 0) {
          const size_t whole = end_of_rest(end);
          const bool barred = at > 0 && is_one_of(decode_before(text_, at).value, "-_./");
          if (!barred && !mastodon_) add_latin_domains(at, end, whole);
          use_up(whole);
          at = whole;
          failed = false;
          continue;
        }
        failed = true;
      }
      // Where a domain did not begin, it does not one letter later either.
      for (bool is_next = false; at < run.end && !is_next;) {
        const CodePoint c = decode(text_, at);
        is_next = is_one_of(c.value, "-_.") || (!failed && c.value >= 0x80);
        at += c.size;
      }
    }
  }

  void use_up(size_t end) {
    used_ = end;
    done_ = std::max(done_, end);
  }

  // Whether a domain, or the scheme before one, may begin at `at`.
  [[nodiscard]] bool may_begin(size_t at) const {
    if (at == 0) return true;
    const CodePoint c = decode_before(text_, at);
    if (at - c.size < used_) return false;
    return !is_ascii_alnum(c.value) && !is_one_of(c.value, "@$#") && c.value != kFullwidthAt &&
           c.value != kFullwidthHash && !is_byte_order_or_none(c.value);
  }

  void take_with_scheme(Span run) {
    size_t begin = run.begin;
    const std::string_view front = text_.substr(0, begin);
    if (!front.ends_with("://")) return;
    begin -= 3;
    size_t letters = 0;
    for (const std::string_view scheme : {std::string_view("http"), std::string_view("https")}) {
      if (begin < scheme.size()) continue;
      const std::string_view written = text_.substr(begin - scheme.size(), scheme.size());
      const bool same = std::equal(scheme.begin(), scheme.end(), written.begin(),
                                   [](char a, char b) { return a == static_cast<char>(b | 0x20); });
      if (same) letters = scheme.size();
    }
    begin -= letters;
    if (letters == 0 || !may_begin(begin)) return;
    const size_t domain = domain_end(run.begin, run.end);
    if (domain == 0) return;
    const size_t whole = end_of_rest(domain);
    const size_t end = mastodon_ ? whole : end_of_short_link(run.begin, domain, whole);
    if (end != 0 && !is_no_name({run.begin, domain})) found_.push_back({begin, end});
    use_up(whole);
  }

  // Where the longest domain from `at` on ends; 0 where there is none.
  [[nodiscard]] size_t domain_end(size_t at, size_t run_end) {
    size_t found = 0;
    for (size_t label = 0; label < kMostLabels; ++label) {
      const size_t begin = at;
      bool underscore = false;
      char32_t last = '-';
      size_t length = 0;
      while (at < run_end && text_[at] != '.' && length < kMostCharacters) {
        const CodePoint c = decode(text_, at);
        if (at == begin && is_one_of(c.value, "-_")) return found;
        underscore = underscore || c.value == '_';
        last = c.value;
        at += c.size;
        ++length;
      }
      if (at >= run_end || text_[at] != '.' || is_one_of(last, "-_")) return found;
      ++at;
      // Underscores may stand in subdomains only.
      if (const size_t end = underscore ? 0 : end_of_top_level(at); end != 0) found = end;
    }
    return found;
  }

  // As find_top_level. In a long run of labels, where no domain comes of it, each place is asked about once for every
  // label before it: what was said of the last places is kept.
  size_t end_of_top_level(size_t at) {
    if (top_levels_.empty()) top_levels_.resize(kRememberedPlaces, {SIZE_MAX, 0});
    auto& [place, end] = top_levels_[at % kRememberedPlaces];
    if (place != at) {
      place = at;
      end = find_top_level(at);
    }
    return end;
  }

  // The top-level domain at `at`; no word goes on behind it. 0 where there is none.
  [[nodiscard]] size_t find_top_level(size_t at) const {
    size_t end = at;
    while (end < text_.size() && is_ascii_alnum(static_cast<unsigned char>(text_[end]))) ++end;
    const std::string_view label = text_.substr(at, end - at);
    if (label.size() == 2 && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' &&
        text_.substr(end).starts_with("--")) {
      end += 2;
      const size_t name = end;
      while (end < text_.size() && (is_ascii_alnum(static_cast<unsigned char>(text_[end])) || text_[end] == '-')) ++end;
      return end > name ? end : 0;
    }
    if (end == at) end = end_of_foreign_domain(text_, at);
    if (end == 0 || (end < text_.size() && (is_one_of(static_cast<unsigned char>(text_[end]), "@+-") ||
                                            is_ascii_alnum(static_cast<unsigned char>(text_[end])))))
      return 0;
    return label.empty() || is_top_level_domain(label) ? end : 0;
  }

  // Port, path and query behind the domain.
  [[nodiscard]] size_t end_of_rest(size_t at) const {
    at = end_of_port(text_, at);
    if (at < text_.size() && text_[at] == '/') at = end_of_path(text_, at, mastodon_ ? kMastodonPath : kPath);
    if (at < text_.size() && text_[at] == '?') at = end_of_query(text_, at, mastodon_ ? kMastodonQuery : kAsciiQuery);
    return at;
  }

  // X's own short links end with their name and a query; 0 where the name is too long to be one.
  [[nodiscard]] size_t end_of_short_link(size_t domain, size_t domain_end, size_t whole) const {
    const std::string_view host = text_.substr(domain, domain_end - domain);
    const bool short_host = host.size() == 4 && (host[0] | 0x20) == 't' && host[1] == '.' && (host[2] | 0x20) == 'c' &&
                            (host[3] | 0x20) == 'o';
    if (!short_host || domain_end >= text_.size() || text_[domain_end] != '/') return whole;
    size_t end = domain_end + 1;
    while (end < text_.size() && is_ascii_alnum(static_cast<unsigned char>(text_[end]))) ++end;
    const size_t name = end - domain_end - 1;
    if (name == 0) return whole;
    if (name > kLongestShortName) return 0;
    return end < text_.size() && text_[end] == '?' ? end_of_query(text_, end, kAsciiQuery) : end;
  }

  // Whether the domain name system has no such name: a label is too long, or is written out behind "xn--".
  [[nodiscard]] bool is_no_name(Span domain) const {
    const std::string_view host = domain.in(text_);
    for (size_t at = 0; at < host.size();) {
      const size_t end = std::min(host.find('.', at), host.size());
      const std::string_view label = host.substr(at, end - at);
      const size_t length = length_in_punycode(label);
      if (length > kLongestLabel || (length > label.size() && label.starts_with("xn--"))) return true;
      at = end + 1;
    }
    return false;
  }

  // Without scheme only labels in Latin letters make links: of "見てfirma.deと" it is "firma.de". The last one takes
  // path and query along.
  void add_latin_domains(size_t at, size_t end, size_t whole) {
    const size_t before = found_.size();
    if (is_no_name({at, end})) return;
    while (at < end) {
      size_t begin = at;
      size_t found = 0;
      while (at < end) {
        const CodePoint c = decode(text_, at);
        if (c.value == '.' && at > begin) {
          const size_t top = end_of_top_level(at + 1);
          if (top != 0 && top <= end) found = top;
        } else if (!is_ascii_alnum(c.value) && c.value != '-' && !is_latin_accent(c.value)) {
          break;
        }
        at += c.size;
      }
      if (found != 0) {
        found_.push_back({begin, found});
        at = found;
      } else if (at < end) {
        at += decode(text_, at).size;
      }
    }
    const bool has_path = end_of_port(text_, end) < text_.size() && text_[end_of_port(text_, end)] == '/';
    if (found_.size() > before && has_path) found_.back().end = whole;
  }

  // More than kMostLabels, and prime, so that labels of one length do not drive each other out.
  static constexpr size_t kRememberedPlaces = 509;

  std::string_view text_;
  bool mastodon_;
  std::vector<Span> found_;
  std::vector<std::pair<size_t, size_t>> top_levels_;  // place, and the end of the top-level domain there
  size_t used_ = 0;                                    // behind the last match
  size_t done_ = 0;                                    // behind the last run looked at
};

size_t end_of_word(std::string_view text, size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (is_script_space(c.value)) break;
    at += c.size;
  }
  return at;
}

// Where a domain of ASCII letters and digits ends; `at` where there is none.
size_t end_of_plain_domain(std::string_view text, size_t at) {
  const auto is_alnum_at = [text](size_t i) {
    return i < text.size() && is_ascii_alnum(static_cast<unsigned char>(text[i]));
  };
  if (!is_alnum_at(at) || is_ascii_digit(static_cast<unsigned char>(text[at]))) return at;
  size_t end = at;
  while (is_alnum_at(end)) ++end;
  if (end >= text.size() || text[end] != '.' || !is_alnum_at(end + 1)) return at;
  while (end < text.size() && text[end] == '.' && is_alnum_at(end + 1)) {
    ++end;
    while (is_alnum_at(end)) ++end;
  }
  return end;
}

// As atproto's URL_REGEX.
std::vector<Span> links_until_space(std::string_view text) {
  std::vector<Span> found;
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    size_t scheme = 0;
    const auto is_scheme = [rest](std::string_view name) {
      return rest.size() > name.size() && std::equal(name.begin(), name.end(), rest.begin(), [](char a, char b) {
               return a == b || (b >= 'A' && b <= 'Z' && a == static_cast<char>(b | 0x20));
             });
    };
    if (is_scheme("https://")) scheme = 8;
    if (is_scheme("http://")) scheme = 7;
    const size_t domain = end_of_plain_domain(text, at);
    const size_t end = end_of_word(text, at);
    if ((scheme != 0 && end > at + scheme) || domain != at) {
      const bool ok =
          rest.starts_with("http") || (scheme == 0 && ends_in_lower_case_domain(text.substr(at, domain - at)));
      Span link{at, end};
      if (ok) {
        if (is_one_of(static_cast<unsigned char>(text[link.end - 1]), ".,;:!?")) --link.end;
        const std::string_view written = link.in(text);
        if (written.ends_with(')') && written.find('(') == std::string_view::npos) --link.end;
        found.push_back(link);
      }
      at = end;
    }
    // The next place behind white space or an opening parenthesis.
    while (at < text.size()) {
      const CodePoint c = decode(text, at);
      at += c.size;
      if (is_script_space(c.value) || c.value == '(') break;
    }
  }
  return found;
}

}  // namespace

std::vector<Span> links_on(Network network, std::string_view text, const Entities& entities) {
  switch (facts_of(network).links) {
    case LinkStyle::kTwitterText:
      return DomainLinks(text, false).run();
    case LinkStyle::kMastodon:
      return DomainLinks(text, true).run();
    case LinkStyle::kUntilSpace:
      return links_until_space(text);
    case LinkStyle::kAny:
      break;
  }
  std::vector<Span> links;
  links.reserve(entities.links.size());
  for (const Link& link : entities.links) links.push_back(link.span);
  return links;
}

}  // namespace botschaft::text

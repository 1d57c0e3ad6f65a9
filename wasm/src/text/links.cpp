// What counts as a link follows X's published rules (the conformance suite of twitter-text), because X is the network
// that counts links, with these differences: with a scheme any host will do (an intranet, localhost, an address in
// digits), a user name before the host is understood, and letters with accents may stand in a query.
#include "text/links.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/properties.h"
#include "text/top_level_domains.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

constexpr size_t kLongestHost = 253;  // RFC 1035, 2.3.4
constexpr size_t kLongestUser = 128;  // our own bound, so that looking for an @ stays cheap

bool has_at(std::string_view text, size_t at, std::string_view what) {
  return text.substr(at).starts_with(what);
}
bool is_at(std::string_view text, size_t at, char c) {
  return at < text.size() && text[at] == c;
}

bool is_accented(char32_t c) {
  if (c < 0x80) return false;
  const Properties& properties = properties_of(c);
  if (properties.has(kMark)) return !properties.has(kIgnorable);
  if (!properties.has(kLetter)) return false;
  const auto script = static_cast<Script>(properties.script);
  return script == Script::kLatin || script == Script::kCyrillic;
}

bool is_path_character(char32_t c) {
  return is_ascii_alnum(c) || is_one_of(c, "!*';:=+,.$/%#[]-_~@|&") || c == 0x2013 || is_accented(c);
}
bool may_end_path(char32_t c) {
  return is_ascii_alnum(c) || is_one_of(c, "+-=_#/") || is_accented(c);
}
bool is_query_character(char32_t c) {
  return is_ascii_alnum(c) || is_one_of(c, "!?*'@();:&=+$/%#[]-_.,~|") || is_accented(c);
}
bool may_end_query(char32_t c) {
  return is_ascii_alnum(c) || is_one_of(c, "-_&=#/") || is_accented(c);
}
// What people see goes on: https://suche.example?q=c++
bool may_end_seen_query(char32_t c) {
  return may_end_query(c) || c == '+';
}

// The end of the balanced parentheses that open at `at`, or 0. As on X they hold something, and others at most once.
size_t end_of_parentheses(std::string_view text, size_t at, const Rest& rest, int depth = 0) {
  size_t i = at + 1;
  while (i < text.size()) {
    const CodePoint c = decode(text, i);
    if (c.value == ')') return i == at + 1 ? 0 : i + 1;
    if (c.value == '(') {
      i = depth == 0 ? end_of_parentheses(text, i, rest, 1) : 0;
      if (i == 0) return 0;
      continue;
    }
    if (!rest.has(c.value)) return 0;
    i += c.size;
  }
  return 0;
}

}  // namespace

const Rest kPath{is_path_character, may_end_path};
const Rest kAsciiQuery{[](char32_t c) { return c < 0x80 && is_query_character(c); },
                       [](char32_t c) { return c < 0x80 && may_end_query(c); }};

size_t end_of_path(std::string_view text, size_t at, const Rest& rest) {
  size_t end = at;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (c.value == '(') {
      at = end_of_parentheses(text, at, rest);
      if (at == 0) break;
      end = at;
      continue;
    }
    if (!rest.has(c.value)) break;
    at += c.size;
    if (rest.ends(c.value)) end = at;
  }
  return end;
}

size_t end_of_query(std::string_view text, size_t at, const Rest& rest) {
  size_t end = at;
  for (size_t i = at + 1; i < text.size();) {
    const CodePoint c = decode(text, i);
    if (!rest.has(c.value)) break;
    i += c.size;
    if (rest.ends(c.value)) end = i;
  }
  return end;
}

size_t end_of_port(std::string_view text, size_t at) {
  if (!is_at(text, at, ':')) return at;
  size_t end = at + 1;
  while (end < text.size() && is_ascii_digit(text[end])) end++;
  return end == at + 1 ? at : end;
}

namespace {

const Rest kQuery{is_query_character, may_end_seen_query};

// X's own short links have letters and digits only, so that "https://t.co/abc's" ends where it should.
size_t end_of_short_path(std::string_view text, size_t at) {
  at++;
  while (at < text.size() && is_ascii_alnum(static_cast<unsigned char>(text[at]))) at++;
  return is_at(text, at, '?') ? end_of_query(text, at, kQuery) : at;
}

// Port, path, query and fragment behind a host.
size_t end_of_rest(std::string_view text, Span host) {
  if (host.in(text) == "t.co" && is_at(text, host.end, '/')) return end_of_short_path(text, host.end);
  size_t at = end_of_port(text, host.end);
  if (is_at(text, at, '/')) at = end_of_path(text, at, kPath);
  if (is_at(text, at, '?')) at = end_of_query(text, at, kQuery);
  // Behind a path or query the fragment is part of it already.
  if (is_at(text, at, '#')) {
    const size_t end = end_of_path(text, at + 1, kPath);
    if (end > at + 1) at = end;
  }
  return at;
}

bool is_outside_latin(char32_t c) {
  return c >= 0x80 && is_letter(c) && script_of(c) != Script::kLatin;
}

// A label with what follows it in the same run: "com" in "comです". Scripts that write without spaces run on.
std::string_view latin_start(std::string_view label) {
  size_t at = 0;
  while (at < label.size()) {
    const CodePoint c = decode(label, at);
    if (is_outside_latin(c.value)) break;
    at += c.size;
  }
  return label.substr(0, at);
}

bool is_proper_label(std::string_view label) {
  // The limit of RFC 1035 holds for the punycode, which is at least as long as the characters are many.
  return !label.empty() && count_code_points(label) <= 63 && label.front() != '-' && label.back() != '-';
}

// The part of a run that can be a host: labels up to the first that is empty.
std::string_view proper_host(std::string_view run) {
  size_t end = 0;
  while (end < run.size()) {
    const size_t dot = std::min(run.find('.', end), run.size());
    if (!is_proper_label(run.substr(end, dot - end))) break;
    end = dot == run.size() ? dot : dot + 1;
  }
  run = run.substr(0, end);
  while (!run.empty() && run.back() == '.') run.remove_suffix(1);
  return run;
}

// Whether the name at `end` goes on to be an e-mail address with a tag: name.al+news@…
bool is_tagged_address(std::string_view text, size_t end) {
  if (!is_at(text, end, '+')) return false;
  return is_at(text, host_run_at(text, end + 1, Scripts::kLatin).span.end, '@');
}

std::optional<Link> bare_link(std::string_view text, const HostRun& run) {
  if (!run.has_dot || is_at(text, run.span.end, '@') || is_tagged_address(text, run.span.end)) return std::nullopt;
  if (run.span.begin > 0) {
    const char32_t before = decode_before(text, run.span.begin).value;
    if (is_one_of(before, "@$#/") || before == 0xFF20 || before == 0xFF03) return std::nullopt;
  }
  const std::string_view whole = run.span.in(text);
  size_t end = 0;
  if (whole.back() == '.') {
    const size_t foreign = end_of_foreign_domain(text, run.span.end);
    if (foreign != 0) end = foreign - run.span.begin;
  }
  const size_t dot = end != 0 ? whole.size() - 1 : 0;
  if (end == 0) end = end_of_domain(whole);
  if (end == 0 || end > kLongestHost) return std::nullopt;
  // All labels before the last one have to be proper.
  const size_t front_end = dot != 0 ? dot : whole.rfind('.', end - 1);
  const std::string_view front = whole.substr(0, front_end);
  if (proper_host(front) != front || front.empty() || front.find('_') != std::string_view::npos) return std::nullopt;
  Link link;
  link.host = {run.span.begin, run.span.begin + end};
  link.span = {link.host.begin, end_of_rest(text, link.host)};
  return link;
}

// Behind "user:password@", or `at` where there is none.
size_t behind_user(std::string_view text, size_t at) {
  for (size_t i = at; i < text.size() && i < at + kLongestUser; i++) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '@') return i + 1;
    if (!is_ascii_alnum(c) && !is_one_of(c, "-._~+:%")) break;
  }
  return at;
}

Span address_in_brackets(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && end < at + 48 &&
         (is_ascii_alnum(static_cast<unsigned char>(text[end])) ||
          is_one_of(static_cast<unsigned char>(text[end]), ":.%")))
    end++;
  return is_at(text, end, ']') && end > at + 2 ? Span{at, end + 1} : Span{at, at};
}

// No number of an address goes beyond 255, and no domain that can be registered has an underscore.
bool is_impossible(std::string_view host) {
  const size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return false;
  const size_t before = host.rfind('.', dot - 1);
  if (is_top_level_domain(host.substr(dot + 1))) {
    return host.substr(before == std::string_view::npos ? 0 : before + 1).find('_') != std::string_view::npos;
  }
  uint32_t number = 0;
  bool too_big = false;
  for (const char c : host) {
    if (c != '.' && !is_ascii_digit(static_cast<unsigned char>(c))) return false;
    number = c == '.' ? 0 : std::min(number * 10 + static_cast<uint32_t>(c - '0'), 1000u);
    too_big = too_big || number > 255;
  }
  return too_big;
}

Span host_at(std::string_view text, size_t at) {
  if (is_at(text, at, '[')) return address_in_brackets(text, at);
  const HostRun run = host_run_at(text, at, Scripts::kAll);
  const std::string_view whole = run.span.in(text);
  std::string_view host = proper_host(whole);
  if (host.empty() || count_code_points(host) > kLongestHost) return {at, at};
  // Cut short at a label that is none: what is left has to be a domain by itself ("https://firma.de...").
  if (host.size() + 1 < whole.size() && host.find('.') == std::string_view::npos) return {at, at};
  // Where other writing runs on behind a top-level domain, the host ends there.
  const size_t dot = host.rfind('.');
  if (dot != std::string_view::npos) {
    const std::string_view last = host.substr(dot + 1);
    const std::string_view latin = latin_start(last);
    if (latin.size() < last.size() && is_top_level_domain(latin) && !is_top_level_domain(last)) {
      host = host.substr(0, dot + 1 + latin.size());
    }
  } else if (has_at(text, run.span.end, "://")) {
    return {at, at};  // "http://http://…"
  }
  if (is_impossible(host)) return {at, at};
  return {at, at + host.size()};
}

// How many bytes at the end of the run are "http" or "https", in any case.
size_t scheme_size(std::string_view run) {
  for (const std::string_view scheme : {std::string_view("https"), std::string_view("http")}) {
    if (run.size() < scheme.size()) continue;
    const std::string_view end = run.substr(run.size() - scheme.size());
    bool same = true;
    for (size_t i = 0; i < scheme.size(); i++) same = same && (end[i] | 0x20) == scheme[i];
    if (same) return scheme.size();
  }
  return 0;
}

std::optional<Link> link_with_scheme(std::string_view text, const HostRun& run) {
  const size_t scheme = scheme_size(run.span.in(text));
  if (scheme == 0) return std::nullopt;
  const size_t begin = run.span.end - scheme;
  if (begin > 0) {
    const char32_t before = decode_before(text, begin).value;
    if (is_ascii_alnum(before) || is_one_of(before, "@$#") || before == 0xFF20 || before == 0xFF03) return std::nullopt;
  }
  const Span host = host_at(text, behind_user(text, run.span.end + 3));
  if (host.empty()) return std::nullopt;
  Link link;
  link.has_scheme = true;
  link.secure = scheme == 5;
  link.host = host;
  link.span = {begin, end_of_rest(text, host)};
  return link;
}

}  // namespace

size_t end_of_foreign_domain(std::string_view text, size_t at) {
  constexpr size_t kLongest = 64;  // bytes
  size_t end = at;
  size_t found = 0;
  while (end < text.size() && end - at < kLongest) {
    const CodePoint c = decode(text, end);
    if (c.value < 0x80 || !(is_letter(c.value) || is_mark(c.value))) break;
    end += c.size;
    if (is_top_level_domain(text.substr(at, end - at))) found = end;
  }
  return found;
}

bool is_keycap_at(std::string_view text, size_t at) {
  if (!is_ascii_digit(text[at]) && text[at] != '#' && text[at] != '*') return false;
  return has_at(text, at + 1, "\u20E3") || has_at(text, at + 1, "\uFE0F\u20E3");
}

HostRun host_run_at(std::string_view text, size_t at, Scripts scripts) {
  HostRun run{{at, at}};
  while (run.span.end < text.size()) {
    const auto byte = static_cast<unsigned char>(text[run.span.end]);
    size_t size = 1;
    if (byte < 0x80) {
      if (!is_ascii_alnum(byte) && byte != '-' && byte != '.' && byte != '_') break;
      if (is_ascii_digit(text[run.span.end]) && is_keycap_at(text, run.span.end)) break;
      run.has_dot = run.has_dot || byte == '.';
    } else {
      const CodePoint c = decode(text, run.span.end);
      const Properties& properties = properties_of(c.value);
      // With a scheme before it a host may be of symbols too: http://☃.net.
      const bool symbol = scripts == Scripts::kAll && ((c.value >= 0x2190 && c.value <= 0x2BFF) || c.value >= 0x1F000);
      if (!symbol && (!properties.has(kLetter | kMark | kDigit) || properties.has(kIgnorable | kEmoji))) break;
      if (scripts == Scripts::kLatin && is_outside_latin(c.value)) break;
      size = c.size;
    }
    run.span.end += size;
  }
  return run;
}

size_t end_of_domain(std::string_view host) {
  size_t end = host.size();
  while (end > 0) {
    const size_t dot = host.rfind('.', end - 1);
    if (dot == std::string_view::npos || dot == 0) return 0;
    const std::string_view label = host.substr(dot + 1, end - dot - 1);
    const bool follows_label = host[dot - 1] != '.' && host[dot - 1] != '-' && host[dot - 1] != '_';
    if (follows_label) {
      if (is_top_level_domain(label)) return end;
      const std::string_view latin = latin_start(label);
      if (latin.size() < label.size() && is_top_level_domain(latin)) return dot + 1 + latin.size();
    }
    end = dot;
  }
  return 0;
}

std::optional<Link> link_in(std::string_view text, const HostRun& run) {
  if (has_at(text, run.span.end, "://")) return link_with_scheme(text, run);
  return bare_link(text, run);
}

bool ends_in_lower_case_domain(std::string_view host) {
  const size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view label = host.substr(dot + 1);
  return is_top_level_domain(label) &&
         std::none_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace botschaft::text

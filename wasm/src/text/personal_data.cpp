#include "text/personal_data.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/sort.h"
#include "base/utf8.h"
#include "text/links.h"
#include "text/numbers.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

bool is_digit_at(std::string_view text, size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_ascii_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

constexpr char to_ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_ascii_alnum(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9');
}

bool is_key_character(char c) {
  return is_ascii_alnum(c) || c == '_' || c == '-';
}

bool word_before(std::string_view text, size_t at) {
  if (at == 0) return false;
  const char32_t before = decode_before(text, at).value;
  return before == '_' || is_letter(before) || is_digit(before);
}

bool word_behind(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const char32_t behind = decode(text, at).value;
  return behind == '_' || is_letter(behind) || is_digit(behind);
}

size_t end_of_key(std::string_view text, size_t at) {
  while (at < text.size() && is_key_character(text[at])) ++at;
  return at;
}

// Keys by the prefix that their makers publish so that they can be found; `least` bytes in all.
struct KeyPrefix {
  std::string_view prefix;
  size_t least;
};
constexpr KeyPrefix kKeyPrefixes[] = {
    {"AKIA", 20},  {"ASIA", 20},     {"ghp_", 40},     {"gho_", 40},        {"ghu_", 40},
    {"ghs_", 40},  {"ghr_", 40},     {"glpat-", 26},   {"github_pat_", 33}, {"AIza", 39},
    {"npm_", 40},  {"sk-", 24},      {"xoxa-", 20},    {"xoxb-", 20},       {"xoxp-", 20},
    {"xoxr-", 20}, {"sk_live_", 24}, {"rk_live_", 24}, {"sk_test_", 24},
};

constexpr size_t kShortestKey =
    std::min_element(std::begin(kKeyPrefixes), std::end(kKeyPrefixes), [](const KeyPrefix& a, const KeyPrefix& b) {
      return a.least < b.least;
    })->least;

// One bit per letter, capitals as small ones.
constexpr uint32_t kKeyInitials = [] {
  uint32_t initials = 0;
  for (const KeyPrefix& known : kKeyPrefixes) initials |= 1U << (to_ascii_lower(known.prefix[0]) - 'a');
  return initials;
}();

std::optional<Span> key_at(std::string_view text, size_t at) {
  if ((kKeyInitials >> (to_ascii_lower(text[at]) - 'a') & 1) == 0) return std::nullopt;
  const size_t end = end_of_key(text, at);
  const std::string_view key = text.substr(at, end - at);
  if (key.size() < kShortestKey) return std::nullopt;
  for (const KeyPrefix& known : kKeyPrefixes) {
    if (key.size() < known.least || key.substr(0, known.prefix.size()) != known.prefix) continue;
    // A hyphenated expression ("sk-…") may begin like one; a key has digits in it.
    if (std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; })) return Span{at, end};
  }
  return std::nullopt;
}

// Three parts in base64url, the first of which begins with `{"`.
std::optional<Span> signed_token_at(std::string_view text, size_t at) {
  if (text.substr(at, 3) != "eyJ") return std::nullopt;
  size_t end = at;
  for (int part = 0; part < 3; ++part) {
    const size_t begin = end;
    end = end_of_key(text, end);
    if (end - begin < 10) return std::nullopt;
    if (part == 2) break;
    if (end >= text.size() || text[end] != '.') return std::nullopt;
    ++end;
  }
  return Span{at, end};
}

std::optional<Span> private_key_at(std::string_view text, size_t at) {
  constexpr size_t kLongestHeader = 64;
  if (text.substr(at, 11) != "-----BEGIN ") return std::nullopt;
  constexpr std::string_view kTail = "PRIVATE KEY-----";
  const size_t tail = text.substr(at, kLongestHeader).find(kTail);
  if (tail == std::string_view::npos) return std::nullopt;
  const size_t end = text.find(kTail, at + tail + kTail.size());
  return Span{at, (end == std::string_view::npos ? at + tail : end) + kTail.size()};
}

// user:password before the @ of a link.
std::optional<Span> password_in_link(std::string_view text, size_t scheme_end) {
  size_t colon = std::string_view::npos;
  for (size_t at = scheme_end; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ':' && colon == std::string_view::npos) colon = at;
    if (c == '@') {
      if (colon == std::string_view::npos || at - colon < 2) return std::nullopt;
      return Span{scheme_end, at};
    }
    if (static_cast<unsigned char>(c) <= ' ' || c == '/' || c == '?' || c == '#') return std::nullopt;
  }
  return std::nullopt;
}

bool matches_folded(std::string_view text, size_t at, std::string_view lower) {
  if (at + lower.size() > text.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == to_ascii_lower(b); });
}

size_t skip_spaces(std::string_view text, size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

constexpr std::string_view kLabels[] = {"password", "passwort",    "kennwort",     "passcode",     "api key",
                                        "api-key",  "api_key",     "apikey",       "access token", "access_token",
                                        "secret",   "zugangscode", "client_secret"};

// One bit per letter.
constexpr uint32_t kLabelInitials = [] {
  uint32_t initials = 0;
  for (const std::string_view label : kLabels) initials |= 1U << (label[0] - 'a');
  return initials;
}();

// The value behind "password:". A word that only goes on with the sentence has neither digit nor sign in it.
std::optional<Span> labelled_secret_at(std::string_view text, size_t at) {
  constexpr size_t kShortest = 5;
  constexpr size_t kLongest = 200;
  // Most words begin with another letter than any label.
  if ((kLabelInitials >> (to_ascii_lower(text[at]) - 'a') & 1) == 0) return std::nullopt;
  for (const std::string_view label : kLabels) {
    if (!matches_folded(text, at, label)) continue;
    size_t begin = skip_spaces(text, at + label.size());
    if (begin >= text.size() || (text[begin] != ':' && text[begin] != '=')) continue;
    begin = skip_spaces(text, begin + 1);
    if (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) ++begin;
    size_t end = begin;
    bool sign = false;
    while (end < text.size() && end - begin <= kLongest && static_cast<unsigned char>(text[end]) > ' ' &&
           text[end] != '"' && text[end] != '\'') {
      ++end;
    }
    while (end > begin && std::string_view(".,;:!?)").find(text[end - 1]) != std::string_view::npos) --end;
    const std::string_view value = text.substr(begin, end - begin);
    for (const char c : value) sign |= (c >= '0' && c <= '9') || std::string_view("!$%&#*+=_").find(c) != value.npos;
    if (sign && value.size() >= kShortest && value.size() <= kLongest && value.find("://") == value.npos)
      return Span{begin, end};
  }
  return std::nullopt;
}

std::optional<Span> credential_at(std::string_view text, size_t at) {
  if (text[at] == '-') return at > 0 && text[at - 1] == '-' ? std::nullopt : private_key_at(text, at);
  if (text.substr(at, 3) == "://") return password_in_link(text, at + 3);
  if (!is_ascii_letter(text[at]) || word_before(text, at)) return std::nullopt;
  if (at == 0 || text[at - 1] != '-') {
    if (const auto key = key_at(text, at)) return key;
    if (const auto token = signed_token_at(text, at)) return token;
  }
  return labelled_secret_at(text, at);
}

// What may stand before the @ without quotes (RFC 5322 atoms, as far as people use them).
bool is_local_part(char c) {
  return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("._%+-'").find(c) != std::string_view::npos;
}

std::optional<Span> email_around(std::string_view text, size_t at_sign) {
  constexpr size_t kLongestLocalPart = 64;  // bytes, RFC 5321 4.5.3.1.1
  size_t begin = at_sign;
  while (begin > 0 && is_local_part(text[begin - 1])) {
    --begin;
    if (at_sign - begin > kLongestLocalPart) return std::nullopt;
  }
  while (begin < at_sign && !is_ascii_alnum(text[begin]) && !is_letter(decode(text, begin).value))
    begin += decode(text, begin).size;
  if (begin == at_sign || (begin > 0 && text[begin - 1] == '@')) return std::nullopt;
  const HostRun run = host_run_at(text, at_sign + 1, Scripts::kAll);
  const size_t size = end_of_domain(run.span.in(text));
  if (size == 0) return std::nullopt;
  return Span{begin, run.span.begin + size};
}

// One to three letters of the district, hyphen, one or two letters, space, digits.
std::optional<Span> licence_plate_at(std::string_view text, size_t at) {
  size_t end = at;
  size_t letters = 0;
  for (; end < text.size() && letters < 4; ++letters) {
    const CodePoint point = decode(text, end);
    const bool umlaut = point.value == U'Ä' || point.value == U'Ö' || point.value == U'Ü';
    if ((point.value < 'A' || point.value > 'Z') && !umlaut) break;
    end += point.size;
  }
  if (letters == 0 || letters > 3 || end >= text.size() || text[end] != '-') return std::nullopt;
  ++end;
  const size_t middle = end;
  while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
  letters += end - middle;
  if (end == middle || end - middle > 2 || end >= text.size() || text[end] != ' ') return std::nullopt;
  const size_t number = ++end;
  while (is_digit_at(text, end)) ++end;
  const std::string_view digits = text.substr(number, end - number);
  if (digits.size() < 2 || digits.size() > 4 || digits[0] == '0' || letters + digits.size() > 8) return std::nullopt;
  const bool year = digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
  if (end < text.size() && (text[end] == 'E' || text[end] == 'H')) ++end;  // electric, historic
  if (year || word_behind(text, end) || (end < text.size() && text[end] == '/')) return std::nullopt;
  return Span{at, end};
}

class Search {
 public:
  Search(std::string_view text, const Entities& entities) : text_(text), links_(entities.links) {}

  std::vector<PersonalDatum> run() {
    for (size_t at = 0; at < text_.size(); ++at) {
      // Inside a word nothing begins, and blanks begin nothing either: that is most of a post.
      if (text_[at] == ' ') continue;
      if (is_ascii_letter(text_[at]) && at > 0 && is_ascii_alnum(text_[at - 1])) {
        while (at + 1 < text_.size() && is_ascii_letter(text_[at + 1])) ++at;
        continue;
      }
      if (text_[at] == '@') add(PersonalKind::kEmail, email_around(text_, at));
      add(PersonalKind::kCredential, credential_at(text_, at));
      if (in_link(at)) continue;
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool upper = (byte >= 'A' && byte <= 'Z') || byte >= 0xC3;
      if (upper && !word_before(text_, at)) {
        add(PersonalKind::kIban, iban_at(text_, at));
        add(PersonalKind::kLicencePlate, licence_plate_at(text_, at));
      } else if ((is_digit_at(text_, at) || byte == '+' || byte == '(') && !goes_on(at)) {
        add(PersonalKind::kPaymentCard, payment_card_at(text_, at));
        add(PersonalKind::kPhone, phone_at(text_, at));
      }
    }
    return without_overlaps();
  }

 private:
  void add(PersonalKind kind, const std::optional<Span>& span) {
    if (span) found_.push_back({kind, *span});
  }

  // A number before it, as in "1.030", makes it a part of that.
  [[nodiscard]] bool goes_on(size_t at) const {
    if (word_before(text_, at)) return true;
    const bool joined = at >= 2 && std::string_view(".,:").find(text_[at - 1]) != std::string_view::npos;
    return joined && is_digit_at(text_, at - 2);
  }

  // Asked for places in the order of the text.
  bool in_link(size_t at) {
    while (link_ < links_.size() && links_[link_].span.end <= at) ++link_;
    return link_ < links_.size() && links_[link_].span.begin <= at;
  }

  // What overlaps is the same characters read in two ways: the kind that is harder to hit by chance stays.
  std::vector<PersonalDatum> without_overlaps() {
    sort_stably(found_, [](const PersonalDatum& a, const PersonalDatum& b) { return a.span.begin < b.span.begin; });
    std::vector<PersonalDatum> kept;
    for (const PersonalDatum& datum : found_) {
      if (!kept.empty() && kept.back().span.overlaps(datum.span)) {
        if (datum.kind < kept.back().kind) kept.back() = datum;
        continue;
      }
      kept.push_back(datum);
    }
    return kept;
  }

  std::string_view text_;
  const std::vector<Link>& links_;
  size_t link_ = 0;
  std::vector<PersonalDatum> found_;
};

}  // namespace

std::vector<PersonalDatum> find_personal_data(std::string_view text, const Entities& entities) {
  return Search(text, entities).run();
}

}  // namespace botschaft::text

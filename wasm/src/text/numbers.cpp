#include "text/numbers.h"

#include <algorithm>
#include <string>
#include <vector>

namespace botschaft::text {
namespace {

constexpr size_t kLongest = 64;  // bytes that are looked at

bool is_digit_character(char c) {
  return c >= '0' && c <= '9';
}

bool is_upper_ascii(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_word_byte(char c) {
  return is_digit_character(c) || is_upper_ascii(c) || (c >= 'a' && c <= 'z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0xC3;
}

// Digits in groups, as people write long numbers.
struct Grouped {
  std::string digits;
  std::vector<size_t> sizes;  // of the groups
  std::string separators;     // one character for each gap: the one that says most of it
  std::vector<size_t> ends;   // behind each group, in bytes of the text
  size_t begin = 0;
  bool plus = false;
  bool bracket = false;  // a group stands in brackets
};

// A gap between two groups: at most three of these, and something of them. 0 where there is none.
size_t gap_size(std::string_view text, size_t at, char& kind, bool& bracket) {
  size_t size = 0;
  kind = ' ';
  while (at + size < text.size() && size < 4) {
    const std::string_view rest = text.substr(at + size);
    if (rest.substr(0, 2) == "\xC2\xA0") {
      size += 2;
      continue;
    }
    const char c = rest[0];
    if (c == '(' || c == ')')
      bracket = true;
    else if (c == '-' || c == '/' || c == '.')
      kind = c;
    else if (c != ' ')
      break;
    ++size;
  }
  return size;
}

Grouped grouped_at(std::string_view text, size_t at) {
  const std::string_view window = text.substr(0, std::min(text.size(), at + kLongest));
  Grouped number;
  number.begin = at;
  size_t here = at;
  if (window[here] == '+') {
    number.plus = true;
    ++here;
  } else if (window[here] == '(') {
    number.bracket = true;
    ++here;
    if (here < window.size() && window[here] == '+') {
      number.plus = true;
      ++here;
    }
  }
  while (here < window.size() && is_digit_character(window[here])) {
    const size_t group = here;
    while (here < window.size() && is_digit_character(window[here])) ++here;
    number.digits += window.substr(group, here - group);
    number.sizes.push_back(here - group);
    number.ends.push_back(here);
    char kind = ' ';
    const size_t gap = gap_size(window, here, kind, number.bracket);
    if (gap == 0 || gap > 3 || here + gap >= window.size() || !is_digit_character(window[here + gap])) break;
    number.separators += kind;
    here += gap;
  }
  return number;
}

// The number without its last group; its separator goes along.
void drop_last_group(Grouped& number) {
  number.digits.resize(number.digits.size() - number.sizes.back());
  number.sizes.pop_back();
  number.ends.pop_back();
  if (!number.separators.empty()) number.separators.pop_back();
}

bool ends_there(std::string_view text, size_t end) {
  return end >= text.size() || !is_word_byte(text[end]);
}

bool only_separated_by(const Grouped& number, std::string_view allowed) {
  return number.separators.find_first_not_of(allowed) == std::string::npos;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// 24-11-2026, 01/02/26.
bool is_date(const Grouped& number) {
  if (number.sizes.size() != 3 || number.sizes[0] > 2 || number.sizes[1] > 2) return false;
  if (number.sizes[2] != 2 && number.sizes[2] != 4) return false;
  return value_of(std::string_view(number.digits).substr(0, number.sizes[0])) <= 31;
}

// 20.000.000
bool is_amount(const Grouped& number) {
  return number.sizes.size() > 1 && number.sizes[0] <= 3 && only_separated_by(number, ".") &&
         std::all_of(number.sizes.begin() + 1, number.sizes.end(), [](size_t size) { return size == 3; });
}

bool is_international(const Grouped& number) {
  const std::string_view digits = number.digits;
  if (number.plus) return digits[0] != '0' && digits.size() >= 8 && digits.size() <= 15 && !is_amount(number);
  if (digits.substr(0, 2) != "00" || number.sizes[0] < 4) return false;
  return digits.size() >= 10 && digits.size() <= 17 && digits[2] != '0';
}

bool is_national(const Grouped& number) {
  const std::string_view digits = number.digits;
  if (digits.size() < 7 || digits.size() > 13 || digits[0] != '0' || digits[1] == '0') return false;
  if (digits.substr(0, 4) == "0800" || is_date(number) || !only_separated_by(number, " -/")) return false;
  const bool pairs = number.sizes.size() == 5 && number.sizes[0] == 2 &&  // as in France: 01 23 45 67 89
                     std::all_of(number.sizes.begin(), number.sizes.end(), [](size_t size) { return size == 2; });
  // Written in one piece it might be any number; 015, 016 and 017 are mobile (German numbering plan).
  if (number.sizes.size() == 1) {
    return digits.size() >= 11 && digits[1] == '1' && digits[2] >= '5' && digits[2] <= '7';
  }
  return pairs || (number.sizes[0] >= 3 && number.sizes[0] <= 6);
}

// NPA-NXX-XXXX; neither of the first two groups begins with 0 or 1.
bool is_north_american(const Grouped& number) {
  if (number.sizes != std::vector<size_t>{3, 3, 4}) return false;
  if (number.digits[0] < '2' || number.digits[3] < '2') return false;
  return number.bracket || only_separated_by(number, "-") || only_separated_by(number, ".");
}

bool has_luhn_digit(std::string_view digits) {
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

bool is_grouped_as_a_card(const Grouped& number) {
  if (number.sizes.size() == 1 || number.sizes == std::vector<size_t>{4, 6, 5}) return true;
  return number.sizes.back() <= 4 &&
         std::all_of(number.sizes.begin(), number.sizes.end() - 1, [](size_t size) { return size == 4; });
}

bool is_payment_card(const Grouped& number) {
  const std::string_view digits = number.digits;
  if (number.plus || number.bracket || digits.size() < 13 || digits.size() > 19) return false;
  if (digits[0] < '2' || digits[0] > '6' || !only_separated_by(number, " -")) return false;
  return is_grouped_as_a_card(number) && has_luhn_digit(digits);
}

// The longest beginning of the groups that `is` holds for.
template <typename Is>
std::optional<Span> longest(std::string_view text, size_t at, Is is) {
  Grouped number = grouped_at(text, at);
  for (; !number.sizes.empty(); drop_last_group(number)) {
    if (ends_there(text, number.ends.back()) && is(number)) return Span{number.begin, number.ends.back()};
  }
  return std::nullopt;
}

// ISO 7064, MOD 97-10: the first four characters count last, letters as 10 to 35.
bool has_iban_checksum(std::string_view iban) {
  uint32_t rest = 0;
  for (size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    const auto value = static_cast<uint32_t>(is_digit_character(c) ? c - '0' : c - 'A' + 10);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  return rest == 1;
}

// Lengths in the countries of the SEPA area (SWIFT IBAN registry).
struct IbanLength {
  char country[3];
  uint8_t length;
};
constexpr IbanLength kIbanLengths[] = {
    {"AD", 24}, {"AT", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FR", 27}, {"GB", 22}, {"GI", 23}, {"GR", 27},
    {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IS", 26}, {"IT", 27}, {"LI", 21}, {"LT", 20}, {"LU", 20},
    {"LV", 21}, {"MC", 27}, {"MT", 31}, {"NL", 18}, {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24},
    {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"VA", 22},
};

bool has_iban_length(std::string_view iban) {
  for (const IbanLength& known : kIbanLengths) {
    if (iban.substr(0, 2) == known.country) return iban.size() == known.length;
  }
  return iban.size() >= 15 && iban.size() <= 34;
}

}  // namespace

std::optional<Span> iban_at(std::string_view text, size_t at) {
  const std::string_view window = text.substr(at, kLongest);
  if (window.size() < 15 || !is_upper_ascii(window[0]) || !is_upper_ascii(window[1])) return std::nullopt;
  if (!is_digit_character(window[2]) || !is_digit_character(window[3])) return std::nullopt;
  std::string iban;
  std::optional<Span> found;
  for (size_t here = 0; here < window.size() && iban.size() < 34; ++here) {
    const char c = window[here];
    if (c == ' ') continue;
    if (!is_digit_character(c) && !is_upper_ascii(c)) break;
    iban += c;
    const bool whole = here + 1 >= window.size() || !is_word_byte(window[here + 1]);
    if (whole && has_iban_length(iban) && has_iban_checksum(iban)) found = Span{at, at + here + 1};
  }
  return found;
}

std::optional<Span> payment_card_at(std::string_view text, size_t at) {
  return longest(text, at, is_payment_card);
}

std::optional<Span> phone_at(std::string_view text, size_t at) {
  return longest(text, at, [](const Grouped& number) {
    return is_international(number) || is_national(number) || is_north_american(number);
  });
}

}  // namespace botschaft::text

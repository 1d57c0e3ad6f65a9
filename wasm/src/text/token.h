// The tokens that phrases are matched over: words, and every other visible character by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace botschaft::text {

struct Token {
  Span span;
  bool is_word = false;       // has a letter or digit
  bool space_before = false;  // white space (or the text's start) stands before it
};

// Words (a UAX #29 word segment with a letter or digit in it; joined again over ignorable characters inside, so that a
// soft hyphen or zero-width space does not hide a word) and single graphemes of punctuation, symbols and emoji. White
// space and lone ignorable characters give no token.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

// The forms a token is compared in. Each is UTF-8.

// Composed (base and mark become one character where Unicode has one), ignorable characters dropped, ’ as '.
[[nodiscard]] std::string exact_form(std::string_view token);
// exact_form in lower case (ẞ and ß both as ß).
[[nodiscard]] std::string folded_form(std::string_view token);
void append_folded_form(std::string& out, std::string_view token);
// A folded or exact form with ä ö ü ß written ae oe ue ss.
[[nodiscard]] std::string flat_form(std::string_view form);

}  // namespace botschaft::text

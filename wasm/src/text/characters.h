// Classes of characters that the networks' rules are written in.
#pragma once

#include <string_view>

namespace botschaft::text {

[[nodiscard]] constexpr bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_alnum(char32_t c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
[[nodiscard]] constexpr bool is_one_of(char32_t c, std::string_view ascii) {
  return c < 0x80 && ascii.find(static_cast<char>(c)) != std::string_view::npos;
}

// twitter-text's punct.
inline constexpr std::string_view kAsciiPunctuation = "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$";

// twitter-text's latinAccentChars.
[[nodiscard]] constexpr bool is_latin_accent(char32_t c) {
  if (c >= 0xC0 && c <= 0x24F) return c != 0xD7 && c != 0xF7;
  return c == 0x253 || c == 0x254 || c == 0x256 || c == 0x257 || c == 0x259 || c == 0x25B || c == 0x263 || c == 0x268 ||
         c == 0x26F || c == 0x272 || c == 0x289 || c == 0x28B || c == 0x2BB || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x1E00 && c <= 0x1EFF);
}

// White space as JavaScript's \s and as twitter-text's spaces have it.
[[nodiscard]] constexpr bool is_script_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// General category P, as far as it is found in posts.
[[nodiscard]] constexpr bool is_punctuation(char32_t c) {
  if (c < 0x80) return is_one_of(c, "!\"#%&'()*,-./:;?@[\\]_{}");
  if (c < 0x2010) return c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF;
  if (c <= 0x205E) return c != 0x2028 && c != 0x2029 && (c < 0x202A || c > 0x202F) && c != 0x2044 && c != 0x2052;
  if (c < 0x3001) return false;
  if (c <= 0x303D)
    return c <= 0x3003 || (c >= 0x3008 && c <= 0x301F && c != 0x3012 && c != 0x3013) || c == 0x3030 || c == 0x303D;
  if (c == 0x30A0 || c == 0x30FB) return true;
  if (c < 0xFF01 || c > 0xFF65) return false;
  const char32_t plain = c - 0xFF01 + '!';
  return c >= 0xFF5F || (plain < 0x80 && is_punctuation(plain));
}

}  // namespace botschaft::text

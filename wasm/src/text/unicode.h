// Facts about single code points (Unicode 15.0). The tables are generated at build time from Debian's unicode-data by
// tools/generate-unicode.mjs, as three-stage look-ups.
#pragma once

#include <cstdint>

namespace botschaft::text {

enum class Script : uint8_t { kCommon, kLatin, kGreek, kCyrillic, kOther };

[[nodiscard]] bool is_letter(char32_t c);  // general category L*
[[nodiscard]] bool is_digit(char32_t c);   // general category Nd
[[nodiscard]] bool is_mark(char32_t c);    // general category M*
[[nodiscard]] bool is_white_space(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);  // derived property Uppercase
[[nodiscard]] bool is_lower(char32_t c);  // derived property Lowercase
// Characters that nobody sees: Default_Ignorable_Code_Point, for example ZWSP, soft hyphen, bidi controls, ZWJ.
[[nodiscard]] bool is_ignorable(char32_t c);
[[nodiscard]] Script script_of(char32_t c);

[[nodiscard]] char32_t to_lower(char32_t c);  // simple mapping; c itself where there is none
[[nodiscard]] char32_t to_upper(char32_t c);
// The composed character of a base and a mark (canonical composition), or 0.
[[nodiscard]] char32_t compose(char32_t base, char32_t mark);
// The plain letter or digit that a styled one stands for: compatibility decompositions <font>, <wide>, <circle>,
// <square> and <super> to one ASCII letter or digit, and the letters white on black (🅐 🅲) that have none; 0 for any
// other. Letterlike symbols in real use (™ ℠ № ª º ¹ ² ³) and emoji (ℹ Ⓜ) are not styled letters: 0.
[[nodiscard]] char32_t plain_of_styled(char32_t c);
// The Latin letter that a Cyrillic or Greek letter looks like in common fonts, or 0.
[[nodiscard]] char32_t latin_lookalike(char32_t c);

}  // namespace botschaft::text

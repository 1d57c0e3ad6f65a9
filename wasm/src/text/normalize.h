// Normalisation form C (Unicode Standard Annex #15): one spelling for characters that can be written in several ways.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::text {

// A character's canonical decomposition by one step; `second` is 0 for a singleton, `first` is 0 where there is none.
// Compatibility ideographs are left alone: no length and no comparison here depends on them.
struct Decomposition {
  char32_t first;
  char32_t second;
};

[[nodiscard]] Decomposition decompose(char32_t c);

// False promises that the text is in form C; true means that it may not be. One pass, no allocation.
[[nodiscard]] bool may_normalize(std::string_view text);
// Takes time linear in the text, but for n log n in the length of the longest run of marks.
[[nodiscard]] std::string normalized(std::string_view text);

}  // namespace botschaft::text

// Small things that all of this folder does with texts.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::site {

// A to Z only: names of tags, schemes and hosts have no other letters with two forms.
[[nodiscard]] std::string lower(std::string_view text);
// Without the blanks of HTML at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// The text as it stands between the double quotes of an attribute.
[[nodiscard]] std::string escaped(std::string_view text);
// Blanks in a row, line breaks among them, become one blank.
[[nodiscard]] std::string one_line(std::string_view text);

struct Cut {
  std::string text;
  bool cut = false;
};
// At most so many code points; what is cut ends with an ellipsis, behind a whole word where that is near.
[[nodiscard]] Cut cut_to(std::string_view text, size_t most);

}  // namespace botschaft::site

// The Snowball stemmers as plain functions.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::text {

// `word` is in small letters. A word too long to be one (more than 64 bytes) comes back unchanged.
[[nodiscard]] std::string snowball_german(std::string_view word);
[[nodiscard]] std::string snowball_english(std::string_view word);

}  // namespace botschaft::text

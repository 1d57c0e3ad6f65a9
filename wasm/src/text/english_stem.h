// English inflection beyond Snowball.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::text {

// See stem.h.
[[nodiscard]] std::string english_stem(std::string_view folded);

}  // namespace botschaft::text

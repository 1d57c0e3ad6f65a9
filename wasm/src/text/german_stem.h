// German inflection beyond Snowball.
#pragma once

#include <string>
#include <string_view>

namespace botschaft::text {

// See stem.h.
[[nodiscard]] std::string german_stem(std::string_view folded, bool flat);

}  // namespace botschaft::text

// What makes JSON cost more than its length says: looked at before it is parsed.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace botschaft::wire {

// Brackets inside one another. The formats of shared/schema need fewer than a dozen.
inline constexpr size_t kMaxDepth = 64;
// Keys of one object. Finding a key is a search through all of them.
inline constexpr size_t kMaxKeys = 256;
// Values in all, each of which takes 40 bytes in the module once it is parsed: ten for each of 200,000 phrases.
inline constexpr size_t kMaxValues = 2'000'000;

// Which of the bounds the text breaks first, and at which byte. Takes any bytes: what is no JSON is for the parser to
// tell.
[[nodiscard]] std::optional<Problem> find_excess(std::string_view json);

}  // namespace botschaft::wire

// What a misspelt word was probably meant to be.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace botschaft {

// The known spelling nearest to `word`, if one is near enough to be meant.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace botschaft

// Which language a text is in, told from its function words and letters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace botschaft::text {

enum class Language : uint8_t { kUndetermined, kGerman, kEnglish };

// kUndetermined for a text that is too short, in another language, or evenly mixed.
[[nodiscard]] Language detect_language(std::string_view text, const std::vector<Token>& tokens);

}  // namespace botschaft::text

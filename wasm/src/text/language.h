// Which language a text is in, told from its function words and letters.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace botschaft::text {

class TokenizedText;

// kOther is told of sentences only: rules of either language stay silent there.
enum class Language : uint8_t { kUndetermined, kGerman, kEnglish, kOther };

// From `first_token` up to the next one's.
struct LanguageStretch {
  uint32_t first_token;
  Language language;
};

struct Languages {
  // kUndetermined for a text that is too short, in another language, or evenly mixed.
  Language of_text = Language::kUndetermined;
  // The languages of the sentences, from token 0 on; empty where all are in `of_text` or cannot be told apart from it.
  std::vector<LanguageStretch> stretches;
};

// Whether a word, in lower case, is one of those that German or English texts are full of: "nicht", "very".
[[nodiscard]] bool is_common_word(std::string_view folded);

// What one word says about the language around it, in points.
struct LanguageSigns {
  uint16_t languages = 0;  // that it belongs to, one bit each; only told by language.cpp
  uint16_t german = 0;     // by its ending and letters
  uint16_t english = 0;
  uint16_t foreign = 0;
};
[[nodiscard]] LanguageSigns language_signs(std::string_view word);

[[nodiscard]] Languages detect_languages(std::string_view text, const std::vector<Token>& tokens);
[[nodiscard]] Languages detect_languages(const TokenizedText& text);

}  // namespace botschaft::text

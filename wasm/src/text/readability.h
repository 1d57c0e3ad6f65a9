// How hard a text is to read, by the published formulas for German and English.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/language.h"
#include "text/token.h"

namespace botschaft::text {

// Of one word, at least 1. `language` German or English. Told by spelling alone: loan words may be one off.
[[nodiscard]] uint32_t count_syllables(std::string_view word, Language language);
[[nodiscard]] uint32_t count_letters(std::string_view word);

// What the formulas ask of a text.
struct ReadingCounts {
  uint32_t sentences = 0;
  uint32_t words = 0;
  uint32_t syllables = 0;
  uint32_t long_words = 0;     // more than six letters
  uint32_t monosyllables = 0;  // words of one syllable
  uint32_t polysyllables = 0;  // words of three syllables or more

  void add(const ReadingCounts& other);
};

// One entry per sentence; a sentence that has no word outside `skip` (a flag per token; empty: none) counts nothing.
[[nodiscard]] std::vector<ReadingCounts> count_for_reading(const TokenizedText& text,
                                                           const std::vector<Span>& sentences,
                                                           const std::vector<bool>& skip, Language language);

// Reading ease: about 0 (very hard) to 100 (very easy), also beyond. English: Flesch (1948), 206.835 - 1.015 words per
// sentence - 84.6 syllables per word. German: Amstad (1978), 180 - words per sentence - 58.5 syllables per word.
// `counts.words` and `counts.sentences` are not 0.
[[nodiscard]] double reading_ease(const ReadingCounts& counts, Language language);

// First Wiener Sachtextformel (Bamberger and Vanecek, 1984) for German: the school year that a text suits, about 4
// (very easy) to 15. `counts.words` and `counts.sentences` are not 0.
[[nodiscard]] double wiener_sachtextformel(const ReadingCounts& counts);

}  // namespace botschaft::text

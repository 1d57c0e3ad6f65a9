// Text segmentation by Unicode Standard Annex #29 (Unicode 15.0): user-perceived characters, words, sentences.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace botschaft::text {

// Where the cluster that begins at byte `at` (< text.size()) ends.
[[nodiscard]] size_t next_grapheme(std::string_view text, size_t at);
[[nodiscard]] size_t count_graphemes(std::string_view text);

// Where the segment between two word boundaries that begins at byte `at` (< text.size()) ends.
[[nodiscard]] size_t next_word_boundary(std::string_view text, size_t at);
// Every segment between two word boundaries, white space and punctuation included. Together they cover the text.
[[nodiscard]] std::vector<Span> word_segments(std::string_view text);

// Every sentence, as people would count them: UAX #29, and besides that a line break always ends one (posts are
// written in lines), a common abbreviation, an initial or a date ("z. B.", "Dr. Weber", "3. Mai") ends none, white
// space at either end is trimmed, and a sentence without letter or digit is left out.
[[nodiscard]] std::vector<Span> sentences(std::string_view text);
// The plain UAX #29 sentence segments, which together cover the text.
[[nodiscard]] std::vector<Span> sentence_segments(std::string_view text);

}  // namespace botschaft::text

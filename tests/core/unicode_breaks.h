// Where the text layer breaks a text, in the form of the Unicode test files.
#pragma once

#include <string_view>
#include <vector>

#include "text/segment.h"

namespace botschaft::test {

inline std::vector<size_t> ends_of(const std::vector<Span>& spans) {
  std::vector<size_t> ends;
  for (const Span span : spans) ends.push_back(span.end);
  return ends;
}

// Bytes, without 0.
inline std::vector<size_t> grapheme_ends(std::string_view text) {
  std::vector<size_t> ends;
  for (size_t at = 0; at < text.size();) ends.push_back(at = text::next_grapheme(text, at));
  return ends;
}

inline std::vector<size_t> word_ends(std::string_view text) {
  return ends_of(text::word_segments(text));
}

inline std::vector<size_t> sentence_ends(std::string_view text) {
  return ends_of(text::sentence_segments(text));
}

}  // namespace botschaft::test

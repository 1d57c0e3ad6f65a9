#include "check/disclaimers.h"

#include <algorithm>

namespace botschaft::check {
namespace {

constexpr uint64_t kBase = 0x9E3779B97F4A7C15u;  // odd, with no pattern
constexpr size_t kOpeningWords = 4;

uint64_t word_hash(std::string_view word) {
  uint64_t hash = 14695981039346656037u;
  for (const char c : text::folded_form(word)) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

}  // namespace

std::string Disclaimers::add(std::string_view text) {
  Text added{0, 0, 1};
  std::string opening;
  bool open = true;
  size_t opening_words = 0;
  for (const text::Token& token : text::tokenize(text)) {
    open = open && (token.is_word || opening.empty());
    if (!token.is_word) continue;
    const std::string_view word = token.span.in(text);
    if (open && opening_words++ < kOpeningWords) opening.append(opening.empty() ? "" : " ").append(word);
    added.hash = added.hash * kBase + word_hash(word);
    added.power *= kBase;
    ++added.words;
  }
  texts_.push_back(added);
  return opening;
}

std::vector<Span> Disclaimers::find(const Draft& draft, const std::vector<Opening>& openings) const {
  std::vector<Span> spans;
  if (openings.empty()) return spans;
  const std::vector<text::Token>& tokens = draft.tokens();
  std::vector<uint32_t> words;         // their tokens
  std::vector<uint64_t> hashes = {0};  // of all words before each
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_word) continue;
    words.push_back(i);
    hashes.push_back(hashes.back() * kBase + word_hash(tokens[i].span.in(draft.text())));
  }
  for (const Opening& opening : openings) {
    const Text& text = texts_[opening.number];
    const auto first =
        static_cast<size_t>(std::lower_bound(words.begin(), words.end(), opening.first_token) - words.begin());
    if (first + text.words > words.size()) continue;
    if (hashes[first + text.words] - hashes[first] * text.power != text.hash) continue;
    uint32_t begin = words[first];
    uint32_t end = words[first + text.words - 1];
    while (begin > 0 && !tokens[begin].space_before && !tokens[begin - 1].is_word) --begin;
    while (end + 1 < tokens.size() && !tokens[end + 1].space_before && !tokens[end + 1].is_word) ++end;
    const Span span = draft.span_of(begin, end);
    if (spans.empty() || spans.back().end <= span.begin) {
      spans.push_back(span);
    } else {
      spans.back().end = std::max(spans.back().end, span.end);  // one disclaimer begins like another
    }
  }
  return spans;
}

}  // namespace botschaft::check

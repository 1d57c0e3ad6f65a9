// A German text read for its form of address: its words with their classes, and where clauses end.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/wording.h"
#include "tone/address_words.h"

namespace botschaft::tone {

struct Word {
  std::string_view folded;  // empty for punctuation and for what is not the author's own
  uint32_t classes = 0;
  uint32_t sentence = 0;
  bool capital = false;
  bool loud = false;         // two capitals at its start
  bool opens = false;        // first word of its sentence, or behind a colon, a bracket, a dash, an emoji
  bool ends_clause = false;  // punctuation
  [[nodiscard]] bool is(uint32_t wanted) const { return (classes & wanted) != 0; }
  [[nodiscard]] bool ends(std::string_view ending) const {
    return folded.ends_with(ending) && folded.size() > ending.size();
  }
};

class Reading {
 public:
  // `wording` must outlive the reading.
  Reading(const text::Wording& wording, const std::vector<Span>& sentences);

  [[nodiscard]] size_t size() const { return words_.size(); }
  // The word at `i`, and an empty one beyond the edges (SIZE_MAX too).
  [[nodiscard]] const Word& at(size_t i) const { return i < words_.size() ? words_[i] : nothing_; }
  // The text of a token of punctuation; empty for words.
  [[nodiscard]] std::string_view sign(size_t i) const;
  // The first token behind `i` that ends its clause: punctuation, or the sentence's end.
  [[nodiscard]] size_t clause_end(size_t i) const;
  // The first token of the clause that `i` is in.
  [[nodiscard]] size_t clause_begin(size_t i) const;
  // Whether a word of these classes stands in [begin, end).
  [[nodiscard]] bool has(size_t begin, size_t end, uint32_t classes) const {
    return find(begin, end, [&](const Word& word) { return word.is(classes); }) < end;
  }
  template <typename Wanted>
  [[nodiscard]] size_t find(size_t begin, size_t end, Wanted wanted) const {
    while (begin < end && !wanted(words_[begin])) ++begin;
    return begin;
  }
  // Whether `i` begins a clause, apart from words like "bitte" and "und" before it.
  [[nodiscard]] bool begins_clause(size_t i) const;

 private:
  const text::Wording& wording_;
  std::vector<Word> words_;
  Word nothing_;
};

// By their endings; where no list knows better.
[[nodiscard]] bool may_be_du_verb(const Word& word);      // -st, -ßt, -zt, -xt
[[nodiscard]] bool may_be_plural_verb(const Word& word);  // -en, -ern, -eln
[[nodiscard]] bool may_be_t_verb(const Word& word);       // -t: third person, or second plural

}  // namespace botschaft::tone

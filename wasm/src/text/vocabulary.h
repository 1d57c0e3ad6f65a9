// What is known of a word whatever text it stands in. People write the same words again and again, not least while they
// edit one draft, so it is found out once and kept.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/token.h"

namespace botschaft::text {

struct KnownWord {
  std::string written;
  std::string folded;  // folded_form
  uint32_t hash;       // word_hash of `folded`
  uint32_t letters;
  LanguageSigns signs;
  // In German, in English; 0 where nobody has asked yet.
  mutable std::array<uint32_t, 2> syllables{};

  // `language` German or English.
  [[nodiscard]] uint32_t syllables_in(Language language) const;
};

// Grows only; a text that holds on to it keeps it alive.
class Vocabulary {
 public:
  // That of this thread; a new one when it has become too large.
  static std::shared_ptr<Vocabulary> current();

  // Words are numbered from 0 on. The word's references hold as long as the vocabulary.
  uint32_t number_of(std::string_view written);
  [[nodiscard]] const KnownWord& operator[](uint32_t number) const { return words_[number]; }
  [[nodiscard]] size_t size() const { return words_.size(); }
  // Tells vocabularies apart, for whoever keeps more about their words.
  [[nodiscard]] uint64_t serial() const { return serial_; }

 private:
  void grow();

  uint64_t serial_ = next_serial();
  size_t bytes_ = 0;  // of all words
  std::deque<KnownWord> words_;
  std::vector<uint32_t> slots_;  // a word's number and 1 more; 0 where nothing is

  static uint64_t next_serial();
};

// A text, its tokens, and what is known of each.
class TokenizedText {
 public:
  // `text` must outlive it.
  explicit TokenizedText(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] size_t size() const { return tokens_.size(); }
  [[nodiscard]] const KnownWord& operator[](size_t token) const { return (*vocabulary_)[numbers_[token]]; }
  [[nodiscard]] uint32_t number(size_t token) const { return numbers_[token]; }
  [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  std::shared_ptr<Vocabulary> vocabulary_;
  std::vector<uint32_t> numbers_;  // of each token's word
};

}  // namespace botschaft::text

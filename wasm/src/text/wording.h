// A text's tokens as everything reads them that judges who speaks and how: with what is the author's own told from what
// is quoted and from what is no wording.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/vocabulary.h"

namespace botschaft::text {

class Wording {
 public:
  // `text` must outlive the wording. `skip`: tokens that are no wording (links, hashtags, mentions), empty for none.
  Wording(const TokenizedText& text, const std::vector<bool>& skip);

  [[nodiscard]] std::string_view text() const { return text_.text(); }
  [[nodiscard]] const std::vector<Token>& tokens() const { return text_.tokens(); }
  [[nodiscard]] size_t size() const { return text_.size(); }
  // As written, and as folded_form; both empty beyond the last token.
  [[nodiscard]] std::string_view written(size_t token) const {
    return token < size() ? std::string_view(text_[token].written) : std::string_view();
  }
  [[nodiscard]] std::string_view folded(size_t token) const {
    return token < size() ? std::string_view(text_[token].folded) : std::string_view();
  }
  // word_hash of `folded`.
  [[nodiscard]] uint32_t hash(size_t token) const { return text_[token].hash; }
  [[nodiscard]] bool is_quoted(size_t token) const { return (marks_[token] & kQuoted) != 0; }
  // Neither quoted nor skipped.
  [[nodiscard]] bool is_own(size_t token) const { return marks_[token] == 0; }
  [[nodiscard]] const std::vector<Span>& quotations() const { return quotations_; }

 private:
  enum Mark : uint8_t { kQuoted = 1 << 0, kSkipped = 1 << 1 };

  const TokenizedText& text_;
  std::vector<Span> quotations_;
  std::vector<uint8_t> marks_;
};

}  // namespace botschaft::text

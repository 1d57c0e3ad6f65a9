// A text's tokens as everything reads them that judges who speaks and how: folded once, and with what is the author's
// own told from what is quoted and from what is no wording.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/token.h"

namespace botschaft::text {

class Wording {
 public:
  // `text` and `tokens` must outlive the wording. `skip`: tokens that are no wording (links, hashtags, mentions), empty
  // for none.
  Wording(std::string_view text, const std::vector<Token>& tokens, const std::vector<bool>& skip);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] size_t size() const { return tokens_.size(); }
  // As written, and as folded_form; both empty beyond the last token.
  [[nodiscard]] std::string_view written(size_t token) const {
    return token < size() ? tokens_[token].span.in(text_) : std::string_view();
  }
  [[nodiscard]] std::string_view folded(size_t token) const {
    return token < size() ? Span{ends_[token], ends_[token + 1]}.in(folded_) : std::string_view();
  }
  [[nodiscard]] bool is_quoted(size_t token) const { return (marks_[token] & kQuoted) != 0; }
  // Neither quoted nor skipped.
  [[nodiscard]] bool is_own(size_t token) const { return marks_[token] == 0; }
  [[nodiscard]] const std::vector<Span>& quotations() const { return quotations_; }

 private:
  enum Mark : uint8_t { kQuoted = 1 << 0, kSkipped = 1 << 1 };

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Span> quotations_;
  std::string folded_;  // of all tokens, one behind the other
  std::vector<uint32_t> ends_;
  std::vector<uint8_t> marks_;
};

}  // namespace botschaft::text

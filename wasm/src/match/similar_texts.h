// Finds texts that say nearly the same in nearly the same words.
//
// Two texts are compared as sets of their shingles: all runs of five characters of what is left when letter case,
// punctuation, line breaks, links, hashtags and mentions are taken away. Their likeness is that of the sets (Jaccard):
// what both have, out of what either has. To find the texts worth comparing, each keeps the 32 smallest hashes of its
// shingles, a fair sample of the set; texts that share less than a quarter of the sample are never alike enough. So a
// look-up costs the draft's length, and hardly more for a thousand texts than for ten.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/token.h"

namespace botschaft::match {

// A text ready for comparing.
struct ComparableText {
  static constexpr size_t kSample = 32;

  // `skip` marks tokens (same length, or empty) that do not count: links, hashtags, mentions.
  ComparableText(std::string_view text, const std::vector<text::Token>& tokens, const std::vector<bool>& skip);
  // The same for a text that nobody has taken apart yet.
  explicit ComparableText(std::string_view text);

  // Shorter texts resemble each other by chance: they are like no other.
  [[nodiscard]] bool is_long_enough() const;

  std::string words;  // in lower case, a space between
  std::array<uint32_t, kSample> sample{};
  size_t sampled = 0;  // in use, in rising order
};

// Likeness in percent, rounded down; 100 only where the words are the same.
[[nodiscard]] uint32_t likeness(const ComparableText& a, const ComparableText& b);

class SimilarTexts {
 public:
  // More texts than this are not kept; a few megabytes.
  static constexpr size_t kMaxTexts = 20'000;

  // `id` comes back in matches. Texts that are too short are left out.
  void add(std::string_view text, uint32_t id);
  // After the last text.
  void finish();

  struct Match {
    uint32_t id;
    uint32_t percent;
  };
  // Those at least `min_percent` (60 or more) alike, most alike first, at most `limit`.
  [[nodiscard]] std::vector<Match> find(const ComparableText& text, uint32_t min_percent, size_t limit) const;
  [[nodiscard]] bool empty() const { return texts_.empty(); }

 private:
  struct Text {
    std::string words;
    uint32_t id;
  };
  std::vector<Text> texts_;
  std::vector<uint64_t> entries_;  // a hash of a sample, and in the low half whose it is; sorted
};

}  // namespace botschaft::match

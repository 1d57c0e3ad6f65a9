// The tone of a draft: for each dimension a score and what moves it. Every sentence is judged by its own language.
// Negation, strengthening and weakening words are understood, and words in quotation marks are somebody else's.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/entities.h"
#include "text/language.h"
#include "text/token.h"
#include "text/vocabulary.h"
#include "tone/address.h"
#include "tone/dimension.h"
#include "tone/lexicon.h"

namespace botschaft::tone {

// The text to be judged, taken apart already. Everything it points to must outlive the call it is given to.
struct Passage {
  const text::TokenizedText* words;
  text::Language language;           // of the whole, kUndetermined: not known
  const std::vector<bool>* in_link;  // per token, or empty
  const std::vector<Span>* sentences;
  const text::Entities* entities;
  const std::vector<Span>* names;  // of the organisation and its products, in the order of the text: no wording
  const Address* address;

  [[nodiscard]] std::string_view text() const { return words->text(); }
  [[nodiscard]] const std::vector<text::Token>& tokens() const { return words->tokens(); }
};

// What moves a score without standing in any list.
enum class Sign : uint8_t { kWord, kExclamation, kEmoji, kCapitals, kContraction, kLongWord, kAddress };
inline constexpr std::string_view kSignIds[] = {"word",        "exclamation", "emoji",  "capitals",
                                                "contraction", "long-word",   "address"};

struct Mover {
  Span span;
  Sign sign = Sign::kWord;
  uint32_t entry = 0;       // of the lexicon; only of kWord
  bool negated = false;     // turned round or cancelled by a word beside it
  double force = 0;         // signed; up is towards 100
  int32_t share = 0;        // -100 to 100: its part in all movement of the dimension, signed as `force`
  std::string ending = {};  // of the word, behind the entry's stem, in small letters, ä as ae
};

// At most this many movers are given for a dimension: the strongest.
inline constexpr size_t kMaxMovers = 100;

struct Score {
  int32_t value = 0;          // 0 to 100
  std::vector<Mover> movers;  // in the order of the text
  size_t omitted = 0;
};

struct Profile {
  // None where there is nothing to judge: no word at all; for plainness, fewer than five words in a known language; for
  // the address, nobody addressed.
  std::array<std::optional<Score>, kDimensionCount> scores;

  [[nodiscard]] const std::optional<Score>& of(Dimension dimension) const {
    return scores[static_cast<size_t>(dimension)];
  }
};

[[nodiscard]] Profile measure(const Passage& passage, const Lexicon& lexicon);

// The parts of measure: words of the lexicon in their surroundings, and what else can be seen.
using Movers = std::array<std::vector<Mover>, kDimensionCount>;
// `languages`: one per sentence.
void find_words(const Passage& passage, const Lexicon& lexicon, const std::vector<text::Language>& languages,
                Movers& movers);
void find_signs(const Passage& passage, Movers& movers);
[[nodiscard]] std::optional<Score> measure_plainness(const Passage& passage,
                                                     const std::vector<text::Language>& languages);

[[nodiscard]] std::optional<Score> measure_address(const Passage& passage);

// Gives each mover its share, and keeps the strongest.
void share_out(Score& score);

}  // namespace botschaft::tone

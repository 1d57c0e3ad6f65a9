// Each known word adds to the languages it belongs to, the more the fewer they are; letters and endings that only one
// language uses add a little. A language wins that has enough and is clearly ahead.
#include "text/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "base/utf8.h"
#include "text/language_words.h"
#include "text/unicode.h"

namespace botschaft::text {
namespace {

constexpr size_t kGermanLane = 0;
constexpr size_t kEnglishLane = 1;
constexpr size_t kFirstOtherLane = 2;
constexpr size_t kLanes = kFirstOtherLane + std::size(kOtherLanguages);

// In points. A word of one language only gives kWordPoints, one of two languages half of it to each, and so on.
constexpr uint32_t kWordPoints = 12;
constexpr uint32_t kEnough = 20;

constexpr uint32_t hash_of(std::string_view word) {
  uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ hash >> 15;
}

struct WordEntry {
  std::string_view word;
  uint16_t lanes = 0;  // one bit per language
};

// Open addressing; built by the compiler.
class WordTable {
 public:
  constexpr WordTable() {
    add_all(kGermanWords, kGermanLane);
    add_all(kEnglishWords, kEnglishLane);
    for (size_t i = 0; i < std::size(kOtherLanguages); i++) add_all(kOtherLanguages[i].words, kFirstOtherLane + i);
  }

  [[nodiscard]] constexpr uint16_t lanes_of(std::string_view word) const { return entries_[slot_of(word)].lanes; }

 private:
  static constexpr size_t kSlots = 4096;

  constexpr void add_all(std::string_view words, size_t lane) {
    while (!words.empty()) {
      const size_t end = std::min(words.find(' '), words.size());
      WordEntry& entry = entries_[slot_of(words.substr(0, end))];
      entry.word = words.substr(0, end);
      entry.lanes = static_cast<uint16_t>(entry.lanes | 1u << lane);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  [[nodiscard]] constexpr size_t slot_of(std::string_view word) const {
    size_t slot = hash_of(word) % kSlots;
    while (!entries_[slot].word.empty() && entries_[slot].word != word) slot = (slot + 1) % kSlots;
    return slot;
  }

  std::array<WordEntry, kSlots> entries_{};
};

constexpr WordTable kWords;

struct Sign {
  std::string_view text;
  uint8_t lane;
  uint8_t points;
};

// Endings of words of at least three letters more.
constexpr Sign kEndings[] = {
    {"ung", kGermanLane, 5},   {"ungen", kGermanLane, 8}, {"keit", kGermanLane, 8},  {"heit", kGermanLane, 7},
    {"lich", kGermanLane, 6},  {"liche", kGermanLane, 7}, {"lichen", kGermanLane, 8}, {"schaft", kGermanLane, 8},
    {"ieren", kGermanLane, 6}, {"iert", kGermanLane, 5},  {"tät", kGermanLane, 6},   {"innen", kGermanLane, 5},
    {"tion", kEnglishLane, 1}, {"ing", kEnglishLane, 4},  {"ly", kEnglishLane, 3},   {"ness", kEnglishLane, 5},
    {"ies", kEnglishLane, 3},  {"ity", kEnglishLane, 5},  {"ful", kEnglishLane, 4},  {"ould", kEnglishLane, 5},
    {"ght", kEnglishLane, 3},
};

class Scores {
 public:
  void add_word(std::string_view word) {
    if (const uint16_t lanes = kWords.lanes_of(word)) {
      const uint32_t points = kWordPoints / static_cast<uint32_t>(std::popcount(lanes));
      for (size_t lane = 0; lane < kLanes; lane++) {
        if (lanes >> lane & 1) points_[lane] += points;
      }
      return;
    }
    for (const Sign& ending : kEndings) {
      if (word.size() >= ending.text.size() + 3 && word.ends_with(ending.text)) points_[ending.lane] += ending.points;
    }
  }

  // A letter that few languages use, in any word.
  void add_letter(char32_t c) {
    switch (c) {
      case U'ß': points_[kGermanLane] += 12; break;
      case U'ä': case U'ö': case U'ü': points_[kGermanLane] += 4; break;
      case U'ñ': case U'¿': case U'¡': case U'á': case U'ó': case U'ú': case U'í': foreign_ += 4; break;
      case U'ç': case U'è': case U'ê': case U'à': case U'ù': case U'œ': case U'ã': case U'õ': case U'ì': case U'ò':
        foreign_ += 4;
        break;
      case U'ğ': case U'ş': case U'ı': case U'ł': case U'ą': case U'ę': case U'ś': case U'ż': case U'ź': case U'ć':
      case U'ń': case U'å': case U'ø': case U'æ': case U'č': case U'š': case U'ž': case U'ř': case U'ě': case U'ő':
        foreign_ += 8;
        break;
      default:
        if (c >= 0x370 && is_letter(c)) foreign_ += 4;
    }
  }

  [[nodiscard]] Language winner() const {
    const uint32_t german = points_[kGermanLane];
    const uint32_t english = points_[kEnglishLane];
    const uint32_t other = *std::max_element(points_.begin() + kFirstOtherLane, points_.end()) + foreign_;
    const bool is_german = german >= english;
    const uint32_t best = is_german ? german : english;
    const uint32_t second = std::max(is_german ? english : german, other);
    // Ahead by a third: two languages mixed more evenly than that are neither.
    if (best < kEnough || best * 3 < second * 4) return Language::kUndetermined;
    return is_german ? Language::kGerman : Language::kEnglish;
  }

 private:
  std::array<uint32_t, kLanes> points_{};
  uint32_t foreign_ = 0;
};

// The part of a link, hashtag, mention or path: it says nothing about the sentence around it.
bool is_glued(std::string_view text, const Token& token) {
  if (token.space_before || token.span.begin == 0) return false;
  return std::string_view("#@/=&?%").find(text[token.span.begin - 1]) != std::string_view::npos;
}

}  // namespace

Language detect_language(std::string_view text, const std::vector<Token>& tokens) {
  Scores scores;
  std::string word;
  for (const Token& token : tokens) {
    if (!token.is_word || token.span.size() > 64 || is_glued(text, token)) continue;
    word.clear();
    for (size_t at = token.span.begin; at < token.span.end;) {
      const CodePoint c = decode(text, at);
      const char32_t lower = c.value == 0x2019 ? U'\'' : to_lower(c.value);
      if (lower >= 0x80) scores.add_letter(lower);
      append_utf8(word, lower);
      at += c.size;
    }
    scores.add_word(word);
  }
  return scores.winner();
}

}  // namespace botschaft::text

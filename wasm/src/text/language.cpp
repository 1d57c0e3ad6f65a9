// Each known word adds to the languages it belongs to, the more the fewer they are; letters and endings that only one
// language uses add a little. A language wins that has enough and is clearly ahead. The points of each sentence make up
// those of the text; where a sentence is clearly in another language than the text, the languages of all are told.
#include "text/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

#include "base/utf8.h"
#include "text/language_words.h"
#include "text/unicode.h"
#include "text/word_table.h"

namespace botschaft::text {
namespace {

constexpr size_t kGermanLane = 0;
constexpr size_t kEnglishLane = 1;
constexpr size_t kFirstOtherLane = 2;
constexpr size_t kLanes = kFirstOtherLane + std::size(kOtherLanguages);

// In points. A word of one language only gives kWordPoints, one of two languages half of it to each, and so on.
constexpr uint32_t kWordPoints = 12;
constexpr uint32_t kEnough = 14;
constexpr uint32_t kAdvance = 8;

// Calls back for each known word of each language.
template <typename Callback>
constexpr void for_each_known_word(Callback callback) {
  const auto words_of = [&callback](std::string_view words, size_t lane) {
    for_each_word(words, [&](std::string_view word) { callback(word_hash(word), lane); });
  };
  words_of(kGermanWords, kGermanLane);
  words_of(kEnglishWords, kEnglishLane);
  for (size_t i = 0; i < std::size(kOtherLanguages); i++) words_of(kOtherLanguages[i], kFirstOtherLane + i);
}

// The languages of each known word, one bit per language, by the word's hash. The words themselves are not kept, which
// saves two thirds of the room: a word that is not known has the hash of one that is once in three million times.
class KnownWords {
 public:
  constexpr KnownWords() {
    // Hashes with the same first bits stand together: count them, then fill.
    for_each_known_word([this](uint32_t hash, size_t) { starts_[bucket(hash) + 1]++; });
    for (size_t i = 1; i < starts_.size(); i++) starts_[i] = static_cast<uint16_t>(starts_[i] + starts_[i - 1]);
    for_each_known_word([this](uint32_t hash, size_t lane) {
      size_t at = starts_[bucket(hash)];
      while (lanes_[at] != 0 && hashes_[at] != hash) at++;
      hashes_[at] = hash;
      lanes_[at] = static_cast<uint16_t>(lanes_[at] | 1u << lane);
    });
  }

  // 0 where the word is not known.
  [[nodiscard]] uint16_t lanes_of(std::string_view word) const {
    const uint32_t hash = word_hash(word);
    for (size_t at = starts_[bucket(hash)]; at < starts_[bucket(hash) + 1]; at++) {
      if (hashes_[at] == hash) return lanes_[at];
    }
    return 0;
  }

 private:
  static constexpr size_t kBucketBits = 10;
  static constexpr size_t kMost = 1600;  // with words of several languages counted in each; more do not compile

  static constexpr size_t bucket(uint32_t hash) { return hash >> (32 - kBucketBits); }

  std::array<uint16_t, (1u << kBucketBits) + 1> starts_{};
  std::array<uint32_t, kMost> hashes_{};
  std::array<uint16_t, kMost> lanes_{};
};

constexpr KnownWords kKnownWords;

struct Sign {
  std::string_view text;
  uint8_t lane;
  uint8_t points;
};

// Endings of words of at least three letters more.
constexpr Sign kEndings[] = {
    {"ung", kGermanLane, 5},   {"ungen", kGermanLane, 8}, {"keit", kGermanLane, 8},   {"heit", kGermanLane, 7},
    {"lich", kGermanLane, 6},  {"liche", kGermanLane, 7}, {"lichen", kGermanLane, 8}, {"schaft", kGermanLane, 8},
    {"ieren", kGermanLane, 6}, {"iert", kGermanLane, 5},  {"tät", kGermanLane, 6},    {"innen", kGermanLane, 5},
    {"tion", kEnglishLane, 1}, {"ing", kEnglishLane, 4},  {"ly", kEnglishLane, 3},    {"ness", kEnglishLane, 5},
    {"ies", kEnglishLane, 3},  {"ity", kEnglishLane, 5},  {"ful", kEnglishLane, 4},   {"ould", kEnglishLane, 5},
    {"ght", kEnglishLane, 3},
};

class Scores {
 public:
  void add_word(std::string_view word) {
    if (const uint32_t lanes = kKnownWords.lanes_of(word)) {
      const uint32_t points = kWordPoints / static_cast<uint32_t>(std::popcount(lanes));
      for (uint32_t left = lanes; left != 0; left &= left - 1) points_[std::countr_zero(left)] += points;
      return;
    }
    for (const Sign& ending : kEndings) {
      if (word.back() != ending.text.back()) continue;  // settles most without comparing
      if (word.size() >= ending.text.size() + 3 && word.ends_with(ending.text)) points_[ending.lane] += ending.points;
    }
  }

  // A letter that few languages use, in any word.
  void add_letter(char32_t c) {
    switch (c) {
      case U'ß':
        points_[kGermanLane] += 12;
        break;
      case U'ä':
      case U'ö':
      case U'ü':
        points_[kGermanLane] += 4;
        break;
      case U'ñ':
      case U'¿':
      case U'¡':
      case U'á':
      case U'ó':
      case U'ú':
      case U'í':
        foreign_ += 4;
        break;
      case U'ç':
      case U'è':
      case U'ê':
      case U'à':
      case U'ù':
      case U'œ':
      case U'ã':
      case U'õ':
      case U'ì':
      case U'ò':
        foreign_ += 4;
        break;
      case U'ğ':
      case U'ş':
      case U'ı':
      case U'ł':
      case U'ą':
      case U'ę':
      case U'ś':
      case U'ż':
      case U'ź':
      case U'ć':
      case U'ń':
      case U'å':
      case U'ø':
      case U'æ':
      case U'č':
      case U'š':
      case U'ž':
      case U'ř':
      case U'ě':
      case U'ő':
        foreign_ += 8;
        break;
      default:
        if (c >= 0x370 && is_letter(c)) foreign_ += 4;
    }
  }

  void add(const Scores& more) {
    for (size_t lane = 0; lane < kLanes; lane++) points_[lane] += more.points_[lane];
    foreign_ += more.foreign_;
  }

  // `expected` is given some points in advance: a sentence is mostly in the language of its text.
  [[nodiscard]] Language winner(Language expected = Language::kUndetermined) const {
    const uint32_t german = points_[kGermanLane] + (expected == Language::kGerman ? kAdvance : 0);
    const uint32_t english = points_[kEnglishLane] + (expected == Language::kEnglish ? kAdvance : 0);
    const uint32_t other = *std::max_element(points_.begin() + kFirstOtherLane, points_.end()) + foreign_;
    const bool is_german = german >= english;
    const uint32_t best = is_german ? german : english;
    const uint32_t second = std::max(is_german ? english : german, other);
    // Ahead by a third: two languages mixed more evenly than that are neither.
    if (other >= kEnough && other * 3 >= best * 4) return Language::kOther;
    if (best < kEnough || best * 3 < second * 4) return Language::kUndetermined;
    return is_german ? Language::kGerman : Language::kEnglish;
  }

 private:
  std::array<uint32_t, kLanes> points_{};
  uint32_t foreign_ = 0;
};

// Walks along with the tokens and tells which of them are part of a link, hashtag, mention or address: those say
// nothing about the sentence around them.
class Glue {
 public:
  bool holds(std::string_view text, const Token& token) {
    if (token.space_before) glued_ = false;
    const char first = text[token.span.begin];
    if (!token.is_word) glued_ = glued_ || first == '#' || first == '@' || (first == '/' && last_ == '/');
    last_ = first;
    return glued_;
  }

 private:
  bool glued_ = false;
  char last_ = ' ';
};

struct Sentence {
  uint32_t first_token;
  Scores scores;
};

// A rough cut is enough: where it goes through an abbreviation, both halves are in the same language.
bool ends_sentence(std::string_view text, const Token& token, const Token& next) {
  if (!next.space_before) return false;
  const std::string_view gap = text.substr(token.span.end, next.span.begin - token.span.end);
  return gap.find('\n') != std::string_view::npos ||
         (!token.is_word && std::string_view(".!?").find(text[token.span.begin]) != std::string_view::npos);
}

void add_word(Scores& scores, std::string_view text, Span span, std::string& word) {
  word.clear();
  for (size_t at = span.begin; at < span.end;) {
    const CodePoint c = decode(text, at);
    at += c.size;
    if (c.value < 0x80) {
      word.push_back(static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + 0x20 : c.value));
      continue;
    }
    const char32_t lower = c.value == 0x2019 ? U'\'' : to_lower(c.value);
    scores.add_letter(lower);
    append_utf8(word, lower);
  }
  scores.add_word(word);
}

}  // namespace

bool is_common_word(std::string_view folded) {
  return (kKnownWords.lanes_of(folded) & (1u << kGermanLane | 1u << kEnglishLane)) != 0;
}

Languages detect_languages(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Sentence> sentences(1, Sentence{0, {}});
  Glue glue;
  std::string word;
  for (uint32_t i = 0; i < tokens.size(); i++) {
    const Token& token = tokens[i];
    if (i > 0 && ends_sentence(text, tokens[i - 1], token)) sentences.push_back({i, {}});
    if (glue.holds(text, token) || !token.is_word || token.span.size() > 64) continue;
    add_word(sentences.back().scores, text, token.span, word);
  }
  Scores all;
  for (const Sentence& sentence : sentences) all.add(sentence.scores);
  Languages found;
  const Language winner = all.winner();
  if (winner != Language::kOther) found.of_text = winner;
  bool mixed = false;
  for (const Sentence& sentence : sentences) {
    Language language = sentence.scores.winner(found.of_text);
    if (language == Language::kUndetermined) language = winner;
    mixed = mixed || language != found.of_text;
    if (found.stretches.empty() || found.stretches.back().language != language)
      found.stretches.push_back({sentence.first_token, language});
  }
  if (!mixed) found.stretches.clear();
  return found;
}

}  // namespace botschaft::text

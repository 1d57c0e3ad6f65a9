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
#include "text/vocabulary.h"
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

// The languages of each known word, one bit per language.
constexpr HashedWords<uint16_t, 1600, 10> kKnownWords([](auto add) {
  const auto words_of = [&add](std::string_view words, size_t lane) {
    for_each_word(words, [&](std::string_view word) { add(word, static_cast<uint16_t>(1u << lane)); });
  };
  words_of(kGermanWords, kGermanLane);
  words_of(kEnglishWords, kEnglishLane);
  for (size_t i = 0; i < std::size(kOtherLanguages); i++) words_of(kOtherLanguages[i], kFirstOtherLane + i);
});

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

// A letter that few languages use, in any word.
void add_letter(LanguageSigns& signs, char32_t c) {
  switch (c) {
    case U'ß':
      signs.german += 12;
      break;
    case U'ä':
    case U'ö':
    case U'ü':
      signs.german += 4;
      break;
    case U'ñ':
    case U'¿':
    case U'¡':
    case U'á':
    case U'ó':
    case U'ú':
    case U'í':
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
      signs.foreign += 4;
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
      signs.foreign += 8;
      break;
    default:
      if (c >= 0x370 && is_letter(c)) signs.foreign += 4;
  }
}

class Scores {
 public:
  void add(LanguageSigns signs) {
    if (signs.languages != 0) {
      const uint32_t points = kWordPoints / static_cast<uint32_t>(std::popcount(signs.languages));
      for (uint32_t left = signs.languages; left != 0; left &= left - 1) points_[std::countr_zero(left)] += points;
    }
    points_[kGermanLane] += signs.german;
    points_[kEnglishLane] += signs.english;
    foreign_ += signs.foreign;
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

constexpr size_t kLongestWord = 64;  // bytes; what is longer tells no language

// `signs_of` gives those of a token's word.
template <typename SignsOf>
Languages languages_of(std::string_view text, const std::vector<Token>& tokens, const SignsOf& signs_of) {
  std::vector<Sentence> sentences(1, Sentence{0, {}});
  Glue glue;
  for (uint32_t i = 0; i < tokens.size(); i++) {
    const Token& token = tokens[i];
    if (i > 0 && ends_sentence(text, tokens[i - 1], token)) sentences.push_back({i, {}});
    if (glue.holds(text, token) || !token.is_word) continue;
    sentences.back().scores.add(signs_of(i));
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

}  // namespace

bool is_common_word(std::string_view folded) {
  return (kKnownWords.find(folded) & (1u << kGermanLane | 1u << kEnglishLane)) != 0;
}

LanguageSigns language_signs(std::string_view written) {
  LanguageSigns signs;
  if (written.size() > kLongestWord) return signs;
  std::string word;
  for (size_t at = 0; at < written.size();) {
    const CodePoint c = decode(written, at);
    at += c.size;
    const char32_t lower = c.value == 0x2019 ? U'\'' : to_lower(c.value);
    if (lower >= 0x80) add_letter(signs, lower);
    append_utf8(word, lower);
  }
  signs.languages = kKnownWords.find(word);
  if (signs.languages != 0) return signs;
  for (const Sign& ending : kEndings) {
    if (word.size() < ending.text.size() + 3 || !word.ends_with(ending.text)) continue;
    uint16_t& points = ending.lane == kGermanLane ? signs.german : signs.english;
    points = static_cast<uint16_t>(points + ending.points);
  }
  return signs;
}

Languages detect_languages(std::string_view text, const std::vector<Token>& tokens) {
  return languages_of(text, tokens, [&](size_t token) { return language_signs(tokens[token].span.in(text)); });
}

Languages detect_languages(const TokenizedText& text) {
  return languages_of(text.text(), text.tokens(), [&](size_t token) { return text[token].signs; });
}

}  // namespace botschaft::text

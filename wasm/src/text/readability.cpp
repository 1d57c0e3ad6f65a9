#include "text/readability.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "text/unicode.h"
#include "text/vocabulary.h"

namespace botschaft::text {
namespace {

// Each letter as one character: vowels as themselves, ä ö ü as 1 2 3, accented vowels without accent, any consonant as
// itself or x.
std::string sounds_of(std::string_view word) {
  std::string sounds;
  const std::string folded = folded_form(word);
  for (size_t at = 0; at < folded.size();) {
    const CodePoint point = decode(folded, at);
    at += point.size;
    if (point.value < 0x80) {
      const char c = static_cast<char>(point.value);
      if (c >= 'a' && c <= 'z') sounds += c;
      continue;
    }
    switch (point.value) {
      case U'ä':
        sounds += '1';
        break;
      case U'ö':
        sounds += '2';
        break;
      case U'ü':
        sounds += '3';
        break;
      case U'á':
      case U'à':
      case U'â':
      case U'å':
        sounds += 'a';
        break;
      case U'é':
      case U'è':
      case U'ê':
      case U'ë':
        sounds += '4';  // a vowel that joins no diphthong: Café, Idee with accent, Citroën
        break;
      case U'í':
      case U'ì':
      case U'î':
      case U'ï':
        sounds += 'i';
        break;
      case U'ó':
      case U'ò':
      case U'ô':
        sounds += 'o';
        break;
      case U'ú':
      case U'ù':
      case U'û':
        sounds += 'u';
        break;
      default:
        if (is_letter(point.value)) sounds += 'x';
    }
  }
  return sounds;
}

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool is_one_of(std::string_view set, char c) {
  return set.find(c) != std::string_view::npos;
}

bool is_vowel(char c) {
  return is_one_of("aeiouy1234", c);
}

// Two vowels that are spoken as one: Haus, Eis, Leute, Liebe, See, Tour.
bool is_german_diphthong(char first, char second) {
  switch (first) {
    case 'a':
      return is_one_of("aiuy", second);
    case 'e':
      return is_one_of("eiuy", second);
    case 'i':
      return second == 'e';
    case 'o':
      return is_one_of("oiuy", second);
    case '1':
      return second == 'u';
    default:
      return false;
  }
}

uint32_t german_syllables(std::string_view sounds) {
  uint32_t count = 0;
  for (size_t at = 0; at < sounds.size();) {
    const char c = sounds[at];
    const bool consonant_y = c == 'y' && at + 1 < sounds.size() && is_vowel(sounds[at + 1]);  // Yoga
    const bool in_qu = c == 'u' && at > 0 && sounds[at - 1] == 'q';
    if (!is_vowel(c) || consonant_y || in_qu) {
      ++at;
      continue;
    }
    ++count;
    at += at + 1 < sounds.size() && is_german_diphthong(c, sounds[at + 1]) ? 2 : 1;
  }
  // Ferien, Medien, Museum: what looks like a diphthong is spoken as two where another syllable stands before.
  if (count >= 2 && (ends_with(sounds, "ien") || ends_with(sounds, "eum"))) ++count;
  return count;
}

uint32_t english_syllables(std::string_view sounds) {
  uint32_t count = 0;
  for (size_t at = 0; at < sounds.size();) {
    if (!is_vowel(sounds[at])) {
      ++at;
      continue;
    }
    const size_t begin = at;
    while (at < sounds.size() && is_vowel(sounds[at])) ++at;
    const std::string_view group = sounds.substr(begin, at - begin);
    const char before = begin > 0 ? sounds[begin - 1] : ' ';
    ++count;
    if (group.size() < 2) continue;
    const std::string_view pair = group.substr(0, 2);
    // Spoken as two: media, radio, various, video, actual, being, create; as one after the sounds of nation and
    // special.
    const bool soft = is_one_of("tscg", before);
    if ((pair == "ia" || pair == "io" || pair == "iu") && !soft) ++count;
    if (ends_with(group, "ie") && before != ' ' && (sounds.substr(at, 1) == "t" || sounds.substr(at, 2) == "nc"))
      ++count;                                   // quiet, science
    if (pair == "eo" && before != 'p') ++count;  // video, not people
    if ((pair == "ua" || pair == "uo") && !is_one_of("qg", before)) ++count;
    if (pair == "ei" && sounds.substr(at - 1, 3) == "ing") ++count;
    if ((group == "yi" || group == "eei" || group == "oi") && at + 2 == sounds.size() && ends_with(sounds, "ing"))
      ++count;
    if (pair == "ea" && before == 'r' && begin > 1 && sounds[begin - 2] == 'c') ++count;
  }
  const size_t size = sounds.size();
  if (count > 1 && size > 2) {
    const char third = sounds[size - 3];
    const bool vowel_before_e = is_vowel(sounds[size - 2]);
    if (sounds.back() == 'e' && !vowel_before_e) {
      // little, but: scale, rule
      if (sounds[size - 2] != 'l' || is_vowel(third)) --count;
    } else if (ends_with(sounds, "ed") && !is_vowel(third)) {
      if (!is_one_of("td", third) && !(third == 'l' && size > 3 && !is_vowel(sounds[size - 4]))) --count;
    } else if (ends_with(sounds, "es") && !is_vowel(third) && !is_one_of("sxzcg", third)) {
      const bool hissing = third == 'h' && size > 3 && is_one_of("cs", sounds[size - 4]);
      const bool little = third == 'l' && size > 3 && !is_vowel(sounds[size - 4]);
      if (!hissing && !little) --count;
    } else if (ends_with(sounds, "sm")) {
      ++count;
    }
  }
  return count;
}

double per(uint32_t part, uint32_t whole) {
  return static_cast<double>(part) / whole;
}

}  // namespace

uint32_t count_syllables(std::string_view word, Language language) {
  const std::string sounds = sounds_of(word);
  return std::max(1U, language == Language::kGerman ? german_syllables(sounds) : english_syllables(sounds));
}

uint32_t count_letters(std::string_view word) {
  uint32_t letters = 0;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (is_letter(point.value)) ++letters;
    at += point.size;
  }
  return letters;
}

void ReadingCounts::add(const ReadingCounts& other) {
  sentences += other.sentences;
  words += other.words;
  syllables += other.syllables;
  long_words += other.long_words;
  monosyllables += other.monosyllables;
  polysyllables += other.polysyllables;
}

std::vector<ReadingCounts> count_for_reading(const TokenizedText& text, const std::vector<Span>& sentences,
                                             const std::vector<bool>& skip, Language language) {
  const std::vector<Token>& tokens = text.tokens();
  std::vector<ReadingCounts> counts(sentences.size());
  size_t sentence = 0;
  for (size_t i = 0; i < tokens.size() && sentence < sentences.size(); ++i) {
    while (sentence < sentences.size() && sentences[sentence].end <= tokens[i].span.begin) ++sentence;
    if (sentence == sentences.size() || !sentences[sentence].contains(tokens[i].span)) continue;
    if (!tokens[i].is_word || (!skip.empty() && skip[i])) continue;
    const uint32_t syllables = text[i].syllables_in(language);
    ReadingCounts& count = counts[sentence];
    count.sentences = 1;
    ++count.words;
    count.syllables += syllables;
    count.long_words += text[i].letters > 6 ? 1 : 0;
    count.monosyllables += syllables == 1 ? 1 : 0;
    count.polysyllables += syllables >= 3 ? 1 : 0;
  }
  return counts;
}

double reading_ease(const ReadingCounts& counts, Language language) {
  const double sentence = per(counts.words, counts.sentences);
  const double word = per(counts.syllables, counts.words);
  return language == Language::kGerman ? 180 - sentence - 58.5 * word : 206.835 - 1.015 * sentence - 84.6 * word;
}

double wiener_sachtextformel(const ReadingCounts& counts) {
  return 0.1935 * 100 * per(counts.polysyllables, counts.words) + 0.1672 * per(counts.words, counts.sentences) +
         0.1297 * 100 * per(counts.long_words, counts.words) - 0.0327 * 100 * per(counts.monosyllables, counts.words) -
         0.875;
}

}  // namespace botschaft::text

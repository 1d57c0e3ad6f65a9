// What moves a tone and is no word of a list: exclamation marks, emoji, capitals, contractions, long words.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "text/readability.h"
#include "text/unicode.h"
#include "tone/profile.h"

namespace botschaft::tone {
namespace {

// Forces in hundredths: how much one of them makes of a short text. Written here, for what they do in a post of a line
// or two; an exclamation mark is usual, three are a shout.
constexpr double kExclamation = 18;
constexpr double kFurtherExclamation = 12;  // of those in a row
constexpr double kEmoji = 12;
constexpr double kCapitals = 22;
constexpr double kCasualExclamation = -8;
constexpr double kCasualEmoji = -18;
constexpr double kContraction = -14;

constexpr size_t kShortestShout = 4;  // letters; shorter words in capitals are abbreviations
constexpr uint32_t kLongWord = 4;     // syllables
constexpr size_t kMostLongWords = 10;
constexpr uint32_t kFewestWords = 5;

void add(Movers& movers, Dimension dimension, Mover mover) {
  movers[static_cast<size_t>(dimension)].push_back(mover);
}

// In capitals throughout, and long enough to be meant.
bool is_shouted(std::string_view word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    at += c.size;
    if (!text::is_upper(c.value)) return false;
    ++letters;
  }
  return letters >= kShortestShout;
}

bool is_contraction(std::string_view word) {
  const size_t mark = word.find('\'') != std::string_view::npos ? word.find('\'') : word.find("’");
  if (mark == std::string_view::npos || mark == 0) return false;
  const std::string_view end = word.substr(mark + (word[mark] == '\'' ? 1 : 3));
  return end == "t" || end == "re" || end == "ll" || end == "ve" || end == "m" || end == "d";
}

}  // namespace

void find_signs(const Passage& passage, Movers& movers) {
  const std::vector<text::Token>& tokens = passage.tokens();
  std::vector<size_t> shouted;
  size_t words = 0;
  size_t name = 0;
  for (size_t token = 0; token < tokens.size(); ++token) {
    if (!passage.in_link->empty() && (*passage.in_link)[token]) continue;
    const Span span = tokens[token].span;
    const std::string_view word = span.in(passage.text());
    while (name < passage.names->size() && (*passage.names)[name].end <= span.begin) ++name;
    const bool in_name = name < passage.names->size() && (*passage.names)[name].overlaps(span);
    if (tokens[token].is_word) {
      ++words;
      if (!in_name && is_shouted(word)) shouted.push_back(token);
      if (is_contraction(word)) add(movers, Dimension::kFormality, {span, Sign::kContraction, 0, false, kContraction});
    } else if (word == "!" || word == "‼" || word == "❗" || word == "！") {
      const bool further =
          token > 0 && !tokens[token].space_before && tokens[token - 1].span.in(passage.text()) == word;
      add(movers, Dimension::kEnergy,
          {span, Sign::kExclamation, 0, false, further ? kFurtherExclamation : kExclamation});
      add(movers, Dimension::kFormality, {span, Sign::kExclamation, 0, false, kCasualExclamation});
    }
  }
  // Words in capitals here and there are names and abbreviations; side by side, or much of the text, they shout.
  bool shouts = shouted.size() * 5 >= words * 2;
  for (size_t i = 1; i < shouted.size(); ++i) shouts = shouts || shouted[i] == shouted[i - 1] + 1;
  if (shouts) {
    for (const size_t token : shouted)
      add(movers, Dimension::kEnergy, {tokens[token].span, Sign::kCapitals, 0, false, kCapitals});
  }
  for (const Span& emoji : passage.entities->emoji) {
    add(movers, Dimension::kEnergy, {emoji, Sign::kEmoji, 0, false, kEmoji});
    add(movers, Dimension::kFormality, {emoji, Sign::kEmoji, 0, false, kCasualEmoji});
  }
}

std::optional<Score> measure_plainness(const Passage& passage, const std::vector<text::Language>& languages) {
  // Links and hashtags are no wording.
  const std::vector<text::Token>& tokens = passage.tokens();
  std::vector<bool> skip(tokens.size(), false);
  size_t hashtag = 0;
  for (size_t token = 0; token < tokens.size(); ++token) {
    const Span span = tokens[token].span;
    const std::vector<Span>& hashtags = passage.entities->hashtags;
    while (hashtag < hashtags.size() && hashtags[hashtag].end <= span.begin) ++hashtag;
    skip[token] = (!passage.in_link->empty() && (*passage.in_link)[token]) ||
                  (hashtag < hashtags.size() && hashtags[hashtag].overlaps(span));
  }
  double weighted = 0;
  uint32_t words = 0;
  for (const text::Language language : {text::Language::kGerman, text::Language::kEnglish}) {
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) continue;
    const std::vector<text::ReadingCounts> counts =
        text::count_for_reading(*passage.words, *passage.sentences, skip, language);
    text::ReadingCounts own;
    for (size_t i = 0; i < counts.size() && i < languages.size(); ++i) {
      if (languages[i] == language) own.add(counts[i]);
    }
    if (own.words == 0) continue;
    weighted += std::clamp(text::reading_ease(own, language), 0.0, 100.0) * own.words;
    words += own.words;
  }
  if (words < kFewestWords) return std::nullopt;
  Score score;
  score.value = static_cast<int32_t>(std::lround(weighted / words));
  size_t sentence = 0;
  for (size_t token = 0; token < tokens.size() && sentence < languages.size(); ++token) {
    const Span span = tokens[token].span;
    while (sentence < languages.size() && (*passage.sentences)[sentence].end <= span.begin) ++sentence;
    if (sentence == languages.size() || !tokens[token].is_word || skip[token]) continue;
    if (languages[sentence] == text::Language::kUndetermined || span.size() < 8) continue;
    const uint32_t syllables = text::count_syllables(span.in(passage.text()), languages[sentence]);
    if (syllables >= kLongWord)
      score.movers.push_back({span, Sign::kLongWord, 0, false, -static_cast<double>(syllables)});
  }
  if (score.movers.size() > kMostLongWords) {
    std::stable_sort(score.movers.begin(), score.movers.end(),
                     [](const Mover& a, const Mover& b) { return a.force < b.force; });
    score.movers.resize(kMostLongWords);
  }
  share_out(score);
  return score;
}

std::optional<Score> measure_address(const Passage& passage) {
  Score score;
  double formal = 0;
  double all = 0;
  for (const AddressMarker& marker : passage.address->markers) {
    if (marker.part == AddressMarker::Part::kVerb) continue;  // its pronoun counts
    const bool is_formal = marker.form == Form::kSie;
    const double force = marker.certain ? 1 : 0.5;
    score.movers.push_back({passage.tokens()[marker.token].span, Sign::kAddress, 0, false, is_formal ? force : -force});
    formal += is_formal ? force : 0;
    all += force;
  }
  if (all == 0) return std::nullopt;
  score.value = static_cast<int32_t>(std::lround(100 * formal / all));
  share_out(score);
  return score;
}

}  // namespace botschaft::tone

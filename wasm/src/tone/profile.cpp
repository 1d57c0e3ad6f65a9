#include "tone/profile.h"

#include <algorithm>
#include <cmath>

namespace botschaft::tone {
namespace {

// From here on a text is diluted by its length: one superlative is more in a line than in a page.
constexpr double kUndilutedWords = 25;

size_t count_words(const Passage& passage) {
  size_t words = 0;
  for (size_t token = 0; token < passage.tokens().size(); ++token) {
    const bool in_link = !passage.in_link->empty() && (*passage.in_link)[token];
    words += passage.tokens()[token].is_word && !in_link ? 1 : 0;
  }
  return words;
}

double dilution(size_t words) {
  const auto count = static_cast<double>(words);
  return count <= kUndilutedWords ? 1 : std::sqrt(kUndilutedWords / count);
}

// Around 50, and ever more slowly towards both ends. Forces are in hundredths; four words of force 25 lead to 63.
double two_sided(const std::vector<Mover>& movers, double scale) {
  double sum = 0;
  for (const Mover& mover : movers) sum += mover.force;
  const double steps = sum * scale / 25;
  return 50 + 50 * steps / std::sqrt(steps * steps + 15);
}

// From 0: each word takes its part of what is left to 100.
double one_sided(const std::vector<Mover>& movers, double scale) {
  double left = 1;
  for (const Mover& mover : movers) left *= 1 - std::clamp(mover.force * scale / 100, 0.0, 1.0);
  return 100 * (1 - left);
}

// Which language each sentence is in; the draft's where a sentence is too short to tell.
std::vector<text::Language> languages_of(const Passage& passage) {
  std::vector<text::Language> languages;
  const std::vector<Span>& sentences = *passage.sentences;
  if (sentences.size() < 2) return {sentences.size(), passage.language};
  languages.reserve(sentences.size());
  std::vector<text::Token> own;
  size_t token = 0;
  for (const Span& sentence : sentences) {
    while (token < passage.tokens().size() && passage.tokens()[token].span.begin < sentence.begin) ++token;
    own.clear();
    for (; token < passage.tokens().size() && passage.tokens()[token].span.end <= sentence.end; ++token)
      own.push_back(passage.tokens()[token]);
    const text::Language language = text::detect_languages(passage.text(), own).of_text;
    languages.push_back(language == text::Language::kUndetermined ? passage.language : language);
  }
  return languages;
}

// Words for which a list knows a plainer one. They say nothing about the reading ease, but where to begin.
void add_hard_words(Score& score, const std::vector<Mover>& words) {
  for (const Mover& word : words) {
    std::erase_if(score.movers, [&](const Mover& other) { return other.span.overlaps(word.span); });
  }
  score.movers.insert(score.movers.end(), words.begin(), words.end());
  share_out(score);
}

}  // namespace

void share_out(Score& score) {
  double all = 0;
  for (const Mover& mover : score.movers) all += std::abs(mover.force);
  for (Mover& mover : score.movers)
    mover.share = all == 0 ? 0 : static_cast<int32_t>(std::lround(100 * mover.force / all));
  if (score.movers.size() > kMaxMovers) {
    std::stable_sort(score.movers.begin(), score.movers.end(),
                     [](const Mover& a, const Mover& b) { return std::abs(a.force) > std::abs(b.force); });
    score.omitted = score.movers.size() - kMaxMovers;
    score.movers.resize(kMaxMovers);
  }
  std::stable_sort(score.movers.begin(), score.movers.end(),
                   [](const Mover& a, const Mover& b) { return a.span.begin < b.span.begin; });
}

Profile measure(const Passage& passage, const Lexicon& lexicon) {
  Profile profile;
  const size_t words = count_words(passage);
  if (words == 0 && passage.entities->emoji.empty()) return profile;
  Movers movers;
  const std::vector<text::Language> languages = languages_of(passage);
  find_words(passage, lexicon, languages, movers);
  find_signs(passage, movers);
  const double scale = dilution(words);
  for (size_t i = 0; i < kDimensionCount; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    if (dimension == Dimension::kPlainness) {
      profile.scores[i] = measure_plainness(passage, languages);
      if (profile.scores[i]) add_hard_words(*profile.scores[i], movers[i]);
      continue;
    }
    if (dimension == Dimension::kAddress) {
      profile.scores[i] = measure_address(passage);
      continue;
    }
    double value = 0;
    switch (dimension) {
      case Dimension::kFormality:
      case Dimension::kFriendliness:
      case Dimension::kCertainty:
        value = two_sided(movers[i], scale);
        break;
      case Dimension::kAggression:  // an insult is one, however much is said around it
        value = one_sided(movers[i], 1);
        break;
      case Dimension::kInclusiveness:
        for (Mover& mover : movers[i]) mover.force = -mover.force;
        value = 100 - one_sided(movers[i], 1);
        for (Mover& mover : movers[i]) mover.force = -mover.force;
        break;
      default:
        value = one_sided(movers[i], scale);
    }
    Score score{static_cast<int32_t>(std::lround(value)), std::move(movers[i]), 0};
    share_out(score);
    profile.scores[i] = std::move(score);
  }
  return profile;
}

}  // namespace botschaft::tone

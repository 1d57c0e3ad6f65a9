// How hard the post is to read, shown at its hardest sentence.
#include "text/readability.h"

#include <algorithm>
#include <cmath>

#include "check/kinds.h"

namespace botschaft::check {
namespace {

// A shorter sentence is hard for its words alone, which nobody can put differently.
constexpr uint32_t kFewestWordsOfSentence = 5;

}  // namespace

void check_readability(const RuleRun& run, const pack::ReadabilityCheck& check) {
  const Draft& draft = run.draft;
  const text::Language language = draft.language();
  if (language == text::Language::kUndetermined) return;
  const std::vector<text::ReadingCounts> sentences = draft.reading_counts();
  text::ReadingCounts all;
  for (const text::ReadingCounts& sentence : sentences) all.add(sentence);
  if (all.words < check.min_words) return;
  const auto ease = static_cast<int>(std::lround(std::clamp(text::reading_ease(all, language), 0.0, 100.0)));
  if (ease >= static_cast<int>(check.min)) return;
  std::optional<size_t> hardest;
  double least = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].words < kFewestWordsOfSentence) continue;
    const double own = text::reading_ease(sentences[i], language);
    if (hardest && own >= least) continue;
    hardest = i;
    least = own;
  }
  std::optional<Span> span;
  if (hardest) span = draft.sentences()[*hardest];
  run.report(span, {{"count", std::to_string(ease)}, {"min", std::to_string(check.min)}});
}

}  // namespace botschaft::check

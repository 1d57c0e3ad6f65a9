// Whether a dimension of the tone is where the guideline wants it, told at the word that most speaks against it.
#include <algorithm>
#include <cmath>

#include "check/kinds.h"

namespace botschaft::check {
namespace {

// More words than these nobody reads in one sentence.
constexpr size_t kWordsNamed = 3;

const LocalizedText kTooMuch{"{title}: {count} von 100, höchstens {max} passen zu uns. {words}",
                             "{title}: {count} of 100; at most {max} suits us. {words}"};
const LocalizedText kTooLittle{"{title}: {count} von 100, mindestens {min} passen zu uns. {words}",
                               "{title}: {count} of 100; at least {min} suits us. {words}"};

struct Culprit {
  const tone::Mover* mover;
  std::vector<std::string> instead;
};

std::string count_of(const std::optional<uint32_t>& bound) {
  return bound ? std::to_string(*bound) : std::string();
}

}  // namespace

void check_tone(const RuleRun& run, const pack::ToneCheck& check, const tone::Profile& profile,
                const tone::Lexicon& lexicon) {
  const std::optional<tone::Score>& score = profile.of(check.dimension);
  if (!score) return;
  const bool too_much = check.max && score->value > static_cast<int32_t>(*check.max);
  const bool too_little = check.min && score->value < static_cast<int32_t>(*check.min);
  if (!too_much && !too_little) return;
  const std::vector<text::Token>& tokens = run.draft.tokens();
  const auto words =
      std::count_if(tokens.begin(), tokens.end(), [](const text::Token& token) { return token.is_word; });
  if (words < static_cast<std::ptrdiff_t>(check.min_words)) return;
  std::vector<Culprit> culprits;
  for (const tone::Mover& mover : score->movers) {
    if (mover.force == 0 || (mover.force > 0) != too_much) continue;
    culprits.push_back({&mover, {}});
    if (mover.sign == tone::Sign::kWord && !mover.negated)
      culprits.back().instead = lexicon.instead_of(mover.entry, mover.ending);
  }
  // First those that something else can be written for, so that the advice begins where it can be followed.
  std::stable_sort(culprits.begin(), culprits.end(), [](const Culprit& a, const Culprit& b) {
    if (a.instead.empty() != b.instead.empty()) return b.instead.empty();
    return std::abs(a.mover->force) > std::abs(b.mover->force);
  });
  const std::string_view text = run.draft.text();
  const bool german = run.context.ui_language == UiLanguage::kGerman;
  std::string named;
  std::vector<std::string_view> seen;
  for (const Culprit& culprit : culprits) {
    const std::string_view word = culprit.mover->span.in(text);
    if (std::find(seen.begin(), seen.end(), word) != seen.end()) continue;
    if (seen.size() == kWordsNamed) break;
    seen.push_back(word);
    named.append(named.empty() ? "" : ", ").append(german ? "„" : "“").append(word).append(german ? "“" : "”");
  }
  std::optional<Span> span;
  std::vector<Fix> fixes;
  if (!culprits.empty()) {
    span = culprits.front().mover->span;
    pack::Phrase phrase;
    phrase.text = "a";  // without a capital, so that the text's own is taken over
    phrase.replace = culprits.front().instead;
    fixes = fixes_for(phrase, *span, text);
  }
  const LocalizedText& message = !run.rule.message.empty() ? run.rule.message : too_much ? kTooMuch : kTooLittle;
  run.findings.push_back(
      {run.rule_index, run.rule.level, span,
       fill_values(message.in(run.context.ui_language), {{"title", run.rule.title.in(run.context.ui_language)},
                                                         {"match", span ? std::string(span->in(text)) : std::string()},
                                                         {"words", named},
                                                         {"count", std::to_string(score->value)},
                                                         {"min", count_of(check.min)},
                                                         {"max", count_of(check.max)}}),
       std::move(fixes)});
}

}  // namespace botschaft::check

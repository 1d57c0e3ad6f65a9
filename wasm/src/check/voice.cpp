// Who speaks in the post, and how many of its sentences are in the passive.
#include "check/kinds.h"

namespace botschaft::check {

void check_voice(const RuleRun& run, const pack::VoiceCheck& check) {
  const Draft& draft = run.draft;
  const std::vector<Span>& sentences = draft.sentences();
  if (draft.language() == text::Language::kUndetermined || sentences.size() < check.min_sentences) return;
  const std::vector<tone::VoiceUse>& uses = draft.voice();
  if (check.find == pack::VoiceCheck::Find::kNobody) {
    for (const tone::VoiceUse& use : uses) {
      if (use.sign != tone::VoiceSign::kPassive) return;
    }
    return run.report(std::nullopt, {});
  }
  // Each sentence is shown at its first.
  std::vector<Span> found;
  size_t sentence = 0;
  bool taken = false;
  for (const tone::VoiceUse& use : uses) {
    while (sentence < sentences.size() && sentences[sentence].end <= use.span.begin) {
      ++sentence;
      taken = false;
    }
    if (taken || use.sign != static_cast<tone::VoiceSign>(check.find)) continue;
    taken = true;
    found.push_back(use.span);
  }
  const size_t share = sentences.empty() ? 0 : 100 * found.size() / sentences.size();
  if (100 * found.size() <= check.max_share * sentences.size()) return;
  for (const Span& span : found) {
    run.report(span, {{"match", std::string(span.in(draft.text()))},
                      {"count", std::to_string(share)},
                      {"max", std::to_string(check.max_share)}});
  }
}

}  // namespace botschaft::check

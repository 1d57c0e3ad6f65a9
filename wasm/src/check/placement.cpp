// Hashtags and links that belong at the end of a post.
#include "base/utf8.h"
#include "check/kinds.h"

namespace botschaft::check {

void check_placement(const RuleRun& run, const pack::PlacementCheck& check) {
  const Draft& draft = run.draft;
  const std::string_view text = draft.text();
  const std::vector<text::Token>& tokens = draft.tokens();
  // The last word that is neither part of a link nor of a hashtag: what stands behind it stands at the end.
  size_t end = 0;
  for (size_t i = tokens.size(); i > 0 && end == 0; --i) {
    const bool link = !draft.in_link().empty() && draft.in_link()[i - 1];
    if (tokens[i - 1].is_word && !link && !is_inside(draft.entities().hashtags, tokens[i - 1].span))
      end = tokens[i - 1].span.end;
  }
  if (check.links) {
    for (const text::Link& link : draft.entities().links) {
      if (link.span.begin >= end) return;
      run.report(link.span, {{"match", std::string(link.span.in(text))}});
    }
    return;
  }
  for (const Span& hashtag : draft.entities().hashtags) {
    if (hashtag.begin >= end) return;
    // Without its sign it is a word of the sentence again.
    const std::string_view word = hashtag.in(text).substr(decode(text, hashtag.begin).size);
    run.report(hashtag, {{"match", std::string(hashtag.in(text))}}, {{hashtag, std::string(word)}});
  }
}

}  // namespace botschaft::check

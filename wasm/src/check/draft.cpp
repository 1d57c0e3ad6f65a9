#include "check/draft.h"

#include "text/segment.h"

namespace botschaft::check {

Draft::Draft(std::string_view text, text::Language language)
    : text_(text), tokens_(text::tokenize(text)), entities_(text::find_entities(text)), language_(language) {
  if (language_ == text::Language::kUndetermined) language_ = text::detect_language(text_, tokens_);
  if (entities_.links.empty()) return;
  in_link_.assign(tokens_.size(), false);
  size_t link = 0;
  for (size_t token = 0; token < tokens_.size() && link < entities_.links.size(); ++token) {
    while (link < entities_.links.size() && entities_.links[link].span.end <= tokens_[token].span.begin) ++link;
    if (link < entities_.links.size()) in_link_[token] = entities_.links[link].span.overlaps(tokens_[token].span);
  }
}

const std::vector<Span>& Draft::sentences() const {
  if (!sentences_) sentences_ = text::sentences(text_);
  return *sentences_;
}

}  // namespace botschaft::check

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

const std::vector<text::PersonalDatum>& Draft::personal_data() const {
  if (!personal_data_) personal_data_ = text::find_personal_data(text_, entities_);
  return *personal_data_;
}

std::vector<text::ReadingCounts> Draft::reading_counts() const {
  std::vector<bool> skip = in_link_;
  if (!entities_.hashtags.empty()) skip.resize(tokens_.size(), false);
  size_t hashtag = 0;
  for (size_t token = 0; token < tokens_.size() && hashtag < entities_.hashtags.size(); ++token) {
    while (hashtag < entities_.hashtags.size() && entities_.hashtags[hashtag].end <= tokens_[token].span.begin)
      ++hashtag;
    if (hashtag < entities_.hashtags.size() && entities_.hashtags[hashtag].overlaps(tokens_[token].span))
      skip[token] = true;
  }
  return text::count_for_reading(text_, tokens_, sentences(), skip, language_);
}

}  // namespace botschaft::check

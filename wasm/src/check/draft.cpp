#include "check/draft.h"

#include "text/segment.h"

namespace botschaft::check {
namespace {

// Sets the tokens that lie in `spans`, which are in the order of the text.
void skip_tokens(std::vector<bool>& skip, const std::vector<text::Token>& tokens, const std::vector<Span>& spans) {
  if (spans.empty()) return;
  skip.resize(tokens.size(), false);
  size_t at = 0;
  for (size_t token = 0; token < tokens.size() && at < spans.size(); ++token) {
    while (at < spans.size() && spans[at].end <= tokens[token].span.begin) ++at;
    if (at < spans.size() && spans[at].overlaps(tokens[token].span)) skip[token] = true;
  }
}

}  // namespace

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

bool Draft::is_quoted(Span place) const {
  return is_inside(wording().quotations(), place);
}

std::vector<text::ReadingCounts> Draft::reading_counts() const {
  std::vector<bool> skip = in_link_;
  skip_tokens(skip, tokens_, entities_.hashtags);
  return text::count_for_reading(text_, tokens_, sentences(), skip, language_);
}

std::vector<bool> Draft::not_wording() const {
  std::vector<bool> skip = in_link_;
  skip_tokens(skip, tokens_, entities_.hashtags);
  skip_tokens(skip, tokens_, entities_.mentions);
  return skip;
}

const text::Wording& Draft::wording() const {
  if (!wording_) wording_.emplace(text_, tokens_, not_wording());
  return *wording_;
}

const tone::Address& Draft::address() const {
  if (!address_) {
    address_ = language_ == text::Language::kEnglish ? tone::Address() : tone::address_of(wording(), sentences());
  }
  return *address_;
}

const std::vector<tone::VoiceUse>& Draft::voice() const {
  if (!voice_) voice_ = tone::voice_of(wording(), language_);
  return *voice_;
}

}  // namespace botschaft::check

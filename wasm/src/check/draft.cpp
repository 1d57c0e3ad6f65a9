#include "check/draft.h"

#include <algorithm>
#include <iterator>

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

Draft::Draft(std::string_view text, text::Language language, Network network)
    : words_(text), entities_(text::find_entities(text, network)) {
  if (language == text::Language::kUndetermined) {
    languages_ = text::detect_languages(words_);
  } else {
    languages_.of_text = language;
  }
  if (entities_.links.empty()) return;
  in_link_.assign(tokens().size(), false);
  size_t link = 0;
  for (size_t token = 0; token < tokens().size() && link < entities_.links.size(); ++token) {
    while (link < entities_.links.size() && entities_.links[link].span.end <= tokens()[token].span.begin) ++link;
    if (link < entities_.links.size()) in_link_[token] = entities_.links[link].span.overlaps(tokens()[token].span);
  }
}

text::Language Draft::language_at(uint32_t token) const {
  if (!is_mixed()) return languages_.of_text;
  const auto& stretches = languages_.stretches;
  const auto next = std::upper_bound(
      stretches.begin(), stretches.end(), token,
      [](uint32_t place, const text::LanguageStretch& stretch) { return place < stretch.first_token; });
  return std::prev(next)->language;
}

text::Language Draft::language_of(Span place) const {
  const auto token = std::partition_point(tokens().begin(), tokens().end(),
                                          [&](const text::Token& one) { return one.span.end <= place.begin; });
  return language_at(static_cast<uint32_t>(token - tokens().begin()));
}

bool Draft::may_speak(text::Language language) const {
  const auto may_be = [language](text::Language found) {
    return found == language || found == text::Language::kUndetermined;
  };
  if (!is_mixed()) return may_be(languages_.of_text);
  return std::any_of(languages_.stretches.begin(), languages_.stretches.end(),
                     [&](const text::LanguageStretch& stretch) { return may_be(stretch.language); });
}

const std::vector<Span>& Draft::sentences() const {
  if (!sentences_) sentences_ = text::sentences(text());
  return *sentences_;
}

const std::vector<text::PersonalDatum>& Draft::personal_data() const {
  if (!personal_data_) personal_data_ = text::find_personal_data(text(), entities_);
  return *personal_data_;
}

bool Draft::is_quoted(Span place) const {
  return is_inside(wording().quotations(), place);
}

std::vector<text::ReadingCounts> Draft::reading_counts() const {
  std::vector<bool> skip = in_link_;
  skip_tokens(skip, tokens(), entities_.hashtags);
  if (is_mixed()) skip.resize(tokens().size(), false);
  for (uint32_t token = 0; is_mixed() && token < tokens().size(); ++token) {
    if (language_at(token) != language()) skip[token] = true;
  }
  return text::count_for_reading(words_, sentences(), skip, language());
}

std::vector<bool> Draft::not_wording() const {
  std::vector<bool> skip = in_link_;
  skip_tokens(skip, tokens(), entities_.hashtags);
  skip_tokens(skip, tokens(), entities_.mentions);
  return skip;
}

const text::Wording& Draft::wording() const {
  if (!wording_) wording_.emplace(words_, not_wording());
  return *wording_;
}

const match::ComparableText& Draft::comparable() const {
  if (!comparable_) comparable_.emplace(text(), tokens(), not_wording());
  return *comparable_;
}

const tone::Address& Draft::address() const {
  if (!address_) {
    address_ = language() == text::Language::kEnglish ? tone::Address() : tone::address_of(wording(), sentences());
  }
  return *address_;
}

const std::vector<tone::VoiceUse>& Draft::voice() const {
  if (!voice_) voice_ = tone::voice_of(wording(), language());
  return *voice_;
}

}  // namespace botschaft::check

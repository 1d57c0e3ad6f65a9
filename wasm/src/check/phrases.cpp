// Words and phrases that should not be there, with what to write instead.
#include <algorithm>

#include "base/utf8.h"
#include "check/exceptions.h"
#include "check/kinds.h"
#include "check/negation.h"
#include "text/unicode.h"

namespace botschaft::check {

namespace {

// A hashtag is one word: what is no single word takes the place of the whole hashtag, and where only a part of it was
// found there is no such fix.
void keep_hashtags_whole(std::vector<Fix>& fixes, Span span, const std::vector<Span>& hashtags, std::string_view text) {
  const auto around = std::find_if(hashtags.begin(), hashtags.end(), [&](const Span& hashtag) {
    return hashtag.begin < span.begin && span.end <= hashtag.end;
  });
  if (around == hashtags.end()) return;
  const bool whole = span.end == around->end && around->begin + decode(text, around->begin).size == span.begin;
  std::erase_if(fixes, [&](Fix& fix) {
    if (!fix.text.empty() && fix.text.find(' ') == std::string::npos) return false;
    fix.span = fix.text.empty() ? with_space(*around, text) : *around;
    return !whole;
  });
}

}  // namespace

std::vector<Fix> fixes_for(const pack::Phrase& phrase, Span span, std::string_view text) {
  std::vector<Fix> fixes;
  const std::string_view match = span.in(text);
  const bool raise = starts_upper(match) && !starts_upper(phrase.text);
  for (const std::string& replacement : phrase.replace) {
    if (replacement.empty()) {
      fixes.push_back({with_space(span, text), ""});
    } else if (std::string words = raise ? with_upper_start(replacement) : replacement; words != match) {
      fixes.push_back({span, std::move(words)});
    }
  }
  return fixes;
}

bool starts_upper(std::string_view word) {
  return !word.empty() && text::is_upper(decode(word, 0).value);
}

std::string with_upper_start(const std::string& word) {
  if (word.empty()) return word;
  const CodePoint first = decode(word, 0);
  std::string out;
  append_utf8(out, text::to_upper(first.value));
  return out + word.substr(first.size);
}

std::string joined_texts(const std::vector<Fix>& fixes) {
  std::string texts;
  for (const Fix& fix : fixes) texts += (texts.empty() ? "" : " / ") + fix.text;
  return texts;
}

Span with_space(Span span, std::string_view text) {
  const bool space_behind = span.end < text.size() && text[span.end] == ' ';
  const bool space_before = span.begin > 0 && text[span.begin - 1] == ' ';
  if (space_behind && (space_before || span.begin == 0)) return {span.begin, span.end + 1};
  if (space_before) return {span.begin - 1, span.end};
  return span;
}

void check_phrases(const RuleRun& run, const pack::PhrasesCheck& check, std::span<const Found> matches,
                   const Exceptions& exceptions) {
  std::optional<uint32_t> last_reported;
  for (const Found& match : matches) {
    if (last_reported && match.first_token <= *last_reported) continue;  // inside a longer match
    if (exceptions.cover(match)) continue;
    const pack::Phrase& phrase = check.phrases[match.number];
    const Span span = run.draft.span_of(match.first_token, match.last_token);
    const std::string_view text = run.draft.text();
    // A phrase that asks for its own exact spelling (a brand) finds every other spelling and offers this one; where it
    // is spelled so already there is nothing to say.
    const bool spelled_right = !phrase.replace.empty() && std::find(phrase.replace.begin(), phrase.replace.end(),
                                                                    span.in(text)) != phrase.replace.end();
    if (spelled_right) continue;
    if (!check.quoted && run.draft.is_quoted(span)) continue;
    if (!check.negated && is_negated(run.draft, match.first_token, match.last_token)) continue;
    last_reported = match.last_token;
    std::vector<Fix> fixes = fixes_for(phrase, span, text);
    const std::string instead = joined_texts(fixes);
    if (match.compound) fixes.clear();
    keep_hashtags_whole(fixes, span, run.draft.entities().hashtags, text);
    run.report(span, {{"match", std::string(span.in(text))}, {"instead", instead}}, std::move(fixes));
  }
}

}  // namespace botschaft::check

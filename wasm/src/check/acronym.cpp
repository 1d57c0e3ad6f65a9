// Acronyms that the post never explains.
#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

constexpr uint32_t kFewestLetters = 2;
constexpr uint32_t kMostLetters = 6;  // longer words in capitals are shouting

// Capitals only. A digit makes it a type's name (A320), which nobody spells out.
bool is_acronym(std::string_view word) {
  uint32_t letters = 0;
  for (size_t at = 0; at < word.size(); ++letters) {
    const CodePoint point = decode(word, at);
    if (!text::is_upper(point.value)) return false;
    at += point.size;
  }
  return letters >= kFewestLetters && letters <= kMostLetters;
}

// "Das ist NICHT fertig": a common word, or a long one that can be spoken, is said loud; it stands for nothing.
bool is_emphasis(std::string_view word) {
  constexpr size_t kSpokenLetters = 5;
  const std::string folded = text::folded_form(word);
  const auto vowels = std::count_if(folded.begin(), folded.end(), [](char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
  });
  return text::is_common_word(folded) || (folded.size() >= kSpokenLetters && vowels >= 2);
}

}  // namespace

void check_acronyms(const RuleRun& run, const pack::AcronymCheck& check) {
  const Draft& draft = run.draft;
  const std::vector<text::Token>& tokens = draft.tokens();
  const auto word_at = [&](size_t i) {
    return i < tokens.size() ? tokens[i].span.in(draft.text()) : std::string_view();
  };
  const auto is_loud = [&](size_t i) { return i < tokens.size() && tokens[i].is_word && is_acronym(word_at(i)); };
  std::set<std::string_view> explained;
  std::set<std::string_view> used;
  std::vector<size_t> unexplained;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!is_loud(i)) continue;
    if (!draft.in_link().empty() && draft.in_link()[i]) continue;
    // (AHU) behind a word, or AHU (…
    const bool in_brackets = i >= 2 && word_at(i - 1) == "(" && tokens[i - 2].is_word && word_at(i + 1) == ")";
    const bool brackets_behind = word_at(i + 1) == "(" && i + 2 < tokens.size() && tokens[i + 2].is_word;
    if ((in_brackets || brackets_behind) && (!check.before_use || used.count(word_at(i)) == 0))
      explained.insert(word_at(i));
    used.insert(word_at(i));
    unexplained.push_back(i);
  }
  if (unexplained.empty()) return;
  explained.insert(check.known.begin(), check.known.end());
  for (const size_t i : unexplained) {
    if (is_inside(draft.entities().hashtags, tokens[i].span) || is_inside(draft.entities().mentions, tokens[i].span))
      continue;
    // Loud words in a row are shouting, which is another rule's business.
    if (is_loud(i + 1) || (i > 0 && is_loud(i - 1))) continue;
    if (!explained.insert(word_at(i)).second) continue;  // reported once
    if (is_emphasis(word_at(i))) continue;
    run.report(tokens[i].span, {{"match", std::string(word_at(i))}});
  }
}

}  // namespace botschaft::check

// The same word twice in a row, as it happens when a sentence is rewritten.
#include <algorithm>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

// Whether two words are the same but for case. Nearly all pairs differ in their first letters, so those are compared
// before anything is folded; beyond ASCII one letter may have several spellings.
bool same_word(std::string_view a, std::string_view b) {
  const auto first_a = static_cast<unsigned char>(a[0]);
  const auto first_b = static_cast<unsigned char>(b[0]);
  if (first_a < 0x80 && first_b < 0x80 && (first_a ^ first_b) & ~0x20) return false;
  return text::folded_form(a) == text::folded_form(b);
}

}  // namespace

void check_repetition(const RuleRun& run, const pack::RepetitionCheck& check) {
  const Draft& draft = run.draft;
  const std::vector<text::Token>& tokens = draft.tokens();
  const auto is_except = [&](const std::string& word) {
    return std::any_of(check.except.begin(), check.except.end(),
                       [&](const std::string& except) { return text::folded_form(except) == word; });
  };
  for (size_t i = 1; i < tokens.size(); ++i) {
    const text::Token& before = tokens[i - 1];
    const text::Token& here = tokens[i];
    // Blanks alone between them; a line break begins something new.
    const std::string_view gap = draft.text().substr(before.span.end, here.span.begin - before.span.end);
    if (!before.is_word || !here.is_word || gap.empty() || gap.find_first_not_of(' ') != std::string_view::npos)
      continue;
    const std::string_view word = here.span.in(draft.text());
    if (!text::is_letter(decode(word, 0).value)) continue;  // 10 10 is a number
    if (!same_word(word, before.span.in(draft.text())) || is_except(text::folded_form(word))) continue;
    const Span both{before.span.begin, here.span.end};
    run.report(both, {{"match", std::string(both.in(draft.text()))}}, {{{before.span.end, here.span.end}, ""}});
  }
}

}  // namespace botschaft::check

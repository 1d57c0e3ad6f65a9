// The same again: a word twice in a row, as it happens when a sentence is rewritten, a word too often, an emoji too
// often.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/stem.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

constexpr size_t kBeginnings = 512;

// Whether two words are the same but for case. Nearly all pairs differ in their first letters, so those are compared
// before anything is folded; beyond ASCII one letter may have several spellings.
bool same_word(std::string_view a, std::string_view b) {
  const auto first_a = static_cast<unsigned char>(a[0]);
  const auto first_b = static_cast<unsigned char>(b[0]);
  if (first_a < 0x80 && first_b < 0x80 && (first_a ^ first_b) & ~0x20) return false;
  return text::folded_form(a) == text::folded_form(b);
}

// Forms of one word begin alike: a rough key of its first bytes, whatever their case.
size_t beginning_of(std::string_view word) {
  size_t key = 0;
  for (size_t i = 0; i < 4 && i < word.size(); ++i) key = key * 31 + (static_cast<unsigned char>(word[i]) | 0x20U);
  return key % kBeginnings;
}

// Shorter words are mostly glue, which every text repeats.
constexpr size_t kFewestLetters = 5;

class Repetition {
 public:
  Repetition(const RuleRun& run, const pack::RepetitionCheck& check)
      : run_(run), check_(check), draft_(run.draft), text_(run.draft.text()) {}

  void in_a_row() {
    const std::vector<text::Token>& tokens = draft_.tokens();
    for (size_t i = 1; i < tokens.size(); ++i) {
      const text::Token& before = tokens[i - 1];
      const text::Token& here = tokens[i];
      // Blanks alone between them; a line break begins something new.
      const std::string_view gap = text_.substr(before.span.end, here.span.begin - before.span.end);
      if (!before.is_word || !here.is_word || gap.empty() || gap.find_first_not_of(' ') != std::string_view::npos)
        continue;
      const std::string_view word = here.span.in(text_);
      if (!text::is_letter(decode(word, 0).value)) continue;  // 10 10 is a number
      if (!same_word(word, before.span.in(text_)) || is_except(text::folded_form(word))) continue;
      const Span both{before.span.begin, here.span.end};
      run_.report(both, {{"match", std::string(both.in(text_))}}, {{{before.span.end, here.span.end}, ""}});
    }
  }

  // The first one that is too many is marked.
  void words() {
    // Few posts repeat anything so often: counting beginnings tells, without looking at whole words.
    std::array<uint32_t, kBeginnings> beginnings{};
    bool any = false;
    for (const text::Token& token : draft_.tokens()) {
      if (token.is_word && token.span.size() >= kFewestLetters)
        any |= ++beginnings[beginning_of(token.span.in(text_))] > check_.max;
    }
    if (!any) return;
    std::unordered_map<std::string, Uses> uses;
    for (size_t i = 0; i < draft_.tokens().size(); ++i) {
      const text::Token& token = draft_.tokens()[i];
      const bool link = !draft_.in_link().empty() && draft_.in_link()[i];
      if (!token.is_word || link || beginnings[beginning_of(token.span.in(text_))] <= check_.max) continue;
      if (is_inside(draft_.entities().hashtags, token.span) || is_inside(draft_.entities().mentions, token.span))
        continue;
      const std::string folded = text::folded_form(token.span.in(text_));
      if (count_code_points(folded) < kFewestLetters || !text::is_letter(decode(folded, 0).value)) continue;
      if (!is_except(folded)) note(uses[stem_of(folded)], token.span);
    }
    report(uses, false);
  }

  void emoji() {
    std::unordered_map<std::string, Uses> uses;
    for (const Span& span : draft_.entities().emoji) {
      const std::string emoji(span.in(text_));
      if (!is_except(emoji)) note(uses[emoji], span);
    }
    report(uses, true);
  }

 private:
  struct Uses {
    uint32_t count = 0;
    Span too_many;  // the first that is
  };

  void note(Uses& uses, Span span) const {
    if (++uses.count == check_.max + 1) uses.too_many = span;
  }

  void report(const std::unordered_map<std::string, Uses>& uses, bool removable) {
    // Findings are put in order later.
    for (const auto& entry : uses) {
      const Uses* one = &entry.second;
      if (one->count <= check_.max) continue;
      std::vector<Fix> fixes;
      if (removable) fixes.push_back({with_space(one->too_many, text_), ""});
      run_.report(one->too_many,
                  {{"match", std::string(one->too_many.in(text_))},
                   {"count", std::to_string(one->count)},
                   {"max", std::to_string(check_.max)}},
                  std::move(fixes));
    }
  }

  [[nodiscard]] std::string stem_of(const std::string& folded) const {
    return text::stem(folded, draft_.language(), false);
  }

  [[nodiscard]] bool is_except(const std::string& folded) const {
    return std::any_of(check_.except.begin(), check_.except.end(),
                       [&](const std::string& except) { return text::folded_form(except) == folded; });
  }

  const RuleRun& run_;
  const pack::RepetitionCheck& check_;
  const Draft& draft_;
  std::string_view text_;
};

}  // namespace

void check_repetition(const RuleRun& run, const pack::RepetitionCheck& check) {
  using Of = pack::RepetitionCheck::Of;
  Repetition repetition(run, check);
  if (check.of == Of::kInARow) repetition.in_a_row();
  if (check.of == Of::kWords) repetition.words();
  if (check.of == Of::kEmoji) repetition.emoji();
}

}  // namespace botschaft::check

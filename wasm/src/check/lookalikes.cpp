// Letters that only look like letters: styled ones (mathematical bold and so on) and words that mix scripts.
#include <algorithm>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

// Fewer styled letters are a symbol (ℓ, Ⓐ), not writing.
constexpr uint32_t kFewestStyled = 2;

struct Styled {
  Span span;
  std::string plain;
  uint32_t letters = 0;
};

// Styled letters in a row, across single spaces, so that a phrase is one finding.
void report_styled(const RuleRun& run) {
  const std::string_view text = run.draft.text();
  Styled current;
  std::string gap;  // what stands between the last styled letter and here
  const auto flush = [&] {
    if (current.letters >= kFewestStyled) {
      run.report(current.span, {{"match", current.plain}}, {{current.span, current.plain}});
    }
    current = {};
    gap.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    if (ascii && current.letters == 0) {
      ++at;
      continue;
    }
    const CodePoint point = decode(text, at);
    const char32_t plain = point.value < 0x80 ? 0 : text::plain_of_styled(point.value);
    if (plain != 0) {
      if (current.letters == 0) current.span.begin = at;
      current.plain += gap;
      gap.clear();
      append_utf8(current.plain, plain);
      current.span.end = at + point.size;
      ++current.letters;
    } else if (current.letters > 0) {
      const bool joins = point.value == ' ' || text::is_mark(point.value) || text::is_ignorable(point.value);
      if (joins && gap.size() < 8) {
        gap += text.substr(at, point.size);
      } else {
        flush();
      }
    }
    at += point.size;
  }
  flush();
}

void report_mixed_scripts(const RuleRun& run) {
  const std::string_view text = run.draft.text();
  for (const text::Token& token : run.draft.tokens()) {
    if (!token.is_word) continue;
    const std::string_view word = token.span.in(text);
    const bool ascii =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) continue;
    bool latin = false;
    bool other_letters = false;  // of another script, and not looking Latin
    uint32_t lookalikes = 0;
    std::string plain;
    for (size_t at = 0; at < word.size();) {
      const CodePoint point = decode(word, at);
      const char32_t twin = point.value < 0x80 ? 0 : text::latin_lookalike(point.value);
      if (twin != 0)
        ++lookalikes;
      else if (text::is_letter(point.value)) {
        if (text::script_of(point.value) == text::Script::kLatin)
          latin = true;
        else
          other_letters = true;
      }
      append_utf8(plain, twin != 0 ? twin : point.value);
      at += point.size;
    }
    if (latin && lookalikes > 0 && !other_letters) {
      run.report(token.span, {{"match", plain}}, {{token.span, plain}});
    }
  }
}

}  // namespace

void check_lookalikes(const RuleRun& run) {
  report_styled(run);
  report_mixed_scripts(run);
}

}  // namespace botschaft::check

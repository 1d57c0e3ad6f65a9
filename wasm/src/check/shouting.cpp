// Words in capitals: some in a row are shouting.
#include <algorithm>

#include "base/utf8.h"
#include "check/kinds.h"
#include "text/unicode.h"

namespace botschaft::check {
namespace {

struct Capitals {
  uint32_t letters = 0;    // all of them, where all_upper; else some
  bool all_upper = false;  // at least one letter, and none in lower case
};

Capitals capitals_of(std::string_view word) {
  Capitals result{0, true};
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (text::is_letter(point.value)) {
      ++result.letters;
      if (!text::is_upper(point.value)) return {result.letters, false};
    }
    at += point.size;
  }
  result.all_upper = result.all_upper && result.letters > 0;
  return result;
}

// "JETZT KAUFEN" as "Jetzt kaufen".
std::string calm(std::string_view shout) {
  std::string out;
  bool first = true;
  for (size_t at = 0; at < shout.size();) {
    const CodePoint point = decode(shout, at);
    const bool letter = text::is_letter(point.value);
    append_utf8(out, letter && !first ? text::to_lower(point.value) : point.value);
    if (letter) first = false;
    at += point.size;
  }
  return out;
}

}  // namespace

void check_shouting(const RuleRun& run, const pack::ShoutingCheck& check) {
  const Draft& draft = run.draft;
  const std::vector<text::Token>& tokens = draft.tokens();
  const std::vector<Span>& hashtags = draft.entities().hashtags;
  uint32_t loud_words = 0;  // long enough to count
  std::optional<uint32_t> first;
  uint32_t last = 0;
  const auto end_of_run = [&] {
    if (first && loud_words >= check.min_words) {
      const Span span = draft.span_of(*first, last);
      run.report(span, {{"match", std::string(span.in(draft.text()))}}, {{span, calm(span.in(draft.text()))}});
    }
    first.reset();
    loud_words = 0;
  };
  size_t hashtag = 0;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_word) continue;
    const std::string_view word = tokens[i].span.in(draft.text());
    while (hashtag < hashtags.size() && hashtags[hashtag].end <= tokens[i].span.begin) ++hashtag;
    const bool in_hashtag = hashtag < hashtags.size() && hashtags[hashtag].contains(tokens[i].span);
    const bool in_link = !draft.in_link().empty() && draft.in_link()[i];
    const Capitals capitals = capitals_of(word);
    const bool excepted =
        capitals.all_upper && std::find(check.except.begin(), check.except.end(), word) != check.except.end();
    if (capitals.letters == 0 && first) continue;  // numbers neither shout nor calm down
    if (in_link || in_hashtag || excepted || !capitals.all_upper) {
      end_of_run();
      continue;
    }
    if (!first && capitals.letters < 2) continue;  // "I" and "A" begin no shout
    if (!first) first = i;
    last = i;
    if (capitals.letters >= check.min_letters) ++loud_words;
  }
  end_of_run();
}

}  // namespace botschaft::check

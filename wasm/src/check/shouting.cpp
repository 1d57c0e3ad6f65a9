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

const std::string* spelling_of(std::string_view word, const pack::ShoutingCheck& check) {
  const std::string folded = text::folded_form(word);
  const auto known = std::lower_bound(check.spelled.begin(), check.spelled.end(), folded,
                                      [](const auto& entry, const std::string& value) { return entry.first < value; });
  return known != check.spelled.end() && known->first == folded ? &known->second : nullptr;
}

// "BUY OUR TANNBOX NOW" as "Buy our TannBox now". None where lower case could be wrong: German writes nouns with a
// capital and nobody tells them here, and a word without a vowel is an acronym that no pack knows.
std::optional<std::string> calm(const Draft& draft, uint32_t first, uint32_t last, const pack::ShoutingCheck& check) {
  if (draft.language() != text::Language::kEnglish) return std::nullopt;
  std::string out;
  bool begins_sentence = true;
  for (uint32_t i = first; i <= last; ++i) {
    const text::Token& token = draft.tokens()[i];
    const std::string_view word = token.span.in(draft.text());
    if (i > first)
      out += draft.text().substr(draft.tokens()[i - 1].span.end, token.span.begin - draft.tokens()[i - 1].span.end);
    const std::string* spelled = token.is_word ? spelling_of(word, check) : nullptr;
    if (spelled != nullptr || !token.is_word || word == "I") {
      out += spelled != nullptr ? std::string_view(*spelled) : word;
    } else {
      const std::string lower = text::folded_form(word);
      if (lower.find_first_of("aeiouy") == std::string::npos && capitals_of(word).letters > 0) return std::nullopt;
      out += begins_sentence ? with_upper_start(lower) : lower;
    }
    begins_sentence = word == "." || word == "!" || word == "?";
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
      std::vector<Fix> fixes;
      if (std::optional<std::string> words = calm(draft, *first, last, check))
        fixes.push_back({span, std::move(*words)});
      run.report(span, {{"match", std::string(span.in(draft.text()))}}, std::move(fixes));
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

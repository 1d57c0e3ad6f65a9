// Prints how many cases of the Unicode break tests, and how many emoji, the text layer gets right, and names those that
// it gets wrong. Ends with 1 where a file could not be read.
#include "unicode_breaks.h"

#include <cstdio>

#include "unicode_files.h"

using namespace botschaft;

namespace {

bool print(const char* name, size_t passed, size_t total) {
  std::printf("%-9s %zu of %zu\n", name, passed, total);
  return total > 0;
}

bool measure(const char* name, const char* file, std::vector<size_t> (*ends)(std::string_view)) {
  const auto cases = test::break_cases(file);
  size_t passed = 0;
  for (const test::BreakCase& c : cases) {
    if (ends(c.text) == c.boundaries) {
      ++passed;
    } else {
      std::printf("wrong: %s\n", c.line.c_str());
    }
  }
  return print(name, passed, cases.size());
}

bool measure_emoji() {
  const auto cases = test::emoji_cases();
  size_t passed = 0;
  for (const test::EmojiCase& c : cases) {
    if (text::next_grapheme(c.text, 0) == c.text.size()) {
      ++passed;
    } else {
      std::printf("wrong: %s\n", c.line.c_str());
    }
  }
  return print("emoji", passed, cases.size());
}

}  // namespace

int main() {
  const bool graphemes = measure("graphemes", "GraphemeBreakTest.txt", test::grapheme_ends);
  const bool words = measure("words", "WordBreakTest.txt", test::word_ends);
  const bool sentences = measure("sentences", "SentenceBreakTest.txt", test::sentence_ends);
  return graphemes && words && sentences && measure_emoji() ? 0 : 1;
}

// The text layer: any bytes as a draft. Everything that has a place in the text is in order, inside it, and at the
// edges of characters; offsets survive the way to UTF-16 and back.
#include "check/draft.h"
#include "fuzz.h"
#include "text/normalize.h"
#include "text/personal_data.h"
#include "text/segment.h"
#include "text/stem.h"

using namespace botschaft;
using fuzz::expect;

namespace {

// The text in both encodings, by a way of its own: one code point after the other.
struct Encoded {
  explicit Encoded(std::string_view text) : utf16_at(text.size() + 1, SIZE_MAX) {
    for (size_t at = 0; at < text.size();) {
      utf16_at[at] = utf16.size();
      const CodePoint c = decode(text, at);
      expect(c.size >= 1 && at + c.size <= text.size(), "a character ends inside the text");
      expect(decode_before(text, at + c.size).size == c.size, "a character has the same size from behind");
      if (c.value >= 0x10000) {
        utf16 += static_cast<char16_t>(0xD800 + ((c.value - 0x10000) >> 10));
        utf16 += static_cast<char16_t>(0xDC00 + ((c.value - 0x10000) & 0x3FF));
      } else {
        utf16 += static_cast<char16_t>(c.value);
      }
      at += c.size;
    }
    utf16_at[text.size()] = utf16.size();
  }

  std::u16string utf16;
  std::vector<size_t> utf16_at;  // by byte; SIZE_MAX inside a character
};

std::string to_utf8(std::u16string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    char32_t c = text[at];
    if (c >= 0xD800 && c < 0xDC00) c = 0x10000 + ((c - 0xD800) << 10) + (text[++at] - 0xDC00U);
    append_utf8(out, c);
  }
  return out;
}

class Places {
 public:
  explicit Places(std::string_view text) : text_(text), encoded_(text), offsets_(text) {
    expect(offsets_.total() == encoded_.utf16.size(), "both counts of UTF-16 units agree");
  }

  void check(Span span) const {
    expect(span.begin < span.end && span.end <= text_.size(), "a place lies inside the text and is not empty");
    const size_t begin = encoded_.utf16_at[span.begin];
    const size_t end = encoded_.utf16_at[span.end];
    expect(begin != SIZE_MAX && end != SIZE_MAX, "a place begins and ends between characters");
    expect(offsets_.at(span.begin) == begin && offsets_.at(span.end) == end, "both conversions to UTF-16 agree");
    expect(to_utf8(std::u16string_view(encoded_.utf16).substr(begin, end - begin)) == span.in(text_),
           "a place comes back from UTF-16 as it was");
  }

  void check_all(const std::vector<Span>& spans) const {
    for (size_t i = 0; i < spans.size(); ++i) {
      check(spans[i]);
      expect(i == 0 || spans[i - 1].end <= spans[i].begin, "places are in order and do not overlap");
    }
  }

  void check_cover(const std::vector<Span>& spans) const {
    check_all(spans);
    size_t at = 0;
    for (const Span span : spans) {
      expect(span.begin == at, "segments leave no gap");
      at = span.end;
    }
    expect(at == text_.size(), "segments reach the end");
  }

 private:
  std::string_view text_;
  Encoded encoded_;
  Utf16Offsets offsets_;
};

std::vector<Span> spans_of(const std::vector<text::Token>& tokens) {
  std::vector<Span> spans;
  for (const text::Token& token : tokens) spans.push_back(token.span);
  return spans;
}

void check_tokens(std::string_view text, const std::vector<text::Token>& tokens) {
  for (const text::Token& token : tokens) {
    const std::string exact = text::exact_form(token.span.in(text));
    const std::string folded = text::folded_form(token.span.in(text));
    expect(is_well_formed(exact) && is_well_formed(folded) && is_well_formed(text::flat_form(folded)),
           "a token's forms are well-formed");
    expect(text::exact_form(exact) == exact, "an exact form is its own exact form");
    expect(text::folded_form(folded) == folded, "a folded form is its own folded form");
    for (const text::Language language : {text::Language::kGerman, text::Language::kEnglish}) {
      expect(text::count_syllables(token.span.in(text), language) >= 1, "a word has a syllable");
    }
  }
}

void check_entities(const Places& places, std::string_view text, const text::Entities& entities) {
  std::vector<Span> links;
  for (const text::Link& link : entities.links) {
    links.push_back(link.span);
    places.check(link.host);
    expect(link.span.contains(link.host), "a link contains its host");
  }
  places.check_all(links);
  places.check_all(entities.hashtags);
  places.check_all(entities.mentions);
  places.check_all(entities.emoji);
  std::vector<Span> personal;
  for (const text::PersonalDatum& datum : text::find_personal_data(text, entities)) personal.push_back(datum.span);
  places.check_all(personal);
}

void check_lengths(std::string_view text, const text::Entities& entities) {
  for (const NetworkFacts& facts : all_networks()) {
    const uint32_t length = text::length_on(facts.network, text, entities);
    expect(text::end_of_fitting(facts.network, text, entities, length) == text.size(),
           "what has a length fits into it");
    const size_t end = text::end_of_fitting(facts.network, text, entities, length / 2);
    expect(end <= text.size() && is_well_formed(text.substr(0, end)), "what fits ends between characters");
  }
}

void check_reading(const check::Draft& draft) {
  if (draft.language() == text::Language::kUndetermined) return;
  const std::vector<text::ReadingCounts> counts = draft.reading_counts();
  expect(counts.size() == draft.sentences().size(), "every sentence is counted");
  for (const text::ReadingCounts& count : counts) {
    expect(count.words <= draft.tokens().size() && count.syllables >= count.words, "a word has a syllable");
    expect(count.monosyllables + count.polysyllables <= count.words && count.long_words <= count.words,
           "no more words of a kind than words");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes = fuzz::as_text(data, size);
  const std::string text = repair(bytes);
  expect(is_well_formed(text), "a repaired text is well-formed");
  expect(is_well_formed(bytes) == (text == bytes), "only what is ill-formed is repaired");

  const Places places(text);
  const std::string normal = text::normalized(text);
  expect(is_well_formed(normal) && text::normalized(normal) == normal, "a text in form C stays as it is");
  places.check_cover(text::word_segments(text));
  places.check_cover(text::sentence_segments(text));
  std::vector<Span> graphemes;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text::next_grapheme(text, at);
    graphemes.push_back({at, end});
    places.check(graphemes.back());
    at = end;
  }
  expect(graphemes.size() == text::count_graphemes(text), "both counts of characters agree");

  for (const text::Language language :
       {text::Language::kUndetermined, text::Language::kGerman, text::Language::kEnglish}) {
    const check::Draft draft(text, language);
    places.check_all(draft.sentences());
    check_reading(draft);
    if (language != text::Language::kUndetermined) continue;
    places.check_all(spans_of(draft.tokens()));
    check_tokens(text, draft.tokens());
    check_entities(places, text, draft.entities());
    check_lengths(text, draft.entities());
  }
  return 0;
}

#include "tone/address_reader.h"

#include "base/utf8.h"
#include "text/unicode.h"

namespace botschaft::tone {
namespace {

bool ends_clause(std::string_view sign) {
  constexpr std::string_view kSigns[] = {",", ";", ":", ".", "!", "?", "…", "(", ")", "–", "—", "/", "|", "-"};
  return std::find(std::begin(kSigns), std::end(kSigns), sign) != std::end(kSigns);
}

// A word of a sentence's middle that these stand before may be a sentence's first as well.
bool opens_sentence(std::string_view sign) {
  constexpr std::string_view kNot[] = {",", ";", "/", "-", "'", "’", "%", "&", "+", "*", "_", "#", "@", "€", "$", ")"};
  return std::find(std::begin(kNot), std::end(kNot), sign) == std::end(kNot);
}

}  // namespace

Reading::Reading(const text::Wording& wording, const std::vector<Span>& sentences)
    : wording_(wording), words_(wording.size()) {
  uint32_t sentence = 0;
  bool opens = true;
  for (size_t i = 0; i < words_.size(); ++i) {
    const text::Token& token = wording.tokens()[i];
    while (sentence < sentences.size() && sentences[sentence].end <= token.span.begin) {
      ++sentence;
      opens = true;
    }
    Word& word = words_[i];
    word.sentence = sentence;
    const std::string_view letters = wording.written(i);
    if (!token.is_word) {
      word.ends_clause = ends_clause(letters) && (letters != "-" || token.space_before);
      if (!wording.is_quoted(i) && opens_sentence(letters)) opens = true;
      continue;
    }
    word.opens = opens;
    opens = false;
    if (!wording.is_own(i)) continue;
    const CodePoint first = decode(letters, 0);
    word.capital = text::is_upper(first.value);
    word.loud = word.capital && first.size < letters.size() && text::is_upper(decode(letters, first.size).value);
    word.folded = wording.folded(i);
    word.classes = kAddressTable.find(wording.hash(i));
  }
}

std::string_view Reading::sign(size_t i) const {
  return i < words_.size() && !wording_.tokens()[i].is_word ? wording_.written(i) : std::string_view();
}

size_t Reading::clause_end(size_t i) const {
  const uint32_t sentence = words_[i].sentence;
  while (i < words_.size() && words_[i].sentence == sentence && !words_[i].ends_clause) ++i;
  return i;
}

size_t Reading::clause_begin(size_t i) const {
  const uint32_t sentence = words_[i].sentence;
  while (i > 0 && words_[i - 1].sentence == sentence && !words_[i - 1].ends_clause) --i;
  return i;
}

bool Reading::begins_clause(size_t i) const {
  const size_t begin = clause_begin(i);
  while (i > begin) {
    const Word& before = words_[i - 1];
    if (!before.folded.empty() && !before.is(kOpener)) return false;
    --i;
  }
  return true;
}

bool may_be_du_verb(const Word& word) {
  if (word.is(kDuVerb)) return true;
  if (word.is(kNoVerb) || (word.capital && !word.opens)) return false;
  return word.ends("st") || word.ends("ßt") || word.ends("zt") || word.ends("xt");
}

bool may_be_plural_verb(const Word& word) {
  if (word.is(kPluralVerb)) return true;
  if (word.is(kNoVerb | kPreposition | kSubordinator | kKnownPronoun) || (word.capital && !word.opens)) return false;
  return word.ends("en") || word.ends("ern") || word.ends("eln");
}

bool may_be_t_verb(const Word& word) {
  if (word.is(kIhrVerb)) return true;
  if (word.is(kNoVerb | kPreposition | kAuxiliary) || (word.capital && !word.opens)) return false;
  return word.ends("t") && word.folded.size() > 3 && !word.ends("heit") && !word.ends("keit") && !word.ends("nicht");
}

}  // namespace botschaft::tone

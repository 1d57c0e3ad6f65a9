#include "tone/address_reader.h"

#include "base/utf8.h"
#include "text/quotations.h"
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

Reading::Reading(std::string_view text, const std::vector<text::Token>& tokens, const std::vector<Span>& sentences,
                 const std::vector<bool>& skip)
    : text_(text), tokens_(tokens), words_(tokens.size()) {
  const std::vector<Span> quotations = text::quotations(text);
  size_t quotation = 0;
  uint32_t sentence = 0;
  bool opens = true;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Span span = tokens[i].span;
    while (sentence < sentences.size() && sentences[sentence].end <= span.begin) {
      ++sentence;
      opens = true;
    }
    Word& word = words_[i];
    word.sentence = sentence;
    while (quotation < quotations.size() && quotations[quotation].end <= span.begin) ++quotation;
    const bool quoted = quotation < quotations.size() && quotations[quotation].overlaps(span);
    const std::string_view letters = span.in(text);
    if (!tokens[i].is_word) {
      word.ends_clause = ends_clause(letters) && (letters != "-" || tokens[i].space_before);
      if (!quoted && opens_sentence(letters)) opens = true;
      continue;
    }
    word.opens = opens;
    opens = false;
    if (quoted || (!skip.empty() && skip[i])) continue;
    const CodePoint first = decode(letters, 0);
    word.capital = text::is_upper(first.value);
    word.loud = word.capital && first.size < letters.size() && text::is_upper(decode(letters, first.size).value);
    word.folded = text::folded_form(letters);
    word.classes = class_of(word.folded);
  }
}

std::string_view Reading::sign(size_t i) const {
  return i < tokens_.size() && !tokens_[i].is_word ? tokens_[i].span.in(text_) : std::string_view();
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

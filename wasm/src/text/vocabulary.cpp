#include "text/vocabulary.h"

#include <atomic>

#include "text/readability.h"
#include "text/word_table.h"

namespace botschaft::text {
namespace {

// More than a person writes in a day; what a text needs beyond it is kept as long as that text.
constexpr size_t kMostWords = 4096;
constexpr size_t kMostBytes = size_t{1} << 18;

}  // namespace

uint32_t KnownWord::syllables_in(Language language) const {
  uint32_t& known = syllables[language == Language::kGerman ? 0 : 1];
  if (known == 0) known = count_syllables(written, language);
  return known;
}

uint64_t Vocabulary::next_serial() {
  static std::atomic<uint64_t> last{0};
  return ++last;
}

std::shared_ptr<Vocabulary> Vocabulary::current() {
  static thread_local std::shared_ptr<Vocabulary> vocabulary;
  if (!vocabulary || vocabulary->size() > kMostWords || vocabulary->bytes_ > kMostBytes)
    vocabulary = std::make_shared<Vocabulary>();
  return vocabulary;
}

void Vocabulary::grow() {
  slots_.assign(slots_.empty() ? 2048 : 2 * slots_.size(), 0);
  const size_t mask = slots_.size() - 1;
  for (uint32_t number = 0; number < words_.size(); ++number) {
    size_t slot = word_hash(words_[number].written) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = number + 1;
  }
}

uint32_t Vocabulary::number_of(std::string_view written) {
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const size_t mask = slots_.size() - 1;
  size_t slot = word_hash(written) & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (words_[slots_[slot] - 1].written == written) return slots_[slot] - 1;
  }
  KnownWord word{.written = std::string(written),
                 .folded = folded_form(written),
                 .hash = 0,
                 .letters = count_letters(written),
                 .signs = language_signs(written)};
  word.hash = word_hash(word.folded);
  bytes_ += word.written.size() + word.folded.size();
  words_.push_back(std::move(word));
  slots_[slot] = static_cast<uint32_t>(words_.size());
  return static_cast<uint32_t>(words_.size() - 1);
}

TokenizedText::TokenizedText(std::string_view text)
    : text_(text), tokens_(tokenize(text)), vocabulary_(Vocabulary::current()) {
  numbers_.reserve(tokens_.size());
  for (const Token& token : tokens_) numbers_.push_back(vocabulary_->number_of(token.span.in(text)));
}

}  // namespace botschaft::text

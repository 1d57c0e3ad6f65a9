#include "match/similar_texts.h"

#include <algorithm>

#include "base/sort.h"
#include "base/utf8.h"
#include "text/entities.h"

namespace botschaft::match {
namespace {

constexpr size_t kShingle = 5;        // code points
constexpr size_t kFewestBytes = 40;   // of words
constexpr size_t kFewestShared = 8;   // hashes of the sample: a quarter of it
constexpr size_t kMostCompared = 64;  // texts, those that share most

// Calls back with the hash of every shingle: a polynomial over its characters that rolls along, with its bits mixed.
template <typename Callback>
void for_each_shingle(std::string_view words, Callback callback) {
  constexpr uint64_t kBase = 0x9E3779B97F4A7C15u;  // odd, with no pattern
  uint64_t power = 1;                              // of the character that leaves
  for (size_t i = 0; i < kShingle; ++i) power *= kBase;
  char32_t last[kShingle] = {};
  uint64_t hash = 0;
  size_t count = 0;
  for (size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    at += point.size;
    char32_t& leaving = last[count++ % kShingle];
    hash = hash * kBase + point.value - leaving * power;
    leaving = point.value;
    if (count >= kShingle) callback(static_cast<uint32_t>((hash ^ hash >> 29) * 0xBF58476D1CE4E5B9u >> 32));
  }
}

std::vector<uint64_t> shingles_of(std::string_view words) {
  std::vector<uint64_t> hashes;
  hashes.reserve(words.size());
  for_each_shingle(words, [&](uint32_t hash) { hashes.push_back(hash); });
  sort_stably(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

uint32_t likeness_of(const std::vector<uint64_t>& a, std::string_view a_words, std::string_view b_words) {
  if (a_words == b_words) return 100;
  const std::vector<uint64_t> b = shingles_of(b_words);
  size_t shared = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    shared += a[i] == b[j] ? 1 : 0;
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  const size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : std::min(static_cast<uint32_t>(shared * 100 / all), 99U);
}

}  // namespace

ComparableText::ComparableText(std::string_view text, const std::vector<text::Token>& tokens,
                               const std::vector<bool>& skip) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_word || (!skip.empty() && skip[i])) continue;
    if (!words.empty()) words += ' ';
    words += text::folded_form(tokens[i].span.in(text));
  }
  for_each_shingle(words, [&](uint32_t hash) {
    if (sampled == kSample && hash >= sample[kSample - 1]) return;
    const auto end = sample.begin() + static_cast<std::ptrdiff_t>(sampled);
    const auto place = std::lower_bound(sample.begin(), end, hash);
    if (place != end && *place == hash) return;
    sampled = std::min(sampled + 1, kSample);
    std::move_backward(place, sample.begin() + static_cast<std::ptrdiff_t>(sampled) - 1,
                       sample.begin() + static_cast<std::ptrdiff_t>(sampled));
    *place = hash;
  });
}

namespace {

std::vector<bool> not_wording(std::string_view text, const std::vector<text::Token>& tokens) {
  const text::Entities entities = text::find_entities(text);
  std::vector<Span> links;
  for (const text::Link& link : entities.links) links.push_back(link.span);
  std::vector<bool> skip(tokens.size(), false);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Span span = tokens[i].span;
    skip[i] = is_inside(links, span) || is_inside(entities.hashtags, span) || is_inside(entities.mentions, span);
  }
  return skip;
}

}  // namespace

ComparableText::ComparableText(std::string_view text)
    : ComparableText(text, text::tokenize(text), not_wording(text, text::tokenize(text))) {}

bool ComparableText::is_long_enough() const {
  return words.size() >= kFewestBytes;
}

uint32_t likeness(const ComparableText& a, const ComparableText& b) {
  if (!a.is_long_enough() || !b.is_long_enough()) return 0;
  size_t shared = 0;
  for (size_t i = 0; i < a.sampled; ++i) {
    shared +=
        std::binary_search(b.sample.begin(), b.sample.begin() + static_cast<std::ptrdiff_t>(b.sampled), a.sample[i]);
  }
  if (shared < std::min({kFewestShared, a.sampled, b.sampled})) return 0;
  return likeness_of(shingles_of(a.words), a.words, b.words);
}

void SimilarTexts::add(std::string_view text, uint32_t id) {
  if (texts_.size() >= kMaxTexts) return;
  ComparableText comparable(text);
  if (!comparable.is_long_enough()) return;
  for (size_t i = 0; i < comparable.sampled; ++i)
    entries_.push_back(uint64_t{comparable.sample[i]} << 32 | texts_.size());
  texts_.push_back({std::move(comparable.words), id});
}

void SimilarTexts::finish() {
  sort_stably(entries_);
}

std::vector<SimilarTexts::Match> SimilarTexts::find(const ComparableText& text, uint32_t min_percent,
                                                    size_t limit) const {
  std::vector<Match> matches;
  if (!text.is_long_enough() || texts_.empty()) return matches;
  std::vector<uint8_t> shared(texts_.size(), 0);
  std::array<size_t, ComparableText::kSample + 1> sharing{};  // how many texts share at least so much
  for (size_t i = 0; i < text.sampled; ++i) {
    const uint64_t hash = uint64_t{text.sample[i]} << 32;
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), hash);
    for (; entry != entries_.end() && *entry >> 32 == text.sample[i]; ++entry) ++sharing[++shared[*entry & UINT32_MAX]];
  }
  // Those that share most, where very many share something.
  size_t enough = std::min(kFewestShared, text.sampled);
  while (enough < text.sampled && sharing[enough] > kMostCompared) ++enough;
  if (sharing[enough] == 0) return matches;
  const std::vector<uint64_t> own = shingles_of(text.words);
  size_t compared = 0;
  for (size_t number = 0; number < texts_.size() && compared < kMostCompared; ++number) {
    if (shared[number] < enough) continue;
    ++compared;
    const uint32_t percent = likeness_of(own, text.words, texts_[number].words);
    if (percent < min_percent) continue;
    auto place = matches.begin();
    while (place != matches.end() && place->percent >= percent) ++place;
    matches.insert(place, {texts_[number].id, percent});
  }
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace botschaft::match

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

uint32_t hash_of(std::string_view shingle) {
  uint64_t hash = 14695981039346656037u;
  for (const char c : shingle) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  // The high bits depend on every byte; the multiplication spreads them.
  return static_cast<uint32_t>((hash ^ hash >> 29) * 0xBF58476D1CE4E5B9u >> 32);
}

// Calls back with the hash of every shingle.
template <typename Callback>
void for_each_shingle(std::string_view words, Callback callback) {
  size_t starts[kShingle] = {};  // of the last characters, in turn
  size_t count = 0;
  for (size_t at = 0; at < words.size();) {
    starts[count++ % kShingle] = at;
    at += decode(words, at).size;
    if (count >= kShingle) callback(hash_of(words.substr(starts[count % kShingle], at - starts[count % kShingle])));
  }
}

std::vector<uint32_t> shingles_of(std::string_view words) {
  std::vector<uint32_t> hashes;
  hashes.reserve(words.size());
  for_each_shingle(words, [&](uint32_t hash) { hashes.push_back(hash); });
  sort_stably(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

uint32_t likeness_of(const std::vector<uint32_t>& a, std::string_view a_words, std::string_view b_words) {
  if (a_words == b_words) return 100;
  const std::vector<uint32_t> b = shingles_of(b_words);
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
  const auto number = static_cast<uint32_t>(texts_.size());
  for (size_t i = 0; i < comparable.sampled; ++i) entries_.push_back({comparable.sample[i], number});
  texts_.push_back({std::move(comparable.words), id});
}

void SimilarTexts::finish() {
  sort_stably(entries_,
              [](const Entry& a, const Entry& b) { return a.hash != b.hash ? a.hash < b.hash : a.text < b.text; });
}

std::vector<SimilarTexts::Match> SimilarTexts::find(const ComparableText& text, uint32_t min_percent,
                                                    size_t limit) const {
  std::vector<Match> matches;
  if (!text.is_long_enough() || texts_.empty()) return matches;
  const size_t enough = std::min(kFewestShared, text.sampled);
  std::vector<uint16_t> shared(texts_.size(), 0);
  std::vector<uint32_t> candidates;
  for (size_t i = 0; i < text.sampled; ++i) {
    auto entry = std::lower_bound(entries_.begin(), entries_.end(), text.sample[i],
                                  [](const Entry& a, uint32_t hash) { return a.hash < hash; });
    for (; entry != entries_.end() && entry->hash == text.sample[i]; ++entry) {
      if (++shared[entry->text] == enough) candidates.push_back(entry->text);
    }
  }
  if (candidates.empty()) return matches;
  sort_stably(candidates,
              [&](uint32_t a, uint32_t b) { return shared[a] != shared[b] ? shared[a] > shared[b] : a < b; });
  if (candidates.size() > kMostCompared) candidates.resize(kMostCompared);
  const std::vector<uint32_t> own = shingles_of(text.words);
  for (const uint32_t candidate : candidates) {
    const uint32_t percent = likeness_of(own, text.words, texts_[candidate].words);
    if (percent >= min_percent) matches.push_back({texts_[candidate].id, percent});
  }
  sort_stably(matches, [](const Match& a, const Match& b) { return a.percent > b.percent; });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

}  // namespace botschaft::match

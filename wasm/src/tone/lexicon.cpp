#include "tone/lexicon.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace botschaft::tone {
namespace {

constexpr uint64_t kSeed = 0xCBF29CE484222325u;

// FNV-1a's step.
uint64_t step(uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
}

uint64_t step(uint64_t hash, std::string_view text) {
  for (const char c : text) hash = step(hash, c);
  return hash;
}

// Never 0, which marks a free slot; FNV's high bits are spread to where slots are chosen.
uint64_t key_of(uint64_t hash) {
  const uint64_t key = hash ^ hash >> 29;
  return key == 0 ? 1 : key;
}

// A longer word is none, and a phrase of more tokens is not in any list.
constexpr size_t kLongestWord = 64;
constexpr size_t kMostTokens = 8;
// A shorter stem would find half the dictionary.
constexpr size_t kShortestStem = 2;

// Endings of inflection, German (adjectives, verbs, nouns) and English.
constexpr std::string_view kEndings[] = {
    "e",    "en",   "er",   "es",   "em",   "n",    "s",     "t",     "st",    "te",    "ten",   "tes",  "ter",
    "tem",  "et",   "ete",  "eten", "end",  "ende", "enden", "ender", "endes", "endem", "ere",   "eren", "erer",
    "eres", "erem", "ste",  "sten", "ster", "stes", "stem",  "este",  "esten", "ester", "estes", "test", "nd",
    "ed",   "ing",  "ings", "d",    "ly",   "est",  "r",     "in",    "innen", "rn",    "ern",   "'s",
};

bool is_ending(std::string_view rest) {
  return std::find(std::begin(kEndings), std::end(kEndings), rest) != std::end(kEndings);
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void append_form(std::string& out, std::string_view written) {
  const size_t before = out.size();
  for (const char c : written) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.resize(before);
      out += text::flat_form(text::folded_form(written));
      return;
    }
    out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c));
  }
}

}  // namespace

Forms::Forms(std::string_view text, const std::vector<text::Token>& tokens) {
  all_.reserve(text.size() + text.size() / 16);
  ends_.reserve(tokens.size() + 1);
  ends_.push_back(0);
  for (const text::Token& token : tokens) {
    append_form(all_, token.span.in(text));
    ends_.push_back(static_cast<uint32_t>(all_.size()));
  }
}

const Lexicon::Slot* Lexicon::find_slot(uint64_t key) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = key & mask;; at = (at + 1) & mask) {
    if (slots_[at].key == key) return &slots_[at];
    if (slots_[at].key == 0) return nullptr;
  }
}

void Lexicon::grow() {
  std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(std::max<size_t>(4096, slots_.size() * 2)));
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.key == 0) continue;
    size_t at = slot.key & mask;
    while (slots_[at].key != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

Lexicon::Slot& Lexicon::slot_for(uint64_t key) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  const size_t mask = slots_.size() - 1;
  size_t at = key & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  if (slots_[at].key == 0) ++used_;
  slots_[at].key = key;
  return slots_[at];
}

void Lexicon::add_entry(std::string_view word, Entry entry) {
  uint64_t hash = kSeed;
  if (is_plain(word)) {
    hash = step(hash, word);
  } else {
    const std::vector<text::Token> tokens = text::tokenize(word);
    if (tokens.empty() || tokens.size() > kMostTokens) return;
    const Forms forms(word, tokens);
    for (size_t token = 0; token < tokens.size(); ++token) {
      if (token > 0) {
        slot_for(key_of(hash)).has |= kContinues;
        hash = step(hash, ' ');
      }
      hash = step(hash, forms.of(token));
    }
  }
  Slot& slot = slot_for(key_of(hash));
  slot.has = static_cast<uint8_t>(slot.has | 1U << static_cast<int>(entry.end));
  entry.next = slot.first;
  entries_.push_back(entry);
  slot.first = static_cast<uint32_t>(entries_.size());
}

void Lexicon::add(Group group, std::string words) {
  const auto number = static_cast<uint16_t>(groups_.size());
  groups_.push_back(std::move(group));
  words_.push_back(std::move(words));
  const std::string_view all = words_.back();
  for (size_t begin = 0; begin < all.size();) {
    const size_t end = std::min(all.find('|', begin), all.size());
    const std::string_view item = all.substr(begin, end - begin);
    const std::string_view written = item.substr(0, item.find('>'));
    const char mark = written.empty() ? ' ' : written.back();
    const End how = mark == '~' ? End::kInflected : mark == '*' ? End::kOpen : End::kExact;
    const std::string_view word = how == End::kExact ? written : written.substr(0, written.size() - 1);
    if (!word.empty())
      add_entry(word, {static_cast<uint32_t>(begin), 0, static_cast<uint16_t>(item.size()), number, how});
    begin = end + 1;
  }
}

void Lexicon::collect(const Slot& slot, End end, uint32_t token, size_t stem_bytes, std::vector<Match>& matches) const {
  for (uint32_t entry = slot.first; entry != 0; entry = entries_[entry - 1].next) {
    if (entries_[entry - 1].end == end) matches.push_back({entry - 1, token, static_cast<uint32_t>(stem_bytes)});
  }
}

void Lexicon::find(const Forms& forms, size_t token, size_t end, std::vector<Match>& matches) const {
  matches.clear();
  if (slots_.empty()) return;
  uint64_t hash = kSeed;
  for (size_t at = token; at < end; ++at) {
    const std::string_view word = forms.of(at);
    if (word.size() > kLongestWord) return;
    const size_t before = matches.size();
    for (size_t size = 1; size <= word.size(); ++size) {
      hash = step(hash, word[size - 1]);
      if (size < kShortestStem && size < word.size()) continue;
      const Slot* slot = find_slot(key_of(hash));
      const auto has = [slot](End how) { return (slot->has >> static_cast<int>(how) & 1) != 0; };
      if (slot != nullptr) {
        const bool whole = size == word.size();
        const auto last = static_cast<uint32_t>(at);
        if (whole && has(End::kExact)) collect(*slot, End::kExact, last, size, matches);
        if (has(End::kInflected) && (whole || is_ending(word.substr(size))))
          collect(*slot, End::kInflected, last, size, matches);
        if (has(End::kOpen)) collect(*slot, End::kOpen, last, size, matches);
      }
      if (size < word.size()) continue;
      if (matches.size() > before)  // they reach further than those before
        matches.erase(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(before));
      if (slot == nullptr || (slot->has & kContinues) == 0) return;
    }
    hash = step(hash, ' ');
  }
}

std::string_view Lexicon::entry_text(uint32_t entry) const {
  const Entry& found = entries_[entry];
  const std::string_view item = std::string_view(words_[found.group]).substr(found.begin, found.size);
  return item.substr(0, item.find('>'));
}

std::vector<std::string> Lexicon::instead_of(uint32_t entry, std::string_view ending) const {
  const Entry& found = entries_[entry];
  std::string_view item = std::string_view(words_[found.group]).substr(found.begin, found.size);
  std::vector<std::string> all;
  const size_t arrow = item.find('>');
  if (arrow == std::string_view::npos) return all;
  item.remove_prefix(arrow + 1);
  while (!item.empty()) {
    const size_t slash = std::min(item.find('/'), item.size());
    std::string_view instead = item.substr(0, slash);
    item.remove_prefix(std::min(slash + 1, item.size()));
    const bool takes_ending = !instead.empty() && instead.back() == '~';
    if (takes_ending) instead.remove_suffix(1);
    // An ending that nobody takes over would leave a word in the wrong form.
    if (!takes_ending && !ending.empty()) continue;
    if (!instead.empty()) all.push_back(std::string(instead) + std::string(takes_ending ? ending : ""));
  }
  return all;
}

}  // namespace botschaft::tone

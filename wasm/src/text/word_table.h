// A look-up from words to values that the compiler builds: open addressing, nothing allocated, nothing done at start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace botschaft::text {

inline constexpr uint32_t kWordHashStart = 2166136261u;
constexpr uint32_t next_word_hash(uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619u; }
constexpr uint32_t word_hash(std::string_view word) {
  uint32_t hash = kWordHashStart;
  for (const char c : word) hash = next_word_hash(hash, c);
  return hash;
}

// Calls back for each word of a list with single spaces between.
template <typename Callback>
constexpr void for_each_word(std::string_view words, Callback callback) {
  while (!words.empty()) {
    const size_t space = words.find(' ');
    callback(words.substr(0, space));
    words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
  }
}

// kSlots is a power of two, and at most half of them get filled, so that a search soon ends.
template <typename Value, size_t kSlots>
class WordTable {
  static_assert((kSlots & (kSlots - 1)) == 0);

 public:
  // The value of `word`, made when it is new.
  constexpr Value& operator[](std::string_view word) {
    Entry& entry = entries_[slot_of(word, word_hash(word))];
    entry.word = word;
    return entry.value;
  }

  // Null where the word is not there. `hash` is its word_hash.
  [[nodiscard]] constexpr const Value* find(std::string_view word, uint32_t hash) const {
    const Entry& entry = entries_[slot_of(word, hash)];
    return entry.word.empty() ? nullptr : &entry.value;
  }
  [[nodiscard]] constexpr const Value* find(std::string_view word) const { return find(word, word_hash(word)); }

 private:
  struct Entry {
    std::string_view word;
    Value value{};
  };

  [[nodiscard]] constexpr size_t slot_of(std::string_view word, uint32_t hash) const {
    size_t slot = (hash ^ hash >> 15) % kSlots;
    while (!entries_[slot].word.empty() && entries_[slot].word != word) slot = (slot + 1) % kSlots;
    return slot;
  }

  std::array<Entry, kSlots> entries_{};
};

}  // namespace botschaft::text

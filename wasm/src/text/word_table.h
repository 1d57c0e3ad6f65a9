// A look-up from words to values that the compiler builds: open addressing, nothing allocated, nothing done at start.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace botschaft::text {

inline constexpr uint32_t kWordHashStart = 2166136261u;
constexpr uint32_t next_word_hash(uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}
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

// Values of words by the words' hashes. The words themselves are not kept, which saves two thirds of the room: a word
// that is not known has the hash of one that is once in 2^32 / kMost times. kMost counts a word as often as it is
// added.
template <typename Value, size_t kMost, size_t kBucketBits>
class HashedWords {
 public:
  // `fill` is called twice with add(word, value), which it calls for each word; values, none of them 0, of the same
  // word are joined by |. More words than kMost do not compile.
  template <typename Fill>
  explicit constexpr HashedWords(Fill fill) {
    // Hashes with the same first bits stand together: count them, then fill.
    fill([this](std::string_view word, Value) { starts_[bucket(word_hash(word)) + 1]++; });
    for (size_t i = 1; i < starts_.size(); i++) starts_[i] = static_cast<uint16_t>(starts_[i] + starts_[i - 1]);
    fill([this](std::string_view word, Value value) {
      const uint32_t hash = word_hash(word);
      size_t at = starts_[bucket(hash)];
      while (values_[at] != 0 && hashes_[at] != hash) at++;
      hashes_[at] = hash;
      values_[at] = static_cast<Value>(values_[at] | value);
    });
  }

  // 0 where the word is not known. `hash` is its word_hash.
  [[nodiscard]] constexpr Value find(uint32_t hash) const {
    for (size_t at = starts_[bucket(hash)]; at < starts_[bucket(hash) + 1]; at++) {
      if (hashes_[at] == hash) return values_[at];
    }
    return 0;
  }
  [[nodiscard]] constexpr Value find(std::string_view word) const { return find(word_hash(word)); }

 private:
  static constexpr size_t bucket(uint32_t hash) { return hash >> (32 - kBucketBits); }

  std::array<uint16_t, (size_t{1} << kBucketBits) + 1> starts_{};
  std::array<uint32_t, kMost> hashes_{};
  std::array<Value, kMost> values_{};
};

inline constexpr size_t kNoWord = 0xFFFF;

// kSlots is a power of two, larger than kCapacity, so that a search soon ends. More words than kCapacity do not
// compile.
template <typename Value, size_t kCapacity, size_t kSlots>
class WordTable {
  static_assert((kSlots & (kSlots - 1)) == 0 && kCapacity < kSlots && kCapacity < kNoWord);

 public:
  // The place of `word`, where it is put when it is new.
  constexpr uint16_t place(std::string_view word) {
    const size_t slot = slot_of(word, word_hash(word));
    if (slots_[slot] == 0) {
      entries_[count_].word = word;
      slots_[slot] = static_cast<uint16_t>(++count_);
    }
    return static_cast<uint16_t>(slots_[slot] - 1);
  }
  constexpr Value& operator[](std::string_view word) { return entries_[place(word)].value; }

  [[nodiscard]] constexpr std::string_view word_at(uint16_t place) const { return entries_[place].word; }

  // Null where the word is not there. `hash` is its word_hash.
  [[nodiscard]] constexpr const Value* find(std::string_view word, uint32_t hash) const {
    const uint16_t number = slots_[slot_of(word, hash)];
    return number == 0 ? nullptr : &entries_[number - 1u].value;
  }
  [[nodiscard]] constexpr const Value* find(std::string_view word) const { return find(word, word_hash(word)); }

 private:
  struct Entry {
    std::string_view word;
    Value value{};
  };

  [[nodiscard]] constexpr size_t slot_of(std::string_view word, uint32_t hash) const {
    size_t slot = (hash ^ hash >> 15) % kSlots;
    while (slots_[slot] != 0 && entries_[slots_[slot] - 1u].word != word) slot = (slot + 1) % kSlots;
    return slot;
  }

  size_t count_ = 0;
  std::array<uint16_t, kSlots> slots_{};  // an entry's place and 1 more; 0 where nothing is
  std::array<Entry, kCapacity> entries_{};
};

}  // namespace botschaft::text

// How much work trying packs out may be. Counted in bytes of text, not in time, so that it ends at the same place on
// every machine and in both builds.
#pragma once

#include <cstddef>

namespace botschaft::engine {

class Effort {
 public:
  // `most`: about 13 million are a second natively.
  explicit Effort(size_t most) : left_(most) {}

  // For checking a text of so many bytes, in which so many phrases occurred, by so many rules that look at every text.
  void spend(size_t bytes, size_t occurrences, size_t rules) {
    const size_t spent = kPerText + bytes + occurrences * kPerOccurrence + rules * kPerRule;
    left_ -= left_ < spent ? left_ : spent;
  }
  [[nodiscard]] bool is_spent() const { return left_ == 0; }

 private:
  // What these take as long as, in bytes of text.
  static constexpr size_t kPerText = 64;
  static constexpr size_t kPerOccurrence = 8;
  static constexpr size_t kPerRule = 1;

  size_t left_;
};

}  // namespace botschaft::engine

// Where phrases are fine: the exceptions found in a draft, asked whether they cover a match.
#pragma once

#include <vector>

#include "check/kinds.h"

namespace botschaft::check {

class Exceptions {
 public:
  Exceptions() = default;
  // In any order. An exception's number is that of the phrase it belongs to, or kEveryPhrase.
  explicit Exceptions(std::vector<Found> found);

  // Costs the few exceptions near the match: a long paste may be full of both.
  [[nodiscard]] bool cover(const Found& match) const;

 private:
  std::vector<Found> found_;  // by first token
  uint32_t longest_ = 0;      // tokens of the longest, less one
};

}  // namespace botschaft::check

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

  // Costs little, however many there are of both: a long paste may be full of them.
  [[nodiscard]] bool cover(const Found& match) const;

 private:
  [[nodiscard]] bool covered_by(uint32_t number, const Found& match) const;

  // By number, then by first token. `last_token` is the farthest that any of this number reaches which begins no later.
  std::vector<Found> found_;
};

}  // namespace botschaft::check

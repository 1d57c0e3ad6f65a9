// The company's own disclaimers: no rule objects to them, however they are wrapped and whatever quotation marks and
// dashes they have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/draft.h"

namespace botschaft::check {

class Disclaimers {
 public:
  // Adds one, and tells how it begins: the words to look for in a draft. They are empty where the text has no words.
  [[nodiscard]] std::string add(std::string_view text);

  // A place where the words of `add` were found.
  struct Opening {
    uint32_t first_token;
    uint32_t number;  // of the disclaimer, in the order of adding
  };
  // Where whole disclaimers stand, with the punctuation that touches them; in order, none overlapping. Compares word by
  // word through hashes, which costs the draft's words once.
  [[nodiscard]] std::vector<Span> find(const Draft& draft, const std::vector<Opening>& openings) const;

 private:
  struct Text {
    size_t words;
    uint64_t hash;   // of all of them
    uint64_t power;  // what a hash is multiplied with when so many words follow
  };
  std::vector<Text> texts_;
};

}  // namespace botschaft::check

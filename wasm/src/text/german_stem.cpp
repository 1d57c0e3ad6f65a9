#include "text/german_stem.h"

#include "text/snowball.h"

namespace botschaft::text {

std::string german_stem(std::string_view folded, bool flat) {
  (void)flat;
  return snowball_german(folded);
}

}  // namespace botschaft::text

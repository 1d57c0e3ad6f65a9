// Small questions about words and lists of them, for the stemmers.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace botschaft::text {

[[nodiscard]] inline bool is_one_of(std::string_view word, const auto& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// As starts_with and ends_with, but quick to say no, which is nearly always the answer.
[[nodiscard]] inline bool begins(std::string_view word, std::string_view part) {
  return !word.empty() && word.front() == part.front() && word.starts_with(part);
}
[[nodiscard]] inline bool ends(std::string_view word, std::string_view part) {
  return !word.empty() && word.back() == part.back() && word.ends_with(part);
}

}  // namespace botschaft::text

// Finds patterns in a text whose words, links and sentences are known. The work is bounded whatever pattern and text
// are.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "pattern_program.h"

namespace botschaft::patterns {

// A match is at most this long, in bytes: the text is searched in windows of twice as much, so that finding all matches
// costs what the text costs, and not its square.
inline constexpr size_t kLongestMatch = 2'000;
// All windows of one search together, in bytes; beyond it the search ends.
inline constexpr size_t kMostSearched = size_t{256} << 20;
// At most this many matches.
inline constexpr size_t kMostHits = 10'000;
// How far beside a match its neighbours are looked for, in bytes.
inline constexpr size_t kNeighbourhood = 256;

struct PatternHit {
  uint32_t pattern;
  Span span;
  std::vector<Span> groups;  // 1 to 9; one that took no part is empty
};

// Spans are in bytes, sorted, and do not overlap.
struct SearchedText {
  std::string_view text;
  std::vector<Span> words;
  std::vector<Span> links;
  std::vector<Span> sentences;
};

class PatternSearch {
 public:
  explicit PatternSearch(const SearchedText& text);

  void find(uint32_t number, const PatternProgram& program);

  [[nodiscard]] const std::vector<PatternHit>& hits() const { return hits_; }
  // Whether a bound was met, so that there may be more.
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  // A stretch between links, and the unit it lies in.
  struct Stretch {
    std::string_view unit;
    size_t unit_begin;
    size_t begin;  // bytes in the unit
    size_t end;
  };

  void find_in_unit(uint32_t number, const PatternProgram& program, Span unit);
  void find_in(uint32_t number, const PatternProgram& program, const Stretch& stretch);
  [[nodiscard]] bool is_edge(size_t place) const { return inside_word_.empty() || !inside_word_[place]; }
  // The same match, or another that begins there and ends at a word's edge; empty where there is none.
  [[nodiscard]] Span at_edges(const PatternProgram& program, const Stretch& stretch, Span match,
                              size_t window_end) const;
  [[nodiscard]] bool has_right_neighbours(const PatternProgram& program, const Stretch& stretch, Span match) const;
  [[nodiscard]] const std::vector<Span>& units(match::PatternUnit unit);

  const SearchedText& searched_;
  std::vector<bool> inside_word_;  // by byte: not at a word's edge
  std::vector<Span> whole_;
  std::vector<Span> lines_;
  std::vector<Span> paragraphs_;
  std::vector<Span> headings_;
  std::vector<PatternHit> hits_;
  size_t searched_bytes_ = 0;
  bool gave_up_ = false;
};

}  // namespace botschaft::patterns

#include "pattern_search.h"

#include <algorithm>

namespace botschaft::patterns {
namespace {

using re2::RE2;
using re2::StringPiece;

constexpr size_t kWindow = 2 * kLongestMatch;
constexpr int kMostGroups = 10;  // the match itself, and 1 to 9
constexpr int kMostEdgesTried = 16;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// The edge of a character at or before `place`.
size_t character_edge(std::string_view text, size_t place) {
  while (place > 0 && place < text.size() && is_continuation(text[place])) --place;
  return place;
}

size_t next_character(std::string_view text, size_t place) {
  ++place;
  while (place < text.size() && is_continuation(text[place])) ++place;
  return place;
}

StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

// A line's end without its break; `next` is where the next line begins.
size_t line_end(std::string_view text, size_t begin, size_t& next) {
  const size_t end = std::min(text.find('\n', begin), text.size());
  next = std::min(end + 1, text.size());
  return end > begin && text[end - 1] == '\r' ? end - 1 : end;
}

// Behind the marks of a Markdown heading, or the line's end where it is none.
size_t behind_heading_marks(std::string_view text, Span line) {
  size_t place = line.begin;
  while (place < line.end && text[place] == '#' && place - line.begin < 7) ++place;
  const size_t marks = place - line.begin;
  if (marks == 0 || marks > 6 || place == line.end || text[place] != ' ') return line.end;
  while (place < line.end && text[place] == ' ') ++place;
  return place;
}

}  // namespace

PatternSearch::PatternSearch(const SearchedText& text) : searched_(text), whole_{{0, text.text.size()}} {
  inside_word_.assign(text.text.size() + 1, false);
  for (const Span word : text.words) {
    for (size_t place = word.begin + 1; place < std::min(word.end, text.text.size()); ++place)
      inside_word_[place] = true;
  }
}

const std::vector<Span>& PatternSearch::units(match::PatternUnit unit) {
  if (unit == match::PatternUnit::kText) return whole_;
  if (unit == match::PatternUnit::kSentence) return searched_.sentences;
  if (lines_.empty()) {
    const std::string_view text = searched_.text;
    bool goes_on = false;
    for (size_t begin = 0, next = 0; begin < text.size(); begin = next) {
      const Span line{begin, line_end(text, begin, next)};
      if (text.find_first_not_of(" \t", line.begin) >= line.end) {
        goes_on = false;
        continue;
      }
      lines_.push_back(line);
      if (const size_t words = behind_heading_marks(text, line); words < line.end)
        headings_.push_back({words, line.end});
      if (goes_on)
        paragraphs_.back().end = line.end;
      else
        paragraphs_.push_back(line);
      goes_on = true;
    }
  }
  if (unit == match::PatternUnit::kLine) return lines_;
  return unit == match::PatternUnit::kHeading ? headings_ : paragraphs_;
}

void PatternSearch::find(uint32_t number, const PatternProgram& program) {
  if (!program.main().ok()) return;
  for (const Span unit : units(program.spec().unit)) find_in_unit(number, program, unit);
}

void PatternSearch::find_in_unit(uint32_t number, const PatternProgram& program, Span unit) {
  const std::string_view text = unit.in(searched_.text);
  size_t begin = unit.begin;
  if (!program.spec().has(match::kPatternSeesLinks)) {
    const auto first = std::lower_bound(searched_.links.begin(), searched_.links.end(), unit.begin,
                                        [](const Span& link, size_t place) { return link.end <= place; });
    for (auto link = first; link != searched_.links.end() && link->begin < unit.end; ++link) {
      if (link->begin > begin)
        find_in(number, program, {text, unit.begin, begin - unit.begin, link->begin - unit.begin});
      begin = std::max(begin, link->end);
    }
  }
  if (begin < unit.end) find_in(number, program, {text, unit.begin, begin - unit.begin, unit.end - unit.begin});
}

Span PatternSearch::at_edges(const PatternProgram& program, const Stretch& stretch, Span match,
                             size_t window_end) const {
  if (is_edge(stretch.unit_begin + match.end)) return match;
  StringPiece found;
  size_t end = window_end;
  for (int tries = 0; tries < kMostEdgesTried && end > match.begin; ++tries) {
    if (!program.longest().Match(piece(stretch.unit), match.begin, end, RE2::ANCHOR_START, &found, 1)) break;
    end = match.begin + found.size();
    if (is_edge(stretch.unit_begin + end)) return {match.begin, end};
    while (end > match.begin && !is_edge(stretch.unit_begin + end)) --end;
  }
  return {match.begin, match.begin};
}

bool PatternSearch::has_right_neighbours(const PatternProgram& program, const Stretch& stretch, Span match) const {
  using match::PatternSide;
  const std::string_view unit = stretch.unit;
  for (size_t number = 0; number < match::kPatternSides; ++number) {
    const auto side = static_cast<PatternSide>(number);
    const RE2* neighbours = program.side(side);
    if (neighbours == nullptr || !neighbours->ok()) continue;
    const bool wanted = side == PatternSide::kBefore || side == PatternSide::kAfter;
    bool found;
    if (side == PatternSide::kUnless) {
      found = neighbours->Match(piece(match.in(unit)), 0, match.size(), RE2::ANCHOR_BOTH, nullptr, 0);
    } else if (side == PatternSide::kBefore || side == PatternSide::kNotBefore) {
      const size_t end = character_edge(unit, std::min(unit.size(), match.end + kNeighbourhood));
      found = neighbours->Match(piece(unit), match.end, end, RE2::ANCHOR_START, nullptr, 0);
    } else {
      const size_t begin = match.begin > kNeighbourhood ? character_edge(unit, match.begin - kNeighbourhood) : 0;
      found = neighbours->Match(piece(unit.substr(0, match.begin)), begin, match.begin, RE2::UNANCHORED, nullptr, 0);
    }
    if (found != wanted) return false;
  }
  return true;
}

void PatternSearch::find_in(uint32_t number, const PatternProgram& program, const Stretch& stretch) {
  const std::string_view unit = stretch.unit;
  const RE2& pattern = program.main();
  const bool gives_groups = program.spec().has(match::kPatternGivesGroups);
  const int groups = gives_groups ? std::min(pattern.NumberOfCapturingGroups() + 1, kMostGroups) : 1;
  const bool is_word = program.spec().has(match::kPatternIsWord);
  StringPiece found[kMostGroups];
  size_t at = stretch.begin;
  while (at < stretch.end && !gave_up_) {
    const size_t window_end = character_edge(unit, std::min(stretch.end, at + kWindow));
    searched_bytes_ += window_end - at;
    if (searched_bytes_ > kMostSearched || hits_.size() >= kMostHits) {
      gave_up_ = true;
      return;
    }
    const bool whole = window_end == stretch.end;
    if (!pattern.Match(piece(unit), at, window_end, RE2::UNANCHORED, found, groups)) {
      if (whole) return;
      at = character_edge(unit, at + kLongestMatch);
      continue;
    }
    const size_t begin = static_cast<size_t>(found[0].data() - unit.data());
    Span match{begin, begin + found[0].size()};
    if (!whole && begin >= at + kLongestMatch) {  // it may go on behind the window
      at = begin;
      continue;
    }
    if (match.empty()) {
      at = next_character(unit, std::max(at, begin));
      continue;
    }
    if (is_word) {
      if (is_edge(stretch.unit_begin + begin)) match = at_edges(program, stretch, match, window_end);
      if (match.empty() || !is_edge(stretch.unit_begin + begin)) {
        for (at = begin + 1; at < stretch.end && !is_edge(stretch.unit_begin + at);) ++at;
        continue;
      }
      // The groups of another match are others.
      if (match.size() != found[0].size() && groups > 1)
        (void)program.longest().Match(piece(unit), match.begin, match.end, RE2::ANCHOR_BOTH, found, groups);
    }
    at = match.end;
    if (!has_right_neighbours(program, stretch, match)) continue;
    PatternHit hit{number, {stretch.unit_begin + match.begin, stretch.unit_begin + match.end}, {}};
    for (int group = 1; group < groups; ++group) {
      const size_t place = found[group].data() == nullptr ? 0 : static_cast<size_t>(found[group].data() - unit.data());
      hit.groups.push_back({stretch.unit_begin + place, stretch.unit_begin + place + found[group].size()});
    }
    hits_.push_back(std::move(hit));
  }
}

}  // namespace botschaft::patterns

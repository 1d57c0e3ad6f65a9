#include "text/unicode.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/utf8.h"
#include "text/normalize.h"
#include "text/properties.h"

namespace botschaft::text {
namespace {

// Code points `stride` apart, whose target is `delta` away.
struct MappingRun {
  char32_t first;
  char32_t last;
  uint32_t stride;
  int32_t delta;
};

struct ShortComposition {
  uint16_t base;
  uint16_t mark;
  uint16_t composed;
};

struct LongComposition {
  char32_t base;
  char32_t mark;
  char32_t composed;
};

struct Exclusion {
  char32_t composed;
  char32_t first;
  char32_t second;
};

#include "unicode_tables.inc"

constexpr const Properties& looked_up(char32_t c) {
  const uint32_t branch = static_cast<uint32_t>(kBranchOf[c >> (kLeafBits + kBranchBits)]) << kBranchBits;
  const uint32_t leaf = static_cast<uint32_t>(kLeafOf[branch | (c >> kLeafBits & ((1u << kBranchBits) - 1))])
                        << kLeafBits;
  return kRecords[kRecordOf[leaf | (c & ((1u << kLeafBits) - 1))]];
}

template <size_t kSize>
char32_t mapped(const MappingRun (&runs)[kSize], char32_t c, char32_t otherwise) {
  const MappingRun* run = std::upper_bound(std::begin(runs), std::end(runs), c,
                                           [](char32_t value, const MappingRun& other) { return value < other.first; });
  if (run == std::begin(runs)) return otherwise;
  run--;
  if (c > run->last || (c - run->first) % run->stride != 0) return otherwise;
  return static_cast<char32_t>(static_cast<int32_t>(c) + run->delta);
}

struct Lookalike {
  char32_t letter;
  char latin;
};

// Letters that common sans-serif fonts draw like the Latin one, sorted. A choice of our own: letters that differ at a
// second look (и, я, ω) are left out, because words in Cyrillic or Greek are full of them.
constexpr Lookalike kLookalikes[] = {
    {0x037F, 'J'}, {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'},
    {0x039A, 'K'}, {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'},
    {0x03A7, 'X'}, {0x03B1, 'a'}, {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03BD, 'v'}, {0x03BF, 'o'}, {0x03C1, 'p'},
    {0x03C5, 'u'}, {0x03C7, 'x'}, {0x03F2, 'c'}, {0x03F3, 'j'}, {0x03F9, 'C'}, {0x0405, 'S'}, {0x0406, 'I'},
    {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'},
    {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'}, {0x0425, 'X'}, {0x042C, 'b'},
    {0x0430, 'a'}, {0x0435, 'e'}, {0x043A, 'k'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x0474, 'V'}, {0x0475, 'v'}, {0x04AE, 'Y'},
    {0x04AF, 'y'}, {0x04BB, 'h'}, {0x04C0, 'I'}, {0x04CF, 'l'}, {0x0501, 'd'}, {0x050C, 'G'}, {0x051A, 'Q'},
    {0x051B, 'q'}, {0x051C, 'W'}, {0x051D, 'w'},
};

// Hangul syllables are composed by arithmetic (Unicode 15, 3.12).
constexpr char32_t kSyllables = 0xAC00, kLeading = 0x1100, kVowels = 0x1161, kTrailing = 0x11A7;
constexpr char32_t kLeadingCount = 19, kVowelCount = 21, kTrailingCount = 28;
constexpr char32_t kSyllableCount = kLeadingCount * kVowelCount * kTrailingCount;

char32_t compose_hangul(char32_t base, char32_t mark) {
  if (base - kLeading < kLeadingCount && mark - kVowels < kVowelCount) {
    return kSyllables + ((base - kLeading) * kVowelCount + (mark - kVowels)) * kTrailingCount;
  }
  const bool is_lv = base - kSyllables < kSyllableCount && (base - kSyllables) % kTrailingCount == 0;
  if (is_lv && mark > kTrailing && mark < kTrailing + kTrailingCount) return base + (mark - kTrailing);
  return 0;
}

Decomposition decompose_hangul(char32_t c) {
  const char32_t index = c - kSyllables;
  const char32_t trailing = index % kTrailingCount;
  if (trailing != 0) return {c - trailing, kTrailing + trailing};
  return {kLeading + index / (kVowelCount * kTrailingCount), kVowels + index / kTrailingCount % kVowelCount};
}

}  // namespace

constexpr std::array<Properties, 128> kAsciiProperties = [] {
  std::array<Properties, 128> properties{};
  for (char32_t c = 0; c < 0x80; c++) properties[c] = looked_up(c);
  return properties;
}();

const Properties& properties_beyond_ascii(char32_t c) {
  return looked_up(c > 0x10FFFF ? kReplacementCharacter : c);
}

bool is_letter(char32_t c) {
  return properties_of(c).has(kLetter);
}
bool is_digit(char32_t c) {
  return properties_of(c).has(kDigit);
}
bool is_mark(char32_t c) {
  return properties_of(c).has(kMark);
}
bool is_white_space(char32_t c) {
  return properties_of(c).has(kWhiteSpace);
}
bool is_upper(char32_t c) {
  return properties_of(c).has(kUppercase);
}
bool is_lower(char32_t c) {
  return properties_of(c).has(kLowercase);
}
bool is_ignorable(char32_t c) {
  return properties_of(c).has(kIgnorable);
}
Script script_of(char32_t c) {
  return static_cast<Script>(properties_of(c).script);
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  return mapped(kToLower, c, c);
}

char32_t to_upper(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 0x20 : c;
  return mapped(kToUpper, c, c);
}

char32_t compose(char32_t base, char32_t mark) {
  const auto find = [base, mark](const auto& table) -> char32_t {
    const auto* found = std::lower_bound(std::begin(table), std::end(table), 0, [base, mark](const auto& entry, int) {
      return entry.base != base ? entry.base < base : entry.mark < mark;
    });
    const bool is_it = found != std::end(table) && found->base == base && found->mark == mark;
    return is_it ? found->composed : 0;
  };
  if (base > 0xFFFF) return find(kLongCompositions);
  if (const char32_t syllable = compose_hangul(base, mark)) return syllable;
  return find(kCompositions);
}

Decomposition decompose(char32_t c) {
  if (!properties_of(c).has(kNormalizes) && c < 0xC0) return {0, 0};
  if (c - kSyllables < kSyllableCount) return decompose_hangul(c);
  const auto* exclusion =
      std::lower_bound(std::begin(kExclusions), std::end(kExclusions), c,
                       [](const Exclusion& entry, char32_t value) { return entry.composed < value; });
  if (exclusion != std::end(kExclusions) && exclusion->composed == c) return {exclusion->first, exclusion->second};
  if (c > 0xFFFF) {
    for (const LongComposition& entry : kLongCompositions) {
      if (entry.composed == c) return {entry.base, entry.mark};
    }
    return {0, 0};
  }
  const auto* index = std::lower_bound(std::begin(kCompositionsByComposed), std::end(kCompositionsByComposed), c,
                                       [](uint16_t at, char32_t value) { return kCompositions[at].composed < value; });
  if (index == std::end(kCompositionsByComposed)) return {0, 0};
  const ShortComposition& entry = kCompositions[*index];
  if (entry.composed != c) return {0, 0};
  return {entry.base, entry.mark};
}

char32_t plain_of_styled(char32_t c) {
  return c < 0x80 ? 0 : mapped(kStyled, c, 0);
}

char32_t latin_lookalike(char32_t c) {
  const auto* found = std::lower_bound(std::begin(kLookalikes), std::end(kLookalikes), c,
                                       [](const Lookalike& entry, char32_t value) { return entry.letter < value; });
  return found != std::end(kLookalikes) && found->letter == c ? static_cast<char32_t>(found->latin) : 0;
}

}  // namespace botschaft::text

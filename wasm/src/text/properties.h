// The record of properties that every code point has: what the files of this folder share behind unicode.h.
#pragma once

#include <array>
#include <cstdint>

namespace botschaft::text {

// The orders of these enumerations are those of the names in tools/generate-unicode.mjs.
enum class GraphemeBreak : uint8_t {
  kOther,
  kCr,
  kLf,
  kControl,
  kExtend,
  kZwj,
  kRegionalIndicator,
  kPrepend,
  kSpacingMark,
  kL,
  kV,
  kT,
  kLv,
  kLvt
};

enum class WordBreak : uint8_t {
  kOther,
  kCr,
  kLf,
  kNewline,
  kExtend,
  kZwj,
  kFormat,
  kRegionalIndicator,
  kKatakana,
  kHebrewLetter,
  kALetter,
  kSingleQuote,
  kDoubleQuote,
  kMidNumLet,
  kMidLetter,
  kMidNum,
  kNumeric,
  kExtendNumLet,
  kWSegSpace
};

enum class SentenceBreak : uint8_t {
  kOther,
  kCr,
  kLf,
  kSep,
  kExtend,
  kFormat,
  kSp,
  kLower,
  kUpper,
  kOLetter,
  kNumeric,
  kATerm,
  kSContinue,
  kSTerm,
  kClose
};

inline constexpr uint16_t kLetter = 1 << 0;
inline constexpr uint16_t kDigit = 1 << 1;
inline constexpr uint16_t kMark = 1 << 2;
inline constexpr uint16_t kWhiteSpace = 1 << 3;
inline constexpr uint16_t kUppercase = 1 << 4;
inline constexpr uint16_t kLowercase = 1 << 5;
inline constexpr uint16_t kIgnorable = 1 << 6;
inline constexpr uint16_t kExtendedPictographic = 1 << 7;
inline constexpr uint16_t kEmojiPresentation = 1 << 8;
inline constexpr uint16_t kEmoji = 1 << 9;
inline constexpr uint16_t kEmojiModifier = 1 << 10;
// May change under normalisation form C, or may be moved by it.
inline constexpr uint16_t kNormalizes = 1 << 11;

struct Properties {
  uint8_t grapheme;  // all Hangul syllables are kLvt here; segment.cpp tells kLv apart
  uint8_t word;
  uint8_t sentence;
  uint8_t script;
  uint16_t flags;
  uint8_t combining_class;

  [[nodiscard]] bool has(uint16_t flag) const { return (flags & flag) != 0; }
  [[nodiscard]] WordBreak word_break() const { return static_cast<WordBreak>(word); }
  [[nodiscard]] SentenceBreak sentence_break() const { return static_cast<SentenceBreak>(sentence); }
};

extern const std::array<Properties, 128> kAsciiProperties;

[[nodiscard]] const Properties& properties_beyond_ascii(char32_t c);
[[nodiscard]] inline const Properties& properties_of(char32_t c) {
  return c < 0x80 ? kAsciiProperties[c] : properties_beyond_ascii(c);
}

}  // namespace botschaft::text

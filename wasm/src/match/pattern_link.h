// The way from the core to the pattern engine (wasm/patterns). Natively both are one program and this is a call; in the
// browser the engine is a module of its own, and the host carries the bytes across (wasm/abi/pattern_imports.cpp).
//
// What goes across, in the order in which it is written (bytes.h):
//   kRefuse   one pattern                                      → nothing where it is fine; else reason and mend, each
//                                                                first in German
//   kCompile  how many patterns, the patterns                  → handle (big), 1 where sentences are needed
//   kScan     handle (big), the text                           → which patterns may be in it
//   kFind     handle (big), the text, what kScan replied (as a text); then words, links and sentences: how many, and of
//             each its begin and end in bytes
//                                                              → 1 where it took too much and not everything was looked
//                                                                at; then of each hit: pattern, begin, end, how many
//                                                                groups, their begins and ends
//   kDrop     handle (big)                                     → nothing
// A pattern: its text, flags (PatternFlag), within (PatternUnit), how many neighbours, and of each: its side
// (PatternSide), 1 where it is a pattern and 0 where it is words, and its text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace botschaft::match {

enum class PatternCall : uint32_t { kRefuse, kCompile, kScan, kFind, kDrop };

enum PatternFlag : uint32_t {
  kPatternMatchesCase = 1,
  kPatternIsWord = 2,       // begins and ends at words' edges
  kPatternSeesLinks = 4,    // may lie in a link
  kPatternGivesGroups = 8,  // its hits tell where its groups are
};

// The stretch of text that a match must lie in; ^ and $ are its ends.
enum class PatternUnit : uint32_t { kText, kParagraph, kSentence, kLine, kHeading };

// Where words, or a pattern, must or must not be.
enum class PatternSide : uint32_t {
  kBefore,     // the match stands before it
  kNotBefore,  // the match does not stand before it
  kAfter,
  kNotAfter,
  kUnless,  // the match as a whole is not it
};
inline constexpr size_t kPatternSides = 5;

// False where there is no engine, or it failed; then no later call succeeds either.
[[nodiscard]] bool call_patterns(PatternCall call, std::string_view data, std::string& reply);

}  // namespace botschaft::match

// What a tone is measured in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace botschaft::tone {

enum class Dimension : uint8_t {
  kFormality,      // 0 casual, 50 neither, 100 formal
  kFriendliness,   // 0 hostile or negative, 50 neither, 100 warm and positive
  kCertainty,      // 0 hedged, 50 neither, 100 absolute and promising
  kHype,           // 0 none, 100 nothing but superlatives
  kAggression,     // 0 none, 100 abusive
  kJargon,         // 0 none, 100 nothing but buzzwords
  kPlainness,      // reading ease, 0 very hard, 100 very easy
  kInclusiveness,  // 100 nothing outdated or hurtful, less with every such word
  kEnergy,         // 0 calm, 100 loud
  kAddress,        // how a German text addresses its readers: 0 du and ihr, 100 Sie, between them both
};
inline constexpr size_t kDimensionCount = 10;
// The first so many are told by words of a lexicon.
inline constexpr size_t kWordedDimensionCount = 9;

// In the order of the enumeration, as packs, lexicons and answers name them.
inline constexpr std::string_view kDimensionIds[] = {"formality",  "friendliness", "certainty", "hype",
                                                     "aggression", "jargon",       "plainness", "inclusiveness",
                                                     "energy",     "address"};
static_assert(sizeof(kDimensionIds) / sizeof(kDimensionIds[0]) == kDimensionCount);

}  // namespace botschaft::tone

// What the readers of single kinds of check share.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "wire/document.h"

namespace botschaft::wire {

inline constexpr Limits kPhraseText{1, 300};
inline constexpr Limits kManyTexts{0, 20'000};

// What a check says for all its phrases; each phrase may say otherwise.
struct PhraseDefaults {
  bool match_case = false;
  bool inflect = false;
  bool umlauts = false;
  bool compounds = false;
  bool joined = false;
};

// A list of phrases, each a text or an object; at least one.
[[nodiscard]] std::vector<pack::Phrase> read_phrases(const Node& list, const PhraseDefaults& defaults);
// An integer from `min` to `max`.
[[nodiscard]] std::optional<uint32_t> read_count(const Node& node, int64_t min, int64_t max);
// A key that only ever says true; to say the opposite, it is left out.
[[nodiscard]] bool read_true(const Node& node);
// Whether what is found in a certain place counts: "match" (the default) or "ignore".
[[nodiscard]] bool read_matches(const Node& node);
// Says so unless exactly one of `keys` is there.
void expect_exactly_one(const Node& node, std::initializer_list<std::string_view> keys);

// In the order of pack::Group, which has "none" before them.
inline constexpr std::string_view kGroupIds[] = {"tone", "brand", "form", "timing", "law", "confidentiality"};

// Kinds of check with a reader in a file of their own.
[[nodiscard]] pack::Check read_required_check(const Node& node);
[[nodiscard]] pack::Check read_capitalization_check(const Node& node);
[[nodiscard]] pack::Check read_media_check(const Node& node);
[[nodiscard]] pack::Check read_placement_check(const Node& node);
[[nodiscard]] pack::Check read_similarity_check(const Node& node);
[[nodiscard]] pack::Check read_address_check(const Node& node);
[[nodiscard]] pack::Check read_gender_check(const Node& node);
[[nodiscard]] pack::Check read_voice_check(const Node& node);
[[nodiscard]] pack::Check read_calendar_check(const Node& node);
[[nodiscard]] pack::Check read_frequency_check(const Node& node);
[[nodiscard]] pack::Check read_rest_check(const Node& node);
// When an example's author posted and worked before, and what the example is about.
void read_example_history(const Node& node, pack::Example& example);

}  // namespace botschaft::wire

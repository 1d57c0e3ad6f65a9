// Recognising one hashtag, mention or cashtag, by the network's own rules. entities.cpp finds the signs.
#pragma once

#include <string_view>

#include "base/network.h"

namespace botschaft::text {

// `at` is the sign, `name` what stands behind it. Each gives where the entity ends, in bytes; `at` where there is none.
[[nodiscard]] size_t hashtag_end(HashtagStyle style, std::string_view text, size_t at, size_t name, bool behind_emoji);
[[nodiscard]] size_t mention_end(MentionStyle style, std::string_view text, size_t at, size_t name);
// X's ($DBK, $BRK.B) for kTwitterText, Bluesky's ($DBK) for others.
[[nodiscard]] size_t cashtag_end(LinkStyle style, std::string_view text, size_t at);

}  // namespace botschaft::text

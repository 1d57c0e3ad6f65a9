// Reads facts about pictures and videos, as requests and examples give them.
#pragma once

#include <vector>

#include "pack/media.h"
#include "wire/document.h"

namespace botschaft::wire {

// At most this many pictures and videos of one draft.
inline constexpr size_t kMaxMedia = 100;

[[nodiscard]] std::vector<pack::MediaFacts> read_media(const Node& list);

}  // namespace botschaft::wire

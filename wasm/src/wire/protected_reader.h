// Reads a pack's protected topics.
#pragma once

#include <vector>

#include "pack/pack.h"
#include "wire/document.h"

namespace botschaft::wire {

[[nodiscard]] std::vector<pack::ProtectedTopic> read_protected_topics(const Node& list);

}  // namespace botschaft::wire

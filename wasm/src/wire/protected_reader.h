// Reads a pack's protected topics, and the examples of any topic.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.h"
#include "wire/document.h"

namespace botschaft::wire {

// "examples" of a topic, where it has any.
void read_topic_examples(const Node& topic, std::vector<std::string>& about, std::vector<std::string>& not_about);
[[nodiscard]] std::vector<pack::ProtectedTopic> read_protected_topics(const Node& list);

}  // namespace botschaft::wire

// Topics that people may speak of whatever a style guide says: pay, working conditions, the union. Where a draft is
// about one, the groups of rules that the topic silences say nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "check/kinds.h"

namespace botschaft::check {

// A topic in force, and the pack it comes from.
struct CompiledTopic {
  pack::ProtectedTopic topic;
  uint32_t pack = 0;  // index into RuleSet::packs()
};

// Where a phrase of a topic, or one of its exceptions, stands.
struct TopicHit {
  uint32_t topic;
  bool exception;
  Found found;
};

// The topics that the draft is about: those with a phrase that no exception covers. In rising order.
[[nodiscard]] std::vector<uint32_t> topics_of(const std::vector<TopicHit>& hits);

}  // namespace botschaft::check

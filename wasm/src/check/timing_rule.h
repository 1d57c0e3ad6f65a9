// Rules about time as they apply to one draft, and what they come to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pack/pack.h"

namespace botschaft::check {

struct Timing {
  bool good = true;
  std::optional<timing::Moment> next;  // the next minute that every rule about time allows; may be now
  std::vector<std::string> because;    // why it is not good, in a few words for each rule
};

// A rule about time, whose conditions hold for the draft.
struct TimingRule {
  uint32_t rule_index;
  const pack::Rule* rule;
  Level level;  // of its findings: the author's answer may have raised it above the rule's own
  timing::Constraint constraint;
};

}  // namespace botschaft::check

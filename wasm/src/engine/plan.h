// When to post: the next good slots with the reasons for each, and how much of each cap is used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "check/rule_set.h"
#include "timing/plan.h"

namespace botschaft::engine {

struct SlotReason {
  enum class Kind : uint8_t {
    kWindow,  // a window of `rule` is open from `from` to `to` (minutes from midnight)
    kCount,   // it would be post number `count` of `max` in the day, week or month
    kAfter,   // right before it, `rule` or the content itself objected; `name` is the quiet period, where it is one
    kTurn,    // moved by `count` minutes, for colleagues not to post at the same minute
    kFree     // no rule about time holds for the draft
  };
  Kind kind = Kind::kFree;
  const pack::Rule* rule = nullptr;
  timing::Objection::Kind period = timing::Objection::Kind::kDay;  // kCount
  int32_t from = 0;
  int32_t to = 0;
  uint32_t count = 0;
  uint32_t max = 0;
  std::string name;
};

struct PlannedSlot {
  timing::Slot slot;
  std::vector<SlotReason> because;
};

// A cap that holds for the draft now.
struct Cap {
  const pack::Rule* rule;
  timing::Objection::Kind period;  // kDay, kWeek or kMonth
  uint32_t used;
  uint32_t max;
};

struct Plan {
  check::Timing now;
  std::vector<PlannedSlot> slots;
  std::vector<Cap> caps;
};

// `context.now` must be known; `wish.from` is taken from it.
[[nodiscard]] Plan make_plan(const check::RuleSet& rules, const check::Draft& draft, const check::Context& context,
                             timing::PlanWish wish);

}  // namespace botschaft::engine

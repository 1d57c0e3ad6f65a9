// The next good slots for a post: where a person's own lies in each stretch of good time, so that colleagues who share
// the same do not all post at the same minute.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "timing/schedule.h"

namespace botschaft::timing {

struct PlanWish {
  Moment from;
  int32_t days = 14;    // local days, that of `from` included; 1 to kPlanningDays
  size_t count = 5;     // slots at most
  bool spread = false;  // over the first seven days: the slots are taken together, and count towards each other's caps
  uint64_t seed = 0;    // whose slots, see seed_of; 0: nobody's, each at the beginning of its stretch
};

struct Slot {
  Moment at;
  Moment opens;          // where the stretch of good time begins, on the same local day
  Moment closes;         // and before which it ends
  uint32_t minutes = 0;  // that the slot was moved by for the person's sake
};

// In order of time. A stretch ends with its local day, so there is one slot for each stretch; where a whole day is
// good, the slot is near the time of day of `from`.
[[nodiscard]] std::vector<Slot> plan_slots(std::vector<Constraint> constraints, const PlanWish& wish, const Zone& zone);

// Never 0. The same texts give the same seed on every machine, and nobody can tell the texts from it.
[[nodiscard]] uint64_t seed_of(std::initializer_list<std::string_view> texts);

}  // namespace botschaft::timing

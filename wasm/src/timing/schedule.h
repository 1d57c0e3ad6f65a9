// When a post is fine: calendars (windows, quiet periods) and frequency caps, and the next minute that all of
// them allow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "timing/civil_time.h"

namespace botschaft::timing {

// First and last day, both included; a missing end is open.
struct DayRange {
  std::optional<Day> from;
  std::optional<Day> until;

  [[nodiscard]] bool contains(Day day) const { return (!from || day >= *from) && (!until || day <= *until); }
};

// Open from `from` to before `to` (minutes from midnight, 0 to 1440) on each of `weekdays`; where `to` is not after
// `from` it runs over midnight.
struct Window {
  uint8_t weekdays = 0;  // bit 0 Monday to bit 6 Sunday
  int32_t from = 0;
  int32_t to = 0;
};

// From its first minute to before `until`.
struct QuietPeriod {
  LocalMinute from = 0;
  LocalMinute until = 0;
  LocalizedText name;
};

// Posting is fine inside any window (when there are windows) and outside every quiet period. Holidays are
// quiet periods of whole days.
struct Calendar {
  std::vector<Window> windows;
  std::vector<QuietPeriod> quiet;
};

struct Frequency {
  std::optional<uint32_t> per_day;          // posts on one local day
  std::optional<uint32_t> per_week;         // posts in one ISO week
  std::optional<uint32_t> min_gap_minutes;  // between two posts
};

// One rule about time, as it applies to a draft. Either part may be null.
struct Constraint {
  const Calendar* calendar = nullptr;
  const Frequency* frequency = nullptr;
};

// Why a moment is not fine.
struct Objection {
  const QuietPeriod* period = nullptr;  // the quiet period it falls into, if that is the reason
  uint32_t count = 0;  // frequency: which post of the day or week this would be, or minutes since the last
  uint32_t limit = 0;  // frequency: the cap
};

// `earlier` are the moments of earlier posts that count, in any order.
[[nodiscard]] std::optional<Objection> objection_to(const Constraint& constraint, const Moment& moment,
                                                    const std::vector<Moment>& earlier);

inline constexpr int32_t kPlanningDays = 62;

// The minute of `from` where every constraint allows it, else the first full minute behind it that they all do; none
// within kPlanningDays.
[[nodiscard]] std::optional<LocalMinute> next_good_minute(const std::vector<Constraint>& constraints,
                                                          const Moment& from, const std::vector<Moment>& earlier,
                                                          const Zone& zone);

}  // namespace botschaft::timing

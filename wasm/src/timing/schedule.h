// When a post is fine: calendars (windows, quiet hours, quiet periods), frequency caps and rest, and the next minute
// that all of them allow.
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

// From `from` to before `to` (minutes from midnight, 0 to 1440) on each of `weekdays`; where `to` is not after `from`
// it runs over midnight.
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

// Before and behind every date that a pack can name (the years 1 to 9999), for periods without an end.
inline constexpr LocalMinute kLongAgo = -1'100'000'000;
inline constexpr LocalMinute kFarAhead = 4'200'000'000;

// Posting is fine inside any window (when there are windows), outside every quiet hour and outside every quiet period.
// Holidays are quiet periods of whole days.
struct Calendar {
  std::vector<Window> windows = {};
  std::vector<QuietPeriod> quiet = {};
  std::vector<Window> quiet_hours = {};
};

// Of content that is under embargo before one minute and expired from another on, as far as it is.
void add_release(Calendar& calendar, const std::optional<LocalMinute>& embargo,
                 const std::optional<LocalMinute>& expires);

struct Frequency {
  std::optional<uint32_t> per_day;          // posts on one local day
  std::optional<uint32_t> per_week;         // posts in one ISO week
  std::optional<uint32_t> min_gap_minutes;  // between two posts
  std::optional<uint32_t> per_month = {};   // posts in one calendar month
  // From the last work of an earlier working day to the first of the next. A working day ends at 04:00, so that what
  // was done after midnight belongs to the evening before.
  std::optional<uint32_t> rest_minutes = {};
};

// One rule about time, as it applies to a draft. Either part may be null.
struct Constraint {
  const Calendar* calendar = nullptr;
  const Frequency* frequency = nullptr;
  std::vector<Moment> earlier = {};  // the posts that count, or the work, in any order
  const Zone* zone = nullptr;        // whose wall time is meant; null: that of the moments
  DayRange days = {};                // on other days it says nothing
};

// Why a moment is not fine.
struct Objection {
  enum class Kind : uint8_t { kOutside, kQuietHours, kPeriod, kGap, kDay, kWeek, kMonth, kRest };
  Kind kind = Kind::kOutside;
  const QuietPeriod* period = nullptr;  // the quiet period it falls into, if that is the reason
  uint32_t count = 0;  // frequency: which post of the day, week or month this would be, or minutes since the last
  uint32_t limit = 0;  // frequency: the cap
};

[[nodiscard]] std::optional<Objection> objection_to(const Constraint& constraint, const Moment& moment);
[[nodiscard]] bool is_fine(const std::vector<Constraint>& constraints, const Moment& moment);

// The posts among `constraint.earlier` that count with one at `moment` towards a cap of this kind: kDay, kWeek or
// kMonth.
[[nodiscard]] uint32_t posts_beside(const Constraint& constraint, Objection::Kind kind, const Moment& moment);
// The window that is open at `moment`; null where there are none or it is closed.
[[nodiscard]] const Window* window_at(const Constraint& constraint, const Moment& moment);

inline constexpr int32_t kPlanningDays = 62;

// The minute of `from` where every constraint allows it, else the first full minute behind it that they all do; none
// within kPlanningDays. `zone` is that of `from` and of the answer.
[[nodiscard]] std::optional<Moment> next_good_moment(const std::vector<Constraint>& constraints, const Moment& from,
                                                     const Zone& zone);
// Where `moment` is fine: the first moment behind it at which that may change, or its zone's local day ends.
[[nodiscard]] Moment next_boundary(const std::vector<Constraint>& constraints, const Moment& moment, const Zone& zone);

}  // namespace botschaft::timing

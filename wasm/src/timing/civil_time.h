// Calendar arithmetic without a clock or a time zone database: days and minutes of the proleptic Gregorian calendar,
// and zones as a list of offset changes that the caller gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace botschaft::timing {

using Day = int32_t;          // days since 1970-01-01, local calendar
using LocalMinute = int64_t;  // minutes since 1970-01-01T00:00, local wall time
inline constexpr LocalMinute kMinutesPerDay = 24 * 60;

[[nodiscard]] Day day_of(LocalMinute minute);
// 0 for Monday to 6 for Sunday.
[[nodiscard]] int weekday_of(Day day);
// The Monday of the ISO week that `day` is in.
[[nodiscard]] Day monday_of(Day day);
// The first day of the calendar month that `day` is in, and of the month behind it.
[[nodiscard]] Day first_of_month(Day day);
[[nodiscard]] Day first_of_next_month(Day day);

// "2026-11-23"; none where it is no such day.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
// "2026-11-23" (its first minute) or "2026-11-23T08:30".
[[nodiscard]] std::optional<LocalMinute> parse_local_minute(std::string_view text);
// "08:30" as minutes from midnight, up to "24:00".
[[nodiscard]] std::optional<int32_t> parse_time_of_day(std::string_view text);
// "2026-11-23T08:30"
[[nodiscard]] std::string format_local_minute(LocalMinute minute);

// From each `at` (epoch seconds, UTC) on, local time is UTC plus `offset_minutes`; the first holds before it as well.
struct ZoneTransition {
  int64_t at;
  int32_t offset_minutes;
};

// A point in time, both ways: seconds since the epoch, and wall time in the pack's zone.
struct Moment {
  int64_t utc = 0;    // seconds
  int64_t local = 0;  // seconds of wall time since 1970-01-01T00:00

  [[nodiscard]] LocalMinute minute() const;  // rounded down
};

class Zone {
 public:
  Zone() = default;
  // Sorts them by `at`.
  explicit Zone(std::vector<ZoneTransition> transitions);

  [[nodiscard]] Moment from_utc(int64_t seconds) const;
  // Wall time that exists twice means the first; one that was skipped means the moment after the jump.
  [[nodiscard]] Moment from_local(int64_t seconds) const;
  // When the offset changes next after `seconds` (UTC), if it does.
  [[nodiscard]] std::optional<int64_t> next_change(int64_t seconds) const;
  // Without transitions, wall time is taken as UTC.
  [[nodiscard]] bool known() const { return !transitions_.empty(); }

 private:
  std::vector<ZoneTransition> transitions_;
};

// YYYY-MM-DDTHH:MM[:SS[.sss]][Z|±HH:MM]. Without an offset, or where the zone is not known, it is wall time in the
// zone.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text, const Zone& zone);

}  // namespace botschaft::timing

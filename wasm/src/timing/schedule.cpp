#include "timing/schedule.h"

#include <algorithm>

namespace botschaft::timing {
namespace {

bool opens_on(const Window& window, Day day) {
  return (window.weekdays >> weekday_of(day) & 1) != 0;
}

bool is_open(const Window& window, LocalMinute minute) {
  const Day day = day_of(minute);
  const auto time = static_cast<int32_t>(minute - day * kMinutesPerDay);
  if (window.to > window.from) return opens_on(window, day) && time >= window.from && time < window.to;
  return (opens_on(window, day) && time >= window.from) || (opens_on(window, day - 1) && time < window.to);
}

const QuietPeriod* quiet_period_at(const Calendar& calendar, LocalMinute minute) {
  for (const QuietPeriod& period : calendar.quiet) {
    if (minute >= period.from && minute < period.until) return &period;
  }
  return nullptr;
}

bool in_some_window(const Calendar& calendar, LocalMinute minute) {
  return calendar.windows.empty() || std::any_of(calendar.windows.begin(), calendar.windows.end(),
                                                 [&](const Window& w) { return is_open(w, minute); });
}

// The next minute after `minute` at which some window opens; a week holds every opening there is.
std::optional<LocalMinute> next_opening(const Calendar& calendar, LocalMinute minute) {
  std::optional<LocalMinute> best;
  for (Day day = day_of(minute); day <= day_of(minute) + 8; ++day) {
    for (const Window& window : calendar.windows) {
      const LocalMinute opening = day * kMinutesPerDay + window.from;
      if (opens_on(window, day) && opening > minute && (!best || opening < *best)) best = opening;
    }
    if (best) break;
  }
  return best;
}

uint32_t count_between(const std::vector<Moment>& earlier, Day first, Day last) {
  return static_cast<uint32_t>(std::count_if(earlier.begin(), earlier.end(), [&](const Moment& moment) {
    const Day day = day_of(moment.minute());
    return day >= first && day <= last;
  }));
}

// The post that leaves the smallest gap to `moment`, if that gap is too small.
const Moment* too_close(const Frequency& frequency, const Moment& moment, const std::vector<Moment>& earlier) {
  if (!frequency.min_gap_minutes) return nullptr;
  const int64_t gap = int64_t{*frequency.min_gap_minutes} * 60;
  const Moment* closest = nullptr;
  for (const Moment& post : earlier) {
    if (moment.utc - post.utc >= gap || post.utc > moment.utc) continue;
    if (closest == nullptr || post.utc > closest->utc) closest = &post;
  }
  return closest;
}

struct Release {
  bool blocked = false;
  std::optional<Moment> at;  // when blocked: the first moment at which this constraint no longer objects; none: never
};

Release at_minute(LocalMinute minute, const Zone& zone) {
  return {true, zone.from_local(minute * 60)};
}

Release release_of(const Constraint& constraint, const Moment& moment, const std::vector<Moment>& earlier,
                   const Zone& zone) {
  const LocalMinute minute = moment.minute();
  const Day day = day_of(minute);
  if (constraint.calendar != nullptr) {
    const Calendar& calendar = *constraint.calendar;
    if (const QuietPeriod* period = quiet_period_at(calendar, minute)) return at_minute(period->until, zone);
    if (!in_some_window(calendar, minute)) {
      const auto opening = next_opening(calendar, minute);
      return opening ? at_minute(*opening, zone) : Release{true, std::nullopt};
    }
  }
  if (constraint.frequency != nullptr) {
    const Frequency& frequency = *constraint.frequency;
    if (const Moment* post = too_close(frequency, moment, earlier)) {
      return {true, zone.from_utc(post->utc + int64_t{*frequency.min_gap_minutes} * 60)};
    }
    if (frequency.per_day && count_between(earlier, day, day) >= *frequency.per_day) {
      return at_minute((day + 1) * kMinutesPerDay, zone);
    }
    const Day monday = monday_of(day);
    if (frequency.per_week && count_between(earlier, monday, monday + 6) >= *frequency.per_week) {
      return at_minute((monday + 7) * kMinutesPerDay, zone);
    }
  }
  return {};
}

}  // namespace

std::optional<Objection> objection_to(const Constraint& constraint, const Moment& moment,
                                      const std::vector<Moment>& earlier) {
  const LocalMinute minute = moment.minute();
  const Day day = day_of(minute);
  if (constraint.calendar != nullptr) {
    const Calendar& calendar = *constraint.calendar;
    if (const QuietPeriod* period = quiet_period_at(calendar, minute)) return Objection{period, 0, 0};
    if (!in_some_window(calendar, minute)) return Objection{};
  }
  if (constraint.frequency != nullptr) {
    const Frequency& frequency = *constraint.frequency;
    if (const Moment* post = too_close(frequency, moment, earlier)) {
      return Objection{nullptr, static_cast<uint32_t>((moment.utc - post->utc) / 60), *frequency.min_gap_minutes};
    }
    const uint32_t today = count_between(earlier, day, day);
    if (frequency.per_day && today >= *frequency.per_day) return Objection{nullptr, today + 1, *frequency.per_day};
    const Day monday = monday_of(day);
    const uint32_t this_week = count_between(earlier, monday, monday + 6);
    if (frequency.per_week && this_week >= *frequency.per_week)
      return Objection{nullptr, this_week + 1, *frequency.per_week};
  }
  return std::nullopt;
}

std::optional<LocalMinute> next_good_minute(const std::vector<Constraint>& constraints, const Moment& from,
                                            const std::vector<Moment>& earlier, const Zone& zone) {
  // A moment that is fine is its own answer: rounding it up could step out of its window.
  const bool fine = std::none_of(constraints.begin(), constraints.end(), [&](const Constraint& constraint) {
    return release_of(constraint, from, earlier, zone).blocked;
  });
  if (fine) return from.minute();
  Moment moment = from;
  if (moment.local % 60 != 0) moment = zone.from_utc(moment.utc + (60 - ((moment.local % 60) + 60) % 60));
  const int64_t horizon = from.utc + int64_t{kPlanningDays} * 24 * 60 * 60;
  // Each constraint names the first moment at which it stops objecting; the first that suits them all is reached by
  // going from one to the next, always forward.
  bool moved = true;
  while (moved) {
    moved = false;
    for (const Constraint& constraint : constraints) {
      const Release release = release_of(constraint, moment, earlier, zone);
      if (!release.blocked) continue;
      if (!release.at) return std::nullopt;
      // Only in the hour that a zone lives through twice does a wall time lie behind: then the next minute is tried.
      const std::optional<int64_t> change = zone.next_change(moment.utc);
      moment = release.at->utc > moment.utc ? *release.at : zone.from_utc(moment.utc + 60);
      // A wall time that comes twice may be fine the second time: no step goes past a change of the clock.
      if (change && *change < moment.utc) moment = zone.from_utc(*change);
      if (moment.utc > horizon) return std::nullopt;
      if (moment.local % 60 != 0) moment = zone.from_utc(moment.utc + (60 - ((moment.local % 60) + 60) % 60));
      moved = true;
    }
  }
  return moment.minute();
}

}  // namespace botschaft::timing

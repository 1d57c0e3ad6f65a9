#include "timing/schedule.h"

#include <algorithm>

namespace botschaft::timing {
namespace {

using Kind = Objection::Kind;

constexpr LocalMinute kWorkingDayEnds = 4 * 60;  // minutes from midnight

bool opens_on(const Window& window, Day day) {
  return (window.weekdays >> weekday_of(day) & 1) != 0;
}

// The end of the window that `minute` lies in, if it does.
std::optional<LocalMinute> end_of(const Window& window, LocalMinute minute) {
  const Day day = day_of(minute);
  const LocalMinute midnight = day * kMinutesPerDay;
  const auto time = static_cast<int32_t>(minute - midnight);
  const bool over_midnight = window.to <= window.from;
  if (opens_on(window, day) && time >= window.from && (over_midnight || time < window.to))
    return midnight + window.to + (over_midnight ? kMinutesPerDay : 0);
  if (over_midnight && opens_on(window, day - 1) && time < window.to) return midnight + window.to;
  return std::nullopt;
}

const Window* find_open(const std::vector<Window>& windows, LocalMinute minute) {
  for (const Window& window : windows) {
    if (end_of(window, minute)) return &window;
  }
  return nullptr;
}

const QuietPeriod* quiet_period_at(const Calendar& calendar, LocalMinute minute) {
  for (const QuietPeriod& period : calendar.quiet) {
    if (minute >= period.from && minute < period.until) return &period;
  }
  return nullptr;
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

// Wall time as the constraint means it.
LocalMinute minute_in(const Constraint& constraint, const Moment& moment) {
  return constraint.zone == nullptr ? moment.minute() : constraint.zone->from_utc(moment.utc).minute();
}

Day working_day_of(LocalMinute minute) {
  return day_of(minute - kWorkingDayEnds);
}

struct Days {
  Day first, end;  // to before `end`
};

Days days_around(Kind kind, Day day) {
  if (kind == Kind::kMonth) return {first_of_month(day), first_of_next_month(day)};
  if (kind == Kind::kWeek) return {monday_of(day), monday_of(day) + 7};
  return {day, day + 1};
}

// The latest post or work before `moment` that leaves too small a gap to it.
const Moment* too_close(const Constraint& constraint, int64_t gap, bool other_working_day, const Moment& moment) {
  const Day today = working_day_of(minute_in(constraint, moment));
  const Moment* closest = nullptr;
  for (const Moment& post : constraint.earlier) {
    if (moment.utc - post.utc >= gap || post.utc > moment.utc) continue;
    if (other_working_day && working_day_of(minute_in(constraint, post)) >= today) continue;
    if (closest == nullptr || post.utc > closest->utc) closest = &post;
  }
  return closest;
}

// What a constraint objects to, and when it stops.
struct Obstacle {
  Objection objection;
  bool for_ever = false;
  std::optional<LocalMinute> until;  // wall time as the constraint means it,
  int64_t until_utc = 0;             // or, where there is none, seconds since the epoch
};

std::optional<Obstacle> obstacle_in(const Calendar& calendar, LocalMinute minute) {
  if (const QuietPeriod* period = quiet_period_at(calendar, minute))
    return Obstacle{{Kind::kPeriod, period}, period->until >= kFarAhead, period->until};
  if (const Window* hours = find_open(calendar.quiet_hours, minute))
    return Obstacle{{Kind::kQuietHours}, false, end_of(*hours, minute)};
  if (calendar.windows.empty() || find_open(calendar.windows, minute) != nullptr) return std::nullopt;
  const auto opening = next_opening(calendar, minute);
  return Obstacle{{Kind::kOutside}, !opening, opening};
}

std::optional<Obstacle> obstacle_of(const Constraint& constraint, const Moment& moment) {
  const LocalMinute minute = minute_in(constraint, moment);
  const Day day = day_of(minute);
  if (!constraint.days.contains(day)) return std::nullopt;
  if (constraint.calendar != nullptr) {
    if (auto obstacle = obstacle_in(*constraint.calendar, minute)) return obstacle;
  }
  if (constraint.frequency == nullptr) return std::nullopt;
  const Frequency& frequency = *constraint.frequency;
  for (const bool rest : {false, true}) {
    const auto& minutes = rest ? frequency.rest_minutes : frequency.min_gap_minutes;
    if (!minutes) continue;
    const int64_t gap = int64_t{*minutes} * 60;
    const Moment* post = too_close(constraint, gap, rest, moment);
    if (post == nullptr) continue;
    const auto passed = static_cast<uint32_t>((moment.utc - post->utc) / 60);
    return Obstacle{{rest ? Kind::kRest : Kind::kGap, nullptr, passed, *minutes}, false, {}, post->utc + gap};
  }
  const std::optional<uint32_t> caps[] = {frequency.per_day, frequency.per_week, frequency.per_month};
  for (const Kind kind : {Kind::kDay, Kind::kWeek, Kind::kMonth}) {
    const auto& cap = caps[static_cast<size_t>(kind) - static_cast<size_t>(Kind::kDay)];
    if (!cap) continue;
    const uint32_t posts = posts_beside(constraint, kind, moment);
    if (posts >= *cap)
      return Obstacle{{kind, nullptr, posts + 1, *cap}, false, days_around(kind, day).end * kMinutesPerDay};
  }
  return std::nullopt;
}

Moment at_full_minute(const Moment& moment, const Zone& zone) {
  const int64_t over = ((moment.local % 60) + 60) % 60;
  return over == 0 ? moment : zone.from_utc(moment.utc + 60 - over);
}

void keep_earlier(LocalMinute candidate, LocalMinute now, LocalMinute& best) {
  if (candidate > now && candidate < best) best = candidate;
}

}  // namespace

void add_release(Calendar& calendar, const std::optional<LocalMinute>& embargo,
                 const std::optional<LocalMinute>& expires) {
  if (embargo) calendar.quiet.push_back({kLongAgo, *embargo, {"Sperrfrist", "Embargo"}});
  if (expires) calendar.quiet.push_back({*expires, kFarAhead, {"Abgelaufen", "Expired"}});
}

std::optional<Objection> objection_to(const Constraint& constraint, const Moment& moment) {
  const auto obstacle = obstacle_of(constraint, moment);
  return obstacle ? std::optional(obstacle->objection) : std::nullopt;
}

bool is_fine(const std::vector<Constraint>& constraints, const Moment& moment) {
  return std::none_of(constraints.begin(), constraints.end(),
                      [&](const Constraint& constraint) { return obstacle_of(constraint, moment).has_value(); });
}

uint32_t posts_beside(const Constraint& constraint, Kind kind, const Moment& moment) {
  const Days days = days_around(kind, day_of(minute_in(constraint, moment)));
  return static_cast<uint32_t>(
      std::count_if(constraint.earlier.begin(), constraint.earlier.end(), [&](const Moment& post) {
        const Day day = day_of(minute_in(constraint, post));
        return day >= days.first && day < days.end;
      }));
}

const Window* window_at(const Constraint& constraint, const Moment& moment) {
  const LocalMinute minute = minute_in(constraint, moment);
  if (constraint.calendar == nullptr || !constraint.days.contains(day_of(minute))) return nullptr;
  return find_open(constraint.calendar->windows, minute);
}

std::optional<Moment> next_good_moment(const std::vector<Constraint>& constraints, const Moment& from,
                                       const Zone& zone) {
  // A moment that is fine is its own answer: rounding it up could step out of its window.
  if (is_fine(constraints, from)) return from;
  Moment moment = at_full_minute(from, zone);
  const int64_t horizon = from.utc + int64_t{kPlanningDays} * 24 * 60 * 60;
  // Each constraint names the first moment at which it stops objecting; the first that suits them all is reached by
  // going from one to the next, always forward.
  bool moved = true;
  while (moved) {
    moved = false;
    for (const Constraint& constraint : constraints) {
      const auto obstacle = obstacle_of(constraint, moment);
      if (!obstacle) continue;
      const Zone& own = constraint.zone == nullptr ? zone : *constraint.zone;
      int64_t until = obstacle->until ? own.from_local(*obstacle->until * 60).utc : obstacle->until_utc;
      if (obstacle->for_ever) until = INT64_MAX;
      // The last day on which the constraint says anything may end before.
      if (constraint.days.until)
        until = std::min(until, own.from_local((*constraint.days.until + 1) * kMinutesPerDay * 60).utc);
      // Only in the hour that a zone lives through twice does a wall time lie behind: then the next minute is tried.
      if (until <= moment.utc) until = moment.utc + 60;
      // A wall time that comes twice may be fine the second time: no step goes past a change of the clock.
      if (const auto change = own.next_change(moment.utc)) until = std::min(until, *change);
      if (until > horizon) return std::nullopt;
      moment = at_full_minute(zone.from_utc(until), zone);
      moved = true;
    }
  }
  return moment;
}

Moment next_boundary(const std::vector<Constraint>& constraints, const Moment& moment, const Zone& zone) {
  int64_t next = moment.utc + (kMinutesPerDay - moment.minute() + day_of(moment.minute()) * kMinutesPerDay) * 60;
  const auto look_at = [&](const Zone& own) {
    if (const auto change = own.next_change(moment.utc)) next = std::min(next, *change);
  };
  look_at(zone);
  for (const Constraint& constraint : constraints) {
    if (constraint.zone != nullptr) look_at(*constraint.zone);
    const LocalMinute now = minute_in(constraint, moment);
    const LocalMinute midnight = day_of(now) * kMinutesPerDay;
    LocalMinute best = midnight + kMinutesPerDay;
    keep_earlier(midnight + kWorkingDayEnds, now, best);
    if (constraint.calendar != nullptr) {
      for (const auto* list : {&constraint.calendar->windows, &constraint.calendar->quiet_hours}) {
        for (const Window& window : *list) {
          keep_earlier(midnight + window.from, now, best);
          keep_earlier(midnight + window.to, now, best);
        }
      }
      for (const QuietPeriod& period : constraint.calendar->quiet) keep_earlier(period.from, now, best);
    }
    // A post that lies ahead is a gap's beginning, in full minutes.
    for (const Moment& post : constraint.earlier) {
      if (post.utc > moment.utc) next = std::min(next, (post.utc + 59) / 60 * 60);
    }
    // Until a clock changes, wall time and real time go at the same pace.
    next = std::min(next, moment.utc + (best - now) * 60);
  }
  return zone.from_utc(next);
}

}  // namespace botschaft::timing

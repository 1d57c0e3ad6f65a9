#include "timing/civil_time.h"

#include <algorithm>
#include <array>

#include "base/sort.h"

namespace botschaft::timing {
namespace {

int64_t floor_div(int64_t value, int64_t by) {
  const int64_t quotient = value / by;
  return value % by < 0 ? quotient - 1 : quotient;
}

// Days since 1970-01-01 by counting 400-year eras that begin in March, so that the leap day is an era's last.
Day day_from_date(int32_t year, int32_t month, int32_t day) {
  year -= month <= 2 ? 1 : 0;
  const int32_t era = (year >= 0 ? year : year - 399) / 400;
  const int32_t year_of_era = year - era * 400;
  const int32_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

struct Date {
  int32_t year, month, day;
};

Date date_from_day(Day days) {
  days += 719468;
  const int32_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int32_t day_of_era = days - era * 146097;
  const int32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int32_t shifted_month = (5 * day_of_year + 2) / 153;
  const int32_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

bool is_leap(int32_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t days_in_month(int32_t year, int32_t month) {
  constexpr std::array<int32_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<size_t>(month - 1)];
}

// Takes exactly `digits` decimal digits from the front of `text`.
std::optional<int32_t> take_number(std::string_view& text, size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int32_t value = 0;
  for (size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_number(text, 2);
  if (!month || *month < 1 || *month > 12 || !take(text, '-')) return std::nullopt;
  const auto day = take_number(text, 2);
  if (!day || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return day_from_date(*year, *month, *day);
}

std::optional<int32_t> take_time_of_day(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 24 || !take(text, ':')) return std::nullopt;
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59 || (*hour == 24 && *minute != 0)) return std::nullopt;
  return *hour * 60 + *minute;
}

void append_number(std::string& out, int32_t value, size_t digits) {
  std::string number = std::to_string(value);
  if (number.size() < digits) number.insert(0, digits - number.size(), '0');
  out += number;
}

}  // namespace

Day day_of(LocalMinute minute) {
  return static_cast<Day>(floor_div(minute, kMinutesPerDay));
}

int weekday_of(Day day) {
  return static_cast<int>(((day + 3) % 7 + 7) % 7);
}  // 1970-01-01 was a Thursday

Day monday_of(Day day) {
  return day - weekday_of(day);
}

Day first_of_month(Day day) {
  return day - date_from_day(day).day + 1;
}

Day first_of_next_month(Day day) {
  const Date date = date_from_day(day);
  return day - date.day + 1 + days_in_month(date.year, date.month);
}

std::optional<Day> parse_day(std::string_view text) {
  const auto day = take_day(text);
  return text.empty() ? day : std::nullopt;
}

std::optional<LocalMinute> parse_local_minute(std::string_view text) {
  const auto day = take_day(text);
  if (!day) return std::nullopt;
  if (text.empty()) return *day * kMinutesPerDay;
  if (!take(text, 'T')) return std::nullopt;
  const auto time = take_time_of_day(text);
  if (!time || !text.empty()) return std::nullopt;
  return *day * kMinutesPerDay + *time;
}

std::optional<int32_t> parse_time_of_day(std::string_view text) {
  const auto time = take_time_of_day(text);
  return text.empty() ? time : std::nullopt;
}

std::string format_local_minute(LocalMinute minute) {
  const Day day = day_of(minute);
  const Date date = date_from_day(day);
  const auto time = static_cast<int32_t>(minute - day * kMinutesPerDay);
  std::string out;
  append_number(out, date.year, 4);
  out += '-';
  append_number(out, date.month, 2);
  out += '-';
  append_number(out, date.day, 2);
  out += 'T';
  append_number(out, time / 60, 2);
  out += ':';
  append_number(out, time % 60, 2);
  return out;
}

LocalMinute Moment::minute() const {
  return floor_div(local, 60);
}

Zone::Zone(std::vector<ZoneTransition> transitions) : transitions_(std::move(transitions)) {
  sort_stably(transitions_, [](const auto& a, const auto& b) {
    return a.at != b.at ? a.at < b.at : a.offset_minutes < b.offset_minutes;
  });
}

Moment Zone::from_utc(int64_t seconds) const {
  int64_t offset = 0;
  if (!transitions_.empty()) {
    auto next = std::upper_bound(transitions_.begin(), transitions_.end(), seconds,
                                 [](int64_t value, const ZoneTransition& transition) { return value < transition.at; });
    offset = (next == transitions_.begin() ? next : next - 1)->offset_minutes;
  }
  return {seconds, seconds + offset * 60};
}

Moment Zone::from_local(int64_t seconds) const {
  if (transitions_.empty()) return {seconds, seconds};
  // The first stretch of constant offset that ends behind this wall time is the earliest one it can lie in. Where the
  // stretch has not begun by then, the wall time was skipped by a jump forward.
  for (size_t i = 0; i < transitions_.size(); ++i) {
    const int64_t utc = seconds - int64_t{transitions_[i].offset_minutes} * 60;
    const bool last = i + 1 == transitions_.size();
    if (!last && utc >= transitions_[i + 1].at) continue;
    if (i > 0 && utc < transitions_[i].at) return from_utc(transitions_[i].at);
    return {utc, seconds};
  }
  return {seconds, seconds};
}

std::optional<int64_t> Zone::next_change(int64_t seconds) const {
  const auto next =
      std::upper_bound(transitions_.begin(), transitions_.end(), seconds,
                       [](int64_t value, const ZoneTransition& transition) { return value < transition.at; });
  return next == transitions_.end() ? std::nullopt : std::optional(next->at);
}

std::optional<Moment> parse_moment(std::string_view text, const Zone& zone) {
  const auto day = take_day(text);
  if (!day || !take(text, 'T')) return std::nullopt;
  const auto time = take_time_of_day(text);
  if (!time) return std::nullopt;
  int64_t wall = (*day * kMinutesPerDay + *time) * 60;
  if (take(text, ':')) {
    const auto second = take_number(text, 2);
    if (!second || *second > 60) return std::nullopt;
    wall += *second;
    if (take(text, '.')) {
      const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
      if (digits == 0) return std::nullopt;
      text.remove_prefix(digits);
    }
  }
  if (text.empty()) return zone.from_local(wall);
  int64_t offset = 0;
  if (!take(text, 'Z')) {
    const bool behind = text.front() == '-';
    if (!behind && text.front() != '+') return std::nullopt;
    text.remove_prefix(1);
    const auto hours_and_minutes = take_time_of_day(text);
    if (!hours_and_minutes || *hours_and_minutes > 18 * 60) return std::nullopt;
    offset = (behind ? -1 : 1) * int64_t{*hours_and_minutes} * 60;
  }
  if (!text.empty()) return std::nullopt;
  if (!zone.known()) return Moment{wall - offset, wall};
  return zone.from_utc(wall - offset);
}

}  // namespace botschaft::timing

#include <random>

#include "catch.h"
#include "timing/schedule.h"

using namespace botschaft;
using namespace botschaft::timing;

namespace {

const Zone kBerlin({{1761440400, 60}, {1774746000, 120}, {1792890000, 60}});

LocalMinute minute(const char* text) {
  return parse_local_minute(text).value();
}
Moment moment(const char* text, const Zone& zone = kBerlin) {
  return zone.from_local(minute(text) * 60);
}
uint8_t days(const char* week) {  // "12345" for Monday to Friday
  uint8_t bits = 0;
  for (; *week != 0; ++week) bits = static_cast<uint8_t>(bits | 1 << (*week - '1'));
  return bits;
}

std::string next(std::vector<Constraint> constraints, const Moment& from, const std::vector<Moment>& earlier = {},
                 const Zone& zone = kBerlin) {
  for (Constraint& constraint : constraints) constraint.earlier = earlier;
  const auto found = next_good_moment(constraints, from, zone);
  return found ? format_local_minute(found->minute()) : "none";
}
std::optional<Objection> objection_to(Constraint constraint, const Moment& at, const std::vector<Moment>& earlier) {
  constraint.earlier = earlier;
  return timing::objection_to(constraint, at);
}

}  // namespace

TEST_CASE("Calendars: windows, quiet periods, days off", "[timing]") {
  const Calendar office{{{days("12345"), 8 * 60, 18 * 60}}, {}};
  const Calendar night{{{days("5"), 22 * 60, 2 * 60}}, {}};
  const Calendar whole_day{{{days("7"), 0, 0}}, {}};
  const Calendar till_midnight{{{days("1"), 20 * 60, 24 * 60}}, {}};
  const Calendar quiet{{}, {{minute("2026-11-24T12:00"), minute("2026-11-26"), {"Ruhe", "Quiet"}}}};
  const Calendar holiday{
      {}, {{minute("2026-12-25"), minute("2026-12-26"), {}}, {minute("2026-12-26"), minute("2026-12-27"), {}}}};
  const Calendar never{{{0, 8 * 60, 9 * 60}}, {}};
  struct Case {
    const Calendar& calendar;
    const char* at;
    const char* next;  // the same: fine
  };
  const Case cases[] = {
      {office, "2026-11-24T08:00", "2026-11-24T08:00"},        {office, "2026-11-24T07:59", "2026-11-24T08:00"},
      {office, "2026-11-24T17:59", "2026-11-24T17:59"},        {office, "2026-11-24T18:00", "2026-11-25T08:00"},
      {office, "2026-11-27T18:00", "2026-11-30T08:00"},        {office, "2026-11-28T10:00", "2026-11-30T08:00"},
      {night, "2026-11-27T22:00", "2026-11-27T22:00"},         {night, "2026-11-28T01:59", "2026-11-28T01:59"},
      {night, "2026-11-28T02:00", "2026-12-04T22:00"},         {night, "2026-11-27T01:00", "2026-11-27T22:00"},
      {whole_day, "2026-11-29T00:00", "2026-11-29T00:00"},     {whole_day, "2026-11-29T23:59", "2026-11-29T23:59"},
      {whole_day, "2026-11-30T00:00", "2026-12-06T00:00"},     {till_midnight, "2026-11-23T23:59", "2026-11-23T23:59"},
      {till_midnight, "2026-11-24T00:00", "2026-11-30T20:00"}, {quiet, "2026-11-24T11:59", "2026-11-24T11:59"},
      {quiet, "2026-11-24T12:00", "2026-11-26T00:00"},         {holiday, "2026-12-24T23:59", "2026-12-24T23:59"},
      {holiday, "2026-12-25T10:00", "2026-12-27T00:00"},       {never, "2026-11-24T08:30", "none"},
      {Calendar{}, "2026-11-24T08:30", "2026-11-24T08:30"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.at);
    const Constraint constraint{&c.calendar, nullptr};
    CHECK(objection_to(constraint, moment(c.at), {}).has_value() == (std::string(c.at) != c.next));
    CHECK(next({constraint}, moment(c.at)) == c.next);
  }
  CHECK(objection_to({&quiet, nullptr}, moment("2026-11-25"), {})->period->name.en == "Quiet");
  CHECK(objection_to({&office, nullptr}, moment("2026-11-28"), {})->period == nullptr);
}

TEST_CASE("Frequency: per day, per week, and the gap", "[timing]") {
  const Frequency two_a_day{2, {}, {}};
  const Frequency three_a_week{{}, 3, {}};
  const Frequency two_hours_apart{{}, {}, 120};
  const std::vector<Moment> tuesday{moment("2026-11-24T08:00"), moment("2026-11-24T23:59")};
  const std::vector<Moment> week{moment("2026-11-23T00:00"), moment("2026-11-25T12:00"), moment("2026-11-22T23:59"),
                                 moment("2026-11-27T12:00")};

  const auto day = objection_to({nullptr, &two_a_day}, moment("2026-11-24T23:59"), tuesday);
  REQUIRE(day.has_value());
  CHECK(day->count == 3);
  CHECK(day->limit == 2);
  CHECK(next({{nullptr, &two_a_day}}, moment("2026-11-24T23:59"), tuesday) == "2026-11-25T00:00");
  CHECK_FALSE(objection_to({nullptr, &two_a_day}, moment("2026-11-25T00:00"), tuesday).has_value());

  const auto weekly = objection_to({nullptr, &three_a_week}, moment("2026-11-29T12:00"), week);
  REQUIRE(weekly.has_value());
  CHECK(weekly->count == 4);  // the Sunday before is another week
  CHECK(next({{nullptr, &three_a_week}}, moment("2026-11-29T12:00"), week) == "2026-11-30T00:00");

  const auto gap = objection_to({nullptr, &two_hours_apart}, moment("2026-11-24T09:30"), tuesday);
  REQUIRE(gap.has_value());
  CHECK(gap->count == 90);
  CHECK(gap->limit == 120);
  CHECK(next({{nullptr, &two_hours_apart}}, moment("2026-11-24T09:30"), tuesday) == "2026-11-24T10:00");
  CHECK_FALSE(objection_to({nullptr, &two_hours_apart}, moment("2026-11-24T10:00"), tuesday).has_value());
}

TEST_CASE("The local day counts, not the day in UTC", "[timing]") {
  const Frequency once_a_day{1, {}, {}};
  const std::vector<Moment> posted{kBerlin.from_utc(minute("2026-07-01T22:30") * 60)};  // 00:30 on 2 July
  CHECK_FALSE(objection_to({nullptr, &once_a_day}, moment("2026-07-01T12:00"), posted).has_value());
  CHECK(objection_to({nullptr, &once_a_day}, moment("2026-07-02T23:00"), posted).has_value());
}

TEST_CASE("Gaps are real time across the change of the clock", "[timing]") {
  const Frequency three_hours{{}, {}, 180};
  const std::vector<Moment> spring{moment("2026-03-29T01:00")};
  CHECK(next({{nullptr, &three_hours}}, moment("2026-03-29T03:30"), spring) == "2026-03-29T05:00");
  const std::vector<Moment> autumn{moment("2026-10-25T01:00")};
  CHECK(next({{nullptr, &three_hours}}, moment("2026-10-25T01:30"), autumn) == "2026-10-25T03:00");
  SECTION("the hour that comes twice may be fine the second time") {
    const Calendar quiet{{}, {{minute("2026-10-25T02:30"), minute("2026-10-25T03:00"), {}}}};
    CHECK(next({{&quiet, nullptr}}, moment("2026-10-25T02:45")) == "2026-10-25T02:00");
  }
  SECTION("a window that opens in the hour left out opens with the jump") {
    const Calendar early{{{days("7"), 150, 240}}, {}};  // 02:30 to 04:00
    CHECK(next({{&early, nullptr}}, moment("2026-03-29T01:00")) == "2026-03-29T03:00");
  }
}

TEST_CASE("A moment within a minute", "[timing]") {
  const Frequency hour{{}, {}, 60};
  const Moment post{minute("2026-11-24T08:00") * 60 - 3600 + 30, minute("2026-11-24T08:00") * 60 + 30};
  const Moment soon{post.utc + 30 * 60, post.local + 30 * 60};
  CHECK(next({{nullptr, &hour}}, soon, {post}) == "2026-11-24T09:01");  // 09:00:30, rounded up
  SECTION("fine now is now, not the minute after") {
    const Calendar short_window{{{days("2"), 8 * 60, 8 * 60 + 1}}, {}};
    CHECK(next({{&short_window, nullptr}}, post) == "2026-11-24T08:00");
  }
}

TEST_CASE("Nothing is promised beyond the planning days", "[timing]") {
  const Calendar long_quiet{{}, {{minute("2026-01-01"), minute("2027-01-01"), {}}}};
  CHECK(next({{&long_quiet, nullptr}}, moment("2026-06-01")) == "none");
  CHECK(next({{&long_quiet, nullptr}}, moment("2026-12-20")) == "2027-01-01T00:00");
  const Calendar monday{{{days("1"), 0, 0}}, {}};
  const Calendar tuesday{{{days("2"), 0, 0}}, {}};
  CHECK(next({{&monday, nullptr}, {&tuesday, nullptr}}, moment("2026-11-24")) == "none");
}

TEST_CASE("The next good minute agrees with trying every minute", "[timing]") {
  std::mt19937 random(62);
  const auto pick = [&](int64_t from, int64_t to) { return std::uniform_int_distribution<int64_t>(from, to)(random); };
  const Zone zones[] = {kBerlin, Zone(), Zone({{1761440400, -180}, {1774746000, -120}, {1792890000, -210}}),
                        // Clocks that change at midnight, forward and back.
                        Zone({{0, 120}, {1774742400 - 7200, 180}, {1792890000 - 3600, 120}})};
  const int64_t starts[] = {1774746000 - 7200, 1792890000 - 7200, 1795000000, 1774746000 - 86400 * 3};
  int late = 0;
  for (int round = 0; round < 400; ++round) {
    const Zone& zone = zones[round % 4];
    const Moment from = zone.from_utc(starts[pick(0, 3)] + pick(-6, 6) * 1800 + (pick(0, 2) == 0 ? pick(0, 59) : 0));
    std::vector<Calendar> calendars(static_cast<size_t>(pick(0, 2)));
    for (Calendar& calendar : calendars) {
      for (int64_t i = pick(0, 3); i > 0; --i) {
        const auto coarse = [&] { return static_cast<int32_t>(pick(0, 48) * 30); };
        calendar.windows.push_back({static_cast<uint8_t>(pick(0, 127)), std::min(coarse(), 1439), coarse()});
      }
      for (int64_t i = pick(0, 2); i > 0; --i) {
        const LocalMinute begin = from.minute() + pick(-300, 4000);
        calendar.quiet.push_back({begin, begin + pick(1, 2000), {}});
      }
      if (pick(0, 2) == 0) {
        const LocalMinute midnight = day_of(from.minute()) * kMinutesPerDay;
        calendar.quiet.push_back({midnight, midnight + 2 * kMinutesPerDay, {}});
      }
    }
    std::vector<Moment> earlier;
    for (int64_t i = pick(0, 6); i > 0; --i) earlier.push_back(zone.from_utc(from.utc - pick(0, 4 * 86400)));
    std::vector<Frequency> frequencies(static_cast<size_t>(pick(0, 2)));
    for (Frequency& frequency : frequencies) {
      if (pick(0, 1) == 0) frequency.per_day = static_cast<uint32_t>(pick(1, 3));
      if (pick(0, 1) == 0) frequency.per_week = static_cast<uint32_t>(pick(1, 5));
      if (pick(0, 1) == 0) frequency.min_gap_minutes = static_cast<uint32_t>(pick(1, 3000));
    }
    std::vector<Constraint> constraints;
    for (const Calendar& calendar : calendars) constraints.push_back({&calendar, nullptr});
    for (const Frequency& frequency : frequencies) constraints.push_back({nullptr, &frequency});

    const auto fine = [&](const Moment& at) {
      return std::none_of(constraints.begin(), constraints.end(), [&](const Constraint& constraint) {
        return objection_to(constraint, at, earlier).has_value();
      });
    };
    std::string expected = "none";
    if (fine(from)) {
      expected = format_local_minute(from.minute());
    } else {
      const int64_t first = from.utc + (60 - from.local % 60) % 60;
      for (int64_t utc = first; utc <= from.utc + int64_t{kPlanningDays} * 86400; utc += 60) {
        if (!fine(zone.from_utc(utc))) continue;
        expected = format_local_minute(zone.from_utc(utc).minute());
        break;
      }
    }
    if (expected != format_local_minute(from.minute()) && expected != "none") ++late;
    CAPTURE(round, from.utc, format_local_minute(from.minute()));
    CHECK(next(constraints, from, earlier, zone) == expected);
  }
  CHECK(late > 100);  // the rounds are worth their time only if most have to search
}

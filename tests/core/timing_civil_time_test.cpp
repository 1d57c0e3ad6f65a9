#include "catch.h"
#include "exact_buffer.h"
#include "timing/civil_time.h"

using namespace botschaft::timing;
using botschaft::test::ExactBuffer;

namespace {

// Europe/Berlin around 2026: from `at` in UTC seconds.
const Zone kBerlin({{1774746000, 120}, {1761440400, 60}, {1792890000, 60}});  // unsorted on purpose

int64_t local_seconds(const char* text) {
  return parse_local_minute(text).value() * 60;
}

}  // namespace

TEST_CASE("Days are counted from 1970", "[timing]") {
  struct Case {
    const char* date;
    Day day;
    int weekday;  // 0 Monday
  };
  const Case cases[] = {
      {"1970-01-01", 0, 3},       {"1969-12-31", -1, 2},      {"1970-03-01", 59, 6},    {"2000-02-29", 11016, 1},
      {"2000-03-01", 11017, 2},   {"1900-03-01", -25508, 3},  {"2026-11-24", 20781, 1}, {"2038-01-19", 24855, 1},
      {"0000-01-01", -719528, 5}, {"9999-12-31", 2932896, 4}, {"2100-02-28", 47540, 6}, {"2100-03-01", 47541, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.date);
    const auto day = parse_day(ExactBuffer(c.date).view());
    REQUIRE(day.has_value());
    CHECK(*day == c.day);
    CHECK(weekday_of(*day) == c.weekday);
    CHECK(monday_of(*day) == *day - c.weekday);
    CHECK(format_local_minute(*day * kMinutesPerDay + 61) == std::string(c.date) + "T01:01");
    CHECK(day_of(*day * kMinutesPerDay) == *day);
    CHECK(day_of(*day * kMinutesPerDay - 1) == *day - 1);
  }
}

TEST_CASE("Every day of four centuries comes back as it was", "[timing]") {
  int wrong = 0;
  for (Day day = -146097; day < 146097; ++day) {
    const std::string text = format_local_minute(day * kMinutesPerDay);
    if (parse_day(std::string_view(text).substr(0, 10)) != day) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("What is no date or time is refused", "[timing]") {
  for (const char* text :
       {"", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29", "1900-02-29", "2026-01-00",
        "2026-01-01 ", " 2026-01-01", "2026/01/01", "20260101", "2026-01-01T", "+026-01-01", "2026-0a-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_day(ExactBuffer(text).view()).has_value());
    CHECK_FALSE(parse_local_minute(ExactBuffer(text).view()).has_value());
  }
  for (const char* text :
       {"2026-01-01T8:00", "2026-01-01T08:60", "2026-01-01T24:01", "2026-01-01T25:00", "2026-01-01 08:00",
        "2026-01-01T08:00Z", "2026-01-01T08:00:00", "2026-01-01T08", "2026-01-01T08:0"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_local_minute(ExactBuffer(text).view()).has_value());
  }
  for (const char* text : {"", "8:00", "08:60", "24:01", "25:00", "08:00 ", "08.00", "-1:00", "08:00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_time_of_day(ExactBuffer(text).view()).has_value());
  }
  CHECK(parse_time_of_day("00:00") == 0);
  CHECK(parse_time_of_day("23:59") == 1439);
  CHECK(parse_time_of_day("24:00") == 1440);
  CHECK(parse_local_minute("2026-11-24") == parse_local_minute("2026-11-24T00:00"));
  CHECK(parse_local_minute("2026-11-24T24:00") == parse_local_minute("2026-11-25T00:00"));
}

TEST_CASE("Wall time in Berlin through both changes of 2026", "[timing]") {
  struct Case {
    const char* utc;
    const char* local;
  };
  for (const Case& c : {Case{"2026-01-15T12:00", "2026-01-15T13:00"}, Case{"2026-03-29T00:59", "2026-03-29T01:59"},
                        Case{"2026-03-29T01:00", "2026-03-29T03:00"}, Case{"2026-07-01T12:00", "2026-07-01T14:00"},
                        Case{"2026-10-25T00:59", "2026-10-25T02:59"}, Case{"2026-10-25T01:00", "2026-10-25T02:00"},
                        Case{"2026-10-25T02:00", "2026-10-25T03:00"}, Case{"2020-01-01T00:00", "2020-01-01T01:00"}}) {
    CAPTURE(c.utc);
    const Moment moment = kBerlin.from_utc(local_seconds(c.utc));
    CHECK(format_local_minute(moment.minute()) == c.local);
    CHECK(moment.utc == local_seconds(c.utc));
  }
  SECTION("and back: what exists twice is the first, what was skipped is the moment after the jump") {
    for (const Case& c : {Case{"2026-01-15T12:00", "2026-01-15T13:00"}, Case{"2026-03-29T00:59", "2026-03-29T01:59"},
                          Case{"2026-03-29T01:00", "2026-03-29T02:00"}, Case{"2026-03-29T01:00", "2026-03-29T02:59"},
                          Case{"2026-03-29T01:00", "2026-03-29T03:00"}, Case{"2026-03-29T01:01", "2026-03-29T03:01"},
                          Case{"2026-10-24T23:59", "2026-10-25T01:59"}, Case{"2026-10-25T00:00", "2026-10-25T02:00"},
                          Case{"2026-10-25T00:59", "2026-10-25T02:59"}, Case{"2026-10-25T02:00", "2026-10-25T03:00"}}) {
      CAPTURE(c.local);
      CHECK(format_local_minute(kBerlin.from_local(local_seconds(c.local)).utc / 60) == c.utc);
    }
    CHECK(format_local_minute(kBerlin.from_local(local_seconds("2026-03-29T02:30")).minute()) == "2026-03-29T03:00");
  }
}

TEST_CASE("Instants are read with and without an offset", "[timing]") {
  struct Case {
    const char* text;
    const char* utc;
    const char* local;
  };
  const Case cases[] = {
      {"2026-07-01T12:00Z", "2026-07-01T12:00", "2026-07-01T14:00"},
      {"2026-07-01T12:00:59.999Z", "2026-07-01T12:00", "2026-07-01T14:00"},
      {"2026-07-01T12:00+02:00", "2026-07-01T10:00", "2026-07-01T12:00"},
      {"2026-07-01T12:00-05:30", "2026-07-01T17:30", "2026-07-01T19:30"},
      {"2026-07-01T12:00", "2026-07-01T10:00", "2026-07-01T12:00"},
      {"2026-01-01T00:00:30", "2025-12-31T23:00", "2026-01-01T00:00"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto moment = parse_moment(ExactBuffer(c.text).view(), kBerlin);
    REQUIRE(moment.has_value());
    CHECK(format_local_minute(moment->utc >= 0 ? moment->utc / 60 : 0) == c.utc);
    CHECK(format_local_minute(moment->minute()) == c.local);
  }
  for (const char* text :
       {"2026-07-01", "2026-07-01T12", "2026-07-01T12:00z", "2026-07-01T12:00+2", "2026-07-01T12:00+19:00",
        "2026-07-01T12:00:61", "2026-07-01T12:00:", "2026-07-01T12:00:00.Z", "2026-07-01T12:00ZZ", "now", ""}) {
    CAPTURE(text);
    CHECK_FALSE(parse_moment(ExactBuffer(text).view(), kBerlin).has_value());
  }
  SECTION("without a zone an instant stands at its own wall time") {
    const auto moment = parse_moment("2026-07-01T12:00+02:00", Zone());
    CHECK(format_local_minute(moment->minute()) == "2026-07-01T12:00");
    CHECK(format_local_minute(moment->utc / 60) == "2026-07-01T10:00");
  }
  CHECK(Moment{0, -1}.minute() == -1);
}

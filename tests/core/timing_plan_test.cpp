// Plans and verdicts beside a model that knows nothing but minutes: it walks through time and asks every rule anew,
// with the standard library's calendar and offsets that it looks up itself.
#include <chrono>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "timing/calendar_file.h"
#include "timing/plan.h"

using namespace botschaft;
using namespace botschaft::timing;

namespace {

namespace chrono = std::chrono;
constexpr int64_t kDaySeconds = 86'400;

// A place whose clock changes twice a year, as the model sees it.
struct Place {
  std::vector<ZoneTransition> transitions;

  [[nodiscard]] int64_t wall_minute(int64_t utc) const {
    int64_t offset = transitions.front().offset_minutes;
    for (const ZoneTransition& transition : transitions) {
      if (transition.at <= utc) offset = transition.offset_minutes;
    }
    const int64_t seconds = utc + offset * 60;
    return seconds >= 0 ? seconds / 60 : (seconds - 59) / 60;
  }
};

chrono::sys_days day_of_wall(int64_t minute) {
  return chrono::floor<chrono::days>(chrono::sys_seconds(chrono::minutes(minute)));
}

// The number of the ISO week that a day is in, counted from an arbitrary Monday.
int64_t week_of(chrono::sys_days day) {
  const unsigned iso = chrono::weekday(day).iso_encoding();
  return (day - chrono::days(iso - 1)).time_since_epoch().count();
}

struct ModelWindow {
  std::set<unsigned> weekdays;  // 1 for Monday
  int from, to;                 // minutes from midnight

  // On each day the window is a list of minutes, which may go on into the next.
  [[nodiscard]] bool has(int64_t wall) const {
    for (const int back : {0, 1}) {
      const chrono::sys_days day = day_of_wall(wall) - chrono::days(back);
      const int64_t minute = wall - chrono::duration_cast<chrono::minutes>(day.time_since_epoch()).count();
      const int end = to > from ? to : to + 1440;
      if (weekdays.count(chrono::weekday(day).iso_encoding()) != 0 && minute >= from && minute < end) return true;
    }
    return false;
  }
};

struct ModelRule {
  std::vector<ModelWindow> windows, quiet_hours;
  std::vector<std::pair<int64_t, int64_t>> quiet;
  std::optional<uint32_t> per_day, per_week, per_month, gap_minutes, rest_minutes;
  std::vector<int64_t> posts;  // UTC
  const Place* place = nullptr;
  std::optional<chrono::sys_days> first_day, last_day;

  [[nodiscard]] bool allows(int64_t utc) const {
    const int64_t wall = place->wall_minute(utc);
    const chrono::sys_days day = day_of_wall(wall);
    if ((first_day && day < *first_day) || (last_day && day > *last_day)) return true;
    for (const auto& [from, until] : quiet) {
      if (wall >= from && wall < until) return false;
    }
    for (const ModelWindow& window : quiet_hours) {
      if (window.has(wall)) return false;
    }
    bool open = windows.empty();
    for (const ModelWindow& window : windows) open = open || window.has(wall);
    if (!open) return false;
    const chrono::year_month_day date(day);
    uint32_t same_day = 0, same_week = 0, same_month = 0;
    for (const int64_t post : posts) {
      const int64_t post_wall = place->wall_minute(post);
      const chrono::sys_days post_day = day_of_wall(post_wall);
      const chrono::year_month_day post_date(post_day);
      same_day += post_day == day;
      same_week += week_of(post_day) == week_of(day);
      same_month += post_date.year() == date.year() && post_date.month() == date.month();
      if (post > utc) continue;
      if (gap_minutes && utc - post < int64_t{*gap_minutes} * 60) return false;
      const bool other_shift = day_of_wall(post_wall - 240) < day_of_wall(wall - 240);
      if (rest_minutes && other_shift && utc - post < int64_t{*rest_minutes} * 60) return false;
    }
    return !(per_day && same_day >= *per_day) && !(per_week && same_week >= *per_week) &&
           !(per_month && same_month >= *per_month);
  }
};

std::vector<Window> as_windows(const std::vector<ModelWindow>& model) {
  std::vector<Window> windows;
  for (const ModelWindow& window : model) {
    uint8_t bits = 0;
    for (const unsigned day : window.weekdays) bits = static_cast<uint8_t>(bits | 1U << (day - 1));
    windows.push_back({bits, window.from, window.to});
  }
  return windows;
}

// Rules with the model's beside them; the constraints point into it.
struct World {
  std::vector<Place> places;
  std::vector<Zone> zones;
  std::vector<ModelRule> rules;
  std::vector<Calendar> calendars;
  std::vector<Frequency> frequencies;
  std::vector<Constraint> constraints;

  [[nodiscard]] bool allows(int64_t utc) const {
    for (const ModelRule& rule : rules) {
      if (!rule.allows(utc)) return false;
    }
    return true;
  }
};

class Chance {
 public:
  explicit Chance(uint32_t seed) : random_(seed) {}
  int64_t pick(int64_t from, int64_t to) { return std::uniform_int_distribution<int64_t>(from, to)(random_); }
  bool one_in(int64_t n) { return pick(1, n) == 1; }

 private:
  std::mt19937 random_;
};

// The last Sundays of March and October at 01:00 UTC, for some years, around any standard offset; in some places the
// clock goes by half an hour, or changes at another hour of the day.
Place make_place(Chance& chance) {
  static constexpr int kOffsets[] = {60, 0, -300, 345, 570, -210, 720};
  const int standard = kOffsets[chance.pick(0, 6)];
  const int step = chance.one_in(3) ? 30 : 60;
  const int64_t hour = chance.one_in(2) ? 1 : chance.pick(-12, 12);
  Place place{{{0, standard}}};
  for (int year = 2024; year <= 2031; ++year) {
    for (const unsigned month : {3U, 10U}) {
      const chrono::sys_days sunday = chrono::year(year) / chrono::month(month) / chrono::Sunday[chrono::last];
      place.transitions.push_back(
          {chrono::sys_seconds(sunday).time_since_epoch().count() + hour * 3600, standard + (month == 3 ? step : 0)});
    }
  }
  return place;
}

std::vector<ModelWindow> make_windows(Chance& chance, int64_t most) {
  std::vector<ModelWindow> windows;
  for (int64_t i = chance.pick(0, most); i > 0; --i) {
    ModelWindow window{{}, static_cast<int>(chance.pick(0, 95) * 15), static_cast<int>(chance.pick(1, 96) * 15)};
    for (unsigned day = 1; day <= 7; ++day) {
      if (!chance.one_in(3)) window.weekdays.insert(day);
    }
    if (window.from != window.to) windows.push_back(std::move(window));
  }
  return windows;
}

ModelRule make_rule(Chance& chance, const World& world, int64_t from) {
  ModelRule rule;
  rule.place = &world.places[static_cast<size_t>(chance.pick(0, 1))];
  const int64_t wall = rule.place->wall_minute(from);
  if (chance.one_in(3)) {
    rule.first_day = day_of_wall(wall + chance.pick(-2, 4) * 1440);
    rule.last_day = *rule.first_day + chrono::days(chance.pick(0, 6));
  }
  if (chance.one_in(2)) {
    rule.windows = make_windows(chance, 3);
    rule.quiet_hours = make_windows(chance, 1);
    for (int64_t i = chance.pick(0, 2); i > 0; --i) {
      const int64_t begin = wall + chance.pick(-600, 12'000);
      rule.quiet.emplace_back(begin, begin + chance.pick(1, 4000));
    }
    return rule;
  }
  if (chance.one_in(2)) rule.per_day = static_cast<uint32_t>(chance.pick(1, 3));
  if (chance.one_in(2)) rule.per_week = static_cast<uint32_t>(chance.pick(1, 6));
  if (chance.one_in(3)) rule.per_month = static_cast<uint32_t>(chance.pick(1, 9));
  if (chance.one_in(2)) rule.gap_minutes = static_cast<uint32_t>(chance.pick(1, 3000));
  if (chance.one_in(3)) rule.rest_minutes = static_cast<uint32_t>(chance.pick(1, 24) * 60);
  for (int64_t i = chance.pick(0, 9); i > 0; --i) rule.posts.push_back(from - chance.pick(0, 12 * kDaySeconds));
  return rule;
}

World make_world(Chance& chance, int64_t from) {
  World world;
  world.places = {make_place(chance), make_place(chance)};
  for (const Place& place : world.places) world.zones.emplace_back(place.transitions);
  for (int64_t i = chance.pick(1, 4); i > 0; --i) world.rules.push_back(make_rule(chance, world, from));
  for (const ModelRule& rule : world.rules) {
    Calendar calendar{as_windows(rule.windows), {}, as_windows(rule.quiet_hours)};
    for (const auto& [begin, end] : rule.quiet) calendar.quiet.push_back({begin, end, {}});
    world.calendars.push_back(std::move(calendar));
    world.frequencies.push_back({rule.per_day, rule.per_week, rule.gap_minutes, rule.per_month, rule.rest_minutes});
  }
  for (size_t i = 0; i < world.rules.size(); ++i) {
    const ModelRule& rule = world.rules[i];
    Constraint constraint{&world.calendars[i], &world.frequencies[i], {}, nullptr, {}};
    // The plan is in the first place; the second is the person's.
    if (rule.place != world.places.data()) constraint.zone = &world.zones[1];
    for (const int64_t post : rule.posts) constraint.earlier.push_back(world.zones[0].from_utc(post));
    if (rule.first_day) constraint.days.from = static_cast<Day>(rule.first_day->time_since_epoch().count());
    if (rule.last_day) constraint.days.until = static_cast<Day>(rule.last_day->time_since_epoch().count());
    world.constraints.push_back(std::move(constraint));
  }
  return world;
}

int64_t some_minute(Chance& chance) {
  constexpr int64_t kStart = 1'735'689'600;  // 2025-01-01
  // Often in the weeks in which clocks change.
  const int64_t year = chance.pick(0, 5) * 365 * kDaySeconds;
  if (chance.one_in(3)) return kStart + year + chance.pick(0, 365 * 1440) * 60;
  return kStart + year + (chance.one_in(2) ? 78 : 292) * kDaySeconds + chance.pick(0, 16 * 1440) * 60;
}

struct ModelStretch {
  int64_t begin, end;
  bool whole_day;
};

// Good minutes in a row on one local day, of which something lies behind `from`.
std::vector<ModelStretch> model_stretches(const World& world, int64_t from, int days) {
  const Place& place = world.places[0];
  const auto day_at = [&](int64_t utc) { return day_of_wall(place.wall_minute(utc)); };
  const chrono::sys_days today = day_at(from);
  const int64_t last_wall =
      chrono::duration_cast<chrono::minutes>((today + chrono::days(days)).time_since_epoch()).count();
  int64_t begin = from;
  while (day_at(begin - 60) == today) begin -= 60;
  std::vector<ModelStretch> stretches;
  constexpr int64_t kNone = -1;
  int64_t opened = kNone;
  const auto close = [&](int64_t end) {
    const bool whole = day_at(opened - 60) != day_at(opened) && day_at(end) != day_at(end - 60);
    if (end > from) stretches.push_back({opened, end, whole});
    opened = kNone;
  };
  for (int64_t utc = begin;; utc += 60) {
    const bool over = utc > from && place.wall_minute(utc) >= last_wall;
    if (opened != kNone && (over || !world.allows(utc) || day_at(utc) != day_at(opened))) close(utc);
    if (over) return stretches;
    if (opened == kNone && world.allows(utc)) opened = utc;
  }
}

}  // namespace

TEST_CASE("Verdicts agree with the model through years", "[timing][plan]") {
  Chance chance(2026);
  size_t fine = 0;
  size_t asked = 0;
  for (int round = 0; round < 60; ++round) {
    const int64_t from = some_minute(chance);
    const World world = make_world(chance, from);
    for (int64_t utc = from - 30 * kDaySeconds; utc < from + 400 * kDaySeconds;
         utc += 60 * (std::abs(utc - from) < 20 * kDaySeconds ? 1 : 11)) {
      const bool expected = world.allows(utc);
      ++asked;
      fine += expected;
      if (is_fine(world.constraints, world.zones[0].from_utc(utc)) == expected) continue;
      CAPTURE(round, utc, format_local_minute(world.zones[0].from_utc(utc).minute()));
      REQUIRE(is_fine(world.constraints, world.zones[0].from_utc(utc)) == expected);
    }
  }
  CHECK(fine > asked / 20);
  CHECK(fine < asked - asked / 20);
}

TEST_CASE("The next good moment agrees with the model", "[timing][plan]") {
  Chance chance(31);
  int late = 0;
  for (int round = 0; round < 600; ++round) {
    const int64_t from = some_minute(chance);
    const World world = make_world(chance, from);
    std::optional<int64_t> expected;
    for (int64_t utc = from; utc <= from + int64_t{kPlanningDays} * kDaySeconds && !expected; utc += 60) {
      if (world.allows(utc)) expected = utc;
    }
    const auto found = next_good_moment(world.constraints, world.zones[0].from_utc(from), world.zones[0]);
    late += expected && *expected != from;
    CAPTURE(round, from);
    REQUIRE((found ? std::optional(found->utc) : std::nullopt) == expected);
  }
  CHECK(late > 50);
}

TEST_CASE("Slots agree with the model", "[timing][plan]") {
  Chance chance(7);
  size_t slots_seen = 0;
  for (int round = 0; round < 400; ++round) {
    const int64_t from = some_minute(chance);
    const World world = make_world(chance, from);
    const std::vector<ModelStretch> expected = model_stretches(world, from, 14);
    CAPTURE(round, from);
    PlanWish wish{world.zones[0].from_utc(from), 14, 50, false, 0};
    const std::vector<Slot> plain = plan_slots(world.constraints, wish, world.zones[0]);
    std::string model, own;
    for (const ModelStretch& stretch : expected)
      model += format_local_minute(world.zones[0].from_utc(stretch.begin).minute()) + " ";
    for (const Slot& slot : plain) own += format_local_minute(slot.opens.minute()) + " ";
    REQUIRE(own == model);
    wish.seed = seed_of({"anna", std::to_string(round)});
    const std::vector<Slot> moved = plan_slots(world.constraints, wish, world.zones[0]);
    REQUIRE(moved.size() == plain.size());
    for (size_t i = 0; i < plain.size(); ++i) {
      const ModelStretch& stretch = expected[i];
      CAPTURE(i, stretch.begin, stretch.end, plain[i].at.utc);
      REQUIRE(plain[i].opens.utc == stretch.begin);
      REQUIRE(plain[i].closes.utc == stretch.end);
      if (!stretch.whole_day) REQUIRE(plain[i].at.utc == std::max(stretch.begin, from));
      for (const Slot& slot : {plain[i], moved[i]}) {
        REQUIRE(slot.at.utc >= from);
        REQUIRE(slot.at.utc >= stretch.begin);
        REQUIRE(slot.at.utc < stretch.end);
        REQUIRE(slot.at.utc % 60 == 0);
      }
      ++slots_seen;
    }
    wish.spread = true;
    wish.count = static_cast<size_t>(chance.pick(1, 7));
    World after = world;
    for (size_t i = 0; i < after.rules.size(); ++i) {
      // The model's rules point into the world that they were copied from.
      after.rules[i].place = &after.places[static_cast<size_t>(world.rules[i].place - world.places.data())];
    }
    int64_t last = 0;
    const std::vector<Slot> spread = plan_slots(world.constraints, wish, world.zones[0]);
    CHECK(spread.size() <= wish.count);
    for (const Slot& slot : spread) {
      REQUIRE(slot.at.utc > last);
      last = slot.at.utc;
      REQUIRE(after.allows(slot.at.utc));  // with those before it posted
      for (ModelRule& rule : after.rules) rule.posts.push_back(slot.at.utc);
    }
  }
  CHECK(slots_seen > 500);
}

TEST_CASE("Colleagues with the same content get minutes of their own", "[timing][plan]") {
  const Zone berlin({{1774746000, 120}, {1792890000, 60}});
  const Calendar office{{{0b0011111, 8 * 60, 18 * 60}}, {}, {}};
  std::set<int64_t> first_slots;
  std::map<int32_t, int> days;
  for (int person = 0; person < 40; ++person) {
    PlanWish wish{berlin.from_utc(1795676400), 14, 5, false, seed_of({std::to_string(person), "item", "linkedin"})};
    const std::vector<Slot> slots = plan_slots({{&office, nullptr, {}, nullptr, {}}}, wish, berlin);
    REQUIRE(slots.size() == 5);
    first_slots.insert(slots[1].at.utc);
    // The same whenever it is asked, as long as the slot lies ahead.
    wish.from = berlin.from_utc(1795676400 + 3 * 3600);
    const std::vector<Slot> later = plan_slots({{&office, nullptr, {}, nullptr, {}}}, wish, berlin);
    for (size_t i = 1; i < 5; ++i) CHECK(later[i].at.utc == slots[i].at.utc);
    wish.spread = true;
    wish.count = 1;
    const std::vector<Slot> one = plan_slots({{&office, nullptr, {}, nullptr, {}}}, wish, berlin);
    REQUIRE(one.size() == 1);
    ++days[day_of(one[0].at.minute())];
  }
  CHECK(first_slots.size() >= 37);  // of 600 minutes; a chance meeting of two is no fault
  CHECK(days.size() == 5);          // one slot each, spread over the working days of the week
  for (const auto& [day, people] : days) CHECK(people < 20);
}

TEST_CASE("A calendar file folds lines between characters and escapes texts", "[timing][plan]") {
  std::string summary;
  for (int i = 0; i < 60; ++i) summary += "ä";
  const std::string file =
      calendar_file({{1795679220, 15, "u", summary, "a;b,c\\d\ne\r\x01", "https://a.example/,;"}}, 1795679220, 5);
  CHECK(file.find("DTSTART:20261126T074700Z\r\n") != std::string::npos);
  CHECK(file.find("DESCRIPTION:a\\;b\\,c\\\\d\\ne\r\n") != std::string::npos);
  CHECK(file.find("URL:https://a.example/,;\r\n") != std::string::npos);
  CHECK(file.find("TRIGGER:-PT5M\r\n") != std::string::npos);
  std::string unfolded;
  size_t begin = 0;
  for (size_t end = file.find("\r\n"); end != std::string::npos; begin = end + 2, end = file.find("\r\n", begin)) {
    const std::string line = file.substr(begin, end - begin);
    CHECK(line.size() <= 75);
    CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80);
    unfolded += line[0] == ' ' ? line.substr(1) : "\n" + line;
  }
  CHECK(begin == file.size());
  CHECK(unfolded.find("\nSUMMARY:" + summary + "\n") != std::string::npos);
}

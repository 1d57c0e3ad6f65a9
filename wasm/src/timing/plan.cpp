#include "timing/plan.h"

#include <algorithm>

#include "base/sort.h"

namespace botschaft::timing {
namespace {

constexpr int64_t kMinute = 60;
// How far from its first good minute a slot may lie where nothing but the person's turn asks for later.
constexpr int64_t kTurn = 60;  // minutes

struct Stretch {
  Moment begin;
  Moment end;
};

// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014), the finalizer of SplitMix64.
uint64_t mixed(uint64_t value) {
  value += 0x9E3779B97F4A7C15U;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

Moment midnight(Day day, const Zone& zone) {
  return zone.from_local(day * kMinutesPerDay * kMinute);
}

std::vector<Stretch> good_stretches(const std::vector<Constraint>& constraints, const PlanWish& wish,
                                    const Zone& zone) {
  std::vector<Stretch> stretches;
  const Day today = day_of(wish.from.minute());
  Moment at = midnight(today, zone);
  const int64_t end = midnight(today + (wish.spread ? std::min(wish.days, 7) : wish.days), zone).utc;
  while (at.utc < end && (wish.spread || stretches.size() < wish.count)) {
    const auto begin = next_good_moment(constraints, at, zone);
    if (!begin || begin->utc >= end) break;
    at = *begin;
    do at = next_boundary(constraints, at, zone);
    while (is_fine(constraints, at) && day_of(at.minute()) == day_of(begin->minute()));
    if (at.utc > wish.from.utc) stretches.push_back({*begin, at});
  }
  return stretches;
}

// None where less than a minute of the stretch is left.
std::optional<Slot> slot_in(const Stretch& stretch, const PlanWish& wish, const Zone& zone) {
  const Day day = day_of(stretch.begin.minute());
  const int64_t now = (wish.from.utc + kMinute - 1) / kMinute * kMinute;
  const int64_t end = stretch.end.utc;
  int64_t first = std::max(stretch.begin.utc, now);
  if (first >= end) return std::nullopt;
  const uint64_t turn = wish.seed == 0 ? 0 : mixed(wish.seed + static_cast<uint64_t>(day));
  const auto moved = [&](int64_t begin, int64_t most) {
    const int64_t minutes = std::min(most, (end - begin) / kMinute);
    return begin + (minutes <= 1 ? 0 : static_cast<int64_t>(turn % static_cast<uint64_t>(minutes)) * kMinute);
  };
  const bool whole_day = stretch.begin.utc == midnight(day, zone).utc && end == midnight(day + 1, zone).utc;
  int64_t at = whole_day ? 0 : moved(stretch.begin.utc, INT64_MAX);
  if (whole_day) {
    const LocalMinute time = wish.from.minute() - day_of(wish.from.minute()) * kMinutesPerDay;
    const int64_t same_time = zone.from_local((day * kMinutesPerDay + time) * kMinute).utc;
    if (same_time > first && same_time < end) first = same_time;
  }
  // Of a stretch that has begun, what is left of it counts.
  if (at < first) at = moved(first, kTurn);
  const int64_t opens = whole_day || at < stretch.begin.utc ? first : std::max(stretch.begin.utc, now);
  return Slot{zone.from_utc(at), stretch.begin, stretch.end, static_cast<uint32_t>((at - opens) / kMinute)};
}

}  // namespace

std::vector<Slot> plan_slots(std::vector<Constraint> constraints, const PlanWish& wish, const Zone& zone) {
  std::vector<Slot> slots;
  for (const Stretch& stretch : good_stretches(constraints, wish, zone)) {
    if (const auto slot = slot_in(stretch, wish, zone)) slots.push_back(*slot);
  }
  if (!wish.spread) return slots;
  // As far apart as the week allows, beginning at the person's own.
  const size_t count = std::min(wish.count, slots.size());
  std::vector<size_t> chosen;
  for (size_t i = 0; i < count; ++i)
    chosen.push_back((static_cast<size_t>(wish.seed % slots.size()) + i * slots.size() / count) % slots.size());
  sort_stably(chosen, [](size_t a, size_t b) { return a < b; });
  std::vector<Slot> spread;
  for (const size_t number : chosen) {
    if (!is_fine(constraints, slots[number].at)) continue;
    spread.push_back(slots[number]);
    for (Constraint& constraint : constraints) {
      if (constraint.frequency != nullptr) constraint.earlier.push_back(slots[number].at);
    }
  }
  return spread;
}

uint64_t seed_of(std::initializer_list<std::string_view> texts) {
  uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a
  for (const std::string_view text : texts) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    hash = (hash ^ 0xFFU) * 0x100000001B3U;  // no text has this byte
  }
  hash = mixed(hash);
  return hash == 0 ? 1 : hash;
}

}  // namespace botschaft::timing

// Readers of what packs say about time: calendars, frequency, rest, the stop of all sharing, and examples' histories.
#include "wire/pack_reader.h"
#include "wire/rule_parts.h"

namespace botschaft::wire {
namespace {

std::optional<int32_t> read_time_of_day(const Node& node) {
  const auto text = node.text();
  if (!text) return std::nullopt;
  const auto time = timing::parse_time_of_day(*text);
  if (!time) {
    node.problem("bad-time",
                 {"„" + shortened(*text) + "“ ist keine Uhrzeit.", "“" + shortened(*text) + "” is no time of day."},
                 {"Als hh:mm von 00:00 bis 24:00 schreiben.", "Write it as hh:mm, 00:00 to 24:00."});
  }
  return time;
}

timing::Window read_window(const Node& node) {
  timing::Window window;
  if (!node.expect_object({"days", "from", "to"}, {"days", "from", "to"})) return window;
  constexpr std::string_view kDays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const Node days = node.field("days");
  for (const Node& day : days.items({1, 7})) {
    if (const auto number = day.one_of(kDays)) window.weekdays = static_cast<uint8_t>(window.weekdays | 1U << *number);
  }
  const auto from = read_time_of_day(node.field("from"));
  const auto to = read_time_of_day(node.field("to"));
  if (!from || !to) return window;
  if (*from == *to || *from == timing::kMinutesPerDay) {
    node.field("from").problem(
        "contradiction",
        {"Ein Zeitfenster, das endet, wo es beginnt, ist nie offen.",
         "A window that ends where it begins is never open."},
        {"Für den ganzen Tag 00:00 bis 24:00 schreiben.", "For the whole day, write 00:00 to 24:00."});
  }
  window.from = *from;
  window.to = *to;
  return window;
}

// Whose wall time is meant.
bool read_person_zone(const Node& node) {
  constexpr std::string_view kZones[] = {"pack", "person"};
  return node.field("zone").one_of(kZones) == 1;
}

void read_quiet_period(const Node& node, timing::Calendar& calendar) {
  if (!node.expect_object({"from", "until", "name"}, {"from", "until", "name"})) return;
  const auto from = read_local_minute(node.field("from"));
  const auto until = read_end_minute(node.field("until"));
  if (!from || !until) return;
  if (*until <= *from) {
    node.problem("contradiction",
                 {"Das Ende liegt nicht nach dem Anfang.", "The end does not lie after the beginning."},
                 {"Die beiden Zeitpunkte tauschen oder berichtigen.", "Swap or correct the two."});
  }
  calendar.quiet.push_back({*from, *until, node.field("name").localized()});
}

std::vector<std::string> read_topic_ids(const Node& list) {
  std::vector<std::string> ids;
  for (const Node& item : list.items({0, 50})) ids.push_back(item.id());
  return ids;
}

}  // namespace

pack::Check read_calendar_check(const Node& node) {
  pack::CalendarCheck check;
  if (!node.expect_object({"type", "windows", "quietHours", "quiet", "holidays", "content", "zone"})) return check;
  expect_exactly_one(node, {"windows", "quietHours", "quiet", "holidays", "content"});
  const Node windows = node.field("windows");
  for (const Node& window : windows.items({1, 100})) check.calendar.windows.push_back(read_window(window));
  const Node hours = node.field("quietHours");
  for (const Node& window : hours.items({1, 100})) check.calendar.quiet_hours.push_back(read_window(window));
  const Node quiet = node.field("quiet");
  for (const Node& period : quiet.items({1, 1000})) read_quiet_period(period, check.calendar);
  check.holidays = read_true(node.field("holidays"));
  check.content = read_true(node.field("content"));
  check.person_zone = read_person_zone(node);
  return check;
}

pack::Check read_frequency_check(const Node& node) {
  pack::FrequencyCheck check;
  if (!node.expect_object(
          {"type", "of", "topics", "perDay", "perWeek", "perMonth", "minGapMinutes", "minGapDays", "zone"}))
    return check;
  constexpr std::string_view kOf[] = {"network", "person", "topic", "item", "link"};
  check.of = static_cast<pack::FrequencyCheck::Of>(node.field("of").one_of(kOf).value_or(0));
  check.topics = read_topic_ids(node.field("topics"));
  if (!check.topics.empty() && check.of != pack::FrequencyCheck::Of::kTopic) {
    node.field("topics").problem(
        "contradiction", {"„topics“ gehört zu \"of\": \"topic\".", "“topics” belongs to \"of\": \"topic\"."},
        {"\"of\": \"topic\" ergänzen oder „topics“ entfernen.", "Add \"of\": \"topic\", or remove “topics”."});
  }
  timing::Frequency& frequency = check.frequency;
  frequency.per_day = read_count(node.field("perDay"), 1, 1000);
  frequency.per_week = read_count(node.field("perWeek"), 1, 7000);
  frequency.per_month = read_count(node.field("perMonth"), 1, 31'000);
  frequency.min_gap_minutes = read_count(node.field("minGapMinutes"), 1, 10'080);
  const Node days = node.field("minGapDays");
  if (const auto gap = read_count(days, 1, 366)) {
    if (frequency.min_gap_minutes) expect_exactly_one(node, {"minGapMinutes", "minGapDays"});
    frequency.min_gap_minutes = *gap * timing::kMinutesPerDay;
    check.gap_in_days = true;
  }
  check.person_zone = read_person_zone(node);
  constexpr std::string_view kCaps[] = {"perDay", "perWeek", "perMonth", "minGapMinutes", "minGapDays"};
  bool any = false;
  for (const std::string_view cap : kCaps) any = any || node.field(cap).present();
  if (!any) {
    node.problem("missing-key",
                 {"Es fehlt, wie oft gepostet werden darf.", "It is not said how often posting is fine."},
                 {"„perDay“, „perWeek“, „perMonth“, „minGapMinutes“ oder „minGapDays“ ergänzen.",
                  "Add “perDay”, “perWeek”, “perMonth”, “minGapMinutes” or “minGapDays”."});
  }
  return check;
}

pack::Check read_rest_check(const Node& node) {
  pack::RestCheck check;
  if (!node.expect_object({"type", "hours"}, {"type", "hours"})) return check;
  if (const auto hours = read_count(node.field("hours"), 1, 48)) check.frequency.rest_minutes = *hours * 60;
  return check;
}

void read_pause(const Node& node, pack::Pack& pack) {
  if (!node.present() || !node.expect_object({"reason", "from", "until", "level", "where"}, {"reason"})) return;
  pack::Rule rule;
  rule.id = "pause-sharing-" + pack.id;
  rule.place = node.place();
  rule.level = read_level(node.field("level")).value_or(Level::kBlock);
  rule.title = {"Teilen ist angehalten", "Sharing is paused"};
  rule.message = {"Gerade wird nichts geteilt: {period} Nächste gute Zeit: {next}.",
                  "Nothing is shared for now: {period} Next good time: {next}."};
  rule.reason = node.field("reason").localized();
  rule.where = read_where(node.field("where"));
  const Node until = node.field("until");
  const auto begin = read_local_minute(node.field("from"));
  const auto end = read_end_minute(until);
  if (begin && end && *end <= *begin) {
    until.problem("contradiction",
                  {"Das Ende liegt nicht nach dem Anfang.", "The end does not lie after the beginning."},
                  {"Die beiden Zeitpunkte tauschen oder berichtigen.", "Swap or correct the two."});
  }
  pack::CalendarCheck check;
  check.calendar.quiet.push_back({begin.value_or(timing::kLongAgo), end.value_or(timing::kFarAhead), rule.reason});
  rule.check = std::move(check);
  pack.rules.push_back(std::move(rule));
}

void read_example_history(const Node& node, pack::Example& example) {
  const Node posted = node.field("posted");
  for (const Node& entry : posted.items({0, 100})) {
    pack::PostedExample post;
    std::optional<timing::LocalMinute> at;
    if (entry.json().is_object()) {
      if (!entry.expect_object({"at", "network", "item", "topics", "links"}, {"at"})) continue;
      at = read_local_minute(entry.field("at"));
      post.network = read_network(entry.field("network"));
      post.item = entry.field("item").id();
      post.topics = read_topic_ids(entry.field("topics"));
      post.links = entry.field("links").texts({0, 20}, {1, 2000});
    } else {
      at = read_local_minute(entry);
    }
    if (!at) continue;
    post.at = *at;
    example.posted.push_back(std::move(post));
  }
  const Node worked = node.field("worked");
  for (const Node& moment : worked.items({0, 100})) {
    if (const auto minute = read_local_minute(moment)) example.worked.push_back(*minute);
  }
  example.embargo = read_local_minute(node.field("embargo"));
  example.expires = read_end_minute(node.field("expires"));
  example.item = node.field("item").id();
  example.topics = read_topic_ids(node.field("topics"));
}

}  // namespace botschaft::wire

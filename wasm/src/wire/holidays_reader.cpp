#include "wire/holidays_reader.h"

#include "wire/pack_reader.h"

namespace botschaft::wire {

Result<timing::HolidayTable> read_holidays(const Value& json) {
  Report report{"holidays", {}};
  const Node root(&json, report);
  timing::HolidayTable table;
  if (root.expect_object({"$schema", "format", "source", "from", "until", "regions", "holidays"},
                         {"format", "from", "until", "regions", "holidays"})) {
    (void)root.field("$schema").text();
    (void)root.field("format").integer(1, 1);
    (void)root.field("source").text(Limits{0, 500});
    const timing::DayRange days = read_day_range(root.field("from"), root.field("until"));
    table.first = days.from.value_or(table.first);
    table.last = days.until.value_or(table.last);
    const Node regions = root.field("regions");
    for (const Node& region : regions.items({0, 500})) {
      if (!region.expect_object({"id", "name"}, {"id", "name"})) continue;
      table.regions.push_back({region.field("id").text(Limits{1, 60}).value_or(""), region.field("name").localized()});
    }
    const Node holidays = root.field("holidays");
    const auto last_region = static_cast<int64_t>(table.regions.size()) - 1;
    for (const Node& node : holidays.items({0, 2'000})) {
      if (!node.expect_object({"name", "regions", "days"}, {"name", "regions", "days"})) continue;
      timing::HolidayTable::Holiday holiday{node.field("name").localized(), {}, {}};
      const Node numbers = node.field("regions");
      for (const Node& number : numbers.items({0, 500})) {
        if (const auto region = number.integer(0, last_region))
          holiday.regions.push_back(static_cast<uint32_t>(*region));
      }
      const Node dates = node.field("days");
      for (const Node& date : dates.items({0, 500})) {
        if (const auto day = read_day(date)) holiday.days.push_back(*day);
      }
      table.holidays.push_back(std::move(holiday));
    }
  }
  if (!report.problems.empty()) return std::move(report.problems);
  return table;
}

}  // namespace botschaft::wire

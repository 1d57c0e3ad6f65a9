// The public holidays of the regions that packs name, from the host's table.
#include <algorithm>

#include "base/nearest.h"
#include "engine/engine.h"
#include "text/normalize.h"
#include "text/stem.h"

namespace botschaft::engine {
namespace {

// A region is called by its id or by its name in either language.
std::optional<uint32_t> find_region(const timing::HolidayTable& table, const std::string& name) {
  const std::string folded = text::folded_form(name);
  for (uint32_t number = 0; number < table.regions.size(); ++number) {
    const timing::HolidayTable::Region& region = table.regions[number];
    for (const std::string* known : {&region.id, &region.name.de, &region.name.en}) {
      if (text::folded_form(*known) == folded) return number;
    }
  }
  return std::nullopt;
}

Problem unknown_region(const timing::HolidayTable& table, const std::string& name) {
  Problem problem{"unknown-region", "", "", {}, {}};
  problem.reason = {"Für die Region „" + name + "“ sind keine Feiertage bekannt.",
                    "No public holidays are known for the region “" + name + "”."};
  std::vector<std::string_view> names;
  for (const timing::HolidayTable::Region& region : table.regions) {
    for (const std::string* known : {&region.id, &region.name.de, &region.name.en}) names.push_back(*known);
  }
  if (const auto near = nearest(name, names)) {
    problem.mend.de.append("Gemeint ist wohl „").append(*near).append("“.");
    problem.mend.en.append("Did you mean “").append(*near).append("”?");
  } else {
    problem.mend = {
        "Deutschland, Österreich, die Schweiz, ein Bundesland oder einen Kanton nennen, zum Beispiel DE-BY, Bayern "
        "oder "
        "CH-ZH; andere Feiertage unter „holidays“ eintragen.",
        "Name Germany, Austria, Switzerland, one of their states or a canton, for example DE-BY, Bavaria or CH-ZH; "
        "write "
        "other holidays into “holidays”."};
  }
  return problem;
}

}  // namespace

Problems add_public_holidays(std::vector<pack::Pack>& packs, const timing::HolidayTable* table) {
  Problems problems;
  for (pack::Pack& pack : packs) {
    for (size_t i = 0; i < pack.holiday_regions.size(); ++i) {
      Problem problem{"no-holidays",
                      "",
                      "",
                      {"Es ist keine Tabelle der Feiertage geladen.", "No table of public holidays is loaded."},
                      {"Sie vorher laden (loadHolidays).", "Load it before (loadHolidays)."}};
      const auto region = table == nullptr ? std::nullopt : find_region(*table, pack.holiday_regions[i]);
      if (!region) {
        if (table != nullptr) problem = unknown_region(*table, pack.holiday_regions[i]);
        problem.document = pack.id;
        problem.place = "/holidayRegions/" + std::to_string(i);
        problems.push_back(std::move(problem));
        continue;
      }
      for (const timing::HolidayTable::Holiday& holiday : table->holidays) {
        if (std::find(holiday.regions.begin(), holiday.regions.end(), *region) == holiday.regions.end()) continue;
        for (const timing::Day day : holiday.days) {
          const timing::LocalMinute midnight = day * timing::kMinutesPerDay;
          // Regions share most of their holidays.
          const bool known = std::any_of(pack.holidays.begin(), pack.holidays.end(),
                                         [&](const timing::QuietPeriod& other) { return other.from == midnight; });
          if (!known) pack.holidays.push_back({midnight, midnight + timing::kMinutesPerDay, holiday.name});
        }
      }
    }
  }
  return problems;
}

bool Engine::knows_holidays_on(timing::Day day) const {
  const bool asked = std::any_of(rules_.packs().begin(), rules_.packs().end(),
                                 [](const pack::Pack& pack) { return !pack.holiday_regions.empty(); });
  return !asked || !holidays_ || (day >= holidays_->first && day <= holidays_->last);
}

}  // namespace botschaft::engine

// Public holidays by region, as the host knows them: the core computes none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "timing/civil_time.h"

namespace botschaft::timing {

struct HolidayTable {
  struct Region {
    std::string id;  // ISO 3166-2, for example DE-BY
    LocalizedText name;
  };
  struct Holiday {
    LocalizedText name;
    std::vector<uint32_t> regions;  // indices into `regions`
    std::vector<Day> days;
  };

  Day first = 0;  // the table says nothing about days before
  Day last = -1;  // and behind
  std::vector<Region> regions;
  std::vector<Holiday> holidays;
};

}  // namespace botschaft::timing

// Reads tables of public holidays, as shared/schema/holidays.schema.json describes them.
#pragma once

#include "timing/holidays.h"
#include "wire/document.h"

namespace botschaft::wire {

[[nodiscard]] Result<timing::HolidayTable> read_holidays(const Value& json);

}  // namespace botschaft::wire

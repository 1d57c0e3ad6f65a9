// The offsets of a time zone from the system's time zone database, as the engine wants them.
#pragma once

#include <cstdint>
#include <string>

#include "json.h"
#include "timing/civil_time.h"

namespace botschaft::cli {

// The transitions of `zone` (an IANA name) from 400 days before `around` to 400 days after (epoch seconds, UTC), as the
// protocol's "zone". Null where the system does not know the zone. Changes the process's TZ while it runs: not for
// several threads.
[[nodiscard]] Json zone_table(const std::string& zone, int64_t around);

// The zone that the table describes; wall time as it is where the table is null.
[[nodiscard]] timing::Zone zone_of(const Json& table);
// The zone that somebody meant by a name that the system does not know; empty where none comes close.
[[nodiscard]] std::string nearest_zone(const std::string& name);

// Now, as an instant of the protocol in UTC.
[[nodiscard]] std::string now_utc();

}  // namespace botschaft::cli

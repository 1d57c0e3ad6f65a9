// Appointments as a calendar file (iCalendar, RFC 5545).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace botschaft::timing {

struct Appointment {
  int64_t begin = 0;     // seconds since the epoch; whole minutes
  int32_t minutes = 15;  // how long it takes
  std::string uid;       // the same for the same appointment, so that a second file does not double it
  std::string summary;   // UTF-8, as all texts here
  std::string description;
  std::string url;
};

// `made`: seconds since the epoch. `alarm_minutes`: a reminder so long before each; negative: none. Times are in UTC,
// lines are folded at 75 bytes and end with CR LF.
[[nodiscard]] std::string calendar_file(const std::vector<Appointment>& appointments, int64_t made,
                                        int32_t alarm_minutes);

}  // namespace botschaft::timing

#include "timing/calendar_file.h"

#include <string_view>

#include "timing/civil_time.h"

namespace botschaft::timing {
namespace {

constexpr size_t kLongestLine = 75;  // bytes without the line break: RFC 5545, 3.1

void add_line(std::string& out, std::string_view line) {
  size_t room = kLongestLine;
  while (line.size() > room) {
    size_t end = room;
    while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kLongestLine - 1;  // the blank that marks what follows counts
  }
  out.append(line).append("\r\n");
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  std::string line(name);
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      line += '\\';
      line += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      line += c;
    }
  }
  add_line(out, line);
}

// "20261124T073700Z"
std::string utc_time(int64_t seconds) {
  std::string out;
  for (const char c : format_local_minute(Moment{seconds, seconds}.minute())) {
    if (c != '-' && c != ':') out += c;
  }
  return out + "00Z";
}

}  // namespace

std::string calendar_file(const std::vector<Appointment>& appointments, int64_t made, int32_t alarm_minutes) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Botschaft//Plan//EN\r\n";
  for (const Appointment& appointment : appointments) {
    out += "BEGIN:VEVENT\r\n";
    add_text(out, "UID:", appointment.uid);
    add_line(out, "DTSTAMP:" + utc_time(made));
    add_line(out, "DTSTART:" + utc_time(appointment.begin));
    add_line(out, "DURATION:PT" + std::to_string(appointment.minutes) + "M");
    add_text(out, "SUMMARY:", appointment.summary);
    add_text(out, "DESCRIPTION:", appointment.description);
    // An address is no text: nothing in it is escaped.
    if (!appointment.url.empty()) add_line(out, "URL:" + appointment.url);
    out += "TRANSP:TRANSPARENT\r\n";
    if (alarm_minutes >= 0) {
      out += "BEGIN:VALARM\r\nACTION:DISPLAY\r\n";
      add_text(out, "DESCRIPTION:", appointment.summary);
      add_line(out, "TRIGGER:-PT" + std::to_string(alarm_minutes) + "M");
      out += "END:VALARM\r\n";
    }
    out += "END:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace botschaft::timing

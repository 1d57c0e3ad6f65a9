#include "zone_table.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/nearest.h"

namespace botschaft::cli {
namespace {

long offset_at(int64_t epoch_seconds) {
  const auto time = static_cast<std::time_t>(epoch_seconds);
  std::tm local{};
  localtime_r(&time, &local);
  return local.tm_gmtoff;
}

}  // namespace

Json zone_table(const std::string& zone, int64_t around) {
  std::error_code error;
  if (zone.empty() || zone.find("..") != std::string::npos ||
      !std::filesystem::is_regular_file("/usr/share/zoneinfo/" + zone, error)) {
    return nullptr;
  }
  const char* before = std::getenv("TZ");
  const std::string restore = before != nullptr ? before : "";
  setenv("TZ", zone.c_str(), 1);
  tzset();
  constexpr int64_t kDay = 24 * 60 * 60;
  const int64_t first = around - 400 * kDay;
  Json table = Json::array();
  const auto add = [&](int64_t at) { table.push_back({{"at", at}, {"offsetMinutes", offset_at(at) / 60}}); };
  add(first);
  for (int64_t day = first; day < around + 400 * kDay; day += kDay) {
    if (offset_at(day) == offset_at(day + kDay)) continue;
    int64_t low = day;
    int64_t high = day + kDay;
    while (high - low > 1) {
      const int64_t middle = low + (high - low) / 2;
      (offset_at(middle) == offset_at(low) ? low : high) = middle;
    }
    add(high);
  }
  if (before != nullptr)
    setenv("TZ", restore.c_str(), 1);
  else
    unsetenv("TZ");
  tzset();
  return table;
}

timing::Zone zone_of(const Json& table) {
  std::vector<timing::ZoneTransition> transitions;
  for (const Json& entry : table) {
    if (entry.is_object()) transitions.push_back({entry["at"], entry["offsetMinutes"]});
  }
  return timing::Zone(std::move(transitions));
}

std::string nearest_zone(const std::string& name) {
  std::ifstream file("/usr/share/zoneinfo/tzdata.zi");
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) {
    // "Z NAME …" begins a zone, "L TARGET NAME" is another name for one.
    const size_t begin = line.rfind("Z ", 0) == 0 ? 2 : line.rfind("L ", 0) == 0 ? line.rfind(' ') + 1 : 0;
    if (begin > 0) names.push_back(line.substr(begin, line.find(' ', begin) - begin));
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const auto near = nearest(name, known);
  return near ? std::string(*near) : "";
}

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[32];
  const size_t size = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text, size};
}

}  // namespace botschaft::cli

#include "check/message.h"

#include <array>

namespace botschaft::check {

std::string fill_values(std::string_view message, std::initializer_list<Value> values) {
  std::string out;
  size_t from = 0;
  while (from < message.size()) {
    const size_t open = message.find('{', from);
    const size_t close = open == std::string_view::npos ? open : message.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = message.substr(open + 1, close - open - 1);
    const Value* found = nullptr;
    for (const Value& value : values) {
      if (value.name == name) found = &value;
    }
    out += message.substr(from, open - from);
    if (found != nullptr) {
      out += found->text;
      from = close + 1;
    } else {
      out += '{';
      from = open + 1;
    }
  }
  if (from < message.size()) out += message.substr(from);
  return out;
}

std::string friendly_time(timing::LocalMinute minute, UiLanguage language) {
  constexpr std::array<std::string_view, 7> kGermanDays{"Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."};
  constexpr std::array<std::string_view, 7> kEnglishDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr std::array<std::string_view, 12> kEnglishMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string iso = timing::format_local_minute(minute);  // YYYY-MM-DDTHH:MM
  const auto weekday = static_cast<size_t>(timing::weekday_of(timing::day_of(minute)));
  const std::string month = iso.substr(5, 2);
  const std::string day = iso.substr(8, 2);
  const std::string time = iso.substr(11);
  std::string out;
  if (language == UiLanguage::kGerman) {
    out.append(kGermanDays[weekday]).append(", ").append(day).append(".").append(month).append("., ").append(time);
    return out;
  }
  const auto month_index = static_cast<size_t>((month[0] - '0') * 10 + (month[1] - '0') - 1);
  out.append(kEnglishDays[weekday]).append(" ").append(day[0] == '0' ? day.substr(1) : day).append(" ");
  out.append(kEnglishMonths[month_index]).append(", ").append(time);
  return out;
}

}  // namespace botschaft::check
